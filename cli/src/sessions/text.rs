//! Sessions as text for a terminal.

use std::io::{self, Write};
use std::path::Path;

use dowel_core::analysis::{FaultFact, Rep, Side, View, ViewVerdict};
use dowel_core::report::withheld;
use dowel_core::store::{Notes, Outcome, Pain, SessionSummary, StoredSession, StoredSet, rfc3339};
use dowel_core::words::Words;
use serde_json::Value;

use crate::stick::{Signs, is_told};

const MAX_SOURCE_CHARS: usize = 32;
const MAX_FAULTS_LISTED: usize = 3;

pub fn write_empty(db: &Path, out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "No sessions in {db:?} yet. `dowel analyze VIDEO` stores the first one."
    )
}

pub fn write_list(sessions: &[SessionSummary], out: &mut impl Write) -> io::Result<()> {
    let head = [
        "ID",
        "STARTED (UTC)",
        "SOURCE",
        "MOVEMENT",
        "REPS",
        "NO FAULT",
        "CLEAN DEPTH",
        "SEEN MOST (REPS)",
    ];
    let rows = sessions.iter().map(|session| {
        [
            session.id.to_string(),
            minute(session.begun.started_at_ms),
            shortened(&printable(&session.begun.source)),
            movement(session.outcome.as_ref()),
            reps(session.digest.counted, session.digest.attempts),
            session.digest.without_fault.to_string(),
            clean_depth(session.outcome.as_ref().and_then(|o| o.clean_depth_deg)),
            most_seen(session),
        ]
    });
    write_table(head, rows, out)
}

pub fn write_session(session: &StoredSession, out: &mut impl Write) -> io::Result<()> {
    let begun = &session.begun;
    let versions = &begun.versions;
    let attempts = session.reps.iter().filter(|rep| !rep.counted).count();
    let counted_reps = session.reps.len() - attempts;
    writeln!(out, "Session {}", session.id)?;
    let mut fact = |name: &str, value: &str| writeln!(out, "  {name:<12}{}", printable(value));
    fact("started", &format!("{} UTC", minute(begun.started_at_ms)))?;
    fact("source", &begun.source)?;
    if let Some(drill) = &begun.drill {
        fact("drill", &spaced(drill))?;
    }
    if let Some(outcome) = &session.outcome {
        fact("view", &view(&outcome.view))?;
    }
    fact("movement", &movement(session.outcome.as_ref()))?;
    if let Some(depth_deg) = session.outcome.as_ref().and_then(|o| o.clean_depth_deg) {
        fact("clean depth", &format!("{depth_deg:.0}°"))?;
    }
    fact("reps", &reps(counted_reps as u32, attempts as u32))?;
    for (name, value) in notes(&session.notes) {
        fact(name, &value)?;
    }
    for set in session.sets.iter().filter(|_| session.sets.len() > 1) {
        fact(&format!("set {}", set.index + 1), &of_set(set))?;
    }
    fact(
        "made with",
        &format!(
            "Dowel {}, rules {}, pose model {}, back model {}",
            versions.app, versions.rules, versions.pose_model, versions.back_model
        ),
    )?;
    if !session.reps.is_empty() {
        writeln!(out)?;
        write_reps(&session.reps, out)?;
    }
    if !session.cues.is_empty() {
        writeln!(out, "\nCues")?;
        for cue in &session.cues {
            writeln!(out, "  {:6.1} s  {}", cue.at_s, printable(&cue.text))?;
        }
    }
    write_cant_tell(&session.reps, out)
}

/// What was noted, by its name.
fn notes(notes: &Notes) -> Vec<(&'static str, String)> {
    let pain = match (notes.pain_before, notes.pain_after) {
        (None, None) => None,
        (before, after) => {
            let of = |pain: Option<Pain>| pain.map_or("?".to_owned(), |p| u8::from(p).to_string());
            Some(format!("{} before, {} after", of(before), of(after)))
        }
    };
    let felt: Vec<String> = notes.felt.iter().map(word).collect();
    [
        ("ended", notes.ended.map(|ended| word(&ended))),
        ("pain", pain),
        ("felt", (!felt.is_empty()).then(|| felt.join(", "))),
        ("range", notes.limit_deg.map(|deg| format!("{deg:.0}°"))),
    ]
    .into_iter()
    .filter_map(|(name, value)| Some((name, value?)))
    .collect()
}

