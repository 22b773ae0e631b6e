//! What an app holds on to.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use dowel_core::pose::ModelSize;
use dowel_core::store::{Felt, Pain, SessionId};
use dowel_core::words::{Language, Value};
use dowel_core::{coach, drills, limits};

use crate::clip::ClipAnalysis;
use crate::drill::Drill;
use crate::error::{DowelError, Result};
use crate::guard::{Shared, caught};
use crate::past::{HistoryEntry, PastSession};
use crate::progress::Progress;
use crate::session::LiveSession;
use crate::settings::Settings;
use crate::shared::Tempo;

/// Where everything lies, as paths.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Places {
    /// The session file; its folder must exist.
    pub store: String,
    /// The folder of the networks.
    pub models: String,
    /// ONNX Runtime's library: a path, or a name that the system finds.
    pub runtime: String,
    /// The system's language as a BCP 47 tag, as in `de-AT`: spoken until the person chooses, where Dowel speaks it.
    #[uniffi(default)]
    pub system_language: Option<String>,
}

/// What to do; None where the drill's own dose, or what is known of the person, decides.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct PlanOptions {
    /// The drill's id.
    pub drill: String,
    #[uniffi(default)]
    pub sets: Option<u32>,
    #[uniffi(default)]
    pub reps: Option<u32>,
    #[uniffi(default)]
    pub rest_s: Option<f64>,
    /// Seconds down, at the bottom and up.
    #[uniffi(default)]
    pub tempo_s: Option<Tempo>,
    /// Hip flexion to reach, in degrees.
    #[uniffi(default)]
    pub target_deg: Option<f64>,
    /// Hip flexion not to go beyond, in degrees.
    #[uniffi(default)]
    pub limit_deg: Option<f64>,
    /// 0 to 10; None when nobody was asked.
    #[uniffi(default)]
    pub pain_before: Option<u8>,
}

/// How fast the phone is.
#[derive(Debug, Clone, Copy, PartialEq, uniffi::Record)]
pub struct Speed {
    /// Milliseconds a frame with the full model.
    pub full_ms: f64,
    /// The largest model that keeps up; keep it in [`Settings::model`].
    pub choice: ModelSize,
}

/// What stands in a place of a message.
#[derive(Debug, Clone, PartialEq, uniffi::Enum)]
pub enum TextValue {
    Text {
        text: String,
    },
    /// Plurals follow it, and it is written as the language does.
    Number {
        number: f64,
    },
}

/// A part of the page that says what Dowel can and can't see.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct LimitsSection {
    pub title: String,
    /// A sentence each.
    pub lines: Vec<String>,
}

/// What follows from how a session felt. Where it hurts clearly more than before, whom to ask comes first: there is no
/// drill then, and no line either where the session was stopped for it and said so.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct FeelingAnswer {
    /// To show and to say, in this order, in the chosen language.
    pub lines: Vec<String>,
    /// The id of the fault that the place points to.
    pub fault: Option<String>,
    /// The id of the drill that mends it.
    pub drill: Option<String>,
}

/// The session file, the networks, the drills and the settings. Open one and keep it.
#[derive(Debug, uniffi::Object)]
pub struct Coach(Shared<coach::Coach>);

#[uniffi::export]
impl Coach {
    /// Opens the session file, or begins one. The networks are loaded when a session begins.
    ///
    /// # Errors
    /// `NewerData`, `DiskFull` or `Storage`. A damaged file is set aside instead, see [`Coach::set_aside`].
    #[uniffi::constructor]
    pub fn open(places: Places) -> Result<Arc<Self>> {
        caught(|| {
            let tag = places.system_language.as_deref();
            let coach = coach::Coach::open(coach::Places {
                store: PathBuf::from(places.store),
                models: PathBuf::from(places.models),
                runtime: PathBuf::from(places.runtime),
                language: tag.and_then(Language::of_tag).unwrap_or_default(),
            })?;
            Ok(Arc::new(Coach(Shared::new(coach))))
        })
    }

