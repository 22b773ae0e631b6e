//! From pixels to the landmarks of one body, steady from frame to frame.

mod detector;
mod landmarks;
mod models;
mod roi;
mod scene;
mod smooth;
mod topology;
mod tracker;
mod warp;

pub use landmarks::RawPose;
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

/// Landmarks per pose, in BlazePose's order.
pub const LANDMARKS: usize = 33;

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

/// What the pose networks say of one frame: the only input of the analysis, and what a recording holds.
#[derive(Debug, Clone, PartialEq)]
pub struct PoseFrame {
    /// Seconds from any fixed origin, growing.
    pub t_s: f64,
    /// None when nobody was found.
    pub body: Option<Body>,
    /// How many people of comparable size were last seen, the one followed included; 0 when nobody was.
    pub people: u8,
    pub scene: Scene,
}

fn sigmoid(x: f32) -> f32 {
    1.0 / (1.0 + (-x).exp())
}