fn of_set(set: &StoredSet) -> String {
    let corrected = match set.correction {
        0 => String::new(),
        by => format!(", {by:+} by hand"),
    };
    let length_s = set.end_s - set.start_s;
    let done = counted(set.done() as usize, "rep", "reps");
    format!("{done} in {length_s:.0} s{corrected}")
}

/// For a question or an answer, such as `session 3 (hinge.mp4, 10 reps)`.
pub fn one_line(session: &StoredSession) -> String {
    let reps = session.reps.iter().filter(|rep| rep.counted).count();
    let source = shortened(&printable(&session.begun.source));
    let reps = counted(reps, "rep", "reps");
    format!("session {} ({source}, {reps})", session.id)
}

pub fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

fn write_reps(reps: &[Rep], out: &mut impl Write) -> io::Result<()> {
    let head = [
        "REP", "START", "DOWN", "PAUSE", "UP", "HIP", "CLEAN", "KNEE", "TRUNK", "INDEX", "STICK",
        "FAULTS",
    ];
    let signs = Signs::of_locale();
    let mut nth = 0;
    let rows = reps.iter().map(|rep| {
        nth += u32::from(rep.counted);
        [
            if rep.counted {
                nth.to_string()
            } else {
                "-".to_owned()
            },
            format!("{:.1} s", rep.start_s),
            format!("{:.1} s", rep.tempo_s.down),
            format!("{:.1} s", rep.tempo_s.pause),
            format!("{:.1} s", rep.tempo_s.up),
            format!("{:.0}°", rep.hip_flexion_deg),
            clean_depth(rep.clean_depth_deg.filter(|_| rep.counted)),
            format!("{:.0}°", rep.knee_flexion_deg),
            format!("{:.0}°", rep.trunk_lean_deg),
            rep.hinge_index.to_string(),
            signs.contacts(&rep.dowel),
            remarks(rep),
        ]
    });
    write_table(head, rows, out)?;
    writeln!(
        out,
        "\nIndex: 0 squat, 100 pure hinge. Beside a fault: how far past its limit; +100 % is twice the limit or more."
    )?;
    if is_told(reps) {
        writeln!(out, "{}.", capitalized(&signs.legend()))?;
    }
    Ok(())
}

fn clean_depth(depth_deg: Option<f64>) -> String {
    depth_deg.map_or("-".to_owned(), |deg| format!("{deg:.0}°"))
}

fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|c| c.to_ascii_uppercase());
    first.into_iter().chain(chars).collect()
}

/// What was seen in a rep, or why it was not counted.
fn remarks(rep: &Rep) -> String {
    let reason = rep.attempt_reason.map(|reason| word(&reason));
    let not_counted = match reason {
        _ if rep.counted => None,
        Some(reason) => Some(format!("not counted: {reason}")),
        None => Some("not counted".to_owned()),
    };
    let faults = rep.faults.iter().filter(|fact| fact.is_fault()).map(fault);
    let remarks: Vec<_> = not_counted.into_iter().chain(faults).collect();
    remarks.join(", ")
}

fn fault(fact: &FaultFact) -> String {
    let percent = fact.severity * 100.0;
    format!("{} +{percent:.0} %", spaced(fact.id.as_str()))
}

