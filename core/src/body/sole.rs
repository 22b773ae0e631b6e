//! The sole's outline under heel and ball, from the silhouette: landmarks hardly move when a heel lifts.

use crate::body::{NearSide, median};
use crate::pose::{Body, Joint, Mask};

/// Where the sole is looked at, in foot lengths from the heel landmark to the toe landmark.
const HEEL: (f64, f64) = (0.0, 0.2);
const BALL: (f64, f64) = (0.7, 1.0);
const STEP: f64 = 0.05;
/// How far below the ankle the sole is looked for, in foot lengths, and in how many points.
const REACH: f64 = 0.9;
const POINTS: usize = 90;
const EDGE: f64 = 0.5;
/// A smaller foot is a few cells of the silhouette.
const MIN_FOOT_PX: f64 = 8.0;
/// Of the heights looked at under heel and ball.
const MIN_SEEN: usize = 3;

/// The near foot's sole in one frame.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sole {
    /// How much higher the heel's underside is than the ball's, in foot lengths; from -1 to 1.
    pub heel_over_ball: f64,
}

impl Sole {
    /// None where the foot or its underside was not seen.
    pub fn trace(mask: &Mask, body: &Body, near: NearSide) -> Option<Self> {
        let at = |joint: Joint| body.landmarks[joint.on(near.side)];
        let (heel, toe, ankle) = (at(Joint::Heel), at(Joint::Toe), at(Joint::Ankle));
        let foot_px = toe.x_px - heel.x_px;
        let points_forward = (foot_px > 0.0) == near.faces_right;
        if foot_px.abs() < MIN_FOOT_PX || !points_forward {
            return None;
        }
        let underside = |u: f64| {
            let x_px = heel.x_px + u * foot_px;
            let below_px = ankle.y_px + REACH * foot_px.abs();
            lowest(mask.along([x_px, ankle.y_px], [x_px, below_px]))
        };
        let middle = |(from, to): (f64, f64)| {
            let count = ((to - from) / STEP).round() as usize;
            let mut seen: Vec<f64> = (0..=count)
                .filter_map(|i| underside(from + i as f64 * STEP))
                .collect();
            (seen.len() >= MIN_SEEN).then(|| median(&mut seen))
        };
        let heel_over_ball = REACH * (middle(BALL)? - middle(HEEL)?);
        Some(Sole { heel_over_ball })
    }

    /// From a stored value.
    pub fn of(heel_over_ball: f64) -> Option<Self> {
        let possible = (-1.0..=1.0).contains(&heel_over_ball);
        possible.then_some(Sole { heel_over_ball })
    }
}

/// The share of the way at which the body ends for good.
fn lowest(inside: impl Fn(f64) -> f64) -> Option<f64> {
    let point = |i: usize| i as f64 / POINTS as f64;
    let last = (0..POINTS).rev().find(|&i| inside(point(i)) > EDGE)?;
    let (above, below) = (inside(point(last)), inside(point(last + 1)));
    let share = (above - EDGE) / (above - below).max(1e-9);
    (below <= EDGE).then_some((last as f64 + share.clamp(0.0, 1.0)) / POINTS as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_underside_is_found_between_the_points() {
        let ends_at = |at: f64| move |share: f64| (0.5 - (share - at) * 20.0).clamp(0.0, 1.0);
        assert!((lowest(ends_at(0.333)).unwrap() - 0.333).abs() < 1e-6);
        assert_eq!(lowest(|_| 0.0), None);
        assert_eq!(
            lowest(|_| 1.0),
            None,
            "a leak to the floor has no underside"
        );
    }
}
