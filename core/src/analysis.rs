//! The result of an analysis: what the JSON, the database, the reports and the screens all show.
//!
//! These types *are* the `dowel.analysis/1` contract: field names and meanings are read by programs
//! outside this repository, so fields may be added but never renamed or re-purposed.
//! Times are seconds from the first frame, angles are degrees.

use serde::{Deserialize, Serialize};

/// The value of [`Analysis::schema`].
pub const SCHEMA: &str = "dowel.analysis/1";

/// Everything Dowel has to say about one clip or one set.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Analysis {
    pub schema: String,
    pub versions: Versions,
    /// Absent for a live session, which has no file.
    pub video: Option<VideoInfo>,
    pub view: View,
    pub movement: Movement,
    pub reps: Vec<Rep>,
    pub cues: Vec<SpokenCue>,
    /// The deepest hip flexion that a counted repetition reached with all three contacts kept.
    pub clean_depth_deg: Option<f64>,
    pub timing: Timing,
}

/// What produced a result, so that an old one can still be understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Versions {
    pub app: String,
    pub rules: String,
    pub pose_model: String,
    pub back_model: String,
}

/// The clip as a person sees it, that is, after its rotation is applied.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VideoInfo {
    pub width: u32,
    pub height: u32,
    pub rotation_deg: i32,
    pub duration_s: f64,
    pub frames: u64,
    pub frames_analyzed: u64,
}

/// Whether the camera's view allows a judgement at all.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct View {
    pub verdict: ViewVerdict,
    pub reasons: Vec<ViewReason>,
    /// The side of the body that faces the camera; absent when nobody was seen.
    pub near_side: Option<Side>,
    /// How far the camera is off the exact side view, 0 at the side, 90 from the front or back.
    pub azimuth_deg: Option<f64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ViewVerdict {
    Ok,
    Refused,
}

/// Why a view was refused, or what a person should mend about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ViewReason {
    NotSideOn,
    BodyOutOfFrame,
    TooDark,
    SeveralPeople,
    TooFar,
    CameraMoving,
    NoPerson,
}

/// A side of the person's own body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    Left,
    Right,
}

impl Side {
    pub fn other(self) -> Self {
        match self {
            Side::Left => Side::Right,
            Side::Right => Side::Left,
        }
    }
}

/// What kind of movement the counted repetitions were.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Movement {
    Hinge,
    Squat,
    Other,
    None,
}

/// One repetition, or one attempt at it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Rep {
    /// Position among all entries, attempts included, from 0.
    pub index: u32,
    pub start_s: f64,
    pub bottom_s: f64,
    pub end_s: f64,
    /// True for a repetition; false for an attempt, whose reason follows.
    pub counted: bool,
    pub attempt_reason: Option<AttemptReason>,
    /// The angles at the bottom; hip and knee relative to the same person standing, trunk to the vertical.
    pub hip_flexion_deg: f64,
    pub knee_flexion_deg: f64,
    pub trunk_lean_deg: f64,
    /// 0 is a squat, 100 a pure hinge.
    pub hinge_index: u8,
    pub tempo_s: Tempo,
    pub dowel: Dowel,
    /// The deepest hip flexion with all three contacts kept; null when that can't be told.
    #[serde(default)]
    pub clean_depth_deg: Option<f64>,
    /// Every fault of the catalogue, in its order.
    pub faults: Vec<FaultFact>,
}

impl Rep {
    /// True when nothing was seen that makes it less than clean. Notes and findings do not: soft knees can't be
    /// read to the degree, short hamstrings are no slip, and the tempo is manner, not form.
    pub fn is_clean(&self) -> bool {
        !self
            .faults
            .iter()
            .any(|f| f.is_fault() && f.id.spoils_rep())
    }

    /// At least something about its form could be told.
    pub fn is_judged(&self) -> bool {
        self.faults.iter().any(|f| f.verdict != Verdict::CantTell)
    }

    /// The verdict on this fault.
    pub fn fact(&self, id: FaultId) -> Option<&FaultFact> {
        self.faults.iter().find(|f| f.id == id)
    }
}

