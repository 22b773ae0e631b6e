//! Hip, knee, trunk and back over time, with repetitions, bottoms, faults and cues on the same time axis.
//!
//! Only the lines and the shading are SVG, stretched to the page's width; every word is HTML placed in
//! percent, so that it keeps its size from a phone to a wall.

mod back;

use std::fmt::Write;

use super::markup::Markup;
use super::numbers::{angle, clock, minutes};
use super::words::severity;
use super::{ReportInput, faults, number_of};
use crate::analysis::{Analysis, FaultId, FrameFacts, Rep};
use crate::words::Words;

/// A clip up to this long is one chart; a longer one is cut into parts of about `PART_S`.
const ONE_CHART_S: f64 = 60.0;
const PART_S: f64 = 45.0;
const MOST_PARTS: f64 = 24.0;
/// Points of one curve in the whole clip's chart, and in each part of a long clip.
const POINTS: usize = 600;
const POINTS_PER_PART: usize = 160;
/// Frames further apart than this are a gap.
const GAP_S: f64 = 0.5;
/// More repetition numbers than this side by side would touch on a phone.
const MOST_NUMBERS: usize = 10;
/// The view box: wide enough that whole numbers are finer than a screen's pixels.
const WIDTH: f64 = 2000.0;
const HEIGHT: f64 = 1000.0;

struct Signal {
    class: &'static str,
    name: &'static str,
    read: fn(&FrameFacts) -> Option<f64>,
}

const SIGNALS: [Signal; 3] = [
    Signal {
        class: "hip",
        name: "report-curves-hip",
        read: |f| f.hip_flexion_deg,
    },
    Signal {
        class: "knee",
        name: "report-curves-knee",
        read: |f| f.knee_flexion_deg,
    },
    Signal {
        class: "trunk",
        name: "report-curves-trunk",
        read: |f| f.trunk_lean_deg,
    },
];

/// One chart's window on time and on what it shows.
#[derive(Clone, Copy)]
struct Chart<'a> {
    analysis: &'a Analysis,
    frames: &'a [FrameFacts],
    from_s: f64,
    to_s: f64,
    low: f64,
    high: f64,
    with_back: bool,
    points: usize,
}

pub(super) fn section(m: &mut Markup, input: &ReportInput) {
    let read = |f: &FrameFacts| {
        SIGNALS
            .iter()
            .filter_map(|s| finite(s, f))
            .collect::<Vec<_>>()
    };
    let Some((low, high)) = super::numbers::range(input.frames.iter().flat_map(read)) else {
        return;
    };
    let Some((first_s, last_s)) = super::numbers::range(input.frames.iter().map(|f| f.t_s)) else {
        return;
    };
    let length_s = (last_s - first_s).max(0.1);
    let parts = if length_s <= ONE_CHART_S {
        1.0
    } else {
        (length_s / PART_S).ceil().min(MOST_PARTS)
    };
    let with_back = back::is_seen(input.frames);
    super::section(m, "curves", "report-section-curves", |m| {
        for part in 0..parts as usize {
            let from_s = first_s + length_s * part as f64 / parts;
            let chart = Chart {
                analysis: input.analysis,
                frames: input.frames,
                from_s,
                to_s: from_s + length_s / parts,
                low: floor_deg(low),
                high: ceiling_deg(high),
                with_back,
                points: if parts > 1.0 { POINTS_PER_PART } else { POINTS },
            };
            m.element("div", &[("class", &"chart")], |m| {
                if part == 0 {
                    legend(m);
                }
                chart.draw(m, parts > 1.0);
            });
        }
        m.leaf("p", &[("class", &"note")], &m.say("report-curves-note"));
        if with_back {
            m.leaf(
                "p",
                &[("class", &"note")],
                &m.say("report-curves-back_note"),
            );
        }
    });
}

fn finite(signal: &Signal, frame: &FrameFacts) -> Option<f64> {
    (signal.read)(frame).filter(|v| v.is_finite())
}

fn legend(m: &mut Markup) {
    m.element("p", &[("class", &"legend")], |m| {
        for signal in &SIGNALS {
            m.element("span", &[], |m| {
                m.element(
                    "svg",
                    &[
                        ("class", &"sample"),
                        ("viewBox", &"0 0 36 8"),
                        ("aria-hidden", &"true"),
                    ],
                    |m| m.void("path", &[("class", &signal.class), ("d", &"M0 4H36")]),
                );
                m.text(&m.say(signal.name));
            });
        }
        for (class, sign, key) in [
            ("key-rep", "1", "report-curves-rep"),
            ("key-attempt", "–", "report-curves-attempt"),
            ("key-bottom", "●", "report-curves-bottom"),
            ("fault", "▲", "report-curves-onset"),
        ] {
            m.element("span", &[], |m| {
                m.leaf("b", &[("class", &class)], sign);
                m.text(&m.say(key));
            });
        }
    });
}

