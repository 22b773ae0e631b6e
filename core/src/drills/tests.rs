//! The library as a graph without holes, and its texts in every language.

use std::collections::BTreeSet;

use super::*;
use crate::words::{Language, Words};

/// What product and catalogue ask for.
const HINGES: [&str; 10] = [
    "squat-to-hinge",
    "wall-tap",
    "dowel-hinge",
    "broomstick-hinge",
    "bodyweight-hinge",
    "banded-hinge",
    "pull-through",
    "tall-kneeling-hinge",
    "kettlebell-deadlift",
    "weighted-hinge",
];
const SUPPORT: [&str; 8] = [
    "toe-touch",
    "heel-awareness",
    "leg-circles",
    "ninety-ninety",
    "fire-hydrant",
    "superman",
    "glute-bridge",
    "hip-thrust",
];
const EVERYDAY: [&str; 5] = [
    "sitting-down",
    "dishwasher",
    "groceries",
    "gardening",
    "lifting-a-child",
];
/// Nothing harder is offered than these.
const TOPS: [&str; 2] = ["weighted-hinge", "lifting-a-child"];

/// The drills met on the way from `drill`, itself not among them; stops where the way closes to a circle.
fn way(drill: &Drill, next: fn(&Drill) -> &Option<String>) -> Vec<&'static Drill> {
    let mut way: Vec<&Drill> = Vec::new();
    let mut at = next(drill).as_deref().and_then(find);
    while let Some(drill) = at.filter(|at| !way.contains(at)) {
        way.push(drill);
        at = next(drill).as_deref().and_then(find);
    }
    way
}

fn harder(drill: &Drill) -> &Option<String> {
    &drill.harder
}

fn easier(drill: &Drill) -> &Option<String> {
    &drill.easier
}

#[test]
fn the_library_is_what_was_asked_for_and_each_drill_is_there_once() {
    for (kind, ids) in [
        (DrillKind::Hinge, &HINGES[..]),
        (DrillKind::Support, &SUPPORT),
        (DrillKind::Everyday, &EVERYDAY),
    ] {
        for id in ids {
            assert_eq!(find(id).map(|drill| drill.kind), Some(kind), "{id}");
        }
    }
    let ids: BTreeSet<_> = all().iter().map(|drill| &drill.id).collect();
    assert_eq!(ids.len(), all().len(), "two drills of one id");
}

#[test]
fn every_neighbour_exists_and_leads_back_into_the_same_direction() {
    for drill in all() {
        for id in [&drill.easier, &drill.harder].into_iter().flatten() {
            assert!(find(id).is_some(), "{}: there is no {id}", drill.id);
        }
        if let Some(harder) = drill.harder.as_deref().and_then(find) {
            assert!(harder.easier.is_some(), "{} begins a line", harder.id);
        }
        if let Some(easier) = drill.easier.as_deref().and_then(find) {
            assert!(easier.harder.is_some(), "{} ends a line", easier.id);
        }
    }
}

/// Taking both kinds of neighbours together, nothing is harder than itself.
#[test]
fn easier_and_harder_agree() {
    let mut unplaced: Vec<&Drill> = all().iter().collect();
    let mut placed: BTreeSet<&str> = BTreeSet::new();
    let below = |drill: &Drill| -> Vec<&'static str> {
        let names_it = |other: &&'static Drill| other.harder.as_deref() == Some(&drill.id);
        let others = all().iter().filter(names_it).map(|other| &*other.id);
        let own = drill.easier.as_deref().and_then(find);
        others.chain(own.map(|own| &*own.id)).collect()
    };
    while !unplaced.is_empty() {
        let (ready, rest): (Vec<_>, Vec<_>) = unplaced
            .iter()
            .partition(|drill| below(drill).iter().all(|id| placed.contains(id)));
        let ids: Vec<_> = rest.iter().map(|drill: &&Drill| &drill.id).collect();
        assert!(!ready.is_empty(), "harder and easier at once: {ids:?}");
        placed.extend(ready.iter().map(|drill: &&Drill| &*drill.id));
        unplaced = rest;
    }
}

