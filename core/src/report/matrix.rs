//! Faults against repetitions, and what could not be judged and why.

use super::markup::Markup;
use super::words;
use super::{Withheld, counted, withheld};
use crate::analysis::{Analysis, FaultFact, FaultId, Rep, Verdict};
use crate::words::Words;

/// Columns side by side; more repetitions go into further tables, so that paper can hold them.
const COLUMNS: usize = 20;
/// More numbers of repetitions than this say less than how many there are.
const MOST_NUMBERS: usize = 12;

pub(super) fn section(m: &mut Markup, analysis: &Analysis) {
    let reps: Vec<&Rep> = counted(analysis).collect();
    if reps.is_empty() {
        return;
    }
    let judged: Vec<FaultId> = FaultId::ALL
        .iter()
        .copied()
        .filter(|&id| reps.iter().any(|r| is_judged(r, id)))
        .collect();
    let untold = withheld(&analysis.reps);
    super::section(m, "matrix", "report-section-matrix", |m| {
        if judged.is_empty() {
            m.leaf("p", &[], &m.say("report-matrix-none"));
        } else {
            legend(m);
            for (i, block) in reps.chunks(COLUMNS).enumerate() {
                table(m, &judged, block, i * COLUMNS);
            }
        }
        if !untold.is_empty() {
            reasons(m, &untold, reps.len());
        }
    });
}

fn is_judged(rep: &Rep, id: FaultId) -> bool {
    rep.fact(id).is_some_and(|f| f.verdict != Verdict::CantTell)
}

fn legend(m: &mut Markup) {
    m.element("p", &[("class", &"legend")], |m| {
        let entries = [
            ("ok", "✓", "report-matrix-legend_ok"),
            ("fault", "▲", "report-matrix-legend_fault"),
            ("cant", "?", "report-matrix-legend_cant_tell"),
        ];
        for (class, sign, key) in entries {
            m.element("span", &[], |m| {
                m.leaf("b", &[("class", &class)], sign);
                m.text(&format!(" {}", m.say(key)));
            });
        }
    });
}

/// One block of repetitions, the first of them numbered `before + 1`.
fn table(m: &mut Markup, ids: &[FaultId], reps: &[&Rep], before: usize) {
    let (from, to) = (before + 1, before + reps.len());
    // A wide table scrolls by itself on a phone; a region that scrolls must be reachable by keyboard.
    let name = m.fill(
        "report-matrix-caption",
        &[("from", from.into()), ("to", to.into())],
    );
    m.element(
        "div",
        &[
            ("class", &"scroll"),
            ("role", &"region"),
            ("tabindex", &"0"),
            ("aria-label", &name),
        ],
        |m| {
            m.element("table", &[("class", &"matrix")], |m| {
                m.leaf("caption", &[("class", &"sr")], &name);
                m.element("thead", &[], |m| {
                    m.element("tr", &[], |m| {
                        m.leaf("th", &[("scope", &"col")], &m.say("report-matrix-fault"));
                        for n in before + 1..=before + reps.len() {
                            let label = m.fill("report-matrix-rep", &[("n", n.into())]);
                            let number = n.to_string();
                            m.leaf("th", &[("scope", &"col"), ("aria-label", &label)], &number);
                        }
                    });
                });
                m.element("tbody", &[], |m| {
                    for &id in ids {
                        m.element("tr", &[], |m| {
                            m.leaf("th", &[("scope", &"row")], &m.fault_name(id));
                            for rep in reps {
                                cell(m, rep.fact(id));
                            }
                        });
                    }
                });
            });
        },
    );
}

fn cell(m: &mut Markup, fact: Option<&FaultFact>) {
    match fact.map(|f| (f.verdict, f.severity)) {
        Some((Verdict::Ok, _)) => m.leaf("td", &[], "✓"),
        Some((Verdict::Fault, severity)) => {
            let word = words::severity(m.words(), severity);
            let label = m.fill("report-matrix-fault_in", &[("severity", word.into())]);
            m.element("td", &[("class", &"f")], |m| {
                m.leaf(
                    "span",
                    &[("role", &"img"), ("aria-label", &label), ("title", &label)],
                    "▲",
                );
            });
        }
        Some((Verdict::CantTell, _)) | None => m.leaf("td", &[("class", &"c")], "?"),
    }
}

/// What was withheld, each reason once.
fn reasons(m: &mut Markup, untold: &[Withheld], reps: usize) {
    m.leaf("h3", &[], &m.say("report-matrix-withheld"));
    m.element("dl", &[("class", &"withheld")], |m| {
        for group in untold {
            m.element("div", &[], |m| {
                let names: Vec<String> = group.faults.iter().map(|&id| m.fault_name(id)).collect();
                m.leaf("dt", &[], &names.join(" · "));
                let why = group.why(m.words());
                let why = match some_of(m.words(), &group.reps, reps) {
                    Some(which) => m.fill(
                        "report-matrix-why_some",
                        &[("reps", which.into()), ("why", why.into())],
                    ),
                    None => why,
                };
                m.leaf("dd", &[], &why);
            });
        }
    });
}

/// Which repetitions these are, in words; None when all of them.
fn some_of(words: &Words, numbers: &[usize], all: usize) -> Option<String> {
    let count = numbers.len();
    if count >= all {
        return None;
    }
    let listed: Vec<String> = numbers.iter().map(usize::to_string).collect();
    Some(match count {
        1 => words.fill("report-matrix-rep", &[("n", numbers[0].into())]),
        2..=MOST_NUMBERS => words.fill("report-matrix-reps", &[("list", listed.join(", ").into())]),
        _ => {
            let values = [("n", count.into()), ("all", all.into())];
            words.fill("report-matrix-many_reps", &values)
        }
    })
}
