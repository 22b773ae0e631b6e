//! From postures to repetitions: where each begins, turns and ends, and what was only an attempt.

mod counter;
mod trace;

pub use counter::{Finished, RepCounter};
pub use trace::{Bottom, RepTrace};
