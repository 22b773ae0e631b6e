//! The session: what stage it is in, what a frame does to it, and what the shell is told.

use crate::analysis::{FrameFacts, Rep};
use crate::body::PictureSize;
use crate::engine::{Engine, Summary, Timeline};
use crate::pose::PoseFrame;
use crate::practice::count_in::CountIn;
use crate::practice::event::{Event, EventKind, Priority};
use crate::practice::hints::HintCoach;
use crate::practice::pain::asks_to_stop;
use crate::practice::plan::{MAX_PAIN, Plan, PlanError};
use crate::practice::presence::Presence;
use crate::practice::set::{SetLog, SetSummary, Tally};
use crate::practice::setup::{SetupWatch, Tilt};
use crate::practice::stage::{Ending, PauseReason, Stage};
use crate::practice::tempo::TempoCount;
use crate::practice::update::{Depth, SessionSummary, Update};
use crate::practice::voice::{Line, Voice};
use crate::words::Value;

/// A wish that makes no sense at this moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CommandError {
    #[error("the session is over")]
    Over,
    #[error("no set is going on")]
    NoSet,
    #[error(transparent)]
    Plan(#[from] PlanError),
}

/// Leads one person through one session.
#[derive(Debug, Clone)]
pub struct Practice {
    pub(super) plan: Plan,
    pub(super) picture: PictureSize,
    pub(super) timeline: Timeline,
    pub(super) stage: Stage,
    /// When the stage began.
    pub(super) since_s: f64,
    pub(super) setup: SetupWatch,
    pub(super) hints: HintCoach,
    pub(super) presence: Presence,
    pub(super) voice: Voice,
    /// Watches the movement from holding still to the end of the set.
    pub(super) engine: Option<Engine>,
    pub(super) count_in: CountIn,
    pub(super) tempo: Option<TempoCount>,
    pub(super) log: SetLog,
    pub(super) set_start_s: f64,
    pub(super) last_active_s: f64,
    pub(super) asked_if_there: bool,
    pub(super) told_of_others: bool,
    pub(super) told_of_back: bool,
    pub(super) limit: LimitWatch,
    pub(super) rest_told: bool,
    pub(super) wrong_since_s: Option<f64>,
    /// Entries of the sets before, to number the next.
    pub(super) before: Vec<Rep>,
    pub(super) sets: Vec<SetSummary>,
    pub(super) outcomes: Vec<(u32, Summary)>,
    pain_after: Option<u8>,
    /// Filled while a frame is worked on.
    pub(super) entries: Vec<Rep>,
    pub(super) events: Vec<Event>,
    pub(super) finished_set: Option<SetSummary>,
}

/// Whether the range limit was reached in the repetition going on, and how often it was said.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct LimitWatch {
    pub reached: bool,
    pub said: u32,
}

impl Practice {
    /// `width_px` and `height_px` are those of the upright picture.
    ///
    /// # Errors
    /// [`PlanError`] when no session can follow the plan.
    pub fn new(plan: Plan, width_px: f64, height_px: f64) -> Result<Self, PlanError> {
        plan.check()?;
        let picture = PictureSize {
            width_px,
            height_px,
        };
        let tempo = plan.targets.tempo_s.filter(|_| plan.counts_tempo);
        let mut practice = Practice {
            picture,
            timeline: Timeline::default(),
            stage: Stage::SetUp,
            since_s: 0.0,
            setup: SetupWatch::new(picture),
            hints: HintCoach::default(),
            presence: Presence::default(),
            voice: Voice::default(),
            engine: None,
            count_in: CountIn::default(),
            tempo: tempo.as_ref().map(TempoCount::new),
            log: SetLog::default(),
            set_start_s: 0.0,
            last_active_s: 0.0,
            asked_if_there: false,
            told_of_others: false,
            told_of_back: false,
            limit: LimitWatch::default(),
            rest_told: false,
            wrong_since_s: None,
            before: Vec::new(),
            sets: Vec::new(),
            outcomes: Vec::new(),
            pain_after: None,
            entries: Vec::new(),
            events: Vec::new(),
            finished_set: None,
            plan,
        };
        let name = practice
            .plan
            .words
            .get(&practice.plan.drill.text_id("name"));
        practice.say_text("welcome", name, Priority::Guide);
        if !practice.plan.is_watched() {
            practice.begin_count_in();
        }
        Ok(practice)
    }

