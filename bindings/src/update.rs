//! What a frame brings to a screen and a voice, and what a session came to.

use dowel_core::analysis::{CantTellReason, Contact, Movement, Phase, Side, ViewReason};
use dowel_core::body::NearSide;
use dowel_core::pose::Joint;
use dowel_core::practice::{self, Ending, EventKind, PauseReason, Priority, WentWell};
use dowel_core::{analysis, coach};

/// Where a session is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
pub enum Stage {
    /// Something about phone, light or place is to mend.
    SetUp,
    /// The person's own standing posture is being learned.
    HoldStill,
    CountIn,
    Set,
    Paused {
        why: PauseReason,
    },
    Rest,
    Done {
        ending: Ending,
    },
}

/// One thing for the shell to do, at once.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Event {
    /// Seconds since the first frame.
    pub at_s: f64,
    /// Stable; the key of its words.
    pub id: String,
    pub kind: EventKind,
    pub priority: Priority,
    /// In the session's language; empty for what is only felt.
    pub text: String,
}

/// A place in the upright picture, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, uniffi::Record)]
pub struct Point {
    pub x_px: f64,
    pub y_px: f64,
}

/// A landmark in the upright picture.
#[derive(Debug, Clone, Copy, PartialEq, uniffi::Record)]
pub struct BodyPoint {
    pub x_px: f64,
    pub y_px: f64,
    /// 0 (hidden) to 1 (clearly seen).
    pub visibility: f64,
}

/// The side of the body that the camera sees.
#[derive(Debug, Clone, Copy, PartialEq, uniffi::Record)]
pub struct NearBody {
    pub side: Side,
    /// True when the person faces the right edge of the picture.
    pub faces_right: bool,
    pub ear: BodyPoint,
    pub shoulder: BodyPoint,
    pub elbow: BodyPoint,
    pub wrist: BodyPoint,
    pub hip: BodyPoint,
    pub knee: BodyPoint,
    pub ankle: BodyPoint,
    pub heel: BodyPoint,
    pub toe: BodyPoint,
}

/// Whether the dowel touches at its three places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Record)]
pub struct Contacts {
    pub head: Contact,
    pub mid_back: Contact,
    pub tailbone: Contact,
}

/// The dowel over the picture: from its lower to its upper end, and the places where it should touch.
#[derive(Debug, Clone, Copy, PartialEq, uniffi::Record)]
pub struct Stick {
    pub lower: Point,
    pub upper: Point,
    pub tailbone: Point,
    pub mid_back: Point,
    /// None when the back of the head was not seen.
    pub head: Option<Point>,
}

/// How deep the hinge is, for a meter: hip flexion in degrees.
#[derive(Debug, Clone, Copy, PartialEq, uniffi::Record)]
pub struct Depth {
    pub now_deg: Option<f64>,
    pub target_deg: Option<f64>,
    pub limit_deg: Option<f64>,
}

/// What one frame brought.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct LiveUpdate {
    /// Seconds since the first frame.
    pub at_s: f64,
    pub stage: Stage,
    /// The set going on, or the one to come, from 0.
    pub set_index: u32,
    /// How many sets the session is to have.
    pub sets: u32,
    /// Counted in this set, corrections included.
    pub reps: u32,
    /// The part of the repetition; None between repetitions.
    pub phase: Option<Phase>,
    pub depth: Depth,
    /// None while nobody is seen.
    pub body: Option<NearBody>,
    /// None while the body is not read.
    pub contacts: Option<Contacts>,
    /// None while there is nothing to lay it on.
    pub stick: Option<Stick>,
    /// In the order in which they are to be done.
    pub events: Vec<Event>,
    /// The set that this frame ended.
    pub finished_set: Option<SetSummary>,
    /// How much could not be written yet, because the disk is full or busy; it is tried again.
    pub unsaved: u32,
}

/// What repetitions came to: of a set, or of a whole session.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Tally {
    /// Counted repetitions, corrections included.
    pub reps: u32,
    /// Counted repetitions that were seen and had no fault.
    pub clean: u32,
    /// Counted repetitions that were seen and judged.
    pub judged: u32,
    pub attempts: u32,
    pub clean_depth_deg: Option<f64>,
    /// 0 is a squat, 100 a pure hinge; None when no repetition was judged.
    pub hinge_index: Option<u8>,
    /// The key of the words for the best that can truly be said, as in `well-all_clean`.
    pub went_well: String,
    /// The id of the fault that was gone at the end, where that is the best; `well-mended` takes its name as `fault`.
    pub mended: Option<String>,
    /// The id of the fault to change.
    pub change: Option<String>,
    /// The id of the drill that mends it.
    pub drill: Option<String>,
    /// Why the back could not be told in most repetitions.
    pub back_unseen: Option<CantTellReason>,
}

/// One finished set.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct SetSummary {
    /// From 0.
    pub index: u32,
    pub start_s: f64,
    pub end_s: f64,
    /// What was added to the count by hand, or taken from it.
    pub corrected: i32,
    pub tally: Tally,
}

/// What a whole session was.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct SessionSummary {
    /// The drill's id.
    pub drill: String,
    pub ending: Ending,
    pub sets: Vec<SetSummary>,
    /// Over all sets.
    pub total: Tally,
    /// False when the view was refused, for the reasons that follow.
    pub view_ok: bool,
    pub view_reasons: Vec<ViewReason>,
    pub movement: Movement,
    /// 0 to 10; None when nobody said.
    pub pain_before: Option<u8>,
    pub pain_after: Option<u8>,
}

