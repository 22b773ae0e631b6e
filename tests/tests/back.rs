//! The back as it is looked at in a real clip, with the real networks.

use dowel_core::back::{BackContour, Edge};
use dowel_core::engine::Settings;
use dowel_core::live::{LiveSession, versions};
use dowel_core::pose::{ModelSize, PoseFrame, PoseTracker, TrackerConfig};
use dowel_tests::setup::{self, RgbVideo};

const SIZE: (u32, u32) = (640, 480);
const FPS: f64 = 30.0;

/// The first two seconds of the demo clip: somebody stands side-on, then bends.
fn see(look_at_back: bool, fps: f64) -> Vec<PoseFrame> {
    let config = TrackerConfig {
        models: &setup::home().join("models"),
        size: ModelSize::Full,
        threads: 1,
        look_at_back,
    };
    let tracker = PoseTracker::load(&setup::runtime(), &config).unwrap();
    let mut session = LiveSession::new(tracker, Settings::default());
    let video = RgbVideo::letterboxed(&setup::demo_clip(), SIZE).take(60);
    let frames = video.step_by((FPS / fps) as usize).enumerate();
    frames
        .map(|(index, pixels)| {
            let frame = setup::rgb_frame(&pixels, SIZE, index as f64 / fps);
            session.see(&frame).unwrap()
        })
        .collect()
}

fn edge(frame: &PoseFrame, u: f64) -> Option<Edge> {
    let sample = (u - BackContour::FIRST_U) / BackContour::STEP_U;
    frame.back.as_ref()?.samples()[sample.round() as usize]
}

#[test]
fn the_back_is_looked_at_about_ten_times_a_second() {
    let looks = |fps| {
        let frames = see(true, fps).into_iter();
        frames.filter(|f| f.back.is_some()).count()
    };
    assert_eq!(looks(30.0), 20);
    assert_eq!(looks(15.0), 15, "every other frame of two seconds");
}

#[test]
fn the_outline_lies_behind_the_trunk_of_somebody_standing() {
    let frames = see(true, FPS);
    for frame in frames.iter().take(30).filter(|f| f.back.is_some()) {
        for u in [0.0, 0.2, 0.4, 0.6, 0.8] {
            let edge = edge(frame, u).expect("the trunk has an edge");
            assert!((0.05..0.5).contains(&edge.w), "{u}: {edge:?}");
            assert!((0.001..0.2).contains(&edge.width), "{u}: {edge:?}");
        }
        let back = frame.back.as_ref().unwrap();
        let trusted = (0..BackContour::SAMPLES).filter(|&i| back.w(i).is_some());
        assert!(trusted.count() > 40);
    }
}

/// The silhouette's network is the same but for its last layers.
#[test]
fn the_landmarks_do_not_depend_on_whether_the_back_is_looked_at() {
    let (with, without) = (see(true, FPS), see(false, FPS));
    assert!(without.iter().all(|f| f.back.is_none()));
    let bodies = with.iter().zip(&without);
    for (a, b) in bodies.filter_map(|(a, b)| a.body.as_ref().zip(b.body.as_ref())) {
        for (a, b) in a.landmarks.iter().zip(&b.landmarks) {
            let off_px = (a.x_px - b.x_px).hypot(a.y_px - b.y_px);
            assert!(off_px < 0.5, "{off_px} px apart");
        }
    }
}

#[test]
fn results_say_which_network_looked_at_the_back() {
    let models = setup::home().join("models");
    let back_model = |size, look_at_back| {
        let config = TrackerConfig {
            models: &models,
            size,
            threads: 1,
            look_at_back,
        };
        versions(&config).back_model
    };
    assert_eq!(
        back_model(ModelSize::Full, true),
        "blazepose-full-mask-0.5.1675469404"
    );
    assert_eq!(back_model(ModelSize::Full, false), "none");
}