impl Chart<'_> {
    fn draw(&self, m: &mut Markup, titled: bool) {
        let (from, to) = (minutes(self.from_s), minutes(self.to_s));
        if titled {
            let title = m.fill(
                "report-curves-part",
                &[("from", (&from).into()), ("to", (&to).into())],
            );
            m.leaf("h3", &[], &title);
        }
        m.element("div", &[("class", &"lane")], |m| {
            m.element("div", &[("class", &"y"), ("aria-hidden", &"true")], |m| {
                self.y_axis(m)
            });
            let label = self.label(m);
            let attributes: super::markup::Attributes =
                &[("class", &"plot"), ("role", &"img"), ("aria-label", &label)];
            m.element("div", attributes, |m| {
                self.svg(m);
                self.numbers(m);
                self.bottoms(m);
            });
        });
        if self.with_back {
            self.back(m);
        }
        for id in FaultId::ALL {
            self.fault_lane(m, *id);
        }
        self.cue_lane(m);
        m.element("div", &[("class", &"lane")], |m| {
            m.element("div", &[("class", &"x"), ("aria-hidden", &"true")], |m| {
                self.x_axis(m)
            });
        });
    }

    fn label(&self, m: &Markup) -> String {
        let hips = self.frames().filter_map(|f| f.hip_flexion_deg);
        let peak = super::numbers::range(hips).map_or(f64::NAN, |r| r.1);
        m.fill(
            "report-curves-label",
            &[
                ("from", minutes(self.from_s).into()),
                ("to", minutes(self.to_s).into()),
                ("reps", self.reps().filter(|r| r.counted).count().into()),
                ("peak", angle(peak).into()),
            ],
        )
    }

    fn frames(&self) -> impl Iterator<Item = &FrameFacts> {
        self.frames.iter().filter(|f| self.holds(f.t_s))
    }

    fn reps(&self) -> impl Iterator<Item = &Rep> {
        let reps = self.analysis.reps.iter();
        reps.filter(|r| r.end_s >= self.from_s && r.start_s <= self.to_s)
    }

    fn holds(&self, t_s: f64) -> bool {
        (self.from_s..=self.to_s).contains(&t_s)
    }

    /// Where a time lies from the left, 0 to 1.
    fn across(&self, t_s: f64) -> f64 {
        ((t_s - self.from_s) / (self.to_s - self.from_s).max(f64::EPSILON)).clamp(0.0, 1.0)
    }

    /// Where a value lies from the top, 0 to 1.
    fn down(&self, value: f64) -> f64 {
        ((self.high - value) / (self.high - self.low)).clamp(0.0, 1.0)
    }

    fn svg(&self, m: &mut Markup) {
        let view = format!("0 0 {WIDTH} {HEIGHT}");
        m.element(
            "svg",
            &[("viewBox", &view), ("preserveAspectRatio", &"none")],
            |m| {
                self.rep_bands(m);
                let grid: String = self.angle_ticks().map(|deg| self.level(deg)).collect();
                m.void("path", &[("class", &"grid"), ("d", &grid)]);
                m.void("path", &[("class", &"zero"), ("d", &self.level(0.0))]);
                let onsets = self.onset_lines();
                if !onsets.is_empty() {
                    m.void("path", &[("class", &"onset"), ("d", &onsets)]);
                }
                for signal in &SIGNALS {
                    let d = self.path(signal);
                    if !d.is_empty() {
                        m.void("path", &[("class", &signal.class), ("d", &d)]);
                    }
                }
            },
        );
    }

    fn rep_bands(&self, m: &mut Markup) {
        for rep in self.reps() {
            let x0 = (self.across(rep.start_s) * WIDTH).round();
            let width = (self.across(rep.end_s) * WIDTH).round() - x0;
            let class = if rep.counted { "band" } else { "band attempt" };
            m.void(
                "rect",
                &[
                    ("class", &class),
                    ("x", &x0),
                    ("width", &width.max(0.0)),
                    ("height", &HEIGHT),
                ],
            );
        }
    }

    fn level(&self, value: f64) -> String {
        format!("M0 {:.0}H{WIDTH}", self.down(value) * HEIGHT)
    }

    fn onset_lines(&self) -> String {
        let onsets = self.reps().flat_map(faults).filter_map(|f| f.onset_s);
        let mut xs: Vec<u64> = onsets
            .filter(|t| self.holds(*t))
            .map(|t| (self.across(t) * WIDTH).round() as u64)
            .collect();
        xs.sort_unstable();
        xs.dedup();
        xs.iter().map(|x| format!("M{x} 0V{HEIGHT}")).collect()
    }

    /// The curve as an SVG path, broken where the signal is missing.
    fn path(&self, signal: &Signal) -> String {
        let mut d = String::new();
        let mut before: Option<f64> = None;
        for run in self.runs(signal) {
            for (t_s, value) in run {
                let pen = if before.is_some() { 'L' } else { 'M' };
                let (x, y) = (self.across(t_s) * WIDTH, self.down(value) * HEIGHT);
                let _ = write!(d, "{pen}{x:.0} {y:.0}");
                before = Some(t_s);
            }
            before = None;
        }
        d
    }

    /// The stretches without a gap, thinned out so that together they keep about `points` points.
    fn runs(&self, signal: &Signal) -> Vec<Vec<(f64, f64)>> {
        let mut runs: Vec<Vec<(f64, f64)>> = Vec::new();
        let mut last_s = f64::NEG_INFINITY;
        for frame in self.frames() {
            let Some(value) = finite(signal, frame) else {
                last_s = f64::NEG_INFINITY;
                continue;
            };
            if frame.t_s - last_s > GAP_S {
                runs.push(Vec::new());
            }
            if let Some(run) = runs.last_mut() {
                run.push((frame.t_s, value));
            }
            last_s = frame.t_s;
        }
        let all: usize = runs.iter().map(Vec::len).sum();
        let budget = |run: &Vec<(f64, f64)>| self.points * run.len() / all.max(1);
        runs.iter().map(|run| thin(run, budget(run))).collect()
    }

    fn numbers(&self, m: &mut Markup) {
        let every = self.reps().count().div_ceil(MOST_NUMBERS).max(1);
        for rep in self.reps().filter(|r| self.holds(r.bottom_s)) {
            let number = number_of(self.analysis, rep);
            if number.is_some_and(|n| n != 1 && n % every != 0) {
                continue;
            }
            let middle = (self.across(rep.start_s) + self.across(rep.end_s)) / 2.0;
            let name = number.map_or_else(|| "–".to_owned(), |n| n.to_string());
            m.leaf(
                "b",
                &[("class", &"number"), ("style", &left(middle))],
                &name,
            );
        }
    }

    fn bottoms(&self, m: &mut Markup) {
        for rep in self.reps().filter(|r| r.counted && self.holds(r.bottom_s)) {
            // The dot sits on the curve, which may be smoothed less than the number in the table.
            let distance = |f: &&FrameFacts| (f.t_s - rep.bottom_s).abs();
            let near = self.frames().filter(|f| f.hip_flexion_deg.is_some());
            let near = near.min_by(|a, b| distance(a).total_cmp(&distance(b)));
            let deg = near
                .and_then(|f| f.hip_flexion_deg)
                .unwrap_or(rep.hip_flexion_deg);
            let top = percent(self.down(deg));
            let style = format!("{};top:{top}", left(self.across(rep.bottom_s)));
            m.leaf("i", &[("class", &"dot"), ("style", &style)], "");
        }
    }

    fn fault_lane(&self, m: &mut Markup, id: FaultId) {
        let marks: Vec<(f64, String)> = self
            .reps()
            .flat_map(|rep| faults(rep).map(move |f| (rep, f)))
            .filter(|(_, f)| f.id == id)
            .map(|(rep, f)| (rep, f, f.onset_s.unwrap_or(rep.bottom_s)))
            .filter(|(_, _, t_s)| self.holds(*t_s))
            .map(|(rep, f, t_s)| (t_s, self.onset_title(m.words(), rep, t_s, f.severity)))
            .collect();
        if !marks.is_empty() {
            let name = m.fault_name(id);
            self.event_lane(m, "fault", &name, "▲", &marks);
        }
    }

    fn onset_title(&self, words: &Words, rep: &Rep, t_s: f64, strength: f64) -> String {
        let number = number_of(self.analysis, rep).map_or_else(|| "–".into(), |n| n.to_string());
        words.fill(
            "report-curves-onset_title",
            &[
                ("rep", number.into()),
                ("time", clock(words, t_s).into()),
                ("severity", severity(words, strength).into()),
            ],
        )
    }

    fn cue_lane(&self, m: &mut Markup) {
        let cues = self.analysis.cues.iter().filter(|c| self.holds(c.at_s));
        let marks: Vec<(f64, String)> = cues
            .map(|c| (c.at_s, format!("{} {}", clock(m.words(), c.at_s), c.text)))
            .collect();
        if !marks.is_empty() {
            let name = m.say("report-curves-cue");
            self.event_lane(m, "cue", &name, "♪", &marks);
        }
    }

    /// A row under the chart with one kind of event on the chart's time axis.
    fn event_lane(
        &self,
        m: &mut Markup,
        class: &str,
        name: &str,
        sign: &str,
        marks: &[(f64, String)],
    ) {
        m.element(
            "div",
            &[("class", &format_args!("lane event {class}"))],
            |m| {
                m.leaf("span", &[("class", &"name")], name);
                m.element("div", &[("class", &"marks")], |m| {
                    for (t_s, title) in marks {
                        let style = left(self.across(*t_s));
                        let attributes: super::markup::Attributes = &[
                            ("role", &"img"),
                            ("aria-label", title),
                            ("title", title),
                            ("style", &style),
                        ];
                        m.leaf("b", attributes, sign);
                    }
                });
            },
        );
    }

    fn angle_ticks(&self) -> impl Iterator<Item = f64> {
        let (low, high) = ((self.low / 30.0).ceil() as i32, (self.high / 30.0) as i32);
        (low..=high).map(|n| f64::from(n) * 30.0)
    }

    fn y_axis(&self, m: &mut Markup) {
        for deg in self.angle_ticks() {
            let style = format!("top:{}", percent(self.down(deg)));
            m.leaf("span", &[("style", &style)], &angle(deg));
        }
    }

    fn x_axis(&self, m: &mut Markup) {
        let length_s = self.to_s - self.from_s;
        let steps = [
            0.5, 1.0, 2.0, 5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 300.0, 600.0,
        ];
        let step = steps
            .into_iter()
            .find(|s| length_s / s <= 7.0)
            .unwrap_or(length_s / 6.0);
        let first = (self.from_s / step).ceil();
        for t_s in (0..=7).map(|n| (first + f64::from(n)) * step) {
            if t_s > self.to_s + 1e-9 {
                break;
            }
            let name = if self.to_s < 100.0 {
                m.fill("report-curves-seconds", &[("n", t_s.into())])
            } else {
                minutes(t_s)
            };
            m.leaf("span", &[("style", &left(self.across(t_s)))], &name);
        }
    }
}

