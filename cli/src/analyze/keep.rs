//! The history: each repetition is stored the moment it is finished.

use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use dowel_core::analysis::{Analysis, Rep, SpokenCue, Versions};
use dowel_core::store::{NewSession, SessionId, Store, StoreError};

use crate::error::CliError;

/// Where sessions go; nowhere when the person wants none kept.
#[derive(Debug)]
pub struct Keeper {
    store: Option<(Store, PathBuf)>,
    /// The person named the file, so that it must work.
    named: bool,
}

/// One session being kept.
#[derive(Debug)]
pub struct Kept<'a> {
    keeper: &'a mut Keeper,
    id: Option<SessionId>,
}

impl Keeper {
    /// `named` is the person's choice and must work; the history in `default` is a convenience, so a
    /// trouble with it is said and the analysis goes on.
    pub fn open(
        named: Option<&Path>,
        none: bool,
        default: Option<PathBuf>,
    ) -> Result<Self, CliError> {
        let mut keeper = Keeper {
            store: None,
            named: named.is_some(),
        };
        let path = named.map(Path::to_owned).or(default);
        if let Some(path) = path.filter(|_| !none) {
            match open(&path) {
                Ok(store) => keeper.store = Some((store, path)),
                Err(error) => keeper.give_up(error)?,
            }
        }
        Ok(keeper)
    }

    pub fn path(&self) -> Option<&Path> {
        self.store.as_ref().map(|(_, path)| path.as_path())
    }

    pub fn begin(&mut self, source: &str, versions: &Versions) -> Result<Kept<'_>, StoreError> {
        let session = NewSession {
            started_at_ms: now_ms(),
            source: source.to_owned(),
            drill: None,
            versions: versions.clone(),
        };
        let begun = match &mut self.store {
            Some((store, _)) => store.begin_session(&session).map(Some),
            None => Ok(None),
        };
        let id = match begun {
            Ok(id) => id,
            Err(error) => {
                self.give_up(error)?;
                None
            }
        };
        Ok(Kept { keeper: self, id })
    }

    /// Says that the history is not kept and goes on without, unless the person asked for it.
    fn give_up(&mut self, error: StoreError) -> Result<(), StoreError> {
        if self.named {
            return Err(error);
        }
        eprintln!("dowel: the history is not kept: {error}");
        self.store = None;
        Ok(())
    }
}

impl Kept<'_> {
    pub fn rep(&mut self, rep: &Rep) -> Result<(), StoreError> {
        // A clip is one set.
        self.keep(|store, id| store.add_rep(id, 0, rep))
    }

    pub fn cue(&mut self, cue: &SpokenCue) -> Result<(), StoreError> {
        self.keep(|store, id| store.add_cue(id, cue))
    }

    pub fn finish(&mut self, analysis: &Analysis) -> Result<(), StoreError> {
        self.keep(|store, id| {
            store.finish_session(
                id,
                &analysis.view,
                analysis.movement,
                analysis.clean_depth_deg,
            )
        })
    }

    fn keep(
        &mut self,
        write: impl FnOnce(&mut Store, SessionId) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let (Some((store, _)), Some(id)) = (&mut self.keeper.store, self.id) else {
            return Ok(());
        };
        write(store, id).or_else(|error| self.keeper.give_up(error))
    }
}

fn open(path: &Path) -> Result<Store, StoreError> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let opened = Store::open(path)?;
    if let Some(aside) = opened.set_aside {
        eprintln!(
            "dowel: the history was damaged; it was set aside as {} and a new one begun",
            aside.display()
        );
    }
    Ok(opened.store)
}

/// Unix time in milliseconds.
pub fn now_ms() -> i64 {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}
