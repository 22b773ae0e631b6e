//! The outline of the back, sampled from the silhouette in the trunk's own frame.
//!
//! u runs along the line from the near hip (0) to the near shoulder (1); w is how far the skin or shirt is
//! behind that line, as a share of the line's length. Both ignore the person's size, place and lean.

use crate::body::NearSide;
use crate::pose::{Body, Joint, Mask};
use crate::thresholds::EDGE_WIDTH_SHARE;

/// The body's edge lies where the silhouette falls below this.
const EDGE: f64 = 0.5;
/// The edge is as wide as the way from here …
const INSIDE: f64 = 0.8;
/// … to here.
const OUTSIDE: f64 = 0.2;
/// The silhouette is read at this many points per trunk length, about three a cell.
const POINTS_PER_TRUNK: f64 = 160.0;
/// No back reaches further behind the line: three quarters of the trunk, in points.
const REACH: usize = 120;
/// A hole in the silhouette up to this many points wide is not the back's edge: 6 % of the trunk.
const HOLE: usize = 9;
/// The silhouette tells nothing about a trunk smaller than this.
const MIN_TRUNK_PX: f64 = 8.0;

/// One look at the back. Every number in it is finite and at most one trunk length.
#[derive(Debug, Clone, PartialEq)]
pub struct BackContour {
    samples: Vec<Option<Edge>>,
}

/// Where the body ends behind one point of the line, and how clearly.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Edge {
    /// Behind the line, in trunk lengths.
    pub w: f64,
    /// How wide the fall from body to background is, in trunk lengths: 0.01 to 0.03 where the outline is
    /// clear; wider where the body is blurred, in loose clothing, or runs into what stands behind it.
    pub width: f64,
}

impl BackContour {
    /// Below the hip, so that the seat is seen.
    pub const FIRST_U: f64 = -0.35;
    pub const STEP_U: f64 = 0.02;
    /// Up to above the shoulder, so that the back of the head is seen.
    pub const SAMPLES: usize = 86;

    /// Walks from the hip-shoulder line towards the back, at each height, until the body ends.
    pub fn trace(mask: &Mask, body: &Body, near: NearSide) -> Self {
        let at = |joint: Joint| {
            let landmark = body.landmarks[joint.on(near.side)];
            [landmark.x_px, landmark.y_px]
        };
        let (hip, shoulder) = (at(Joint::Hip), at(Joint::Shoulder));
        let along = [shoulder[0] - hip[0], shoulder[1] - hip[1]];
        // A quarter turn away from the face.
        let sign = if near.faces_right { 1.0 } else { -1.0 };
        let behind = [sign * along[1], -sign * along[0]];
        let look = |i: usize| {
            let u = Self::u(i);
            let from = [hip[0] + u * along[0], hip[1] + u * along[1]];
            let to = [from[0] + behind[0], from[1] + behind[1]];
            edge(mask.along(from, to))
        };
        let samples = if along[0].hypot(along[1]) > MIN_TRUNK_PX {
            (0..Self::SAMPLES).map(look).collect()
        } else {
            vec![None; Self::SAMPLES]
        };
        BackContour { samples }
    }

    /// From stored edges; None unless there are [`BackContour::SAMPLES`] of them, with w from -1 to 1 and
    /// widths from 0 to 1.
    pub fn from_samples(samples: Vec<Option<Edge>>) -> Option<Self> {
        let possible = |e: &Edge| (-1.0..=1.0).contains(&e.w) && (0.0..=1.0).contains(&e.width);
        let whole = samples.len() == Self::SAMPLES && samples.iter().flatten().all(possible);
        whole.then_some(BackContour { samples })
    }

    /// One for each height from [`BackContour::FIRST_U`] on in steps of [`BackContour::STEP_U`]; None where
    /// no edge was found: the line is outside the body there, or the body does not end within reach.
    pub fn samples(&self) -> &[Option<Edge>] {
        &self.samples
    }

    /// The height of sample `i`, in trunk lengths above the hip.
    pub fn u(i: usize) -> f64 {
        Self::FIRST_U + i as f64 * Self::STEP_U
    }

    /// How far the back is behind the line at sample `i`, in trunk lengths; None where the edge is missing
    /// or too soft to trust.
    pub fn w(&self, i: usize) -> Option<f64> {
        let edge = self.samples.get(i).copied().flatten()?;
        edge.is_clear().then_some(edge.w)
    }
}

impl Edge {
    /// False when it is too soft to trust.
    pub fn is_clear(&self) -> bool {
        self.width <= EDGE_WIDTH_SHARE
    }
}

