//! Reading sessions back. Each method sees one moment of the file, whoever writes to it meanwhile.

use rusqlite::types::FromSql;
use rusqlite::{Connection, OptionalExtension, Params, Row};
use serde::de::DeserializeOwned;

use super::digests::DIGEST;
use super::facts::SessionFacts;
use super::notes::{NOTES, notes};
use super::words::{Json, Word};
use super::{
    NewSession, Outcome, SessionId, SessionSummary, Store, StoreError, StoredSession, digests, sets,
};
use crate::analysis::{Dowel, Rep, SpokenCue, Tempo, Versions, View, ViewReason};

/// Columns in the order of the SELECT. Looking each up by its name takes longer than all the rest of a history.
pub(super) struct Fields<'r> {
    row: &'r Row<'r>,
    at: usize,
}

impl<'r> Fields<'r> {
    pub fn of(row: &'r Row<'_>) -> Self {
        Fields { row, at: 0 }
    }

    pub fn next<T: FromSql>(&mut self) -> rusqlite::Result<T> {
        self.at += 1;
        self.row.get(self.at - 1)
    }

    pub fn optional_word<T: DeserializeOwned>(&mut self) -> rusqlite::Result<Option<T>> {
        let word: Option<Word<T>> = self.next()?;
        Ok(word.map(|word| word.0))
    }

    pub fn json<T: DeserializeOwned>(&mut self) -> rusqlite::Result<T> {
        self.next::<Json<T>>().map(|json| json.0)
    }
}

/// What [`begun`] reads.
const BEGUN: &str =
    "started_at_ms, source, drill, app_version, rules_version, pose_model, back_model";

/// What [`outcome`] reads.
const OUTCOME: &str =
    "view_verdict, view_reasons, near_side, azimuth_deg, movement, clean_depth_deg";

impl Store {
    /// The history, newest first.
    ///
    /// # Errors
    /// [`StoreError::Busy`], [`StoreError::Damaged`], or another failure of the file.
    pub fn sessions(&self) -> Result<Vec<SessionSummary>, StoreError> {
        self.summaries("ORDER BY started_at_ms DESC, id DESC", [])
    }

    /// At most `limit` sessions of the history, newest first: those older than the session `before`, the
    /// last of the page already shown, or the newest.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when `before` was erased meanwhile; or as [`Store::sessions`].
    pub fn sessions_page(
        &self,
        before: Option<SessionId>,
        limit: u32,
    ) -> Result<Vec<SessionSummary>, StoreError> {
        let Some(before) = before else {
            return self.summaries("ORDER BY started_at_ms DESC, id DESC LIMIT ?1", [limit]);
        };
        let started_at_ms: i64 = self
            .conn
            .prepare_cached("SELECT started_at_ms FROM sessions WHERE id = ?1")?
            .query_row([before.0], |row| row.get(0))
            .optional()?
            .ok_or(StoreError::NotFound(before))?;
        self.summaries(
            "WHERE (started_at_ms, id) < (?1, ?2) ORDER BY started_at_ms DESC, id DESC LIMIT ?3",
            (started_at_ms, before.0, limit),
        )
    }

    fn summaries(
        &self,
        which: &str,
        values: impl Params,
    ) -> Result<Vec<SessionSummary>, StoreError> {
        let select = format!(
            "SELECT id, {BEGUN}, {OUTCOME}, {NOTES}, {DIGEST}, uncounted
             FROM sessions JOIN digests ON session_id = id {which}"
        );
        let summaries = self
            .conn
            .prepare_cached(&select)?
            .query_map(values, summary)?
            .collect::<Result<_, _>>()?;
        Ok(summaries)
    }

    /// When each session began in which the person did at least one repetition, Unix time, oldest first:
    /// what a streak is counted from.
    ///
    /// # Errors
    /// As [`Store::sessions`].
    pub fn practised_at_ms(&self) -> Result<Vec<i64>, StoreError> {
        let practised = self
            .conn
            .prepare_cached(
                "SELECT started_at_ms FROM sessions JOIN digests ON session_id = id
                 WHERE counted + uncounted > 0 ORDER BY started_at_ms",
            )?
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        Ok(practised)
    }