/// The lower edge of the charts: just enough for the wobble around standing.
fn floor_deg(lowest: f64) -> f64 {
    (lowest - 3.0).clamp(-60.0, -8.0)
}

/// The upper edge: a gridline above the peaks, with room for the numbers of the repetitions.
fn ceiling_deg(highest: f64) -> f64 {
    ((highest + 15.0) / 30.0).ceil().clamp(3.0, 6.0) * 30.0
}

/// Keeps the lowest and the highest point of each bucket, so that no peak is lost.
fn thin(run: &[(f64, f64)], points: usize) -> Vec<(f64, f64)> {
    if run.len() <= points.max(2) {
        return run.to_vec();
    }
    let bucket = run.len().div_ceil((points / 2).max(1));
    let ends = |bucket: &[(f64, f64)]| {
        let lowest = (0..bucket.len()).min_by(|&a, &b| bucket[a].1.total_cmp(&bucket[b].1));
        let highest = (0..bucket.len()).max_by(|&a, &b| bucket[a].1.total_cmp(&bucket[b].1));
        let (a, b) = (lowest.unwrap_or(0), highest.unwrap_or(0));
        let pair = [bucket[a.min(b)], bucket[a.max(b)]];
        pair.into_iter().take(if a == b { 1 } else { 2 })
    };
    run.chunks(bucket).flat_map(ends).collect()
}

fn left(share: f64) -> String {
    format!("left:{}", percent(share))
}

fn percent(share: f64) -> String {
    format!("{}%", (share * 1000.0).round() / 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thinning_keeps_the_peaks_and_the_order() {
        let run: Vec<(f64, f64)> = (0..10_000)
            .map(|i| {
                (
                    f64::from(i),
                    if i == 4321 { 99.0 } else { f64::from(i % 7) },
                )
            })
            .collect();
        let thinned = thin(&run, 600);
        assert!(thinned.len() <= 600);
        assert!(thinned.contains(&(4321.0, 99.0)));
        assert!(thinned.is_sorted_by(|a, b| a.0 < b.0));
    }
}
