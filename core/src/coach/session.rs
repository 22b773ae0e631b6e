//! A session before the camera: frames in, what to show and say out, every repetition kept.

use crate::analysis::{FaultId, Rep, SpokenCue};
use crate::coach::keeper::Keeper;
use crate::coach::{Coach, CoachError, PlanOptions};
use crate::frame::Frame;
use crate::live::Eyes;
use crate::practice::{
    CommandError, Ending, EventKind, Plan, Practice, SessionSummary, Stage, Tilt, Update,
};
use crate::progress::{SetOutcome, next_limit};
use crate::store::SessionId;
use crate::thresholds::RANGE_MARGIN_DEG;

/// Stored as the source of a session that came from the camera.
const LIVE: &str = "live";
/// The events of cues begin so.
const CUE: &str = "cue-";

/// What one frame brought.
#[derive(Debug, Clone, PartialEq)]
pub struct SessionUpdate {
    pub update: Update,
    /// How many the session is to have.
    pub sets: u32,
    /// How much could not be written yet, because the disk is full or busy.
    pub unsaved: u32,
}

/// One person's session, from the first frame to the summary.
#[derive(Debug)]
pub struct Session {
    eyes: Eyes,
    plan: Plan,
    /// Made with the first frame, which says how large the picture is.
    practice: Option<(Practice, (u32, u32))>,
    keeper: Keeper,
    range: Range,
    finished: Option<SessionSummary>,
}

/// How the personal range limit moves with each set.
#[derive(Debug, Default)]
struct Range {
    moves: bool,
    at_start_deg: Option<f64>,
    now_deg: Option<f64>,
    /// Of the set going on.
    reps: Vec<Rep>,
}

impl Range {
    fn end_set(&mut self, in_pain: bool) {
        let outcome = SetOutcome {
            session_start_deg: self.at_start_deg,
            in_pain,
            ..SetOutcome::of(&std::mem::take(&mut self.reps))
        };
        if self.moves {
            self.now_deg = next_limit(self.now_deg, &outcome);
        }
    }
}

impl Coach {
    /// Begins a session. Loads the networks, which takes a moment.
    ///
    /// # Errors
    /// [`CoachError::NoSuchDrill`], [`CoachError::Plan`] or [`CoachError::Model`].
    pub fn begin(&self, options: &PlanOptions, started_at_ms: i64) -> Result<Session, CoachError> {
        let mut plan = self.plan(options)?;
        // What bends the back on purpose says nothing about how deep it stays long.
        let has_range = plan.drill.watched.contains(&FaultId::RoundedLowerBack);
        let own_deg = self.archive().store.limit_deg()?.filter(|_| has_range);
        plan.range_deg = own_deg;
        let targets = &mut plan.targets;
        let beyond_deg = own_deg.map(|deg| deg + RANGE_MARGIN_DEG);
        targets.hip_flexion_limit_deg = targets.hip_flexion_limit_deg.or(beyond_deg);
        Ok(Session {
            eyes: Eyes::new(self.tracker(self.model())?),
            keeper: self.keeper(LIVE, Some(&plan.drill.id), started_at_ms),
            plan,
            practice: None,
            range: Range {
                moves: has_range,
                at_start_deg: own_deg,
                now_deg: own_deg,
                reps: Vec::new(),
            },
            finished: None,
        })
    }
}

impl Session {
    /// Takes the next frame. Timestamps must grow; a frame whose time does not changes nothing.
    ///
    /// # Errors
    /// [`CoachError::Model`] when a network fails, [`CoachError::SizeChanged`], and [`CoachError::Command`]
    /// after [`Session::finish`].
    pub fn push(&mut self, frame: &Frame, tilt: Option<Tilt>) -> Result<SessionUpdate, CoachError> {
        if self.finished.is_some() {
            return Err(CommandError::Over.into());
        }
        let size_px = frame.upright_size_px();
        self.begin_practice(size_px)?;
        let pose = self.eyes.see(frame)?;
        let update = match &mut self.practice {
            Some((practice, _)) => practice.push(&pose, tilt),
            None => return Err(CommandError::Over.into()),
        };
        self.keep(&update);
        self.keeper.save(update.at_s);
        Ok(self.told(update))
    }

