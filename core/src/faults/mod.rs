//! Facts about one repetition: each fault of the catalogue is there, not there, or can't be told.
//!
//! Detectors look at the trace of a repetition and at nothing else; what is said aloud is decided in
//! [`crate::cues`]. To add a fault: its limits in [`crate::thresholds`], its detector in a file here, its
//! row in [`detector`], its words in the resource files, and a clip or trace that shows it.

mod back;
mod balance;
mod finding;
mod head;
mod hinge;
mod range;
mod rise;
mod showing;

pub use back::Back;
pub use finding::{Context, Finding, Targets};
pub use hinge::{hinge_index, reaches_floor};
pub use showing::showing;

use crate::analysis::{CantTellReason, FaultFact, FaultId, Verdict};
use crate::reps::RepTrace;

/// What a detector reads.
enum Detector {
    /// The landmarks.
    Body(fn(&RepTrace, &Context) -> Finding),
    /// The back's outline, and can't tell without it.
    Back(fn(&Back) -> Finding),
    /// The landmarks, and the outline where there is one.
    Either(fn(&RepTrace, &Context, Option<&Back>) -> Finding),
}

/// Which function sees which fault.
fn detector(id: FaultId) -> Detector {
    match id {
        FaultId::BendsForward => Detector::Body(hinge::bends_forward),
        FaultId::Squatting => Detector::Body(hinge::squatting),
        FaultId::LockedKnees => Detector::Body(hinge::locked_knees),
        FaultId::LookingUp => Detector::Either(head::looking_up),
        FaultId::ChinTucked => Detector::Either(head::chin_tucked),
        FaultId::LoadDrifts => Detector::Body(balance::load_drifts),
        FaultId::WeightForward => Detector::Body(balance::weight_forward),
        FaultId::WeightBack => Detector::Body(balance::weight_back),
        FaultId::HipsRiseFirst => Detector::Body(rise::hips_rise_first),
        FaultId::IncompleteLockout => Detector::Body(rise::incomplete_lockout),
        FaultId::LeansBack => Detector::Body(rise::leans_back),
        FaultId::ShortRange => Detector::Either(range::short_range),
        FaultId::Rushed => Detector::Body(range::rushed),
        FaultId::OffTempo => Detector::Body(range::off_tempo),
        FaultId::TooLow => Detector::Back(back::too_low),
        FaultId::RoundedLowerBack => Detector::Back(back::rounded_lower_back),
        FaultId::EarlyLumbar => Detector::Back(back::early_lumbar),
        FaultId::RoundedShoulders => Detector::Back(back::rounded_shoulders),
        FaultId::OverextendedBack => Detector::Back(back::overextended_back),
        FaultId::PelvisRocked => Detector::Back(back::pelvis_rocked),
        FaultId::PelvisTucked => Detector::Back(back::pelvis_tucked),
        FaultId::HamstringLimited => Detector::Back(back::hamstring_limited),
    }
}

/// The verdict on every fault of the catalogue, in its order.
pub fn judge(trace: &RepTrace, context: &Context) -> Vec<FaultFact> {
    let back = Back::new(trace, context);
    every_fault(|id| detect(id, trace, context, &back), trace)
}

fn detect(
    id: FaultId,
    trace: &RepTrace,
    context: &Context,
    back: &Result<Back, Finding>,
) -> Finding {
    match detector(id) {
        Detector::Body(find) => find(trace, context),
        Detector::Back(find) => back
            .as_ref()
            .map_or_else(|&why_not| why_not, |back| find(back)),
        Detector::Either(find) => find(trace, context, back.as_ref().ok()),
    }
}

/// The faults of the back that show already on the way down.
fn lost_on_the_way(trace: &RepTrace, context: &Context) -> Vec<FaultFact> {
    back::lost_on_the_way(trace, context)
        .into_iter()
        .map(|(id, finding)| fact(id, finding, trace))
        .collect()
}

/// Every fault withheld for one reason: an attempt, or a view that can't be judged.
pub fn withhold(reason: CantTellReason, trace: &RepTrace) -> Vec<FaultFact> {
    every_fault(|_| Finding::CantTell(reason), trace)
}

fn every_fault(find: impl Fn(FaultId) -> Finding, trace: &RepTrace) -> Vec<FaultFact> {
    FaultId::ALL
        .iter()
        .map(|&id| fact(id, find(id), trace))
        .collect()
}

fn fact(id: FaultId, finding: Finding, trace: &RepTrace) -> FaultFact {
    match finding {
        Finding::Ok => FaultFact::without_fault(id, Verdict::Ok, None),
        Finding::CantTell(reason) => FaultFact::without_fault(id, Verdict::CantTell, Some(reason)),
        Finding::Fault { severity, onset_s } => FaultFact {
            id,
            verdict: Verdict::Fault,
            severity: severity.clamp(0.0, 1.0),
            onset_s: Some(onset_s),
            phase: Some(trace.phase_at(onset_s)),
            reason: None,
        },
    }
}
