//! What a session tells its shell: words to speak, things to show, taps to feel.

use serde::Serialize;

/// How an event reaches the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    /// Spoken, and captioned while it is.
    Say,
    /// Only shown; it changes nothing for whoever only listens.
    Show,
    /// Only felt.
    Haptic,
}

/// What gives way to what, the least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Priority {
    Count,
    Cue,
    Guide,
    /// Does not wait for the line being spoken.
    Alert,
}

/// One thing for the shell to do, at once: events are never early, late or overlapping.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Event {
    /// Seconds since the first frame.
    pub at_s: f64,
    /// Stable; the key of its words.
    pub id: String,
    pub kind: EventKind,
    pub priority: Priority,
    /// In the session's language; empty for what is only felt.
    pub text: String,
}
