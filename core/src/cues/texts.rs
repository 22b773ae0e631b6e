//! The spoken words, read from a resource file of one language.

use std::collections::BTreeMap;

/// Cue id → words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Texts(BTreeMap<String, String>);

impl Texts {
    /// English, complete.
    pub fn english() -> Self {
        Texts(serde_json::from_str(include_str!("en.json")).expect("en.json is checked by a test"))
    }

    /// The words for a cue id; the id itself when a language lacks it, so that nothing stays silent.
    pub fn get(&self, id: &str) -> String {
        self.0.get(id).cloned().unwrap_or_else(|| id.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::FaultId;
    use crate::cues::policy::FIXED;

    #[test]
    fn every_cue_has_words_short_enough_to_say() {
        let texts = Texts::english();
        let ids = FaultId::ALL.iter().map(|id| id.as_str()).chain([FIXED]);
        for id in ids {
            let text = texts
                .0
                .get(id)
                .unwrap_or_else(|| panic!("no words for {id}"));
            assert!(
                text.split_whitespace().count() <= 10,
                "{text:?} takes too long to say"
            );
        }
        assert_eq!(texts.0.len(), FaultId::ALL.len() + 1, "a text no cue uses");
    }

    #[test]
    fn no_cue_speaks_of_harm() {
        let texts = Texts::english();
        for text in texts.0.values() {
            let lower = text.to_lowercase();
            let words: Vec<&str> = lower.split(|c: char| !c.is_alphabetic()).collect();
            for word in [
                "pain",
                "injury",
                "danger",
                "dangerous",
                "hurt",
                "damage",
                "unsafe",
            ] {
                assert!(!words.contains(&word), "{text:?}");
            }
        }
    }
}
