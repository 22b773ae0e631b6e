//! Faults against repetitions, and what could not be judged and why.

use super::markup::Markup;
use super::words::{fill, of, text};
use super::{counted, severity_word};
use crate::analysis::{Analysis, CantTellReason, FaultFact, FaultId, Rep, Verdict};

/// Columns side by side; more repetitions go into further tables, so that paper can hold them.
const COLUMNS: usize = 20;

pub(super) fn section(m: &mut Markup, analysis: &Analysis) {
    let reps: Vec<&Rep> = counted(analysis).collect();
    if reps.is_empty() {
        return;
    }
    let (judged, withheld): (Vec<FaultId>, Vec<FaultId>) = FaultId::ALL
        .iter()
        .filter(|&&id| reps.iter().any(|r| fact(r, id).is_some()))
        .partition(|&&id| reps.iter().any(|r| is_judged(r, id)));
    super::section(m, "matrix", text("section.matrix"), |m| {
        if judged.is_empty() {
            m.leaf("p", &[], text("matrix.none"));
        } else {
            legend(m);
            for (i, block) in reps.chunks(COLUMNS).enumerate() {
                table(m, &judged, block, i * COLUMNS);
            }
        }
        if !withheld.is_empty() {
            reasons(m, &withheld, &reps);
        }
    });
}

fn fact(rep: &Rep, id: FaultId) -> Option<&FaultFact> {
    rep.faults.iter().find(|f| f.id == id)
}

fn is_judged(rep: &Rep, id: FaultId) -> bool {
    fact(rep, id).is_some_and(|f| f.verdict != Verdict::CantTell)
}

fn legend(m: &mut Markup) {
    m.element("p", &[("class", &"legend")], |m| {
        let entries = [
            ("ok", "✓", "matrix.legend_ok"),
            ("fault", "▲", "matrix.legend_fault"),
            ("cant", "?", "matrix.legend_cant_tell"),
        ];
        for (class, sign, key) in entries {
            m.element("span", &[], |m| {
                m.leaf("b", &[("class", &class)], sign);
                m.text(&format!(" {}", text(key)));
            });
        }
    });
}

/// One block of repetitions, the first of them numbered `before + 1`.
fn table(m: &mut Markup, ids: &[FaultId], reps: &[&Rep], before: usize) {
    let from = (before + 1).to_string();
    let to = (before + reps.len()).to_string();
    // A wide table scrolls by itself on a phone; a region that scrolls must be reachable by keyboard.
    let name = fill("matrix.caption", &[("from", &from), ("to", &to)]);
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
                        m.leaf("th", &[("scope", &"col")], text("matrix.fault"));
                        for n in before + 1..=before + reps.len() {
                            let label = fill("matrix.rep", &[("n", &n.to_string())]);
                            let number = n.to_string();
                            m.leaf("th", &[("scope", &"col"), ("aria-label", &label)], &number);
                        }
                    });
                });
                m.element("tbody", &[], |m| {
                    for &id in ids {
                        m.element("tr", &[], |m| {
                            m.leaf("th", &[("scope", &"row")], &of("fault", id));
                            for rep in reps {
                                cell(m, fact(rep, id));
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
            let label = fill("matrix.fault_in", &[("severity", severity_word(severity))]);
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

/// The faults nobody judged, gathered under the reason that held most often.
fn reasons(m: &mut Markup, ids: &[FaultId], reps: &[&Rep]) {
    let mut groups: Vec<(Option<CantTellReason>, Vec<String>)> = Vec::new();
    for &id in ids {
        let reason = usual_reason(reps, id);
        match groups.iter_mut().find(|(r, _)| *r == reason) {
            Some((_, names)) => names.push(of("fault", id)),
            None => groups.push((reason, vec![of("fault", id)])),
        }
    }
    m.leaf("h3", &[], text("matrix.withheld"));
    m.element("dl", &[("class", &"withheld")], |m| {
        for (reason, names) in groups {
            m.element("div", &[], |m| {
                m.leaf("dt", &[], &names.join(" · "));
                let why = match reason {
                    Some(reason) => of("cant_tell_reason", reason),
                    None => text("cant_tell_reason.unknown").to_owned(),
                };
                m.leaf("dd", &[], &why);
            });
        }
    });
}

fn usual_reason(reps: &[&Rep], id: FaultId) -> Option<CantTellReason> {
    let given: Vec<_> = reps.iter().filter_map(|r| fact(r, id)?.reason).collect();
    let times = |r: &CantTellReason| given.iter().filter(|g| *g == r).count();
    given.iter().copied().max_by_key(times)
}
