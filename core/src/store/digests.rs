//! A session's figures, kept beside it so that the history need not read its reps.

use rusqlite::{OptionalExtension, Transaction, params};

use super::read::Fields;
use super::words::{Finite, Json};
use super::{SessionId, StoreError};
use crate::analysis::Rep;
use crate::progress::Digest;

/// What [`read`] reads.
pub(super) const DIGEST: &str =
    "counted, attempts, without_fault, told, clean, hinge_index_sum, deepest_clean_deg, faults";

/// Enters a rep into the figures of its session.
pub(super) fn enter(tx: &Transaction<'_>, id: SessionId, rep: &Rep) -> Result<(), StoreError> {
    let mut digest = tx
        .prepare_cached(&format!(
            "SELECT {DIGEST} FROM digests WHERE session_id = ?1"
        ))?
        .query_row([id.0], |row| read(&mut Fields::of(row)))
        .optional()?
        .ok_or(StoreError::NotFound(id))?;
    digest.add(rep);
    tx.prepare_cached(
        "UPDATE digests SET counted = ?2, attempts = ?3, without_fault = ?4, told = ?5, clean = ?6,
             hinge_index_sum = ?7, deepest_clean_deg = ?8, faults = ?9
         WHERE session_id = ?1",
    )?
    .execute(params![
        id.0,
        digest.counted,
        digest.attempts,
        digest.without_fault,
        digest.told,
        digest.clean,
        digest.hinge_index_sum,
        digest.clean_depth_deg.map(Finite),
        Json(digest.faults),
    ])?;
    Ok(())
}

pub(super) fn read(fields: &mut Fields<'_>) -> rusqlite::Result<Digest> {
    Ok(Digest {
        counted: fields.next()?,
        attempts: fields.next()?,
        without_fault: fields.next()?,
        told: fields.next()?,
        clean: fields.next()?,
        hinge_index_sum: fields.next()?,
        clean_depth_deg: fields.next()?,
        faults: fields.json()?,
    })
}
