//! The resources of every language: complete, alike, used, short enough to say, and without fear.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_bundle::FluentResource;
use fluent_syntax::ast;

use super::*;
use crate::analysis::FaultId;
use crate::drills;
use crate::drills::DRILL_TEXTS;

/// Message id → the variables it takes, and the ids of messages it is made of.
type Messages = BTreeMap<String, (BTreeSet<String>, BTreeSet<String>)>;

fn messages(language: Language) -> Messages {
    let mut messages = Messages::new();
    for source in sources(language) {
        let resource = FluentResource::try_new(source.to_owned())
            .unwrap_or_else(|(_, errors)| panic!("{language}: {errors:?}"));
        for entry in resource.entries() {
            let ast::Entry::Message(message) = entry else {
                let is_comment = matches!(
                    entry,
                    ast::Entry::Comment(_)
                        | ast::Entry::GroupComment(_)
                        | ast::Entry::ResourceComment(_)
                );
                assert!(is_comment, "{language}: {entry:?} is never shown");
                continue;
            };
            let mut parts = Default::default();
            let pattern = message.value.as_ref();
            inspect(pattern.expect("a message has a value"), &mut parts);
            let known = messages.insert(message.id.name.to_owned(), parts);
            assert!(known.is_none(), "{language} has {} twice", message.id.name);
        }
    }
    messages
}

fn inspect(pattern: &ast::Pattern<&str>, parts: &mut (BTreeSet<String>, BTreeSet<String>)) {
    for element in &pattern.elements {
        match element {
            ast::PatternElement::TextElement { .. } => {}
            ast::PatternElement::Placeable { expression } => inspect_expression(expression, parts),
        }
    }
}

fn inspect_expression(
    expression: &ast::Expression<&str>,
    parts: &mut (BTreeSet<String>, BTreeSet<String>),
) {
    match expression {
        ast::Expression::Inline(inline) => inspect_inline(inline, parts),
        ast::Expression::Select { selector, variants } => {
            inspect_inline(selector, parts);
            for variant in variants {
                inspect(&variant.value, parts);
            }
        }
    }
}

fn inspect_inline(
    inline: &ast::InlineExpression<&str>,
    parts: &mut (BTreeSet<String>, BTreeSet<String>),
) {
    match inline {
        ast::InlineExpression::VariableReference { id } => {
            parts.0.insert(id.name.to_owned());
        }
        ast::InlineExpression::MessageReference { id, .. } => {
            parts.1.insert(id.name.to_owned());
        }
        ast::InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                inspect_inline(argument, parts);
            }
        }
        ast::InlineExpression::Placeable { expression } => inspect_expression(expression, parts),
        _ => {}
    }
}

/// Every message with each variable filled in, as (id, text).
fn texts(language: Language) -> Vec<(String, String)> {
    let words = Words::of(language);
    let text = |(id, (variables, _)): (String, (BTreeSet<String>, _))| {
        let values: Vec<_> = variables.iter().map(|v| (&**v, Value::from(2.0))).collect();
        let text = words.fill(&id, &values);
        (id, text)
    };
    messages(language).into_iter().map(text).collect()
}

/// The string literals in the core's code that may be ids of messages; `{…}` stands for any text.
fn literals() -> BTreeSet<String> {
    fn collect(folder: &Path, found: &mut BTreeSet<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(&path, found);
            } else if path.extension().is_some_and(|e| e == "rs") && !path.ends_with("tests.rs") {
                let code = fs::read_to_string(&path).unwrap();
                let code = code.split("#[cfg(test)]\nmod tests {").next().unwrap();
                let strings = code.split('"').filter(|s| is_id(s)).map(str::to_owned);
                found.extend(strings);
            }
        }
    }
    fn is_id(literal: &str) -> bool {
        let family = literal.split('-').next().unwrap_or_default();
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_{}".contains(c);
        FAMILIES.contains(&family) && literal.len() > family.len() + 1 && literal.chars().all(plain)
    }
    let mut found = BTreeSet::new();
    collect(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut found,
    );
    assert!(found.contains("cue-{id}"), "{found:?}");
    found
}

const FAMILIES: [&str; 11] = [
    "cue", "fault", "drill", "drawing", "prop", "camera", "report", "hint", "say", "well", "limits",
];

/// Whether a literal such as `fault-{id}-name` makes `id`.
fn makes(literal: &str, id: &str) -> bool {
    let Some((before, rest)) = literal.split_once('{') else {
        return literal == id;
    };
    let after = rest.split_once('}').map_or("", |(_, after)| after);
    id.strip_prefix(before).is_some_and(|rest| {
        (0..=rest.len()).any(|n| rest.is_char_boundary(n) && makes(after, &rest[n..]))
    })
}

#[test]
fn every_language_has_the_same_messages_with_the_same_variables() {
    let english = messages(Language::English);
    for &language in Language::ALL {
        let other = messages(language);
        for (id, (variables, _)) in &english {
            let theirs = other.get(id).map(|(variables, _)| variables);
            assert_eq!(Some(variables), theirs, "{id} in {language}");
        }
        let more: Vec<_> = other
            .keys()
            .filter(|id| !english.contains_key(*id))
            .collect();
        assert!(more.is_empty(), "only in {language}: {more:?}");
    }
}

#[test]
fn no_message_the_code_names_is_missing() {
    let english = messages(Language::English);
    let families = literals();
    for literal in families.iter().filter(|l| !l.contains('{')) {
        assert!(
            english.contains_key(literal),
            "nothing is said for {literal}"
        );
    }
    for fault in FaultId::ALL {
        for id in ["cue-{id}", "fault-{id}-name", "fault-{id}-drill"] {
            let id = id.replace("{id}", fault.as_str());
            assert!(english.contains_key(&id), "nothing is said for {id}");
        }
    }
}