/// The end of a session.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Finished {
    /// The number under which it is kept; None when there was nothing to keep.
    pub session: Option<i64>,
    pub summary: SessionSummary,
    /// The last things to say; their times may lie after the last frame.
    pub last: LiveUpdate,
}

impl From<practice::Stage> for Stage {
    fn from(stage: practice::Stage) -> Self {
        match stage {
            practice::Stage::SetUp => Stage::SetUp,
            practice::Stage::HoldStill => Stage::HoldStill,
            practice::Stage::CountIn => Stage::CountIn,
            practice::Stage::Set => Stage::Set,
            practice::Stage::Paused(why) => Stage::Paused { why },
            practice::Stage::Rest => Stage::Rest,
            practice::Stage::Done(ending) => Stage::Done { ending },
        }
    }
}

impl From<practice::Event> for Event {
    fn from(event: practice::Event) -> Self {
        Event {
            at_s: event.at_s,
            id: event.id,
            kind: event.kind,
            priority: event.priority,
            text: event.text,
        }
    }
}

impl NearBody {
    fn new(landmarks: &[[f64; 3]], near: NearSide) -> Option<Self> {
        let point = |joint: Joint| {
            let &[x_px, y_px, visibility] = landmarks.get(joint.on(near.side))?;
            Some(BodyPoint {
                x_px,
                y_px,
                visibility,
            })
        };
        Some(NearBody {
            side: near.side,
            faces_right: near.faces_right,
            ear: point(Joint::Ear)?,
            shoulder: point(Joint::Shoulder)?,
            elbow: point(Joint::Elbow)?,
            wrist: point(Joint::Wrist)?,
            hip: point(Joint::Hip)?,
            knee: point(Joint::Knee)?,
            ankle: point(Joint::Ankle)?,
            heel: point(Joint::Heel)?,
            toe: point(Joint::Toe)?,
        })
    }
}

impl From<&analysis::Dowel> for Contacts {
    fn from(dowel: &analysis::Dowel) -> Self {
        Contacts {
            head: dowel.head,
            mid_back: dowel.mid_back,
            tailbone: dowel.tailbone,
        }
    }
}

impl From<analysis::DowelLine> for Stick {
    fn from(line: analysis::DowelLine) -> Self {
        let point = |[x_px, y_px]: [f64; 2]| Point { x_px, y_px };
        Stick {
            lower: point(line.from),
            upper: point(line.to),
            tailbone: point(line.tailbone),
            mid_back: point(line.mid_back),
            head: line.head.map(point),
        }
    }
}

impl From<coach::SessionUpdate> for LiveUpdate {
    fn from(session: coach::SessionUpdate) -> Self {
        let update = session.update;
        let facts = update.facts.as_ref();
        let body = update.landmarks.as_deref().zip(update.near);
        LiveUpdate {
            at_s: update.at_s,
            stage: update.stage.into(),
            set_index: update.set_index,
            sets: session.sets,
            reps: update.reps,
            phase: facts.and_then(|facts| facts.phase),
            depth: Depth {
                now_deg: update.depth.now_deg,
                target_deg: update.depth.target_deg,
                limit_deg: update.depth.limit_deg,
            },
            body: body.and_then(|(landmarks, near)| NearBody::new(landmarks, near)),
            contacts: facts
                .and_then(|facts| facts.dowel.as_ref())
                .map(Contacts::from),
            stick: facts.and_then(|facts| facts.dowel_line).map(Stick::from),
            events: update.events.into_iter().map(Event::from).collect(),
            finished_set: update.finished_set.map(SetSummary::from),
            unsaved: session.unsaved,
        }
    }
}

impl From<practice::Tally> for Tally {
    fn from(tally: practice::Tally) -> Self {
        let mended = match tally.went_well {
            WentWell::Mended(id) => Some(id.to_string()),
            _ => None,
        };
        Tally {
            reps: tally.reps,
            clean: tally.clean,
            judged: tally.judged,
            attempts: tally.attempts,
            clean_depth_deg: tally.clean_depth_deg,
            hinge_index: tally.hinge_index,
            went_well: tally.went_well_id().to_owned(),
            mended,
            change: tally.change.map(|id| id.to_string()),
            drill: tally.drill,
            back_unseen: tally.back_unseen,
        }
    }
}

impl From<practice::SetSummary> for SetSummary {
    fn from(set: practice::SetSummary) -> Self {
        SetSummary {
            index: set.index,
            start_s: set.start_s,
            end_s: set.end_s,
            corrected: set.corrected,
            tally: set.tally.into(),
        }
    }
}

impl From<practice::SessionSummary> for SessionSummary {
    fn from(summary: practice::SessionSummary) -> Self {
        SessionSummary {
            drill: summary.drill,
            ending: summary.ending,
            sets: summary.sets.into_iter().map(SetSummary::from).collect(),
            total: summary.total.into(),
            view_ok: summary.view.verdict == analysis::ViewVerdict::Ok,
            view_reasons: summary.view.reasons,
            movement: summary.movement,
            pain_before: summary.pain_before,
            pain_after: summary.pain_after,
        }
    }
}
