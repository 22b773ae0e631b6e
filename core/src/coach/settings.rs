//! What a person sets once.

use serde::{Deserialize, Serialize};

use crate::cues::CueFrequency;
use crate::pose::ModelSize;
use crate::progress::Plan;
use crate::store::{Store, StoreError};
use crate::words::Language;

/// The key they are stored under.
const KEY: &str = "app";

/// The app's settings. One that is missing in an older file has its default.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AppSettings {
    pub language: Language,
    pub cue_frequency: CueFrequency,
    pub counts_tempo: bool,
    pub voice: bool,
    /// 1 is the voice's usual speed; 0.5 to 2.
    pub speech_rate: f64,
    /// None until it was chosen by measuring.
    pub model: Option<ModelSize>,
    /// On which days the person means to practise; from 1 to 7 a week.
    pub practice_days: Plan,
    /// The person has read whom to ask before the first session.
    pub has_read_safety: bool,
}

impl Default for AppSettings {
    fn default() -> Self {
        AppSettings {
            language: Language::default(),
            cue_frequency: CueFrequency::default(),
            counts_tempo: true,
            voice: true,
            speech_rate: 1.0,
            model: None,
            practice_days: Plan::default(),
            has_read_safety: false,
        }
    }
}

impl AppSettings {
    /// Those of a person who never chose any are the usual ones, in `language`. Settings that can't be read are as
    /// good as none: nothing else depends on them.
    pub(super) fn load(store: &Store, language: Language) -> Result<Self, StoreError> {
        let text = store.setting(KEY)?;
        let read = text.and_then(|text| serde_json::from_str(&text).ok());
        Ok(read.map_or_else(
            || AppSettings {
                language,
                ..AppSettings::default()
            },
            AppSettings::in_range,
        ))
    }

    pub(super) fn save(&self, store: &mut Store) -> Result<(), StoreError> {
        let text = serde_json::to_string(self).expect("settings are plain data");
        store.set_setting(KEY, Some(&text))
    }

    pub(super) fn in_range(mut self) -> Self {
        let rate = self.speech_rate;
        self.speech_rate = if rate.is_finite() {
            rate.clamp(0.5, 2.0)
        } else {
            1.0
        };
        if let Plan::PerWeek(days) = &mut self.practice_days {
            *days = (*days).clamp(1, 7);
        }
        self
    }
}
