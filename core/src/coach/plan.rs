//! A drill as the person chose it, made into a plan.

use crate::analysis::Tempo;
use crate::coach::{Coach, CoachError};
use crate::drills;
use crate::practice::Plan;

/// What to do; None where the drill's own dose, or what is known of the person, decides.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PlanOptions {
    pub drill: String,
    pub sets: Option<u32>,
    pub reps: Option<u32>,
    pub rest_s: Option<f64>,
    pub tempo_s: Option<Tempo>,
    /// Hip flexion to reach, in degrees.
    pub target_deg: Option<f64>,
    /// Hip flexion not to go beyond, in degrees.
    pub limit_deg: Option<f64>,
    /// 0 to 10.
    pub pain_before: Option<u8>,
}

impl Coach {
    /// # Errors
    /// [`CoachError::NoSuchDrill`], or [`CoachError::Plan`] for a dose that makes no sense.
    pub fn plan(&self, options: &PlanOptions) -> Result<Plan, CoachError> {
        let drill = drills::find(&options.drill)
            .ok_or_else(|| CoachError::NoSuchDrill(options.drill.clone()))?;
        let mut plan = Plan::of(drill, self.words());
        plan.sets = options.sets.unwrap_or(plan.sets);
        plan.reps = options.reps.unwrap_or(plan.reps);
        plan.rest_s = options.rest_s.unwrap_or(plan.rest_s);
        plan.targets.tempo_s = options.tempo_s.or(plan.targets.tempo_s);
        plan.targets.hip_flexion_deg = options.target_deg;
        plan.targets.hip_flexion_limit_deg = options.limit_deg;
        plan.cue_frequency = self.settings().cue_frequency;
        plan.counts_tempo = self.settings().counts_tempo;
        plan.pain_before = options.pain_before;
        plan.check()?;
        Ok(plan)
    }
}
