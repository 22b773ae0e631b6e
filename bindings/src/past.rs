//! Sessions of the past.

use dowel_core::analysis;
use dowel_core::analysis::{
    AttemptReason, CantTellReason, Movement, Phase, Verdict, ViewReason, ViewVerdict,
};
use dowel_core::practice::Ending;
use dowel_core::store::{self, Felt, Notes, Outcome, Pain};

use crate::session::number;
use crate::shared::{Tempo, Versions};
use crate::update::Contacts;

/// One line of the history.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct HistoryEntry {
    pub id: i64,
    /// Unix time in milliseconds, UTC.
    pub started_at_ms: i64,
    /// `live`, or the name of the video.
    pub source: String,
    /// The drill's id, when one was chosen.
    pub drill: Option<String>,
    /// False while it goes on, and for ever if it was cut off.
    pub is_finished: bool,
    /// Repetitions: counted, paced, and corrected by hand.
    pub reps: u32,
    pub clean: u32,
    pub clean_depth_deg: Option<f64>,
    /// 0 is a squat, 100 a pure hinge.
    pub hinge_index: Option<f64>,
    /// The ids of the faults that were seen, the most frequent first.
    pub faults: Vec<String>,
    pub ending: Option<Ending>,
    pub pain_before: Option<u8>,
    pub pain_after: Option<u8>,
    pub felt: Vec<Felt>,
}

/// A whole session.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct PastSession {
    pub id: i64,
    /// Unix time in milliseconds, UTC.
    pub started_at_ms: i64,
    /// `live`, or the name of the video.
    pub source: String,
    /// The drill's id, when one was chosen.
    pub drill: Option<String>,
    pub versions: Versions,
    /// False while it goes on, and for ever if it was cut off; then nothing is known of view and movement.
    pub is_finished: bool,
    pub view_ok: bool,
    pub view_reasons: Vec<ViewReason>,
    pub movement: Movement,
    pub clean_depth_deg: Option<f64>,
    pub ending: Option<Ending>,
    pub pain_before: Option<u8>,
    pub pain_after: Option<u8>,
    pub felt: Vec<Felt>,
    pub sets: Vec<PastSet>,
    /// In their order, attempts included.
    pub reps: Vec<PastRep>,
    /// In the order in which they were spoken.
    pub cues: Vec<PastCue>,
}

/// One set of the past.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct PastSet {
    /// From 0.
    pub index: u32,
    pub start_s: f64,
    pub end_s: f64,
    /// Repetitions: counted, paced, and corrected by hand.
    pub reps: u32,
    /// What was added to the count by hand, or taken from it.
    pub corrected: i32,
}

/// One repetition, or one attempt at it. Times are seconds since the first frame, angles those at the bottom.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct PastRep {
    pub index: u32,
    pub start_s: f64,
    pub bottom_s: f64,
    pub end_s: f64,
    /// True for a repetition; false for an attempt, whose reason follows.
    pub counted: bool,
    pub attempt_reason: Option<AttemptReason>,
    pub is_clean: bool,
    pub hip_flexion_deg: f64,
    pub knee_flexion_deg: f64,
    pub trunk_lean_deg: f64,
    /// 0 is a squat, 100 a pure hinge.
    pub hinge_index: u8,
    pub tempo_s: Tempo,
    pub contacts: Contacts,
    pub first_lost_s: Option<f64>,
    pub clean_depth_deg: Option<f64>,
    /// Every fault of the catalogue, in its order.
    pub faults: Vec<RepFault>,
}

/// The verdict on one fault in one repetition.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct RepFault {
    pub id: String,
    pub verdict: Verdict,
    /// 0 at the limit, 1 at twice the limit or more.
    pub severity: f64,
    pub onset_s: Option<f64>,
    pub phase: Option<Phase>,
    /// Why it can't be told.
    pub reason: Option<CantTellReason>,
}

/// A cue that was spoken.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct PastCue {
    pub at_s: f64,
    /// The fault's id, or the id of a confirmation such as `fixed`.
    pub id: String,
    pub text: String,
}

