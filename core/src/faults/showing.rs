//! Faults that show while the person still goes down, so that a word comes in time.

use crate::analysis::{CantTellReason, FaultFact, FaultId};
use crate::faults::finding::{Context, Finding};
use crate::faults::{Back, detect, fact, lost_on_the_way};
use crate::reps::{Bottom, RepTrace};
use crate::thresholds::{
    BENDS_TRUNK_DEG, MIN_DEPTH_DEG, SHOWING_AGAIN_S, SHOWING_BACK_SPAN_S, SHOWING_SPAN_S,
};

/// Read from the limbs, and only growing on the way down: a limit passed there is passed at the bottom, too.
const OF_LIMBS: [FaultId; 5] = [
    FaultId::Squatting,
    FaultId::BendsForward,
    FaultId::LoadDrifts,
    FaultId::WeightForward,
    FaultId::WeightBack,
];

/// Read from the nape's outline, which takes some looks, and from the face; on the way both must say so.
const OF_HEAD: [FaultId; 2] = [FaultId::LookingUp, FaultId::ChinTucked];

/// The faults of a movement that has not turned yet, judged as if its newest moments were its bottom.
pub fn showing(trace: &RepTrace, context: &Context) -> Vec<FaultFact> {
    let limbs = twice(trace, context, &OF_LIMBS, SHOWING_SPAN_S);
    // Near to standing the head still finds its place.
    let leans = leans_far(trace, context);
    let head = leans.then(|| twice(trace, context, &OF_HEAD, SHOWING_BACK_SPAN_S));
    let mut facts = lost_on_the_way(trace, context);
    facts.extend(limbs);
    facts.extend(head.into_iter().flatten());
    facts
}

fn leans_far(trace: &RepTrace, context: &Context) -> bool {
    let newest = context.neutral.zip(trace.postures.last());
    newest.is_some_and(|(n, newest)| n.trunk_lean_deg(newest) >= BENDS_TRUNK_DEG)
}

/// The faults that show now and showed a moment ago: one wrong pose is no fault.
fn twice(
    trace: &RepTrace,
    context: &Context,
    ids: &[FaultId],
    span_s: f64,
) -> impl Iterator<Item = FaultFact> {
    let now_s = trace.postures.last().map_or(0.0, |newest| newest.t_s);
    let now = at(trace, context, ids, now_s, span_s);
    let before = at(trace, context, ids, now_s - SHOWING_AGAIN_S, span_s);
    now.into_iter()
        .filter(move |fact| before.iter().any(|earlier| earlier.id == fact.id))
}

fn at(
    trace: &RepTrace,
    context: &Context,
    ids: &[FaultId],
    t_s: f64,
    span_s: f64,
) -> Vec<FaultFact> {
    let Some(turned) = as_if_turned(trace, context, t_s, span_s) else {
        return Vec::new();
    };
    let back = Back::new(&turned, context);
    let unseen = Err(Finding::CantTell(CantTellReason::NeedsBackContour));
    let shows = |finding: &Finding| matches!(finding, Finding::Fault { .. });
    ids.iter()
        .filter(|&&id| shows(&detect(id, &turned, context, &unseen)))
        .map(|&id| (id, detect(id, &turned, context, &back)))
        .filter(|(_, finding)| shows(finding))
        .map(|(id, finding)| fact(id, finding, trace))
        .collect()
}

/// The movement up to this time, as if it went no deeper; None while that is too shallow for a repetition.
fn as_if_turned(trace: &RepTrace, context: &Context, t_s: f64, span_s: f64) -> Option<RepTrace> {
    let neutral = context.neutral?;
    let mut turned = trace.clone();
    turned.postures.retain(|posture| posture.t_s <= t_s);
    let newest = turned.postures.last()?;
    let hip_flexion_deg = neutral.hip_flexion_deg(newest);
    let deep = hip_flexion_deg >= MIN_DEPTH_DEG;
    turned.bottom = Some(Bottom {
        from_s: newest.t_s - span_s,
        middle_s: newest.t_s - 0.5 * span_s,
        to_s: newest.t_s,
        hip_flexion_deg,
    });
    deep.then_some(turned)
}
