//! The whole analysis after the pose: one pose frame in, one update out. Pure: no clock, file or thread.

use crate::analysis::{
    AttemptReason, CantTellReason, Dowel, FaultFact, FaultId, FrameFacts, Movement, Rep, SpokenCue,
    Tempo, View, ViewReason, ViewVerdict,
};
use crate::back::{BackContour, BackReading, BackReference, LiveBack};
use crate::body::{NearSideWatch, Neutral, NeutralWatch, Posture, ViewWatch, median};
use crate::cues::{CueFrequency, CuePolicy, Told};
use crate::faults::{Back, Context, Targets, hinge_index, judge, reaches_floor, showing, withhold};
use crate::pose::{Body, Landmark, PoseFrame, Scene};
use crate::reps::{Finished, RepCounter, RepTrace};
use crate::thresholds::{MIN_DEPTH_DEG, SQUAT_INDEX, SQUAT_MIN_KNEE_DEG, STANDING_MAX_HIP_DEG};
use crate::words::Words;

/// The version of the rules: thresholds, detectors, cue policy. Raised whenever a verdict may change.
pub const RULES_VERSION: &str = "3";

/// Faults of a repetition going on are looked for this often; a cue need not be faster than speech.
const JUDGE_EVERY_S: f64 = 0.1;

/// What a set is judged against, and how it is coached.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    pub targets: Targets,
    pub cue_frequency: CueFrequency,
    pub words: Words,
    /// The only faults that are cued; None cues all. Every fault is judged in any case.
    pub watched: Option<Vec<FaultId>>,
}

/// What one frame brought.
#[derive(Debug, Clone, PartialEq)]
pub struct Update {
    pub frame: FrameFacts,
    /// Faults of the repetition going on, or just completed, that this frame confirmed.
    pub confirmed: Vec<FaultFact>,
    /// A repetition or attempt that this frame completed.
    pub rep: Option<Rep>,
    pub cue: Option<SpokenCue>,
}

/// What a whole set was.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    pub view: View,
    pub movement: Movement,
    /// The deepest hip flexion that a counted repetition reached with all three contacts kept.
    pub clean_depth_deg: Option<f64>,
    /// An entry that only the end of the set completed.
    pub last_rep: Option<Rep>,
}

impl Summary {
    /// What is left to say when no frame came at all.
    pub fn of_nothing() -> Self {
        Summary {
            view: View {
                verdict: ViewVerdict::Refused,
                reasons: vec![ViewReason::NoPerson],
                near_side: None,
                azimuth_deg: None,
            },
            movement: Movement::None,
            clean_depth_deg: None,
            last_rep: None,
        }
    }
}

/// Analyses one set of one person.
#[derive(Debug, Clone)]
pub struct Engine {
    settings: Settings,
    near: NearSideWatch,
    neutral: NeutralWatch,
    back: LiveBack,
    view: ViewWatch,
    counter: RepCounter,
    policy: CuePolicy,
    entries: u32,
    depths_deg: Vec<f64>,
    clean_depth_deg: Option<f64>,
    indices: Vec<f64>,
    began_bent: u32,
    reached_floor: Option<bool>,
    last_judged_s: f64,
    told: Told,
    timeline: Timeline,
}

/// The frames' times as the analysis may trust them: growing, and whole microseconds since the first frame, so
/// that a camera's large clock makes no difference.
#[derive(Debug, Clone, Copy, Default)]
pub struct Timeline {
    /// The first frame's time, by the frames' clock.
    origin_s: Option<f64>,
    /// The newest frame's time, since the first.
    last_s: Option<f64>,
}

impl Timeline {
    /// Counts from this time instead of the first frame's.
    pub fn since(origin_s: f64) -> Self {
        Timeline {
            origin_s: Some(origin_s),
            last_s: None,
        }
    }

