//! What holds for every session, whatever happens in it.

use dowel_core::drills;
use dowel_core::pose::{Body, LANDMARKS, Landmark, PoseFrame, Scene};
use dowel_core::practice::{EventKind, Plan, Practice, Priority, Stage, Tilt, Update};
use dowel_core::words::{Language, Words};
use dowel_tests::bodies;
use dowel_tests::recordings;
use dowel_tests::scripts::{Played, Script};
use proptest::prelude::*;

fn plan(sets: u32, reps: u32) -> Plan {
    let drill = drills::find("dowel-hinge").expect("it is in the library");
    Plan {
        sets,
        reps,
        rest_s: 20.0,
        ..Plan::of(drill, Words::of(Language::English))
    }
}

/// A fault, a pause, a rest and an end.
fn eventful() -> Script {
    Script::of("squat-70")
        .nobody(2.0)
        .stand(26.0)
        .reps(&[0, 1, 2])
        .nobody(4.0)
        .stand(4.0)
        .reps(&[0])
        .stand(40.0)
        .reps(&[0, 0, 0, 0])
        .stand(10.0)
}

fn lines(played: &Played) -> Vec<String> {
    played.spoken().into_iter().map(|(_, id)| id).collect()
}

#[test]
fn a_session_replays_to_the_bit() {
    let script = eventful();
    assert_eq!(script.play(plan(2, 4)), script.play(plan(2, 4)));
}

#[test]
fn nothing_is_said_over_something_else() {
    let words = eventful().play(plan(2, 4));
    let mut free_from_s = 0.0;
    for event in words.updates.iter().flat_map(|update| &update.events) {
        if event.kind != EventKind::Say {
            continue;
        }
        let late = event.at_s >= free_from_s - 1e-9;
        assert!(late || event.priority == Priority::Alert, "{event:?}");
        // Faster than any voice says it.
        free_from_s = event.at_s + event.text.chars().count() as f64 / 20.0;
    }
}

#[test]
fn every_second_frame_tells_the_same_story() {
    let script = eventful();
    let whole = script.play(plan(2, 4));
    let half = script.every_second_frame().play(plan(2, 4));
    assert_eq!(lines(&whole), lines(&half));
    for ((whole_s, id), (half_s, _)) in whole.spoken().iter().zip(half.spoken()) {
        assert!(
            (whole_s - half_s).abs() < 1.0,
            "{id}: {whole_s} and {half_s}"
        );
    }
}

#[test]
fn a_mirrored_person_hears_the_same() {
    let script = eventful();
    let (width_px, _) = script.size_px();
    let mirrored = script.with_bodies(|body| bodies::mirrored(body, width_px));
    assert_eq!(
        script.play(plan(2, 4)).transcript(),
        mirrored.play(plan(2, 4)).transcript()
    );
}

#[test]
fn the_clock_s_origin_changes_nothing() {
    let script = eventful();
    let later = script.later_by(86_400.0);
    assert_eq!(
        script.play(plan(2, 4)).transcript(),
        later.play(plan(2, 4)).transcript()
    );
}

#[test]
fn every_counted_repetition_is_in_a_set_and_none_twice() {
    let played = eventful().play(plan(2, 4));
    let entries: Vec<_> = played.updates.iter().flat_map(|u| &u.entries).collect();
    let indices: Vec<u32> = entries.iter().map(|rep| rep.index).collect();
    assert_eq!(indices, (0..entries.len() as u32).collect::<Vec<_>>());
    let counted = entries.iter().filter(|rep| rep.counted).count() as u32;
    let in_sets: u32 = played.summary.sets.iter().map(|set| set.tally.reps).sum();
    assert_eq!((counted, in_sets), (8, 8));
}

/// Anything a camera, a network or a wicked caller may hand over.
fn any_frame() -> impl Strategy<Value = PoseFrame> {
    let number = prop_oneof![
        8 => -200.0..1200.0,
        1 => Just(f64::NAN),
        1 => Just(f64::INFINITY),
    ];
    let time = prop_oneof![6 => 0.0..0.3, 1 => -5.0..0.0, 1 => 5.0..90.0];
    (time, proptest::option::of(number), 0_u8..4, 0.0..1.0).prop_map(
        |(t_s, at_px, people, brightness)| PoseFrame {
            t_s,
            body: at_px.map(|px| Body {
                landmarks: std::array::from_fn(|i| Landmark {
                    x_px: px + 7.0 * (i % 5) as f64,
                    y_px: px - 9.0 * (i % 7) as f64,
                    visibility: 0.9,
                }),
                world_m: [[0.1, px, 0.2]; LANDMARKS],
            }),
            back: None,
            sole: None,
            people,
            scene: Scene {
                brightness,
                background_change: 0.0,
            },
        },
    )
}

fn is_over(update: &Update) -> bool {
    matches!(update.stage, Stage::Done(_))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_frame_and_no_wish_breaks_a_session(
        frames in proptest::collection::vec((any_frame(), 0_u8..40, any::<i32>()), 1..80),
    ) {
        let mut practice = Practice::new(plan(2, 3), 360.0, 640.0).unwrap();
        let (mut t_s, mut over) = (0.0, false);
        for (mut frame, wish, number) in frames {
            t_s += frame.t_s;
            frame.t_s = t_s;
            let tilt = Some(Tilt { roll_deg: f64::from(number), pitch_deg: f64::NAN });
            let update = practice.push(&frame, tilt);
            prop_assert!(update.entries.is_empty() || !over, "a repetition after the end");
            over = is_over(&update);
            // Whatever is refused is refused with a reason.
            let _ = match wish {
                0 => practice.pause(),
                1 => practice.resume(),
                2 => practice.correct_reps(number),
                3 => practice.report_pain((number.unsigned_abs() % 256) as u8),
                _ => Ok(()),
            };
        }
        let (summary, last) = practice.finish();
        prop_assert!(is_over(&last));
        prop_assert!(summary.total.clean <= summary.total.reps);
    }
}

#[test]
fn every_recording_makes_a_session() {
    for (name, recording) in recordings::all() {
        let (width_px, height_px) = (recording.width_px, recording.height_px);
        let mut practice =
            Practice::new(plan(1, 20), f64::from(width_px), f64::from(height_px)).unwrap();
        let mut updates: Vec<Update> = Vec::new();
        for frame in &recording.frames {
            updates.push(practice.push(frame, None));
        }
        let (summary, _) = practice.finish();
        // The one recorded from the front is never right to begin.
        let expected = if name.starts_with("front-view") { 0 } else { 3 };
        assert_count(&name, summary.total.reps, expected);
    }
}

fn assert_count(name: &str, reps: u32, expected: u32) {
    let right = if expected == 0 {
        reps == 0
    } else {
        reps >= expected
    };
    assert!(right, "{name}: {reps} repetitions in the session");
}
