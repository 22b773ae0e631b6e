//! A made-up set to report on: the landmarks of a drawn figure, standing and at the bottom, and every
//! posture between them, so that skeleton, angles, curves and pictures agree with each other.

use dowel_core::analysis::*;
use dowel_core::pose::Joint;
use dowel_core::report::{KeyPicture, PictureKind, key_moments};
use serde_json::Value;

const FPS: f64 = 30.0;
const STANDING: &[u8] = include_bytes!("../../fixtures/report/standing.jpg");
const BOTTOM: &[u8] = include_bytes!("../../fixtures/report/bottom.jpg");
const POSES: &str = include_str!("../../fixtures/report/poses.json");
const SIZE: (u32, u32) = (360, 640);

type Pose = Vec<[f64; 3]>;

pub struct Sample {
    pub analysis: Analysis,
    pub frames: Vec<FrameFacts>,
    pub pictures: Vec<KeyPicture>,
}

/// When a repetition starts and how deep it goes, 1 being the drawn figure's bottom.
struct Plan {
    start_s: f64,
    depth: f64,
    faults: &'static [(FaultId, f64)],
    attempt: Option<AttemptReason>,
}

const DOWN_S: f64 = 1.5;
const PAUSE_S: f64 = 0.3;
const UP_S: f64 = 1.1;

fn plan() -> Vec<Plan> {
    use FaultId::{
        HipsRiseFirst, LookingUp, OverextendedBack, RoundedLowerBack, Squatting, WeightForward,
    };
    let rep = |start_s, depth, faults| Plan {
        start_s,
        depth,
        faults,
        attempt: None,
    };
    vec![
        rep(2.5, 1.0, &[] as &[_]),
        rep(6.2, 0.97, &[(Squatting, 0.4)]),
        Plan {
            attempt: Some(AttemptReason::TooShallow),
            ..rep(9.9, 0.35, &[])
        },
        rep(13.6, 1.04, &[(Squatting, 0.7), (WeightForward, 0.2)]),
        rep(
            17.3,
            0.98,
            &[
                (Squatting, 0.5),
                (RoundedLowerBack, 0.6),
                (HipsRiseFirst, 0.9),
                (LookingUp, 0.1),
            ],
        ),
        rep(21.0, 1.0, &[]),
        rep(24.7, 1.01, &[(OverextendedBack, 0.35)]),
    ]
}

/// Six repetitions and an attempt, with faults that grow and fade; in one the back rounds, in another it
/// hollows, and in one it can't be told.
pub fn usual() -> Sample {
    build(&plan(), 29.0)
}

/// The usual set again and again, until it has at least `reps` repetitions.
pub fn long(reps: usize) -> Sample {
    let rounds = reps.div_ceil(6);
    let plans: Vec<Plan> = (0..rounds)
        .flat_map(|round| {
            let shift = 26.0 * round as f64;
            plan().into_iter().map(move |p| Plan {
                start_s: p.start_s + shift,
                ..p
            })
        })
        .collect();
    build(&plans, 26.0 * rounds as f64 + 3.0)
}

/// A camera at the wrong place: nothing is judged.
pub fn refused() -> Sample {
    let mut sample = build(&[], 8.0);
    sample.analysis.view.verdict = ViewVerdict::Refused;
    sample.analysis.view.reasons = vec![ViewReason::NotSideOn, ViewReason::TooFar];
    sample.analysis.view.azimuth_deg = Some(47.0);
    sample.analysis.movement = Movement::None;
    sample
}

fn build(plans: &[Plan], length_s: f64) -> Sample {
    let poses: Value = serde_json::from_str(POSES).unwrap();
    let pose = |name: &str| serde_json::from_value::<Pose>(poses[name].clone()).unwrap();
    let (standing, bottom) = (pose("standing"), pose("bottom"));
    let neutral = Angles::of(&standing);
    let frames: Vec<FrameFacts> = (0..(length_s * FPS) as u32)
        .map(|i| f64::from(i) / FPS)
        .map(|t_s| frame(t_s, &standing, &bottom, &neutral, plans))
        .collect();
    let reps = plans
        .iter()
        .enumerate()
        .map(|(i, p)| rep(i as u32, p, &frames))
        .collect();
    let analysis = analysis(reps, &frames, length_s);
    let pictures = key_moments(&analysis, &frames)
        .into_iter()
        .map(|moment| KeyPicture {
            t_s: moment.t_s,
            rep: moment.rep,
            kind: moment.kind,
            jpeg: match moment.kind {
                PictureKind::Standing => STANDING.to_vec(),
                PictureKind::Bottom => BOTTOM.to_vec(),
            },
            width: SIZE.0,
            height: SIZE.1,
            source_width: SIZE.0,
            source_height: SIZE.1,
        })
        .collect();
    Sample {
        analysis,
        frames,
        pictures,
    }
}

