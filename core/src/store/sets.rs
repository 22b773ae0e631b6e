//! The sets of a session: what the camera counted in each, and what people say it should have.

use rusqlite::{Connection, OptionalExtension, Transaction, params};
use serde::{Deserialize, Serialize};

use super::words::Finite;
use super::{SessionId, Store, StoreError};
use crate::analysis::Rep;

/// One set of a session.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct StoredSet {
    /// Position in the session, from 0.
    pub index: u32,
    pub start_s: f64,
    pub end_s: f64,
    /// Repetitions the camera counted.
    pub counted: u32,
    /// Repetitions of a drill that is counted aloud and not judged.
    pub paced: u32,
    /// What the person added or, below zero, took away by hand.
    pub correction: i32,
    /// The indices of its reps, attempts included.
    pub reps: Vec<u32>,
}

impl StoredSet {
    /// How many repetitions the person did.
    pub fn done(&self) -> u32 {
        done(
            self.counted,
            i64::from(self.paced) + i64::from(self.correction),
        )
    }
}

/// Never below zero.
pub(super) fn done(counted: u32, uncounted: i64) -> u32 {
    let done = i64::from(counted).saturating_add(uncounted);
    u32::try_from(done.max(0)).unwrap_or(u32::MAX)
}

impl Store {
    /// Says when a set began and ended, and how many paced repetitions it had; it need not have any rep.
    /// Doing it again replaces what was said; reps that are stored later still widen the span.
    ///
    /// # Errors
    /// [`StoreError::NotFound`]; [`StoreError::Other`] for a time that is not finite; or as [`Store::add_rep`].
    pub fn put_set(
        &mut self,
        id: SessionId,
        set_index: u32,
        (start_s, end_s): (f64, f64),
        paced: u32,
    ) -> Result<(), StoreError> {
        let tx = self.write()?;
        tx.execute(
            "INSERT INTO sets (session_id, set_index, start_s, end_s, paced) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT DO UPDATE SET start_s = ?3, end_s = ?4, paced = ?5,
                 correction = max(correction, -(counted + ?5))",
            params![id.0, set_index, Finite(start_s), Finite(end_s), paced],
        )
        .map_err(|e| super::write::no_such_session(e, id))?;
        sum_up(&tx, id)?;
        Ok(tx.commit()?)
    }

    /// Adds `delta` repetitions to a set by hand, or takes some away, never more than there are.
    /// Gives how many it has now.
    ///
    /// # Errors
    /// [`StoreError::NoSuchSet`], or as [`Store::add_rep`].
    pub fn correct_set(
        &mut self,
        id: SessionId,
        set_index: u32,
        delta: i32,
    ) -> Result<u32, StoreError> {
        let tx = self.write()?;
        let now: Option<(u32, u32, i32)> = tx
            .query_row(
                "SELECT counted, paced, correction FROM sets WHERE session_id = ?1 AND set_index = ?2",
                params![id.0, set_index],
                |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
            )
            .optional()?;
        let no_such_set = StoreError::NoSuchSet {
            session: id,
            set: set_index,
        };
        let (counted, paced, correction) = now.ok_or(no_such_set)?;
        let all = i64::from(counted) + i64::from(paced);
        let corrected = (i64::from(correction) + i64::from(delta)).max(-all);
        let correction =
            i32::try_from(corrected).unwrap_or(if corrected < 0 { i32::MIN } else { i32::MAX });
        tx.execute(
            "UPDATE sets SET correction = ?3 WHERE session_id = ?1 AND set_index = ?2",
            params![id.0, set_index, correction],
        )?;
        sum_up(&tx, id)?;
        tx.commit()?;
        Ok(done(counted, i64::from(paced) + i64::from(correction)))
    }
}

/// Enters a rep into its set, which begins with it if there is none yet.
pub(super) fn widen(
    tx: &Transaction<'_>,
    id: SessionId,
    set_index: u32,
    rep: &Rep,
) -> rusqlite::Result<()> {
    tx.prepare_cached(
        "INSERT INTO sets (session_id, set_index, start_s, end_s, counted) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT DO UPDATE SET start_s = min(start_s, ?3), end_s = max(end_s, ?4), counted = counted + ?5",
    )?
    .execute(params![
        id.0,
        set_index,
        Finite(rep.start_s),
        Finite(rep.end_s),
        rep.counted
    ])?;
    Ok(())
}

/// Keeps the session's own figure in step with its sets.
fn sum_up(tx: &Transaction<'_>, id: SessionId) -> rusqlite::Result<()> {
    tx.execute(
        "UPDATE digests SET uncounted =
             (SELECT coalesce(sum(paced + correction), 0) FROM sets WHERE session_id = ?1)
         WHERE session_id = ?1",
        [id.0],
    )?;
    Ok(())
}

/// In their order.
pub(super) fn read(conn: &Connection, id: SessionId) -> rusqlite::Result<Vec<StoredSet>> {
    let mut sets = conn
        .prepare_cached("SELECT * FROM sets WHERE session_id = ?1 ORDER BY set_index")?
        .query_map([id.0], |row| {
            Ok(StoredSet {
                index: row.get("set_index")?,
                start_s: row.get("start_s")?,
                end_s: row.get("end_s")?,
                counted: row.get("counted")?,
                paced: row.get("paced")?,
                correction: row.get("correction")?,
                reps: Vec::new(),
            })
        })?
        .collect::<Result<Vec<_>, _>>()?;
    let mut reps = conn.prepare_cached(
        "SELECT set_index, rep_index FROM reps WHERE session_id = ?1 ORDER BY rep_index",
    )?;
    let mut rows = reps.query([id.0])?;
    while let Some(row) = rows.next()? {
        let index = row.get(0)?;
        if let Ok(place) = sets.binary_search_by_key(&index, |set| set.index) {
            sets[place].reps.push(row.get(1)?);
        }
    }
    Ok(sets)
}