#[test]
fn every_drill_leads_up_to_the_top_of_a_line_and_down_to_its_beginning() {
    for drill in all() {
        let top = way(drill, harder).pop().unwrap_or(drill);
        assert!(TOPS.contains(&&*top.id), "{} ends at {}", drill.id, top.id);
        let first = way(drill, easier).pop().unwrap_or(drill);
        assert_eq!(first.easier, None, "{} circles", drill.id);
        let is_alone = drill.easier.is_none() && drill.harder.is_none();
        assert!(!is_alone, "{} stands alone", drill.id);
    }
}

#[test]
fn every_fault_has_one_drill_that_watches_it_or_works_on_its_cause() {
    for &fault in FaultId::ALL {
        let mending = all().iter().filter(|drill| drill.mends.contains(&fault));
        assert_eq!(mending.count(), 1, "{fault}");
        let drill = for_fault(fault);
        let works_on_its_cause = drill.kind == DrillKind::Support || drill.watch == Watch::Paced;
        assert!(
            drill.watched.contains(&fault) || works_on_its_cause,
            "{} neither watches {fault} nor works on its cause",
            drill.id
        );
    }
}

#[test]
fn every_fault_that_can_be_cued_is_watched_somewhere() {
    for &fault in FaultId::ALL {
        let watched = all().iter().any(|drill| drill.watched.contains(&fault));
        // A finding of the screen, never cued.
        assert_eq!(watched, fault != FaultId::HamstringLimited, "{fault}");
    }
}

#[test]
fn what_the_camera_does_not_judge_is_paced_and_watches_nothing() {
    for drill in all() {
        let Drill {
            id, watch, dose, ..
        } = drill;
        match watch {
            Watch::Hinge => {
                assert!(!drill.watched.is_empty(), "{id} is watched for nothing");
                assert_eq!(drill.camera, CameraPlace::SideAtHipHeight, "{id}");
            }
            Watch::Paced => {
                assert_eq!(drill.watched, [], "{id} is not judged");
                assert!(
                    dose.tempo_s.is_some(),
                    "{id} needs a tempo to be counted by"
                );
            }
        }
        let keeps_tempo = drill.watched.contains(&FaultId::OffTempo);
        assert!(!keeps_tempo || dose.tempo_s.is_some(), "{id} has no tempo");
        assert!((1..=5).contains(&dose.sets), "{id}");
        assert!((1..=20).contains(&dose.reps), "{id}");
        assert!((15.0..=180.0).contains(&dose.rest_s), "{id}");
    }
}

#[test]
fn the_toe_touch_is_fifteen_at_one_one_zero() {
    let dose = find("toe-touch").unwrap().dose;
    let tempo = Tempo {
        down: 1.0,
        pause: 1.0,
        up: 0.0,
    };
    assert_eq!((dose.reps, dose.tempo_s), (15, Some(tempo)));
}

#[test]
fn every_text_is_there_in_every_language() {
    for &language in Language::ALL {
        let words = Words::of(language);
        let says = |id: &str| {
            let text = words.get(id);
            assert_ne!(text, id, "{language} lacks {id}");
            text
        };
        let mut names = BTreeSet::new();
        for drill in all() {
            for text in DRILL_TEXTS {
                let text = says(&drill.text_id(text));
                assert!(!text.ends_with(' '), "{text:?}");
            }
            names.insert(says(&drill.text_id("name")));
            let start = says(&drill.text_id("start"));
            let length = start.split_whitespace().count();
            assert!(length <= 12, "{start:?} takes too long to say");
        }
        assert_eq!(names.len(), all().len(), "two drills of one name");
        for prop in Prop::ALL {
            says(prop.text_id());
        }
        for place in [CameraPlace::SideAtHipHeight, CameraPlace::WithinEarshot] {
            says(place.text_id());
        }
    }
}

#[test]
fn every_prop_is_needed_by_some_drill() {
    for prop in Prop::ALL {
        assert!(
            all().iter().any(|drill| drill.needs.contains(prop)),
            "{prop:?}"
        );
    }
}

#[test]
fn what_is_told_to_practise_for_a_fault_names_its_drill() {
    for &language in Language::ALL {
        let words = Words::of(language);
        for &fault in FaultId::ALL {
            let told = words.get(&format!("fault-{fault}-drill"));
            let name = words.get(&for_fault(fault).text_id("name"));
            let named = told.to_lowercase().contains(&name.to_lowercase());
            assert!(named, "{language}, {fault}: {told:?} is not {name:?}");
        }
    }
}