    /// Takes the next frame. A frame whose time does not grow changes nothing.
    pub fn push(&mut self, frame: &PoseFrame, tilt: Option<Tilt>) -> Update {
        let set_index = self.set_index();
        let Some(t_s) = self.timeline.admit(frame.t_s) else {
            return self.update(set_index, None, None);
        };
        let frame = PoseFrame {
            t_s,
            ..frame.clone()
        };
        let posture = self.setup.look(&frame, tilt);
        self.presence
            .look(t_s, posture.as_ref().filter(|p| p.is_seen()));
        let facts = self.advance(&frame);
        let spoken = self.voice.speak(t_s);
        self.events.extend(spoken);
        self.update(set_index, Some(&frame), facts)
    }

    /// The facts of the movement while it is watched.
    fn advance(&mut self, frame: &PoseFrame) -> Option<FrameFacts> {
        let facts = self.watch(frame);
        let moving = facts.as_ref().is_some_and(|facts| facts.phase.is_some());
        match self.stage {
            Stage::SetUp => self.set_up(),
            Stage::HoldStill => self.hold_still(moving),
            Stage::CountIn => self.count_in(moving),
            Stage::Set => self.set(facts.as_ref(), moving),
            Stage::Paused(reason) => self.paused(reason),
            Stage::Rest => self.rest(),
            Stage::Done(_) => {}
        }
        facts
    }

    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// Stops watching until [`Practice::resume`].
    ///
    /// # Errors
    /// [`CommandError::NoSet`] outside of a set, [`CommandError::Over`] after the end.
    pub fn pause(&mut self) -> Result<(), CommandError> {
        self.going_on()?;
        match self.stage {
            Stage::Set | Stage::Paused(_) | Stage::CountIn | Stage::HoldStill => {
                self.voice.forget(Priority::Guide);
                self.say("say-paused", &[], Priority::Alert);
                self.enter(Stage::Paused(PauseReason::ByHand));
                Ok(())
            }
            _ => Err(CommandError::NoSet),
        }
    }

    /// Goes on after [`Practice::pause`]; does nothing when it was not paused.
    ///
    /// # Errors
    /// [`CommandError::Over`] after the end.
    pub fn resume(&mut self) -> Result<(), CommandError> {
        self.going_on()?;
        if self.stage == Stage::Paused(PauseReason::ByHand) {
            self.go_on();
        }
        Ok(())
    }

    /// Adds to the count of the set going on, or takes from it, never below nothing.
    ///
    /// # Errors
    /// [`CommandError::NoSet`] outside of a set, [`CommandError::Over`] after the end.
    pub fn correct_reps(&mut self, by: i32) -> Result<(), CommandError> {
        self.going_on()?;
        if !matches!(self.stage, Stage::Set | Stage::Paused(_)) {
            return Err(CommandError::NoSet);
        }
        self.log.correct(by);
        self.show_count();
        Ok(())
    }

    /// How much it hurts now, 0 to 10. The first answer stands for before the session when the plan has none;
    /// two more than before ends the session.
    ///
    /// # Errors
    /// [`PlanError::Pain`] for more than 10.
    pub fn report_pain(&mut self, level: u8) -> Result<(), CommandError> {
        if level > MAX_PAIN {
            return Err(PlanError::Pain.into());
        }
        let Some(before) = self.plan.pain_before else {
            self.plan.pain_before = Some(level);
            return Ok(());
        };
        self.pain_after = Some(level);
        if asks_to_stop(before, level) && !matches!(self.stage, Stage::Done(_)) {
            self.end(Ending::Pain);
        }
        Ok(())
    }

