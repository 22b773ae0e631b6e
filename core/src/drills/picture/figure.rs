//! Flesh on the joints: each part of the body is a rubber band around a few discs, the trunk a profile of its own.

use super::body::{ANKLE_HEIGHT, ArmJoints, Joints, LegJoints, TRUNK, along_spine};
use super::space::{Place, hull, smooth};
use super::view::View;
use super::{PicturePoint, StrokeShape};

/// How far the tailbone, the mid-back and the back of the head lie behind the axis of the trunk. They are alike, so
/// that a stick along a long back touches all three.
pub(super) const BACK: f64 = 0.058;

/// The side view of the trunk: where along its axis from the hips, how far it reaches back, and how far forward.
const PROFILE: [(f64, f64, f64); 11] = [
    (-0.062, 0.020, 0.020),
    (-0.045, 0.047, 0.038),
    (-0.015, BACK, 0.050),
    (0.025, BACK, 0.052),
    (0.075, 0.046, 0.053),
    (0.120, 0.041, 0.053),
    (0.170, 0.049, 0.055),
    (0.215, BACK, 0.059),
    (0.250, BACK, 0.056),
    (0.285, 0.047, 0.042),
    (0.32, 0.027, 0.022),
];

type Ball = (Place, f64);

/// The parts of one position, in the order of painting: what is further away first.
pub(super) struct Figure {
    pub far: Vec<StrokeShape>,
    pub trunk: Vec<StrokeShape>,
    pub leg: Vec<StrokeShape>,
    pub arm: Vec<StrokeShape>,
}

impl Figure {
    pub fn new(joints: &Joints, view: &View) -> Self {
        let band = |balls: &Vec<Ball>| StrokeShape::Area {
            points: hull(&seen(balls, view)),
        };
        let all = |parts: &[Vec<Ball>]| parts.iter().map(band).collect::<Vec<_>>();
        let mut far = all(&leg_parts(&joints.far_leg));
        far.extend(all(&arm_parts(&joints.far_arm)));
        let mut trunk = all(&head_parts(joints));
        match view.is_from_the_side() {
            true => trunk.push(StrokeShape::Area {
                points: profile(joints),
            }),
            false => trunk.extend(all(&trunk_parts(joints))),
        }
        Figure {
            far,
            trunk,
            leg: all(&leg_parts(&joints.leg)),
            arm: all(&arm_parts(&joints.arm)),
        }
    }

    pub fn parts(&self) -> impl Iterator<Item = &StrokeShape> {
        [&self.far, &self.trunk, &self.leg, &self.arm]
            .into_iter()
            .flatten()
    }
}

/// How far below the hips the lowest part of the body is.
pub(super) fn lowest(joints: &Joints) -> f64 {
    let mut parts = head_parts(joints);
    for leg in [&joints.leg, &joints.far_leg] {
        parts.extend(leg_parts(leg));
    }
    for arm in [&joints.arm, &joints.far_arm] {
        parts.extend(arm_parts(arm));
    }
    let balls = parts.iter().flatten().map(|(at, radius)| at.y - radius);
    let trunk = profile(joints).into_iter().map(|point| point.y);
    balls.chain(trunk).fold(f64::INFINITY, f64::min)
}

fn seen(balls: &[Ball], view: &View) -> Vec<(PicturePoint, f64)> {
    balls
        .iter()
        .map(|&(at, radius)| (view.seen(at), radius))
        .collect()
}

fn profile(joints: &Joints) -> Vec<PicturePoint> {
    let (mut back, mut front) = (Vec::new(), Vec::new());
    for (along, behind, before) in PROFILE {
        let (at, lean) = along_spine(joints.root, joints.lean, joints.spine, along);
        let ahead = (Place::down_turned(-lean, 0.0) * -1.0).ahead();
        let point = |at: Place| PicturePoint { x: at.x, y: at.y };
        back.push(point(at - ahead * behind));
        front.push(point(at + ahead * before));
    }
    front.reverse();
    back.extend(front);
    smooth(&back, true, 4)
}

/// The trunk where it is not seen from the side.
fn trunk_parts(joints: &Joints) -> Vec<Vec<Ball>> {
    let (waist, _) = along_spine(joints.root, joints.lean, joints.spine, 0.12);
    let across = |at: Place, half: f64, radius: f64| {
        [-half, half].map(|z| {
            (
                at + Place {
                    z,
                    ..Place::default()
                },
                radius,
            )
        })
    };
    let waist = across(waist, 0.035, 0.051);
    let hips = [joints.leg.hip, joints.far_leg.hip].map(|hip| (hip, 0.056));
    let (chest, _) = along_spine(joints.root, joints.lean, joints.spine, 0.22);
    let (shoulders, _) = along_spine(joints.root, joints.lean, joints.spine, TRUNK - 0.015);
    let chest = across(chest, 0.05, 0.054);
    let shoulders = across(shoulders, 0.085, 0.036);
    vec![
        [hips, waist].concat(),
        [waist, chest].concat(),
        [chest, shoulders].concat(),
    ]
}

fn head_parts(joints: &Joints) -> Vec<Vec<Ball>> {
    let (skull, up) = (joints.skull, joints.head_up);
    let ahead = up.ahead();
    let at = |forward: f64, above: f64| skull + ahead * forward + up * above;
    vec![
        vec![(joints.neck - up * 0.01, 0.030), (skull, 0.031)],
        vec![(at(0.001, 0.0), BACK + 0.001), (at(0.024, -0.034), 0.032)],
        vec![(at(0.045, 0.004), 0.012), (at(0.066, -0.012), 0.0055)],
    ]
}

fn leg_parts(leg: &LegJoints) -> [Vec<Ball>; 3] {
    let shin = (leg.ankle - leg.knee) * (1.0 / leg.knee.distance(leg.ankle));
    let calf = leg.knee.towards(leg.ankle, 0.28) + shin.ahead() * 0.007;
    let sole = leg.foot.ahead();
    let foot = |forward: f64, below: f64| leg.ankle + leg.foot * forward + sole * below;
    [
        vec![(leg.hip, 0.056), (leg.knee, 0.034)],
        vec![(leg.knee, 0.033), (calf, 0.037), (leg.ankle, 0.0195)],
        vec![
            (leg.ankle, 0.0195),
            (foot(-0.028, ANKLE_HEIGHT - 0.017), 0.017),
            (foot(0.075, ANKLE_HEIGHT - 0.015), 0.015),
            (foot(0.105, ANKLE_HEIGHT - 0.011), 0.011),
        ],
    ]
}

fn arm_parts(arm: &ArmJoints) -> [Vec<Ball>; 3] {
    [
        vec![(arm.shoulder, 0.034), (arm.elbow, 0.023)],
        vec![(arm.elbow, 0.0235), (arm.wrist, 0.0155)],
        vec![(arm.wrist, 0.0155), (arm.hand, 0.0165)],
    ]
}
