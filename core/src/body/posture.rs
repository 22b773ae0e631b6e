//! One frame's body, seen from its near side, in coordinates that do not know left from right.

use crate::back::BackShape;
use crate::body::NearSide;
use crate::pose::{Body, Joint};
use crate::thresholds::{CLEAR_VISIBILITY, MAX_EXTENSION_DEG, SEEN_VISIBILITY};

/// Forward (the way the person faces) and up, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    pub forward: f64,
    pub up: f64,
}

impl Point {
    fn to(self, other: Point) -> Point {
        Point {
            forward: other.forward - self.forward,
            up: other.up - self.up,
        }
    }

    fn length(self) -> f64 {
        self.forward.hypot(self.up)
    }

    /// From straight up, + leaning forward, in (-180, 180].
    fn lean_deg(self) -> f64 {
        self.forward.atan2(self.up).to_degrees()
    }

    /// The same for head and face, in [-90, 270): looking behind one's own knees passes 180, and they never
    /// point backwards over the head.
    fn lean_past_down_deg(self) -> f64 {
        let lean = self.lean_deg();
        if lean < -90.0 { lean + 360.0 } else { lean }
    }

    fn mix(self, other: Point, share: f64) -> Point {
        Point {
            forward: self.forward + share * (other.forward - self.forward),
            up: self.up + share * (other.up - self.up),
        }
    }
}

/// The near side of the body in one frame. A mirrored body has the very same posture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Posture {
    pub t_s: f64,
    pub shoulder: Point,
    pub hip: Point,
    pub knee: Point,
    pub ankle: Point,
    pub heel: Point,
    pub toe: Point,
    pub wrist: Point,
    pub ear: Point,
    pub nose: Point,
    /// The less visible of shoulder and hip, 0 to 1.
    pub trunk_visibility: f64,
    /// The less visible of knee and ankle, 0 to 1.
    pub leg_visibility: f64,
    /// The back's shape, in the frames in which it was looked at.
    pub back: Option<BackShape>,
    /// How much higher the heel is than the ball of the foot, in foot lengths, in the same frames.
    pub heel_over_ball: Option<f64>,
}

impl Posture {
    pub fn new(t_s: f64, body: &Body, near: NearSide) -> Self {
        let sign = if near.faces_right { 1.0 } else { -1.0 };
        let at = |i: usize| Point {
            forward: sign * body.landmarks[i].x_px,
            up: -body.landmarks[i].y_px,
        };
        let joint = |joint: Joint| at(joint.on(near.side));
        let visibility = |a: Joint, b: Joint| {
            let of = |joint: Joint| body.landmarks[joint.on(near.side)].visibility;
            of(a).min(of(b))
        };
        Posture {
            t_s,
            shoulder: joint(Joint::Shoulder),
            hip: joint(Joint::Hip),
            knee: joint(Joint::Knee),
            ankle: joint(Joint::Ankle),
            heel: joint(Joint::Heel),
            toe: joint(Joint::Toe),
            wrist: joint(Joint::Wrist),
            ear: joint(Joint::Ear),
            nose: at(Joint::NOSE),
            trunk_visibility: visibility(Joint::Shoulder, Joint::Hip),
            leg_visibility: visibility(Joint::Knee, Joint::Ankle),
            back: None,
            heel_over_ball: None,
        }
    }

    /// Seen well enough to follow the movement.
    pub fn is_seen(&self) -> bool {
        self.trunk_visibility >= SEEN_VISIBILITY
            && self.hip_flexion_deg() > -MAX_EXTENSION_DEG
            && self.knee_flexion_deg() > -MAX_EXTENSION_DEG
    }

    /// Seen well enough to judge it.
    pub fn is_clear(&self) -> bool {
        self.is_seen() && self.leg_visibility >= CLEAR_VISIBILITY
    }

    pub fn trunk_lean_deg(&self) -> f64 {
        self.hip.to(self.shoulder).lean_deg()
    }