    /// Ends the session, now if it still goes on; returns what it was and the last things to say, whose times
    /// may lie after the last frame.
    pub fn finish(&mut self) -> (SessionSummary, Update) {
        if !matches!(self.stage, Stage::Done(_)) {
            self.end(Ending::ByHand);
        }
        let now_s = self.timeline.last_s();
        let rest = self.voice.finish(now_s);
        self.events.extend(rest);
        let update = self.update(self.set_index().saturating_sub(1), None, None);
        (self.summary(), update)
    }

    fn going_on(&self) -> Result<(), CommandError> {
        match self.stage {
            Stage::Done(_) => Err(CommandError::Over),
            _ => Ok(()),
        }
    }

    pub(super) fn set_index(&self) -> u32 {
        self.sets.len() as u32
    }

    pub(super) fn enter(&mut self, stage: Stage) {
        self.stage = stage;
        self.since_s = self.timeline.last_s();
    }

    pub(super) fn in_stage_s(&self) -> f64 {
        self.timeline.last_s() - self.since_s
    }

    pub(super) fn say(&mut self, id: &str, values: &[(&str, Value<'_>)], priority: Priority) {
        let text = self.plan.words.fill(id, values);
        self.say_text(id, text, priority);
    }

    pub(super) fn say_text(&mut self, id: &str, text: String, priority: Priority) {
        let valid_until_s = self.timeline.last_s() + valid_s(priority);
        self.voice.offer(Line {
            id: id.to_owned(),
            text,
            priority,
            valid_until_s,
        });
    }

    pub(super) fn tell(&mut self, id: &str, kind: EventKind, text: String) {
        self.events.push(Event {
            at_s: self.timeline.last_s(),
            id: id.to_owned(),
            kind,
            priority: Priority::Count,
            text,
        });
    }

    pub(super) fn show_count(&mut self) {
        let count = self.log.count().to_string();
        self.tell("count", EventKind::Show, count);
    }

    fn update(
        &mut self,
        set_index: u32,
        frame: Option<&PoseFrame>,
        facts: Option<FrameFacts>,
    ) -> Update {
        let targets = &self.plan.targets;
        let body = frame.and_then(|frame| frame.body.as_ref());
        let seen = body.map(crate::engine::rounded_landmarks);
        Update {
            at_s: self.timeline.last_s(),
            stage: self.stage,
            set_index,
            reps: self
                .finished_set
                .as_ref()
                .map_or_else(|| self.log.count(), |set| set.tally.reps),
            depth: Depth {
                now_deg: facts.as_ref().and_then(|facts| facts.hip_flexion_deg),
                target_deg: targets.hip_flexion_deg,
                limit_deg: self.plan.turn_at_deg(),
            },
            near: self.setup.near_side(),
            landmarks: seen,
            facts,
            entries: std::mem::take(&mut self.entries),
            finished_set: self.finished_set.take(),
            events: std::mem::take(&mut self.events),
        }
    }

    fn summary(&self) -> SessionSummary {
        let ending = match self.stage {
            Stage::Done(ending) => ending,
            _ => Ending::ByHand,
        };
        let most = self.outcomes.iter().max_by_key(|(reps, _)| *reps);
        let outcome = most.map_or_else(Summary::of_nothing, |(_, outcome)| outcome.clone());
        SessionSummary {
            drill: self.plan.drill.id.clone(),
            ending,
            sets: self.sets.clone(),
            total: self.total(),
            view: outcome.view,
            movement: outcome.movement,
            pain_before: self.plan.pain_before,
            pain_after: self.pain_after,
        }
    }

    pub(super) fn total(&self) -> Tally {
        let reps = self.sets.iter().map(|set| set.tally.reps).sum();
        Tally::of(&self.before, reps, self.plan.watched())
    }
}

/// How long a line may wait before it is no longer worth saying.
fn valid_s(priority: Priority) -> f64 {
    match priority {
        Priority::Count => 0.8,
        Priority::Cue => 2.0,
        Priority::Guide | Priority::Alert => 30.0,
    }
}
