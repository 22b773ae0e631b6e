//! Opening the session file: whose it is, whether it is whole, and what SQLite must promise.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};

use super::{Opened, Store, StoreError, migrations};

/// "Dowl" in the header of every session file; it tells ours from any other SQLite file.
const APPLICATION_ID: i32 = i32::from_be_bytes(*b"Dowl");

/// Long enough for another program's commit, short enough for a person.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

const SQLITE_MAGIC: &[u8] = b"SQLite format 3\0";
const HEADER_LEN: usize = 100;
const APPLICATION_ID_AT: usize = 68;

/// What SQLite keeps beside the file.
pub(super) const SIDE_FILES: [&str; 2] = ["-wal", "-shm"];

/// Follows the name of a file that was set aside; then comes a number.
pub(super) const SET_ASIDE: &str = ".damaged-";

pub(super) fn open(path: &Path) -> Result<Opened, StoreError> {
    let mut set_aside = None;
    let conn = match connect(path) {
        Err(StoreError::Damaged) => {
            set_aside = Some(move_aside(path)?);
            connect(path)?
        }
        other => other?,
    };
    let store = Store {
        conn,
        path: path.to_owned(),
    };
    Ok(Opened { store, set_aside })
}

fn connect(path: &Path) -> Result<Connection, StoreError> {
    try_connect(path).map_err(|error| match error {
        StoreError::Damaged if !once_was_ours(path) => StoreError::NotADowelDatabase,
        StoreError::Other(rusqlite::Error::SqliteFailure(e, _))
            if e.code == ErrorCode::CannotOpen =>
        {
            why_cant_open(path)
        }
        other => other,
    })
}

fn try_connect(path: &Path) -> Result<Connection, StoreError> {
    // Without SQLITE_OPEN_URI: a file may be called "file:a?b".
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut conn = Connection::open_with_flags(path, flags)?;
    conn.busy_timeout(BUSY_TIMEOUT)?;
    // Until the file is known to be ours and whole, closing it must not write to it.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    check_owner(&mut conn)?;
    check_whole(&conn)?;
    configure(&conn)?;
    migrations::migrate(&mut conn)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    Ok(conn)
}

/// Refuses what is not ours or is ahead of us, and marks an empty file as ours.
fn check_owner(conn: &mut Connection) -> Result<(), StoreError> {
    // One look, not three: another program may be beginning this very file.
    let look = conn.transaction()?;
    let found = migrations::version(&look)?;
    let (owner, is_blank) = (application_id(&look)?, is_blank(&look)?);
    look.commit()?;
    match owner {
        APPLICATION_ID if found > migrations::KNOWN => Err(StoreError::NewerSchema {
            found,
            known: migrations::KNOWN,
        }),
        // SQLite falls back to reading when it may not write.
        _ if conn.is_readonly("main")? => Err(StoreError::ReadOnly),
        APPLICATION_ID => Ok(()),
        0 if found == 0 && is_blank => claim(conn),
        _ => Err(StoreError::NotADowelDatabase),
    }
}

fn application_id(conn: &Connection) -> rusqlite::Result<i32> {
    conn.query_row("PRAGMA application_id", [], |row| row.get(0))
}

fn is_blank(conn: &Connection) -> rusqlite::Result<bool> {
    conn.query_row("SELECT count(*) = 0 FROM sqlite_schema", [], |row| {
        row.get(0)
    })
}

/// Done before the write-ahead log is switched on, so that the mark is in the file's own first page
/// and can be found there even if the file is damaged later; see [`once_was_ours`].
fn claim(conn: &mut Connection) -> Result<(), StoreError> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    tx.pragma_update(None, "application_id", APPLICATION_ID)?;
    Ok(tx.commit()?)
}

/// Checked on every opening, not only after an unclean end: a disk loses pages on quiet days too,
/// and a thousand sessions take less than a tenth of a second.
fn check_whole(conn: &Connection) -> Result<(), StoreError> {
    let verdict: String = conn.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if verdict == "ok" {
        Ok(())
    } else {
        Err(StoreError::Damaged)
    }
}

