//! A recorded video, analysed frame by frame as fast as it is decoded.

use crate::coach::keeper::Keeper;
use crate::coach::{Coach, CoachError};
use crate::engine::{Settings, Summary, Update};
use crate::frame::Frame;
use crate::live::LiveSession;
use crate::practice::CommandError;
use crate::store::SessionId;

/// What one frame brought.
#[derive(Debug, Clone, PartialEq)]
pub struct ClipUpdate {
    pub update: Update,
    /// Counted so far.
    pub reps: u32,
}

/// One video on its way through the analysis. Dropping it cancels; what was found before stays.
#[derive(Debug)]
pub struct Clip {
    live: LiveSession,
    keeper: Keeper,
    reps: u32,
    finished: Option<Summary>,
}

impl Coach {
    /// Begins with a video of this name. Loads the networks, which takes a moment.
    ///
    /// # Errors
    /// [`CoachError::Model`].
    pub fn begin_clip(&self, name: &str, started_at_ms: i64) -> Result<Clip, CoachError> {
        let settings = Settings {
            cue_frequency: self.settings().cue_frequency,
            words: self.words(),
            ..Settings::default()
        };
        Ok(Clip {
            live: LiveSession::new(self.tracker(self.model())?, settings),
            keeper: self.keeper(name, None, started_at_ms),
            reps: 0,
            finished: None,
        })
    }
}

impl Clip {
    /// Takes the next frame. Timestamps must grow.
    ///
    /// # Errors
    /// [`CoachError::Model`] when a network fails, [`CoachError::Command`] after [`Clip::finish`].
    pub fn push(&mut self, frame: &Frame) -> Result<ClipUpdate, CoachError> {
        if self.finished.is_some() {
            return Err(CommandError::Over.into());
        }
        let update = self.live.push(frame)?;
        if let Some(rep) = &update.rep {
            self.reps += u32::from(rep.counted);
            self.keeper.rep(0, rep.clone());
        }
        if let Some(cue) = &update.cue {
            self.keeper.cue(cue.clone());
        }
        self.keeper.save(update.frame.t_s);
        Ok(ClipUpdate {
            update,
            reps: self.reps,
        })
    }

    /// The video is over. Returns what it came to, and the number under which it is kept.
    ///
    /// # Errors
    /// [`CoachError::Command`] when it is finished already, [`CoachError::Store`] when something could not be
    /// written: calling it again tries again.
    pub fn finish(&mut self) -> Result<(Summary, Option<SessionId>), CoachError> {
        let summary = match &self.finished {
            Some(_) if self.keeper.unsaved() == 0 => return Err(CommandError::Over.into()),
            Some(summary) => summary.clone(),
            None => self.sum_up(),
        };
        self.finished = Some(summary.clone());
        self.keeper.save_now()?;
        Ok((summary, self.keeper.id()))
    }

    fn sum_up(&mut self) -> Summary {
        let summary = self.live.finish().unwrap_or_else(Summary::of_nothing);
        if let Some(rep) = &summary.last_rep {
            self.keeper.rep(0, rep.clone());
        }
        self.keeper.clip(summary.clone());
        summary
    }
}
