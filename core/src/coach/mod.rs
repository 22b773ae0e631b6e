//! What a phone app holds on to: the session file, the networks, the drills, the settings, and the session going
//! on. Both shells are thin around it. Unlike the analysis it does I/O; it has no thread and no callback, and the
//! only clock is the one that chooses a model.

mod archive;
mod clip;
mod error;
mod feeling;
mod keeper;
mod plan;
mod records;
mod session;
mod settings;
mod speed;
#[cfg(test)]
mod tests;

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard};

use crate::coach::archive::{Archive, lock};
use crate::coach::keeper::Keeper;
use crate::live::versions;
use crate::pose::{ModelSize, PoseTracker, Runtime, TrackerConfig};
use crate::store::{NewSession, Opened, Store};
use crate::words::{Language, Words};

pub use clip::{Clip, ClipUpdate};
pub use error::CoachError;
pub use feeling::FeelingAnswer;
pub use plan::PlanOptions;
pub use records::Progress;
pub use session::{Session, SessionUpdate};
pub use settings::AppSettings;
pub use speed::Speed;

/// Where everything lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    /// The session file; its folder must exist.
    pub store: PathBuf,
    /// The folder of the networks.
    pub models: PathBuf,
    /// ONNX Runtime's library: a path, or a name that the system finds.
    pub runtime: PathBuf,
    /// The system's; spoken until the person chooses one.
    pub language: Language,
}

/// One app's coach. Cheap to share behind a lock; each call is synchronous.
#[derive(Debug)]
pub struct Coach {
    places: Places,
    archive: Arc<Mutex<Archive>>,
    settings: AppSettings,
    set_aside: Option<PathBuf>,
}

impl Coach {
    /// Opens the session file. The networks are loaded when a session begins.
    ///
    /// # Errors
    /// [`CoachError::Store`] when the file can't be opened; a damaged one is set aside instead, see
    /// [`Coach::set_aside`].
    pub fn open(places: Places) -> Result<Self, CoachError> {
        let Opened { store, set_aside } = Store::open(&places.store)?;
        let settings = AppSettings::load(&store, places.language)?;
        Ok(Coach {
            places,
            archive: Arc::new(Mutex::new(Archive::new(store))),
            settings,
            set_aside,
        })
    }

    /// Where a damaged session file was moved to, when there was one; the person should be told.
    pub fn set_aside(&self) -> Option<&PathBuf> {
        self.set_aside.as_ref()
    }

    pub fn settings(&self) -> &AppSettings {
        &self.settings
    }

    /// Keeps the settings, also for the next start; what lies outside of its range is brought there.
    ///
    /// # Errors
    /// [`CoachError::Store`] when they can't be written; they hold until the end of the process all the same.
    pub fn set_settings(&mut self, settings: AppSettings) -> Result<(), CoachError> {
        self.settings = settings.in_range();
        let written = self.settings.save(&mut self.archive().store);
        Ok(written?)
    }

    /// The words of the chosen language.
    pub fn words(&self) -> Words {
        Words::of(self.settings.language)
    }

    /// How much could not be written yet of sessions and clips that were let go of.
    pub fn unsaved(&self) -> u32 {
        self.archive().unsaved()
    }

    /// Tries again to write what could not be written of sessions and clips that were let go of. The next one that
    /// begins does so too.
    ///
    /// # Errors
    /// [`CoachError::Store`]; what could not be written still waits.
    pub fn save_again(&self) -> Result<(), CoachError> {
        Ok(self.archive().save_left()?)
    }

    /// Keeps what begins now with the model of the settings.
    fn keeper(&self, source: &str, drill: Option<&str>, started_at_ms: i64) -> Keeper {
        if let Err(error) = self.save_again() {
            log::warn!("{} writes still wait: {error}", self.unsaved());
        }
        let begun = NewSession {
            started_at_ms,
            source: source.to_owned(),
            drill: drill.map(str::to_owned),
            versions: versions(&self.config(self.model())),
        };
        Keeper::new(Arc::clone(&self.archive), begun)
    }

    fn model(&self) -> ModelSize {
        self.settings.model.unwrap_or_default()
    }

    fn archive(&self) -> MutexGuard<'_, Archive> {
        lock(&self.archive)
    }

    fn tracker(&self, size: ModelSize) -> Result<PoseTracker, CoachError> {
        let runtime = Runtime::load(&self.places.runtime)?;
        Ok(PoseTracker::load(&runtime, &self.config(size))?)
    }

    fn config(&self, size: ModelSize) -> TrackerConfig<'_> {
        TrackerConfig {
            models: &self.places.models,
            size,
            threads: 1,
            look_at_back: true,
        }
    }
}