    /// Where a damaged session file was moved to when this was opened; the person should be told.
    ///
    /// # Errors
    /// None of its own.
    pub fn set_aside(&self) -> Result<Option<String>> {
        let shown = |path: &PathBuf| path.to_string_lossy().into_owned();
        self.0.read(|coach| Ok(coach.set_aside().map(shown)))
    }

    /// # Errors
    /// None of its own.
    pub fn settings(&self) -> Result<Settings> {
        self.0.read(|coach| Ok(coach.settings().into()))
    }

    /// Keeps the settings. They hold from the next session on.
    ///
    /// # Errors
    /// `DiskFull` or `Storage`; they hold until the end of the process all the same.
    pub fn set_settings(&self, settings: Settings) -> Result<()> {
        self.0
            .change(|coach| Ok(coach.set_settings(settings.into())?))
    }

    /// Measures the full model and chooses the largest that keeps up. Takes a second or two.
    ///
    /// # Errors
    /// `Model`.
    pub fn measure_speed(&self) -> Result<Speed> {
        self.0.read(|coach| {
            let speed = coach.measure_speed()?;
            Ok(Speed {
                full_ms: speed.full_ms,
                choice: speed.choice,
            })
        })
    }

    /// Every drill, each kind from easy to hard, in the chosen language.
    ///
    /// # Errors
    /// None of its own.
    pub fn drills(&self) -> Result<Vec<Drill>> {
        self.0.read(|coach| {
            let words = coach.words();
            Ok(drills::all()
                .iter()
                .map(|drill| Drill::new(drill, &words))
                .collect())
        })
    }

    /// The words of this id in the chosen language, as `fault-squatting-name`; a missing id shows as itself.
    ///
    /// # Errors
    /// None of its own.
    pub fn text(&self, id: String) -> Result<String> {
        self.0.read(|coach| Ok(coach.words().get(&id)))
    }

    /// The page "what Dowel can and can't see", in the chosen language.
    ///
    /// # Errors
    /// None of its own.
    pub fn limits(&self) -> Result<Vec<LimitsSection>> {
        self.0.read(|coach| {
            let sections = limits::sections(&coach.words());
            Ok(sections.into_iter().map(LimitsSection::from).collect())
        })
    }

    /// As [`Coach::text`], with values in the message's places; a place without one shows its name. What is said in
    /// a session comes ready with its events. Of those messages, these have places, for numbers but where said:
    ///
    /// - `say-ready`: `start` (a text), `reps`
    /// - `say-count`: `count`
    /// - `say-count_rep`: `count`
    /// - `say-count_last`: `count`
    /// - `say-there_you_are`: `count`
    /// - `say-set_done`: `reps`, `clean`
    /// - `say-set_done_unjudged`: `reps`
    /// - `say-rest`: `seconds`
    /// - `say-rest_ends`: `seconds`
    /// - `say-next_set`: `set`, `sets`
    /// - `well-mended`: `fault`, the name of one, as `fault-squatting-name` has it
    /// - `say-change`: `cue`, the words of one
    /// - `say-drill`: `drill`, the name of one
    /// - `say-session_done`: `sets`, `reps`, `clean`
    /// - `say-session_done_unjudged`: `sets`, `reps`
    ///
    /// # Errors
    /// None of its own.
    pub fn text_with(&self, id: String, values: HashMap<String, TextValue>) -> Result<String> {
        let values: Vec<_> = values.iter().map(|(name, v)| (&**name, v.into())).collect();
        self.0.read(|coach| Ok(coach.words().fill(&id, &values)))
    }

