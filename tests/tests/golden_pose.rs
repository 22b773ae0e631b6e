//! Dowel reads the landmarks that MediaPipe reads, when both look at the same square of the same frame.
//! `tests/golden/README.md` says where the golden file comes from. To see the figures:
//! `cargo test -p dowel-tests --test golden_pose -- --nocapture`

use std::collections::BTreeMap;
use std::fs::File;
use std::io::BufReader;

use dowel_core::pose::{ModelSize, RawPose, Roi};
use dowel_tests::setup::{self, RgbVideo};
use serde::Deserialize;

/// What remains is the crop: MediaPipe's samples on a grid of 1/32 pixel and rounds to whole bytes, Dowel's does
/// neither. With the same grid and rounding the mean is 0.002 px.
const MAX_MEAN_PX: f64 = 0.15;
const MAX_MEAN_WORLD_M: f64 = 0.001;
const MAX_MEAN_VISIBILITY: f64 = 0.002;
const VISIBLE: f64 = 0.5;

#[derive(Deserialize)]
struct Golden {
    clip: String,
    width: u32,
    height: u32,
    models: BTreeMap<String, Vec<Look>>,
}

/// What MediaPipe saw in one frame.
#[derive(Deserialize)]
struct Look {
    frame: usize,
    /// Centre x, centre y and side in pixels, rotation in radians.
    roi: [f64; 4],
    /// x and y in pixels, visibility.
    landmarks: Vec<[f64; 3]>,
    world_m: Vec<[f64; 3]>,
}

#[test]
fn lite_reads_what_mediapipe_reads() {
    check(ModelSize::Lite);
}

#[test]
fn full_reads_what_mediapipe_reads() {
    check(ModelSize::Full);
}

#[test]
fn heavy_reads_what_mediapipe_reads() {
    check(ModelSize::Heavy);
}

fn check(size: ModelSize) {
    let golden = golden();
    let looks = &golden.models[size.as_str()];
    assert!(looks.len() >= 20, "the golden file is thin");
    let mut tracker = setup::tracker(size);
    let mut difference = Difference::default();
    let picture_size = (golden.width, golden.height);
    let mut frames = RgbVideo::open(&setup::demo_clip(), picture_size).enumerate();
    for look in looks {
        let (_, pixels) = frames
            .find(|(index, _)| *index == look.frame)
            .unwrap_or_else(|| panic!("the clip has no frame {}", look.frame));
        let frame = setup::rgb_frame(&pixels, picture_size, 0.0);
        let seen = tracker
            .look_at(&frame, &look.roi())
            .unwrap()
            .unwrap_or_else(|| panic!("nobody seen in frame {}", look.frame));
        difference.add(look, &seen);
    }
    difference.judge(size, looks.len());
}

fn golden() -> Golden {
    let path = setup::repository().join("tests/golden/blazepose.json");
    let file = File::open(&path).expect("tests/golden/blazepose.json is there");
    let golden: Golden = serde_json::from_reader(BufReader::new(file)).unwrap();
    assert!(setup::demo_clip().ends_with(&golden.clip));
    golden
}

impl Look {
    fn roi(&self) -> Roi {
        let [center_x_px, center_y_px, side_px, rotation_rad] = self.roi;
        Roi {
            center_x_px,
            center_y_px,
            side_px,
            rotation_rad,
        }
    }
}

#[derive(Default)]
struct Difference {
    px: Vec<f64>,
    world_m: Vec<f64>,
    visibility: Vec<f64>,
}

impl Difference {
    fn add(&mut self, look: &Look, seen: &RawPose) {
        assert_eq!(look.landmarks.len(), seen.landmarks.len());
        for (&[x, y, visibility], ours) in look.landmarks.iter().zip(&seen.landmarks) {
            if visibility > VISIBLE {
                self.px.push((x - ours.x_px).hypot(y - ours.y_px));
            }
            self.visibility.push((visibility - ours.visibility).abs());
        }
        for (theirs, ours) in look.world_m.iter().zip(&seen.world_m) {
            for (a, b) in theirs.iter().zip(ours) {
                self.world_m.push((a - b).abs());
            }
        }
    }

    fn judge(self, size: ModelSize, frames: usize) {
        let [px, world_m, visibility] =
            [&self.px, &self.world_m, &self.visibility].map(|values| Spread::of(values));
        println!(
            "{}: {} visible landmarks in {frames} frames differ by {:.4} px on average (most {:.2}), \
             world by {:.5} m ({:.4}), visibility by {:.5} ({:.4})",
            size.as_str(),
            self.px.len(),
            px.mean,
            px.max,
            world_m.mean,
            world_m.max,
            visibility.mean,
            visibility.max
        );
        assert!(
            self.px.len() > 10 * frames,
            "too few landmarks are visible to judge by"
        );
        assert!(
            px.mean <= MAX_MEAN_PX,
            "landmarks differ by {:.3} px",
            px.mean
        );
        assert!(world_m.mean <= MAX_MEAN_WORLD_M);
        assert!(visibility.mean <= MAX_MEAN_VISIBILITY);
    }
}

struct Spread {
    mean: f64,
    max: f64,
}

impl Spread {
    fn of(values: &[f64]) -> Self {
        Spread {
            mean: values.iter().sum::<f64>() / values.len() as f64,
            max: values.iter().copied().fold(0.0, f64::max),
        }
    }
}
