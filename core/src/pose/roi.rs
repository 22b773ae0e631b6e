//! The square the landmark network looks at.

use std::f64::consts::{PI, TAU};

/// How much larger than the body's circle the square is (MediaPipe `pose_landmark_cpu`).
pub const EXPANSION: f64 = 1.25;

/// A square turned by `rotation_rad` about its centre, in pixels of the upright picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Roi {
    pub center_x_px: f64,
    pub center_y_px: f64,
    pub side_px: f64,
    /// Clockwise, 0 when the body stands upright in the picture.
    pub rotation_rad: f64,
}

impl Roi {
    /// From two points: the hip centre and a point on the circle around the whole body, above it.
    pub fn from_points(center: [f64; 2], edge: [f64; 2], expansion: f64) -> Self {
        let (dx, dy) = (edge[0] - center[0], edge[1] - center[1]);
        let rotation = PI / 2.0 - (-dy).atan2(dx);
        Roi {
            center_x_px: center[0],
            center_y_px: center[1],
            side_px: 2.0 * dx.hypot(dy) * expansion,
            rotation_rad: rotation - TAU * ((rotation + PI) / TAU).floor(),
        }
    }

    /// False when it could not be looked at: not finite, empty, or wholly outside the picture.
    pub fn is_usable(&self, width_px: f64, height_px: f64) -> bool {
        let reach = self.side_px;
        self.side_px.is_finite()
            && self.side_px >= 16.0
            && self.side_px <= 8.0 * width_px.max(height_px)
            && self.center_x_px > -reach
            && self.center_y_px > -reach
            && self.center_x_px < width_px + reach
            && self.center_y_px < height_px + reach
    }

    /// A point of the picture as shares of the square; the inverse of [`Roi::to_picture`].
    pub fn from_picture(&self, x_px: f64, y_px: f64) -> [f64; 2] {
        let (sin, cos) = self.rotation_rad.sin_cos();
        let (x, y) = (x_px - self.center_x_px, y_px - self.center_y_px);
        [
            0.5 + (x * cos + y * sin) / self.side_px,
            0.5 + (y * cos - x * sin) / self.side_px,
        ]
    }

    /// A point given as shares of the square (0..1 from its top left corner), in the picture.
    pub fn to_picture(&self, u: f64, v: f64) -> [f64; 2] {
        let (sin, cos) = self.rotation_rad.sin_cos();
        let (x, y) = ((u - 0.5) * self.side_px, (v - 0.5) * self.side_px);
        [
            self.center_x_px + x * cos - y * sin,
            self.center_y_px + x * sin + y * cos,
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_upright_body_gives_an_unturned_square() {
        let roi = Roi::from_points([100.0, 200.0], [100.0, 120.0], EXPANSION);
        assert_eq!(roi.side_px, 200.0);
        assert!(roi.rotation_rad.abs() < 1e-12);
        assert_eq!(roi.to_picture(0.0, 0.0), [0.0, 100.0]);
    }

    #[test]
    fn a_body_lying_to_the_right_turns_it_a_quarter() {
        let roi = Roi::from_points([100.0, 100.0], [150.0, 100.0], 1.0);
        assert!((roi.rotation_rad - PI / 2.0).abs() < 1e-12);
        let top = roi.to_picture(0.5, 0.0);
        assert!((top[0] - 150.0).abs() < 1e-9 && (top[1] - 100.0).abs() < 1e-9);
    }
}
