//! The table of repetitions and the list of cues.

use super::markup::Markup;
use super::numbers::{angle, clock, tempo};
use super::words::{of, text};
use super::{faults, is_judged, number_of, severity_word};
use crate::analysis::{Analysis, Rep, SpokenCue};

// On a phone each row becomes a card by CSS, which would take the table's meaning away from a screen
// reader; the explicit roles keep it.
const TABLE: (&str, &dyn std::fmt::Display) = ("role", &"table");
const ROW: (&str, &dyn std::fmt::Display) = ("role", &"row");

const COLUMNS: [&str; 8] = [
    "table.rep",
    "table.time",
    "table.depth",
    "table.knee",
    "table.trunk",
    "table.index",
    "table.tempo",
    "table.faults",
];

pub(super) fn reps(m: &mut Markup, analysis: &Analysis) {
    super::section(m, "reps", text("section.reps"), |m| {
        m.element("table", &[("class", &"reps"), TABLE], |m| {
            m.leaf("caption", &[("class", &"sr")], text("table.caption"));
            m.element("thead", &[("role", &"rowgroup")], |m| {
                m.element("tr", &[ROW], |m| {
                    for key in COLUMNS {
                        let attributes: super::markup::Attributes =
                            &[("scope", &"col"), ("role", &"columnheader")];
                        m.leaf("th", attributes, text(key));
                    }
                });
            });
            m.element("tbody", &[("role", &"rowgroup")], |m| {
                for rep in &analysis.reps {
                    row(m, rep, number_of(analysis, rep));
                }
            });
        });
        m.leaf("p", &[("class", &"note")], text("table.units"));
    });
}

fn row(m: &mut Markup, rep: &Rep, number: Option<usize>) {
    let class = if rep.counted { "rep" } else { "rep attempt" };
    m.element("tr", &[ROW, ("class", &class)], |m| {
        let name = number.map_or_else(|| text("table.attempt").to_owned(), |n| n.to_string());
        m.leaf("th", &[("scope", &"row"), ("role", &"rowheader")], &name);
        let index = rep.hinge_index.to_string();
        let cells = [
            format!("{}–{}", clock(rep.start_s), clock(rep.end_s)),
            angle(rep.hip_flexion_deg),
            angle(rep.knee_flexion_deg),
            angle(rep.trunk_lean_deg),
            if rep.counted { index } else { "–".into() },
            tempo(rep.tempo_s),
        ];
        for (key, value) in COLUMNS[1..7].iter().zip(cells) {
            m.leaf(
                "td",
                &[("role", &"cell"), ("data-label", &text(key))],
                &value,
            );
        }
        m.element("td", &[("role", &"cell"), ("class", &"found")], |m| {
            found(m, rep)
        });
    });
}

fn found(m: &mut Markup, rep: &Rep) {
    if !rep.counted {
        return m.text(&attempt_reason(rep));
    }
    if faults(rep).next().is_none() {
        return verdict_without_fault(m, rep);
    }
    m.element("ul", &[("class", &"faults")], |m| {
        for fault in faults(rep) {
            let phase = fault.phase.map(|p| of("phase", p));
            let detail = [Some(severity_word(fault.severity).to_owned()), phase];
            let detail: Vec<String> = detail.into_iter().flatten().collect();
            m.element("li", &[], |m| {
                m.text(&of("fault", fault.id));
                m.leaf("small", &[], &format!(" {}", detail.join(", ")));
            });
        }
    });
}

fn verdict_without_fault(m: &mut Markup, rep: &Rep) {
    if is_judged(rep) {
        m.leaf(
            "span",
            &[("class", &"clean")],
            &format!("✓ {}", text("table.clean")),
        );
    } else {
        m.text(&format!("? {}", text("table.not_judged")));
    }
}

/// Why a movement was not counted, in words.
pub(super) fn attempt_reason(rep: &Rep) -> String {
    match rep.attempt_reason {
        Some(reason) => of("attempt_reason", reason),
        None => text("attempt_reason.unknown").to_owned(),
    }
}

pub(super) fn cues(m: &mut Markup, cues: &[SpokenCue]) {
    super::section(m, "cues", text("section.cues"), |m| {
        if cues.is_empty() {
            return m.leaf("p", &[], text("cues.none"));
        }
        m.element("table", &[("class", &"cues")], |m| {
            m.leaf("caption", &[("class", &"sr")], text("cues.caption"));
            m.element("thead", &[("class", &"sr")], |m| {
                m.element("tr", &[], |m| {
                    m.leaf("th", &[("scope", &"col")], text("cues.at"));
                    m.leaf("th", &[("scope", &"col")], text("cues.text"));
                });
            });
            m.element("tbody", &[], |m| {
                for cue in cues {
                    m.element("tr", &[], |m| {
                        m.leaf("th", &[("scope", &"row")], &clock(cue.at_s));
                        m.leaf("td", &[], &format!("“{}”", cue.text));
                    });
                }
            });
        });
    });
}
