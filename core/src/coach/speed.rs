//! Which model is fast enough for this phone: measured, once, on the first start.

use std::time::Instant;

use crate::coach::{Coach, CoachError};
use crate::frame::{Frame, Pixels, Plane, Rotation};
use crate::pose::ModelSize;
use crate::thresholds::{SMOOTH_FRAME_MS, SPEED_TEST_FRAMES};

const SIDE_PX: u32 = 256;

/// What the measurement said.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Speed {
    /// Milliseconds a frame with the full model.
    pub full_ms: f64,
    pub choice: ModelSize,
}

impl Coach {
    /// Measures the full model and chooses the largest that keeps up. Takes a second or two.
    ///
    /// # Errors
    /// [`CoachError::Model`].
    pub fn measure_speed(&self) -> Result<Speed, CoachError> {
        let mut tracker = self.tracker(ModelSize::Full)?;
        let pixels = vec![127_u8; (SIDE_PX * SIDE_PX * 4) as usize];
        let mut times_ms: Vec<f64> = Vec::new();
        for i in 0..SPEED_TEST_FRAMES as u32 {
            let plane = Plane {
                bytes: &pixels,
                row_stride: SIDE_PX as usize * 4,
                pixel_stride: 4,
            };
            let t_s = f64::from(i) / 30.0;
            let frame = Frame::new(Pixels::Rgba(plane), SIDE_PX, SIDE_PX, Rotation::None, t_s)?;
            let began = Instant::now();
            tracker.look_everywhere(&frame)?;
            times_ms.push(began.elapsed().as_secs_f64() * 1e3);
        }
        let full_ms = crate::body::median(&mut times_ms);
        let choice = if full_ms <= SMOOTH_FRAME_MS {
            ModelSize::Full
        } else {
            ModelSize::Lite
        };
        Ok(Speed { full_ms, choice })
    }
}
