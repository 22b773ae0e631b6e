//! The landmark network: what it is shown and what its numbers mean
//! (constants: MediaPipe's `pose_landmark_cpu` graph).

use std::path::Path;

use ort::session::Session;
use ort::value::Tensor;

use crate::frame::Frame;
use crate::pose::mask::Mask;
use crate::pose::models::{ModelError, ModelSize, Runtime};
use crate::pose::roi::Roi;
use crate::pose::warp::{Border, Normalize, warp};
use crate::pose::{LANDMARKS, Landmark, sigmoid};

const SIDE: usize = 256;
// The network gives 39 points: 33 landmarks, two auxiliary ones that place the next region, four unused.
const HEATMAP_SIDE: usize = 64;
/// Half of the 7 × 7 window.
const HEATMAP_REACH: usize = 3;
const HEATMAP_MIN_CONFIDENCE: f32 = 0.5;
const MIN_POSE_FLAG: f32 = 0.5;

/// What one look of the network gives, before any smoothing.
#[derive(Debug, Clone, PartialEq)]
pub struct RawPose {
    pub landmarks: [Landmark; LANDMARKS],
    pub world_m: [[f64; 3]; LANDMARKS],
    /// Hip centre and a point on the circle around the body, in the picture.
    pub aux_px: [[f64; 2]; 2],
}

#[derive(Debug)]
pub struct LandmarkNet {
    /// Without the silhouette's decoder, which costs as much again.
    session: Session,
    /// The whole network, for the frames in which the back is looked at; None when it never is.
    with_mask: Option<Session>,
    input: Tensor<f32>,
}

impl LandmarkNet {
    pub fn load(
        runtime: &Runtime,
        folder: &Path,
        size: ModelSize,
        threads: usize,
        with_mask: bool,
    ) -> Result<Self, ModelError> {
        let whole = || runtime.session(folder, size.mask_file(), threads);
        Ok(LandmarkNet {
            session: runtime.session(folder, size.file(), threads)?,
            with_mask: with_mask.then(whole).transpose()?,
            input: Tensor::from_array(([1, 3, SIDE, SIDE], vec![0.0_f32; 3 * SIDE * SIDE]))?,
        })
    }

    /// The body inside `roi`; None when the network says that there is none. With its silhouette when
    /// that is wanted and its network was loaded.
    pub fn look(
        &mut self,
        frame: &Frame,
        roi: &Roi,
        gain: f32,
        want_mask: bool,
    ) -> Result<Option<(RawPose, Option<Mask>)>, ModelError> {
        let normalize = Normalize {
            gain,
            scale: 1.0 / 255.0,
            offset: 0.0,
        };
        let (_, pixels) = self.input.extract_tensor_mut();
        warp(frame, roi, SIDE, Border::Replicate, normalize, pixels);
        let session = match &mut self.with_mask {
            Some(whole) if want_mask => whole,
            _ => &mut self.session,
        };
        let outputs = session.run(ort::inputs!["image" => &self.input])?;
        let (_, flag) = outputs["pose_flag"].try_extract_tensor::<f32>()?;
        if flag[0].is_nan() || flag[0] <= MIN_POSE_FLAG {
            return Ok(None);
        }
        let (_, points) = outputs["landmarks"].try_extract_tensor::<f32>()?;
        let (_, heatmap) = outputs["heatmap"].try_extract_tensor::<f32>()?;
        let (_, world) = outputs["world"].try_extract_tensor::<f32>()?;
        let mask = match outputs.get("mask") {
            Some(mask) => Some(Mask::new(mask.try_extract_tensor::<f32>()?.1, *roi)),
            None => None,
        };
        Ok(Some((read(points, heatmap, world, roi), mask)))
    }
}

fn read(points: &[f32], heatmap: &[f32], world: &[f32], roi: &Roi) -> RawPose {
    let position = |i: usize| {
        let row = &points[5 * i..5 * i + 5];
        let cell = HEATMAP_SIDE * HEATMAP_SIDE;
        let map = &heatmap[i * cell..(i + 1) * cell];
        let [u, v] = refine([row[0] / SIDE as f32, row[1] / SIDE as f32], map);
        roi.to_picture(f64::from(u), f64::from(v))
    };
    let landmarks = std::array::from_fn(|i| {
        let [x_px, y_px] = position(i);
        Landmark {
            x_px,
            y_px,
            visibility: f64::from(sigmoid(points[5 * i + 3])),
        }
    });
    let (sin, cos) = roi.rotation_rad.sin_cos();
    let world_m = std::array::from_fn(|i| {
        let [x, y, z] = [0, 1, 2].map(|axis| f64::from(world[3 * i + axis]));
        [x * cos - y * sin, x * sin + y * cos, z]
    });
    RawPose {
        landmarks,
        world_m,
        aux_px: [position(LANDMARKS), position(LANDMARKS + 1)],
    }
}

/// Moves a point to the weighted centre of the heat around it, where there is heat enough.
fn refine(point: [f32; 2], map: &[f32]) -> [f32; 2] {
    let cell = point.map(|v| v * HEATMAP_SIDE as f32);
    let inside = |v: f32| v > -1.0 && v < HEATMAP_SIDE as f32;
    if !inside(cell[0]) || !inside(cell[1]) {
        return point;
    }
    // Truncated towards zero, as MediaPipe does.
    let window = |v: f32| {
        let center = v as usize;
        center.saturating_sub(HEATMAP_REACH)..(center + HEATMAP_REACH + 1).min(HEATMAP_SIDE)
    };
    let (mut total, mut sum_x, mut sum_y, mut peak) = (0.0_f32, 0.0_f32, 0.0_f32, 0.0_f32);
    for row in window(cell[1]) {
        for column in window(cell[0]) {
            let heat = sigmoid(map[row * HEATMAP_SIDE + column]);
            total += heat;
            sum_x += heat * column as f32;
            sum_y += heat * row as f32;
            peak = peak.max(heat);
        }
    }
    if peak < HEATMAP_MIN_CONFIDENCE {
        return point;
    }
    [sum_x, sum_y].map(|sum| sum / total / HEATMAP_SIDE as f32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refinement_moves_to_the_heat_and_only_when_there_is_some() {
        let cold = vec![-20.0; HEATMAP_SIDE * HEATMAP_SIDE];
        assert_eq!(refine([0.5, 0.5], &cold), [0.5, 0.5]);
        let mut hot = cold.clone();
        hot[33 * HEATMAP_SIDE + 34] = 20.0;
        let [u, v] = refine([0.5, 0.5], &hot);
        assert!((u - 34.0 / 64.0).abs() < 1e-4 && (v - 33.0 / 64.0).abs() < 1e-4);
        assert_eq!(refine([7.0, 0.5], &hot), [7.0, 0.5]);
        assert!(refine([f32::NAN, 0.5], &hot)[0].is_nan());
    }
}
