//! The drills, with their texts in the chosen language.

use dowel_core::drills::picture::Picture;
use dowel_core::drills::{self, CameraPlace, DrillKind, Prop, Watch};
use dowel_core::words::Words;

use crate::shared::Tempo;

/// One drill or everyday task.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Drill {
    /// Stable, as in `wall-tap`.
    pub id: String,
    pub kind: DrillKind,
    /// Whether the camera counts and judges, or it is only led by counting.
    pub watch: Watch,
    pub camera: CameraPlace,
    pub dose: Dose,
    pub needs: Vec<Prop>,
    /// The ids of the faults that are cued in it.
    pub watched: Vec<String>,
    /// The ids of the faults it is the answer to.
    pub mends: Vec<String>,
    /// The id of what to do when it is too hard; None where its line begins.
    pub easier: Option<String>,
    /// The id of what to do when it has become easy; None at the top of its line.
    pub harder: Option<String>,
    pub name: String,
    pub purpose: String,
    pub setup: String,
    /// Where to put the phone.
    pub camera_text: String,
    /// What it should feel like.
    pub feel: String,
    /// To be drawn stroke by stroke into a square of side 1, x to the right and y down. Each role has its colour;
    /// `Gap` takes the paper's. A `Line` has round ends and corners, an `Area` is filled.
    pub picture: Picture,
    /// What the picture shows, for who doesn't see it.
    pub picture_text: String,
}

/// How much to do.
#[derive(Debug, Clone, Copy, PartialEq, uniffi::Record)]
pub struct Dose {
    pub sets: u32,
    pub reps: u32,
    pub rest_s: f64,
    pub tempo_s: Option<Tempo>,
}

impl Drill {
    pub(crate) fn new(drill: &drills::Drill, words: &Words) -> Self {
        let text = |text: &str| words.get(&drill.text_id(text));
        let ids = |faults: &[dowel_core::analysis::FaultId]| {
            faults.iter().map(|id| id.to_string()).collect()
        };
        Drill {
            id: drill.id.clone(),
            kind: drill.kind,
            watch: drill.watch,
            camera: drill.camera,
            dose: Dose {
                sets: drill.dose.sets,
                reps: drill.dose.reps,
                rest_s: drill.dose.rest_s,
                tempo_s: drill.dose.tempo_s,
            },
            needs: drill.needs.clone(),
            watched: ids(&drill.watched),
            mends: ids(&drill.mends),
            easier: drill.easier.clone(),
            harder: drill.harder.clone(),
            name: text("name"),
            purpose: text("purpose"),
            setup: text("setup"),
            camera_text: text("camera"),
            feel: text("feel"),
            picture: drill.picture(),
            picture_text: drill.picture_text(words),
        }
    }
}