    /// Begins a practice session before the camera. Loads the networks, which takes a moment.
    ///
    /// # Errors
    /// `NotFound` for a drill that is not there, `BadRequest` for a plan that makes no sense, `Model`, `Storage`.
    pub fn begin(&self, options: PlanOptions, started_at_ms: i64) -> Result<Arc<LiveSession>> {
        self.0.read(|coach| {
            let session = coach.begin(&options.into(), started_at_ms)?;
            Ok(Arc::new(LiveSession::new(session)))
        })
    }

    /// Begins with a recorded video of this name. Loads the networks, which takes a moment.
    ///
    /// # Errors
    /// `Model`.
    pub fn begin_clip(&self, name: String, started_at_ms: i64) -> Result<Arc<ClipAnalysis>> {
        self.0.read(|coach| {
            let clip = coach.begin_clip(&name, started_at_ms)?;
            Ok(Arc::new(ClipAnalysis::new(clip)))
        })
    }

    /// How much could not be written yet of sessions and videos that were let go of.
    ///
    /// # Errors
    /// None of its own.
    pub fn unsaved(&self) -> Result<u32> {
        self.0.read(|coach| Ok(coach.unsaved()))
    }

    /// Tries again to write what could not be written of sessions and videos that were let go of. The next one
    /// that begins does so too.
    ///
    /// # Errors
    /// `DiskFull` or `Storage`; what could not be written still waits.
    pub fn save_again(&self) -> Result<()> {
        self.0.read(|coach| Ok(coach.save_again()?))
    }

    /// At most `limit` sessions, newest first, older than the session `before`.
    ///
    /// # Errors
    /// `Storage`.
    pub fn history(&self, before: Option<i64>, limit: u32) -> Result<Vec<HistoryEntry>> {
        self.0.read(|coach| {
            let before = before.map(session_id).transpose()?;
            let page = coach.history(before, limit)?;
            Ok(page.into_iter().map(HistoryEntry::from).collect())
        })
    }

    /// One whole session.
    ///
    /// # Errors
    /// `NotFound`, `Storage`.
    pub fn session(&self, id: i64) -> Result<PastSession> {
        self.0
            .read(|coach| Ok(coach.session(session_id(id)?)?.into()))
    }

    /// With the streak of the days in [`Settings::practice_days`]. `now_ms` (Unix time) and `utc_offset_min` say
    /// which day it is.
    ///
    /// # Errors
    /// `Storage`.
    pub fn progress(&self, now_ms: i64, utc_offset_min: i32) -> Result<Progress> {
        self.0
            .read(|coach| Ok(coach.progress(now_ms, utc_offset_min)?.into()))
    }

    /// One session as a self-contained HTML page. `drawn_up` is today's date as the reader writes it.
    ///
    /// # Errors
    /// `NotFound`, `Storage`.
    pub fn report_html(&self, id: i64, drawn_up: String) -> Result<String> {
        self.0
            .read(|coach| Ok(coach.report_html(session_id(id)?, &drawn_up)?))
    }

    /// These sessions' repetitions as CSV.
    ///
    /// # Errors
    /// `NotFound`, `Storage`.
    pub fn export_csv(&self, ids: Vec<i64>) -> Result<String> {
        self.0
            .read(|coach| Ok(coach.export_csv(&session_ids(ids)?)?))
    }

    /// Everything about these sessions as JSON.
    ///
    /// # Errors
    /// `NotFound`, `Storage`.
    pub fn export_json(&self, ids: Vec<i64>) -> Result<String> {
        self.0
            .read(|coach| Ok(coach.export_json(&session_ids(ids)?)?))
    }

    /// What the person says after a session: pain 0 to 10, and where the work was felt. Gives what to answer.
    /// Without a pain, one told during the session stands.
    ///
    /// # Errors
    /// `BadRequest` for more than 10; `NotFound`, `DiskFull`, `Storage`.
    pub fn note_feeling(
        &self,
        id: i64,
        pain_after: Option<u8>,
        felt: Vec<Felt>,
    ) -> Result<FeelingAnswer> {
        self.0.read(|coach| {
            let pain = pain_after.map(Pain::try_from).transpose();
            let pain = pain.map_err(|error| DowelError::BadRequest(error.to_string()))?;
            Ok(coach.note_feeling(session_id(id)?, pain, felt)?.into())
        })
    }

