//! Sessions and reps that a writer and a checker can make alike without talking to each other.

use dowel_core::analysis::{
    AttemptReason, CantTellReason, Contact, Dowel, FaultFact, FaultId, Phase, Rep, Side, SpokenCue,
    Tempo, Verdict, Versions, View, ViewReason, ViewVerdict,
};
use dowel_core::store::NewSession;

/// 2026-03-01 17:05:09.250 UTC.
pub const STARTED_AT_MS: i64 = 1_772_384_709_250;

pub fn session(source: &str) -> NewSession {
    NewSession {
        started_at_ms: STARTED_AT_MS,
        source: source.to_owned(),
        drill: Some("dowel_hinge".to_owned()),
        versions: Versions {
            app: "0.1.0".to_owned(),
            rules: "1".to_owned(),
            pose_model: "full-1".to_owned(),
            back_model: "none".to_owned(),
        },
    }
}

pub fn view() -> View {
    View {
        verdict: ViewVerdict::Ok,
        reasons: vec![ViewReason::TooDark, ViewReason::CameraMoving],
        near_side: Some(Side::Left),
        azimuth_deg: Some(4.1),
    }
}

pub fn cue(nth: u32) -> SpokenCue {
    SpokenCue {
        at_s: f64::from(nth) * 3.7,
        id: FaultId::Squatting.to_string(),
        text: "Hips back, not down; shins like fence posts".to_owned(),
    }
}

/// The rep of that index: every index another rep, with a fact for every fault of the catalogue.
pub fn rep(index: u32) -> Rep {
    let nth = f64::from(index);
    let start_s = nth * 4.3 + 0.1;
    let counted = index % 5 != 4;
    Rep {
        index,
        start_s,
        bottom_s: start_s + 1.0 / 3.0,
        end_s: start_s + 2.0 / 3.0,
        counted,
        attempt_reason: (!counted).then_some(AttemptReason::TooShallow),
        hip_flexion_deg: 80.0 + nth.sin(),
        knee_flexion_deg: 20.0 + nth.cos(),
        trunk_lean_deg: 70.0 - nth / 7.0,
        hinge_index: (index % 101) as u8,
        tempo_s: Tempo {
            down: 1.5,
            pause: 0.1 + nth / 1000.0,
            up: 1.2,
        },
        dowel: Dowel {
            head: Contact::Touching,
            mid_back: Contact::Lifted,
            tailbone: Contact::CantTell,
            first_lost_s: counted.then_some(start_s + 0.2),
        },
        clean_depth_deg: counted.then(|| 60.0 + f64::from(index)),
        faults: (0..)
            .zip(FaultId::ALL)
            .map(|(place, &id)| fact(id, index + place, start_s))
            .collect(),
    }
}

fn fact(id: FaultId, turn: u32, start_s: f64) -> FaultFact {
    let verdict = match turn % 3 {
        0 => Verdict::Ok,
        1 => Verdict::Fault,
        _ => Verdict::CantTell,
    };
    let is_fault = verdict == Verdict::Fault;
    FaultFact {
        id,
        verdict,
        severity: if is_fault {
            f64::from(turn % 10) / 9.0
        } else {
            0.0
        },
        onset_s: is_fault.then_some(start_s + 0.3),
        phase: is_fault.then_some(Phase::Bottom),
        reason: (verdict == Verdict::CantTell).then_some(CantTellReason::NeedsBackContour),
    }
}
