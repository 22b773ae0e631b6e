//! What can go wrong with the session file, by what a person or a shell can do about it.

use std::io;

use rusqlite::{ErrorCode, ffi};

use super::SessionId;

/// Why the store could not do what was asked. Finished reps stay in the file whichever it is.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    #[error("the disk is full: free some space and try again; every rep stored before is safe")]
    Full,
    #[error("the session file can't be written: choose a folder you may write to")]
    ReadOnly,
    #[error(
        "the session file was written by a newer Dowel (format {found}, this one knows {known}): update Dowel"
    )]
    NewerSchema { found: i64, known: i64 },
    #[error("this is not a Dowel session file and was left as it is: choose another file")]
    NotADowelDatabase,
    #[error("another program is using the session file: close it and try again")]
    Busy,
    #[error("there is no session {0}: look at the list of sessions for its number")]
    NotFound(SessionId),
    #[error("session {session} has no set {set}: correct a set that has begun")]
    NoSuchSet { session: SessionId, set: u32 },
    /// Found after opening; opening it again sets the file aside.
    #[error(
        "the session file is damaged: start again, and it will be set aside and a new one begun"
    )]
    Damaged,
    #[error(
        "the session file can't be reached ({0}): check that its folder exists and is yours to use"
    )]
    Io(#[source] io::Error),
    /// Nothing a caller could act on: a value the schema refuses, or a fault in SQLite's own terms.
    #[error("the session file refused this ({0}): please report it as a bug")]
    Other(#[source] rusqlite::Error),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        let rusqlite::Error::SqliteFailure(failure, _) = &error else {
            return StoreError::Other(error);
        };
        match failure.code {
            ErrorCode::DiskFull => StoreError::Full,
            // The index beside the write-ahead log could not grow, which SQLite does not call "full".
            _ if failure.extended_code == ffi::SQLITE_IOERR_SHMSIZE => StoreError::Full,
            ErrorCode::ReadOnly | ErrorCode::PermissionDenied => StoreError::ReadOnly,
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => StoreError::Busy,
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => StoreError::Damaged,
            ErrorCode::SystemIoFailure => StoreError::Io(io::Error::other(error)),
            _ => StoreError::Other(error),
        }
    }
}

impl From<io::Error> for StoreError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => StoreError::Full,
            io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => {
                StoreError::ReadOnly
            }
            _ => StoreError::Io(error),
        }
    }
}