fn analysis(reps: Vec<Rep>, frames: &[FrameFacts], length_s: f64) -> Analysis {
    let cue = |at_s, id: FaultId, text: &str| SpokenCue {
        at_s,
        id: id.to_string(),
        text: text.to_owned(),
    };
    let cues = if reps.is_empty() {
        vec![]
    } else {
        vec![
            cue(
                7.6,
                FaultId::Squatting,
                "Hips back, not down; shins like fence posts",
            ),
            cue(
                14.9,
                FaultId::Squatting,
                "Hips back, not down; shins like fence posts",
            ),
            cue(19.5, FaultId::HipsRiseFirst, "Chest and hips rise together"),
        ]
    };
    Analysis {
        schema: SCHEMA.into(),
        versions: Versions {
            app: "0.1.0".into(),
            rules: "2025-11".into(),
            pose_model: "blazepose-full e9a5c5cb".into(),
            back_model: "blazepose-full-mask e9a5c5cb".into(),
        },
        video: Some(VideoInfo {
            width: SIZE.0,
            height: SIZE.1,
            rotation_deg: 0,
            duration_s: length_s,
            frames: frames.len() as u64,
            frames_analyzed: frames.len() as u64,
        }),
        view: View {
            verdict: ViewVerdict::Ok,
            reasons: vec![],
            near_side: Some(Side::Right),
            azimuth_deg: Some(4.0),
        },
        movement: Movement::Hinge,
        clean_depth_deg: reps
            .iter()
            .filter_map(|r| r.clean_depth_deg)
            .max_by(f64::total_cmp),
        reps,
        cues,
        timing: Timing {
            pose_ms_median: 11.0,
            analysis_ms_median: 0.1,
            realtime_factor: 2.6,
        },
    }
}

fn rep(index: u32, plan: &Plan, frames: &[FrameFacts]) -> Rep {
    let bottom_s = plan.start_s + DOWN_S + PAUSE_S / 2.0;
    let at = &frames[(bottom_s * FPS) as usize];
    let squats = plan.faults.iter().any(|f| f.0 == FaultId::Squatting);
    Rep {
        index,
        start_s: plan.start_s,
        bottom_s,
        end_s: plan.start_s + DOWN_S + PAUSE_S + UP_S,
        counted: plan.attempt.is_none(),
        attempt_reason: plan.attempt,
        hip_flexion_deg: at.hip_flexion_deg.unwrap(),
        knee_flexion_deg: at.knee_flexion_deg.unwrap(),
        trunk_lean_deg: at.trunk_lean_deg.unwrap(),
        hinge_index: if squats { 46 } else { 74 } + (index % 3) as u8,
        tempo_s: Tempo {
            down: DOWN_S,
            pause: PAUSE_S,
            up: UP_S,
        },
        dowel: contacts(plan, 1.0),
        clean_depth_deg: match bend(plan) {
            Bend::Unseen => None,
            Bend::Long => at.hip_flexion_deg,
            Bend::Rounds | Bend::Hollows => at.hip_flexion_deg.map(|deg| 0.6 * deg),
        },
        faults: FaultId::ALL
            .iter()
            .map(|&id| fact(id, plan, bottom_s))
            .collect(),
    }
}

fn fact(id: FaultId, plan: &Plan, bottom_s: f64) -> FaultFact {
    use FaultId::*;
    let found = plan.faults.iter().find(|f| f.0 == id);
    let reason = match id {
        TooLow | RoundedLowerBack | EarlyLumbar | RoundedShoulders | OverextendedBack
        | PelvisRocked | PelvisTucked | HamstringLimited
            if matches!(bend(plan), Bend::Unseen) =>
        {
            Some(CantTellReason::BackNotClear)
        }
        OffTempo | ShortRange => Some(CantTellReason::NoTarget),
        WeightBack if plan.start_s > 20.0 => Some(CantTellReason::NotVisible),
        _ => None,
    };
    let phase = match id {
        HipsRiseFirst => Phase::Up,
        WeightForward => Phase::Bottom,
        _ => Phase::Down,
    };
    let onset_s = match phase {
        Phase::Up => bottom_s + 0.3,
        Phase::Bottom => bottom_s,
        Phase::Down | Phase::Top => bottom_s - 0.8,
    };
    FaultFact {
        id,
        verdict: match (found, reason) {
            (Some(_), _) => Verdict::Fault,
            (None, Some(_)) => Verdict::CantTell,
            (None, None) => Verdict::Ok,
        },
        severity: found.map_or(0.0, |f| f.1),
        onset_s: found.map(|_| onset_s),
        phase: found.map(|_| phase),
        reason: if found.is_some() { None } else { reason },
    }
}

/// What the back does in a repetition.
enum Bend {
    Long,
    Rounds,
    Hollows,
    Unseen,
}

fn bend(plan: &Plan) -> Bend {
    let has = |id| plan.faults.iter().any(|f| f.0 == id);
    if has(FaultId::RoundedLowerBack) {
        Bend::Rounds
    } else if has(FaultId::OverextendedBack) {
        Bend::Hollows
    } else if has(FaultId::WeightForward) {
        Bend::Unseen
    } else {
        Bend::Long
    }
}

