//! Points, and the outline around discs.

use std::ops::{Add, Mul, Sub};

use super::PicturePoint;

/// In statures: x forward, y up, z towards the onlooker.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Place {
    pub x: f64,
    pub y: f64,
    pub z: f64,
}

impl Place {
    pub const fn flat(x: f64, y: f64) -> Self {
        Place { x, y, z: 0.0 }
    }

    /// The direction `turn_deg` forward of straight down, then `out_deg` out of the picture's plane.
    pub fn down_turned(turn_deg: f64, out_deg: f64) -> Self {
        let (turn, out) = (turn_deg.to_radians(), out_deg.to_radians());
        Place {
            x: out.cos() * turn.sin(),
            y: -out.cos() * turn.cos(),
            z: out.sin(),
        }
    }

    /// What is to the right of a thing that points this way in the picture's plane: forward, for a person upright.
    pub fn ahead(self) -> Self {
        Place::flat(self.y, -self.x)
    }

    pub fn distance(self, other: Self) -> f64 {
        let gap = self - other;
        (gap.x.powi(2) + gap.y.powi(2) + gap.z.powi(2)).sqrt()
    }

    pub fn towards(self, other: Self, share: f64) -> Self {
        self + (other - self) * share
    }
}

impl Add for Place {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Place {
            x: self.x + other.x,
            y: self.y + other.y,
            z: self.z + other.z,
        }
    }
}

impl Sub for Place {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self + other * -1.0
    }
}

impl Mul<f64> for Place {
    type Output = Self;
    fn mul(self, by: f64) -> Self {
        Place {
            x: self.x * by,
            y: self.y * by,
            z: self.z * by,
        }
    }
}

const ARC_POINTS: usize = 24;

/// The points of a circle.
pub(super) fn circle(center: PicturePoint, radius: f64) -> impl Iterator<Item = PicturePoint> {
    (0..ARC_POINTS).map(move |i| {
        let (sin, cos) = (i as f64 / ARC_POINTS as f64 * std::f64::consts::TAU).sin_cos();
        PicturePoint {
            x: center.x + radius * cos,
            y: center.y + radius * sin,
        }
    })
}

/// A rubber band around discs: what joins two of unequal size is a limb.
pub(super) fn hull(discs: &[(PicturePoint, f64)]) -> Vec<PicturePoint> {
    let mut points: Vec<_> = discs.iter().flat_map(|&(at, r)| circle(at, r)).collect();
    points.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)));
    let mut outline = half_hull(points.iter());
    outline.extend(half_hull(points.iter().rev()));
    outline
}

fn half_hull<'a>(points: impl Iterator<Item = &'a PicturePoint>) -> Vec<PicturePoint> {
    let mut half: Vec<PicturePoint> = Vec::new();
    for &point in points {
        while let [.., before, last] = half[..] {
            let turn = (last.x - before.x) * (point.y - before.y)
                - (last.y - before.y) * (point.x - before.x);
            if turn > 0.0 {
                break;
            }
            half.pop();
        }
        half.push(point);
    }
    half.pop();
    half
}

/// A smooth curve through points (Catmull-Rom), `steps` pieces between two.
pub(super) fn smooth(points: &[PicturePoint], closed: bool, steps: usize) -> Vec<PicturePoint> {
    let n = points.len() as isize;
    let at = |i: isize| {
        let i = if closed {
            i.rem_euclid(n)
        } else {
            i.clamp(0, n - 1)
        };
        points[i as usize]
    };
    let pieces = if closed { n } else { n - 1 };
    let mut curve = Vec::new();
    for i in 0..pieces {
        let [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
        for step in 0..steps {
            let t = step as f64 / steps as f64;
            let blend = |a: f64, b: f64, c: f64, d: f64| {
                b + 0.5
                    * t
                    * (c - a + t * (2.0 * a - 5.0 * b + 4.0 * c - d + t * (3.0 * (b - c) + d - a)))
            };
            curve.push(PicturePoint {
                x: blend(a.x, b.x, c.x, d.x),
                y: blend(a.y, b.y, c.y, d.y),
            });
        }
    }
    if !closed {
        curve.push(points[points.len() - 1]);
    }
    curve
}
