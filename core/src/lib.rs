//! Dowel's core: one camera frame in, facts and cues about a hip hinge out.
//!
//! The modules stand in the order the data flows:
//! [`frame`] → [`pose`] → [`body`] → [`back`] → [`reps`] → [`faults`] → [`cues`] → [`store`] → [`report`];
//! [`progress`] follows them over the weeks.
//! [`words`] holds all that is shown or said, in each language; [`drills`] what there is to practise.
//! Everything after [`pose`] is pure: no clock, file, thread or randomness; time comes from the frames.
#![forbid(unsafe_code)]

pub mod analysis;
pub mod back;
pub mod body;
pub mod coach;
pub mod cues;
pub mod drills;
pub mod engine;
pub mod faults;
pub mod frame;
pub mod limits;
pub mod live;
pub mod pose;
pub mod practice;
pub mod progress;
pub mod recording;
pub mod report;
pub mod reps;
pub mod store;
pub mod thresholds;
pub mod words;

/// The version of this crate, stamped on every stored result.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
