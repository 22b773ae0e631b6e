//! Whole sessions, as somebody hears them who can't see the screen.

use std::{env, fs};

use dowel_core::drills;
use dowel_core::practice::{Ending, Plan};
use dowel_core::words::{Language, Words};
use dowel_tests::recordings;
use dowel_tests::scripts::{Played, Script};

fn plan(drill: &str, sets: u32, reps: u32) -> Plan {
    let drill = drills::find(drill).expect("the drill is in the library");
    Plan {
        sets,
        reps,
        rest_s: 30.0,
        ..Plan::of(drill, Words::of(Language::English))
    }
}

/// Compares with the committed transcript; `DOWEL_ACCEPT=1` writes it.
fn check(name: &str, played: &Played) {
    let path = recordings::folder().with_file_name("transcripts");
    let path = path.join(format!("{name}.txt"));
    let transcript = played.transcript();
    if env::var_os("DOWEL_ACCEPT").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, &transcript).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        transcript == expected,
        "{name} sounds different:\n{transcript}\nIf it is meant: \
         DOWEL_ACCEPT=1 cargo test -p dowel-tests --test practice, and read what changed."
    );
}

#[test]
fn a_good_set() {
    let script = Script::of("good-1")
        .nobody(3.0)
        .stand(24.0)
        .reps(&[0, 1, 2, 1, 2, 0])
        .stand(12.0);
    let played = script.play(plan("dowel-hinge", 1, 6));
    assert_eq!(played.summary.ending, Ending::Finished);
    assert_eq!(played.summary.total.clean, 6);
    check("good-set", &played);
}

#[test]
fn one_fault_mended_after_its_cue() {
    let script = Script::of("squat-70")
        .stand(12.0)
        .reps(&[0, 1, 2, 0, 0, 0])
        .stand(10.0);
    let played = script.play(plan("dowel-hinge", 1, 6));
    check("fault-mended", &played);
}

#[test]
fn a_fault_that_stays() {
    let script = Script::of("round-low-back-35")
        .stand(12.0)
        .reps(&[1, 2, 1, 2, 1, 2])
        .stand(54.0)
        .reps(&[1, 2, 1, 2, 0, 0])
        .stand(12.0);
    let played = script.play(plan("dowel-hinge", 2, 6));
    check("fault-stays", &played);
}

#[test]
fn the_wrong_view_first() {
    let script = Script::of("good-3")
        .lean_phone(12.0)
        .nobody(2.0)
        .face_the_camera(12.0)
        .lean_phone(1.0)
        .face_the_camera(9.0)
        .stand(14.0)
        .reps(&[0, 1, 2])
        .stand(10.0);
    let played = script.play(plan("dowel-hinge", 1, 3));
    check("wrong-view-first", &played);
}

#[test]
fn the_person_leaves_and_comes_back_and_leaves() {
    let script = Script::of("good-1")
        .stand(12.0)
        .reps(&[0, 1])
        .nobody(12.0)
        .stand(5.0)
        .reps(&[2])
        .nobody(70.0);
    let played = script.play(plan("dowel-hinge", 2, 8));
    assert_eq!(played.summary.ending, Ending::Left);
    assert_eq!(played.summary.total.reps, 3);
    check("person-leaves", &played);
}

#[test]
fn a_second_person_walks_in() {
    let script = Script::of("good-1")
        .stand(12.0)
        .reps(&[0])
        .others(true)
        .stand(1.0)
        .reps(&[1])
        .stand(1.0)
        .others(false)
        .reps(&[2])
        .stand(1.0)
        .walk_to_the_phone(2.5);
    let played = script.play(plan("dowel-hinge", 1, 8));
    assert_eq!(played.summary.ending, Ending::WalkedUp);
    check("second-person", &played);
}

#[test]
fn a_counted_tempo() {
    let script = Script::of("good-2")
        .stand(12.5)
        .reps(&[0, 1, 2])
        .stand(10.0);
    let played = script.play(plan("toe-touch", 1, 3));
    check("tempo", &played);
}

#[test]
fn the_end_of_the_range() {
    let script = Script::of("too-low-115")
        .stand(12.0)
        .reps(&[0, 1, 2, 0, 0])
        .stand(10.0);
    let mut plan = plan("dowel-hinge", 1, 5);
    plan.targets.hip_flexion_limit_deg = Some(95.0);
    let played = script.play(plan);
    check("range-limit", &played);
}

#[test]
fn stopped_by_pain() {
    let script = Script::of("good-1")
        .pain(2)
        .stand(12.0)
        .reps(&[0, 1, 2])
        .stand(9.0)
        .pain(4)
        .stand(12.0);
    let played = script.play(plan("dowel-hinge", 3, 3));
    assert_eq!(played.summary.ending, Ending::Pain);
    check("stopped-by-pain", &played);
}

#[test]
fn a_baggy_shirt() {
    let script = Script::of("baggy-shirt-round-30")
        .stand(18.0)
        .reps(&[0, 1, 2])
        .stand(12.0);
    let played = script.play(plan("dowel-hinge", 1, 3));
    check("baggy-shirt", &played);
}

#[test]
fn a_drill_that_is_only_counted() {
    let script = Script::of("good-1").nobody(100.0);
    let mut plan = plan("glute-bridge", 2, 4);
    plan.rest_s = 5.0;
    let played = script.play(plan);
    assert_eq!(played.summary.total.reps, 8);
    check("only-counted", &played);
}

#[test]
fn in_german() {
    let script = Script::of("squat-70")
        .nobody(2.0)
        .face_the_camera(18.0)
        .stand(14.0)
        .reps(&[0, 1, 2, 0])
        .stand(40.0)
        .reps(&[0, 0])
        .walk_to_the_phone(2.5);
    let plan = Plan {
        words: Words::of(Language::German),
        ..plan("wall-tap", 2, 4)
    };
    check("deutsch", &script.play(plan));
}

#[test]
fn paused_and_corrected_by_hand() {
    let script = Script::of("good-3")
        .stand(12.0)
        .reps(&[0, 1])
        .stand(0.5)
        .correct(-1)
        .pause()
        .stand(6.0)
        .resume()
        .stand(1.0)
        .reps(&[2, 0])
        .stand(10.0);
    let played = script.play(plan("dowel-hinge", 1, 3));
    check("paused-and-corrected", &played);
}