    /// # Errors
    /// As [`Practice::pause`].
    pub fn pause(&mut self) -> Result<(), CoachError> {
        Ok(self.practice()?.pause()?)
    }

    /// # Errors
    /// As [`Practice::resume`].
    pub fn resume(&mut self) -> Result<(), CoachError> {
        Ok(self.practice()?.resume()?)
    }

    /// # Errors
    /// As [`Practice::correct_reps`].
    pub fn correct_reps(&mut self, by: i32) -> Result<(), CoachError> {
        Ok(self.practice()?.correct_reps(by)?)
    }

    /// # Errors
    /// As [`Practice::report_pain`].
    pub fn report_pain(&mut self, level: u8) -> Result<(), CoachError> {
        Ok(self.practice()?.report_pain(level)?)
    }

    pub fn stage(&self) -> Stage {
        self.practice
            .as_ref()
            .map_or(Stage::SetUp, |(practice, _)| practice.stage())
    }

    /// The number under which it is kept; None as long as there was nothing to keep.
    pub fn id(&self) -> Option<SessionId> {
        self.keeper.id()
    }

    /// Ends the session; returns what it was, and the last things to say. What could not be written is tried
    /// once more.
    ///
    /// # Errors
    /// [`CoachError::Command`] when it is finished already, [`CoachError::Store`] when something could not be
    /// written: calling it again tries again.
    pub fn finish(&mut self) -> Result<(SessionSummary, SessionUpdate), CoachError> {
        if self.finished.is_some() && self.keeper.unsaved() == 0 {
            return Err(CommandError::Over.into());
        }
        if self.practice.is_none() {
            // Not one frame came; any size will do.
            self.begin_practice((1, 1))?;
        }
        let (summary, update) = self.practice()?.finish();
        if self.finished.is_none() {
            self.keep(&update);
            if self.keeper.id().is_some() || self.keeper.unsaved() > 0 {
                self.keeper.summary(summary.clone(), self.range.now_deg);
            }
            self.finished = Some(summary.clone());
        }
        self.keeper.save_now()?;
        Ok((summary, self.told(update)))
    }

    fn told(&self, update: Update) -> SessionUpdate {
        SessionUpdate {
            update,
            sets: self.plan.sets,
            unsaved: self.keeper.unsaved(),
        }
    }

    fn begin_practice(&mut self, size_px: (u32, u32)) -> Result<(), CoachError> {
        match &self.practice {
            Some((_, known)) if *known == size_px => Ok(()),
            Some(_) => Err(CoachError::SizeChanged),
            None => {
                let (width, height) = size_px;
                let plan = self.plan.clone();
                let practice = Practice::new(plan, f64::from(width), f64::from(height))?;
                self.practice = Some((practice, size_px));
                Ok(())
            }
        }
    }

    fn practice(&mut self) -> Result<&mut Practice, CoachError> {
        let practice = self.practice.as_mut();
        Ok(practice
            .map(|(practice, _)| practice)
            .ok_or(CommandError::NoSet)?)
    }

    fn keep(&mut self, update: &Update) {
        for rep in &update.entries {
            self.keeper.rep(update.set_index, rep.clone());
            self.range.reps.push(rep.clone());
        }
        let spoken = update.events.iter().filter(|e| e.kind == EventKind::Say);
        for event in spoken {
            if let Some(id) = event.id.strip_prefix(CUE) {
                self.keeper.cue(SpokenCue {
                    at_s: event.at_s,
                    id: id.to_owned(),
                    text: event.text.clone(),
                });
            }
        }
        if let Some(set) = &update.finished_set {
            self.keeper.set(set.clone());
            let in_pain = update.stage == Stage::Done(Ending::Pain);
            self.range.end_set(in_pain);
        }
    }
}
