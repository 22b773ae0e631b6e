//! What needs no network: settings, plans, and keeping a session whatever the disk does.

use super::*;
use crate::analysis::{Dowel, Rep, Tempo};
use crate::cues::CueFrequency;
use crate::practice::PlanError;
use crate::progress::Plan;
use crate::words::Language;

pub(super) fn coach(folder: &std::path::Path) -> Coach {
    Coach::open(Places {
        store: folder.join("sessions.db"),
        models: folder.to_owned(),
        runtime: folder.join("no-runtime"),
        language: Language::German,
    })
    .unwrap()
}

#[test]
fn settings_outlive_the_process_and_stay_in_range() {
    let folder = tempfile::tempdir().unwrap();
    let chosen = AppSettings {
        language: Language::English,
        cue_frequency: CueFrequency::Seldom,
        speech_rate: 9.0,
        practice_days: Plan::PerWeek(9),
        ..AppSettings::default()
    };
    let mut before = coach(folder.path());
    before.set_settings(chosen).unwrap();
    let found = coach(folder.path()).settings().clone();
    assert_eq!(&found, before.settings());
    assert_eq!(found.language, Language::English);
    assert_eq!(found.practice_days, Plan::PerWeek(7));
    assert_eq!(found.cue_frequency, CueFrequency::Seldom);
    assert_eq!(found.speech_rate, 2.0);
}

#[test]
fn the_system_s_language_is_spoken_until_one_is_chosen() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(coach(folder.path()).settings().language, Language::German);
    let chosen = AppSettings {
        language: Language::English,
        ..AppSettings::default()
    };
    coach(folder.path()).set_settings(chosen).unwrap();
    assert_eq!(coach(folder.path()).settings().language, Language::English);
}

#[test]
fn settings_of_an_older_file_have_defaults_for_what_is_new() {
    let folder = tempfile::tempdir().unwrap();
    let older = r#"{"language":"en","cue_frequency":"seldom","counts_tempo":false,"voice":true,
        "speech_rate":1.0,"model":null,"has_read_safety":true}"#;
    let before = coach(folder.path());
    let mut archive = before.archive();
    archive.store.set_setting("app", Some(older)).unwrap();
    drop(archive);
    let found = coach(folder.path()).settings().clone();
    assert_eq!(found.cue_frequency, CueFrequency::Seldom);
    assert_eq!(found.practice_days, Plan::PerWeek(3));
    assert!(found.has_read_safety);
}

#[test]
fn chosen_days_of_the_week_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    let monday_and_friday = Plan::Weekdays([true, false, false, false, true, false, false]);
    let chosen = AppSettings {
        practice_days: monday_and_friday,
        ..AppSettings::default()
    };
    coach(folder.path()).set_settings(chosen).unwrap();
    let found = coach(folder.path()).settings().practice_days;
    assert_eq!(found, monday_and_friday);
}

#[test]
fn a_plan_that_makes_no_sense_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let coach = coach(folder.path());
    let plan = |change: &dyn Fn(&mut PlanOptions)| {
        let mut options = PlanOptions {
            drill: "dowel-hinge".to_owned(),
            ..PlanOptions::default()
        };
        change(&mut options);
        coach.plan(&options).map(|_| ())
    };
    assert!(plan(&|_| ()).is_ok());
    let refused = |change: &dyn Fn(&mut PlanOptions), error: PlanError| {
        let found = plan(change).unwrap_err();
        assert!(
            matches!(found, CoachError::Plan(e) if e == error),
            "{found}"
        );
    };
    refused(&|o| o.sets = Some(0), PlanError::Sets);
    refused(&|o| o.reps = Some(10_000), PlanError::Reps);
    refused(&|o| o.rest_s = Some(f64::NAN), PlanError::Rest);
    refused(&|o| o.limit_deg = Some(f64::INFINITY), PlanError::Range);
    refused(&|o| o.pain_before = Some(11), PlanError::Pain);
    let unknown = plan(&|o| o.drill = "handstand".to_owned()).unwrap_err();
    assert!(matches!(unknown, CoachError::NoSuchDrill(_)));
}

#[test]
fn without_the_networks_a_session_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let options = PlanOptions {
        drill: "dowel-hinge".to_owned(),
        ..PlanOptions::default()
    };
    let error = coach(folder.path()).begin(&options, 0).unwrap_err();
    assert!(matches!(error, CoachError::Model(_)), "{error}");
}

/// A session that is kept, of no drill.
fn keeper(coach: &Coach) -> Keeper {
    coach.keeper("live", None, 0)
}

