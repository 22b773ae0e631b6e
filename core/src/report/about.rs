//! The foot of the page: how far to trust it, and what made it.

use super::markup::Markup;
use super::numbers::{angle, minutes};
use super::words::{fill, text};
use crate::analysis::{Analysis, Side};

pub(super) fn section(m: &mut Markup, analysis: &Analysis) {
    super::section(m, "about", text("section.about"), |m| {
        m.leaf("p", &[("class", &"aid")], text("about.aid"));
        m.element("ul", &[("class", &"limits")], |m| {
            for key in [
                "about.camera",
                "about.error",
                "about.own",
                "about.index",
                "about.stick",
                "about.cant_tell",
            ] {
                m.leaf("li", &[], text(key));
            }
        });
        m.element("dl", &[("class", &"facts")], |m| facts(m, analysis));
    });
}

fn facts(m: &mut Markup, analysis: &Analysis) {
    let mut fact = |key: &str, value: &str| {
        m.element("div", &[], |m| {
            m.leaf("dt", &[], text(key));
            m.leaf("dd", &[], value);
        });
    };
    fact("about.view", &view(analysis));
    if let Some(v) = &analysis.video {
        let value = fill(
            "about.video_value",
            &[
                ("width", &v.width.to_string()),
                ("height", &v.height.to_string()),
                ("length", &minutes(v.duration_s)),
                ("analyzed", &v.frames_analyzed.to_string()),
                ("frames", &v.frames.to_string()),
            ],
        );
        fact("about.video", &value);
    }
    let versions = &analysis.versions;
    fact("about.app", &versions.app);
    fact("about.rules", &versions.rules);
    fact("about.pose_model", &versions.pose_model);
    fact("about.back_model", &versions.back_model);
    fact("about.schema", &analysis.schema);
}

fn view(analysis: &Analysis) -> String {
    let side = text(match analysis.view.near_side {
        Some(Side::Left) => "view.near_left",
        Some(Side::Right) => "view.near_right",
        None => "view.near_unknown",
    });
    let off = analysis.view.azimuth_deg.filter(|a| a.is_finite());
    let off = off.map(|a| fill("view.azimuth", &[("angle", &angle(a.abs()))]));
    [Some(side.to_owned()), off]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ")
}
