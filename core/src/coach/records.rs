//! What was done before: the history, the progress, the reports.

use crate::analysis::{Analysis, Timing};
use crate::coach::{Coach, CoachError};
use crate::engine::Summary;
use crate::progress::{self, Streak, Trends};
use crate::report::{self, ReportInput};
use crate::store::{SessionId, SessionSummary as StoredSummary, StoredSession, export};

/// How it goes over the weeks.
#[derive(Debug, Clone, PartialEq)]
pub struct Progress {
    pub trends: Trends,
    pub streak: Streak,
    /// The personal range limit, in degrees of hip flexion.
    pub limit_deg: Option<f64>,
    /// Sessions with at least one repetition.
    pub sessions: u32,
    /// All repetitions, corrections included.
    pub reps: u64,
}

impl Coach {
    /// At most `limit` sessions, newest first, older than `before`.
    ///
    /// # Errors
    /// [`CoachError::Store`].
    pub fn history(
        &self,
        before: Option<SessionId>,
        limit: u32,
    ) -> Result<Vec<StoredSummary>, CoachError> {
        Ok(self.archive().store.sessions_page(before, limit)?)
    }

    /// # Errors
    /// [`CoachError::Store`].
    pub fn session(&self, id: SessionId) -> Result<StoredSession, CoachError> {
        Ok(self.archive().store.session(id)?)
    }

    /// Against the days that the person means to practise on. `now_ms` and `utc_offset_min` say which day it is.
    ///
    /// # Errors
    /// [`CoachError::Store`].
    pub fn progress(&self, now_ms: i64, utc_offset_min: i32) -> Result<Progress, CoachError> {
        let archive = self.archive();
        let sessions = archive.store.sessions()?;
        let limit_deg = archive.store.limit_deg()?;
        drop(archive);
        let done = || sessions.iter().filter(|session| session.done > 0);
        let day = |ms: i64| progress::local_day(ms, utc_offset_min);
        let days = done().map(|session| day(session.begun.started_at_ms));
        let digests = done().map(|session| (session.begun.started_at_ms, &session.digest));
        Ok(Progress {
            trends: progress::trends(digests),
            streak: progress::streak(days, self.settings().practice_days, day(now_ms)),
            limit_deg,
            sessions: done().count() as u32,
            reps: done().map(|session| u64::from(session.done)).sum(),
        })
    }

    /// One session as a self-contained HTML page. `drawn_up` is today's date as the reader writes it.
    ///
    /// # Errors
    /// [`CoachError::Store`].
    pub fn report_html(&self, id: SessionId, drawn_up: &str) -> Result<String, CoachError> {
        let session = self.session(id)?;
        let words = self.words();
        let title = match &session.begun.drill {
            Some(drill) => words.get(&format!("drill-{drill}-name")),
            None => session.begun.source.clone(),
        };
        let analysis = analysis_of(session);
        Ok(report::html(&ReportInput {
            words: &words,
            title: &title,
            drawn_up,
            analysis: &analysis,
            frames: &[],
            pictures: &[],
        }))
    }

    /// # Errors
    /// [`CoachError::Store`].
    pub fn export_csv(&self, ids: &[SessionId]) -> Result<String, CoachError> {
        let mut out = Vec::new();
        export::csv(&self.archive().store, ids, &mut out)?;
        Ok(String::from_utf8_lossy(&out).into_owned())
    }

    /// # Errors
    /// [`CoachError::Store`].
    pub fn export_json(&self, ids: &[SessionId]) -> Result<String, CoachError> {
        let mut out = Vec::new();
        export::json(&self.archive().store, ids, &mut out)?;
        Ok(String::from_utf8_lossy(&out).into_owned())
    }

    /// Adds to a finished set's count, or takes from it; gives how many it has now.
    ///
    /// # Errors
    /// [`CoachError::Store`].
    pub fn correct_set(&self, id: SessionId, set: u32, by: i32) -> Result<u32, CoachError> {
        Ok(self.archive().store.correct_set(id, set, by)?)
    }

    /// # Errors
    /// [`CoachError::Store`].
    pub fn erase(&self, id: SessionId) -> Result<(), CoachError> {
        Ok(self.archive().store.erase(id)?)
    }

    /// Erases every session, also what waits to be written; the settings stay.
    ///
    /// # Errors
    /// [`CoachError::Store`].
    pub fn erase_all(&self) -> Result<(), CoachError> {
        let archive = &mut self.archive();
        let erased = archive.erase_all();
        // They went with everything else.
        let kept = self.settings().save(&mut archive.store);
        Ok(erased.and(kept)?)
    }
}

/// As a report reads it: without a video.
fn analysis_of(session: StoredSession) -> Analysis {
    let nothing = Summary::of_nothing();
    let (view, movement, clean_depth_deg) = match session.outcome {
        Some(outcome) => (outcome.view, outcome.movement, outcome.clean_depth_deg),
        None => (nothing.view, nothing.movement, None),
    };
    Analysis {
        schema: crate::analysis::SCHEMA.to_owned(),
        versions: session.begun.versions,
        video: None,
        view,
        movement,
        reps: session.reps,
        cues: session.cues,
        clean_depth_deg,
        timing: Timing {
            pose_ms_median: 0.0,
            analysis_ms_median: 0.0,
            realtime_factor: 0.0,
        },
    }
}
