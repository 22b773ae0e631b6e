//! The facade that Kotlin, Swift and Python call: plain records and enums in, plain records and enums out.
//!
//! It decides nothing. Each call translates, asks the core, and translates back; a panic in between becomes
//! [`DowelError::Defect`]. What crosses is what a screen and a voice need and nothing else. Catalogues that
//! grow (faults, drills, words) cross as their stable ids, states as enums.
//!
//! [`Coach`] is opened once and held on to. It hands out a [`LiveSession`] for a practice session before the
//! camera and a [`ClipAnalysis`] for a recorded video. Every call is synchronous: call it off the main thread.

#![forbid(unsafe_code)]

mod clip;
mod coach;
mod drill;
mod error;
mod frame;
mod guard;
mod logging;
mod past;
mod progress;
mod session;
mod settings;
mod shared;
mod update;

pub use clip::{ClipAnalysis, ClipSummary, ClipUpdate};
pub use coach::{Coach, FeelingAnswer, LimitsSection, Places, PlanOptions, Speed, TextValue};
pub use drill::{Dose, Drill};
pub use error::DowelError;
pub use frame::{FrameInfo, PackedFormat, PackedLayout, Tilt, YuvColor, YuvLayout};
pub use logging::init_logging;
pub use past::{HistoryEntry, PastCue, PastRep, PastSession, PastSet, RepFault};
pub use progress::{FaultTrend, PracticeDays, Progress, Trend, TrendPoint};
pub use session::LiveSession;
pub use settings::Settings;
pub use shared::{Tempo, Versions};
pub use update::{
    BodyPoint, Contacts, Depth, Event, Finished, LiveUpdate, NearBody, Point, SessionSummary,
    SetSummary, Stage, Stick, Tally,
};

uniffi::setup_scaffolding!("dowel");

/// The version of this library, as it is stamped on stored results.
#[uniffi::export]
pub fn version() -> String {
    dowel_core::VERSION.to_owned()
}
