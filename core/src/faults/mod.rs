//! Facts about one repetition: each fault of the catalogue is there, not there, or can't be told.
//!
//! Detectors look at the trace of a repetition and at nothing else; what is said aloud is decided in
//! [`crate::cues`]. To add a fault: its limits in [`crate::thresholds`], its detector in a file here, its
//! row in [`detector`], its words in the resource files, and a clip or trace that shows it.

mod balance;
mod finding;
mod head;
mod hinge;
mod range;
mod rise;

pub use finding::{Context, Finding, Targets};
pub use hinge::hinge_index;

use crate::analysis::{CantTellReason, FaultFact, FaultId, Verdict};
use crate::reps::RepTrace;

type Detector = fn(&RepTrace, &Context) -> Finding;

/// Which function sees which fault; None for those that only the back's contour shows.
fn detector(id: FaultId) -> Option<Detector> {
    Some(match id {
        FaultId::BendsForward => hinge::bends_forward,
        FaultId::Squatting => hinge::squatting,
        FaultId::LockedKnees => hinge::locked_knees,
        FaultId::LookingUp => head::looking_up,
        FaultId::ChinTucked => head::chin_tucked,
        FaultId::LoadDrifts => balance::load_drifts,
        FaultId::WeightForward => balance::weight_forward,
        FaultId::WeightBack => balance::weight_back,
        FaultId::HipsRiseFirst => rise::hips_rise_first,
        FaultId::IncompleteLockout => rise::incomplete_lockout,
        FaultId::LeansBack => rise::leans_back,
        FaultId::ShortRange => range::short_range,
        FaultId::Rushed => range::rushed,
        FaultId::OffTempo => range::off_tempo,
        FaultId::TooLow
        | FaultId::RoundedLowerBack
        | FaultId::EarlyLumbar
        | FaultId::RoundedShoulders
        | FaultId::OverextendedBack
        | FaultId::PelvisRocked
        | FaultId::PelvisTucked
        | FaultId::HamstringLimited => return None,
    })
}

/// The verdict on every fault of the catalogue, in its order.
pub fn judge(trace: &RepTrace, context: &Context) -> Vec<FaultFact> {
    every_fault(|detector| detector(trace, context), trace)
}

/// Every fault withheld for one reason: an attempt, or a view that can't be judged.
pub fn withhold(reason: CantTellReason, trace: &RepTrace) -> Vec<FaultFact> {
    every_fault(|_| Finding::CantTell(reason), trace)
}

fn every_fault(find: impl Fn(Detector) -> Finding, trace: &RepTrace) -> Vec<FaultFact> {
    let needs_back = Finding::CantTell(CantTellReason::NeedsBackContour);
    FaultId::ALL
        .iter()
        .map(|&id| fact(id, detector(id).map_or(needs_back, &find), trace))
        .collect()
}

fn fact(id: FaultId, finding: Finding, trace: &RepTrace) -> FaultFact {
    match finding {
        Finding::Ok => without_fault(id, Verdict::Ok, None),
        Finding::CantTell(reason) => without_fault(id, Verdict::CantTell, Some(reason)),
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

fn without_fault(id: FaultId, verdict: Verdict, reason: Option<CantTellReason>) -> FaultFact {
    FaultFact {
        id,
        verdict,
        severity: 0.0,
        onset_s: None,
        phase: None,
        reason,
    }
}
