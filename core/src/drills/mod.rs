//! The drills and everyday tasks: what each asks for, what is coached in it, and what comes before and after.
//!
//! The library is `drills.json`, its texts are `drill-{id}-name`, `-purpose`, `-setup`, `-camera`, `-feel` and
//! `-start` in [`crate::words`]. A drill's own texts hold no dose: a clinic may prescribe another one.

pub mod picture;

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::analysis::{FaultId, Tempo};

static DRILLS: LazyLock<Vec<Drill>> = LazyLock::new(|| {
    serde_json::from_str(include_str!("drills.json"))
        .expect("drills.json is read by every test here")
});

/// What is told of every drill; `start` is spoken just before the count-in.
pub const DRILL_TEXTS: [&str; 6] = ["name", "purpose", "setup", "camera", "feel", "start"];

/// One drill or everyday task.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Drill {
    /// Stable, as in `wall-tap`: stored with each session and part of the ids of its texts.
    pub id: String,
    pub kind: DrillKind,
    pub watch: Watch,
    pub camera: CameraPlace,
    pub dose: Dose,
    pub needs: Vec<Prop>,
    /// The faults that are cued in it. Others are only recorded.
    pub watched: Vec<FaultId>,
    /// The faults it is the answer to.
    pub mends: Vec<FaultId>,
    /// The id of what to do when it is too hard; None where its line begins.
    pub easier: Option<String>,
    /// The id of what to do when it has become easy; None at the top of its line.
    pub harder: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DrillKind {
    Hinge,
    /// Range, strength and balance for the hinge.
    Support,
    Everyday,
}

/// Who keeps count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Watch {
    /// The camera counts and judges.
    Hinge,
    /// Counted aloud by its tempo, without a verdict: the analysis reads people on their feet who hinge, not
    /// kneeling, lying or sitting ones.
    Paced,
}

/// How much to do, unless somebody prescribes otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dose {
    /// Where one side works at a time, the sides take turns by set.
    pub sets: u32,
    pub reps: u32,
    pub rest_s: f64,
    /// Of a paced drill: the way there, the time held, the way back. A way up of 0 s is as quick as one likes.
    pub tempo_s: Option<Tempo>,
}

impl Drill {
    /// The id of one of its [`DRILL_TEXTS`].
    pub fn text_id(&self, text: &str) -> String {
        format!("drill-{}-{text}", self.id)
    }
}

/// Where the phone stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CameraPlace {
    SideAtHipHeight,
    WithinEarshot,
}

impl CameraPlace {
    /// The id of its description.
    pub fn text_id(self) -> &'static str {
        match self {
            CameraPlace::SideAtHipHeight => "camera-side_at_hip_height",
            CameraPlace::WithinEarshot => "camera-within_earshot",
        }
    }
}

/// What one needs at hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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

impl Prop {
    pub const ALL: &'static [Prop] = &[
        Prop::Stick,
        Prop::Wall,
        Prop::Kettlebell,
        Prop::Weight,
        Prop::Band,
        Prop::Step,
        Prop::Chair,
        Prop::Bench,
        Prop::Mat,
        Prop::Bags,
        Prop::Cushion,
    ];

    /// The id of its name.
    pub fn text_id(self) -> &'static str {
        match self {
            Prop::Stick => "prop-stick-name",
            Prop::Wall => "prop-wall-name",
            Prop::Kettlebell => "prop-kettlebell-name",
            Prop::Weight => "prop-weight-name",
            Prop::Band => "prop-band-name",
            Prop::Step => "prop-step-name",
            Prop::Chair => "prop-chair-name",
            Prop::Bench => "prop-bench-name",
            Prop::Mat => "prop-mat-name",
            Prop::Bags => "prop-bags-name",
            Prop::Cushion => "prop-cushion-name",
        }
    }
}

/// The whole library; hinges, supporting work, everyday tasks, each from easy to hard.
pub fn all() -> &'static [Drill] {
    &DRILLS
}

pub fn find(id: &str) -> Option<&'static Drill> {
    all().iter().find(|drill| drill.id == id)
}

/// The drill that mends a fault.
pub fn for_fault(id: FaultId) -> &'static Drill {
    all()
        .iter()
        .find(|drill| drill.mends.contains(&id))
        .expect("a test gives every fault its drill")
}

#[cfg(test)]
mod tests;
