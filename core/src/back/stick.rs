//! The dowel itself: a straight stick laid along the back, in the trunk's own frame.

use crate::analysis::{Contact, Dowel, DowelGaps, DowelLine};
use crate::back::outline::{Outline, OutlinePoint};
use crate::body::{NearSide, Point, Posture};

/// Where the three contacts are looked for, in trunk lengths above the hip.
const SEAT: (f64, f64) = (-0.20, 0.12);
const UPPER_BACK: (f64, f64) = (0.50, 0.92);
const HEAD: (f64, f64) = (1.12, 1.34);
/// Where a back that rounds or hollows leaves its neutral.
const LOW_BACK: (f64, f64) = (0.08, 0.60);
const ROUND_BACK: (f64, f64) = (0.30, 0.92);
/// From the ear to the back of the head: 9 to 10 cm, of a trunk of 45 to 50.
const SKULL: f64 = 0.2;
/// How far the stick reaches beyond the seat and the head.
const OVERHANG: f64 = 0.12;
/// How far off the stick a lifted tailbone is drawn, in percent of the trunk: enough to be seen, and never
/// so far that the stick would run through the neck.
const TAILBONE_OFF: (f64, f64) = (7.0, 13.0);

/// A stick that rests on the back, and the three places where it should touch: (u, w) in trunk lengths.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stick {
    pub tailbone: OutlinePoint,
    /// Where it rests; while the mid-back is lifted, where the back is deepest under it.
    pub mid_back: OutlinePoint,
    /// None when the back of the head was not seen.
    pub head: Option<OutlinePoint>,
    /// w where the stick passes the hip, and how much it grows per trunk length.
    at_hip: f64,
    slope: f64,
}

impl Stick {
    /// Lays the stick on seat and upper back. Everybody's seat stands out further than a straight back needs,
    /// so that the stick would rest on it even when the back rounds: a tailbone that has left its neutral
    /// place is as far off the stick as `gaps` says.
    pub fn on(outline: &Outline, contacts: &Dowel, gaps: Option<&DowelGaps>) -> Option<Self> {
        let tailbone = outermost(outline.zone(SEAT.0, SEAT.1, 0.4)?, 0.0)?;
        let lifted = contacts.tailbone == Contact::Lifted;
        let (zone, off) = if lifted {
            let gap = gaps.and_then(|gaps| gaps.tailbone).unwrap_or(0.0);
            (ROUND_BACK, gap.clamp(TAILBONE_OFF.0, TAILBONE_OFF.1))
        } else {
            (UPPER_BACK, 0.0)
        };
        let end = (tailbone.0, tailbone.1 + off / 100.0);
        // As seen along the stick, the mid-back is what stands out furthest over its lower end.
        let tilt = |p: &OutlinePoint| (p.1 - end.1) / (p.0 - end.0);
        let upper = outline.zone(zone.0, zone.1, 0.4)?;
        let rest = *upper.iter().max_by(|a, b| tilt(a).total_cmp(&tilt(b)))?;
        let slope = tilt(&rest);
        let deepest = || innermost(outline.zone(LOW_BACK.0, LOW_BACK.1, 0.5)?, slope);
        let mid_back = match contacts.mid_back {
            Contact::Lifted => deepest().unwrap_or(rest),
            Contact::Touching | Contact::CantTell => rest,
        };
        let head = outline
            .zone(HEAD.0, HEAD.1, 0.3)
            .and_then(|zone| outermost(zone, slope));
        Some(Stick {
            tailbone,
            mid_back,
            head,
            at_hip: end.1 - slope * end.0,
            slope,
        })
    }

    /// How far off the stick a point of the outline is, in trunk lengths.
    pub fn gap(&self, (u, w): OutlinePoint) -> f64 {
        (self.at_hip + self.slope * u - w) / self.slope.hypot(1.0)
    }

    /// The stick over the body as it stands now, in the picture's pixels.
    pub fn in_picture(&self, posture: &Posture, near: NearSide) -> DowelLine {
        let head = self.head_of(posture);
        let head_u = head.map_or(HEAD.1, |head| head.0);
        let on_stick = |u: f64| (u, self.at_hip + self.slope * u);
        let place = |point| picture_px(point, posture, near);
        DowelLine {
            from: place(on_stick(self.tailbone.0 - OVERHANG)),
            to: place(on_stick(head_u + OVERHANG)),
            tailbone: place(self.tailbone),
            mid_back: place(self.mid_back),
            head: head.map(place),
        }
    }

    /// The back of the head, a skull's width behind the ear: the outline at its height may be a nape, a hood
    /// or a ponytail.
    fn head_of(&self, posture: &Posture) -> Option<OutlinePoint> {
        self.head?;
        let (u, w) = in_trunk(posture.ear, posture);
        let long = self.slope.hypot(1.0);
        Some((u - SKULL * self.slope / long, w + SKULL / long))
    }
}

