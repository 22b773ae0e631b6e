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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Side;
    use crate::back::samples::{outline, posture};

    const NEAR: f64 = 1e-6;

    fn bump(u: f64, at: f64, width: f64) -> f64 {
        (-((u - at) / width).powi(2)).exp()
    }

    /// How far a contact is under the stick.
    fn under(stick: &Stick, (u, w): OutlinePoint) -> f64 {
        stick.at_hip + stick.slope * u - w
    }

    #[test]
    fn on_a_straight_back_it_touches_everywhere() {
        let stick = Stick::on(&outline(|u| 0.2 + 0.05 * u)).unwrap();
        assert!((stick.slope - 0.05).abs() < NEAR);
        assert!((stick.at_hip - 0.2).abs() < NEAR);
        let contacts = [stick.tailbone, stick.mid_back, stick.head.unwrap()];
        assert!(contacts.iter().all(|&c| under(&stick, c).abs() < NEAR));
        assert!(SEAT.0 - NEAR <= stick.tailbone.0 && stick.tailbone.0 <= SEAT.1 + NEAR);
        assert!(UPPER_BACK.0 - NEAR <= stick.mid_back.0);
        assert!(stick.mid_back.0 <= UPPER_BACK.1 + NEAR);
    }

    #[test]
    fn on_a_hollow_back_it_bridges_the_low_back() {
        let hollow = outline(|u| 0.25 - 0.1 * bump(u, 0.33, 0.12));
        let stick = Stick::on(&hollow).unwrap();
        assert!(stick.slope.abs() < 0.01);
        let low = hollow.zone(0.32, 0.34, 0.5).unwrap()[0];
        assert!(under(&stick, low) > 0.08);
        assert!(under(&stick, stick.head.unwrap()).abs() < 0.01);
    }

    #[test]
    fn on_a_rounded_back_it_leans_and_leaves_the_head() {
        let stick = Stick::on(&outline(|u| 0.2 + 0.15 * bump(u, 0.6, 0.3))).unwrap();
        assert!(stick.slope > 0.1, "it tips off the seat: {}", stick.slope);
        assert!(under(&stick, stick.tailbone).abs() < NEAR);
        assert!(under(&stick, stick.mid_back).abs() < NEAR);
        assert!(under(&stick, stick.head.unwrap()) > 0.1);
    }

    #[test]
    fn without_seat_or_upper_back_there_is_none_and_without_a_head_no_third_contact() {
        use crate::back::samples::contour;
        let but = |from: f64, to: f64| {
            let there = move |u: f64| !(from..to).contains(&u);
            Stick::on(&Outline::of(&contour(|u| there(u).then_some(0.2))))
        };
        assert_eq!(but(-0.4, 0.2), None);
        assert_eq!(but(0.45, 1.0), None);
        assert_eq!(but(1.05, 2.0).unwrap().head, None);
    }

    #[test]
    fn in_the_picture_it_lies_behind_the_back_and_mirrors_with_the_body() {
        let stick = Stick::on(&outline(|_| 0.2)).unwrap();
        let upright = posture(0.0, 0.0, 0.0);
        let faces = |faces_right| NearSide {
            side: Side::Right,
            faces_right,
        };
        let line = stick.in_picture(&upright, faces(true));
        // Upright the stick is, too, a fifth of the trunk behind the hip.
        let behind_px = upright.hip.forward - 0.2 * 120.0;
        for [x, _] in [line.from, line.to, line.tailbone, line.mid_back] {
            assert!((x - behind_px).abs() < 0.06, "{line:?}");
        }
        assert!(line.from[1] > line.tailbone[1], "y grows downwards");
        assert!(line.tailbone[1] > line.mid_back[1]);
        assert!(line.mid_back[1] > line.head.unwrap()[1]);
        assert!(line.head.unwrap()[1] > line.to[1]);
        // The same posture facing left is the mirror image about x = 0.
        let mirrored = stick.in_picture(&upright, faces(false));
        let pairs = [
            (line.from, mirrored.from),
            (line.to, mirrored.to),
            (line.mid_back, mirrored.mid_back),
        ];
        for (a, b) in pairs {
            assert_eq!([-a[0], a[1]], b);
        }
        // Bent over, it lies on top.
        let bent = posture(0.0, 90.0, 0.0);
        let line = stick.in_picture(&bent, faces(true));
        assert!(line.mid_back[1] < -bent.hip.up - 20.0, "{line:?}");
        assert!(line.to[0] > line.from[0] + 100.0);
    }
}
