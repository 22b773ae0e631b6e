//! The report's way to its words, which are in [`crate::words`].

use serde::Serialize;
use serde_json::Value as Json;

use crate::analysis::FaultId;
use crate::words::Words;

/// The text of one variant of a contract enum, by its id in the JSON: `pattern` with `{id}` replaced by it.
pub(super) fn of<T: Serialize>(words: &Words, pattern: &str, variant: T) -> String {
    let id = serde_json::to_value(variant).ok();
    let id = id.as_ref().and_then(Json::as_str).unwrap_or_default();
    words.get(&pattern.replace("{id}", id))
}

/// A fault as a heading or a table names it.
pub(super) fn fault_name(words: &Words, id: FaultId) -> String {
    words.get(&format!("fault-{id}-name"))
}

pub(super) fn severity(words: &Words, severity: f64) -> String {
    words.get(match severity {
        s if s >= 2.0 / 3.0 => "report-severity-strong",
        s if s >= 1.0 / 3.0 => "report-severity-clear",
        _ => "report-severity-mild",
    })
}

/// As a person of that language quotes what was said.
pub(super) fn quoted(words: &Words, text: &str) -> String {
    words.fill("report-quote", &[("text", text.into())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::*;
    use crate::words::Language;

    /// A text for every variant that a report may come across.
    #[test]
    fn every_variant_has_its_words_in_every_language() {
        use {AttemptReason as A, CantTellReason as C, ViewReason as V};
        let views = [
            V::NotSideOn,
            V::BodyOutOfFrame,
            V::TooDark,
            V::SeveralPeople,
            V::TooFar,
            V::CameraMoving,
            V::NoPerson,
        ];
        let attempts = [
            A::TooShallow,
            A::NotReturned,
            A::StartedMidRep,
            A::TrackingLost,
            A::FeetMoved,
        ];
        let untold = [
            C::NeedsBackContour,
            C::NoBackReference,
            C::LooseClothing,
            C::BackNotClear,
            C::PoorLight,
            C::NotSideOn,
            C::NotVisible,
            C::NoStandingNeutral,
            C::NoTarget,
            C::NoLoad,
            C::NotApplicable,
            C::TooFewFrames,
        ];
        let contacts = [Contact::Touching, Contact::Lifted, Contact::CantTell];
        let movements = [Movement::Hinge, Movement::Squat, Movement::Other];
        let phases = [Phase::Down, Phase::Bottom, Phase::Up, Phase::Top];
        for &language in Language::ALL {
            let words = &Words::of(language);
            check(words, "report-view_reason-{id}", &views);
            check(words, "report-attempt_reason-{id}", &attempts);
            check(words, "report-cant_tell_reason-{id}", &untold);
            check(words, "report-contact-{id}", &contacts);
            check(words, "report-movement-{id}", &movements);
            check(words, "report-phase-{id}", &phases);
            check(words, "report-well-{id}", FaultId::ALL);
        }
    }

    fn check<T: Serialize + Copy>(words: &Words, pattern: &str, all: &[T]) {
        for &variant in all {
            let text = of(words, pattern, variant);
            let (before, _) = pattern.split_once("{id}").unwrap();
            assert!(
                !text.starts_with(before),
                "{} lacks {text}",
                words.language()
            );
        }
    }
}
