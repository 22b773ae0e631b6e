//! Scripted sessions: one recorded person made to stand, hinge, turn, leave and come back.

use std::ops::Range;

use dowel_core::pose::{Body, PoseFrame, Scene};
use dowel_core::practice::{EventKind, Plan, Practice, SessionSummary, Tilt, Transcript, Update};
use dowel_core::recording::Recording;

use crate::bodies;
use crate::recordings::{analyse, change_bodies, load, thinned_frames};

const FPS: f64 = 30.0;
/// A repetition is cut out with so much standing before and after it.
const LEAD_S: f64 = 0.35;

/// What the person does besides moving.
#[derive(Debug, Clone, Copy)]
enum Act {
    Pain(u8),
    Correct(i32),
    Pause,
    Resume,
}

/// Frames and acts, in their order.
#[derive(Debug, Clone)]
pub struct Script {
    recording: Recording,
    reps: Vec<Range<usize>>,
    stand: Range<usize>,
    frames: Vec<PoseFrame>,
    acts: Vec<(usize, Act)>,
    people: u8,
    tilt: Option<Tilt>,
    tilts: Vec<Option<Tilt>>,
}

impl Script {
    /// The person of a committed recording.
    pub fn of(name: &str) -> Self {
        let recording = load(name);
        let at = |t_s: f64| recording.frames.partition_point(|frame| frame.t_s < t_s);
        let outcome = analyse(&recording);
        let counted = outcome.reps.iter().filter(|rep| rep.counted);
        let reps: Vec<Range<usize>> = counted
            .map(|rep| at(rep.start_s - LEAD_S)..at(rep.end_s + LEAD_S))
            .collect();
        let stand = at(0.5)..reps[0].start;
        Script {
            recording,
            reps,
            stand,
            frames: Vec::new(),
            acts: Vec::new(),
            people: 1,
            tilt: None,
            tilts: Vec::new(),
        }
    }

    /// Nobody is there.
    pub fn nobody(mut self, seconds: f64) -> Self {
        for _ in 0..frames_in(seconds) {
            self.add(PoseFrame {
                t_s: 0.0,
                body: None,
                back: None,
                sole: None,
                people: 0,
                scene: still(),
            });
        }
        self
    }

    /// Stands still, side-on.
    pub fn stand(mut self, seconds: f64) -> Self {
        let (first, count) = (self.stand.start, self.stand.len());
        for k in 0..frames_in(seconds) {
            // There and back, so that nothing jumps.
            let lap = k % (2 * count - 2);
            let step = lap.min(2 * count - 2 - lap);
            let mut frame = self.recording.frames[first + step].clone();
            frame.people = self.people;
            self.add(frame);
        }
        self
    }

    /// The repetitions of the recording by their numbers, from 0.
    pub fn reps(mut self, numbers: &[usize]) -> Self {
        for &number in numbers {
            for i in self.reps[number].clone() {
                let mut frame = self.recording.frames[i].clone();
                frame.people = self.people;
                self.add(frame);
            }
        }
        self
    }

    /// Stands facing the camera.
    pub fn face_the_camera(self, seconds: f64) -> Self {
        let stand = self.standing();
        self.film(seconds, |_| bodies::turned_around(&stand, 85.0))
    }

    /// Walks to the phone: grows to twice the size, facing it.
    pub fn walk_to_the_phone(self, seconds: f64) -> Self {
        let stand = bodies::turned_around(&self.standing(), 80.0);
        let (width_px, height_px) = self.size_px();
        self.film(seconds, |share| {
            let scale = 1.0 + share;
            let grown = 0.5 * (1.0 - scale);
            bodies::scaled_and_moved(&stand, scale, grown * width_px, grown * height_px)
        })
    }

    /// A second person in the picture, or no longer.
    pub fn others(mut self, there: bool) -> Self {
        self.people = if there { 2 } else { 1 };
        self
    }

    /// The phone leans from now on.
    pub fn lean_phone(mut self, roll_deg: f64) -> Self {
        self.tilt = Some(Tilt {
            roll_deg,
            pitch_deg: 0.0,
        });
        self
    }

    pub fn pain(self, level: u8) -> Self {
        self.act(Act::Pain(level))
    }

