//! What the facade must give in every language, told by the core alone: `contract_expected OUT` writes the demo
//! clip's frames (`OUT/frames.yuv`, I420) and what a practice session before them came to
//! (`OUT/expected.json`). The contract tests push the same frames and hold the outcome against it.

use std::env;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Instant;

use dowel_core::coach::{AppSettings, Coach, Places, PlanOptions, Session, SessionUpdate};
use dowel_core::frame::{Frame, Pixels, Plane, Rotation, YuvColor};
use dowel_core::pose::{Joint, ModelSize};
use dowel_core::practice::Stage;
use dowel_core::words::Language;
use dowel_tests::setup;
use serde_json::{Value, json};

const WIDTH: usize = 360;
const HEIGHT: usize = 640;
/// Every second frame of the clip's 30 a second: half the work, and still what a slow phone sees.
const STEP: u32 = 2;
const FPS: f64 = 30.0 / STEP as f64;
const STARTED_AT_MS: i64 = 1_800_000_000_000;

fn main() -> ExitCode {
    let Some(out) = env::args_os().nth(1) else {
        eprintln!("usage: contract_expected OUT");
        return ExitCode::from(2);
    };
    match write(&PathBuf::from(out)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn write(out: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(out)?;
    let frames = out.join("frames.yuv");
    decode(&frames)?;
    let store = out.join("expected.db");
    for leftover in ["expected.db", "expected.db-wal", "expected.db-shm"] {
        let _ = fs::remove_file(out.join(leftover));
    }
    let expected = practise(&fs::read(&frames)?, store)?;
    let text = serde_json::to_string_pretty(&expected)?;
    Ok(fs::write(out.join("expected.json"), text)?)
}

fn decode(frames: &Path) -> Result<(), Box<dyn Error>> {
    let status = Command::new(setup::home().join("bin/ffmpeg"))
        .args(["-hide_banner", "-nostdin", "-loglevel", "error", "-y"])
        .args(["-flags", "+bitexact", "-i"])
        .arg(setup::demo_clip())
        .args(["-map", "0:v:0", "-vf", &format!("framestep={STEP}")])
        .args(["-pix_fmt", "yuv420p", "-f", "rawvideo"])
        .arg(frames)
        .status()?;
    if status.success() {
        return Ok(());
    }
    Err("the demo clip could not be decoded".into())
}

/// The wishes of a person, at the frame before which they come.
fn wish(session: &mut Session, index: usize) -> Result<(), Box<dyn Error>> {
    for (frame, by) in CORRECTIONS {
        if index == frame {
            session.correct_reps(by)?;
        }
    }
    Ok(())
}

const CORRECTIONS: [(usize, i32); 2] = [(150, 1), (160, -1)];

fn practise(frames: &[u8], store: PathBuf) -> Result<Value, Box<dyn Error>> {
    let home = setup::home();
    let mut coach = Coach::open(Places {
        store,
        models: home.join("models"),
        runtime: home.join("runtime/libonnxruntime.so"),
        language: Language::English,
    })?;
    coach.set_settings(AppSettings {
        model: Some(ModelSize::Lite),
        ..AppSettings::default()
    })?;
    let plan = PlanOptions {
        drill: "dowel-hinge".to_owned(),
        sets: Some(1),
        reps: Some(5),
        pain_before: Some(2),
        ..PlanOptions::default()
    };
    let mut session = coach.begin(&plan, STARTED_AT_MS)?;
    let mut told = Told::default();
    let mut push_us = Vec::new();
    for (index, picture) in frames.chunks_exact(WIDTH * HEIGHT * 3 / 2).enumerate() {
        wish(&mut session, index)?;
        let frame = frame(picture, index as f64 / FPS)?;
        let began = Instant::now();
        let update = session.push(&frame, None)?;
        push_us.push((began.elapsed().as_secs_f64() * 1e6).round());
        told.take(index, &update);
    }
    let (summary, last) = session.finish()?;
    told.take(push_us.len(), &last);
    let id = session.id().ok_or("nothing was kept")?;
    Ok(json!({
        "width_px": WIDTH,
        "height_px": HEIGHT,
        "fps": FPS,
        "started_at_ms": STARTED_AT_MS,
        "plan": { "drill": plan.drill, "sets": plan.sets, "reps": plan.reps, "pain_before": plan.pain_before },
        "corrections": CORRECTIONS,
        "frames": told.frames,
        "events": told.events,
        "stages": told.stages,
        "summary": summary,
        "session": coach.session(id)?,
        "push_us": push_us,
    }))
}

fn frame(picture: &[u8], t_s: f64) -> Result<Frame<'_>, Box<dyn Error>> {
    let (y, chroma) = picture.split_at(WIDTH * HEIGHT);
    let (u, v) = chroma.split_at(WIDTH * HEIGHT / 4);
    let plane = |bytes, row_stride| Plane {
        bytes,
        row_stride,
        pixel_stride: 1,
    };
    let pixels = Pixels::Yuv420 {
        y: plane(y, WIDTH),
        u: plane(u, WIDTH / 2),
        v: plane(v, WIDTH / 2),
        color: YuvColor::default(),
    };
    Ok(Frame::new(
        pixels,
        WIDTH as u32,
        HEIGHT as u32,
        Rotation::None,
        t_s,
    )?)
}

/// What the updates said.
#[derive(Default)]
struct Told {
    /// Of each frame what a screen draws.
    frames: Vec<Value>,
    /// Each with the frame that brought it.
    events: Vec<Value>,
    stage: Option<Stage>,
    /// Each stage with the frame that began it.
    stages: Vec<Value>,
}

impl Told {
    fn take(&mut self, index: usize, told: &SessionUpdate) {
        let update = &told.update;
        for event in &update.events {
            self.events.push(json!({ "frame": index, "event": event }));
        }
        if self.stage != Some(update.stage) {
            self.stage = Some(update.stage);
            self.stages
                .push(json!({ "frame": index, "stage": update.stage }));
        }
        let facts = update.facts.as_ref();
        let near = update.near.zip(update.landmarks.as_ref());
        let point = |joint: Joint| near.map(|(near, all)| all[joint.on(near.side)]);
        self.frames.push(json!({
            "at_s": update.at_s,
            "set_index": update.set_index,
            "reps": update.reps,
            "depth_deg": update.depth.now_deg,
            "phase": facts.and_then(|facts| facts.phase),
            "shoulder": point(Joint::Shoulder),
            "hip": point(Joint::Hip),
            "toe": point(Joint::Toe),
            "contacts": facts.and_then(|facts| facts.dowel.as_ref()),
            "stick": facts.and_then(|facts| facts.dowel_line),
            "set_ended": update.finished_set.is_some(),
        }));
    }
}
