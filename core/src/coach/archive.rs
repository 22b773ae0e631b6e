//! The session file, shared by the coach and the sessions going on, and what could not be written into it yet.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::analysis::{Rep, SpokenCue};
use crate::engine::Summary;
use crate::practice::{SessionSummary, SetSummary};
use crate::store::{NewSession, Notes, Pain, SessionId, Store, StoreError};

#[derive(Debug)]
pub struct Archive {
    pub store: Store,
    /// Of sessions that were let go of while something waited.
    left: Vec<Writes>,
    /// How often everything was erased: numbers are given anew after that.
    erasures: u64,
}

/// What is to be written of one session.
#[derive(Debug)]
pub struct Writes {
    begun: NewSession,
    id: Option<SessionId>,
    waiting: VecDeque<Write>,
    erasures: u64,
}

#[derive(Debug)]
pub enum Write {
    Rep(u32, Rep),
    Cue(SpokenCue),
    Set(SetSummary),
    /// With the personal range limit that holds from now on.
    Summary(Box<SessionSummary>, Option<f64>),
    Clip(Box<Summary>),
}

/// A poisoned lock is taken all the same: every write is one transaction, so nothing is half done.
pub fn lock(archive: &Mutex<Archive>) -> MutexGuard<'_, Archive> {
    archive.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Archive {
    pub fn new(store: Store) -> Self {
        Archive {
            store,
            left: Vec::new(),
            erasures: 0,
        }
    }

    /// Takes what could not be written of a session that is let go of.
    pub fn leave(&mut self, writes: Writes) {
        self.left.push(writes);
    }

    /// How much waits of sessions that were let go of.
    pub fn unsaved(&self) -> u32 {
        self.left.iter().map(Writes::waiting).sum()
    }

    /// Writes what sessions left that were let go of.
    ///
    /// # Errors
    /// What hinders first; everything not written still waits.
    pub fn save_left(&mut self) -> Result<(), StoreError> {
        let mut hindered = Ok(());
        for mut writes in std::mem::take(&mut self.left) {
            let done = self.save(&mut writes);
            if done.is_err() {
                self.left.push(writes);
                hindered = hindered.and(done);
            }
        }
        hindered
    }

    /// # Errors
    /// What hinders; everything not written still waits.
    pub fn save(&mut self, writes: &mut Writes) -> Result<(), StoreError> {
        if writes.erasures != self.erasures {
            writes.forget();
            writes.erasures = self.erasures;
        }
        writes.save(&mut self.store)
    }

    /// Erases everything, and what waits to be written.
    ///
    /// # Errors
    /// As [`Store::erase_all`].
    pub fn erase_all(&mut self) -> Result<(), StoreError> {
        self.left.clear();
        self.erasures += 1;
        self.store.erase_all()
    }
}

impl Writes {
    pub fn new(begun: NewSession, archive: &Archive) -> Self {
        Writes {
            begun,
            id: None,
            waiting: VecDeque::new(),
            erasures: archive.erasures,
        }
    }

    /// The session's number; None as long as there was nothing to keep.
    pub fn id(&self) -> Option<SessionId> {
        self.id
    }

    pub fn waiting(&self) -> u32 {
        self.waiting.len() as u32
    }

    pub fn add(&mut self, write: Write) {
        self.waiting.push_back(write);
    }

    /// All that waits, for somebody else to write.
    pub fn hand_over(&mut self) -> Writes {
        Writes {
            begun: self.begun.clone(),
            id: self.id,
            waiting: std::mem::take(&mut self.waiting),
            erasures: self.erasures,
        }
    }

    /// What was erased is not written again.
    fn forget(&mut self) {
        self.waiting.clear();
        self.id = None;
    }

    fn save(&mut self, store: &mut Store) -> Result<(), StoreError> {
        while let Some(write) = self.waiting.pop_front() {
            match self.write(store, &write) {
                Ok(()) => {}
                Err(StoreError::NotFound(_)) => self.forget(),
                Err(error) => {
                    self.waiting.push_front(write);
                    return Err(error);
                }
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
    // What was said after the session is newer.
    notes.pain_after = notes.pain_after.or(pain(summary.pain_after));
    notes.ended = Some(summary.ending);
    notes.limit_deg = limit_deg;
}