    /// The time since the first frame; None when it is no number or did not grow.
    pub fn admit(&mut self, t_s: f64) -> Option<f64> {
        if !t_s.is_finite() {
            return None;
        }
        let origin_s = *self.origin_s.get_or_insert(t_s);
        let t_s = round_to(t_s - origin_s, 1e-6);
        if self.last_s.is_some_and(|last_s| t_s <= last_s) {
            return None;
        }
        self.last_s = Some(t_s);
        Some(t_s)
    }

    /// The newest admitted time; 0 before the first.
    pub fn last_s(&self) -> f64 {
        self.last_s.unwrap_or(0.0)
    }
}

impl Engine {
    /// `width_px` and `height_px` are those of the upright picture the landmarks are given in.
    pub fn new(settings: Settings, width_px: f64, height_px: f64) -> Self {
        Engine {
            policy: CuePolicy::new(
                settings.words.clone(),
                settings.cue_frequency,
                settings.watched.clone(),
            ),
            settings,
            near: NearSideWatch::default(),
            neutral: NeutralWatch::default(),
            back: LiveBack::default(),
            view: ViewWatch::new(width_px, height_px),
            counter: RepCounter::default(),
            entries: 0,
            depths_deg: Vec::new(),
            clean_depth_deg: None,
            indices: Vec::new(),
            began_bent: 0,
            reached_floor: None,
            last_judged_s: f64::NEG_INFINITY,
            told: Told::default(),
            timeline: Timeline::default(),
        }
    }

    /// Continues a session: times count from 0 of the frames' own clock, entries from `entries`.
    pub fn going_on_from(mut self, entries: u32) -> Self {
        self.timeline = Timeline::since(0.0);
        self.entries = entries;
        self
    }

    /// True once the movement going on came back up as a repetition; it is told when its top is over, too.
    pub fn has_returned(&self) -> bool {
        self.counter.has_returned()
    }

    /// Nothing is cued in the middle of a movement before this time: something else is being said.
    pub fn speak_no_sooner_than(&mut self, t_s: f64) {
        self.policy.speak_no_sooner_than(t_s);
    }

    /// Why the back is not judged; None when it is, or when that is not yet known.
    pub fn back_withheld(&self) -> Option<CantTellReason> {
        self.back_reference().err()
    }

    /// Takes the next frame. Times in the result are since the first frame, whatever the frames count from.
    /// A frame whose time does not grow is ignored; a body with a number that is none is not seen.
    pub fn push(&mut self, frame: &PoseFrame) -> Update {
        let Some(frame) = &self.admit(frame) else {
            return self.nothing_new();
        };
        let posture = self.read(frame);
        let seen = posture.filter(Posture::is_seen);
        let finished = seen.and_then(|posture| {
            self.neutral.look(&posture);
            self.back.learn(&posture, self.neutral.neutral());
            self.counter.push(&posture, self.neutral.neutral())
        });
        let rep = finished
            .filter(Finished::is_worth_telling)
            .map(|finished| self.enter(finished));
        let (confirmed, cue) = match &rep {
            Some(rep) => self.tell_of_rep(frame.t_s, rep),
            None => self.tell_of_movement(frame.t_s),
        };
        Update {
            frame: self.frame_facts(frame, seen.as_ref()),
            confirmed,
            rep,
            cue,
        }
    }

    /// Ends the set.
    pub fn finish(&mut self) -> Summary {
        let finished = self.counter.finish(self.neutral.neutral());
        let last_rep = finished
            .filter(Finished::is_worth_telling)
            .map(|finished| self.enter(finished));
        Summary {
            view: self.view(),
            movement: self.movement(),
            clean_depth_deg: self.clean_depth_deg,
            last_rep,
        }
    }

    /// True while the person should stand still, so that their own neutral back can be learned.
    pub fn asks_to_hold_still(&self) -> bool {
        self.back.asks_to_hold_still()
    }

    /// The verdict on the view so far.
    pub fn view(&self) -> View {
        self.view.view(self.near.chosen())
    }