/// The point furthest behind a line of this slope.
fn outermost(zone: &[OutlinePoint], slope: f64) -> Option<OutlinePoint> {
    let behind = |p: &OutlinePoint| p.1 - slope * p.0;
    zone.iter()
        .copied()
        .max_by(|a, b| behind(a).total_cmp(&behind(b)))
}

/// The point deepest under a line of this slope.
fn innermost(zone: &[OutlinePoint], slope: f64) -> Option<OutlinePoint> {
    let behind = |p: &OutlinePoint| p.1 - slope * p.0;
    zone.iter()
        .copied()
        .min_by(|a, b| behind(a).total_cmp(&behind(b)))
}

/// A point of the body as height along the trunk and distance behind it, in trunk lengths.
fn in_trunk(point: Point, posture: &Posture) -> OutlinePoint {
    let (hip, shoulder) = (posture.hip, posture.shoulder);
    let (x, y) = (shoulder.forward - hip.forward, shoulder.up - hip.up);
    let (dx, dy) = (point.forward - hip.forward, point.up - hip.up);
    let square = x * x + y * y;
    ((dx * x + dy * y) / square, (dy * x - dx * y) / square)
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

    /// As on a back in its neutral shape.
    fn laid(outline: &Outline) -> Option<Stick> {
        Stick::on(outline, &Dowel::cant_tell(), None)
    }

    /// How far a contact is under the stick.
    fn under(stick: &Stick, (u, w): OutlinePoint) -> f64 {
        stick.at_hip + stick.slope * u - w
    }

    #[test]
    fn on_a_straight_back_it_touches_everywhere() {
        let stick = laid(&outline(|u| 0.2 + 0.05 * u)).unwrap();
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
        let stick = laid(&hollow).unwrap();
        assert!(stick.slope.abs() < 0.01);
        let low = hollow.zone(0.32, 0.34, 0.5).unwrap()[0];
        assert!(under(&stick, low) > 0.08);
        assert!(under(&stick, stick.head.unwrap()).abs() < 0.01);
    }

    #[test]
    fn on_a_rounded_back_it_leans_and_leaves_the_head() {
        let stick = laid(&outline(|u| 0.2 + 0.15 * bump(u, 0.6, 0.3))).unwrap();
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
            laid(&Outline::of(&contour(|u| there(u).then_some(0.2))))
        };
        assert_eq!(but(-0.4, 0.2), None);
        assert_eq!(but(0.45, 1.0), None);
        assert_eq!(but(1.05, 2.0).unwrap().head, None);
    }

    #[test]
    fn in_the_picture_it_lies_behind_the_back_and_mirrors_with_the_body() {
        let stick = laid(&outline(|_| 0.2)).unwrap();
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

    /// A seat that stands out by 0.3, an upper back by 0.25, and a hollow of `depth` between them.
    fn seated(depth: f64) -> Outline {
        outline(|u| {
            0.2 + 0.1 * bump(u, 0.0, 0.15) + 0.05 * bump(u, 0.75, 0.2) - depth * bump(u, 0.35, 0.15)
        })
    }

    fn contacts(mid_back: Contact, tailbone: Contact) -> Dowel {
        Dowel {
            head: Contact::Touching,
            mid_back,
            tailbone,
            first_lost_s: None,
        }
    }

    #[test]
    fn the_stick_lies_on_a_neutral_back_and_cuts_into_it_nowhere() {
        use Contact::{CantTell, Touching};
        for dowel in [contacts(Touching, Touching), contacts(CantTell, CantTell)] {
            let back = seated(0.05);
            let stick = Stick::on(&back, &dowel, None).unwrap();
            assert!(stick.gap(stick.tailbone).abs() < 1e-9);
            assert!(stick.gap(stick.mid_back).abs() < 1e-9);
            for &point in back.zone(-0.2, 0.92, 0.0).unwrap() {
                assert!(stick.gap(point) > -0.01, "{point:?}");
            }
        }
    }

    #[test]
    fn a_hollow_shows_its_gap_where_it_is_deepest() {
        let dowel = contacts(Contact::Lifted, Contact::Touching);
        let stick = Stick::on(&seated(0.1), &dowel, None).unwrap();
        assert!((0.25..0.50).contains(&stick.mid_back.0), "{stick:?}");
        assert!(stick.gap(stick.mid_back) > 0.1);
        assert!(stick.gap(stick.tailbone).abs() < 1e-9);
    }

    #[test]
    fn a_lifted_tailbone_is_as_far_off_as_it_was_measured() {
        let dowel = contacts(Contact::Touching, Contact::Lifted);
        let off = |gap| {
            let gaps = DowelGaps {
                tailbone: Some(gap),
                ..DowelGaps::default()
            };
            let stick = Stick::on(&seated(0.0), &dowel, Some(&gaps)).unwrap();
            assert!(stick.gap(stick.mid_back).abs() < 1e-9, "{stick:?}");
            100.0 * stick.gap(stick.tailbone)
        };
        assert!((9.0..10.01).contains(&off(10.0)), "{}", off(10.0));
        assert!(off(-3.0) > 6.0, "seen even so");
        assert!(off(40.0) < 13.5, "and never absurd");
    }
}
