//! The top of the page: what a coach would say in half a minute.

use super::markup::Markup;
use super::numbers::{angle, median, minutes, range, tempo};
use super::words::{quoted, severity};
use super::{ReportInput, Withheld, counted, is_back_judged, is_clean, shows_reps, withheld};
use crate::analysis::{
    Analysis, FaultFact, FaultId, Movement, Rep, Tempo, Verdict, ViewReason, ViewVerdict,
};
use crate::words::{Value, Words};

/// From here up a median index is called a hinge, below the other a squat; between them it is mixed.
const HINGE_FROM: f64 = 60.0;
const SQUAT_BELOW: f64 = 50.0;
/// Bottoms this close together are a steady depth.
const STEADY_DEPTH_DEG: f64 = 8.0;
const PRAISES: usize = 3;
/// More reasons than this are left to the list further down.
const REASONS: usize = 3;

pub(super) fn header(m: &mut Markup, input: &ReportInput) {
    m.element("header", &[], |m| {
        if shows_reps(input.analysis) {
            m.leaf(
                "a",
                &[("class", &"skip"), ("href", &"#reps")],
                &m.say("report-page-skip"),
            );
        }
        m.leaf("p", &[("class", &"kicker")], &m.say("report-page-kicker"));
        m.leaf("h1", &[], input.title);
        let length = input.analysis.video.as_ref().map(|v| minutes(v.duration_s));
        let mut facts = vec![m.fill("report-page-drawn_up", &[("date", input.drawn_up.into())])];
        facts.extend(length.map(|l| m.fill("report-page-length", &[("length", l.into())])));
        m.leaf("p", &[("class", &"meta")], &facts.join(" · "));
    });
}

pub(super) fn sections(m: &mut Markup, analysis: &Analysis) {
    if analysis.view.verdict == ViewVerdict::Refused {
        return refused(m, analysis);
    }
    if analysis.view.reasons.contains(&ViewReason::NoPerson) && analysis.reps.is_empty() {
        return refused(m, analysis);
    }
    if counted(analysis).next().is_none() {
        return empty(m, analysis);
    }
    m.element("section", &[("class", &"summary")], |m| {
        headline(m, analysis);
        tiles(m, analysis);
        m.element("div", &[("class", &"coach")], |m| {
            one_change(m, analysis);
            going_well(m, analysis);
            cant_tell_yet(m, analysis);
        });
        tips(m, &analysis.view.reasons);
    });
}

fn refused(m: &mut Markup, analysis: &Analysis) {
    m.element("section", &[("class", &"summary notice")], |m| {
        m.leaf("h2", &[], &m.say("report-view-refused_title"));
        if analysis.view.reasons.is_empty() {
            return m.leaf(
                "p",
                &[("class", &"lead")],
                &m.say("report-view-refused_plain"),
            );
        }
        m.leaf(
            "p",
            &[("class", &"lead")],
            &m.say("report-view-refused_lead"),
        );
        reasons(m, &analysis.view.reasons);
    });
}

fn reasons(m: &mut Markup, reasons: &[ViewReason]) {
    m.element("ul", &[], |m| {
        for reason in reasons {
            m.leaf("li", &[], &m.of("report-view_reason-{id}", reason));
        }
    });
}

fn tips(m: &mut Markup, view_reasons: &[ViewReason]) {
    if !view_reasons.is_empty() {
        m.element("div", &[("class", &"card tips")], |m| {
            m.leaf("h3", &[], &m.say("report-view-tips_title"));
            reasons(m, view_reasons);
        });
    }
}

fn empty(m: &mut Markup, analysis: &Analysis) {
    m.element("section", &[("class", &"summary notice")], |m| {
        m.leaf("h2", &[], &m.say("report-empty-title"));
        m.leaf("p", &[("class", &"lead")], &m.say("report-empty-lead"));
        m.element("ol", &[], |m| {
            for step in [
                "report-empty-step_1",
                "report-empty-step_2",
                "report-empty-step_3",
            ] {
                m.leaf("li", &[], &m.say(step));
            }
        });
        if !analysis.reps.is_empty() {
            m.leaf("p", &[], &m.say("report-empty-attempts"));
            m.element("ul", &[], |m| {
                for rep in &analysis.reps {
                    let time = minutes(rep.start_s);
                    let why = super::tables::attempt_reason(m.words(), rep);
                    m.leaf("li", &[], &format!("{time}: {why}"));
                }
            });
        }
    });
    if !analysis.view.reasons.is_empty() {
        tips(m, &analysis.view.reasons);
    }
}