    /// The frame as the analysis may trust it: a time that grew, and finite numbers.
    fn admit(&mut self, frame: &PoseFrame) -> Option<PoseFrame> {
        let t_s = self.timeline.admit(frame.t_s)?;
        let body = frame.body.clone().filter(Body::is_finite);
        Some(PoseFrame {
            t_s,
            // There is no back without a body.
            back: frame.back.clone().filter(|_| body.is_some()),
            sole: frame.sole.filter(|_| body.is_some()),
            body,
            ..*frame
        })
    }

    fn nothing_new(&self) -> Update {
        let ignored = PoseFrame {
            t_s: self.timeline.last_s(),
            body: None,
            back: None,
            sole: None,
            people: 0,
            scene: Scene::default(),
        };
        Update {
            frame: self.frame_facts(&ignored, None),
            confirmed: Vec::new(),
            rep: None,
            cue: None,
        }
    }

    fn read(&mut self, frame: &PoseFrame) -> Option<Posture> {
        let Some(body) = &frame.body else {
            self.view.look(frame, None);
            return None;
        };
        let near = self.near.look(frame.t_s, body);
        let mut posture = Posture::new(frame.t_s, body, near);
        posture.back = self.back.measure(frame.t_s, frame.back.as_ref());
        posture.heel_over_ball = frame.sole.map(|sole| sole.heel_over_ball);
        self.view.look(frame, Some((near, &posture)));
        Some(posture)
    }

    /// What the whole repetition tells, beyond what was told of it before.
    fn tell_of_rep(&mut self, t_s: f64, rep: &Rep) -> (Vec<FaultFact>, Option<SpokenCue>) {
        let confirmed = self.told.news(&rep.faults);
        self.told.forget();
        let counted = rep.counted.then_some(&rep.faults);
        (
            confirmed,
            counted.and_then(|facts| self.policy.after_rep(t_s, facts)),
        )
    }

    /// What already shows in the movement going on.
    fn tell_of_movement(&mut self, t_s: f64) -> (Vec<FaultFact>, Option<SpokenCue>) {
        if !self.counter.is_moving() {
            self.told.forget();
        }
        let Some(facts) = self.look_at_movement(t_s) else {
            return (Vec::new(), None);
        };
        let confirmed = self.told.news(&facts);
        (
            confirmed,
            self.policy.during_rep(t_s, self.counter.phase(), &facts),
        )
    }

    /// None between looks, and between repetitions.
    fn look_at_movement(&mut self, t_s: f64) -> Option<Vec<FaultFact>> {
        let due = t_s - self.last_judged_s >= JUDGE_EVERY_S;
        if !due || !self.counter.is_moving() || !self.view.is_side_on() {
            return None;
        }
        self.last_judged_s = t_s;
        let trace = self.counter.current(self.neutral.neutral())?;
        match trace.bottom {
            Some(bottom) if bottom.hip_flexion_deg < MIN_DEPTH_DEG => None,
            Some(_) => Some(judge(&trace, &self.context())),
            None => Some(showing(&trace, &self.context())),
        }
    }

