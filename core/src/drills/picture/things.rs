//! What a person holds, leans on or works at.

use serde::Deserialize;

use super::body::{Joints, along_spine};
use super::figure::BACK;
use super::space::{Place, circle, smooth};
use super::view::View;
use super::{PicturePoint, StrokeRole, StrokeShape};

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Thing {
    #[serde(default = "prop")]
    pub role: StrokeRole,
    shapes: Vec<Outline>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum Outline {
    Line {
        points: Vec<PicturePoint>,
        width: f64,
    },
    Curve {
        points: Vec<PicturePoint>,
        width: f64,
    },
    Area {
        points: Vec<PicturePoint>,
    },
    Blob {
        points: Vec<PicturePoint>,
    },
    Disc {
        at: PicturePoint,
        radius: f64,
    },
    Ring {
        at: PicturePoint,
        radius: f64,
        width: f64,
    },
}

fn prop() -> StrokeRole {
    StrokeRole::Prop
}

/// Where a thing's origin is.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum At {
    /// Beside the person, upright.
    Place(PicturePoint),
    /// Flat on the floor: y is the depth, towards the onlooker.
    Floor(PicturePoint),
    /// In the near hand, upright.
    Hand,
    FarHand,
    /// On the back at the height of the hips: y goes up along it, -x away from it.
    Back,
    /// On the back: y goes up along it, x across it.
    Across,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Layer {
    /// Behind both figures.
    #[default]
    Behind,
    /// Before the body, but the near arm before it.
    UnderHand,
    Front,
}

impl Thing {
    pub fn shapes(&self, at: &At, joints: &Joints, view: &View) -> Vec<StrokeShape> {
        let place = |point: PicturePoint| view.seen(at.place(point, joints));
        self.shapes
            .iter()
            .map(|outline| outline.shape(&place))
            .collect()
    }
}

impl Outline {
    fn shape(&self, place: &dyn Fn(PicturePoint) -> PicturePoint) -> StrokeShape {
        let all = |points: &[PicturePoint]| points.iter().map(|&point| place(point)).collect();
        match self {
            Outline::Line { points, width } => StrokeShape::Line {
                points: all(points),
                width: *width,
            },
            Outline::Curve { points, width } => StrokeShape::Line {
                points: all(&smooth(points, false, 8)),
                width: *width,
            },
            Outline::Area { points } => StrokeShape::Area {
                points: all(points),
            },
            Outline::Blob { points } => StrokeShape::Area {
                points: all(&smooth(points, true, 6)),
            },
            Outline::Disc { at, radius } => StrokeShape::Area {
                points: circle(place(*at), *radius).collect(),
            },
            Outline::Ring { at, radius, width } => {
                let mut points: Vec<_> = circle(place(*at), *radius).collect();
                points.push(points[0]);
                StrokeShape::Line {
                    points,
                    width: *width,
                }
            }
        }
    }
}

impl At {
    fn place(self, point: PicturePoint, joints: &Joints) -> Place {
        match self {
            At::Place(at) => Place::flat(at.x + point.x, at.y + point.y),
            At::Floor(at) => Place {
                x: at.x + point.x,
                y: 0.0,
                z: at.y + point.y,
            },
            At::Hand => joints.arm.hand + Place::flat(point.x, point.y),
            At::FarHand => joints.far_arm.hand + Place::flat(point.x, point.y),
            At::Back => {
                let (root, lean) = along_spine(joints.root, joints.lean, joints.spine, 0.0);
                let up = Place::down_turned(-lean, 0.0) * -1.0;
                root + up * point.y + up.ahead() * (point.x - BACK)
            }
            At::Across => {
                let on_back = PicturePoint { x: 0.0, ..point };
                let aside = Place {
                    z: point.x,
                    ..Place::default()
                };
                At::Back.place(on_back, joints) + aside
            }
        }
    }
}
