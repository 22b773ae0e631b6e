//! The body drawn over a picture: bones, the angles at hip and knee, the trunk against the vertical.
//!
//! Everything is in the pixels of the source video, which are also the units of the SVG's view box.

use super::markup::Markup;
use super::numbers::angle;
use crate::analysis::{FrameFacts, Side};
use crate::pose::{Joint, LANDMARKS};

/// Below this a landmark is a guess and is not drawn.
const SEEN: f64 = 0.3;
/// Smaller angles have no arc: it would only be a blot.
const SMALLEST_ARC_DEG: f64 = 6.0;

/// The picture's width holds this many times a label's height.
const LABEL_SHARE: f64 = 12.5;
/// How wide a letter is of its height: a wide bold face's mean, so that no label runs off the picture.
const LETTER_SHARE: f64 = 0.7;
/// A trunk more upright than this leaves no room above the hip for its label.
const UPRIGHT_DEG: f64 = 35.0;
/// Behind one even more upright is the stick.
const STANDING_DEG: f64 = 20.0;

const BONES: [(Joint, Joint); 9] = [
    (Joint::Ear, Joint::Shoulder),
    (Joint::Shoulder, Joint::Elbow),
    (Joint::Elbow, Joint::Wrist),
    (Joint::Shoulder, Joint::Hip),
    (Joint::Hip, Joint::Knee),
    (Joint::Knee, Joint::Ankle),
    (Joint::Ankle, Joint::Heel),
    (Joint::Heel, Joint::Toe),
    (Joint::Ankle, Joint::Toe),
];

pub(super) type Point = [f64; 2];

/// A rectangle of the source picture, in its pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Crop {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

/// The landmarks of one frame that can be drawn.
pub(super) struct Skeleton<'a> {
    landmarks: &'a [[f64; 3]],
    pub frame: &'a FrameFacts,
    near: Side,
    pub with_angles: bool,
}

impl<'a> Skeleton<'a> {
    /// None when the frame has no body, or not a whole one.
    pub fn of(frame: &'a FrameFacts, near: Side, with_angles: bool) -> Option<Self> {
        let landmarks = frame.landmarks.as_deref()?;
        (landmarks.len() == LANDMARKS).then_some(Skeleton {
            landmarks,
            frame,
            near,
            with_angles,
        })
    }

    fn at(&self, joint: Joint, side: Side) -> Option<Point> {
        let [x, y, visibility] = self.landmarks[joint.on(side)];
        (visibility >= SEEN && x.is_finite() && y.is_finite()).then_some([x, y])
    }

    /// Every landmark that is drawn.
    pub fn points(&self) -> impl Iterator<Item = Point> {
        [self.near, self.near.other()]
            .into_iter()
            .flat_map(move |side| {
                BONES
                    .iter()
                    .flat_map(move |&(a, b)| [self.at(a, side), self.at(b, side)])
            })
            .flatten()
    }

    pub fn draw(&self, m: &mut Markup, crop: Crop) {
        let pen = crop.width / 100.0;
        self.bones(m, self.near.other(), "far", 0.7 * pen);
        self.bones(m, self.near, "near-edge", 2.6 * pen);
        self.bones(m, self.near, "near", 1.5 * pen);
        if self.with_angles {
            self.angles(m, crop);
        }
        for joint in [Joint::Shoulder, Joint::Hip, Joint::Knee, Joint::Ankle] {
            if let Some([x, y]) = self.at(joint, self.near) {
                let (x, y, r) = (px(x), px(y), px(1.6 * pen));
                m.void(
                    "circle",
                    &[("class", &"joint"), ("cx", &x), ("cy", &y), ("r", &r)],
                );
            }
        }
    }

    fn bones(&self, m: &mut Markup, side: Side, class: &str, width: f64) {
        let lines: String = BONES
            .iter()
            .filter_map(|&(a, b)| Some(line(self.at(a, side)?, self.at(b, side)?)))
            .collect();
        if !lines.is_empty() {
            let width = px(width);
            m.void(
                "path",
                &[("class", &class), ("d", &lines), ("stroke-width", &width)],
            );
        }
    }

