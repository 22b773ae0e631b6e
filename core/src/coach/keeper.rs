//! Keeps a session in the file as it goes on. What can't be written now waits and is tried again: a full disk
//! takes no finished repetition away as long as the app lives, not even where the session is let go of.

use std::sync::{Arc, Mutex};

use crate::analysis::{Rep, SpokenCue};
use crate::coach::archive::{Archive, Write, Writes, lock};
use crate::engine::Summary;
use crate::practice::{SessionSummary, SetSummary};
use crate::store::{NewSession, SessionId, StoreError};

/// Waiting writes are tried again this often.
const RETRY_EVERY_S: f64 = 2.0;

/// One session on its way into the file.
#[derive(Debug)]
pub struct Keeper {
    archive: Arc<Mutex<Archive>>,
    writes: Writes,
    retry_s: f64,
}

impl Keeper {
    pub fn new(archive: Arc<Mutex<Archive>>, begun: NewSession) -> Self {
        let writes = Writes::new(begun, &lock(&archive));
        Keeper {
            archive,
            writes,
            retry_s: f64::NEG_INFINITY,
        }
    }

    /// The session's number; None as long as there was nothing to keep.
    pub fn id(&self) -> Option<SessionId> {
        self.writes.id()
    }

    /// How much waits to be written.
    pub fn unsaved(&self) -> u32 {
        self.writes.waiting()
    }

    pub fn rep(&mut self, set_index: u32, rep: Rep) {
        self.writes.add(Write::Rep(set_index, rep));
        self.retry_s = f64::NEG_INFINITY;
    }

    pub fn cue(&mut self, cue: SpokenCue) {
        self.writes.add(Write::Cue(cue));
    }

    pub fn set(&mut self, set: SetSummary) {
        self.writes.add(Write::Set(set));
        self.retry_s = f64::NEG_INFINITY;
    }

    pub fn summary(&mut self, summary: SessionSummary, limit_deg: Option<f64>) {
        let summary = Box::new(summary);
        self.writes.add(Write::Summary(summary, limit_deg));
    }

    pub fn clip(&mut self, summary: Summary) {
        self.writes.add(Write::Clip(Box::new(summary)));
    }

    /// Writes what waits, unless it failed a moment ago.
    pub fn save(&mut self, t_s: f64) {
        if self.unsaved() == 0 || t_s - self.retry_s < RETRY_EVERY_S {
            return;
        }
        if let Err(error) = self.save_now() {
            log::warn!("{} writes wait: {error}", self.unsaved());
            self.retry_s = t_s;
        }
    }

    /// # Errors
    /// What hinders; everything not written still waits.
    pub fn save_now(&mut self) -> Result<(), StoreError> {
        lock(&self.archive).save(&mut self.writes)
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        if self.unsaved() > 0 && self.save_now().is_err() {
            log::warn!("{} writes are left to be tried again", self.unsaved());
            lock(&self.archive).leave(self.writes.hand_over());
        }
    }
}