fn lumbar_change(plan: &Plan, depth: f64) -> Option<f64> {
    match bend(plan) {
        Bend::Long => Some(4.0 * depth),
        Bend::Rounds => Some(24.0 * depth),
        Bend::Hollows => Some(-19.0 * depth),
        Bend::Unseen => (depth < 0.2).then_some(0.0),
    }
}

fn contacts(plan: &Plan, depth: f64) -> Dowel {
    let lifted = |is: bool| {
        if is {
            Contact::Lifted
        } else {
            Contact::Touching
        }
    };
    match lumbar_change(plan, depth) {
        None => Dowel::cant_tell(),
        Some(change) => Dowel {
            // The head is hidden for a moment in one of them.
            head: if change < -10.0 {
                Contact::CantTell
            } else {
                Contact::Touching
            },
            mid_back: lifted(change < -12.0),
            tailbone: lifted(change > 14.0),
            first_lost_s: None,
        },
    }
}

/// A stick a quarter of the trunk behind the drawn figure's hip and shoulder.
fn dowel_line(body: &Pose, dowel: &Dowel) -> DowelLine {
    let at = |joint: Joint| body[joint.on(Side::Right)];
    let (hip, shoulder) = (at(Joint::Hip), at(Joint::Shoulder));
    let along = [shoulder[0] - hip[0], shoulder[1] - hip[1]];
    let place = |u: f64, w: f64| {
        [
            hip[0] + u * along[0] + w * along[1],
            hip[1] + u * along[1] - w * along[0],
        ]
    };
    let off = |contact| {
        if contact == Contact::Lifted {
            0.14
        } else {
            0.25
        }
    };
    DowelLine {
        from: place(-0.2, 0.25),
        to: place(1.5, 0.25),
        tailbone: place(-0.05, off(dowel.tailbone)),
        mid_back: place(0.6, off(dowel.mid_back)),
        head: Some(place(1.35, 0.2)),
    }
}

fn frame(t_s: f64, standing: &Pose, bottom: &Pose, neutral: &Angles, plans: &[Plan]) -> FrameFacts {
    let (depth, plan) = plans
        .iter()
        .map(|p| (p.depth * share_of_depth(t_s - p.start_s), Some(p)))
        .fold((0.0, plans.first()), |deepest, now| {
            if now.0 > deepest.0 { now } else { deepest }
        });
    // A passing hand hides the body for a moment.
    let seen = !(12.9..13.4).contains(&t_s);
    let body: Pose = standing
        .iter()
        .zip(bottom)
        .map(|(a, b)| {
            [0, 1, 2].map(|i| {
                if i < 2 {
                    a[i] + depth * (b[i] - a[i])
                } else {
                    a[i].min(b[i])
                }
            })
        })
        .collect();
    let angles = Angles::of(&body);
    let dowel = plan.map(|plan| contacts(plan, depth)).filter(|_| seen);
    let tremor = 0.6 * (t_s * 9.0).sin() + 0.4 * (t_s * 23.0).cos();
    FrameFacts {
        t_s,
        hip_flexion_deg: seen.then_some(angles.hip - neutral.hip + tremor),
        knee_flexion_deg: seen.then_some(angles.knee - neutral.knee - tremor),
        trunk_lean_deg: seen.then_some(angles.trunk + tremor),
        dowel_line: dowel.as_ref().map(|dowel| dowel_line(&body, dowel)),
        landmarks: seen.then_some(body),
        shin_lean_deg: None,
        hips_back_share: None,
        lumbar_change: plan
            .filter(|_| seen)
            .and_then(|plan| lumbar_change(plan, depth)),
        thoracic_change: None,
        head_deg: None,
        dowel,
        back_contour: None,
        heel_lift_share: None,
        back_reason: None,
        dowel_gaps: None,
        phase: None,
    }
}

/// Down and up along a cosine, with a pause at the bottom.
fn share_of_depth(since_start_s: f64) -> f64 {
    let eased = |share: f64| 0.5 - 0.5 * (std::f64::consts::PI * share.clamp(0.0, 1.0)).cos();
    eased(since_start_s / DOWN_S).min(eased((DOWN_S + PAUSE_S + UP_S - since_start_s) / UP_S))
}

struct Angles {
    hip: f64,
    knee: f64,
    trunk: f64,
}

impl Angles {
    fn of(pose: &Pose) -> Self {
        let at = |joint: Joint| pose[joint.on(Side::Right)];
        let lean =
            |low: [f64; 3], high: [f64; 3]| (high[0] - low[0]).atan2(low[1] - high[1]).to_degrees();
        let trunk = lean(at(Joint::Hip), at(Joint::Shoulder));
        let thigh = lean(at(Joint::Knee), at(Joint::Hip));
        let shin = lean(at(Joint::Ankle), at(Joint::Knee));
        Angles {
            hip: trunk - thigh,
            knee: shin - thigh,
            trunk,
        }
    }
}
