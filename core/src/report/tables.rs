//! The table of repetitions and the list of cues.

use super::markup::Markup;
use super::numbers::{angle, clock, tempo};
use super::words::{of, quoted, severity};
use super::{contacts, faults, is_back_judged, number_of};
use crate::analysis::{Analysis, Rep, SpokenCue};
use crate::words::Words;

// On a phone each row becomes a card by CSS, which would take the table's meaning away from a screen
// reader; the explicit roles keep it.
const TABLE: (&str, &dyn std::fmt::Display) = ("role", &"table");
const ROW: (&str, &dyn std::fmt::Display) = ("role", &"row");

const FIRST: &str = "report-table-rep";
const ANGLES: [&str; 6] = [
    "report-table-time",
    "report-table-depth",
    "report-table-knee",
    "report-table-trunk",
    "report-table-index",
    "report-table-tempo",
];
/// Left out when no contact was told in the whole set.
const STICK: [&str; 2] = ["report-table-clean_depth", "report-table-stick"];
const LAST: &str = "report-table-faults";

pub(super) fn reps(m: &mut Markup, analysis: &Analysis) {
    let with_stick = contacts::are_told(analysis);
    let stick: &[&str] = if with_stick { &STICK } else { &[] };
    super::section(m, "reps", "report-section-reps", |m| {
        let class = if with_stick {
            "reps with-stick"
        } else {
            "reps"
        };
        m.element("table", &[("class", &class), TABLE], |m| {
            m.leaf(
                "caption",
                &[("class", &"sr")],
                &m.say("report-table-caption"),
            );
            m.element("thead", &[("role", &"rowgroup")], |m| {
                m.element("tr", &[ROW], |m| {
                    let columns = [&[FIRST], &ANGLES[..], stick, &[LAST]].concat();
                    for key in columns {
                        let attributes: super::markup::Attributes =
                            &[("scope", &"col"), ("role", &"columnheader")];
                        m.leaf("th", attributes, &m.say(key));
                    }
                });
            });
            m.element("tbody", &[("role", &"rowgroup")], |m| {
                for rep in &analysis.reps {
                    row(m, rep, number_of(analysis, rep), with_stick);
                }
            });
        });
        if with_stick {
            contacts::legend(m);
        }
        m.leaf("p", &[("class", &"note")], &m.say("report-table-units"));
        if with_stick {
            m.leaf(
                "p",
                &[("class", &"note")],
                &m.say("report-table-stick_note"),
            );
        }
    });
}

fn row(m: &mut Markup, rep: &Rep, number: Option<usize>, with_stick: bool) {
    let class = if rep.counted { "rep" } else { "rep attempt" };
    m.element("tr", &[ROW, ("class", &class)], |m| {
        let name = number.map_or_else(|| m.say("report-table-attempt"), |n| n.to_string());
        m.leaf("th", &[("scope", &"row"), ("role", &"rowheader")], &name);
        let index = rep.hinge_index.to_string();
        let words = m.words();
        let values = [
            format!("{}–{}", clock(words, rep.start_s), clock(words, rep.end_s)),
            angle(rep.hip_flexion_deg),
            angle(rep.knee_flexion_deg),
            angle(rep.trunk_lean_deg),
            if rep.counted { index } else { "–".into() },
            tempo(words, rep.tempo_s),
        ];
        for (key, value) in ANGLES.into_iter().zip(values) {
            cell(m, key, |m| m.text(&value));
        }
        if with_stick {
            let depth = rep.clean_depth_deg.filter(|_| rep.counted);
            let [clean_depth, stick] = STICK;
            cell(m, clean_depth, |m| {
                m.text(&angle(depth.unwrap_or(f64::NAN)));
            });
            cell(m, stick, |m| {
                if rep.counted {
                    contacts::signs(m, &rep.dowel);
                } else {
                    m.text("–");
                }
            });
        }
        m.element("td", &[("role", &"cell"), ("class", &"found")], |m| {
            found(m, rep)
        });
    });
}

fn cell(m: &mut Markup, key: &str, inside: impl FnOnce(&mut Markup)) {
    let label = m.say(key);
    m.element("td", &[("role", &"cell"), ("data-label", &label)], inside);
}

fn found(m: &mut Markup, rep: &Rep) {
    if !rep.counted {
        return m.text(&attempt_reason(m.words(), rep));
    }
    if faults(rep).next().is_none() {
        return verdict_without_fault(m, rep);
    }
    m.element("ul", &[("class", &"faults")], |m| {
        for fault in faults(rep) {
            let phase = fault.phase.map(|p| m.of("report-phase-{id}", p));
            let detail = [Some(severity(m.words(), fault.severity)), phase];
            let detail: Vec<String> = detail.into_iter().flatten().collect();
            m.element("li", &[], |m| {
                m.text(&m.fault_name(fault.id));
                m.leaf("small", &[], &format!(" {}", detail.join(", ")));
            });
        }
    });
}

fn verdict_without_fault(m: &mut Markup, rep: &Rep) {
    if rep.is_judged() {
        let words = if is_back_judged(rep) {
            "report-table-clean"
        } else {
            "report-table-clean_unseen"
        };
        m.leaf(
            "span",
            &[("class", &"clean")],
            &format!("✓ {}", m.say(words)),
        );
    } else {
        m.text(&format!("? {}", m.say("report-table-not_judged")));
    }
}

/// Why a movement was not counted, in words.
pub(super) fn attempt_reason(words: &Words, rep: &Rep) -> String {
    match rep.attempt_reason {
        Some(reason) => of(words, "report-attempt_reason-{id}", reason),
        None => words.get("report-attempt_reason-unknown"),
    }
}

pub(super) fn cues(m: &mut Markup, cues: &[SpokenCue]) {
    super::section(m, "cues", "report-section-cues", |m| {
        if cues.is_empty() {
            return m.leaf("p", &[], &m.say("report-cues-none"));
        }
        m.element("table", &[("class", &"cues")], |m| {
            m.leaf(
                "caption",
                &[("class", &"sr")],
                &m.say("report-cues-caption"),
            );
            m.element("thead", &[("class", &"sr")], |m| {
                m.element("tr", &[], |m| {
                    m.leaf("th", &[("scope", &"col")], &m.say("report-cues-at"));
                    m.leaf("th", &[("scope", &"col")], &m.say("report-cues-text"));
                });
            });
            m.element("tbody", &[], |m| {
                for cue in cues {
                    m.element("tr", &[], |m| {
                        m.leaf("th", &[("scope", &"row")], &clock(m.words(), cue.at_s));
                        m.leaf("td", &[], &quoted(m.words(), &cue.text));
                    });
                }
            });
        });
    });
}