    pub fn correct(self, by: i32) -> Self {
        self.act(Act::Correct(by))
    }

    pub fn pause(self) -> Self {
        self.act(Act::Pause)
    }

    pub fn resume(self) -> Self {
        self.act(Act::Resume)
    }

    /// Plays it through a session.
    pub fn play(&self, plan: Plan) -> Played {
        let (width_px, height_px) = self.size_px();
        let mut practice = Practice::new(plan, width_px, height_px).expect("the plan is sound");
        let mut updates = Vec::new();
        let mut acts = self.acts.iter().peekable();
        for (i, frame) in self.frames.iter().enumerate() {
            while let Some((_, act)) = acts.next_if(|(at, _)| *at == i) {
                perform(&mut practice, *act);
            }
            updates.push(practice.push(frame, self.tilts[i]));
        }
        for (_, act) in acts {
            perform(&mut practice, *act);
        }
        let (summary, last) = practice.finish();
        updates.push(last);
        Played { updates, summary }
    }

    /// Half the frame rate. A look at the back that was due in a lost frame is made in the next one.
    pub fn every_second_frame(&self) -> Self {
        Script {
            frames: thinned_frames(&self.frames, |i| i % 2 == 0),
            tilts: self.tilts.iter().step_by(2).copied().collect(),
            ..self.clone()
        }
    }

    /// The same with every body changed.
    pub fn with_bodies(&self, change: impl Fn(&Body) -> Body) -> Self {
        let mut changed = self.clone();
        change_bodies(&mut changed.frames, change);
        changed
    }

    /// The same by another clock.
    pub fn later_by(&self, seconds: f64) -> Self {
        let mut later = self.clone();
        for frame in &mut later.frames {
            frame.t_s += seconds;
        }
        later
    }

    pub fn size_px(&self) -> (f64, f64) {
        let recording = &self.recording;
        (
            f64::from(recording.width_px),
            f64::from(recording.height_px),
        )
    }

    fn standing(&self) -> Body {
        let body = &self.recording.frames[self.stand.start].body;
        body.clone().expect("the person stands there")
    }

    /// `pose` gives the body at a share of the time.
    fn film(mut self, seconds: f64, pose: impl Fn(f64) -> Body) -> Self {
        let frames = frames_in(seconds);
        for k in 0..frames {
            self.add(PoseFrame {
                t_s: 0.0,
                body: Some(pose(k as f64 / frames as f64)),
                back: None,
                sole: None,
                people: self.people,
                scene: still(),
            });
        }
        self
    }

    fn act(mut self, act: Act) -> Self {
        self.acts.push((self.frames.len(), act));
        self
    }

    fn add(&mut self, frame: PoseFrame) {
        let t_s = self.frames.len() as f64 / FPS;
        self.frames.push(PoseFrame { t_s, ..frame });
        self.tilts.push(self.tilt);
    }
}

fn perform(practice: &mut Practice, act: Act) {
    let done = match act {
        Act::Pain(level) => practice.report_pain(level),
        Act::Correct(by) => practice.correct_reps(by),
        Act::Pause => practice.pause(),
        Act::Resume => practice.resume(),
    };
    done.expect("the script asks for what is possible");
}

fn still() -> Scene {
    Scene {
        brightness: 0.4,
        background_change: 0.0,
    }
}

fn frames_in(seconds: f64) -> usize {
    (seconds * FPS).round() as usize
}

/// A session that was played.
#[derive(Debug, Clone, PartialEq)]
pub struct Played {
    pub updates: Vec<Update>,
    pub summary: SessionSummary,
}

impl Played {
    /// What was heard, one line each, and what was done, in brackets.
    pub fn transcript(&self) -> String {
        let mut transcript = Transcript::default();
        let lines = self.updates.iter().flat_map(|u| transcript.lines(u));
        lines.map(|line| line + "\n").collect()
    }

    pub fn spoken(&self) -> Vec<(f64, String)> {
        let events = self.updates.iter().flat_map(|update| &update.events);
        events
            .filter(|event| event.kind == EventKind::Say)
            .map(|event| (event.at_s, event.id.clone()))
            .collect()
    }
}
