//! The person's own standing posture, learned whenever they stand still.

use std::collections::VecDeque;

use crate::body::{Posture, median};
use crate::thresholds::{
    NEUTRAL_CONTAMINATION_DEG, NEUTRAL_MIN_S, RESETTLE_SHARE, STANDING_MAX_HIP_DEG,
    STANDING_MAX_TRUNK_DEG, STILL_RANGE_DEG, STILL_WINDOW_S,
};

/// One standing sample is kept this often, so that frame rates weigh the same.
const SAMPLE_EVERY_S: f64 = 0.05;
/// The newest 12 s of standing.
const MAX_SAMPLES: usize = 240;

/// What every other posture of this person is compared with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Neutral {
    pub hip_flexion_deg: f64,
    pub knee_flexion_deg: f64,
    pub trunk_lean_deg: f64,
    pub shin_lean_deg: f64,
    pub head_flexion_deg: f64,
    pub neck_flexion_deg: f64,
    pub gaze_flexion_deg: f64,
    pub leg_px: f64,
    pub foot_px: f64,
    pub hips_behind_ankle_px: f64,
    pub balance_share: f64,
    /// Heights above the ankle.
    pub hip_up_px: f64,
    pub shoulder_up_px: f64,
    ankle_forward_px: f64,
    heel_over_ball: Option<f64>,
}

impl Neutral {
    fn of<'a>(samples: impl Iterator<Item = &'a Posture> + Clone) -> Self {
        let of = |read: &dyn Fn(&Posture) -> f64| {
            let mut values: Vec<f64> = samples.clone().map(read).collect();
            median(&mut values)
        };
        let foot_px = of(&Posture::foot_px).max(1.0);
        let mut soles: Vec<f64> = samples.clone().filter_map(|p| p.heel_over_ball).collect();
        Neutral {
            hip_flexion_deg: of(&Posture::hip_flexion_deg),
            knee_flexion_deg: of(&Posture::knee_flexion_deg),
            trunk_lean_deg: of(&Posture::trunk_lean_deg),
            shin_lean_deg: of(&Posture::shin_lean_deg),
            head_flexion_deg: of(&Posture::head_flexion_deg),
            neck_flexion_deg: of(&Posture::neck_flexion_deg),
            gaze_flexion_deg: of(&Posture::gaze_flexion_deg),
            leg_px: of(&Posture::leg_px).max(1.0),
            foot_px,
            hips_behind_ankle_px: of(&Posture::hips_behind_ankle_px),
            balance_share: of(&|p| p.balance_share(foot_px)),
            hip_up_px: of(&|p| p.hip.up - p.ankle.up),
            shoulder_up_px: of(&|p| p.shoulder.up - p.ankle.up),
            ankle_forward_px: of(&|p| p.ankle.forward),
            heel_over_ball: (!soles.is_empty()).then(|| median(&mut soles)),
        }
    }

    /// A stand-in for a person never seen standing still: their straightest posture of a movement. Good
    /// enough for the numbers that describe it, not for verdicts.
    pub fn straightest(postures: &[Posture]) -> Option<Self> {
        let straightest = postures
            .iter()
            .min_by(|a, b| a.hip_flexion_deg().total_cmp(&b.hip_flexion_deg()))?;
        Some(Neutral::of(std::iter::once(straightest)))
    }

    pub fn hip_flexion_deg(&self, posture: &Posture) -> f64 {
        posture.hip_flexion_deg() - self.hip_flexion_deg
    }

    pub fn knee_flexion_deg(&self, posture: &Posture) -> f64 {
        posture.knee_flexion_deg() - self.knee_flexion_deg
    }

    pub fn trunk_lean_deg(&self, posture: &Posture) -> f64 {
        posture.trunk_lean_deg() - self.trunk_lean_deg
    }

    pub fn shin_lean_deg(&self, posture: &Posture) -> f64 {
        posture.shin_lean_deg() - self.shin_lean_deg
    }

    /// + is flexion (chin down).
    pub fn head_flexion_deg(&self, posture: &Posture) -> f64 {
        posture.head_flexion_deg() - self.head_flexion_deg
    }

    pub fn neck_flexion_deg(&self, posture: &Posture) -> f64 {
        posture.neck_flexion_deg() - self.neck_flexion_deg
    }

    pub fn gaze_flexion_deg(&self, posture: &Posture) -> f64 {
        posture.gaze_flexion_deg() - self.gaze_flexion_deg
    }

    /// How far the heel has lifted, in foot lengths; None between looks at the sole.
    pub fn heel_lift(&self, posture: &Posture) -> Option<f64> {
        Some(posture.heel_over_ball? - self.heel_over_ball?)
    }

    pub fn hips_back_share(&self, posture: &Posture) -> f64 {
        (posture.hips_behind_ankle_px() - self.hips_behind_ankle_px) / self.leg_px
    }

    pub fn hip_drop_px(&self, posture: &Posture) -> f64 {
        self.hip_up_px - (posture.hip.up - posture.ankle.up)
    }

    pub fn shoulder_drop_px(&self, posture: &Posture) -> f64 {
        self.shoulder_up_px - (posture.shoulder.up - posture.ankle.up)
    }

    /// The wrist's height above the ankle.
    pub fn wrist_up_share(&self, posture: &Posture) -> f64 {
        (posture.wrist.up - posture.ankle.up) / self.leg_px
    }

    pub fn wrist_ahead_share(&self, posture: &Posture) -> f64 {
        posture.wrist_ahead_px() / self.leg_px
    }
}

