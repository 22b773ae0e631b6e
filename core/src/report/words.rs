//! The report's words: looked up in the resource file, never written in code.

use std::sync::LazyLock;

use serde::Serialize;
use serde_json::Value;

use crate::analysis::FaultId;
use crate::words::Words;

const ENGLISH: &str = include_str!("en.json");

static WORDS: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(ENGLISH).unwrap_or(Value::Null));

/// The text under a dotted key such as `section.curves`. A missing key shows as itself, so that a
/// hole in the resource file is seen rather than fatal; a test keeps the file complete.
pub(super) fn text(key: &str) -> &str {
    find(key).unwrap_or(key)
}

/// The text of one variant of a contract enum, `group.id`, by its id in the JSON.
pub(super) fn of<T: Serialize>(group: &str, variant: T) -> String {
    let id = serde_json::to_value(variant).ok();
    let id = id.as_ref().and_then(Value::as_str).unwrap_or_default();
    text(&format!("{group}.{id}")).to_owned()
}

/// A fault as a heading or a table names it.
pub(super) fn fault_name(id: FaultId) -> String {
    Words::default().get(&format!("fault-{id}-name"))
}

/// The text under `key` with each `{name}` replaced by its value.
pub(super) fn fill(key: &str, values: &[(&str, &str)]) -> String {
    let mut rest = text(key);
    let mut out = String::new();
    // One pass: a value that itself holds braces is not expanded again.
    while let Some(open) = rest.find('{') {
        let Some(close) = rest[open..].find('}').map(|i| open + i) else {
            break;
        };
        let name = &rest[open + 1..close];
        out.push_str(&rest[..open]);
        match values.iter().find(|(n, _)| *n == name) {
            Some((_, value)) => out.push_str(value),
            None => out.push_str(&rest[open..=close]),
        }
        rest = &rest[close + 1..];
    }
    out.push_str(rest);
    out
}

fn find(key: &str) -> Option<&'static str> {
    key.split('.')
        .try_fold(&*WORDS, |node, part| node.get(part))?
        .as_str()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::*;

    /// Every key the code asks for by a literal, found in the code itself.
    fn literal_keys() -> Vec<&'static str> {
        [
            include_str!("mod.rs"),
            include_str!("summary.rs"),
            include_str!("pictures.rs"),
            include_str!("skeleton.rs"),
            include_str!("curves.rs"),
            include_str!("curves/back.rs"),
            include_str!("contacts.rs"),
            include_str!("reasons.rs"),
            include_str!("tables.rs"),
            include_str!("matrix.rs"),
            include_str!("about.rs"),
            include_str!("numbers.rs"),
        ]
        .iter()
        .flat_map(|source| source.split('"').skip(1).step_by(2))
        .filter(|s| {
            s.split('.').count() == 2
                && s.bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"._".contains(&b))
                && WORDS.get(s.split('.').next().unwrap()).is_some()
        })
        .collect()
    }

    fn ids<T: Serialize>(group: &str, all: &[T]) -> Vec<String> {
        all.iter()
            .map(|v| {
                let id = serde_json::to_value(v).unwrap();
                format!("{group}.{}", id.as_str().unwrap())
            })
            .collect()
    }

    fn variant_keys() -> Vec<String> {
        use {AttemptReason as A, CantTellReason as C, ViewReason as V};
        let mut keys = Vec::new();
        for group in ["drill", "well"] {
            keys.extend(ids(group, FaultId::ALL));
        }
        keys.extend(ids(
            "view_reason",
            &[
                V::NotSideOn,
                V::BodyOutOfFrame,
                V::TooDark,
                V::SeveralPeople,
                V::TooFar,
                V::CameraMoving,
                V::NoPerson,
            ],
        ));
        keys.extend(ids(
            "attempt_reason",
            &[
                A::TooShallow,
                A::NotReturned,
                A::StartedMidRep,
                A::TrackingLost,
                A::FeetMoved,
            ],
        ));
        keys.extend(ids(
            "cant_tell_reason",
            &[
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
            ],
        ));
        keys.extend(ids(
            "contact",
            &[Contact::Touching, Contact::Lifted, Contact::CantTell],
        ));
        let movements = [Movement::Hinge, Movement::Squat, Movement::Other];
        keys.extend(ids("movement", &movements));
        keys.extend(
            ids("movement", &movements)
                .iter()
                .map(|k| format!("{k}_one")),
        );
        keys.extend(ids("movement", &[Movement::None]));
        keys.extend(ids(
            "phase",
            &[Phase::Down, Phase::Bottom, Phase::Up, Phase::Top],
        ));
        keys
    }

    fn all_keys() -> Vec<String> {
        let groups = WORDS.as_object().unwrap();
        groups
            .iter()
            .flat_map(|(g, words)| {
                words
                    .as_object()
                    .unwrap()
                    .keys()
                    .map(move |k| format!("{g}.{k}"))
            })
            .collect()
    }

    #[test]
    fn no_key_is_missing() {
        for key in literal_keys() {
            assert!(find(key).is_some(), "en.json lacks {key}");
        }
        for key in variant_keys() {
            assert!(find(&key).is_some(), "en.json lacks {key}");
        }
    }

    #[test]
    fn no_key_is_left_over() {
        let used: Vec<String> = literal_keys().iter().map(|k| k.to_string()).collect();
        let used = [used, variant_keys()].concat();
        for key in all_keys() {
            assert!(used.contains(&key), "nothing uses {key} of en.json");
        }
    }

    #[test]
    fn the_words_make_no_medical_claim_and_raise_no_fear() {
        let lower = ENGLISH.to_lowercase();
        let words = lower.split(|c: char| !c.is_alphabetic());
        let banned = [
            "injur", "danger", "prevent", "treat", "pain", "harm", "hurt",
        ];
        for word in words.filter(|w| *w != "paint") {
            assert!(
                !banned.iter().any(|b| word.starts_with(b)),
                "en.json says {word:?}"
            );
        }
    }

    #[test]
    fn values_are_filled_in_once() {
        let title = fill("page.title", &[("name", "{name} & {x}")]);
        assert_eq!(title, "Hip hinge report: {name} & {x}");
    }
}