/// Why a movement that began like a repetition was not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AttemptReason {
    /// Turned back before it was deep enough to be a repetition.
    TooShallow,
    /// Went down and did not come back up before the clip or set ended.
    NotReturned,
    /// The recording began part of the way through.
    StartedMidRep,
    /// The person was lost from view on the way.
    TrackingLost,
    /// The feet moved: a step, a walk, a turn.
    FeetMoved,
}

/// Seconds spent in each phase.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Tempo {
    pub down: f64,
    pub pause: f64,
    pub up: f64,
}

/// The three contacts of the virtual dowel over one repetition.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Dowel {
    pub head: Contact,
    pub mid_back: Contact,
    pub tailbone: Contact,
    pub first_lost_s: Option<f64>,
}

impl Dowel {
    /// What can be said while nothing sees the back.
    pub fn cant_tell() -> Self {
        Dowel {
            head: Contact::CantTell,
            mid_back: Contact::CantTell,
            tailbone: Contact::CantTell,
            first_lost_s: None,
        }
    }

    /// Head, mid-back and tailbone.
    pub fn contacts(&self) -> [Contact; 3] {
        [self.head, self.mid_back, self.tailbone]
    }
}

/// How much further than in the person's neutral the three contacts are off the stick, in percent of the
/// trunk's length; + is off, null when it can't be told. The tailbone's gap is the pelvis against the back.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct DowelGaps {
    pub head: Option<f64>,
    pub mid_back: Option<f64>,
    pub tailbone: Option<f64>,
}

/// The virtual dowel over the picture, in pixels: the stick from its lower to its upper end, and the places
/// on the body where it should touch. A lifted place is off the stick; a touching one is on it, but for the
/// head, which is as near to it as in the person's neutral.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct DowelLine {
    pub from: [f64; 2],
    pub to: [f64; 2],
    pub tailbone: [f64; 2],
    pub mid_back: [f64; 2],
    /// Absent when the back of the head was not seen.
    pub head: Option<[f64; 2]>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Contact {
    Touching,
    Lifted,
    CantTell,
}

/// The verdict on one fault in one repetition.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FaultFact {
    pub id: FaultId,
    pub verdict: Verdict,
    /// 0 at the limit, 1 at twice the limit or more; 0 when it is not a fault.
    pub severity: f64,
    pub onset_s: Option<f64>,
    pub phase: Option<Phase>,
    /// Why it can't be told.
    pub reason: Option<CantTellReason>,
}

impl FaultFact {
    /// Of what is no fault, there is no more to say than this.
    pub fn without_fault(id: FaultId, verdict: Verdict, reason: Option<CantTellReason>) -> Self {
        FaultFact {
            id,
            verdict,
            severity: 0.0,
            onset_s: None,
            phase: None,
            reason,
        }
    }

    pub fn is_fault(&self) -> bool {
        self.verdict == Verdict::Fault
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    Fault,
    Ok,
    CantTell,
}

/// Why a verdict is withheld.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CantTellReason {
    /// Only the silhouette of the back shows it, and nobody looked at that.
    NeedsBackContour,
    /// The back was not seen long enough in its neutral shape, standing or beginning to hinge.
    NoBackReference,
    /// The shirt hangs off the back and hides its shape.
    LooseClothing,
    /// The outline of the back is blurred, hidden, or runs into what stands behind it.
    BackNotClear,
    /// It is too dark to tell the back from what stands behind it.
    PoorLight,
    /// The camera is too far off the side view.
    NotSideOn,
    /// The body part it is read from was not seen well enough.
    NotVisible,
    /// The person's own standing posture was never seen.
    NoStandingNeutral,
    /// It needs a target (tempo, range) that nobody set.
    NoTarget,
    /// Nothing is held, so nothing can drift.
    NoLoad,
    /// The movement was not one it applies to.
    NotApplicable,
    /// The recording's frame rate or blur hides it.
    TooFewFrames,
}

/// The part of a repetition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    Down,
    Bottom,
    Up,
    Top,
}

/// A cue that was spoken, and when.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SpokenCue {
    pub at_s: f64,
    /// The fault's id, or the id of a confirmation such as `fixed`.
    pub id: String,
    pub text: String,
}

/// How fast the analysis ran. The only part that differs between two runs on the same clip.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Timing {
    pub pose_ms_median: f64,
    pub analysis_ms_median: f64,
    /// Seconds of video analysed in one second.
    pub realtime_factor: f64,
}