fn headline(m: &mut Markup, analysis: &Analysis) {
    let n = counted(analysis).count();
    m.leaf(
        "h2",
        &[("class", &"headline")],
        &count_of_movement(m, analysis.movement, n),
    );
    let judged = counted(analysis).filter(|r| r.is_judged()).count();
    let clean = counted(analysis).filter(|r| is_clean(r)).count();
    let form = match clean {
        _ if judged == 0 => m.say("report-lead-not_judged"),
        0 => m.say("report-lead-none_clean"),
        c if c == n => m.say("report-lead-all_clean"),
        c => m.fill(
            "report-lead-some_clean",
            &[("clean", c.into()), ("n", n.into())],
        ),
    };
    m.leaf(
        "p",
        &[("class", &"lead")],
        &format!("{} {form}", kind_of_movement(m, analysis)),
    );
    let attempts = analysis.reps.len() - n;
    if attempts > 0 {
        m.leaf(
            "p",
            &[("class", &"meta")],
            &m.fill("report-attempts", &[("n", attempts.into())]),
        );
    }
}

fn count_of_movement(m: &Markup, movement: Movement, n: usize) -> String {
    let id = match movement {
        Movement::Hinge => "report-movement-hinge",
        Movement::Squat => "report-movement-squat",
        // A counted movement of no known kind is still a movement.
        Movement::Other | Movement::None => "report-movement-other",
    };
    m.fill(id, &[("n", n.into())])
}

fn kind_of_movement(m: &Markup, analysis: &Analysis) -> String {
    match index_median(analysis) {
        _ if analysis.movement == Movement::Other => String::new(),
        Some(i) if i >= HINGE_FROM => m.say("report-lead-hinge"),
        Some(i) if i < SQUAT_BELOW => m.say("report-lead-squat"),
        Some(_) => m.say("report-lead-mixed"),
        None => String::new(),
    }
}

fn index_median(analysis: &Analysis) -> Option<f64> {
    median(counted(analysis).map(|r| f64::from(r.hinge_index)))
}

fn tiles(m: &mut Markup, analysis: &Analysis) {
    let class = match analysis.clean_depth_deg {
        Some(_) => "tiles of5",
        None => "tiles",
    };
    m.element("dl", &[("class", &class)], |m| {
        let n = counted(analysis).count();
        let clean = counted(analysis).filter(|r| is_clean(r)).count();
        let note = if counted(analysis).any(Rep::is_judged) {
            let seen = counted(analysis).any(is_back_judged);
            m.fill(
                if seen {
                    "report-tile-clean"
                } else {
                    "report-tile-clean_unseen"
                },
                &[("clean", clean.into()), ("n", n.into())],
            )
        } else {
            m.say("report-tile-not_judged")
        };
        tile(m, "plain", "report-tile-reps", &n.to_string(), &note);
        index_tile(m, analysis);
        let part = |f: fn(&Tempo) -> f64| median(counted(analysis).map(|r| f(&r.tempo_s)));
        if let (Some(down), Some(pause), Some(up)) =
            (part(|t| t.down), part(|t| t.pause), part(|t| t.up))
        {
            let middle = tempo(m.words(), Tempo { down, pause, up });
            let parts = m.say("report-tile-tempo_parts");
            tile(m, "wide last", "report-tile-tempo", &middle, &parts);
        }
        depth_tile(m, analysis);
        if let Some(clean) = analysis.clean_depth_deg {
            let note = m.say("report-tile-clean_depth_note");
            tile(m, "plain", "report-tile-clean_depth", &angle(clean), &note);
        }
    });
}

fn tile(m: &mut Markup, class: &str, name: &str, value: &str, note: &str) {
    m.element("div", &[("class", &class)], |m| {
        m.leaf("dt", &[], &m.say(name));
        m.leaf("dd", &[("class", &"value")], value);
        m.leaf("dd", &[("class", &"note")], note);
    });
}

