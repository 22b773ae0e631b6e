//! Sessions as files for other programs: CSV for a spreadsheet, JSON with everything.
//!
//! Both are written one session at a time, so memory does not grow with the history.

use std::borrow::Cow;
use std::io::{self, Write};

use serde::Serialize;

use super::words::word_of;
use super::{Pain, SessionId, Store, StoreError, StoredSession, StoredSet, rfc3339};
use crate::analysis::{FaultId, Rep};

/// The `schema` of the JSON export: fields may be added to it, never renamed.
pub const JSON_SCHEMA: &str = "dowel.sessions/1";

/// Why an export stopped.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The place it was written to failed, not the session file.
    #[error("the export could not be written ({0}): free some space or choose another place")]
    Write(#[from] io::Error),
}

/// Writes the sessions `ids` as one JSON object: `schema`, and `sessions` with every fact of each.
///
/// # Errors
/// What was written before the error stays written.
pub fn json(store: &Store, ids: &[SessionId], out: &mut impl Write) -> Result<(), ExportError> {
    #[derive(Serialize)]
    struct Session<'a> {
        /// `started_at_ms` for people, in UTC.
        started_at: String,
        #[serde(flatten)]
        session: &'a StoredSession,
    }

    write!(out, "{{\"schema\":\"{JSON_SCHEMA}\",\"sessions\":[")?;
    for (n, &id) in ids.iter().enumerate() {
        let session = &store.session(id)?;
        let started_at = rfc3339(session.begun.started_at_ms);
        out.write_all(if n == 0 { b"\n" } else { b",\n" })?;
        let whole = Session {
            started_at,
            session,
        };
        serde_json::to_writer(&mut *out, &whole).map_err(io::Error::from)?;
    }
    Ok(out.write_all(b"\n]}\n")?)
}

/// Writes the sessions `ids` as CSV (RFC 4180): a header, then one line a rep, attempts included.
///
/// Each fault of the catalogue has two columns, its verdict and its severity; both are empty where the
/// rep was stored before that fault was known. A session without reps has no line, a set of paced
/// repetitions neither; the JSON has both.
///
/// # Errors
/// What was written before the error stays written.
pub fn csv(store: &Store, ids: &[SessionId], out: &mut impl Write) -> Result<(), ExportError> {
    line(out, &header())?;
    for &id in ids {
        let session = store.session(id)?;
        for rep in &session.reps {
            let mut fields = session_fields(&session)?;
            let mut sets = session.sets.iter();
            let set = sets.find(|set| set.reps.contains(&rep.index));
            fields.extend(rep_fields(rep, set)?);
            fields.extend(fault_fields(rep)?);
            line(out, &fields)?;
        }
    }
    Ok(())
}

const SESSION_COLUMNS: &[&str] = &[
    "session_id",
    "started_at",
    "source",
    "drill",
    "finished",
    "view",
    "near_side",
    "azimuth_deg",
    "movement",
    "clean_depth_deg",
    "app_version",
    "rules_version",
    "pose_model",
    "back_model",
    "ended",
    "pain_before",
    "pain_after",
    "felt",
    "limit_deg",
];

const REP_COLUMNS: &[&str] = &[
    "rep_index",
    "start_s",
    "bottom_s",
    "end_s",
    "counted",
    "attempt_reason",
    "hip_flexion_deg",
    "knee_flexion_deg",
    "trunk_lean_deg",
    "hinge_index",
    "down_s",
    "pause_s",
    "up_s",
    "dowel_head",
    "dowel_mid_back",
    "dowel_tailbone",
    "first_lost_s",
    "rep_clean_depth_deg",
    "set_index",
    "set_correction",
];

fn header() -> Vec<String> {
    let faults = FaultId::ALL
        .iter()
        .flat_map(|id| [id.to_string(), format!("{id}_severity")]);
    let fixed = SESSION_COLUMNS.iter().chain(REP_COLUMNS);
    fixed.map(|&name| name.to_owned()).chain(faults).collect()
}

