//! From pixels to the body's landmarks.

mod topology;

pub use topology::Joint;

/// Landmarks per pose, in BlazePose's order.
pub const LANDMARKS: usize = 33;

/// One landmark in the upright picture.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
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

/// What the pose network says of one frame; the only input of the analysis, and what a recording holds.
#[derive(Debug, Clone, PartialEq)]
pub struct PoseFrame {
    /// Seconds from the first frame.
    pub t_s: f64,
    /// None when nobody was found.
    pub body: Option<Body>,
    /// How many people the detector last saw; 0 when it saw nobody.
    pub people: u8,
    /// Mean brightness of the picture, 0 to 1.
    pub brightness: f64,
}