    pub fn shin_lean_deg(&self) -> f64 {
        self.ankle.to(self.knee).lean_deg()
    }

    /// Negative when the hip is behind the knee.
    fn thigh_lean_deg(&self) -> f64 {
        self.knee.to(self.hip).lean_deg()
    }

    /// 0 with trunk and thigh in line, + bent forward; beyond 180 when folded.
    pub fn hip_flexion_deg(&self) -> f64 {
        self.trunk_lean_deg() - self.thigh_lean_deg()
    }

    /// 0 with thigh and shin in line, + bent as knees bend.
    pub fn knee_flexion_deg(&self) -> f64 {
        self.shin_lean_deg() - self.thigh_lean_deg()
    }

    /// Where the face points, from straight up; level ahead is about 100.
    pub fn gaze_deg(&self) -> f64 {
        self.ear.to(self.nose).lean_past_down_deg()
    }

    /// The face's direction against the trunk; + is flexion (chin down).
    pub fn gaze_flexion_deg(&self) -> f64 {
        self.gaze_deg() - self.trunk_lean_deg()
    }

    /// The neck's direction against the trunk; + is flexion (head forward).
    pub fn neck_flexion_deg(&self) -> f64 {
        self.shoulder.to(self.ear).lean_past_down_deg() - self.trunk_lean_deg()
    }

    /// The head against the trunk: the mean of face and neck.
    pub fn head_flexion_deg(&self) -> f64 {
        0.5 * (self.gaze_flexion_deg() + self.neck_flexion_deg())
    }

    pub fn trunk_px(&self) -> f64 {
        self.hip.to(self.shoulder).length()
    }

    pub fn leg_px(&self) -> f64 {
        self.ankle.to(self.knee).length() + self.knee.to(self.hip).length()
    }

    pub fn hips_behind_ankle_px(&self) -> f64 {
        self.ankle.forward - self.hip.forward
    }

    /// How far the wrist is ahead of the leg at the wrist's height.
    pub fn wrist_ahead_px(&self) -> f64 {
        let (low, high) = if self.wrist.up < self.knee.up {
            (self.ankle, self.knee)
        } else {
            (self.knee, self.hip)
        };
        let rise = high.up - low.up;
        let share = if rise.abs() < 1.0 {
            0.0
        } else {
            (self.wrist.up - low.up) / rise
        };
        let leg = low.mix(high, share.clamp(0.0, 1.2));
        self.wrist.forward - leg.forward
    }

    /// True when the arm hangs, so that what the hand holds hangs too.
    pub fn arm_hangs(&self) -> bool {
        let arm = self.shoulder.to(self.wrist);
        arm.lean_deg().abs() > 120.0 && self.wrist.up < self.shoulder.up.min(self.hip.up)
    }

    /// Where the body's weight stands on the foot: 0 over the heel, 1 over the toe.
    ///
    /// Segment masses and centres after Dempster, read from the near side: a proxy.
    pub fn balance_share(&self, foot_px: f64) -> f64 {
        let segments = [
            (0.08, self.ear),
            (0.50, self.shoulder.mix(self.hip, 0.5)),
            (0.10, self.shoulder.mix(self.wrist, 0.5)),
            (0.20, self.hip.mix(self.knee, 0.43)),
            (0.09, self.knee.mix(self.ankle, 0.43)),
            (0.03, self.heel.mix(self.toe, 0.5)),
        ];
        let center: f64 = segments.iter().map(|(mass, at)| mass * at.forward).sum();
        (center - self.heel.forward) / foot_px
    }

    pub fn foot_px(&self) -> f64 {
        self.toe.forward - self.heel.forward
    }

    /// True when the joints stand above one another as they do on two feet.
    pub fn is_on_its_feet(&self) -> bool {
        self.hip.up > self.knee.up && self.knee.up > self.ankle.up
    }
}
