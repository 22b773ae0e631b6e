//! What each part of a frame costs, on one thread: `cargo xtask bench parts`, or for some of them
//! `cargo bench -p dowel-tests --bench parts -- crop`.

use std::sync::OnceLock;

use divan::Bencher;
use divan::counter::ItemsCount;
use dowel_core::back::BackContour;
use dowel_core::body::NearSideWatch;
use dowel_core::engine::{Engine, Settings};
use dowel_core::frame::{Frame, Pixels, Plane, Rotation, YuvColor};
use dowel_core::live::LiveSession;
use dowel_core::pose::parts::{Border, Detector, Normalize, warp};
use dowel_core::pose::{ModelSize, PoseFrame, Roi};
use dowel_core::report::{ReportInput, html};
use dowel_core::words::Words;
use dowel_tests::setup::{self, RgbVideo};

#[path = "../tests/report_sample/mod.rs"]
#[expect(dead_code, reason = "the tests of the report use more of it")]
mod report_sample;

const SIZE: (u32, u32) = (640, 480);
const FPS: f64 = 30.0;
/// The person in the middle of the letterboxed demo clip.
const ROI: Roi = Roi {
    center_x_px: 310.0,
    center_y_px: 250.0,
    side_px: 440.0,
    rotation_rad: 0.08,
};

fn main() {
    divan::main();
}

/// A second of the demo clip, the person standing.
fn frames() -> &'static [Vec<u8>] {
    static FRAMES: OnceLock<Vec<Vec<u8>>> = OnceLock::new();
    FRAMES.get_or_init(|| {
        let video = RgbVideo::letterboxed(&setup::demo_clip(), SIZE);
        video.take(30).collect()
    })
}

mod crop {
    use super::*;

    const SIDE: usize = 256;

    fn bench(bencher: Bencher, pixels: Pixels) {
        let frame = Frame::new(pixels, SIZE.0, SIZE.1, Rotation::None, 0.0).unwrap();
        let normalize = Normalize {
            gain: 1.0,
            scale: 1.0 / 255.0,
            offset: 0.0,
        };
        let mut out = vec![0.0; 3 * SIDE * SIDE];
        bencher.bench_local(|| {
            warp(
                divan::black_box(&frame),
                &ROI,
                SIDE,
                Border::Replicate,
                normalize,
                &mut out,
            )
        });
    }

    fn plane(bytes: &[u8], pixel_stride: usize, width: u32) -> Plane<'_> {
        Plane {
            bytes,
            row_stride: width as usize * pixel_stride,
            pixel_stride,
        }
    }

    /// The test picture with a fourth byte, in the order given.
    fn four_bytes(order: [usize; 3]) -> Vec<u8> {
        let pixel = |rgb: &[u8]| [rgb[order[0]], rgb[order[1]], rgb[order[2]], 255];
        frames()[0].chunks_exact(3).flat_map(pixel).collect()
    }

    /// What the bytes say does not change the time, so the planes hold the red bytes.
    fn yuv(bencher: Bencher, chroma_stride: usize) {
        let luma: Vec<u8> = frames()[0].chunks_exact(3).map(|rgb| rgb[0]).collect();
        let chroma = &luma[..luma.len() / 4 * chroma_stride];
        let (u, v) = match chroma_stride {
            1 => (chroma, chroma),
            _ => (chroma, &chroma[1..]),
        };
        let pixels = Pixels::Yuv420 {
            y: plane(&luma, 1, SIZE.0),
            u: plane(u, chroma_stride, SIZE.0 / 2),
            v: plane(v, chroma_stride, SIZE.0 / 2),
            color: YuvColor::default(),
        };
        bench(bencher, pixels);
    }

    #[divan::bench]
    fn rgb(bencher: Bencher) {
        bench(bencher, Pixels::Rgb(plane(&frames()[0], 3, SIZE.0)));
    }

    #[divan::bench]
    fn rgba(bencher: Bencher) {
        let bytes = four_bytes([0, 1, 2]);
        bench(bencher, Pixels::Rgba(plane(&bytes, 4, SIZE.0)));
    }

    #[divan::bench]
    fn bgra(bencher: Bencher) {
        let bytes = four_bytes([2, 1, 0]);
        bench(bencher, Pixels::Bgra(plane(&bytes, 4, SIZE.0)));
    }

    #[divan::bench]
    fn i420(bencher: Bencher) {
        yuv(bencher, 1);
    }

    #[divan::bench]
    fn nv12(bencher: Bencher) {
        yuv(bencher, 2);
    }
}

