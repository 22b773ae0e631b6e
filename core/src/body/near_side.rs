//! Which side of the body the camera sees, and which way the person faces; chosen once and kept.

use crate::analysis::Side;
use crate::pose::{Body, Joint};
use crate::thresholds::SIDE_SWITCH_S;

/// The side nearer to the camera and the direction the person faces in the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NearSide {
    pub side: Side,
    /// True when the person faces the right edge of the picture.
    pub faces_right: bool,
}

/// Decides the near side from all frames so far and changes its mind only when they insist.
#[derive(Debug, Clone, Default)]
pub struct NearSideWatch {
    chosen: Option<NearSide>,
    disagrees_since_s: Option<f64>,
}

impl NearSideWatch {
    pub fn chosen(&self) -> Option<NearSide> {
        self.chosen
    }

    /// Takes one more frame into account; returns the near side to read it with.
    pub fn look(&mut self, t_s: f64, body: &Body) -> NearSide {
        let now = read(body);
        let Some(chosen) = self.chosen else {
            self.chosen = Some(now);
            return now;
        };
        if now == chosen {
            self.disagrees_since_s = None;
            return chosen;
        }
        let since = *self.disagrees_since_s.get_or_insert(t_s);
        if t_s - since < SIDE_SWITCH_S {
            return chosen;
        }
        self.disagrees_since_s = None;
        self.chosen = Some(now);
        now
    }
}

/// The single frame's opinion. Feet and nose both point forward; depth tells the sides apart.
fn read(body: &Body) -> NearSide {
    let depth = |joint: Joint| {
        body.world_m[joint.on(Side::Left)][2] - body.world_m[joint.on(Side::Right)][2]
    };
    let left_is_deeper = depth(Joint::Shoulder) + depth(Joint::Hip) + depth(Joint::Knee) > 0.0;
    let side = if left_is_deeper {
        Side::Right
    } else {
        Side::Left
    };
    let x = |i: usize| body.landmarks[i].x_px;
    let forward = |side: Side| x(Joint::Toe.on(side)) - x(Joint::Heel.on(side));
    let face =
        x(Joint::NOSE) - 0.5 * (x(Joint::Ear.on(Side::Left)) + x(Joint::Ear.on(Side::Right)));
    let pointing = forward(Side::Left) + forward(Side::Right) + face;
    NearSide {
        side,
        faces_right: pointing > 0.0,
    }
}
