//! What a session is to be.

use crate::analysis::FaultId;
use crate::cues::CueFrequency;
use crate::drills::{Drill, Watch};
use crate::faults::Targets;
use crate::words::Words;

/// The most sets, and the most repetitions of one, that anybody can mean.
pub const MAX_SETS: u32 = 20;
pub const MAX_REPS: u32 = 200;
/// The highest answer to "how much does it hurt".
pub const MAX_PAIN: u8 = 10;

/// A drill with its dose, and how it is coached.
#[derive(Debug, Clone)]
pub struct Plan {
    pub drill: &'static Drill,
    pub sets: u32,
    pub reps: u32,
    pub rest_s: f64,
    pub targets: Targets,
    /// Where the person's own range ends, in degrees of hip flexion: told with a tap and a word when reached.
    /// Going a little beyond is no fault; going beyond the targets' limit is.
    pub range_deg: Option<f64>,
    pub cue_frequency: CueFrequency,
    /// Count the tempo aloud, where there is one.
    pub counts_tempo: bool,
    /// How much it hurt before the session, 0 to 10; None when nobody said.
    pub pain_before: Option<u8>,
    pub words: Words,
}

/// A plan that no session can follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    #[error("a session has 1 to {MAX_SETS} sets")]
    Sets,
    #[error("a set has 1 to {MAX_REPS} repetitions")]
    Reps,
    #[error("a rest lasts 0 to 900 seconds")]
    Rest,
    #[error("a tempo has phases of 0 to 10 seconds, and not all of them 0")]
    Tempo,
    #[error("a range lies between 20 and 150 degrees of hip flexion")]
    Range,
    #[error("pain is told as a number from 0 to {MAX_PAIN}")]
    Pain,
}

impl Plan {
    /// The drill at its own dose.
    pub fn of(drill: &'static Drill, words: Words) -> Self {
        Plan {
            drill,
            sets: drill.dose.sets,
            reps: drill.dose.reps,
            rest_s: drill.dose.rest_s,
            targets: Targets {
                tempo_s: drill.dose.tempo_s,
                ..Targets::default()
            },
            range_deg: None,
            cue_frequency: CueFrequency::default(),
            counts_tempo: true,
            pain_before: None,
            words,
        }
    }

    /// # Errors
    /// The first thing about it that makes no sense.
    pub fn check(&self) -> Result<(), PlanError> {
        let targets = &self.targets;
        let tempo_ok = targets.tempo_s.is_none_or(|tempo| {
            let phases = [tempo.down, tempo.pause, tempo.up];
            phases.iter().all(|s| (0.0..=10.0).contains(s)) && phases.iter().any(|s| *s > 0.0)
        });
        let ranges = [
            targets.hip_flexion_deg,
            targets.hip_flexion_limit_deg,
            self.range_deg,
        ];
        let ranges_ok = ranges
            .into_iter()
            .flatten()
            .all(|deg| (20.0..=150.0).contains(&deg));
        let checks = [
            ((1..=MAX_SETS).contains(&self.sets), PlanError::Sets),
            ((1..=MAX_REPS).contains(&self.reps), PlanError::Reps),
            ((0.0..=900.0).contains(&self.rest_s), PlanError::Rest),
            (tempo_ok, PlanError::Tempo),
            (ranges_ok, PlanError::Range),
            (
                self.pain_before.is_none_or(|pain| pain <= MAX_PAIN),
                PlanError::Pain,
            ),
        ];
        match checks.into_iter().find(|(ok, _)| !ok) {
            Some((_, error)) => Err(error),
            None => Ok(()),
        }
    }

    /// Where to turn: the end of the person's own range, or what was prescribed.
    pub fn turn_at_deg(&self) -> Option<f64> {
        let ends = [self.range_deg, self.targets.hip_flexion_limit_deg];
        ends.into_iter().flatten().min_by(f64::total_cmp)
    }

    /// True when the camera watches; false when the drill is only led by counting.
    pub fn is_watched(&self) -> bool {
        self.drill.watch == Watch::Hinge
    }

    /// The faults that are cued; the others are only recorded.
    pub fn watched(&self) -> &[FaultId] {
        &self.drill.watched
    }
}