    fn context(&self) -> Context<'_> {
        Context {
            neutral: self.neutral.neutral(),
            targets: &self.settings.targets,
            depths_deg: &self.depths_deg,
            reached_floor: self.reached_floor,
            dim: self.view.is_dim(),
            back: self.back_reference(),
        }
    }

    /// What this person's back is compared with. In the dark an outline is a guess, however sharp it looks.
    fn back_reference(&self) -> Result<&BackReference, CantTellReason> {
        match self.back.reference() {
            Err(CantTellReason::NeedsBackContour) => Err(CantTellReason::NeedsBackContour),
            _ if self.view.is_dim() => Err(CantTellReason::PoorLight),
            told => told,
        }
    }

    fn enter(&mut self, finished: Finished) -> Rep {
        let Finished { trace, attempt } = finished;
        let faults = self.faults(&trace, attempt);
        let rep = self.describe(&trace, attempt, faults);
        self.entries += 1;
        if rep.counted {
            self.depths_deg.push(rep.hip_flexion_deg);
            let depths = [self.clean_depth_deg, rep.clean_depth_deg];
            self.clean_depth_deg = depths.into_iter().flatten().max_by(f64::total_cmp);
            self.indices.push(f64::from(rep.hinge_index));
            self.began_bent += u32::from(begins_bent(&trace));
            let neutral = self.neutral.neutral();
            self.reached_floor = neutral.and_then(|neutral| reaches_floor(&trace, neutral));
        }
        rep
    }

    fn faults(&self, trace: &RepTrace, attempt: Option<AttemptReason>) -> Vec<FaultFact> {
        if attempt.is_some() {
            return withhold(CantTellReason::NotApplicable, trace);
        }
        if !self.view.is_side_on() {
            return withhold(CantTellReason::NotSideOn, trace);
        }
        judge(trace, &self.context())
    }

    fn describe(
        &self,
        trace: &RepTrace,
        attempt: Option<AttemptReason>,
        faults: Vec<FaultFact>,
    ) -> Rep {
        let neutral = self
            .neutral
            .neutral()
            .copied()
            .or_else(|| Neutral::straightest(&trace.postures));
        let of = |read: &dyn Fn(&Neutral, &Posture) -> f64| {
            let mut values: Vec<f64> = match &neutral {
                Some(neutral) => trace.seen_at_bottom().map(|p| read(neutral, p)).collect(),
                None => Vec::new(),
            };
            let value = if values.is_empty() {
                0.0
            } else {
                median(&mut values)
            };
            round_to(value, 0.1)
        };
        let last_s = trace.postures.last().map_or(trace.start_s, |p| p.t_s);
        let context = self.context();
        let back = Back::new(trace, &context)
            .ok()
            .filter(|_| self.view.is_side_on());
        let hip_deg = back
            .as_ref()
            .and_then(|back| Some(back.bottom().ok()?.hip_flexion_deg));
        let clean_deg = back.as_ref().and_then(Back::clean_depth_deg);
        Rep {
            index: self.entries,
            start_s: trace.start_s,
            bottom_s: trace.bottom.map_or(trace.start_s, |b| b.middle_s),
            end_s: trace.end_s.unwrap_or(last_s),
            counted: attempt.is_none(),
            attempt_reason: attempt,
            hip_flexion_deg: hip_deg
                .map_or_else(|| of(&Neutral::hip_flexion_deg), |deg| round_to(deg, 0.1)),
            knee_flexion_deg: of(&Neutral::knee_flexion_deg),
            trunk_lean_deg: of(&|_, p| p.trunk_lean_deg()),
            hinge_index: neutral.and_then(|n| hinge_index(trace, &n)).unwrap_or(0),
            tempo_s: tempo(trace, last_s),
            dowel: back.map_or_else(Dowel::cant_tell, |back| back.course().dowel()),
            clean_depth_deg: clean_deg.map(|deg| round_to(deg, 0.1)),
            faults,
        }
    }

    fn movement(&self) -> Movement {
        if self.indices.is_empty() {
            return Movement::None;
        }
        // Too far off the side to tell hips from knees, or never upright between: no hinge, no squat.
        let unreadable = !self.view.is_side_on();
        if unreadable || 2 * self.began_bent as usize > self.indices.len() {
            return Movement::Other;
        }
        if median(&mut self.indices.clone()) >= SQUAT_INDEX {
            Movement::Hinge
        } else {
            Movement::Squat
        }
    }

    fn frame_facts(&self, frame: &PoseFrame, seen: Option<&Posture>) -> FrameFacts {
        let relative = seen.zip(self.neutral.neutral());
        let of = |read: &dyn Fn(&Neutral, &Posture) -> f64| relative.map(|(p, n)| read(n, p));
        let back = relative.map(|(p, n)| {
            self.back_reference()
                .and_then(|reference| self.back.reading(p, n, reference))
        });
        let told = back.and_then(Result::ok);
        let dowel = relative.map(|(p, n)| self.dowel_now(p, n, told.as_ref()));
        let gaps = told.map(|back| back.gaps);
        let stick = |posture, near| {
            let contacts = dowel.clone().unwrap_or_else(Dowel::cant_tell);
            self.back.line(posture, near, &contacts, gaps.as_ref())
        };
        let line = seen
            .zip(self.near.chosen())
            .and_then(|(posture, near)| stick(posture, near));
        let hundredths = |value: f64| round_to(value, 0.01);
        FrameFacts {
            t_s: frame.t_s,
            landmarks: frame.body.as_ref().map(rounded_landmarks),
            hip_flexion_deg: told
                .map(|back| back.hip_flexion_deg)
                .or_else(|| of(&Neutral::hip_flexion_deg)),
            knee_flexion_deg: of(&Neutral::knee_flexion_deg),
            trunk_lean_deg: seen.map(Posture::trunk_lean_deg),
            shin_lean_deg: seen.filter(|p| p.is_clear()).map(Posture::shin_lean_deg),
            hips_back_share: of(&Neutral::hips_back_share),
            lumbar_change: told.map(|back| hundredths(back.lumbar_change_deg)),
            thoracic_change: told.and_then(|back| back.thoracic_change_deg.map(hundredths)),
            heel_lift_share: relative.and_then(|(p, n)| n.heel_lift(p)).map(hundredths),
            back_reason: back.and_then(Result::err),
            head_deg: told
                .and_then(|back| back.head_change_deg)
                .or_else(|| of(&Neutral::head_flexion_deg))
                .map(|flexion_deg| -flexion_deg),
            dowel,
            dowel_gaps: gaps,
            dowel_line: line,
            back_contour: frame.back.as_ref().map(|back| {
                let w = (0..BackContour::SAMPLES).map(|i| back.w(i));
                w.map(|w| w.map(|w| round_to(w, 1e-4))).collect()
            }),
            phase: self.counter.phase(),
        }
    }

    /// The three contacts at this moment.
    fn dowel_now(&self, posture: &Posture, neutral: &Neutral, back: Option<&BackReading>) -> Dowel {
        let Some(back) = back else {
            return Dowel::cant_tell();
        };
        let knees_bent = neutral.knee_flexion_deg(posture) > SQUAT_MIN_KNEE_DEG;
        Dowel {
            head: back.head_contact(),
            mid_back: back.mid_back_contact(),
            tailbone: back.tailbone_contact(knees_bent),
            first_lost_s: None,
        }
    }
}

