//! What stands between a foreign thread and the core: a lock that can't stay poisoned, and a net for panics.
//!
//! Calls from several threads are served in turn. No call holds two of these locks, calls back, or waits for
//! another call, so that none can wait for ever.

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, PoisonError, RwLock};

use crate::error::{DowelError, Result};

/// Something that one thread uses at a time.
pub struct Guarded<T>(Mutex<T>);

impl<T> Guarded<T> {
    pub fn new(value: T) -> Self {
        Guarded(Mutex::new(value))
    }

    /// Runs `work` when it is this thread's turn.
    ///
    /// # Errors
    /// What `work` says, or [`DowelError::Defect`] when it panics.
    pub fn with<R>(&self, work: impl FnOnce(&mut T) -> Result<R>) -> Result<R> {
        caught(|| {
            // A panic before left the value usable: the core has no unsafe code, and each write to the session
            // file is a transaction.
            let mut value = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            self.0.clear_poison();
            work(&mut value)
        })
    }
}

/// Something that many threads read and few change.
pub struct Shared<T>(RwLock<T>);

impl<T> Shared<T> {
    pub fn new(value: T) -> Self {
        Shared(RwLock::new(value))
    }

    /// # Errors
    /// As [`Guarded::with`].
    pub fn read<R>(&self, work: impl FnOnce(&T) -> Result<R>) -> Result<R> {
        caught(|| {
            let value = self.0.read().unwrap_or_else(PoisonError::into_inner);
            self.0.clear_poison();
            work(&value)
        })
    }

    /// # Errors
    /// As [`Guarded::with`].
    pub fn change<R>(&self, work: impl FnOnce(&mut T) -> Result<R>) -> Result<R> {
        caught(|| {
            let mut value = self.0.write().unwrap_or_else(PoisonError::into_inner);
            self.0.clear_poison();
            work(&mut value)
        })
    }
}

/// Runs `work`; a panic in it becomes an error.
///
/// # Errors
/// What `work` says, or [`DowelError::Defect`].
pub fn caught<R>(work: impl FnOnce() -> Result<R>) -> Result<R> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
        log::error!("a call panicked");
        Err(DowelError::Defect)
    })
}

// What is inside may hold what a person did; logs must not.
impl<T> fmt::Debug for Guarded<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Guarded").finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for Shared<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Shared").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_an_error_and_the_next_call_works() {
        let guarded = Guarded::new(1);
        let fallen = guarded.with(|value| {
            *value = 2;
            panic!("on purpose")
        });
        assert_eq!(fallen, Err::<(), _>(DowelError::Defect));
        assert_eq!(guarded.with(|value| Ok(*value)), Ok(2));
        assert!(!guarded.0.is_poisoned());

        let shared = Shared::new(1);
        let fallen = shared.change(|_| panic!("on purpose"));
        assert_eq!(fallen, Err::<(), _>(DowelError::Defect));
        assert_eq!(shared.read(|value| Ok(*value)), Ok(1));
        assert!(!shared.0.is_poisoned());
    }
}
