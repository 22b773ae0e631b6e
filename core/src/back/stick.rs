//! The dowel itself: a straight stick laid along the back, in the trunk's own frame.

use crate::analysis::DowelLine;
use crate::back::outline::{Outline, OutlinePoint};
use crate::body::{NearSide, Point, Posture};

/// Where the three contacts are looked for, in trunk lengths above the hip.
const SEAT: (f64, f64) = (-0.20, 0.12);
const UPPER_BACK: (f64, f64) = (0.50, 0.92);
const HEAD: (f64, f64) = (1.12, 1.34);
/// How far the stick reaches beyond the seat and the head.
const OVERHANG: f64 = 0.12;

/// A stick that rests on the back, and the three places where it should touch: (u, w) in trunk lengths.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stick {
    pub tailbone: OutlinePoint,
    pub mid_back: OutlinePoint,
    /// None when the back of the head was not seen.
    pub head: Option<OutlinePoint>,
    /// w where the stick passes the hip, and how much it grows per trunk length.
    at_hip: f64,
    slope: f64,
}

impl Stick {
    /// Lays the stick on seat and upper back.
    pub fn on(outline: &Outline) -> Option<Self> {
        let tailbone = outermost(outline.zone(SEAT.0, SEAT.1, 0.4)?, 0.0)?;
        let upper = outline.zone(UPPER_BACK.0, UPPER_BACK.1, 0.4)?;
        // As seen along the stick, the mid-back is what stands out furthest over the seat.
        let tilt = |p: &OutlinePoint| (p.1 - tailbone.1) / (p.0 - tailbone.0);
        let mid_back = *upper.iter().max_by(|a, b| tilt(a).total_cmp(&tilt(b)))?;
        let slope = tilt(&mid_back);
        let head = outline
            .zone(HEAD.0, HEAD.1, 0.3)
            .and_then(|zone| outermost(zone, slope));
        Some(Stick {
            tailbone,
            mid_back,
            head,
            at_hip: tailbone.1 - slope * tailbone.0,
            slope,
        })
    }

    /// The stick over the body as it stands now, in the picture's pixels.
    pub fn in_picture(&self, posture: &Posture, near: NearSide) -> DowelLine {
        let head_u = self.head.map_or(HEAD.1, |head| head.0);
        let on_stick = |u: f64| (u, self.at_hip + self.slope * u);
        let place = |point| picture_px(point, posture, near);
        DowelLine {
            from: place(on_stick(self.tailbone.0 - OVERHANG)),
            to: place(on_stick(head_u + OVERHANG)),
            tailbone: place(self.tailbone),
            mid_back: place(self.mid_back),
            head: self.head.map(place),
        }
    }
}

/// The point furthest behind a line of this slope.
fn outermost(zone: &[OutlinePoint], slope: f64) -> Option<OutlinePoint> {
    let behind = |p: &OutlinePoint| p.1 - slope * p.0;
    zone.iter()
        .copied()
        .max_by(|a, b| behind(a).total_cmp(&behind(b)))
}

fn picture_px((u, w): OutlinePoint, posture: &Posture, near: NearSide) -> [f64; 2] {
    let (hip, shoulder) = (posture.hip, posture.shoulder);
    let along = Point {
        forward: shoulder.forward - hip.forward,
        up: shoulder.up - hip.up,
    };
    let forward = hip.forward + u * along.forward - w * along.up;
    let up = hip.up + u * along.up + w * along.forward;
    let sign = if near.faces_right { 1.0 } else { -1.0 };
    let tenths = |px: f64| (px * 10.0).round() / 10.0;
    [tenths(sign * forward), tenths(-up)]
}
