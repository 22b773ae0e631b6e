//! The core's own enums and small records, told to UniFFI. The compiler holds them against the core's.

use dowel_core::analysis::{
    AttemptReason, CantTellReason, Contact, Movement, Phase, Side, Verdict, ViewReason,
};
use dowel_core::cues::CueFrequency;
use dowel_core::drills::picture::{Picture, PicturePoint, Stroke, StrokeRole, StrokeShape};
use dowel_core::drills::{CameraPlace, DrillKind, Prop, Watch};
use dowel_core::frame::{Rotation, YuvMatrix};
use dowel_core::pose::ModelSize;
use dowel_core::practice::{Ending, EventKind, PauseReason, Priority};
use dowel_core::progress::Direction;
use dowel_core::store::Felt;
use dowel_core::words::Language;

pub use dowel_core::analysis::{Tempo, Versions};

#[uniffi::remote(Record)]
pub struct Tempo {
    pub down: f64,
    pub pause: f64,
    pub up: f64,
}

#[uniffi::remote(Record)]
pub struct Versions {
    pub app: String,
    pub rules: String,
    pub pose_model: String,
    pub back_model: String,
}

#[uniffi::remote(Enum)]
pub enum AttemptReason {
    TooShallow,
    NotReturned,
    StartedMidRep,
    TrackingLost,
    FeetMoved,
}

#[uniffi::remote(Enum)]
pub enum CantTellReason {
    NeedsBackContour,
    NoBackReference,
    LooseClothing,
    BackNotClear,
    PoorLight,
    NotSideOn,
    NotVisible,
    NoStandingNeutral,
    NoTarget,
    NoLoad,
    NotApplicable,
    TooFewFrames,
}

#[uniffi::remote(Enum)]
pub enum Contact {
    Touching,
    Lifted,
    CantTell,
}

#[uniffi::remote(Enum)]
pub enum Movement {
    Hinge,
    Squat,
    Other,
    None,
}

#[uniffi::remote(Enum)]
pub enum Phase {
    Down,
    Bottom,
    Up,
    Top,
}

#[uniffi::remote(Enum)]
pub enum Side {
    Left,
    Right,
}

#[uniffi::remote(Enum)]
pub enum Verdict {
    Fault,
    Ok,
    CantTell,
}

#[uniffi::remote(Enum)]
pub enum ViewReason {
    NotSideOn,
    BodyOutOfFrame,
    TooDark,
    SeveralPeople,
    TooFar,
    CameraMoving,
    NoPerson,
}

#[uniffi::remote(Enum)]
pub enum CueFrequency {
    Silent,
    Seldom,
    Normal,
}

#[uniffi::remote(Enum)]
pub enum CameraPlace {
    SideAtHipHeight,
    WithinEarshot,
}

#[uniffi::remote(Enum)]
pub enum DrillKind {
    Hinge,
    Support,
    Everyday,
}

#[uniffi::remote(Enum)]
pub enum Prop {
    Stick,
    Wall,
    Kettlebell,
    Weight,
    Band,
    Step,
    Chair,
    Bench,
    Mat,
    Bags,
    Cushion,
}

#[uniffi::remote(Record)]
pub struct Picture {
    pub strokes: Vec<Stroke>,
}

#[uniffi::remote(Record)]
pub struct PicturePoint {
    pub x: f64,
    pub y: f64,
}

#[uniffi::remote(Record)]
pub struct Stroke {
    pub role: StrokeRole,
    pub shape: StrokeShape,
}

#[uniffi::remote(Enum)]
pub enum StrokeRole {
    Figure,
    Ghost,
    Stick,
    Prop,
    Ground,
    Arrow,
    Gap,
}

#[uniffi::remote(Enum)]
pub enum StrokeShape {
    Line {
        points: Vec<PicturePoint>,
        width: f64,
    },
    Area {
        points: Vec<PicturePoint>,
    },
}

#[uniffi::remote(Enum)]
pub enum Watch {
    Hinge,
    Paced,
}

#[uniffi::remote(Enum)]
pub enum Rotation {
    None,
    Cw90,
    Cw180,
    Cw270,
}

#[uniffi::remote(Enum)]
pub enum YuvMatrix {
    Bt601,
    Bt709,
    Bt2020,
}

#[uniffi::remote(Enum)]
pub enum ModelSize {
    Lite,
    Full,
    Heavy,
}

#[uniffi::remote(Enum)]
pub enum Ending {
    Finished,
    ByHand,
    WalkedUp,
    Left,
    Pain,
}

#[uniffi::remote(Enum)]
pub enum EventKind {
    Say,
    Show,
    Haptic,
}

#[uniffi::remote(Enum)]
pub enum PauseReason {
    Lost,
    ByHand,
}

#[uniffi::remote(Enum)]
pub enum Priority {
    Count,
    Cue,
    Guide,
    Alert,
}

#[uniffi::remote(Enum)]
pub enum Direction {
    Better,
    Same,
    Worse,
    TooFew,
}

#[uniffi::remote(Enum)]
pub enum Felt {
    Hamstrings,
    Glutes,
    Quads,
    LowBack,
    Elsewhere,
}

#[uniffi::remote(Enum)]
pub enum Language {
    English,
    German,
}