mod networks {
    use super::*;

    /// Crop included.
    #[divan::bench]
    fn detector(bencher: Bencher) {
        let models = setup::home().join("models");
        let mut detector = Detector::load(&setup::runtime(), &models, 1).unwrap();
        let frame = setup::rgb_frame(&frames()[0], SIZE, 0.0);
        bencher.bench_local(|| detector.detect(&frame, 1.0).unwrap());
    }

    /// Crop included.
    #[divan::bench(args = ["lite", "full", "heavy"])]
    fn landmarks(bencher: Bencher, size: &str) {
        let mut tracker = setup::tracker(size.parse().unwrap());
        let frame = setup::rgb_frame(&frames()[0], SIZE, 0.0);
        bencher.bench_local(|| tracker.look_at(&frame, &ROI).unwrap());
    }
}

/// The back's outline from a silhouette.
#[divan::bench]
fn back_contour(bencher: Bencher) {
    let mut tracker = setup::tracker(ModelSize::Full);
    let frame = setup::rgb_frame(&frames()[0], SIZE, 0.0);
    let (pose, mask) = tracker.track(&frame).unwrap();
    let (body, mask) = (pose.body.unwrap(), mask.unwrap());
    let near = NearSideWatch::default().look(0.0, &body);
    bencher.bench_local(|| BackContour::trace(divan::black_box(&mask), &body, near));
}

/// Track and analyse, the search for a second person once a second and the look at the back included.
#[divan::bench(args = ["lite", "full", "heavy"])]
fn whole_frame(bencher: Bencher, size: &str) {
    let tracker = setup::tracker(size.parse().unwrap());
    let mut session = LiveSession::new(tracker, Settings::default());
    let mut index = 0;
    bencher.bench_local(|| {
        // Forth and back, so that the person never jumps.
        let step = index % (2 * frames().len() - 2);
        let at = step.min(2 * frames().len() - 2 - step);
        let frame = setup::rgb_frame(&frames()[at], SIZE, index as f64 / FPS);
        index += 1;
        session.push(&frame).unwrap()
    });
}

/// Everything after the pose, from near side to cue, over all six repetitions of the demo clip.
#[divan::bench]
fn analysis_of_the_clip(bencher: Bencher) {
    let poses = recorded();
    bencher.counter(ItemsCount::new(poses.len())).bench(|| {
        let (width, height) = (f64::from(SIZE.0), f64::from(SIZE.1));
        let mut engine = Engine::new(Settings::default(), width, height);
        for pose in poses {
            divan::black_box(engine.push(pose));
        }
        engine.finish()
    });
}

fn recorded() -> &'static [PoseFrame] {
    static POSES: OnceLock<Vec<PoseFrame>> = OnceLock::new();
    POSES.get_or_init(|| {
        let mut tracker = setup::tracker(ModelSize::Lite);
        let video = RgbVideo::letterboxed(&setup::demo_clip(), SIZE);
        let poses = video.enumerate().map(|(index, pixels)| {
            let frame = setup::rgb_frame(&pixels, SIZE, index as f64 / FPS);
            tracker.track(&frame).unwrap().0
        });
        poses.collect()
    })
}

#[divan::bench(args = [6, 60])]
fn report_html(bencher: Bencher, reps: usize) {
    let sample = report_sample::long(reps);
    let input = ReportInput {
        words: &Words::default(),
        title: "benchmark",
        drawn_up: "2026-01-01",
        analysis: &sample.analysis,
        frames: &sample.frames,
        pictures: &sample.pictures,
    };
    bencher.bench(|| html(divan::black_box(&input)));
}
