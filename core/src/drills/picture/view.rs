//! Where the onlooker stands, and how the picture is fitted into its square.

use serde::Deserialize;

use super::space::Place;
use super::{PicturePoint, Stroke, StrokeShape};

/// Of the square, left free on each side.
const MARGIN: f64 = 0.04;
/// A stature in the square at most: so that people are alike in size wherever they fit.
const LARGEST: f64 = 0.86;

/// From the side unless turned: round the person towards the face, and up to look down on them, in degrees.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct View {
    pub round_deg: f64,
    pub up_deg: f64,
}

impl View {
    pub fn is_from_the_side(&self) -> bool {
        self.round_deg == 0.0 && self.up_deg == 0.0
    }

    pub fn seen(&self, at: Place) -> PicturePoint {
        let (sin, cos) = self.round_deg.to_radians().sin_cos();
        let (up_sin, up_cos) = self.up_deg.to_radians().sin_cos();
        let nearness = at.z * cos + at.x * sin;
        PicturePoint {
            x: at.x * cos - at.z * sin,
            y: at.y * up_cos - nearness * up_sin,
        }
    }
}

/// Turns y downwards and fits everything into the square, the ground (y = 0) as low as it goes.
pub(super) fn fit(strokes: &mut [Stroke]) {
    let bounds = Bounds::of(strokes);
    let (width, height) = (bounds.right - bounds.left, bounds.top - bounds.bottom);
    let room = 1.0 - 2.0 * MARGIN;
    let scale = LARGEST.min(room / width).min(room / height);
    let left = (1.0 - width * scale) / 2.0 - bounds.left * scale;
    let top = (1.0 - height * scale) / 2.0 + bounds.top * scale;
    for stroke in strokes {
        let place = |at: &mut PicturePoint| {
            *at = PicturePoint {
                x: left + at.x * scale,
                y: top - at.y * scale,
            }
        };
        match &mut stroke.shape {
            StrokeShape::Line { points, width } => {
                points.iter_mut().for_each(place);
                *width *= scale;
            }
            StrokeShape::Area { points } => points.iter_mut().for_each(place),
        }
    }
}

/// What strokes cover.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bounds {
    pub left: f64,
    pub right: f64,
    pub bottom: f64,
    pub top: f64,
}

impl Bounds {
    pub fn of(strokes: &[Stroke]) -> Self {
        let nothing = Bounds {
            left: f64::INFINITY,
            right: f64::NEG_INFINITY,
            bottom: f64::INFINITY,
            top: f64::NEG_INFINITY,
        };
        strokes.iter().fold(nothing, |bounds, stroke| {
            let (points, half) = match &stroke.shape {
                StrokeShape::Line { points, width } => (points, width / 2.0),
                StrokeShape::Area { points } => (points, 0.0),
            };
            points.iter().fold(bounds, |b, point| Bounds {
                left: b.left.min(point.x - half),
                right: b.right.max(point.x + half),
                bottom: b.bottom.min(point.y - half),
                top: b.top.max(point.y + half),
            })
        })
    }
}