/// Another program that does not let go of the file until it commits.
fn blocked(coach: &Coach) -> rusqlite::Connection {
    // Less than the time a write waits for another program would do.
    let other = rusqlite::Connection::open(&coach.places.store).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    other
}

#[test]
fn a_repetition_that_could_not_be_written_is_written_later() {
    let folder = tempfile::tempdir().unwrap();
    let coach = coach(folder.path());
    let mut keeper = keeper(&coach);
    let other = blocked(&coach);
    keeper.rep(0, rep());
    keeper.save(1.0);
    assert_eq!(keeper.unsaved(), 1, "the file is locked");
    other.execute_batch("COMMIT").unwrap();
    keeper.save(1.5);
    assert_eq!(keeper.unsaved(), 1, "it is not tried again at once");
    keeper.save(4.0);
    assert_eq!(keeper.unsaved(), 0);
    let id = keeper.id().unwrap();
    assert_eq!(coach.session(id).unwrap().reps.len(), 1);
}

#[test]
fn what_a_session_could_not_write_outlives_it() {
    let folder = tempfile::tempdir().unwrap();
    let coach = coach(folder.path());
    let mut first = keeper(&coach);
    first.rep(0, rep());
    first.save_now().unwrap();
    let id = first.id().unwrap();
    let other = blocked(&coach);
    first.rep(0, Rep { index: 1, ..rep() });
    drop(first);
    assert_eq!(coach.unsaved(), 1);
    assert!(coach.save_again().is_err());
    assert_eq!(coach.unsaved(), 1);
    other.execute_batch("COMMIT").unwrap();
    coach.save_again().unwrap();
    assert_eq!(coach.unsaved(), 0);
    let reps = coach.session(id).unwrap().reps;
    assert_eq!(reps.iter().map(|rep| rep.index).collect::<Vec<_>>(), [0, 1]);
}

#[test]
fn the_next_session_writes_what_the_one_before_could_not() {
    let folder = tempfile::tempdir().unwrap();
    let coach = coach(folder.path());
    let mut first = keeper(&coach);
    let other = blocked(&coach);
    first.rep(0, rep());
    drop(first);
    other.execute_batch("COMMIT").unwrap();
    let mut second = keeper(&coach);
    assert_eq!(coach.unsaved(), 0);
    second.rep(0, rep());
    second.save_now().unwrap();
    let kept = coach.history(None, 10).unwrap();
    assert_eq!(kept.iter().map(|s| s.done).collect::<Vec<_>>(), [1, 1]);
}

#[test]
fn what_was_erased_is_not_written_again() {
    let folder = tempfile::tempdir().unwrap();
    let coach = coach(folder.path());
    let [mut one, mut all] = [keeper(&coach), keeper(&coach)];
    for keeper in [&mut one, &mut all] {
        keeper.rep(0, rep());
        keeper.save_now().unwrap();
    }
    coach.erase(one.id().unwrap()).unwrap();
    one.rep(0, Rep { index: 1, ..rep() });
    one.save_now().unwrap();
    assert_eq!((one.unsaved(), one.id()), (0, None));

    all.rep(0, Rep { index: 1, ..rep() });
    coach.erase_all().unwrap();
    // It gets the number that the other had.
    let mut newer = keeper(&coach);
    newer.rep(0, rep());
    newer.save_now().unwrap();
    drop(all);
    let kept = coach.history(None, 10).unwrap();
    assert_eq!(kept.iter().map(|s| s.done).collect::<Vec<_>>(), [1]);
}

#[test]
fn the_settings_stay_where_everything_is_erased() {
    let folder = tempfile::tempdir().unwrap();
    let mut before = coach(folder.path());
    let chosen = AppSettings {
        has_read_safety: true,
        ..AppSettings::default()
    };
    before.set_settings(chosen.clone()).unwrap();
    before.erase_all().unwrap();
    assert_eq!(coach(folder.path()).settings(), &chosen);
}

fn rep() -> Rep {
    Rep {
        index: 0,
        start_s: 1.0,
        bottom_s: 2.0,
        end_s: 3.0,
        counted: true,
        attempt_reason: None,
        hip_flexion_deg: 80.0,
        knee_flexion_deg: 20.0,
        trunk_lean_deg: 60.0,
        hinge_index: 80,
        tempo_s: Tempo {
            down: 1.0,
            pause: 0.2,
            up: 0.8,
        },
        dowel: Dowel::cant_tell(),
        clean_depth_deg: None,
        faults: Vec::new(),
    }
}