fn depth_tile(m: &mut Markup, analysis: &Analysis) {
    let depths = || counted(analysis).map(|r| r.hip_flexion_deg);
    let (Some(middle), Some((low, high))) = (median(depths()), range(depths())) else {
        return;
    };
    let note = if angle(low) == angle(high) {
        m.say("report-tile-depth_one")
    } else {
        m.fill(
            "report-tile-depth_range",
            &[("low", angle(low).into()), ("high", angle(high).into())],
        )
    };
    tile(m, "plain", "report-tile-depth", &angle(middle), &note);
}

fn index_tile(m: &mut Markup, analysis: &Analysis) {
    let Some(middle) = index_median(analysis) else {
        return;
    };
    let single: Vec<u8> = counted(analysis).map(|r| r.hinge_index.min(100)).collect();
    let median = format!("{middle:.0}");
    let spoken: Vec<String> = single.iter().take(30).map(u8::to_string).collect();
    let label = m.fill(
        "report-tile-index_label",
        &[
            ("median", (&median).into()),
            ("reps", spoken.join(", ").into()),
        ],
    );
    m.element("div", &[("class", &"wide")], |m| {
        m.leaf("dt", &[], &m.say("report-tile-index"));
        m.leaf("dd", &[("class", &"value")], &median);
        m.element(
            "dd",
            &[
                ("class", &"gauge"),
                ("role", &"img"),
                ("aria-label", &label),
            ],
            |m| {
                m.element("div", &[("class", &"track")], |m| {
                    let mut marks = single;
                    marks.sort_unstable();
                    marks.dedup();
                    for index in marks {
                        m.leaf("i", &[("style", &format_args!("left:{index}%"))], "");
                    }
                    m.leaf("b", &[("style", &format_args!("left:{median}%"))], "");
                });
                m.element("div", &[("class", &"ends")], |m| {
                    m.leaf("span", &[], &m.say("report-tile-squat_end"));
                    m.leaf("span", &[], &m.say("report-tile-hinge_end"));
                });
            },
        );
        m.leaf(
            "dd",
            &[("class", &"note")],
            &m.say("report-tile-index_scale"),
        );
    });
}

/// How often and how strongly one fault showed over the counted repetitions.
struct Finding<'a> {
    id: FaultId,
    judged: usize,
    count: usize,
    /// The repetition it showed most in, by its number, and the fact there.
    worst: Option<(usize, &'a FaultFact)>,
}

fn findings<'a>(analysis: &'a Analysis) -> impl Iterator<Item = Finding<'a>> {
    FaultId::ALL.iter().map(move |&id| {
        let facts = || {
            let in_rep = |(i, r): (usize, &'a Rep)| r.faults.iter().map(move |f| (i + 1, f));
            let all = counted(analysis).enumerate().flat_map(in_rep);
            all.filter(move |(_, f)| f.id == id)
        };
        let seen = || facts().filter(|(_, f)| f.is_fault());
        let worst = seen().reduce(|w, f| if f.1.severity > w.1.severity { f } else { w });
        Finding {
            id,
            judged: facts()
                .filter(|(_, f)| f.verdict != Verdict::CantTell)
                .count(),
            count: seen().count(),
            worst,
        }
    })
}

/// What matters less than the rest: notes on dose and range rather than on the movement itself.
fn is_soft(id: FaultId) -> bool {
    use FaultId::*;
    matches!(
        id,
        LockedKnees | ShortRange | Rushed | OffTempo | HamstringLimited
    )
}

/// The most frequent fault; a soft one only counts half.
fn main_finding(analysis: &Analysis) -> Option<Finding<'_>> {
    let weight = |f: &Finding| f.count as f64 * if is_soft(f.id) { 0.5 } else { 1.0 };
    findings(analysis)
        .filter(|f| f.count > 0)
        // Of equals the first in the catalogue wins.
        .reduce(|best, f| if weight(&f) > weight(&best) { f } else { best })
}