/// Each reason for which something could not be told, once.
fn write_cant_tell(reps: &[Rep], out: &mut impl Write) -> io::Result<()> {
    let groups = withheld(reps);
    let words = Words::default();
    if !groups.is_empty() {
        writeln!(out, "\nCould not be told")?;
    }
    let all = reps.iter().filter(|rep| rep.counted).count();
    for group in groups {
        let ids: Vec<&str> = group.faults.iter().map(|id| id.as_str()).collect();
        let times = group.reps.len();
        writeln!(out, "  {} ({times} of {all} reps)", group.why(&words))?;
        writeln!(out, "    {}", spaced(&ids.join(", ")))?;
    }
    Ok(())
}

fn view(view: &View) -> String {
    let mut parts = vec![match view.verdict {
        ViewVerdict::Ok => "good".to_owned(),
        ViewVerdict::Refused => "refused".to_owned(),
    }];
    parts.extend(view.reasons.iter().map(word));
    parts.extend(view.near_side.map(|side| {
        match side {
            Side::Left => "left side to the camera",
            Side::Right => "right side to the camera",
        }
        .to_owned()
    }));
    parts.extend(view.azimuth_deg.map(|deg| format!("{deg:.0}° off side-on")));
    parts.join(", ")
}

fn movement(outcome: Option<&Outcome>) -> String {
    outcome.map_or("(cut off)".to_owned(), |outcome| word(&outcome.movement))
}

fn reps(reps: u32, attempts: u32) -> String {
    match attempts {
        0 => reps.to_string(),
        1 => format!("{reps} + 1 attempt"),
        _ => format!("{reps} + {attempts} attempts"),
    }
}

fn most_seen(session: &SessionSummary) -> String {
    let seen = session.digest.most_seen();
    let faults = seen.iter().take(MAX_FAULTS_LISTED);
    let mut text: Vec<_> = faults
        .map(|(id, tally)| format!("{} {}", spaced(id.as_str()), tally.seen))
        .collect();
    let more = seen.len().saturating_sub(MAX_FAULTS_LISTED);
    if more > 0 {
        text.push(format!("{more} more"));
    }
    text.join(", ")
}

/// `2026-03-01 17:05`
fn minute(unix_ms: i64) -> String {
    let text = rfc3339(unix_ms).replace('T', " ");
    text[..text.len() - ":00.000Z".len()].to_owned()
}

/// An enumeration's word from the JSON contract, with spaces.
fn word(value: &impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(Value::String(word)) => spaced(&word),
        _ => String::new(),
    }
}

fn spaced(id: &str) -> String {
    id.replace('_', " ")
}

/// A clip's name may hold anything; a terminal should not obey it.
fn printable(text: &str) -> String {
    let visible = |c: char| if c.is_control() { '\u{fffd}' } else { c };
    text.chars().map(visible).collect()
}

/// Keeps the end, where names differ.
fn shortened(text: &str) -> String {
    let too_many = text.chars().count().saturating_sub(MAX_SOURCE_CHARS);
    if too_many == 0 {
        return text.to_owned();
    }
    let end: String = text.chars().skip(too_many + 1).collect();
    format!("…{end}")
}

/// Columns as wide as their widest cell; numbers to the right.
fn write_table<const N: usize>(
    head: [&str; N],
    rows: impl Iterator<Item = [String; N]>,
    out: &mut impl Write,
) -> io::Result<()> {
    let rows: Vec<_> = std::iter::once(head.map(str::to_owned))
        .chain(rows)
        .collect();
    let width = |column: usize| {
        let cells = rows.iter().map(|row| row[column].chars().count());
        cells.max().unwrap_or_default()
    };
    let is_number = |column: usize| {
        let numeric = |c: char| c.is_ascii_digit() || "-.°s ".contains(c);
        let mut cells = rows.iter().skip(1).map(|row| &row[column]);
        cells.all(|cell| cell.chars().all(numeric))
    };
    let columns: Vec<_> = (0..N).map(|n| (width(n), is_number(n))).collect();
    for row in &rows {
        let cells = row.iter().zip(&columns).map(|(cell, &(width, number))| {
            if number {
                format!("{cell:>width$}")
            } else {
                format!("{cell:<width$}")
            }
        });
        let line = cells.collect::<Vec<_>>().join("  ");
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}