fn configure(conn: &Connection) -> rusqlite::Result<()> {
    // The log makes a commit one append and one sync, and lets a report be read during a set.
    conn.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?;
    // FULL, not the NORMAL usual with a log: NORMAL syncs only at checkpoints, so a battery pulled
    // after a set could take its last reps along. One sync a rep, every few seconds, costs nothing.
    conn.pragma_update(None, "synchronous", "FULL")?;
    // On Apple's systems a plain sync stops at the drive's cache; elsewhere this changes nothing.
    conn.pragma_update(None, "fullfsync", true)?;
    conn.pragma_update(None, "foreign_keys", true)?;
    // Android has no folder for temporary files.
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    // What a person erases is overwritten, not only unlinked; answers with a row.
    conn.query_row("PRAGMA secure_delete = ON", [], |_| Ok(()))
}

/// SQLite's "unable to open" has many causes; the system tells them apart.
fn why_cant_open(path: &Path) -> StoreError {
    [path.to_owned(), beside(path, "-wal")]
        .iter()
        .find_map(|file| {
            let mut options = OpenOptions::new();
            options.read(true).write(true).create(true).truncate(false);
            options.open(file).err()
        })
        .unwrap_or_else(|| io::Error::other("SQLite could not open it"))
        .into()
}

/// Whether a file SQLite can't read was once a session file, judged by its first bytes alone.
/// Anything else a person may have named by mistake stays where it is.
///
/// Only for files that no connection of this process has open: closing one would drop its locks.
fn once_was_ours(path: &Path) -> bool {
    let mut header = Vec::with_capacity(HEADER_LEN);
    let read =
        File::open(path).and_then(|file| file.take(HEADER_LEN as u64).read_to_end(&mut header));
    if read.is_err() {
        return false;
    }
    // A power cut can leave a file of the right length that holds nothing.
    let zeroed = header.iter().all(|&byte| byte == 0);
    let marked = header.starts_with(SQLITE_MAGIC)
        && header.get(APPLICATION_ID_AT..APPLICATION_ID_AT + 4)
            == Some(&APPLICATION_ID.to_be_bytes()[..]);
    zeroed || marked
}

/// Renames the damaged file and what SQLite kept beside it, so that it can still be rescued by hand.
fn move_aside(path: &Path) -> Result<PathBuf, StoreError> {
    let aside = (1..)
        .map(|n| beside(path, &format!("{SET_ASIDE}{n}")))
        .find(|aside| !aside.exists())
        .expect("an endless range has a free number");
    // The log goes first: a log left beside a new, empty file would be thrown away by SQLite.
    for side in SIDE_FILES {
        rename_if_there(&beside(path, side), &beside(&aside, side))?;
    }
    fs::rename(path, &aside)?;
    Ok(aside)
}

fn rename_if_there(from: &Path, to: &Path) -> io::Result<()> {
    match fs::rename(from, to) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

/// The file next to `path` whose name is `path`'s with `suffix` at its end.
fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sqlite_promises_what_the_store_promises() {
        let folder = tempfile::tempdir().unwrap();
        let opened = open(&folder.path().join("dowel.sqlite")).unwrap();
        let is = |pragma: &str| -> String {
            let sql = format!("SELECT CAST({pragma} AS TEXT) FROM pragma_{pragma}");
            let conn = &opened.store.conn;
            conn.query_row(&sql, [], |row| row.get(0)).unwrap()
        };
        assert_eq!(is("journal_mode"), "wal");
        assert_eq!(is("synchronous"), "2", "FULL");
        assert_eq!(is("fullfsync"), "1");
        assert_eq!(is("foreign_keys"), "1");
        assert_eq!(is("temp_store"), "2", "MEMORY");
        assert_eq!(is("secure_delete"), "1");
        assert_eq!(is("application_id"), APPLICATION_ID.to_string());
    }
}