/// In the order of [`SESSION_COLUMNS`].
fn session_fields(session: &StoredSession) -> io::Result<Vec<String>> {
    let begun = &session.begun;
    let outcome = session.outcome.as_ref();
    let view = outcome.map(|outcome| &outcome.view);
    let notes = &session.notes;
    let felt = notes.felt.iter().map(word_of);
    let felt = felt.collect::<Result<Vec<_>, _>>()?;
    Ok(vec![
        session.id.to_string(),
        rfc3339(begun.started_at_ms),
        plain_text(&begun.source).into_owned(),
        plain_text(begun.drill.as_deref().unwrap_or_default()).into_owned(),
        outcome.is_some().to_string(),
        word(view.map(|view| view.verdict))?,
        word(view.and_then(|view| view.near_side))?,
        number(view.and_then(|view| view.azimuth_deg)),
        word(outcome.map(|outcome| outcome.movement))?,
        number(outcome.and_then(|outcome| outcome.clean_depth_deg)),
        begun.versions.app.clone(),
        begun.versions.rules.clone(),
        begun.versions.pose_model.clone(),
        begun.versions.back_model.clone(),
        word(notes.ended)?,
        pain(notes.pain_before),
        pain(notes.pain_after),
        felt.join(" "),
        number(notes.limit_deg),
    ])
}

fn pain(pain: Option<Pain>) -> String {
    let number = pain.map(u8::from);
    number.map(|n| n.to_string()).unwrap_or_default()
}

/// In the order of [`REP_COLUMNS`].
fn rep_fields(rep: &Rep, set: Option<&StoredSet>) -> io::Result<Vec<String>> {
    Ok(vec![
        rep.index.to_string(),
        rep.start_s.to_string(),
        rep.bottom_s.to_string(),
        rep.end_s.to_string(),
        rep.counted.to_string(),
        word(rep.attempt_reason)?,
        rep.hip_flexion_deg.to_string(),
        rep.knee_flexion_deg.to_string(),
        rep.trunk_lean_deg.to_string(),
        rep.hinge_index.to_string(),
        rep.tempo_s.down.to_string(),
        rep.tempo_s.pause.to_string(),
        rep.tempo_s.up.to_string(),
        word(Some(rep.dowel.head))?,
        word(Some(rep.dowel.mid_back))?,
        word(Some(rep.dowel.tailbone))?,
        number(rep.dowel.first_lost_s),
        number(rep.clean_depth_deg),
        set.map(|set| set.index.to_string()).unwrap_or_default(),
        set.map(|set| set.correction.to_string())
            .unwrap_or_default(),
    ])
}

/// Verdict and severity of every fault of the catalogue, in its order.
fn fault_fields(rep: &Rep) -> io::Result<Vec<String>> {
    let mut fields = Vec::with_capacity(2 * FaultId::ALL.len());
    for &id in FaultId::ALL {
        let fact = rep.fact(id);
        fields.push(word(fact.map(|fact| fact.verdict))?);
        fields.push(number(fact.map(|fact| fact.severity)));
    }
    Ok(fields)
}

fn word(value: Option<impl Serialize>) -> io::Result<String> {
    Ok(value.as_ref().map(word_of).transpose()?.unwrap_or_default())
}

fn number(value: Option<f64>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// Text that a spreadsheet would run as a formula gets an apostrophe before it: a clip's file name may
/// come from anybody. The JSON export has it unchanged.
fn plain_text(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}").into()
    } else {
        text.into()
    }
}

fn line(out: &mut impl Write, fields: &[String]) -> io::Result<()> {
    let fields: Vec<_> = fields.iter().map(|field| quoted(field)).collect();
    write!(out, "{}\r\n", fields.join(","))
}

fn quoted(field: &str) -> Cow<'_, str> {
    if field.contains(['"', ',', '\r', '\n']) {
        format!("\"{}\"", field.replace('"', "\"\"")).into()
    } else {
        field.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_quoted_only_where_rfc_4180_asks() {
        for (field, written) in [
            ("hinge.mp4", "hinge.mp4"),
            ("", ""),
            ("a b", "a b"),
            ("a,b", "\"a,b\""),
            ("say \"hi\"", "\"say \"\"hi\"\"\""),
            ("two\nlines", "\"two\nlines\""),
        ] {
            assert_eq!(quoted(field), written);
        }
    }

    #[test]
    fn a_file_name_is_never_a_formula() {
        assert_eq!(plain_text("=1+1.mp4"), "'=1+1.mp4");
        assert_eq!(plain_text("@sum.mp4"), "'@sum.mp4");
        assert_eq!(plain_text("set-1.mp4"), "set-1.mp4");
    }
}
