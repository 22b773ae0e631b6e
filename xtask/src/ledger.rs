//! Which files have been checked against their pin. A checksum is computed once; as long as size and
//! modification time stay as they were, the file is trusted, so that a set-up with nothing to do is quick.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::error::{Error, IoContext, Result};
use crate::pins::Pin;

#[derive(Debug)]
pub struct Ledger {
    folder: PathBuf,
    /// Path below the folder → what the file looked like when its checksum was right.
    checked: BTreeMap<String, String>,
}

impl Ledger {
    /// An unreadable ledger counts as empty: everything is then checked again.
    pub fn open(folder: &Path) -> Self {
        let checked = fs::read(folder.join(Self::FILE))
            .ok()
            .and_then(|text| serde_json::from_slice::<Value>(&text).ok())
            .and_then(|value| value.as_object().cloned())
            .into_iter()
            .flatten()
            .filter_map(|(path, seen)| Some((path, seen.as_str()?.to_owned())))
            .collect();
        Self {
            folder: folder.to_owned(),
            checked,
        }
    }

    const FILE: &str = "checked.json";

    /// `true`: there and right. `false`: not there. There but wrong is an error.
    pub fn has(&mut self, pin: &Pin) -> Result<bool> {
        let path = self.folder.join(pin.path);
        let Some(seen) = look(&path, pin)? else {
            return Ok(false);
        };
        if self.checked.get(pin.path) == Some(&seen) {
            return Ok(true);
        }
        let advice = format!(
            "Delete it (rm '{}') and run `cargo xtask setup` to get it anew.",
            path.display()
        );
        verify(&path, pin, advice)?;
        self.record(pin, seen)?;
        Ok(true)
    }

    /// Checks a finished temporary file and moves it to its place.
    pub fn admit(&mut self, temporary: &Path, pin: &Pin, advice: &str) -> Result<()> {
        verify(temporary, pin, advice.to_owned())?;
        let path = self.folder.join(pin.path);
        create_parent(&path)?;
        fs::rename(temporary, &path).context("write", &path)?;
        if let Some(seen) = look(&path, pin)? {
            self.record(pin, seen)?;
        }
        Ok(())
    }

    fn record(&mut self, pin: &Pin, seen: String) -> Result<()> {
        self.checked.insert(pin.path.to_owned(), seen);
        let text = serde_json::to_vec_pretty(&self.checked).expect("strings always serialize");
        let path = self.folder.join(Self::FILE);
        let temporary = path.with_extension("part");
        fs::write(&temporary, text).context("write", &temporary)?;
        fs::rename(&temporary, &path).context("write", &path)
    }
}

pub fn create_parent(path: &Path) -> Result<()> {
    let parent = path
        .parent()
        .expect("a pinned file lies in the set-up folder");
    fs::create_dir_all(parent).context("create", parent)
}

/// What the ledger remembers of a file: its size, modification time, and the pin that it met.
fn look(path: &Path, pin: &Pin) -> Result<Option<String>> {
    let meta = match fs::metadata(path) {
        Ok(meta) => meta,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error).context("read", path),
    };
    let modified = meta.modified().context("read", path)?;
    let modified_ns = modified
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default()
        .as_nanos();
    Ok(Some(format!(
        "{} {} {}",
        meta.len(),
        modified_ns,
        pin.sha256
    )))
}

fn verify(path: &Path, pin: &Pin, advice: String) -> Result<()> {
    let found = checksum(path)?;
    if found == pin.sha256 {
        return Ok(());
    }
    Err(Error::Checksum {
        path: path.to_owned(),
        expected: pin.sha256,
        found,
        advice,
    })
}

pub fn checksum(path: &Path) -> Result<String> {
    let mut file = File::open(path).context("read", path)?;
    let mut hasher = Sha256::new();
    let mut chunk = vec![0; 1 << 20];
    loop {
        let n = file.read(&mut chunk).context("read", path)?;
        if n == 0 {
            return Ok(hex(&hasher.finalize()));
        }
        hasher.update(&chunk[..n]);
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::{Duration, SystemTime};

    const HELLO: Pin = Pin {
        path: "models/hello",
        bytes: 5,
        sha256: "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",
    };

    fn folder_with(text: &str) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("models")).unwrap();
        fs::write(folder.path().join(HELLO.path), text).unwrap();
        folder
    }

    #[test]
    fn an_absent_file_is_simply_absent() {
        let folder = tempfile::tempdir().unwrap();
        assert!(!Ledger::open(folder.path()).has(&HELLO).unwrap());
    }

    #[test]
    fn a_right_file_is_remembered() {
        let folder = folder_with("hello");
        assert!(Ledger::open(folder.path()).has(&HELLO).unwrap());
        assert_eq!(Ledger::open(folder.path()).checked.len(), 1);
    }

    #[test]
    fn a_wrong_file_is_named_with_both_checksums_and_the_way_out() {
        let folder = folder_with("hullo");
        let error = Ledger::open(folder.path()).has(&HELLO).unwrap_err();
        let text = error.to_string();
        for part in ["models/hello", HELLO.sha256, "found    SHA-256 ", "rm '"] {
            assert!(text.contains(part), "{text}");
        }
    }

    #[test]
    fn a_file_changed_after_its_check_is_caught() {
        let folder = folder_with("hello");
        assert!(Ledger::open(folder.path()).has(&HELLO).unwrap());

        let path = folder.path().join(HELLO.path);
        fs::write(&path, "hxllo").unwrap();
        let later = SystemTime::now() + Duration::from_secs(2);
        File::options()
            .write(true)
            .open(&path)
            .unwrap()
            .set_modified(later)
            .unwrap();
        assert!(Ledger::open(folder.path()).has(&HELLO).is_err());
    }

    #[test]
    fn a_changed_pin_is_checked_again() {
        let folder = folder_with("hello");
        assert!(Ledger::open(folder.path()).has(&HELLO).unwrap());
        let moved = Pin {
            sha256: "0000000000000000000000000000000000000000000000000000000000000000",
            ..HELLO
        };
        assert!(Ledger::open(folder.path()).has(&moved).is_err());
    }

    #[test]
    fn a_temporary_file_is_moved_only_when_right() {
        let folder = tempfile::tempdir().unwrap();
        let temporary = folder.path().join("part");
        let mut ledger = Ledger::open(folder.path());

        fs::write(&temporary, "hel").unwrap();
        assert!(ledger.admit(&temporary, &HELLO, "").is_err());
        assert!(!ledger.has(&HELLO).unwrap());

        fs::write(&temporary, "hello").unwrap();
        ledger.admit(&temporary, &HELLO, "").unwrap();
        assert!(ledger.has(&HELLO).unwrap());
    }
}
