//! Movements that are no hinges, made from one standing body.

use std::f64::consts::TAU;

use dowel_core::pose::{Body, LANDMARKS, PoseFrame, Scene};
use dowel_core::recording::Recording;

const FPS: f64 = 30.0;
const NOSE: usize = 0;
const SHOULDERS: [usize; 2] = [11, 12];
const HIPS: [usize; 2] = [23, 24];
const KNEES: [usize; 2] = [25, 26];
/// Elbow, wrist and hand; knee, ankle, heel and toe; ankle, heel and toe; each left, then right.
const ARMS: [&[usize]; 2] = [&[13, 15, 17, 19, 21], &[14, 16, 18, 20, 22]];
const LEGS: [&[usize]; 2] = [&[25, 27, 29, 31], &[26, 28, 30, 32]];
const SHANKS: [&[usize]; 2] = [&[27, 29, 31], &[28, 30, 32]];

/// `like` gives the picture's size; `pose` says what the body looks like after so many seconds.
pub fn film(like: &Recording, seconds: f64, mut pose: impl FnMut(f64) -> Body) -> Recording {
    let frame = |k: u32| {
        let t_s = f64::from(k) / FPS;
        PoseFrame {
            t_s,
            body: Some(pose(t_s)),
            back: None,
            sole: None,
            people: 1,
            scene: Scene {
                brightness: 0.4,
                background_change: 0.0,
            },
        }
    };
    Recording {
        frames: (0..(seconds * FPS) as u32).map(frame).collect(),
        ..*like
    }
}

/// The person standing, a second into the set.
pub fn standing(recording: &Recording) -> Body {
    let frames = recording.frames.iter().filter(|f| f.t_s >= 1.0);
    frames
        .filter_map(|f| f.body.clone())
        .next()
        .expect("somebody is seen in the first seconds")
}

/// Left and right exchanged, as in a mirror. `width_px` is the picture's.
pub fn mirrored(body: &Body, width_px: f64) -> Body {
    let other = |i: usize| match i {
        NOSE => NOSE,
        // The eyes: inner, middle, outer of the left, then of the right.
        1..=3 => i + 3,
        4..=6 => i - 3,
        _ if i % 2 == 1 => i + 1,
        _ => i - 1,
    };
    Body {
        landmarks: std::array::from_fn(|i| {
            let mut landmark = body.landmarks[other(i)];
            landmark.x_px = width_px - landmark.x_px;
            landmark
        }),
        world_m: std::array::from_fn(|i| {
            let [x, y, z] = body.world_m[other(i)];
            [-x, y, z]
        }),
    }
}

/// The picture made `scale` times as large and then moved.
pub fn scaled_and_moved(body: &Body, scale: f64, dx_px: f64, dy_px: f64) -> Body {
    let mut moved = body.clone();
    for landmark in &mut moved.landmarks {
        landmark.x_px = landmark.x_px * scale + dx_px;
        landmark.y_px = landmark.y_px * scale + dy_px;
    }
    moved
}

/// How somebody crosses the picture.
#[derive(Debug, Clone, Copy)]
pub struct Walk {
    pub seconds: f64,
    pub to_the_right: bool,
    /// How far the thigh swings to either side.
    pub stride_deg: f64,
}

/// Crosses the picture, legs and arms swinging, hips rising and falling.
pub fn walking(stand: &Body, t_s: f64, walk: Walk, width_px: f64) -> Body {
    let step = (TAU * t_s).sin();
    let mut body = stand.clone();
    for side in [0, 1] {
        let swing_deg = walk.stride_deg * if side == 0 { step } else { -step };
        let bend_deg = 30.0
            * (TAU * t_s + if side == 0 { 1.2 } else { 4.3 })
                .sin()
                .max(0.0);
        turn(&mut body, SHANKS[side], KNEES[side], bend_deg);
        turn(&mut body, LEGS[side], HIPS[side], swing_deg);
        turn(&mut body, ARMS[side], SHOULDERS[side], -swing_deg);
    }
    let middle_px = 0.5 * (stand.landmarks[HIPS[0]].x_px + stand.landmarks[HIPS[1]].x_px);
    let way = t_s / walk.seconds;
    let way = if walk.to_the_right { way } else { 1.0 - way };
    let x_px = width_px * (1.2 * way - 0.1);
    let bob_px = 3.0 * (2.0 * TAU * t_s).cos();
    scaled_and_moved(&body, 1.0, x_px - middle_px, bob_px)
}

/// Raises both arms over the head and lowers them again, every two seconds.
pub fn waving(stand: &Body, t_s: f64) -> Body {
    let raised_deg = 80.0 * (1.0 - (0.5 * TAU * t_s).cos());
    let mut body = stand.clone();
    for side in [0, 1] {
        turn(&mut body, ARMS[side], SHOULDERS[side], raised_deg);
    }
    body
}

/// Sways about the ankles and nods the trunk a little, every five seconds.
pub fn swaying(stand: &Body, t_s: f64) -> Body {
    let share = (0.2 * TAU * t_s).sin();
    let mut body = stand.clone();
    let upper: Vec<usize> = (0..HIPS[0]).collect();
    turn(&mut body, &upper, HIPS[0], 5.0 * share);
    let all: Vec<usize> = (0..27).collect();
    turn(&mut body, &all, 27, 3.0 * share);
    body
}

/// Turns about the vertical by `angle_deg`, seen from afar.
pub fn turned_around(stand: &Body, angle_deg: f64) -> Body {
    let (sin, cos) = angle_deg.to_radians().sin_cos();
    let height = |of: &dyn Fn(usize) -> f64| of(27) + of(28) - of(11) - of(12);
    let px_per_m = height(&|i| stand.landmarks[i].y_px) / height(&|i| stand.world_m[i][1]);
    let center_px = 0.5 * (stand.landmarks[HIPS[0]].x_px + stand.landmarks[HIPS[1]].x_px);
    let mut body = stand.clone();
    for i in 0..LANDMARKS {
        let [x, y, z] = stand.world_m[i];
        body.world_m[i] = [x * cos + z * sin, y, z * cos - x * sin];
        body.landmarks[i].x_px = center_px + px_per_m * body.world_m[i][0];
    }
    body
}

/// The hands put down to just above the feet.
pub fn hands_on_the_floor(body: &Body) -> Body {
    let mut low = body.clone();
    for side in [0, 1] {
        let ankle_px = body.landmarks[27 + side].y_px;
        let knee_px = body.landmarks[25 + side].y_px;
        let wrist_px = body.landmarks[15 + side].y_px;
        let down_px = ankle_px + 0.4 * (knee_px - ankle_px) - wrist_px;
        for &i in &ARMS[side][1..] {
            low.landmarks[i].y_px += down_px;
        }
    }
    low
}

/// Turns points in the picture about another, which stays; + turns clockwise as seen.
fn turn(body: &mut Body, points: &[usize], about: usize, angle_deg: f64) {
    let (sin, cos) = angle_deg.to_radians().sin_cos();
    let center = body.landmarks[about];
    for &i in points {
        let (dx, dy) = (
            body.landmarks[i].x_px - center.x_px,
            body.landmarks[i].y_px - center.y_px,
        );
        body.landmarks[i].x_px = center.x_px + dx * cos - dy * sin;
        body.landmarks[i].y_px = center.y_px + dx * sin + dy * cos;
    }
}
