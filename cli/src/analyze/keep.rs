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
}

/// One session being kept.
#[derive(Debug)]
pub struct Kept<'a> {
    open: Option<(&'a mut Store, SessionId)>,
}

impl Keeper {
    /// `named` is the person's choice and must work; the history in `default` is a convenience, so a
    /// trouble with it is said and the analysis goes on.
    pub fn open(
        named: Option<&Path>,
        none: bool,
        default: Option<PathBuf>,
    ) -> Result<Self, CliError> {
        if none {
            return Ok(Keeper { store: None });
        }
        if let Some(path) = named {
            return Ok(Keeper {
                store: Some((open(path)?, path.to_owned())),
            });
        }
        let store = default.and_then(|path| {
            let opened = path
                .parent()
                .map_or(Ok(()), std::fs::create_dir_all)
                .map_err(|e| e.to_string())
                .and_then(|()| open(&path).map_err(|e| e.to_string()));
            match opened {
                Ok(store) => Some((store, path)),
                Err(reason) => {
                    eprintln!("dowel: the history is not kept: {reason}");
                    None
                }
            }
        });
        Ok(Keeper { store })
    }

    pub fn path(&self) -> Option<&Path> {
        self.store.as_ref().map(|(_, path)| path.as_path())
    }

    pub fn begin(&mut self, source: &str, versions: &Versions) -> Result<Kept<'_>, StoreError> {
        let Some((store, _)) = &mut self.store else {
            return Ok(Kept { open: None });
        };
        let id = store.begin_session(&NewSession {
            started_at_ms: now_ms(),
            source: source.to_owned(),
            drill: None,
            versions: versions.clone(),
        })?;
        Ok(Kept {
            open: Some((store, id)),
        })
    }
}

impl Kept<'_> {
    pub fn rep(&mut self, rep: &Rep) -> Result<(), StoreError> {
        match &mut self.open {
            Some((store, id)) => store.add_rep(*id, rep),
            None => Ok(()),
        }
    }

    pub fn cue(&mut self, cue: &SpokenCue) -> Result<(), StoreError> {
        match &mut self.open {
            Some((store, id)) => store.add_cue(*id, cue),
            None => Ok(()),
        }
    }

    pub fn finish(&mut self, analysis: &Analysis) -> Result<(), StoreError> {
        match &mut self.open {
            Some((store, id)) => store.finish_session(
                *id,
                &analysis.view,
                analysis.movement,
                analysis.clean_depth_deg,
            ),
            None => Ok(()),
        }
    }
}

fn open(path: &Path) -> Result<Store, StoreError> {
    let opened = Store::open(path)?;
    if let Some(aside) = opened.set_aside {
        eprintln!(
            "dowel: the history was damaged; it was set aside as {} and a new one begun",
            aside.display()
        );
    }
    Ok(opened.store)
}

fn now_ms() -> i64 {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}
