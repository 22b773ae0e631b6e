//! Finds people in the whole picture (constants: MediaPipe's `pose_landmark_cpu` graph).

use std::path::Path;

use ort::session::Session;
use ort::value::Tensor;

use crate::frame::Frame;
use crate::pose::models::{DETECTOR, ModelError, Runtime};
use crate::pose::roi::{EXPANSION, Roi};
use crate::pose::sigmoid;
use crate::pose::warp::{Border, Normalize, warp};

const SIDE: usize = 224;
const ANCHORS: usize = 2254;
const VALUES: usize = 12;
const MIN_SCORE: f32 = 0.5;
const MERGE_IOU: f32 = 0.3;

/// One person in the picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Person {
    pub roi: Roi,
    pub score: f32,
}

#[derive(Debug)]
pub struct Detector {
    session: Session,
    input: Tensor<f32>,
    anchors: Vec<[f32; 2]>,
}

/// A decoded box in shares of the letterboxed square, with the two key points that place the region.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    score: f32,
    low: [f32; 2],
    high: [f32; 2],
    points: [[f32; 2]; 2],
}

impl Detector {
    pub fn load(runtime: &Runtime, folder: &Path, threads: usize) -> Result<Self, ModelError> {
        Ok(Detector {
            session: runtime.session(folder, DETECTOR, threads)?,
            input: Tensor::from_array(([1, 3, SIDE, SIDE], vec![0.0_f32; 3 * SIDE * SIDE]))?,
            anchors: anchors(),
        })
    }

    /// Everyone in the picture, best score first. `gain` brightens a dark picture.
    pub fn detect(&mut self, frame: &Frame, gain: f32) -> Result<Vec<Person>, ModelError> {
        let (w, h) = frame.upright_size_px();
        let (w, h) = (f64::from(w), f64::from(h));
        let letterbox = Roi {
            center_x_px: w / 2.0,
            center_y_px: h / 2.0,
            side_px: w.max(h),
            rotation_rad: 0.0,
        };
        let normalize = Normalize {
            gain,
            scale: 2.0 / 255.0,
            offset: -1.0,
        };
        let (_, pixels) = self.input.extract_tensor_mut();
        warp(frame, &letterbox, SIDE, Border::Zero, normalize, pixels);
        let outputs = self.session.run(ort::inputs!["image" => &self.input])?;
        let (_, boxes) = outputs["boxes"].try_extract_tensor::<f32>()?;
        let (_, scores) = outputs["scores"].try_extract_tensor::<f32>()?;
        let candidates = decode(boxes, scores, &self.anchors);
        Ok(merge(candidates)
            .into_iter()
            .map(|person| Person {
                roi: region(&person, &letterbox),
                score: person.score,
            })
            .collect())
    }
}

/// Cell centres of the three grids: 28² × 2, 14² × 2 and 7² × 6.
fn anchors() -> Vec<[f32; 2]> {
    let mut anchors = Vec::with_capacity(ANCHORS);
    for (cells, copies) in [(28, 2), (14, 2), (7, 6)] {
        for row in 0..cells {
            for column in 0..cells {
                let center = |i: i32| (i as f32 + 0.5) / cells as f32;
                anchors.extend(std::iter::repeat_n([center(column), center(row)], copies));
            }
        }
    }
    anchors
}

fn decode(boxes: &[f32], scores: &[f32], anchors: &[[f32; 2]]) -> Vec<Candidate> {
    let rows = boxes.chunks_exact(VALUES).zip(scores).zip(anchors);
    rows.filter_map(|((values, &score), anchor)| {
        let score = sigmoid(score.clamp(-100.0, 100.0));
        if score < MIN_SCORE {
            return None;
        }
        let point = |i: usize| {
            [
                values[i] / SIDE as f32 + anchor[0],
                values[i + 1] / SIDE as f32 + anchor[1],
            ]
        };
        let center = point(0);
        let half = [values[2] / SIDE as f32 / 2.0, values[3] / SIDE as f32 / 2.0];
        Some(Candidate {
            score,
            low: [center[0] - half[0], center[1] - half[1]],
            high: [center[0] + half[0], center[1] + half[1]],
            points: [point(4), point(6)],
        })
    })
    .collect()
}

/// Score-weighted non-maximum suppression: overlapping boxes become one, their key points averaged.
fn merge(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    let mut people = Vec::new();
    candidates.sort_by(|a, b| b.score.total_cmp(&a.score));
    while !candidates.is_empty() {
        let best = candidates.remove(0);
        let (mut same, others): (Vec<_>, Vec<_>) = candidates
            .into_iter()
            .partition(|c| overlap(c, &best) > MERGE_IOU);
        same.push(best);
        let total: f32 = same.iter().map(|c| c.score).sum();
        let mean = |k: usize, axis: usize| {
            same.iter()
                .map(|c| c.points[k][axis] * c.score)
                .sum::<f32>()
                / total
        };
        people.push(Candidate {
            points: [[mean(0, 0), mean(0, 1)], [mean(1, 0), mean(1, 1)]],
            ..best
        });
        candidates = others;
    }
    people
}

fn overlap(a: &Candidate, b: &Candidate) -> f32 {
    let side = |i: usize| (a.high[i].min(b.high[i]) - a.low[i].max(b.low[i])).max(0.0);
    let area = |c: &Candidate| (c.high[0] - c.low[0]) * (c.high[1] - c.low[1]);
    let both = side(0) * side(1);
    both / (area(a) + area(b) - both)
}

fn region(person: &Candidate, letterbox: &Roi) -> Roi {
    let [center, edge] = person
        .points
        .map(|p| letterbox.to_picture(f64::from(p[0]), f64::from(p[1])));
    Roi::from_points(center, edge, EXPANSION)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidate(x: f32, score: f32) -> Candidate {
        Candidate {
            score,
            low: [x, 0.0],
            high: [x + 0.2, 0.2],
            points: [[x, 0.1], [x, 0.0]],
        }
    }

    #[test]
    fn there_is_an_anchor_for_every_box() {
        assert_eq!(anchors().len(), ANCHORS);
    }

    #[test]
    fn overlapping_boxes_are_one_person_and_distant_ones_two() {
        let people = merge(vec![
            candidate(0.1, 0.6),
            candidate(0.11, 0.9),
            candidate(0.6, 0.7),
        ]);
        assert_eq!(people.len(), 2);
        assert_eq!(people[0].score, 0.9);
        assert!((people[0].points[0][0] - (0.1 * 0.6 + 0.11 * 0.9) / 1.5).abs() < 1e-6);
        assert_eq!(people[1].score, 0.7);
    }

    #[test]
    fn degenerate_boxes_end_the_merge() {
        let mut empty = candidate(0.1, 0.8);
        empty.high = empty.low;
        assert!(merge(vec![empty, empty]).len() <= 2);
        let mut nan = candidate(f32::NAN, 0.8);
        nan.low = [f32::NAN; 2];
        assert!(merge(vec![nan]).len() <= 1);
    }
}