    /// One session with everything in it.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], or as [`Store::sessions`].
    pub fn session(&self, id: SessionId) -> Result<StoredSession, StoreError> {
        let tx = self.conn.unchecked_transaction()?;
        let select = format!("SELECT {BEGUN}, {OUTCOME}, {NOTES} FROM sessions WHERE id = ?1");
        let head = tx
            .prepare_cached(&select)?
            .query_row([id.0], |row| {
                let fields = &mut Fields::of(row);
                Ok((begun(fields)?, outcome(fields)?, notes(fields)?))
            })
            .optional()?;
        let (begun, outcome, notes) = head.ok_or(StoreError::NotFound(id))?;
        Ok(StoredSession {
            id,
            begun,
            outcome,
            notes,
            sets: sets::read(&tx, id)?,
            reps: reps(&tx, id)?,
            cues: cues(&tx, id)?,
        })
    }
}

fn summary(row: &Row<'_>) -> rusqlite::Result<SessionSummary> {
    let fields = &mut Fields::of(row);
    let id = SessionId(fields.next()?);
    let (begun, outcome, notes) = (begun(fields)?, outcome(fields)?, notes(fields)?);
    let digest = digests::read(fields)?;
    Ok(SessionSummary {
        id,
        begun,
        outcome,
        notes,
        done: sets::done(digest.counted, fields.next()?),
        digest,
    })
}

fn begun(fields: &mut Fields<'_>) -> rusqlite::Result<NewSession> {
    Ok(NewSession {
        started_at_ms: fields.next()?,
        source: fields.next()?,
        drill: fields.next()?,
        versions: Versions {
            app: fields.next()?,
            rules: fields.next()?,
            pose_model: fields.next()?,
            back_model: fields.next()?,
        },
    })
}

/// All empty until the session is finished, which the schema sees to.
fn outcome(fields: &mut Fields<'_>) -> rusqlite::Result<Option<Outcome>> {
    let verdict = fields.optional_word()?;
    let reasons: Option<Json<Vec<ViewReason>>> = fields.next()?;
    let (near_side, azimuth_deg) = (fields.optional_word()?, fields.next()?);
    let (movement, clean_depth_deg) = (fields.optional_word()?, fields.next()?);
    let (Some(verdict), Some(Json(reasons)), Some(movement)) = (verdict, reasons, movement) else {
        return Ok(None);
    };
    let view = View {
        verdict,
        reasons,
        near_side,
        azimuth_deg,
    };
    Ok(Some(Outcome {
        view,
        movement,
        clean_depth_deg,
    }))
}

fn reps(conn: &Connection, id: SessionId) -> rusqlite::Result<Vec<Rep>> {
    let mut facts = SessionFacts::read(conn, id)?;
    conn.prepare_cached("SELECT * FROM reps WHERE session_id = ?1 ORDER BY rep_index")?
        .query_map([id.0], |row| {
            let rep = rep_without_faults(row)?;
            let faults = facts.of_rep(rep.index, row.get("plain_id")?);
            Ok(Rep { faults, ..rep })
        })?
        .collect()
}

fn rep_without_faults(row: &Row<'_>) -> rusqlite::Result<Rep> {
    Ok(Rep {
        index: row.get("rep_index")?,
        start_s: row.get("start_s")?,
        bottom_s: row.get("bottom_s")?,
        end_s: row.get("end_s")?,
        counted: row.get("counted")?,
        attempt_reason: optional_word(row, "attempt_reason")?,
        hip_flexion_deg: row.get("hip_flexion_deg")?,
        knee_flexion_deg: row.get("knee_flexion_deg")?,
        trunk_lean_deg: row.get("trunk_lean_deg")?,
        hinge_index: row.get("hinge_index")?,
        tempo_s: Tempo {
            down: row.get("down_s")?,
            pause: row.get("pause_s")?,
            up: row.get("up_s")?,
        },
        dowel: Dowel {
            head: word(row, "dowel_head")?,
            mid_back: word(row, "dowel_mid_back")?,
            tailbone: word(row, "dowel_tailbone")?,
            first_lost_s: row.get("first_lost_s")?,
        },
        clean_depth_deg: row.get("clean_depth_deg")?,
        faults: Vec::new(),
    })
}

fn cues(conn: &Connection, id: SessionId) -> rusqlite::Result<Vec<SpokenCue>> {
    conn.prepare_cached("SELECT at_s, cue_id, text FROM cues WHERE session_id = ?1 ORDER BY id")?
        .query_map([id.0], |row| {
            Ok(SpokenCue {
                at_s: row.get(0)?,
                id: row.get(1)?,
                text: row.get(2)?,
            })
        })?
        .collect()
}

pub(super) fn word<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    row.get::<_, Word<T>>(column).map(|word| word.0)
}

pub(super) fn optional_word<T: DeserializeOwned>(
    row: &Row<'_>,
    column: &str,
) -> rusqlite::Result<Option<T>> {
    let word: Option<Word<T>> = row.get(column)?;
    Ok(word.map(|word| word.0))
}