pub(crate) fn rounded_landmarks(body: &Body) -> Vec<[f64; 3]> {
    let rounded = |l: &Landmark| {
        let px = |value: f64| round_to(value, 0.01);
        [px(l.x_px), px(l.y_px), round_to(l.visibility, 0.001)]
    };
    body.landmarks.iter().map(rounded).collect()
}

fn tempo(trace: &RepTrace, last_s: f64) -> Tempo {
    let tempo = trace.tempo().unwrap_or_else(|| {
        let from_s = trace.bottom.map_or(last_s, |b| b.from_s);
        let to_s = trace.bottom.map_or(last_s, |b| b.to_s);
        Tempo {
            down: (from_s - trace.start_s).max(0.0),
            pause: to_s - from_s,
            up: 0.0,
        }
    });
    Tempo {
        down: round_to(tempo.down, 0.01),
        pause: round_to(tempo.pause, 0.01),
        up: round_to(tempo.up, 0.01),
    }
}

/// True when the trunk was far from upright before the repetition: rows, planks, rolling on the floor.
fn begins_bent(trace: &RepTrace) -> bool {
    let first = trace.between(trace.start_s, f64::INFINITY).next();
    let last = trace
        .end_s
        .and_then(|end_s| trace.between(end_s, f64::INFINITY).next());
    let bent = |p: &Posture| p.trunk_lean_deg().abs() > STANDING_MAX_HIP_DEG;
    // A lift from the floor begins bent and ends upright; only what never stands is something else.
    first.is_some_and(bent) && last.is_some_and(bent)
}

/// Rounds for the record; finer digits would only be noise.
fn round_to(value: f64, step: f64) -> f64 {
    let per_unit = (1.0 / step).round();
    (value * per_unit).round() / per_unit
}