/// Collects standing postures and keeps the [`Neutral`] they make.
#[derive(Debug, Clone, Default)]
pub struct NeutralWatch {
    recent: VecDeque<Posture>,
    samples: VecDeque<Posture>,
    neutral: Option<Neutral>,
}

impl NeutralWatch {
    pub fn neutral(&self) -> Option<&Neutral> {
        self.neutral.as_ref()
    }

    pub fn look(&mut self, posture: &Posture) {
        self.recent.push_back(*posture);
        while self
            .recent
            .front()
            .is_some_and(|first| posture.t_s - first.t_s > STILL_WINDOW_S)
        {
            self.recent.pop_front();
        }
        let due = self
            .samples
            .back()
            .is_none_or(|last| posture.t_s - last.t_s >= SAMPLE_EVERY_S);
        if due && stands(posture) && self.is_still() && self.belongs(posture) {
            self.take(posture);
        }
    }

    fn take(&mut self, posture: &Posture) {
        let stepped = self.neutral.is_some_and(|neutral| {
            (posture.ankle.forward - neutral.ankle_forward_px).abs()
                > RESETTLE_SHARE * neutral.leg_px
        });
        if stepped {
            self.samples.clear();
        }
        self.samples.push_back(*posture);
        if self.samples.len() > MAX_SAMPLES {
            self.samples.pop_front();
        }
        let enough = self.samples.len() as f64 * SAMPLE_EVERY_S >= NEUTRAL_MIN_S;
        if enough {
            self.neutral = Some(Neutral::of(self.samples.iter()));
        }
    }

    fn is_still(&self) -> bool {
        let (Some(first), Some(last)) = (self.recent.front(), self.recent.back()) else {
            return false;
        };
        // A window that just began, or one with too few frames, proves nothing.
        let covered = last.t_s - first.t_s > 0.6 * STILL_WINDOW_S && self.recent.len() >= 3;
        covered
            && range(&self.recent, Posture::hip_flexion_deg) < STILL_RANGE_DEG
            && range(&self.recent, Posture::trunk_lean_deg) < STILL_RANGE_DEG
    }

    /// A top that stays bent is a finding, not a new reference.
    fn belongs(&self, posture: &Posture) -> bool {
        self.neutral
            .is_none_or(|neutral| neutral.hip_flexion_deg(posture) < NEUTRAL_CONTAMINATION_DEG)
    }
}

fn stands(posture: &Posture) -> bool {
    posture.is_seen()
        && posture.is_on_its_feet()
        && posture.trunk_lean_deg().abs() < STANDING_MAX_TRUNK_DEG
        && posture.hip_flexion_deg() < STANDING_MAX_HIP_DEG
        && posture.knee_flexion_deg() < STANDING_MAX_HIP_DEG
}

fn range(postures: &VecDeque<Posture>, read: impl Fn(&Posture) -> f64) -> f64 {
    let (low, high) = postures
        .iter()
        .map(read)
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| {
            (low.min(v), high.max(v))
        });
    high - low
}
