//! What a session tells after each frame, and at its end.

use serde::Serialize;

use crate::analysis::{FrameFacts, Movement, Rep, View};
use crate::body::NearSide;
use crate::practice::event::Event;
use crate::practice::set::{SetSummary, Tally};
use crate::practice::stage::{Ending, Stage};

/// How deep the hinge is, for a meter. Hip flexion in degrees.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct Depth {
    pub now_deg: Option<f64>,
    pub target_deg: Option<f64>,
    pub limit_deg: Option<f64>,
}

/// What one frame brought.
#[derive(Debug, Clone, PartialEq)]
pub struct Update {
    /// Seconds since the first frame.
    pub at_s: f64,
    pub stage: Stage,
    /// The set going on, or the one to come, from 0.
    pub set_index: u32,
    /// Counted in this set, corrections included.
    pub reps: u32,
    pub depth: Depth,
    pub near: Option<NearSide>,
    /// The body in the picture, as in [`FrameFacts`], also while nothing is judged.
    pub landmarks: Option<Vec<[f64; 3]>>,
    /// From holding still to the end of a set.
    pub facts: Option<FrameFacts>,
    /// Repetitions and attempts of `set_index` that this frame completed.
    pub entries: Vec<Rep>,
    /// The set that this frame ended.
    pub finished_set: Option<SetSummary>,
    pub events: Vec<Event>,
}

/// What a whole session was.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SessionSummary {
    pub drill: String,
    pub ending: Ending,
    pub sets: Vec<SetSummary>,
    /// Over all sets.
    pub total: Tally,
    pub view: View,
    pub movement: Movement,
    pub pain_before: Option<u8>,
    pub pain_after: Option<u8>,
}
