//! A drawn picture of each drill: a person from the side, at the start as a light ghost and at the end in full, with
//! what they hold or lean on, and the way the hips go.
//!
//! The pictures are `pictures.json`: two positions in joint angles, which [`body`] turns into joints and [`figure`] into
//! outlines, and the things beside them. Whoever draws one goes through its strokes in order.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::Drill;
use crate::words::Words;
use body::{Anchor, Joints, Pose};
use figure::Figure;
use space::Place;
use things::{At, Layer, Thing};
use view::View;

mod body;
mod figure;
mod space;
mod things;
mod view;

static LIBRARY: LazyLock<Library> = LazyLock::new(|| {
    serde_json::from_str(include_str!("pictures.json"))
        .expect("pictures.json is read by every test here")
});

/// What to draw, in this order, into a square of side 1: x to the right, y down.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    pub strokes: Vec<Stroke>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Stroke {
    pub role: StrokeRole,
    pub shape: StrokeShape,
}

/// What a stroke stands for; the theme chooses its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StrokeRole {
    /// The person where the movement turns.
    Figure,
    /// The person where it begins.
    Ghost,
    Stick,
    /// A thing other than the stick.
    Prop,
    Ground,
    /// The way of the hips, or of what moves instead.
    Arrow,
    /// In the colour of the paper: sets off what follows from what it covers.
    Gap,
}

#[derive(Debug, Clone, PartialEq)]
pub enum StrokeShape {
    /// With round ends and corners; `width` as a share of the square's side.
    Line {
        points: Vec<PicturePoint>,
        width: f64,
    },
    /// Filled, from the last point back to the first.
    Area { points: Vec<PicturePoint> },
}

#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(from = "[f64; 2]")]
pub struct PicturePoint {
    pub x: f64,
    pub y: f64,
}

impl From<[f64; 2]> for PicturePoint {
    fn from([x, y]: [f64; 2]) -> Self {
        PicturePoint { x, y }
    }
}