impl From<store::SessionSummary> for HistoryEntry {
    fn from(session: store::SessionSummary) -> Self {
        let Notes {
            pain_before,
            pain_after,
            felt,
            ended,
            ..
        } = session.notes;
        let faults = session.digest.most_seen();
        HistoryEntry {
            id: number(session.id),
            started_at_ms: session.begun.started_at_ms,
            source: session.begun.source,
            drill: session.begun.drill,
            is_finished: session.outcome.is_some(),
            reps: session.done,
            clean: session.digest.clean,
            clean_depth_deg: session.digest.clean_depth_deg,
            hinge_index: session.digest.hinge_index(),
            faults: faults.iter().map(|(id, _)| id.to_string()).collect(),
            ending: ended,
            pain_before: pain_before.map(Pain::into),
            pain_after: pain_after.map(Pain::into),
            felt,
        }
    }
}

impl From<store::StoredSession> for PastSession {
    fn from(session: store::StoredSession) -> Self {
        let notes = session.notes;
        let is_finished = session.outcome.is_some();
        let (view, movement, clean_depth_deg) = match session.outcome {
            Some(Outcome {
                view,
                movement,
                clean_depth_deg,
            }) => (Some(view), movement, clean_depth_deg),
            None => (None, Movement::None, None),
        };
        PastSession {
            id: number(session.id),
            started_at_ms: session.begun.started_at_ms,
            source: session.begun.source,
            drill: session.begun.drill,
            versions: session.begun.versions,
            is_finished,
            view_ok: view
                .as_ref()
                .is_some_and(|view| view.verdict == ViewVerdict::Ok),
            view_reasons: view.map(|view| view.reasons).unwrap_or_default(),
            movement,
            clean_depth_deg,
            ending: notes.ended,
            pain_before: notes.pain_before.map(Pain::into),
            pain_after: notes.pain_after.map(Pain::into),
            felt: notes.felt,
            sets: session.sets.iter().map(PastSet::from).collect(),
            reps: session.reps.into_iter().map(PastRep::from).collect(),
            cues: session.cues.into_iter().map(PastCue::from).collect(),
        }
    }
}

impl From<&store::StoredSet> for PastSet {
    fn from(set: &store::StoredSet) -> Self {
        PastSet {
            index: set.index,
            start_s: set.start_s,
            end_s: set.end_s,
            reps: set.done(),
            corrected: set.correction,
        }
    }
}

impl From<analysis::Rep> for PastRep {
    fn from(rep: analysis::Rep) -> Self {
        PastRep {
            index: rep.index,
            start_s: rep.start_s,
            bottom_s: rep.bottom_s,
            end_s: rep.end_s,
            counted: rep.counted,
            attempt_reason: rep.attempt_reason,
            is_clean: rep.is_clean(),
            hip_flexion_deg: rep.hip_flexion_deg,
            knee_flexion_deg: rep.knee_flexion_deg,
            trunk_lean_deg: rep.trunk_lean_deg,
            hinge_index: rep.hinge_index,
            tempo_s: rep.tempo_s,
            contacts: Contacts::from(&rep.dowel),
            first_lost_s: rep.dowel.first_lost_s,
            clean_depth_deg: rep.clean_depth_deg,
            faults: rep.faults.into_iter().map(RepFault::from).collect(),
        }
    }
}

impl From<analysis::FaultFact> for RepFault {
    fn from(fact: analysis::FaultFact) -> Self {
        RepFault {
            id: fact.id.to_string(),
            verdict: fact.verdict,
            severity: fact.severity,
            onset_s: fact.onset_s,
            phase: fact.phase,
            reason: fact.reason,
        }
    }
}

impl From<analysis::SpokenCue> for PastCue {
    fn from(cue: analysis::SpokenCue) -> Self {
        PastCue {
            at_s: cue.at_s,
            id: cue.id,
            text: cue.text,
        }
    }
}