/// One line of `--frames`: the signals of one frame. A signal that can't be told is null.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FrameFacts {
    pub t_s: f64,
    /// 33 × [x_px, y_px, visibility] in the upright picture; null while nobody is seen.
    pub landmarks: Option<Vec<[f64; 3]>>,
    pub hip_flexion_deg: Option<f64>,
    pub knee_flexion_deg: Option<f64>,
    pub trunk_lean_deg: Option<f64>,
    pub shin_lean_deg: Option<f64>,
    /// How far the hips are behind where they stand, as a share of leg length.
    pub hips_back_share: Option<f64>,
    /// The lumbar spine against the same person's neutral, + is rounding; null when it can't be told.
    pub lumbar_change: Option<f64>,
    /// The upper back and shoulders, + is rounding forward.
    pub thoracic_change: Option<f64>,
    /// How far the heel has lifted, in foot lengths; absent between looks at the sole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heel_lift_share: Option<f64>,
    /// Why the back can't be told; absent when it can, and between looks at it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub back_reason: Option<CantTellReason>,
    /// Head against trunk relative to standing; + is looking up.
    pub head_deg: Option<f64>,
    pub dowel: Option<Dowel>,
    /// How far the contacts are off the stick.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dowel_gaps: Option<DowelGaps>,
    /// Where to draw the stick.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dowel_line: Option<DowelLine>,
    /// The back's outline where it was looked at: distances behind the hip-shoulder line as shares of the
    /// trunk, from `BackContour::FIRST_U` on in steps of `BackContour::STEP_U`; null where it is unsure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub back_contour: Option<Vec<Option<f64>>>,
    /// Null between repetitions.
    pub phase: Option<Phase>,
}

macro_rules! fault_ids {
    ($($variant:ident => $id:literal),+ $(,)?) => {
        /// The fault catalogue's ids, in its order.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum FaultId { $($variant),+ }

        impl FaultId {
            pub const ALL: &'static [FaultId] = &[$(FaultId::$variant),+];

            /// The stable id, as written in JSON, the database and the resource files.
            pub fn as_str(self) -> &'static str {
                match self { $(FaultId::$variant => $id),+ }
            }
        }
    };
}

fault_ids! {
    BendsForward => "bends_forward",
    TooLow => "too_low",
    Squatting => "squatting",
    LockedKnees => "locked_knees",
    RoundedLowerBack => "rounded_lower_back",
    EarlyLumbar => "early_lumbar",
    RoundedShoulders => "rounded_shoulders",
    OverextendedBack => "overextended_back",
    PelvisRocked => "pelvis_rocked",
    PelvisTucked => "pelvis_tucked",
    LookingUp => "looking_up",
    ChinTucked => "chin_tucked",
    LoadDrifts => "load_drifts",
    WeightForward => "weight_forward",
    WeightBack => "weight_back",
    HipsRiseFirst => "hips_rise_first",
    IncompleteLockout => "incomplete_lockout",
    LeansBack => "leans_back",
    ShortRange => "short_range",
    Rushed => "rushed",
    OffTempo => "off_tempo",
    HamstringLimited => "hamstring_limited",
}

impl FaultId {
    /// False for what is worth a word and no reason to call a repetition unclean.
    pub fn spoils_rep(self) -> bool {
        !matches!(
            self,
            FaultId::LockedKnees | FaultId::OffTempo | FaultId::HamstringLimited
        )
    }
}

impl std::fmt::Display for FaultId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl std::str::FromStr for FaultId {
    type Err = UnknownFault;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        FaultId::ALL
            .iter()
            .copied()
            .find(|id| id.as_str() == s)
            .ok_or_else(|| UnknownFault(s.to_owned()))
    }
}

/// A fault id that is not in the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown fault id {0:?}")]
pub struct UnknownFault(pub String);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serde_and_as_str_agree_on_every_fault_id() {
        for &id in FaultId::ALL {
            assert_eq!(serde_json::to_value(id).unwrap(), id.as_str());
            assert_eq!(id.as_str().parse(), Ok(id));
        }
        assert!("slouching".parse::<FaultId>().is_err());
    }
}
