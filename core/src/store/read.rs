//! Reading sessions back. Each method sees one moment of the file, whoever writes to it meanwhile.

use std::collections::HashMap;

use rusqlite::types::Type;
use rusqlite::{Connection, Error, OptionalExtension, Row};

use super::words::Word;
use super::{
    FaultCount, NewSession, Outcome, SessionId, SessionSummary, Store, StoreError, StoredSession,
};
use crate::analysis::{Dowel, FaultFact, Rep, SpokenCue, Tempo, Versions, View};

impl Store {
    /// The history, newest first.
    ///
    /// # Errors
    /// [`StoreError::Busy`], [`StoreError::Damaged`], or another failure of the file.
    pub fn sessions(&self) -> Result<Vec<SessionSummary>, StoreError> {
        let tx = self.conn.unchecked_transaction()?;
        let mut sessions = tx
            .prepare("SELECT * FROM sessions ORDER BY started_at_ms DESC, id DESC")?
            .query_map([], summary_head)?
            .collect::<Result<Vec<_>, _>>()?;
        let counts = rep_counts(&tx)?;
        let mut faults = fault_counts(&tx)?;
        for session in &mut sessions {
            if let Some(&(reps, attempts, without_fault)) = counts.get(&session.id) {
                session.reps = reps;
                session.attempts = attempts;
                session.reps_without_fault = without_fault;
            }
            session.faults = faults.remove(&session.id).unwrap_or_default();
        }
        Ok(sessions)
    }

    /// One session with everything in it.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], or as [`Store::sessions`].
    pub fn session(&self, id: SessionId) -> Result<StoredSession, StoreError> {
        let tx = self.conn.unchecked_transaction()?;
        let head = tx
            .prepare_cached("SELECT * FROM sessions WHERE id = ?1")?
            .query_row([id.0], summary_head)
            .optional()?
            .ok_or(StoreError::NotFound(id))?;
        Ok(StoredSession {
            id,
            begun: head.begun,
            outcome: head.outcome,
            reps: reps(&tx, id)?,
            cues: cues(&tx, id)?,
        })
    }
}

/// A row of `sessions`; the counts are filled in afterwards.
fn summary_head(row: &Row<'_>) -> rusqlite::Result<SessionSummary> {
    Ok(SessionSummary {
        id: SessionId(row.get("id")?),
        begun: begun(row)?,
        outcome: outcome(row)?,
        reps: 0,
        attempts: 0,
        reps_without_fault: 0,
        faults: Vec::new(),
    })
}

fn begun(row: &Row<'_>) -> rusqlite::Result<NewSession> {
    Ok(NewSession {
        started_at_ms: row.get("started_at_ms")?,
        source: row.get("source")?,
        drill: row.get("drill")?,
        versions: Versions {
            app: row.get("app_version")?,
            rules: row.get("rules_version")?,
            pose_model: row.get("pose_model")?,
            back_model: row.get("back_model")?,
        },
    })
}

fn outcome(row: &Row<'_>) -> rusqlite::Result<Option<Outcome>> {
    if !row.get::<_, bool>("finished")? {
        return Ok(None);
    }
    let reasons: String = row.get("view_reasons")?;
    let view = View {
        verdict: word(row, "view_verdict")?,
        reasons: serde_json::from_str(&reasons).map_err(|e| {
            let column = row
                .as_ref()
                .column_index("view_reasons")
                .unwrap_or_default();
            Error::FromSqlConversionFailure(column, Type::Text, e.into())
        })?,
        near_side: optional_word(row, "near_side")?,
        azimuth_deg: row.get("azimuth_deg")?,
    };
    Ok(Some(Outcome {
        view,
        movement: word(row, "movement")?,
        clean_depth_deg: row.get("clean_depth_deg")?,
    }))
}

/// Counted reps, attempts, and counted reps without a fault, of each session that has any.
fn rep_counts(conn: &Connection) -> rusqlite::Result<HashMap<SessionId, (u32, u32, u32)>> {
    conn.prepare(
        "SELECT session_id,
                count(*) FILTER (WHERE counted),
                count(*) FILTER (WHERE NOT counted),
                count(*) FILTER (WHERE counted AND NOT EXISTS (
                    SELECT 1 FROM faults f WHERE f.verdict = 'fault'
                    AND f.session_id = reps.session_id AND f.rep_index = reps.rep_index))
         FROM reps GROUP BY session_id",
    )?
    .query_map([], |row| {
        let counts = (row.get(1)?, row.get(2)?, row.get(3)?);
        Ok((SessionId(row.get(0)?), counts))
    })?
    .collect()
}

fn fault_counts(conn: &Connection) -> rusqlite::Result<HashMap<SessionId, Vec<FaultCount>>> {
    let mut statement = conn.prepare(
        "SELECT session_id, fault_id, count(*) AS reps
         FROM faults JOIN reps USING (session_id, rep_index)
         WHERE verdict = 'fault' AND counted
         GROUP BY session_id, fault_id",
    )?;
    let mut rows = statement.query([])?;
    let mut found: HashMap<SessionId, Vec<FaultCount>> = HashMap::new();
    while let Some(row) = rows.next()? {
        let count = FaultCount {
            id: word(row, "fault_id")?,
            reps: row.get("reps")?,
        };
        found.entry(SessionId(row.get(0)?)).or_default().push(count);
    }
    for counts in found.values_mut() {
        counts.sort_by_key(|count| (std::cmp::Reverse(count.reps), count.id));
    }
    Ok(found)
}

fn reps(conn: &Connection, id: SessionId) -> rusqlite::Result<Vec<Rep>> {
    let mut reps = conn
        .prepare_cached("SELECT * FROM reps WHERE session_id = ?1 ORDER BY rep_index")?
        .query_map([id.0], rep_without_faults)?
        .collect::<Result<Vec<_>, _>>()?;
    for rep in &mut reps {
        rep.faults = faults(conn, id, rep.index)?;
    }
    Ok(reps)
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

/// In the catalogue's order, which is how a [`Rep`] holds them.
fn faults(conn: &Connection, id: SessionId, rep_index: u32) -> rusqlite::Result<Vec<FaultFact>> {
    let mut facts = conn
        .prepare_cached("SELECT * FROM faults WHERE session_id = ?1 AND rep_index = ?2")?
        .query_map((id.0, rep_index), |row| {
            Ok(FaultFact {
                id: word(row, "fault_id")?,
                verdict: word(row, "verdict")?,
                severity: row.get("severity")?,
                onset_s: row.get("onset_s")?,
                phase: optional_word(row, "phase")?,
                reason: optional_word(row, "reason")?,
            })
        })?
        .collect::<Result<Vec<_>, _>>()?;
    facts.sort_by_key(|fact| fact.id);
    Ok(facts)
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

fn word<T: serde::de::DeserializeOwned>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    row.get::<_, Word<T>>(column).map(|word| word.0)
}

fn optional_word<T: serde::de::DeserializeOwned>(
    row: &Row<'_>,
    column: &str,
) -> rusqlite::Result<Option<T>> {
    let word: Option<Word<T>> = row.get(column)?;
    Ok(word.map(|word| word.0))
}