fn one_change(m: &mut Markup, analysis: &Analysis) {
    let Some(found) = main_finding(analysis) else {
        let (title, body) = if !counted(analysis).any(Rep::is_judged) {
            ("report-change-unjudged_title", "report-change-unjudged")
        } else if counted(analysis).all(is_back_judged) {
            ("report-change-nothing_title", "report-change-nothing")
        } else {
            // Nobody is sent further down with a back that was not seen.
            ("report-change-unseen_title", "report-change-unseen")
        };
        return card(m, "change", title, |m| m.leaf("p", &[], &m.say(body)));
    };
    card(m, "change", "report-change-title", |m| {
        m.leaf("p", &[("class", &"what")], &m.fault_name(found.id));
        m.leaf(
            "blockquote",
            &[],
            &quoted(m.words(), &cue_for(m, analysis, found.id)),
        );
        let seen = where_seen(m.words(), &found);
        let drill = m.say(&format!("fault-{}-drill", found.id));
        let drill = m.fill("report-change-practise", &[("drill", drill.into())]);
        m.leaf("p", &[], &format!("{seen} {drill}"));
    });
}

fn where_seen(words: &Words, found: &Finding) -> String {
    let Some((rep, fact)) = found.worst else {
        return String::new();
    };
    let severity = severity(words, fact.severity);
    let (rep, severity) = (rep.into(), Value::from(&severity));
    if found.count > 1 && found.count == found.judged {
        let values = [("rep", rep), ("severity", severity)];
        return words.fill("report-change-where_all", &values);
    }
    let values = [
        ("count", found.count.into()),
        ("judged", found.judged.into()),
        ("rep", rep),
        ("severity", severity),
    ];
    words.fill("report-change-where", &values)
}

/// The words the person heard during the set, so that the page repeats them.
fn cue_for(m: &Markup, analysis: &Analysis, id: FaultId) -> String {
    analysis
        .cues
        .iter()
        .find(|c| c.id == id.as_str())
        .map_or_else(|| m.say(&format!("cue-{id}")), |c| c.text.clone())
}

fn going_well(m: &mut Markup, analysis: &Analysis) {
    let n = counted(analysis).count();
    let mut praise: Vec<String> = findings(analysis)
        // Judged in nearly every rep and never a fault.
        .filter(|f| f.count == 0 && f.judged * 5 >= n * 4 && f.judged > 0)
        .map(|f| m.of("report-well-{id}", f.id))
        .take(PRAISES)
        .collect();
    praise.extend(steady_depth(m, analysis));
    card(m, "well", "report-well-title", |m| {
        if praise.is_empty() {
            return m.leaf("p", &[], &m.say("report-well-nothing"));
        }
        m.element("ul", &[("class", &"ticks")], |m| {
            for line in praise {
                m.leaf("li", &[], &line);
            }
        });
    });
}

fn steady_depth(m: &Markup, analysis: &Analysis) -> Option<String> {
    let (low, high) = range(counted(analysis).map(|r| r.hip_flexion_deg))?;
    let steady = counted(analysis).count() >= 3 && high - low <= STEADY_DEPTH_DEG;
    steady.then(|| {
        m.fill(
            "report-well-steady_depth",
            &[("spread", angle((high - low).max(1.0)).into())],
        )
    })
}

fn cant_tell_yet(m: &mut Markup, analysis: &Analysis) {
    let n = counted(analysis).count();
    let unseen = counted(analysis).filter(|r| !is_back_judged(r)).count();
    // What fails now and then stands in the list further down.
    let often = |group: &Withheld| 5 * group.reps.len() >= n || withholds_back(group);
    let reasons: Vec<Withheld> = withheld(&analysis.reps)
        .into_iter()
        .filter(|group| !group.is_matter_of_course() && often(group))
        .take(REASONS)
        .collect();
    if reasons.is_empty() {
        return;
    }
    let lead = match unseen {
        0 => m.say("report-unknown-other"),
        all if all == n => m.say("report-unknown-back_all"),
        some => {
            let values = [("count", some.into()), ("n", n.into())];
            m.fill("report-unknown-back_some", &values)
        }
    };
    card(m, "unknown", "report-unknown-title", |m| {
        m.leaf("p", &[], &lead);
        m.element("ul", &[("class", &"reasons")], |m| {
            for group in reasons {
                m.leaf("li", &[], &group.why(m.words()));
            }
        });
    });
}

fn withholds_back(group: &Withheld) -> bool {
    group.faults.contains(&FaultId::RoundedLowerBack)
}

fn card(m: &mut Markup, class: &str, title: &str, inside: impl FnOnce(&mut Markup)) {
    m.element("div", &[("class", &format_args!("card {class}"))], |m| {
        m.leaf("h3", &[], &m.say(title));
        inside(m);
    });
}