/// Lengths in statures: x forward from the anchor, y up from the ground.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Library {
    things: HashMap<String, Thing>,
    drills: HashMap<String, Plan>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Plan {
    #[serde(default)]
    view: View,
    #[serde(default)]
    anchor: Anchor,
    start: Pose,
    end: Pose,
    #[serde(default)]
    things: Vec<Placed>,
    arrow: Arrow,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Placed {
    thing: String,
    at: At,
    #[serde(default)]
    layer: Layer,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Arrow {
    way: Vec<PicturePoint>,
    /// There and back.
    #[serde(default)]
    both: bool,
}

const GAP: f64 = 0.011;
const GROUND_WIDTH: f64 = 0.008;
const GROUND_BEYOND: f64 = 0.06;
const ARROW_WIDTH: f64 = 0.018;
const ARROW_HEAD: f64 = 0.05;

impl Drill {
    pub fn picture(&self) -> Picture {
        LIBRARY.drills[&self.id].picture()
    }

    /// What the picture shows, for who doesn't see it.
    pub fn picture_text(&self, words: &Words) -> String {
        let (name, start) = (
            words.get(&self.text_id("name")),
            words.get(&self.text_id("start")),
        );
        let values = [("name", (&*name).into()), ("start", (&*start).into())];
        words.fill("drawing-of-drill", &values)
    }
}

impl Plan {
    fn picture(&self) -> Picture {
        let (start, end) = (self.standing(&self.start), self.standing(&self.end));
        let mut strokes = self.things(Layer::Behind, &end);
        let ghost = Figure::new(&start, &self.view);
        strokes.extend(ghost.parts().map(|part| stroke(StrokeRole::Ghost, part)));
        strokes.extend(self.person(&end));
        strokes.extend(self.things(Layer::Front, &end));
        strokes.extend(self.arrow.strokes());
        if self.view.up_deg == 0.0 {
            strokes.insert(0, ground(&strokes));
        }
        view::fit(&mut strokes);
        Picture { strokes }
    }

    /// With the lowest part of the body on the ground.
    fn standing(&self, pose: &Pose) -> Joints {
        let joints = pose.joints(self.anchor);
        let lift = Place::flat(0.0, -figure::lowest(&joints));
        pose.joints_from(joints.root + lift)
    }

    fn person(&self, joints: &Joints) -> Vec<Stroke> {
        let figure = Figure::new(joints, &self.view);
        let nearer: Vec<_> = [&figure.trunk, &figure.leg]
            .into_iter()
            .flatten()
            .cloned()
            .collect();
        let mut strokes = set_off(StrokeRole::Figure, &figure.far);
        strokes.extend(set_off(StrokeRole::Figure, &nearer));
        strokes.extend(self.things(Layer::UnderHand, joints));
        strokes.extend(set_off(StrokeRole::Figure, &figure.arm));
        strokes
    }

    fn things(&self, layer: Layer, joints: &Joints) -> Vec<Stroke> {
        let placed = self.things.iter().filter(|placed| placed.layer == layer);
        placed
            .flat_map(|placed| {
                let thing = &LIBRARY.things[&placed.thing];
                let shapes = thing.shapes(&placed.at, joints, &self.view);
                match layer {
                    Layer::Behind => shapes
                        .iter()
                        .map(|shape| stroke(thing.role, shape))
                        .collect(),
                    _ => set_off(thing.role, &shapes),
                }
            })
            .collect()
    }
}

impl Arrow {
    fn strokes(&self) -> Vec<Stroke> {
        let points = space::smooth(&self.way, false, 8);
        let tip = |tip: PicturePoint, from: PicturePoint| {
            let length = (tip.x - from.x).hypot(tip.y - from.y);
            let (x, y) = ((tip.x - from.x) / length, (tip.y - from.y) / length);
            let point = |along: f64, aside: f64| PicturePoint {
                x: tip.x + (along * x - aside * y) * ARROW_HEAD,
                y: tip.y + (along * y + aside * x) * ARROW_HEAD,
            };
            StrokeShape::Area {
                points: vec![point(0.75, 0.0), point(-0.35, 0.62), point(-0.35, -0.62)],
            }
        };
        let n = points.len();
        let mut shapes = vec![tip(points[n - 1], points[n - 3])];
        if self.both {
            shapes.push(tip(points[0], points[2]));
        }
        let width = ARROW_WIDTH;
        shapes.push(StrokeShape::Line { points, width });
        set_off(StrokeRole::Arrow, &shapes)
    }
}

fn stroke(role: StrokeRole, shape: &StrokeShape) -> Stroke {
    Stroke {
        role,
        shape: shape.clone(),
    }
}

/// The shapes, with a gap around them.
fn set_off(role: StrokeRole, shapes: &[StrokeShape]) -> Vec<Stroke> {
    let gaps = shapes.iter().map(|shape| match shape {
        StrokeShape::Line { points, width } => StrokeShape::Line {
            points: points.clone(),
            width: width + 2.0 * GAP,
        },
        StrokeShape::Area { points } => StrokeShape::Line {
            points: points.iter().chain(points.first()).copied().collect(),
            width: 2.0 * GAP,
        },
    });
    let gaps = gaps.map(|shape| Stroke {
        role: StrokeRole::Gap,
        shape,
    });
    gaps.chain(shapes.iter().map(|shape| stroke(role, shape)))
        .collect()
}

/// A line under everything.
fn ground(strokes: &[Stroke]) -> Stroke {
    let bounds = view::Bounds::of(strokes);
    let y = bounds.bottom.min(0.0) - GROUND_WIDTH / 2.0;
    let end = |x: f64| PicturePoint { x, y };
    Stroke {
        role: StrokeRole::Ground,
        shape: StrokeShape::Line {
            points: vec![
                end(bounds.left - GROUND_BEYOND),
                end(bounds.right + GROUND_BEYOND),
            ],
            width: GROUND_WIDTH,
        },
    }
}

#[cfg(test)]
mod tests;
