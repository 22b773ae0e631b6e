//! The back over time: how far it is from its own neutral. The scale has no unit, only a band in which the
//! back counts as long, for the number of degrees would say more than is known.

use super::super::markup::{Attributes, Markup};
use super::super::numbers::{minutes, range};
use super::{Chart, HEIGHT, Signal, WIDTH, finite, left, percent};
use crate::analysis::FrameFacts;
use crate::thresholds::{ARCHED_DEG, ROUNDED_DEG};

/// The chart ends at this many times the band's limits.
const REACH: f64 = 2.2;
/// The back is looked at ten times a second; a longer pause is a stretch in which it was not seen.
const UNSEEN_S: f64 = 0.3;
/// A shorter stretch of not being seen has no room for its sign, as a share of the chart's width.
const ROOM: f64 = 0.025;

const BACK: Signal = Signal {
    class: "spine",
    name: "report-curves-back",
    read: |frame| frame.lumbar_change.map(share_of_limit),
};

/// 1 where the back begins to count as rounded, -1 where as hollow.
fn share_of_limit(change_deg: f64) -> f64 {
    let limit_deg = if change_deg > 0.0 {
        ROUNDED_DEG
    } else {
        ARCHED_DEG
    };
    (change_deg / limit_deg).clamp(-REACH, REACH)
}

/// The back could be read somewhere.
pub(super) fn is_seen(frames: &[FrameFacts]) -> bool {
    frames.iter().any(|frame| finite(&BACK, frame).is_some())
}

impl Chart<'_> {
    pub(super) fn back(&self, m: &mut Markup) {
        let chart = Chart {
            low: -REACH,
            high: REACH,
            ..*self
        };
        let unseen = chart.unseen();
        m.element("div", &[("class", &"lane")], |m| {
            m.leaf("span", &[("class", &"name")], &m.say(BACK.name));
            m.element("div", &[("class", &"y"), ("aria-hidden", &"true")], |m| {
                chart.back_scale(m);
            });
            let label = chart.back_label(m);
            let attributes: Attributes = &[
                ("class", &"plot low"),
                ("role", &"img"),
                ("aria-label", &label),
            ];
            m.element("div", attributes, |m| {
                chart.back_svg(m, &unseen);
                for &(from, to) in unseen.iter().filter(|(from, to)| to - from > ROOM) {
                    let style = left((from + to) / 2.0);
                    m.leaf("b", &[("class", &"why"), ("style", &style)], "?");
                }
            });
        });
    }

    fn back_svg(&self, m: &mut Markup, unseen: &[(f64, f64)]) {
        let view = format!("0 0 {WIDTH} {HEIGHT}");
        let attributes: Attributes = &[("viewBox", &view), ("preserveAspectRatio", &"none")];
        m.element("svg", attributes, |m| {
            self.rep_bands(m);
            let (top, bottom) = (self.down(1.0) * HEIGHT, self.down(-1.0) * HEIGHT);
            let rect = |m: &mut Markup, class: &str, x: f64, y: f64, width: f64, height: f64| {
                let [x, y, width, height] = [x, y, width, height].map(f64::round);
                m.void(
                    "rect",
                    &[
                        ("class", &class),
                        ("x", &x),
                        ("y", &y),
                        ("width", &width),
                        ("height", &height),
                    ],
                );
            };
            rect(m, "long", 0.0, top, WIDTH, bottom - top);
            for &(from, to) in unseen {
                rect(m, "unseen", from * WIDTH, 0.0, (to - from) * WIDTH, HEIGHT);
            }
            let limits = format!("{}{}", self.level(1.0), self.level(-1.0));
            m.void("path", &[("class", &"limit"), ("d", &limits)]);
            let d = self.path(&BACK);
            if !d.is_empty() {
                m.void("path", &[("class", &BACK.class), ("d", &d)]);
            }
        });
    }

    fn back_scale(&self, m: &mut Markup) {
        let outer = 0.5 * (1.0 + REACH);
        for (key, level) in [
            ("report-curves-rounds", outer),
            ("report-curves-long", 0.0),
            ("report-curves-hollows", -outer),
        ] {
            let style = format!("top:{}", percent(self.down(level)));
            m.leaf("span", &[("style", &style)], &m.say(key));
        }
    }

    /// The stretches in which the back could not be read, from the left, 0 to 1.
    fn unseen(&self) -> Vec<(f64, f64)> {
        let seen = self.frames().filter(|f| finite(&BACK, f).is_some());
        let mut stretches = Vec::new();
        let mut since_s = self.from_s;
        for t_s in seen.map(|f| f.t_s).chain([self.to_s]) {
            if t_s - since_s > UNSEEN_S {
                stretches.push((self.across(since_s), self.across(t_s)));
            }
            since_s = t_s;
        }
        stretches
    }

    fn back_label(&self, m: &Markup) -> String {
        let course = match range(self.frames().filter_map(|f| finite(&BACK, f))) {
            None => "report-curves-back_unseen",
            Some((low, high)) => match (low < -1.0, high > 1.0) {
                (false, false) => "report-curves-back_long",
                (false, true) => "report-curves-back_rounds",
                (true, false) => "report-curves-back_hollows",
                (true, true) => "report-curves-back_both",
            },
        };
        let (from, to) = (minutes(self.from_s), minutes(self.to_s));
        let course = m.say(course);
        let values = [("from", &from), ("to", &to), ("course", &course)];
        let values = values.map(|(name, text)| (name, text.into()));
        m.fill("report-curves-back_label", &values)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limits_of_the_table_are_the_edges_of_the_band() {
        assert_eq!(share_of_limit(ROUNDED_DEG), 1.0);
        assert_eq!(share_of_limit(-ARCHED_DEG), -1.0);
        assert_eq!(share_of_limit(0.0), 0.0);
        assert_eq!(share_of_limit(90.0), REACH);
    }
}
