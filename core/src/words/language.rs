use serde::{Deserialize, Serialize};

/// A language that Dowel speaks, completely.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub enum Language {
    #[default]
    #[serde(rename = "en")]
    English,
    #[serde(rename = "de")]
    German,
}

impl Language {
    pub const ALL: &'static [Language] = &[Language::English, Language::German];

    /// The one that a system's language tag (BCP 47, as in `de-AT`) names; None where Dowel does not speak it.
    pub fn of_tag(tag: &str) -> Option<Language> {
        let language = tag.split(['-', '_']).next()?.to_lowercase();
        language.parse().ok()
    }

    /// Its ISO 639 code, as in `en`.
    pub fn code(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::German => "de",
        }
    }
}

impl std::fmt::Display for Language {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

impl std::str::FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        Language::ALL
            .iter()
            .copied()
            .find(|language| language.code() == s)
            .ok_or_else(|| UnknownLanguage(s.to_owned()))
    }
}

/// A language that Dowel does not speak.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown language {0:?}; choose en or de")]
pub struct UnknownLanguage(pub String);
