//! Recorded sets, and what the analysis makes of them.

use std::env;
use std::path::PathBuf;

use dowel_core::analysis::{FaultFact, FaultId, Rep, SpokenCue, Verdict};
use dowel_core::back::BackContour;
use dowel_core::body::Sole;
use dowel_core::engine::{Engine, Settings, Summary, Update};
use dowel_core::pose::{Body, Landmark, PoseFrame};
use dowel_core::recording::Recording;

/// The folder of the committed recordings.
pub fn folder() -> PathBuf {
    // cargo says where the sources lie now; a build folder shared by two checkouts would mix them up.
    let here = env::var("CARGO_MANIFEST_DIR").unwrap_or(env!("CARGO_MANIFEST_DIR").to_owned());
    PathBuf::from(here).join("recordings")
}

/// The names of the recordings, in alphabetical order.
pub fn names() -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder())
        .expect("tests/recordings is there")
        .map(|entry| entry.expect("its entries can be listed").path())
        .filter(|path| path.extension().is_some_and(|e| e == "dowelrec"))
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .collect();
    names.sort();
    assert!(names.len() >= 12, "only {names:?} are left");
    names
}

pub fn load(name: &str) -> Recording {
    let path = folder().join(format!("{name}.dowelrec"));
    let bytes = std::fs::read(&path).unwrap_or_else(|e| panic!("{name}: {e}"));
    Recording::read(&bytes).unwrap_or_else(|e| panic!("{name}: {e}"))
}

/// Every recording with its name.
pub fn all() -> Vec<(String, Recording)> {
    names()
        .into_iter()
        .map(|name| (name.clone(), load(&name)))
        .collect()
}

/// What a whole set came to.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    pub updates: Vec<Update>,
    pub reps: Vec<Rep>,
    pub cues: Vec<SpokenCue>,
    pub summary: Summary,
}

pub fn analyse(recording: &Recording) -> Outcome {
    let (width_px, height_px) = (recording.width_px, recording.height_px);
    analyse_at(&recording.frames, f64::from(width_px), f64::from(height_px))
}

/// `width_px` and `height_px` are those of the picture, and may be no whole numbers here.
pub fn analyse_at(frames: &[PoseFrame], width_px: f64, height_px: f64) -> Outcome {
    let mut engine = Engine::new(Settings::default(), width_px, height_px);
    let updates: Vec<Update> = frames.iter().map(|frame| engine.push(frame)).collect();
    let summary = engine.finish();
    let reps = updates.iter().filter_map(|u| u.rep.clone());
    Outcome {
        reps: reps.chain(summary.last_rep.clone()).collect(),
        cues: updates.iter().filter_map(|u| u.cue.clone()).collect(),
        updates,
        summary,
    }
}

impl Outcome {
    /// When the counted repetitions were at their deepest.
    pub fn bottoms_s(&self) -> Vec<f64> {
        let counted = self.reps.iter().filter(|rep| rep.counted);
        counted.map(|rep| rep.bottom_s).collect()
    }

    /// Everything that was said frame by frame, to the last bit.
    pub fn stream(&self) -> String {
        self.updates
            .iter()
            .map(|u| serde_json::to_string(&(&u.frame, &u.rep, &u.cue)).expect("plain data") + "\n")
            .collect()
    }
}

/// The faults found, in the catalogue's order.
pub fn faults(rep: &Rep) -> Vec<FaultId> {
    let found = |fact: &&FaultFact| fact.verdict == Verdict::Fault;
    rep.faults.iter().filter(found).map(|f| f.id).collect()
}

/// The same set with every body changed.
pub fn with_bodies(recording: &Recording, change: impl FnMut(&Body) -> Body) -> Recording {
    let mut changed = recording.clone();
    change_bodies(&mut changed.frames, change);
    changed
}

pub fn change_bodies(frames: &mut [PoseFrame], mut change: impl FnMut(&Body) -> Body) {
    for body in frames.iter_mut().filter_map(|f| f.body.as_mut()) {
        *body = change(body);
    }
}