#[test]
fn no_message_is_left_over() {
    let english = messages(Language::English);
    let literals = literals();
    let parts: BTreeSet<_> = english.values().flat_map(|(_, parts)| parts).collect();
    for id in english.keys().filter(|id| !parts.contains(id)) {
        let used = literals.iter().any(|literal| makes(literal, id));
        assert!(used, "nothing uses {id}");
    }
    let of_drill = |drill: &drills::Drill| DRILL_TEXTS.map(|text| drill.text_id(text));
    let known: BTreeSet<_> = drills::all().iter().flat_map(of_drill).collect();
    for id in english.keys().filter(|id| id.starts_with("drill-")) {
        assert!(known.contains(id), "nothing uses {id}");
    }
    let cues = FaultId::ALL
        .iter()
        .map(|id| id.as_str())
        .chain(["fixed", "smaller"]);
    let known: BTreeSet<_> = cues.map(|id| format!("cue-{id}")).collect();
    for id in english.keys().filter(|id| id.starts_with("cue-")) {
        assert!(known.contains(id), "nothing uses {id}");
    }
    let of_fault = |id: &FaultId| [format!("fault-{id}-name"), format!("fault-{id}-drill")];
    let known: BTreeSet<_> = FaultId::ALL.iter().flat_map(of_fault).collect();
    for id in english.keys().filter(|id| id.starts_with("fault-")) {
        assert!(known.contains(id), "nothing uses {id}");
    }
}

#[test]
fn every_message_can_be_filled() {
    for &language in Language::ALL {
        for (id, text) in texts(language) {
            assert!(!text.trim().is_empty(), "{id} in {language} says nothing");
            assert!(
                !text.contains(['{', '}', '$']),
                "{id} in {language}: {text:?}"
            );
        }
    }
}

#[test]
fn cues_are_short_enough_to_say() {
    for &language in Language::ALL {
        for (id, text) in texts(language) {
            let words = text.split_whitespace().count();
            assert!(
                !id.starts_with("cue-") || words <= 10,
                "{language}: {text:?} takes too long"
            );
        }
    }
}

#[test]
fn no_message_raises_fear_or_makes_a_medical_claim() {
    for &language in Language::ALL {
        for (id, text) in texts(language) {
            // Asking how much it hurts, and whom to ask first, takes the words themselves.
            if id.contains("pain") || id.contains("professional") {
                continue;
            }
            let lower = text.to_lowercase();
            let mut words = lower.split(|c: char| !c.is_alphabetic());
            let harm = words.find(|word| raises_fear(language, word));
            assert_eq!(harm, None, "{id} in {language}: {text:?}");
        }
    }
}

fn raises_fear(language: Language, word: &str) -> bool {
    let starts: &[&str] = match language {
        Language::English => &[
            "injur", "danger", "prevent", "treat", "pain", "harm", "hurt", "damage", "unsafe",
            "heal", "cure", "risk",
        ],
        Language::German => &[
            "schmerz",
            "verletz",
            "gefahr",
            "gefähr",
            "schäd",
            "schad",
            "weh",
            "kaputt",
            "heil",
            "therap",
            "risik",
            "vorbeugt",
            "verhinder",
            "riskant",
        ],
    };
    let harmless = ["paint", "paints", "painted"];
    !harmless.contains(&word) && starts.iter().any(|start| word.starts_with(start))
}

#[test]
fn values_are_filled_in_once_and_numbers_are_written_as_the_language_does() {
    let mut bundle = bundle(Language::German);
    let source = "a = { $x }: { NUMBER($n, minimumFractionDigits: 1) }\n\
        b = { $n ->\n    [one] eine\n   *[other] { $n }\n }";
    let resource = FluentResource::try_new(source.to_owned()).unwrap();
    bundle.add_resource(resource).unwrap();
    let words = Words {
        language: Language::German,
        bundle: Box::leak(Box::new(bundle)),
    };
    let values = [("x", "{ $n }".into()), ("n", 2.0.into())];
    assert_eq!(words.fill("a", &values), "{ $n }: 2,0");
    assert_eq!(words.fill("b", &[("n", 1.0.into())]), "eine");
    assert_eq!(words.fill("b", &[("n", 1.5.into())]), "1,5");
    // What no plural rule can count is still said.
    assert_eq!(words.fill("b", &[("n", f64::NAN.into())]), "NaN");
    assert_eq!(words.fill("b", &[("n", 1e300.into())]).len(), 301);
}

#[test]
fn what_is_missing_shows_as_its_id() {
    assert_eq!(Words::default().get("nonsense"), "nonsense");
}

#[test]
fn a_language_is_named_by_its_code() {
    for &language in Language::ALL {
        assert_eq!(language.to_string().parse(), Ok(language));
        assert_eq!(serde_json::to_value(language).unwrap(), language.code());
        assert_eq!(Words::of(language).language(), language);
    }
    let tags = ["de-AT", "DE", "en_GB", "fr-CH", "", "-de", "den"].map(Language::of_tag);
    let (german, english) = (Some(Language::German), Some(Language::English));
    assert_eq!(tags, [german, german, english, None, None, None, None]);
    let error = "fr".parse::<Language>().unwrap_err().to_string();
    for language in Language::ALL {
        assert!(error.contains(language.code()), "{error}");
    }
}
