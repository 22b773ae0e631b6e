//! `pose_probe MODEL`: what the tracker sees in two frames of the demo clip, amid a repetition, as JSON. The first
//! frame is searched for the person, the second is looked at where the first one pointed. `cargo xtask cross` runs
//! it for x86 and for Arm and compares.

use std::env;
use std::process::ExitCode;

use dowel_core::pose::{Mask, ModelSize, PoseFrame};
use dowel_tests::setup::{self, RgbVideo};
use serde_json::{Value, json};

const PICTURE_PX: (u32, u32) = (360, 640);
const FPS: f64 = 30.0;
const FIRST_FRAME: usize = 105;
const FRAMES: usize = 2;
/// The silhouette is read on a grid this wide.
const GRID_PX: usize = 20;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [model] = &arguments[..] else {
        eprintln!("usage: pose_probe lite|full|heavy");
        return ExitCode::from(2);
    };
    match model.parse().map(look) {
        Ok(seen) => println!("{seen}"),
        Err(error) => {
            eprintln!("error: {error}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn look(size: ModelSize) -> Value {
    let mut tracker = setup::tracker(size);
    let frames = RgbVideo::open(&setup::demo_clip(), PICTURE_PX);
    let frames = frames.enumerate().skip(FIRST_FRAME).take(FRAMES);
    frames
        .map(|(index, pixels)| {
            let frame = setup::rgb_frame(&pixels, PICTURE_PX, index as f64 / FPS);
            let (pose, mask) = tracker.track(&frame).unwrap_or_else(|e| panic!("{e}"));
            described(&pose, mask.as_ref())
        })
        .collect()
}

/// Lists of numbers; the silhouette's is empty in a frame in which it was not due.
fn described(pose: &PoseFrame, mask: Option<&Mask>) -> Value {
    let body = pose.body.as_ref().expect("somebody hinges in the clip");
    let landmarks = body.landmarks.iter();
    json!({
        "landmarks_px": landmarks.clone().flat_map(|l| [l.x_px, l.y_px]).collect::<Vec<_>>(),
        "visibility": landmarks.map(|l| l.visibility).collect::<Vec<_>>(),
        "world_m": body.world_m.as_flattened(),
        "silhouette": mask.map(on_a_grid).unwrap_or_default(),
    })
}

fn on_a_grid(mask: &Mask) -> Vec<f64> {
    let (width_px, height_px) = PICTURE_PX;
    let rows = (0..height_px).step_by(GRID_PX);
    rows.flat_map(|y| (0..width_px).step_by(GRID_PX).map(move |x| (x, y)))
        .map(|(x, y)| mask.at(f64::from(x), f64::from(y)))
        .collect()
}
