//! A practice session, led by ear from setting up the phone to the summary.
//!
//! A state machine over time-stamped pose frames, with no clock of its own:
//! set-up → hold still → count in → set → rest → next set → done, paused while the person is away.
//! Frames go in; events come out: what to say, to show and to feel, each at its moment. The movement itself is
//! judged by [`crate::engine`], one engine a set; what is said about it is decided in [`crate::cues`].

mod after_set;
mod before_set;
mod count_in;
mod event;
mod hints;
mod in_set;
mod pain;
mod plan;
mod presence;
mod session;
mod set;
mod setup;
mod stage;
mod telling;
mod tempo;
mod transcript;
mod update;
mod voice;

pub use event::{Event, EventKind, Priority};
pub use pain::{STOP_LINES, asks_to_stop};
pub use plan::{MAX_PAIN, Plan, PlanError};
pub use session::{CommandError, Practice};
pub use set::{SetSummary, Tally, WentWell};
pub use setup::{Hint, Tilt};
pub use stage::{Ending, PauseReason, Stage};
pub use transcript::Transcript;
pub use update::{Depth, SessionSummary, Update};
