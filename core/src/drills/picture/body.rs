//! From joint angles to joints: a body of average proportions, in statures.

use serde::Deserialize;

use super::space::Place;

// Segment lengths as shares of the stature, after Drillis and Contini (1966) as told by Winter.
pub(super) const THIGH: f64 = 0.245;
pub(super) const SHIN: f64 = 0.246;
pub(super) const ANKLE_HEIGHT: f64 = 0.039;
pub(super) const TRUNK: f64 = 0.288;
pub(super) const UPPER_ARM: f64 = 0.186;
pub(super) const FOREARM: f64 = 0.146;
const HAND: f64 = 0.055;
/// From the hip along the trunk to where the head turns, and from there to the middle of the skull.
const NECK_AT: f64 = 0.315;
const NECK: f64 = 0.092;
const HIP_HALF_WIDTH: f64 = 0.055;
const SHOULDER_HALF_WIDTH: f64 = 0.1;

/// A body position in joint angles, in degrees; bending is positive.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Pose {
    /// How far the pelvis leans forward of upright. Left out, the near foot decides: it stands level.
    pub lean: Option<f64>,
    /// How far the near foot's toes are raised where it decides.
    #[serde(default)]
    pub toes_up: f64,
    /// How far the spine rounds from pelvis to shoulders; negative arches it.
    #[serde(default)]
    pub spine: f64,
    /// How far the head looks up from the line of the trunk.
    #[serde(default)]
    pub head: f64,
    pub leg: Leg,
    /// Of the other side; left out, it does the same and stays unseen behind the near one.
    pub far_leg: Option<Leg>,
    pub arm: Arm,
    pub far_arm: Option<Arm>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Leg {
    pub hip: f64,
    pub knee: f64,
    #[serde(default)]
    pub ankle: f64,
    /// How far the thigh points away from the midline, and the shin.
    #[serde(default)]
    pub out: f64,
    #[serde(default)]
    pub shin_out: f64,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Arm {
    pub shoulder: f64,
    pub elbow: f64,
    #[serde(default)]
    pub wrist: f64,
    /// How far the upper arm points away from the midline, and the forearm.
    #[serde(default)]
    pub out: f64,
    #[serde(default)]
    pub forearm_out: f64,
}

/// What a position is held fast by while it is drawn.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Anchor {
    #[default]
    Ankle,
    Knee,
    Hip,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct LegJoints {
    pub hip: Place,
    pub knee: Place,
    pub ankle: Place,
    /// Where the toes point.
    pub foot: Place,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct ArmJoints {
    pub shoulder: Place,
    pub elbow: Place,
    pub wrist: Place,
    pub hand: Place,
}

#[derive(Debug, Clone)]
pub(super) struct Joints {
    /// The middle between the hips.
    pub root: Place,
    pub lean: f64,
    pub spine: f64,
    pub leg: LegJoints,
    pub far_leg: LegJoints,
    pub arm: ArmJoints,
    pub far_arm: ArmJoints,
    pub neck: Place,
    pub skull: Place,
    /// From the neck to the skull.
    pub head_up: Place,
}

impl Pose {
    /// How far the pelvis leans.
    pub fn lean(&self) -> f64 {
        self.lean
            .unwrap_or(self.leg.hip - self.leg.knee + self.leg.ankle - self.toes_up)
    }

    /// The joints, with the anchor's x at 0 and the root's height at 0.
    pub fn joints(&self, anchor: Anchor) -> Joints {
        let joints = self.joints_from(Place::default());
        let held = match anchor {
            Anchor::Ankle => joints.leg.ankle,
            Anchor::Knee => joints.leg.knee,
            Anchor::Hip => joints.root,
        };
        self.joints_from(Place::flat(-held.x, 0.0))
    }

    pub fn joints_from(&self, root: Place) -> Joints {
        let lean = self.lean();
        let (shoulders, _) = along_spine(root, lean, self.spine, TRUNK);
        let (neck, neck_lean) = along_spine(root, lean, self.spine, NECK_AT);
        let upper_lean = lean + self.spine;
        let head_up = Place::down_turned(self.head - neck_lean, 0.0) * -1.0;
        let far_leg = self.far_leg.unwrap_or(self.leg);
        let far_arm = self.far_arm.unwrap_or(self.arm);
        Joints {
            root,
            lean,
            spine: self.spine,
            leg: leg(root, lean, self.leg, 1.0),
            far_leg: leg(root, lean, far_leg, -1.0),
            arm: arm(shoulders, upper_lean, self.arm, 1.0),
            far_arm: arm(shoulders, upper_lean, far_arm, -1.0),
            neck,
            skull: neck + head_up * NECK,
            head_up,
        }
    }
}

/// The place `length` above the hips on the axis of the trunk, and how far the axis leans there.
pub(super) fn along_spine(root: Place, lean: f64, spine: f64, length: f64) -> (Place, f64) {
    const STEPS: i32 = 24;
    let lean_at = |length: f64| {
        let share = (length / TRUNK).clamp(0.0, 1.0);
        lean + spine * share * share * (3.0 - 2.0 * share)
    };
    let step = length / f64::from(STEPS);
    let way = (0..STEPS).map(|i| {
        let here = lean_at((f64::from(i) + 0.5) * step);
        Place::down_turned(-here, 0.0) * -step
    });
    (way.fold(root, |at, piece| at + piece), lean_at(length))
}

fn leg(root: Place, lean: f64, angles: Leg, side: f64) -> LegJoints {
    let hip = root
        + Place {
            z: side * HIP_HALF_WIDTH,
            ..Place::default()
        };
    let thigh_turn = angles.hip - lean;
    let shin_turn = thigh_turn - angles.knee;
    let knee = hip + Place::down_turned(thigh_turn, side * angles.out) * THIGH;
    let ankle = knee + Place::down_turned(shin_turn, side * angles.shin_out) * SHIN;
    LegJoints {
        hip,
        knee,
        ankle,
        foot: Place::down_turned(shin_turn + angles.ankle + 90.0, 0.0),
    }
}

fn arm(shoulders: Place, lean: f64, angles: Arm, side: f64) -> ArmJoints {
    let shoulder = shoulders
        + Place {
            z: side * SHOULDER_HALF_WIDTH,
            ..Place::default()
        };
    let upper_turn = angles.shoulder - lean;
    let fore_turn = upper_turn + angles.elbow;
    let elbow = shoulder + Place::down_turned(upper_turn, side * angles.out) * UPPER_ARM;
    let fore_out = side * angles.forearm_out;
    let wrist = elbow + Place::down_turned(fore_turn, fore_out) * FOREARM;
    ArmJoints {
        shoulder,
        elbow,
        wrist,
        hand: wrist + Place::down_turned(fore_turn + angles.wrist, fore_out) * HAND,
    }
}
