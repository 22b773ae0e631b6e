//! Every session, kept in one SQLite file on the person's own device.
//!
//! A repetition and its fault facts are one transaction that is on the disk when [`Store::add_rep`]
//! returns: neither a crash nor an empty battery takes a finished rep away.
//! The caller gives the time; nothing here reads a clock.

mod digests;
mod erase;
mod error;
pub mod export;
mod facts;
mod migrations;
mod notes;
mod open;
mod read;
mod sets;
mod settings;
mod utc;
mod words;
mod write;

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use crate::analysis::{Movement, Rep, SpokenCue, Versions, View};
use crate::progress::Digest;
pub use error::StoreError;
pub use notes::{Ending, Felt, NotOnThePainScale, Notes, Pain};
pub use sets::StoredSet;
pub use utc::rfc3339;

/// The open session file.
pub struct Store {
    conn: Connection,
    path: PathBuf,
}

/// What [`Store::open`] found.
#[derive(Debug)]
pub struct Opened {
    pub store: Store,
    /// Where a damaged file was moved to, when there was one; the person should be told.
    pub set_aside: Option<PathBuf>,
}

impl Store {
    /// Opens the session file at `path`, or begins one there; its folder must exist.
    ///
    /// A damaged session file is renamed, never deleted, and a fresh one begun; see [`Opened::set_aside`].
    /// A file of another kind is left as it is and refused.
    ///
    /// # Errors
    /// [`StoreError::NotADowelDatabase`], [`StoreError::NewerSchema`], [`StoreError::ReadOnly`],
    /// [`StoreError::Full`], [`StoreError::Busy`] or [`StoreError::Io`].
    pub fn open(path: &Path) -> Result<Opened, StoreError> {
        open::open(path)
    }
}

// By hand, because the connection's own would print the path, and logs hold no user data.
impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Store").finish_non_exhaustive()
    }
}

/// A session's number in its file. Not given again after the session is erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SessionId(i64);

impl fmt::Display for SessionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for SessionId {
    type Err = NotASessionId;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        s.parse().map(SessionId).map_err(|_| NotASessionId)
    }
}

/// The text is not a session's number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a session is named by its number in the list, such as 3")]
pub struct NotASessionId;

/// What is known of a session when it begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewSession {
    /// Unix time in milliseconds, UTC.
    pub started_at_ms: i64,
    /// A recording's file name, or `live`.
    pub source: String,
    /// The drill's id, when one was chosen.
    pub drill: Option<String>,
    pub versions: Versions,
}

/// What is known of a session once it is finished.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    pub view: View,
    pub movement: Movement,
    pub clean_depth_deg: Option<f64>,
}

/// A whole session.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StoredSession {
    pub id: SessionId,
    #[serde(flatten)]
    pub begun: NewSession,
    /// None while the session runs, and for ever if it was cut off.
    pub outcome: Option<Outcome>,
    // Exports of the first format have neither notes nor sets.
    #[serde(default)]
    pub notes: Notes,
    /// In their order.
    #[serde(default)]
    pub sets: Vec<StoredSet>,
    /// In their order, attempts included.
    pub reps: Vec<Rep>,
    /// In the order they were spoken.
    pub cues: Vec<SpokenCue>,
}

/// One line of the history.
#[derive(Debug, Clone, PartialEq)]
pub struct SessionSummary {
    pub id: SessionId,
    pub begun: NewSession,
    /// None while the session runs, and for ever if it was cut off.
    pub outcome: Option<Outcome>,
    pub notes: Notes,
    /// How many repetitions the person did: counted, paced, and corrected by hand.
    pub done: u32,
    /// What the camera saw of them.
    pub digest: Digest,
}
