//! Every word that is shown or spoken, in each language, from the Fluent resources beside this file.
//!
//! [`Words`] knows no drill, fault or screen: it looks up messages by their id and fills in values.

mod language;
mod number;
#[cfg(test)]
mod tests;
mod value;

use std::fmt;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

pub use language::{Language, UnknownLanguage};
pub use value::Value;

type Bundle = FluentBundle<FluentResource>;

/// The resource files of one language.
macro_rules! resources {
    ($language:literal) => {
        [
            include_str!(concat!($language, "/cues.ftl")),
            include_str!(concat!($language, "/faults.ftl")),
            include_str!(concat!($language, "/drills.ftl")),
            include_str!(concat!($language, "/practice.ftl")),
            include_str!(concat!($language, "/limits.ftl")),
            include_str!(concat!($language, "/report.ftl")),
        ]
    };
}

static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::English));
static GERMAN: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::German));

/// The words of one language. Read once per language and process; cheap to clone.
#[derive(Clone)]
pub struct Words {
    language: Language,
    bundle: &'static Bundle,
}

impl Words {
    pub fn of(language: Language) -> Self {
        let bundle = match language {
            Language::English => &*ENGLISH,
            Language::German => &*GERMAN,
        };
        Words { language, bundle }
    }

    pub fn language(&self) -> Language {
        self.language
    }

    /// The message `id`. A missing one shows as its id, so that a hole is seen and heard rather than fatal;
    /// tests keep the resources complete.
    pub fn get(&self, id: &str) -> String {
        self.fill(id, &[])
    }

    /// `value` with that many digits after the language's decimal sign, as in `1.5` or `1,5`.
    pub fn decimal(&self, value: f64, digits: usize) -> String {
        let text = format!("{value:.digits$}");
        match self.language {
            Language::English => text,
            Language::German => text.replace('.', ","),
        }
    }

    /// The message `id` with each `{ $name }` replaced by its value, plurals chosen and numbers written as
    /// the language does. A variable without a value shows as its name.
    pub fn fill(&self, id: &str, values: &[(&str, Value<'_>)]) -> String {
        let message = self.bundle.get_message(id);
        let Some(pattern) = message.and_then(|message| message.value()) else {
            return id.to_owned();
        };
        let values = values.iter().cloned();
        let args: FluentArgs = values.collect();
        let mut errors = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(&args), &mut errors);
        if !errors.is_empty() {
            log::warn!("message {id} in {}: {errors:?}", self.language);
        }
        text.into_owned()
    }
}

impl Default for Words {
    fn default() -> Self {
        Words::of(Language::default())
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Words").field(&self.language).finish()
    }
}

fn sources(language: Language) -> impl Iterator<Item = &'static str> {
    match language {
        Language::English => resources!("en"),
        Language::German => resources!("de"),
    }
    .into_iter()
}

fn bundle(language: Language) -> Bundle {
    let locale = language.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    // The marks would tell left-to-right values in right-to-left text apart; speech and terminals show them.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::English => number::with_point,
        Language::German => number::with_comma,
    }));
    // A flawed resource loses its flawed messages only; a test says which.
    let _ = bundle.add_builtins();
    for source in sources(language) {
        let resource = FluentResource::try_new(source.to_owned());
        let _ = bundle.add_resource(resource.unwrap_or_else(|(rest, _)| rest));
    }
    bundle
}
