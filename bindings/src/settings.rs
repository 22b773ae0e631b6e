//! What a person sets once.

use dowel_core::coach::AppSettings;
use dowel_core::cues::CueFrequency;
use dowel_core::pose::ModelSize;
use dowel_core::words::Language;

use crate::progress::PracticeDays;

/// The app's settings.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Settings {
    pub language: Language,
    pub cue_frequency: CueFrequency,
    pub counts_tempo: bool,
    pub voice: bool,
    /// 1 is the voice's usual speed; what lies outside of 0.5 to 2 is brought there.
    pub speech_rate: f64,
    /// None until it was chosen by measuring; the full model is used until then.
    pub model: Option<ModelSize>,
    /// The days the person means to practise on: what the streak is held against.
    pub practice_days: PracticeDays,
    /// The person has read whom to ask before the first session.
    pub has_read_safety: bool,
}

impl From<&AppSettings> for Settings {
    fn from(settings: &AppSettings) -> Self {
        Settings {
            language: settings.language,
            cue_frequency: settings.cue_frequency,
            counts_tempo: settings.counts_tempo,
            voice: settings.voice,
            speech_rate: settings.speech_rate,
            model: settings.model,
            practice_days: settings.practice_days.into(),
            has_read_safety: settings.has_read_safety,
        }
    }
}

impl From<Settings> for AppSettings {
    fn from(settings: Settings) -> Self {
        AppSettings {
            language: settings.language,
            cue_frequency: settings.cue_frequency,
            counts_tempo: settings.counts_tempo,
            voice: settings.voice,
            speech_rate: settings.speech_rate,
            model: settings.model,
            practice_days: settings.practice_days.into(),
            has_read_safety: settings.has_read_safety,
        }
    }
}
