//! From pixels to the landmarks of one body, steady from frame to frame.

mod detector;
mod landmarks;
mod mask;
mod models;
mod roi;
mod scene;
mod smooth;
mod topology;
mod tracker;
mod warp;

pub use landmarks::RawPose;
pub use mask::Mask;
pub use models::{DETECTOR, ModelError, ModelFile, ModelSize, Runtime};
pub use roi::Roi;
pub use scene::Scene;
pub use topology::Joint;
pub use tracker::{PoseTracker, TrackerConfig};

/// The steps inside, for the benchmarks.
#[doc(hidden)]
pub mod parts {
    pub use crate::pose::detector::Detector;
    pub use crate::pose::warp::{Border, Normalize, warp};
}

use serde::{Deserialize, Serialize};

use crate::back::BackContour;
use crate::body::Sole;

/// Landmarks per pose, in BlazePose's order.
pub const LANDMARKS: usize = 33;

/// No picture has as many pixels and no body as many metres.
const ABSURD: f64 = 1e9;

/// One landmark in the upright picture.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Landmark {
    pub x_px: f64,
    pub y_px: f64,
    /// 0 (hidden or outside the picture) to 1 (clearly seen).
    pub visibility: f64,
}

/// The body in one frame.
#[derive(Debug, Clone, PartialEq)]
pub struct Body {
    pub landmarks: [Landmark; LANDMARKS],
    /// Metres from the hip centre: x right in the picture, y down, z away from the camera.
    pub world_m: [[f64; 3]; LANDMARKS],
}

impl Body {
    /// False when any number of it is infinite or none, or so large that it can't be reckoned with.
    pub(crate) fn is_finite(&self) -> bool {
        let picture = self.landmarks.iter();
        let picture = picture.flat_map(|l| [l.x_px, l.y_px, l.visibility]);
        let world = self.world_m.iter().flatten().copied();
        picture.chain(world).all(|value| value.abs() < ABSURD)
    }
}

/// What the pose networks say of one frame: the only input of the analysis, and what a recording holds.
#[derive(Debug, Clone, PartialEq)]
pub struct PoseFrame {
    /// Seconds from any fixed origin, growing.
    pub t_s: f64,
    /// None when nobody was found.
    pub body: Option<Body>,
    /// The back's contour, in the frames in which it was looked at.
    pub back: Option<BackContour>,
    /// The near foot's sole, in the same frames.
    pub sole: Option<Sole>,
    /// How many people of comparable size were last seen, the one followed included; 0 when nobody was.
    pub people: u8,
    pub scene: Scene,
}

fn sigmoid(x: f32) -> f32 {
    1.0 / (1.0 + (-x).exp())
}
