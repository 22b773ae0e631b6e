//! Forgetting: what a person erases is gone from the file itself, not only from its index.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use super::{SessionId, Store, StoreError};

impl Store {
    /// Erases one session with all that belongs to it.
    ///
    /// # Errors
    /// [`StoreError::NotFound`]. After [`StoreError::Full`] or [`StoreError::Busy`] the session is no
    /// longer listed but traces may remain in the file until something is erased again.
    pub fn erase(&mut self, id: SessionId) -> Result<(), StoreError> {
        let erased = self
            .conn
            .execute("DELETE FROM sessions WHERE id = ?1", [id.0])?;
        if erased == 0 {
            return Err(StoreError::NotFound(id));
        }
        self.scrub()
    }

    /// Erases every session, the settings, and the damaged files that were set aside beside this one:
    /// they too hold what the person wants gone.
    ///
    /// # Errors
    /// As [`Store::erase`], but for `NotFound`.
    pub fn erase_all(&mut self) -> Result<(), StoreError> {
        let tx = self.conn.transaction()?;
        // Sets, reps, facts and cues follow their session; the counter of ids would tell how many there were.
        tx.execute_batch(
            "DELETE FROM sessions; DELETE FROM settings; DELETE FROM sqlite_sequence;",
        )?;
        tx.commit()?;
        self.scrub()?;
        for file in set_aside_files(&self.path)? {
            fs::remove_file(file)?;
        }
        Ok(())
    }

    /// Overwriting (`secure_delete`) covers the deleted rows; copies that SQLite left when it moved rows
    /// between pages go with the old pages, and those in the log go when it is cut to nothing.
    fn scrub(&self) -> Result<(), StoreError> {
        self.conn.execute_batch("VACUUM")?;
        let blocked: bool = self
            .conn
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        if blocked {
            return Err(StoreError::Busy);
        }
        Ok(())
    }
}

/// The damaged predecessors of the file at `path`, and what SQLite kept beside them.
fn set_aside_files(path: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let Some(prefix) = path.file_name().map(|name| {
        let mut prefix = name.as_encoded_bytes().to_vec();
        prefix.extend_from_slice(super::open::SET_ASIDE.as_bytes());
        prefix
    }) else {
        return Ok(Vec::new());
    };
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if is_set_aside(&entry.file_name(), &prefix) {
            files.push(entry.path());
        }
    }
    Ok(files)
}

/// `NAME.damaged-12`, `NAME.damaged-12-wal`, but not `NAME.damaged-notes.txt`.
fn is_set_aside(name: &OsStr, prefix: &[u8]) -> bool {
    let Some(rest) = name.as_encoded_bytes().strip_prefix(prefix) else {
        return false;
    };
    let number = super::open::SIDE_FILES
        .iter()
        .find_map(|side| rest.strip_suffix(side.as_bytes()))
        .unwrap_or(rest);
    !number.is_empty() && number.iter().all(u8::is_ascii_digit)
}
