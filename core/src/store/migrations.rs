//! The schema's versions, oldest first. `user_version` counts how many of them a file has had.

use rusqlite::{Connection, TransactionBehavior};

use super::StoreError;

const MIGRATIONS: &[&str] = &[
    include_str!("migrations/1.sql"),
    include_str!("migrations/2.sql"),
    include_str!("migrations/3.sql"),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::FaultId;
    use crate::progress::Digest;

    /// Fault, verdict, severity, reason.
    type Fact = (&'static str, &'static str, f64, Option<&'static str>);

    const OK: Fact = ("squatting", "ok", 0.0, None);
    const NOTE: Fact = ("locked_knees", "fault", 0.5, None);
    const FAULT: Fact = ("squatting", "fault", 0.0, None);
    const UNTOLD: Fact = ("too_low", "cant_tell", 0.0, Some("loose_clothing"));

    #[test]
    fn the_third_schema_sums_up_what_the_second_held() {
        let folder = tempfile::tempdir().unwrap();
        let db = folder.path().join("dowel.sqlite");
        let conn = Connection::open(&db).unwrap();
        conn.execute_batch(&MIGRATIONS[..2].concat()).unwrap();
        conn.execute_batch(
            "PRAGMA application_id = 0x446F776C; PRAGMA user_version = 2;
             INSERT INTO sessions (started_at_ms, source, app_version, rules_version, pose_model, back_model)
             VALUES (1, 'a', '', '', '', ''), (2, 'b', '', '', '', ''), (3, 'empty', '', '', '', '');",
        )
        .unwrap();
        // Counted, the mid-back's contact, clean depth, facts.
        let reps: [(bool, &str, Option<f64>, &[Fact]); 8] = [
            (true, "touching", Some(70.0), &[OK, UNTOLD]),
            (true, "touching", Some(80.5), &[OK, NOTE]),
            (true, "touching", Some(75.0), &[FAULT, UNTOLD]),
            (true, "lifted", Some(60.0), &[OK]),
            (true, "lifted", None, &[]),
            (true, "cant_tell", None, &[OK, UNTOLD]),
            (false, "touching", Some(90.0), &[OK]),
            (false, "cant_tell", None, &[UNTOLD]),
        ];
        for (index, (counted, mid_back, clean_deg, facts)) in (0_i64..).zip(&reps) {
            for session in [1, 2] {
                conn.execute(
                    "INSERT INTO reps VALUES (?1, ?2, 0, 1, 2, ?3, NULL, 80, 20, 70, 77, 1, 0, 1,
                         'touching', ?4, 'cant_tell', NULL, ?5)",
                    (session, index, counted, mid_back, clean_deg),
                )
                .unwrap();
                for (fault, verdict, severity, reason) in *facts {
                    conn.execute(
                        "INSERT INTO faults VALUES (?1, ?2, ?3, ?4, ?5, NULL, NULL, ?6)",
                        (session, index, fault, verdict, severity, reason),
                    )
                    .unwrap();
                }
            }
        }
        drop(conn);

        let store = crate::store::Store::open(&db).unwrap().store;
        let history = store.sessions().unwrap();
        for summary in &history {
            let reps = store.session(summary.id).unwrap().reps;
            assert_eq!(summary.digest, Digest::of(&reps));
        }
        let digest = &history[1].digest;
        assert_eq!((digest.counted, digest.attempts), (6, 2));
        assert_eq!((digest.without_fault, digest.told, digest.clean), (4, 5, 4));
        assert_eq!(digest.clean_depth_deg, Some(80.5));
        assert_eq!(digest.hinge_index(), Some(77.0));
        assert_eq!(digest.faults[&FaultId::Squatting], (1, 5).into());
        assert!(!digest.faults.contains_key(&FaultId::TooLow));
        assert_eq!(history[0].digest, Digest::default());
        // A plain fact is not kept twice.
        let rows = "SELECT count(*) FROM faults";
        let others: i64 = store.conn.query_row(rows, [], |row| row.get(0)).unwrap();
        assert_eq!(others, 4);
        let patterns = "SELECT count(*) FROM plain_facts WHERE session_id = 1";
        let patterns: i64 = store
            .conn
            .query_row(patterns, [], |row| row.get(0))
            .unwrap();
        assert_eq!(patterns, 3);
    }
}
