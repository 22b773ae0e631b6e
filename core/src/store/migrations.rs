//! The schema's versions, oldest first. `user_version` counts how many of them a file has had.

use rusqlite::{Connection, TransactionBehavior};

use super::StoreError;

const MIGRATIONS: &[&str] = &[
    include_str!("migrations/1.sql"),
    include_str!("migrations/2.sql"),
];

/// The newest schema this program knows.
pub(super) const KNOWN: i64 = MIGRATIONS.len() as i64;

pub(super) fn version(conn: &Connection) -> rusqlite::Result<i64> {
    conn.query_row("PRAGMA user_version", [], |row| row.get(0))
}

/// Brings the file to [`KNOWN`], wholly or not at all.
///
/// # Errors
/// [`StoreError::NewerSchema`] when the file is ahead of this program; it is left as it is.
pub(super) fn migrate(conn: &mut Connection) -> Result<(), StoreError> {
    // Nothing to do is nothing to write: on a full disk the history must still open.
    if version(conn)? == KNOWN {
        return Ok(());
    }
    // Immediate, and the version read again inside it: two programs opening a new file at once must not both build it.
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let found = version(&tx)?;
    let known = KNOWN;
    let done = usize::try_from(found).map_err(|_| StoreError::Damaged)?;
    let todo = MIGRATIONS
        .get(done..)
        .ok_or(StoreError::NewerSchema { found, known })?;
    for step in todo {
        tx.execute_batch(step)?;
    }
    tx.pragma_update(None, "user_version", known)?;
    Ok(tx.commit()?)
}
