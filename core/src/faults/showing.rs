//! Faults that show while the person still goes down, so that a word comes in time.

use crate::analysis::{CantTellReason, FaultFact, FaultId};
use crate::faults::finding::{Context, Finding};
use crate::faults::{detect, fact, lost_on_the_way};
use crate::reps::{Bottom, RepTrace};
use crate::thresholds::{MIN_DEPTH_DEG, SHOWING_AGAIN_S, SHOWING_SPAN_S};

/// Read from the limbs, and only growing on the way down: a limit passed there is passed at the bottom, too.
const OF_LIMBS: [FaultId; 6] = [
    FaultId::Squatting,
    FaultId::BendsForward,
    FaultId::LoadDrifts,
    FaultId::LookingUp,
    FaultId::WeightForward,
    FaultId::WeightBack,
];

/// The faults of a movement that has not turned yet, judged as if its newest moments were its bottom.
///
/// Whoever takes a load from the floor bends the knees and reaches ahead on the way, and is right to. So the
/// limbs are judged early only where the repetition before did not go to the floor.
pub fn showing(trace: &RepTrace, context: &Context) -> Vec<FaultFact> {
    let mut facts = lost_on_the_way(trace, context);
    if context.reached_floor == Some(false) {
        facts.extend(twice(trace, context));
    }
    facts
}

/// The faults that show now and showed a moment ago: one wrong pose is no fault.
fn twice(trace: &RepTrace, context: &Context) -> impl Iterator<Item = FaultFact> {
    let now_s = trace.postures.last().map_or(0.0, |newest| newest.t_s);
    let now = at(trace, context, now_s);
    let before = at(trace, context, now_s - SHOWING_AGAIN_S);
    now.into_iter()
        .filter(move |fact| before.iter().any(|earlier| earlier.id == fact.id))
}

fn at(trace: &RepTrace, context: &Context, t_s: f64) -> Vec<FaultFact> {
    let Some(turned) = as_if_turned(trace, context, t_s) else {
        return Vec::new();
    };
    let unseen = Err(Finding::CantTell(CantTellReason::NeedsBackContour));
    OF_LIMBS
        .into_iter()
        .map(|id| (id, detect(id, &turned, context, &unseen)))
        .filter(|(_, finding)| matches!(finding, Finding::Fault { .. }))
        .map(|(id, finding)| fact(id, finding, trace))
        .collect()
}

/// The movement up to this time, as if it went no deeper; None while that is too shallow for a repetition.
fn as_if_turned(trace: &RepTrace, context: &Context, t_s: f64) -> Option<RepTrace> {
    let neutral = context.neutral?;
    let mut turned = trace.clone();
    turned.postures.retain(|posture| posture.t_s <= t_s);
    let newest = turned.postures.last()?;
    let hip_flexion_deg = neutral.hip_flexion_deg(newest);
    let deep = hip_flexion_deg >= MIN_DEPTH_DEG;
    turned.bottom = Some(Bottom {
        from_s: newest.t_s - SHOWING_SPAN_S,
        middle_s: newest.t_s - 0.5 * SHOWING_SPAN_S,
        to_s: newest.t_s,
        hip_flexion_deg,
    });
    deep.then_some(turned)
}
