//! What a detector is given and what it may answer.

use crate::analysis::{CantTellReason, Tempo};
use crate::back::BackReference;
use crate::body::{Neutral, Posture, median};
use crate::reps::{Bottom, RepTrace};
use crate::thresholds::SQUAT_MIN_KNEE_DEG;

/// A detector's answer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Finding {
    Ok,
    /// `severity` is 0 at the limit and 1 at twice the limit.
    Fault {
        severity: f64,
        onset_s: f64,
    },
    CantTell(CantTellReason),
}

/// What the clinic or the person asked for.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Targets {
    /// Seconds down, paused and up.
    pub tempo_s: Option<Tempo>,
    /// The hip flexion to reach.
    pub hip_flexion_deg: Option<f64>,
    /// The hip flexion not to go beyond.
    pub hip_flexion_limit_deg: Option<f64>,
    /// How far the person's own low back bends in a toe-touch.
    pub toe_touch_lumbar_deg: Option<f64>,
}

/// What is known beside the repetition itself.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    pub neutral: Option<&'a Neutral>,
    pub targets: &'a Targets,
    /// Hip flexion at the bottom of the counted repetitions before this one.
    pub depths_deg: &'a [f64],
    /// Whether the hands went down to the floor in the repetition before; None in the first.
    pub reached_floor: Option<bool>,
    /// Too dark for outlines and faces.
    pub dim: bool,
    /// What this person's back is compared with, or why it can't be.
    pub back: Result<&'a BackReference, CantTellReason>,
}

/// A repetition that has turned, with the standing reference to compare it with.
#[derive(Debug, Clone)]
pub struct Turned<'a> {
    pub trace: &'a RepTrace,
    pub neutral: &'a Neutral,
    pub bottom: Bottom,
}

impl<'a> Turned<'a> {
    /// Says why not when it can't be had.
    pub fn new(trace: &'a RepTrace, context: &Context<'a>) -> Result<Self, Finding> {
        let neutral = context
            .neutral
            .ok_or(Finding::CantTell(CantTellReason::NoStandingNeutral))?;
        let bottom = trace
            .bottom
            .ok_or(Finding::CantTell(CantTellReason::TooFewFrames))?;
        Ok(Turned {
            trace,
            neutral,
            bottom,
        })
    }

    /// The median of a signal over the bottom; can't be told when the body was not clear there.
    pub fn at_bottom(&self, read: impl Fn(&Posture) -> f64) -> Result<f64, Finding> {
        let mut values: Vec<f64> = self.trace.at_bottom().map(read).collect();
        if values.is_empty() {
            return Err(Finding::CantTell(CantTellReason::NotVisible));
        }
        Ok(median(&mut values))
    }

    /// Whoever squats or takes a load from the floor folds deeper, bunches the shirt and keeps the trunk more
    /// upright; other signs count then.
    pub fn bends_knees(&self) -> Result<bool, Finding> {
        Ok(self.at_bottom(|p| self.neutral.knee_flexion_deg(p))? > SQUAT_MIN_KNEE_DEG)
    }

    /// When it first showed on the way down; the bottom when it never did before.
    pub fn first_s(&self, shows: impl Fn(&Posture) -> bool) -> f64 {
        self.trace
            .between(self.trace.start_s, self.bottom.middle_s)
            .find(|p| shows(p))
            .map_or(self.bottom.middle_s, |p| p.t_s)
    }
}

/// Turns the early returns of a detector into its answer.
pub fn answer(finding: Result<Finding, Finding>) -> Finding {
    finding.unwrap_or_else(|early| early)
}

/// A fault above `limit`, twice the limit being severity 1.
pub fn above(value: f64, limit: f64, onset_s: impl FnOnce() -> f64) -> Finding {
    if value > limit {
        Finding::Fault {
            severity: value / limit - 1.0,
            onset_s: onset_s(),
        }
    } else {
        Finding::Ok
    }
}

/// A fault below `limit`, nothing left being severity 1.
pub fn below(value: f64, limit: f64, onset_s: impl FnOnce() -> f64) -> Finding {
    if value < limit {
        Finding::Fault {
            severity: 1.0 - value / limit,
            onset_s: onset_s(),
        }
    } else {
        Finding::Ok
    }
}
