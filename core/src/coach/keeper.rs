//! Keeps a session in the file as it goes on. What can't be written now waits and is tried again: a full disk
//! takes no finished repetition away as long as the app lives.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use crate::analysis::{Rep, SpokenCue};
use crate::coach::lock;
use crate::engine::Summary;
use crate::practice::{SessionSummary, SetSummary};
use crate::store::{NewSession, Notes, Pain, SessionId, Store, StoreError};

/// Waiting writes are tried again this often.
const RETRY_EVERY_S: f64 = 2.0;

#[derive(Debug)]
enum Write {
    Rep(u32, Rep),
    Cue(SpokenCue),
    Set(SetSummary),
    /// With the personal range limit that holds from now on.
    Summary(Box<SessionSummary>, Option<f64>),
    Clip(Box<Summary>),
}

/// One session on its way into the file.
#[derive(Debug)]
pub struct Keeper {
    store: Arc<Mutex<Store>>,
    begun: NewSession,
    id: Option<SessionId>,
    waiting: VecDeque<Write>,
    retry_s: f64,
}

impl Keeper {
    pub fn new(store: Arc<Mutex<Store>>, begun: NewSession) -> Self {
        Keeper {
            store,
            begun,
            id: None,
            waiting: VecDeque::new(),
            retry_s: f64::NEG_INFINITY,
        }
    }

    /// The session's number; None as long as there was nothing to keep.
    pub fn id(&self) -> Option<SessionId> {
        self.id
    }

    /// How much waits to be written.
    pub fn unsaved(&self) -> u32 {
        self.waiting.len() as u32
    }

    pub fn rep(&mut self, set_index: u32, rep: Rep) {
        self.waiting.push_back(Write::Rep(set_index, rep));
        self.retry_s = f64::NEG_INFINITY;
    }

    pub fn cue(&mut self, cue: SpokenCue) {
        self.waiting.push_back(Write::Cue(cue));
    }

    pub fn set(&mut self, set: SetSummary) {
        self.waiting.push_back(Write::Set(set));
        self.retry_s = f64::NEG_INFINITY;
    }

    pub fn summary(&mut self, summary: SessionSummary, limit_deg: Option<f64>) {
        let summary = Box::new(summary);
        self.waiting.push_back(Write::Summary(summary, limit_deg));
    }

    pub fn clip(&mut self, summary: Summary) {
        self.waiting.push_back(Write::Clip(Box::new(summary)));
    }

    /// Writes what waits, unless it failed a moment ago.
    pub fn save(&mut self, t_s: f64) {
        if self.waiting.is_empty() || t_s - self.retry_s < RETRY_EVERY_S {
            return;
        }
        if let Err(error) = self.save_now() {
            log::warn!("{} writes wait: {error}", self.waiting.len());
            self.retry_s = t_s;
        }
    }

    /// # Errors
    /// What hinders; everything not written still waits.
    pub fn save_now(&mut self) -> Result<(), StoreError> {
        let store = Arc::clone(&self.store);
        let mut store = lock(&store);
        while let Some(write) = self.waiting.pop_front() {
            if let Err(error) = self.write(&mut store, &write) {
                self.waiting.push_front(write);
                return Err(error);
            }
        }
        Ok(())
    }

    fn write(&mut self, store: &mut Store, write: &Write) -> Result<(), StoreError> {
        let id = match self.id {
            Some(id) => id,
            None => *self.id.insert(store.begin_session(&self.begun)?),
        };
        match write {
            Write::Rep(set_index, rep) => store.add_rep(id, *set_index, rep),
            Write::Cue(cue) => store.add_cue(id, cue),
            Write::Set(set) => {
                store.put_set(id, set.index, (set.start_s, set.end_s), set.led)?;
                if set.corrected != 0 {
                    store.correct_set(id, set.index, set.corrected)?;
                }
                Ok(())
            }
            Write::Summary(summary, limit_deg) => {
                let depth_deg = summary.total.clean_depth_deg;
                store.finish_session(id, &summary.view, summary.movement, depth_deg)?;
                store.note(id, |notes| take_notes(notes, summary, *limit_deg))
            }
            Write::Clip(summary) => {
                let depth_deg = summary.clean_depth_deg;
                store.finish_session(id, &summary.view, summary.movement, depth_deg)
            }
        }
    }
}

fn take_notes(notes: &mut Notes, summary: &SessionSummary, limit_deg: Option<f64>) {
    let pain = |level: Option<u8>| level.and_then(|level| Pain::try_from(level).ok());
    notes.pain_before = pain(summary.pain_before);
    notes.pain_after = pain(summary.pain_after);
    notes.ended = Some(summary.ending);
    notes.limit_deg = limit_deg;
}
