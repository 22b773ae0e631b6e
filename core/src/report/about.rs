//! The foot of the page: how far to trust it, and what made it.

use super::markup::Markup;
use super::numbers::{angle, minutes};
use crate::analysis::{Analysis, Side};

pub(super) fn section(m: &mut Markup, analysis: &Analysis) {
    super::section(m, "about", "report-section-about", |m| {
        m.leaf("p", &[("class", &"aid")], &m.say("report-about-aid"));
        m.element("ul", &[("class", &"limits")], |m| {
            for key in [
                "report-about-camera",
                "report-about-error",
                "report-about-own",
                "report-about-index",
                "report-about-stick",
                "report-about-cant_tell",
            ] {
                m.leaf("li", &[], &m.say(key));
            }
        });
        m.element("dl", &[("class", &"facts")], |m| facts(m, analysis));
    });
}

fn facts(m: &mut Markup, analysis: &Analysis) {
    let mut facts = vec![("report-about-view", view(m, analysis))];
    if let Some(v) = &analysis.video {
        let values = [
            ("width", v.width.into()),
            ("height", v.height.into()),
            ("length", minutes(v.duration_s).into()),
            ("analyzed", v.frames_analyzed.into()),
            ("frames", v.frames.into()),
        ];
        facts.push((
            "report-about-video",
            m.fill("report-about-video_value", &values),
        ));
    }
    let versions = &analysis.versions;
    facts.extend(
        [
            ("report-about-app", &versions.app),
            ("report-about-rules", &versions.rules),
            ("report-about-pose_model", &versions.pose_model),
            ("report-about-back_model", &versions.back_model),
            ("report-about-schema", &analysis.schema),
        ]
        .map(|(id, value)| (id, value.clone())),
    );
    for (id, value) in facts {
        m.element("div", &[], |m| {
            m.leaf("dt", &[], &m.say(id));
            m.leaf("dd", &[], &value);
        });
    }
}

fn view(m: &Markup, analysis: &Analysis) -> String {
    let side = m.say(match analysis.view.near_side {
        Some(Side::Left) => "report-view-near_left",
        Some(Side::Right) => "report-view-near_right",
        None => "report-view-near_unknown",
    });
    let off = analysis.view.azimuth_deg.filter(|a| a.is_finite());
    let off = off.map(|a| {
        let angle = angle(a.abs());
        m.fill("report-view-azimuth", &[("angle", angle.into())])
    });
    [Some(side), off]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ")
}
