//! Filling a session. Each method is one transaction, on the disk when it returns.

use rusqlite::{Transaction, TransactionBehavior, ffi, params};

use super::words::{Finite, Json, Word};
use super::{NewSession, SessionId, Store, StoreError, digests, facts, sets};
use crate::analysis::{Movement, Rep, SpokenCue, View};

impl Store {
    /// Begins a session; it counts as cut off until [`Store::finish_session`].
    ///
    /// # Errors
    /// [`StoreError::Full`], [`StoreError::Busy`], or another failure of the file.
    pub fn begin_session(&mut self, session: &NewSession) -> Result<SessionId, StoreError> {
        let versions = &session.versions;
        let tx = self.write()?;
        tx.execute(
            "INSERT INTO sessions (started_at_ms, source, drill,
                 app_version, rules_version, pose_model, back_model)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![
                session.started_at_ms,
                session.source,
                session.drill,
                versions.app,
                versions.rules,
                versions.pose_model,
                versions.back_model,
            ],
        )?;
        let id = tx.last_insert_rowid();
        tx.execute("INSERT INTO digests (session_id) VALUES (?1)", [id])?;
        tx.commit()?;
        Ok(SessionId(id))
    }

    /// Stores a finished rep of the set `set_index`, counted from 0, and all its fault facts, or none of them.
    ///
    /// Each `rep.index` and each fault id goes in once. Numbers come back to the bit,
    /// but for -0.0, which comes back as 0.0.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] without that session; [`StoreError::Full`] or [`StoreError::Busy`],
    /// after which it may be tried again; [`StoreError::Other`] for a repeated rep or a number that is
    /// not finite.
    pub fn add_rep(&mut self, id: SessionId, set_index: u32, rep: &Rep) -> Result<(), StoreError> {
        let tx = self.write()?;
        digests::enter(&tx, id, rep)?;
        sets::widen(&tx, id, set_index, rep)?;
        let plain_id = facts::share_plain(&tx, id, &rep.faults)?;
        insert_rep(&tx, id, set_index, plain_id, rep)?;
        facts::insert_others(&tx, id, rep.index, &rep.faults)?;
        Ok(tx.commit()?)
    }

    /// Stores a cue after those spoken before.
    ///
    /// # Errors
    /// As [`Store::add_rep`].
    pub fn add_cue(&mut self, id: SessionId, cue: &SpokenCue) -> Result<(), StoreError> {
        self.conn
            .prepare_cached(
                "INSERT INTO cues (session_id, at_s, cue_id, text) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute(params![id.0, Finite(cue.at_s), cue.id, cue.text])
            .map_err(|e| no_such_session(e, id))?;
        Ok(())
    }

    /// Records what the session came to. Doing it again replaces what was recorded.
    ///
    /// # Errors
    /// As [`Store::add_rep`].
    pub fn finish_session(
        &mut self,
        id: SessionId,
        view: &View,
        movement: Movement,
        clean_depth_deg: Option<f64>,
    ) -> Result<(), StoreError> {
        let changed = self.conn.execute(
            "UPDATE sessions SET finished = 1, view_verdict = ?2, view_reasons = ?3, near_side = ?4,
                 azimuth_deg = ?5, movement = ?6, clean_depth_deg = ?7
             WHERE id = ?1",
            params![
                id.0,
                Word(view.verdict),
                Json(&view.reasons),
                view.near_side.map(Word),
                view.azimuth_deg.map(Finite),
                Word(movement),
                clean_depth_deg.map(Finite),
            ],
        )?;
        if changed == 0 {
            return Err(StoreError::NotFound(id));
        }
        Ok(())
    }

    /// Immediate, so that waiting for another program happens here and not half-way.
    pub(super) fn write(&mut self) -> rusqlite::Result<Transaction<'_>> {
        self.conn
            .transaction_with_behavior(TransactionBehavior::Immediate)
    }
}

fn insert_rep(
    tx: &Transaction<'_>,
    id: SessionId,
    set_index: u32,
    plain_id: Option<i64>,
    rep: &Rep,
) -> rusqlite::Result<()> {
    tx.prepare_cached(
        "INSERT INTO reps (session_id, rep_index, start_s, bottom_s, end_s, counted, attempt_reason,
             hip_flexion_deg, knee_flexion_deg, trunk_lean_deg, hinge_index, down_s, pause_s, up_s,
             dowel_head, dowel_mid_back, dowel_tailbone, first_lost_s, clean_depth_deg, set_index, plain_id)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,
             ?20, ?21)",
    )?
    .execute(params![
        id.0,
        rep.index,
        Finite(rep.start_s),
        Finite(rep.bottom_s),
        Finite(rep.end_s),
        rep.counted,
        rep.attempt_reason.map(Word),
        Finite(rep.hip_flexion_deg),
        Finite(rep.knee_flexion_deg),
        Finite(rep.trunk_lean_deg),
        rep.hinge_index,
        Finite(rep.tempo_s.down),
        Finite(rep.tempo_s.pause),
        Finite(rep.tempo_s.up),
        Word(rep.dowel.head),
        Word(rep.dowel.mid_back),
        Word(rep.dowel.tailbone),
        rep.dowel.first_lost_s.map(Finite),
        rep.clean_depth_deg.map(Finite),
        set_index,
        plain_id,
    ])?;
    Ok(())
}

pub(super) fn no_such_session(error: rusqlite::Error, id: SessionId) -> StoreError {
    match error.sqlite_error() {
        Some(e) if e.extended_code == ffi::SQLITE_CONSTRAINT_FOREIGNKEY => StoreError::NotFound(id),
        _ => error.into(),
    }
}