/// Where the body ends along one ray; `inside` takes trunk lengths from the line.
fn edge(inside: impl Fn(f64) -> f64) -> Option<Edge> {
    let point = |i: usize| i as f64 / POINTS_PER_TRUNK;
    // Read no further than needed: most of the ray lies in the background.
    let mut values = Vec::with_capacity(REACH + 1);
    let mut last_in_body = None;
    for i in 0..=REACH {
        let value = inside(point(i));
        values.push(value);
        if value > EDGE {
            last_in_body = Some(i);
        } else if last_in_body.is_some_and(|last| i - last > HOLE) {
            break;
        }
    }
    let exit = last_in_body.filter(|&last| last < REACH)?;
    while values[exit + 1..].iter().all(|&value| value > OUTSIDE) && values.len() <= REACH {
        values.push(inside(point(values.len())));
    }
    let begin = (0..=exit).rev().find(|&i| values[i] >= INSIDE)?;
    let crossing = |level: f64, from: usize| {
        let i = (from..values.len() - 1).find(|&i| values[i + 1] <= level)?;
        let drop = (values[i] - values[i + 1]).max(1e-9);
        let share = ((values[i] - level) / drop).clamp(0.0, 1.0);
        Some((i as f64 + share) / POINTS_PER_TRUNK)
    };
    // What never falls to background is at least as wide as was looked.
    let end = crossing(OUTSIDE, begin).unwrap_or(point(REACH));
    Some(Edge {
        w: crossing(EDGE, exit)?,
        width: end - crossing(INSIDE, begin)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Falls from body to background over `width`, with its middle at `at`; 0.6 of that is an edge's width.
    fn soft_edge(at: f64, width: f64) -> impl Fn(f64) -> f64 {
        move |w| (0.5 - (w - at) / width).clamp(0.0, 1.0)
    }

    #[test]
    fn an_edge_is_found_between_the_points_with_its_width() {
        for (at, width) in [(0.2345, 0.05), (0.1003, 0.1), (0.4, 0.3), (0.7, 0.04)] {
            let found = edge(soft_edge(at, width)).unwrap();
            assert!((found.w - at).abs() < 1e-3, "{found:?}");
            assert!((found.width - 0.6 * width).abs() < 2e-3, "{found:?}");
        }
    }

    #[test]
    fn a_soft_edge_is_kept_and_not_trusted() {
        let samples = |width| vec![edge(soft_edge(0.2, width)); BackContour::SAMPLES];
        let sharp = BackContour::from_samples(samples(0.05)).unwrap();
        assert!((sharp.w(3).unwrap() - 0.2).abs() < 1e-3);
        let soft = BackContour::from_samples(samples(0.2)).unwrap();
        assert_eq!(soft.w(3), None);
        assert!((soft.samples()[3].unwrap().w - 0.2).abs() < 1e-3);
        assert_eq!(sharp.w(BackContour::SAMPLES), None);
    }

    #[test]
    fn a_body_that_fades_into_the_wall_has_a_wide_edge() {
        let leak = |w: f64| if w < 0.2 { 1.0 } else { 0.4 };
        let found = edge(leak).unwrap();
        assert!(
            (found.w - 0.2).abs() < 0.01 && found.width > 0.5,
            "{found:?}"
        );
    }

    #[test]
    fn a_small_hole_is_stepped_over_and_a_gap_is_not() {
        let body = soft_edge(0.3, 0.01);
        let holed = |from: f64, to: f64| {
            let body = &body;
            move |w: f64| {
                if (from..to).contains(&w) {
                    0.0
                } else {
                    body(w)
                }
            }
        };
        assert!((edge(holed(0.1, 0.12)).unwrap().w - 0.3).abs() < 2e-3);
        assert!((edge(holed(0.1, 0.2)).unwrap().w - 0.1).abs() < 1e-2);
    }

    #[test]
    fn no_body_a_doubtful_one_and_one_without_end_have_no_edge() {
        assert_eq!(edge(|_| 0.0), None);
        assert_eq!(edge(|w| if w < 0.2 { 0.7 } else { 0.0 }), None);
        assert_eq!(edge(|_| 1.0), None);
        assert_eq!(edge(|_| f64::NAN), None);
    }

    #[test]
    fn only_whole_contours_of_possible_numbers_are_taken() {
        let edge = Edge {
            w: 0.2,
            width: 0.01,
        };
        let samples = vec![Some(edge); BackContour::SAMPLES];
        assert!(BackContour::from_samples(samples.clone()).is_some());
        assert_eq!(BackContour::from_samples(samples[1..].to_vec()), None);
        for bad in [f64::NAN, f64::INFINITY, 1.1, -1.1] {
            let w = Edge { w: bad, ..edge };
            let width = Edge { width: bad, ..edge };
            for broken in [w, width] {
                let mut samples = samples.clone();
                samples[5] = Some(broken);
                assert_eq!(BackContour::from_samples(samples), None, "{broken:?}");
            }
        }
    }

    #[test]
    fn a_body_without_place_has_no_back() {
        use crate::analysis::Side;
        use crate::pose::{LANDMARKS, Landmark, Mask, Roi};
        let roi = Roi {
            center_x_px: 100.0,
            center_y_px: 100.0,
            side_px: 200.0,
            rotation_rad: 0.0,
        };
        let mask = Mask::new(&vec![20.0; 256 * 256], roi);
        let near = NearSide {
            side: Side::Left,
            faces_right: true,
        };
        for bad in [0.0, 1e300, f64::NAN, f64::INFINITY] {
            let place = |i: usize| Landmark {
                x_px: bad,
                y_px: if i.is_multiple_of(2) { bad } else { -bad },
                visibility: 1.0,
            };
            let body = Body {
                landmarks: std::array::from_fn::<_, LANDMARKS, _>(place),
                world_m: [[0.0; 3]; LANDMARKS],
            };
            let contour = BackContour::trace(&mask, &body, near);
            assert!(contour.samples().iter().all(Option::is_none), "{bad}");
        }
    }
}