    fn angles(&self, m: &mut Markup, crop: Crop) {
        let side = self.near;
        let shoulder = self.at(Joint::Shoulder, side);
        let ankle = self.at(Joint::Ankle, side);
        let (Some(hip), Some(knee)) = (self.at(Joint::Hip, side), self.at(Joint::Knee, side))
        else {
            return;
        };
        let labels = Labels {
            crop,
            ahead: self.ahead(),
        };
        if let Some(shoulder) = shoulder {
            let trunk_px = length(minus(shoulder, hip));
            let up = [0.0, -1.0];
            let top = [hip[0], hip[1] - 0.8 * trunk_px];
            ray(m, hip, top, crop);
            arc(
                m,
                "arc-trunk",
                hip,
                0.55 * trunk_px,
                up,
                minus(shoulder, hip),
                crop,
            );
            let thigh = minus(hip, knee);
            ray(m, hip, along(hip, thigh, 0.4 * trunk_px), crop);
            arc(
                m,
                "arc",
                hip,
                0.3 * trunk_px,
                thigh,
                minus(shoulder, hip),
                crop,
            );
            let lean = self.frame.trunk_lean_deg;
            if lean.is_some_and(|deg| deg.abs() < UPRIGHT_DEG) {
                let chest = along(hip, [0.0, -1.0], 0.7 * trunk_px);
                let standing = lean.is_some_and(|deg| deg.abs() < STANDING_DEG);
                let place = if standing {
                    Place::Ahead
                } else {
                    Place::Behind
                };
                labels.write(m, "report-joint-trunk", lean, chest, place);
            } else {
                labels.write(m, "report-joint-trunk", lean, top, Place::Above);
            }
            labels.write(
                m,
                "report-joint-hip",
                self.frame.hip_flexion_deg,
                hip,
                Place::Behind,
            );
        }
        if let Some(ankle) = ankle {
            let shank_px = length(minus(ankle, knee));
            let thigh = minus(knee, hip);
            ray(m, knee, along(knee, thigh, 0.5 * shank_px), crop);
            arc(
                m,
                "arc",
                knee,
                0.4 * shank_px,
                thigh,
                minus(ankle, knee),
                crop,
            );
        }
        labels.write(
            m,
            "report-joint-knee",
            self.frame.knee_flexion_deg,
            knee,
            Place::Ahead,
        );
    }

    /// +1 when the person faces the right of the picture, -1 when the left.
    fn ahead(&self) -> f64 {
        let toe = self.at(Joint::Toe, self.near);
        let heel = self.at(Joint::Heel, self.near);
        match (toe, heel) {
            (Some(toe), Some(heel)) if toe[0] < heel[0] => -1.0,
            _ => 1.0,
        }
    }
}

#[derive(Clone, Copy)]
enum Place {
    Above,
    Behind,
    Ahead,
}

/// Writes the angles beside the joints, inside the picture.
struct Labels {
    crop: Crop,
    ahead: f64,
}

impl Labels {
    fn write(&self, m: &mut Markup, key: &str, deg: Option<f64>, at: Point, place: Place) {
        let Some(deg) = deg.filter(|d| d.is_finite()) else {
            return;
        };
        let label = format!("{} {}", m.say(key), angle(deg));
        let size = self.crop.width / LABEL_SHARE;
        let width = LETTER_SHARE * size * label.chars().count() as f64;
        let aside = 0.7 * size;
        let (middle, y) = match place {
            Place::Above => (at[0], at[1] - 0.4 * size),
            Place::Behind => (
                at[0] - self.ahead * (width / 2.0 + aside),
                at[1] + 1.5 * size,
            ),
            Place::Ahead => (
                at[0] + self.ahead * (width / 2.0 + 1.2 * aside),
                at[1] + 0.3 * size,
            ),
        };
        let left = self.crop.x + width / 2.0;
        let right = (self.crop.x + self.crop.width - width / 2.0).max(left);
        let top = self.crop.y + size;
        let (x, y, size) = (px(middle.clamp(left, right)), px(y.max(top)), px(size));
        m.leaf(
            "text",
            &[("x", &x), ("y", &y), ("font-size", &size)],
            &label,
        );
    }
}

fn ray(m: &mut Markup, from: Point, to: Point, crop: Crop) {
    let width = px(0.6 * crop.width / 100.0);
    m.void(
        "path",
        &[
            ("class", &"ray"),
            ("d", &line(from, to)),
            ("stroke-width", &width),
        ],
    );
}

/// The arc from one direction to another, the short way round.
fn arc(
    m: &mut Markup,
    class: &str,
    centre: Point,
    radius: f64,
    from: Point,
    to: Point,
    crop: Crop,
) {
    let cross = from[0] * to[1] - from[1] * to[0];
    let dot = from[0] * to[0] + from[1] * to[1];
    let turn_deg = cross.atan2(dot).to_degrees();
    if !turn_deg.is_finite() || turn_deg.abs() < SMALLEST_ARC_DEG {
        return;
    }
    let ([x0, y0], [x1, y1]) = (along(centre, from, radius), along(centre, to, radius));
    let sweep = u8::from(turn_deg > 0.0);
    let (r, width) = (px(radius), px(0.9 * crop.width / 100.0));
    let d = format!(
        "M{} {}A{r} {r} 0 0 {sweep} {} {}",
        px(x0),
        px(y0),
        px(x1),
        px(y1)
    );
    m.void(
        "path",
        &[("class", &class), ("d", &d), ("stroke-width", &width)],
    );
}

pub(super) fn line([x0, y0]: Point, [x1, y1]: Point) -> String {
    format!("M{} {}L{} {}", px(x0), px(y0), px(x1), px(y1))
}

pub(super) fn minus(a: Point, b: Point) -> Point {
    [a[0] - b[0], a[1] - b[1]]
}

pub(super) fn length([x, y]: Point) -> f64 {
    x.hypot(y)
}

/// The point `distance` away from `from` in a direction.
pub(super) fn along(from: Point, direction: Point, distance: f64) -> Point {
    let scale = distance / length(direction).max(f64::EPSILON);
    [
        from[0] + direction[0] * scale,
        from[1] + direction[1] * scale,
    ]
}

/// A coordinate to a tenth of a pixel.
pub(super) fn px(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}