/// The same set with every look at the back changed, or lost.
pub fn with_looks(
    recording: &Recording,
    mut change: impl FnMut(&BackContour) -> Option<BackContour>,
) -> Recording {
    let mut changed = recording.clone();
    for frame in &mut changed.frames {
        frame.back = frame.back.as_ref().and_then(&mut change);
    }
    changed
}

/// The same set with some frames left out; `keep` is asked with each frame's index. A look at the back that
/// was due in a lost frame is made in the next one, as by the tracker.
pub fn thinned(recording: &Recording, keep: impl FnMut(usize) -> bool) -> Recording {
    Recording {
        frames: thinned_frames(&recording.frames, keep),
        ..*recording
    }
}

/// As [`thinned`].
pub fn thinned_frames(all: &[PoseFrame], mut keep: impl FnMut(usize) -> bool) -> Vec<PoseFrame> {
    let mut due = None;
    let mut frames = Vec::new();
    for (index, frame) in all.iter().enumerate() {
        let look = look(frame).or(due.take());
        if keep(index) {
            let (back, sole) = look.filter(|_| frame.body.is_some()).unzip();
            frames.push(PoseFrame {
                back,
                sole: sole.flatten(),
                ..frame.clone()
            });
        } else {
            due = look;
        }
    }
    frames
}

/// What the silhouette showed, if this frame came with one.
fn look(frame: &PoseFrame) -> Option<(BackContour, Option<Sole>)> {
    Some((frame.back.clone()?, frame.sole))
}

/// The same set at another frame rate, interpolated between the frames on both sides. Each look at the back
/// goes to the frame nearest to it, so that there are about as many as before and none comes twice.
pub fn resampled(recording: &Recording, fps: f64) -> Recording {
    let frames = &recording.frames;
    let (Some(first), Some(last)) = (frames.first(), frames.last()) else {
        return recording.clone();
    };
    let count = ((last.t_s - first.t_s) * fps).floor() as usize;
    let at = |k: usize| {
        let t_s = first.t_s + k as f64 / fps;
        let next = frames
            .partition_point(|f| f.t_s <= t_s)
            .min(frames.len() - 1);
        between(&frames[next.max(1) - 1], &frames[next], t_s)
    };
    let mut resampled: Vec<PoseFrame> = (0..=count).map(at).collect();
    for frame in frames.iter().filter(|frame| frame.back.is_some()) {
        let nearest = ((frame.t_s - first.t_s) * fps).round() as usize;
        let nearest = &mut resampled[nearest.min(count)];
        if nearest.body.is_some() {
            nearest.back.clone_from(&frame.back);
            nearest.sole = frame.sole;
        }
    }
    Recording {
        frames: resampled,
        ..*recording
    }
}

fn between(before: &PoseFrame, after: &PoseFrame, t_s: f64) -> PoseFrame {
    let gap_s = after.t_s - before.t_s;
    let share = if gap_s > 0.0 {
        ((t_s - before.t_s) / gap_s).clamp(0.0, 1.0)
    } else {
        0.0
    };
    let nearer = if share < 0.5 { before } else { after };
    let body = match (&before.body, &after.body) {
        (Some(a), Some(b)) => Some(mixed(a, b, share)),
        _ => nearer.body.clone(),
    };
    PoseFrame {
        t_s,
        body,
        back: None,
        sole: None,
        ..*nearer
    }
}

fn mixed(a: &Body, b: &Body, share: f64) -> Body {
    let mix = |a: f64, b: f64| a + share * (b - a);
    Body {
        landmarks: std::array::from_fn(|i| Landmark {
            x_px: mix(a.landmarks[i].x_px, b.landmarks[i].x_px),
            y_px: mix(a.landmarks[i].y_px, b.landmarks[i].y_px),
            visibility: mix(a.landmarks[i].visibility, b.landmarks[i].visibility),
        }),
        world_m: std::array::from_fn(|i| {
            std::array::from_fn(|axis| mix(a.world_m[i][axis], b.world_m[i][axis]))
        }),
    }
}