    /// Adds to a finished set's count, or takes from it; gives how many it has now.
    ///
    /// # Errors
    /// `NotFound`, `DiskFull`, `Storage`.
    pub fn correct_set(&self, id: i64, set: u32, by: i32) -> Result<u32> {
        self.0
            .read(|coach| Ok(coach.correct_set(session_id(id)?, set, by)?))
    }

    /// Erases one session for good.
    ///
    /// # Errors
    /// `NotFound`, `DiskFull`, `Storage`.
    pub fn erase(&self, id: i64) -> Result<()> {
        self.0.read(|coach| Ok(coach.erase(session_id(id)?)?))
    }

    /// Erases every session for good; the settings stay.
    ///
    /// # Errors
    /// `DiskFull`, `Storage`.
    pub fn erase_all(&self) -> Result<()> {
        self.0.read(|coach| Ok(coach.erase_all()?))
    }
}

fn session_id(number: i64) -> Result<SessionId> {
    let id = number.to_string().parse();
    id.map_err(|_| DowelError::NotFound(format!("there is no session {number}")))
}

fn session_ids(numbers: Vec<i64>) -> Result<Vec<SessionId>> {
    numbers.into_iter().map(session_id).collect()
}

impl<'a> From<&'a TextValue> for Value<'a> {
    fn from(value: &'a TextValue) -> Self {
        match value {
            TextValue::Text { text } => text.into(),
            TextValue::Number { number } => (*number).into(),
        }
    }
}

impl From<limits::Section> for LimitsSection {
    fn from(section: limits::Section) -> Self {
        LimitsSection {
            title: section.title,
            lines: section.lines,
        }
    }
}

impl From<coach::FeelingAnswer> for FeelingAnswer {
    fn from(answer: coach::FeelingAnswer) -> Self {
        FeelingAnswer {
            lines: answer.lines,
            fault: answer.fault.map(|id| id.to_string()),
            drill: answer.drill,
        }
    }
}

impl From<PlanOptions> for coach::PlanOptions {
    fn from(options: PlanOptions) -> Self {
        coach::PlanOptions {
            drill: options.drill,
            sets: options.sets,
            reps: options.reps,
            rest_s: options.rest_s,
            tempo_s: options.tempo_s,
            target_deg: options.target_deg,
            limit_deg: options.limit_deg,
            pain_before: options.pain_before,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    type Places = BTreeMap<String, BTreeSet<String>>;

    /// Each message of `practice.ftl` that has places, with their names.
    fn in_the_words() -> Places {
        let mut places = Places::new();
        let mut id = "";
        for line in include_str!("../../core/src/words/en/practice.ftl").lines() {
            if let Some((name, _)) = line.split_once(" =") {
                id = name;
            }
            for place in line.split("{ $").skip(1) {
                let name = place.split([' ', '}']).next().unwrap_or_default();
                places
                    .entry(id.to_owned())
                    .or_default()
                    .insert(name.to_owned());
            }
        }
        places
    }

    /// Each message that the documentation of `text_with` lists.
    fn in_the_documentation() -> Places {
        let listed = include_str!("coach.rs").lines();
        let listed = listed.filter_map(|line| line.trim().strip_prefix("/// - `"));
        let entry = |line: &str| {
            let (id, rest) = line.split_once("`: `").expect("an id and its places");
            let names = rest
                .split(", `")
                .filter_map(|place| place.split('`').next());
            (id.to_owned(), names.map(str::to_owned).collect())
        };
        listed.map(entry).collect()
    }

    #[test]
    fn the_documentation_lists_every_message_with_places() {
        assert_eq!(in_the_documentation(), in_the_words());
    }
}
