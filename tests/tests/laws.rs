//! What must hold whatever the thresholds are: laws of mirrors, clocks, lenses, dropped frames and broken
//! input, tried on whole recordings; and what is never a repetition.

use dowel_core::analysis::{AttemptReason, Movement, Rep, Side, ViewVerdict};
use dowel_core::engine::Update;
use dowel_core::pose::{Body, LANDMARKS, PoseFrame};
use dowel_core::recording::Recording;
use dowel_tests::bodies::{
    Walk, film, hands_on_the_floor, mirrored, scaled_and_moved, standing, swaying, turned_around,
    walking, waving,
};
use dowel_tests::laws::{Chance, assert_finite, clear};
use dowel_tests::recordings::{
    Outcome, all, analyse, analyse_at, faults, load, resampled, thinned, with_bodies,
};
use proptest::prelude::*;
use proptest::test_runner::{RngSeed, TestRunner};

/// How far a bottom may move when frames are lost or made up.
const BOTTOM_S: f64 = 0.15;
/// The same cases on every run and machine.
fn for_all<S: Strategy>(cases: u32, strategy: S, law: impl Fn(S::Value)) {
    let config = ProptestConfig {
        cases,
        rng_seed: RngSeed::Fixed(11),
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    TestRunner::new(config)
        .run(&strategy, |value| {
            law(value);
            Ok(())
        })
        .unwrap_or_else(|error| panic!("{error}"));
}

fn assert_same_bottoms(name: &str, before: &Outcome, after: &Outcome) {
    let (b, a) = (before.bottoms_s(), after.bottoms_s());
    assert_eq!(b.len(), a.len(), "{name}: bottoms at {b:.2?}, now {a:.2?}");
    for (b, a) in b.iter().zip(&a) {
        assert!(
            (b - a).abs() <= BOTTOM_S,
            "{name}: {b:.2} s became {a:.2} s"
        );
    }
}

/// Equal but for the last digit of an angle.
fn assert_same_facts(name: &str, before: &Outcome, after: &Outcome) {
    assert_eq!(before.reps.len(), after.reps.len(), "{name}");
    for (b, a) in before.reps.iter().zip(&after.reps) {
        assert_same_rep(name, b, a);
    }
    assert_eq!(before.summary.movement, after.summary.movement, "{name}");
    let (b, a) = (&before.summary.view, &after.summary.view);
    assert_eq!((b.verdict, &b.reasons), (a.verdict, &a.reasons), "{name}");
    assert_eq!(before.cues, after.cues, "{name}");
}

fn assert_same_rep(name: &str, before: &Rep, after: &Rep) {
    let at = format!("{name}, rep {}", before.index);
    assert_eq!(before.attempt_reason, after.attempt_reason, "{at}");
    let times = |rep: &Rep| [rep.start_s, rep.bottom_s, rep.end_s];
    for (b, a) in times(before).iter().zip(times(after)) {
        assert!((b - a).abs() < 1e-6, "{at}: {b} s, {a} s");
    }
    let angles = |r: &Rep| [r.hip_flexion_deg, r.knee_flexion_deg, r.trunk_lean_deg];
    for (b, a) in angles(before).iter().zip(angles(after)) {
        assert!((b - a).abs() < 0.11, "{at}: {b} deg, {a} deg");
    }
    assert!(before.hinge_index.abs_diff(after.hinge_index) <= 1, "{at}");
    for (b, a) in before.faults.iter().zip(&after.faults) {
        let facts = |f: &dowel_core::analysis::FaultFact| (f.id, f.verdict, f.reason, f.phase);
        assert_eq!(facts(b), facts(a), "{at}");
        assert!((b.severity - a.severity).abs() < 0.01, "{at}: {}", b.id);
        let onset_s = b.onset_s.zip(a.onset_s);
        assert!(onset_s.is_none_or(|(b, a)| (b - a).abs() < 1e-6), "{at}");
    }
}

#[test]
fn a_mirrored_body_gives_the_other_side_and_the_same_facts() {
    for (name, recording) in all() {
        let width_px = f64::from(recording.width_px);
        let before = analyse(&recording);
        let after = analyse(&with_bodies(&recording, |body| mirrored(body, width_px)));
        let side = |o: &Outcome| o.summary.view.near_side;
        assert_eq!(side(&before).map(Side::other), side(&after), "{name}");
        assert_same_facts(&name, &before, &after);
    }
}

#[test]
fn a_shifted_clock_changes_nothing() {
    let recordings = all();
    for_all(4, -1e5..1e6, |shift_s: f64| {
        for (name, recording) in &recordings {
            let mut later = recording.clone();
            later.frames.iter_mut().for_each(|f| f.t_s += shift_s);
            let (before, after) = (analyse(recording), analyse(&later));
            // Results count from the first frame, so that they are the same to the bit.
            assert!(before == after, "{name}, {shift_s} s later");
        }
    });
}

#[test]
fn a_larger_or_smaller_picture_changes_no_verdict() {
    let recordings = all();
    for_all(4, 0.5..3.0, |scale: f64| {
        for (name, recording) in &recordings {
            let after = with_bodies(recording, |body| scaled_and_moved(body, scale, 0.0, 0.0));
            let (width_px, height_px) = (recording.width_px, recording.height_px);
            let after = analyse_at(
                &after.frames,
                f64::from(width_px) * scale,
                f64::from(height_px) * scale,
            );
            assert_same_facts(name, &analyse(recording), &after);
        }
    });
}

#[test]
fn where_the_body_stands_in_the_picture_changes_no_verdict() {
    let recordings = all();
    for_all(4, (0.0..1.0, 0.0..1.0), |(x, y): (f64, f64)| {
        for (name, recording) in &recordings {
            // Anywhere but out of the picture.
            let (width_px, height_px) = (recording.width_px, recording.height_px);
            let dx_px = room_px(recording, f64::from(width_px), |l| l.x_px, x);
            let dy_px = room_px(recording, f64::from(height_px), |l| l.y_px, y);
            let moved = with_bodies(recording, |b| scaled_and_moved(b, 1.0, dx_px, dy_px));
            assert_same_facts(name, &analyse(recording), &analyse(&moved));
        }
    });
}

/// How far to move so that all landmarks stay inside: `share` 0 is one edge, 1 the other.
fn room_px(
    recording: &Recording,
    side_px: f64,
    read: fn(&dowel_core::pose::Landmark) -> f64,
    share: f64,
) -> f64 {
    let bodies = recording.frames.iter().filter_map(|f| f.body.as_ref());
    let places = bodies.flat_map(|body| body.landmarks.iter().map(read));
    let (low, high) = places.fold((f64::MAX, f64::MIN), |(l, h), at| (l.min(at), h.max(at)));
    if low < 0.0 || high > side_px {
        return 0.0;
    }
    share * (side_px - high) - (1.0 - share) * low
}

#[test]
fn half_the_frames_give_the_same_repetitions() {
    for (name, recording) in clear() {
        let before = analyse(&recording);
        for odd in [0, 1] {
            let after = analyse(&thinned(&recording, |i| i % 2 == odd));
            assert_same_bottoms(&name, &before, &after);
        }
    }
}

#[test]
fn dropped_frames_neither_lose_nor_invent_repetitions() {
    let recordings = clear();
    for_all(
        6,
        (0.0..0.3, any::<u64>()),
        |(dropped, seed): (f64, u64)| {
            for (name, recording) in &recordings {
                let mut chance = Chance(seed);
                // The first frame is when the set begins.
                let after = thinned(recording, |i| i == 0 || chance.next() >= dropped);
                assert_same_bottoms(name, &analyse(recording), &analyse(&after));
            }
        },
    );
}

#[test]
fn frames_without_a_body_neither_lose_nor_invent_repetitions() {
    let recordings = clear();
    for_all(6, (0.0..0.3, any::<u64>()), |(lost, seed): (f64, u64)| {
        for (name, recording) in &recordings {
            let mut after = recording.clone();
            let mut chance = Chance(seed);
            for frame in &mut after.frames {
                if chance.next() < lost {
                    frame.body = None;
                }
            }
            assert_same_bottoms(name, &analyse(recording), &analyse(&after));
        }
    });
}

#[test]
fn any_frame_rate_from_10_to_240_gives_the_same_repetitions() {
    for (name, recording) in clear() {
        let before = analyse(&recording);
        for fps in [10.0, 15.0, 24.0, 25.0, 29.97, 48.0, 60.0, 119.88, 240.0] {
            let after = analyse(&resampled(&recording, fps));
            assert_same_bottoms(&format!("{name} at {fps} fps"), &before, &after);
        }
    }
}

#[test]
fn slower_motion_is_the_same_movement_at_a_slower_tempo() {
    let recordings = clear();
    for_all(4, 1.0..2.0, |slower: f64| {
        for (name, recording) in &recordings {
            let mut slow = recording.clone();
            slow.frames.iter_mut().for_each(|f| f.t_s *= slower);
            let (before, after) = (analyse(recording), analyse(&slow));
            assert_eq!(before.bottoms_s().len(), after.bottoms_s().len(), "{name}");
            for (b, a) in before.reps.iter().zip(&after.reps) {
                let off_s = a.bottom_s - slower * b.bottom_s;
                assert!(off_s.abs() < BOTTOM_S * slower, "{name}: {off_s} s off");
                let (b, a) = (b.tempo_s.down, a.tempo_s.down);
                assert!((a - slower * b).abs() < 0.3, "{name}: {b} s down, {a} s");
            }
        }
    });
}

#[test]
fn an_empty_set_is_told_as_one() {
    let empty = Recording {
        frames: Vec::new(),
        ..load("good-1")
    };
    let outcome = analyse(&empty);
    assert_eq!(outcome.reps, []);
    assert_eq!(outcome.summary.view.verdict, ViewVerdict::Refused);
    assert_eq!(outcome.summary.movement, Movement::None);
    assert_finite("empty", &outcome);
}

#[test]
fn landmarks_that_are_no_numbers_make_no_repetition() {
    let bad = prop_oneof![
        Just(f64::NAN),
        Just(f64::INFINITY),
        Just(f64::NEG_INFINITY),
        Just(f64::MAX),
        Just(-f64::MAX),
    ];
    let broken = prop::collection::vec((0..LANDMARKS, 0..6_usize, bad), 1..20);
    let recording = load("good-1");
    for_all(48, broken, |broken| {
        let whole = with_bodies(&recording, |body| broken_body(body, &broken));
        let outcome = analyse(&whole);
        assert_eq!(outcome.bottoms_s(), [0.0; 0], "{broken:?}");
        assert_finite(&format!("{broken:?}"), &outcome);
    });
}

fn broken_body(body: &Body, broken: &[(usize, usize, f64)]) -> Body {
    let mut body = body.clone();
    for &(i, field, value) in broken {
        let landmark = &mut body.landmarks[i];
        match field {
            0 => landmark.x_px = value,
            1 => landmark.y_px = value,
            2 => landmark.visibility = value,
            _ => body.world_m[i][field - 3] = value,
        }
    }
    body
}

#[test]
fn single_frames_of_nonsense_among_good_ones_change_no_count() {
    let recordings = clear();
    for_all(3, (0.0..0.2, any::<u64>()), |(share, seed): (f64, u64)| {
        for (name, recording) in &recordings {
            let mut chance = Chance(seed);
            let after = with_bodies(recording, |body| {
                let at = (chance.next() * LANDMARKS as f64) as usize;
                let field = (chance.next() * 6.0) as usize;
                if chance.next() < share {
                    broken_body(body, &[(at, field, f64::NAN)])
                } else {
                    body.clone()
                }
            });
            let outcome = analyse(&after);
            assert_same_bottoms(name, &analyse(recording), &outcome);
            assert_finite(name, &outcome);
        }
    });
}

#[test]
fn frames_whose_time_does_not_grow_are_ignored() {
    let recordings = clear();
    for (name, recording) in &recordings {
        let mut stuttering = recording.clone();
        stuttering.frames = recording
            .frames
            .iter()
            .enumerate()
            .flat_map(|(i, frame)| {
                let bad_s = [frame.t_s, frame.t_s - 3.0, f64::NAN, f64::NEG_INFINITY][i % 4];
                let other = &recording.frames[(i * 31) % recording.frames.len()];
                let bad = PoseFrame {
                    t_s: bad_s,
                    ..other.clone()
                };
                [frame.clone(), bad]
            })
            .collect();
        let (before, after) = (analyse(recording), analyse(&stuttering));
        assert_eq!(before.reps, after.reps, "{name}");
        assert_eq!(before.cues, after.cues, "{name}");
        assert_eq!(before.summary, after.summary, "{name}");
    }
}

#[test]
fn a_clock_that_stands_still_counts_nothing() {
    for bad_s in [0.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let mut stopped = load("good-1");
        stopped.frames.iter_mut().for_each(|f| f.t_s = bad_s);
        let outcome = analyse(&stopped);
        assert_eq!(outcome.reps, [], "at {bad_s}");
        assert_finite("stopped", &outcome);
    }
}

/// Strolling, striding, marching with the knees up.
const WALKS: [(f64, bool, f64); 6] = [
    (8.0, true, 25.0),
    (8.0, false, 25.0),
    (3.0, true, 35.0),
    (3.0, false, 35.0),
    (5.0, true, 60.0),
    (5.0, false, 60.0),
];

#[test]
fn walking_through_the_picture_is_no_repetition() {
    for (name, recording) in clear() {
        let width_px = f64::from(recording.width_px);
        let stand = standing(&recording);
        for (seconds, to_the_right, stride_deg) in WALKS {
            let walk = Walk {
                seconds,
                to_the_right,
                stride_deg,
            };
            let set = film(&recording, seconds, |t_s| {
                walking(&stand, t_s, walk, width_px)
            });
            assert_counts_nothing(&format!("{name}, {walk:?}"), &analyse(&set));
        }
    }
}

#[test]
fn waving_and_turning_around_are_no_repetitions() {
    for (name, recording) in clear() {
        let stand = standing(&recording);
        let wave = film(&recording, 10.0, |t_s| waving(&stand, t_s));
        assert_counts_nothing(&format!("{name} waves"), &analyse(&wave));
        for deg_per_s in [45.0, 120.0, 360.0] {
            let turning = film(&recording, 8.0, |t_s| {
                turned_around(&stand, deg_per_s * t_s)
            });
            assert_counts_nothing(&format!("{name} turns"), &analyse(&turning));
        }
    }
}

fn assert_counts_nothing(name: &str, outcome: &Outcome) {
    // Nothing is counted where nothing is seen; that would prove nothing.
    let followed = |u: &&Update| u.frame.trunk_lean_deg.is_some();
    let followed = outcome.updates.iter().filter(followed).count();
    assert!(2 * followed > outcome.updates.len(), "{name}: not followed");
    assert_eq!(outcome.bottoms_s(), [0.0; 0], "{name}");
}

#[test]
fn standing_for_a_minute_and_swaying_are_nothing_at_all() {
    for (name, recording) in clear() {
        let stand = standing(&recording);
        let mut chance = Chance(1);
        let mut noise_px = || 4.0 * chance.next() - 2.0;
        let still = film(&recording, 60.0, |_| {
            let mut body = stand.clone();
            for landmark in &mut body.landmarks {
                landmark.x_px += noise_px();
                landmark.y_px += noise_px();
            }
            body
        });
        let sway = film(&recording, 60.0, |t_s| swaying(&stand, t_s));
        for (what, set) in [("stands", still), ("sways", sway)] {
            let outcome = analyse(&set);
            assert_eq!(outcome.reps, [], "{name} {what}");
            assert_eq!(outcome.cues, [], "{name} {what}");
        }
    }
}

#[test]
fn a_lift_that_begins_on_the_floor_is_counted() {
    for (name, recording) in clear() {
        let before = analyse(&recording);
        let Some(first) = before.reps.iter().find(|rep| rep.counted) else {
            continue;
        };
        let from = recording.frames.partition_point(|f| f.t_s < first.bottom_s);
        let bottom = &recording.frames[from];
        let low = hands_on_the_floor(bottom.body.as_ref().expect("the bottom is seen"));
        let mut lift = film(&recording, 1.0, |_| low.clone());
        let begin_s = bottom.t_s - 1.0;
        lift.frames
            .extend(recording.frames[from..].iter().map(|frame| PoseFrame {
                t_s: frame.t_s - begin_s,
                ..frame.clone()
            }));
        let after = analyse(&lift);
        assert_eq!(after.bottoms_s().len(), before.bottoms_s().len(), "{name}");
        assert!(
            after.bottoms_s()[0] < 1.6,
            "{name}: {:.2?}",
            after.bottoms_s()
        );
    }
}

#[test]
fn a_set_cut_at_the_bottom_ends_with_an_attempt_that_did_not_return() {
    for (name, recording) in clear() {
        let before = analyse(&recording);
        for rep in before.reps.iter().filter(|rep| rep.counted) {
            let mut cut = recording.clone();
            cut.frames.retain(|f| f.t_s <= rep.bottom_s);
            let after = analyse(&cut);
            let last = after.reps.last().expect("an attempt is told");
            assert_eq!(
                last.attempt_reason,
                Some(AttemptReason::NotReturned),
                "{name}"
            );
            assert_eq!(faults(last), [], "{name}");
            let earlier = before
                .reps
                .iter()
                .filter(|r| r.counted && r.end_s < rep.start_s);
            assert_eq!(after.bottoms_s().len(), earlier.count(), "{name}");
        }
    }
}
