//! Laws of the back, tried on whole recordings: mirrors and lenses change nothing that is told of it; lost
//! frames, lost looks and broken outlines make it unclear, never bad.

use dowel_core::analysis::{CantTellReason, FaultFact, FaultId, FrameFacts, Rep, Verdict};
use dowel_core::back::{BackContour, Edge};
use dowel_core::recording::Recording;
use dowel_tests::bodies::{mirrored, scaled_and_moved};
use dowel_tests::laws::{Chance, assert_finite, clear, points};
use dowel_tests::recordings::{
    Outcome, all, analyse, analyse_at, faults, load, resampled, thinned, with_bodies, with_looks,
};

/// What only the outline shows.
const BACK: [FaultId; 8] = [
    FaultId::TooLow,
    FaultId::RoundedLowerBack,
    FaultId::EarlyLumbar,
    FaultId::RoundedShoulders,
    FaultId::OverextendedBack,
    FaultId::PelvisRocked,
    FaultId::PelvisTucked,
    FaultId::HamstringLimited,
];
/// What is read from the bottom alone, and so does not hang on the moment at which something began.
const AT_BOTTOM: [FaultId; 3] = [
    FaultId::RoundedLowerBack,
    FaultId::OverextendedBack,
    FaultId::RoundedShoulders,
];

/// A fault may come or go with the frames when it is so near to its limit: a tenth of it, 1 to 1.5 degrees for
/// the back. Measured: no fault of the back came or went but with up to 0.04.
const NEAR_LIMIT: f64 = 0.1;

fn of_the_back(rep: &Rep) -> impl Iterator<Item = &FaultFact> {
    rep.faults.iter().filter(|fact| BACK.contains(&fact.id))
}

/// The pairs of repetitions with the same bottom; the other laws say that there are no more and no fewer.
fn pairs<'a>(before: &'a Outcome, after: &'a Outcome) -> impl Iterator<Item = (&'a Rep, &'a Rep)> {
    let counted = |outcome: &'a Outcome| outcome.reps.iter().filter(|rep| rep.counted);
    assert_eq!(counted(before).count(), counted(after).count());
    counted(before).zip(counted(after))
}

/// The median of what was told around the bottom of a repetition.
fn at_bottom(
    outcome: &Outcome,
    rep: &Rep,
    read: impl Fn(&FrameFacts) -> Option<f64>,
) -> Option<f64> {
    let frames = outcome.updates.iter().map(|update| &update.frame);
    let mut values: Vec<f64> = frames
        .filter(|frame| (frame.t_s - rep.bottom_s).abs() <= 0.25)
        .filter_map(read)
        .collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}

/// `place` says where a point of the picture comes to lie, `near_px` how exactly.
fn assert_same_back(
    name: &str,
    before: &Outcome,
    after: &Outcome,
    place: impl Fn([f64; 2]) -> [f64; 2],
    near_px: f64,
) {
    let mut told = 0;
    for (before, after) in before.updates.iter().zip(&after.updates) {
        let (b, a) = (&before.frame, &after.frame);
        let at = format!("{name} at {:.2} s", b.t_s);
        assert_eq!(b.dowel, a.dowel, "{at}");
        assert_eq!(b.back_reason, a.back_reason, "{at}");
        assert_eq!(b.back_contour, a.back_contour, "{at}");
        for (b, a) in signals(b).iter().zip(signals(a)) {
            assert_eq!(b.is_some(), a.is_some(), "{at}");
            let off = b.zip(a).map_or(0.0, |(b, a)| (b - a).abs());
            // What goes out rounded may fall to either side.
            assert!(off < 0.0101, "{at}: {b:?} became {a:?}");
        }
        assert_eq!(b.dowel_line.is_some(), a.dowel_line.is_some(), "{at}");
        let (b, a) = (b.dowel_line.iter(), a.dowel_line.iter());
        for (b, a) in b.flat_map(points).zip(a.flat_map(points)) {
            let b = place(b);
            let off_px = (b[0] - a[0]).hypot(b[1] - a[1]);
            assert!(off_px < near_px, "{at}: {b:?} became {a:?}");
            told += 1;
        }
    }
    assert!(told > 100, "{name}: hardly a dowel was drawn");
    for (b, a) in pairs(before, after) {
        assert_eq!(b.dowel, a.dowel, "{name}");
        let depths = b.clean_depth_deg.zip(a.clean_depth_deg);
        assert_eq!(b.clean_depth_deg.is_some(), a.clean_depth_deg.is_some());
        assert!(depths.is_none_or(|(b, a)| (b - a).abs() < 0.11), "{name}");
    }
}

fn signals(frame: &FrameFacts) -> [Option<f64>; 7] {
    let gaps = frame.dowel_gaps.unwrap_or_default();
    [
        frame.hip_flexion_deg,
        frame.lumbar_change,
        frame.thoracic_change,
        frame.head_deg,
        gaps.head,
        gaps.mid_back,
        gaps.tailbone,
    ]
}

#[test]
fn a_mirrored_body_has_the_same_back_and_a_mirrored_dowel() {
    for (name, recording) in all() {
        let width_px = f64::from(recording.width_px);
        let after = with_bodies(&recording, |body| mirrored(body, width_px));
        let place = |[x, y]: [f64; 2]| [width_px - x, y];
        // The line goes out in tenths of a pixel.
        let (before, after) = (analyse(&recording), analyse(&after));
        assert_same_back(&name, &before, &after, place, 0.15);
    }
}

#[test]
fn a_scaled_and_shifted_picture_has_the_same_back_and_the_dowel_moves_along() {
    for (name, recording) in all() {
        for (scale, dx_px, dy_px) in [(0.5, 0.0, 0.0), (2.7, 31.0, 17.0), (1.0, 12.3, -4.5)] {
            let after = with_bodies(&recording, |b| scaled_and_moved(b, scale, dx_px, dy_px));
            // Room enough for all of it, so that nobody leaves the picture.
            let (width_px, height_px) = (recording.width_px, recording.height_px);
            let after = analyse_at(
                &after.frames,
                f64::from(width_px) * scale + dx_px,
                f64::from(height_px) * scale + dy_px,
            );
            let place = |[x, y]: [f64; 2]| [scale * x + dx_px, scale * y + dy_px];
            let near_px = 0.08 * (1.0 + scale);
            assert_same_back(&name, &analyse(&recording), &after, place, near_px);
        }
    }
}

/// What sampling may do to a clear recording, and by how much.
#[derive(Default)]
struct Sampled {
    lumbar_off_deg: Vec<f64>,
    clean_depth_off_deg: Vec<f64>,
    judged: u32,
    became_unclear: u32,
}

/// The lumbar change at the bottom moves by less; measured: 11.8 where the low back rounds by 35 and the
/// channels begin to disagree, 3.4 elsewhere.
const LUMBAR_MOST_DEG: f64 = 13.0;
/// In all but two of a hundred repetitions it moves by less; measured: 99 of 100 move by less than 3.3.
const LUMBAR_DEG: f64 = 4.0;
/// The clean depth of a repetition without a fault of the back moves by less in all but two of a hundred.
const CLEAN_DEPTH_DEG: f64 = 4.0;
/// So many verdicts that were told may become unclear; measured: 0.5 %.
const BECAME_UNCLEAR: f64 = 0.02;

impl Sampled {
    fn compare(&mut self, name: &str, before: &Outcome, after: &Outcome) {
        for (b, a) in pairs(before, after) {
            let at = format!("{name}, rep {}", b.index);
            let clean = of_the_back(b).all(|fact| !fact.is_fault());
            for (b, a) in of_the_back(b).zip(of_the_back(a)) {
                self.judged += u32::from(b.verdict != Verdict::CantTell);
                match (b.verdict, a.verdict) {
                    (Verdict::Ok, Verdict::Fault) if clean => {
                        assert!(a.severity < NEAR_LIMIT, "{at}: {a:?} appeared");
                    }
                    (Verdict::Fault, Verdict::Ok) if AT_BOTTOM.contains(&b.id) => {
                        assert!(b.severity < NEAR_LIMIT, "{at}: {b:?} vanished");
                    }
                    (Verdict::CantTell, _) => {}
                    (_, Verdict::CantTell) => self.became_unclear += 1,
                    _ => {}
                }
            }
            let lumbar = |outcome, rep| at_bottom(outcome, rep, |frame| frame.lumbar_change);
            if let Some((b, a)) = lumbar(before, b).zip(lumbar(after, a)) {
                assert!((b - a).abs() < LUMBAR_MOST_DEG, "{at}: {b} deg, {a} deg");
                self.lumbar_off_deg.push((b - a).abs());
            }
            let depths = b.clean_depth_deg.zip(a.clean_depth_deg);
            if let Some((b, a)) = depths.filter(|_| clean) {
                self.clean_depth_off_deg.push((b - a).abs());
            }
        }
    }

    fn judge(&self, what: &str) {
        let share = |off: &[f64], limit: f64| {
            assert!(off.len() > 40, "{what}: too few were told");
            off.iter().filter(|off| **off > limit).count() as f64 / off.len() as f64
        };
        let lumbar = share(&self.lumbar_off_deg, LUMBAR_DEG);
        let depth = share(&self.clean_depth_off_deg, CLEAN_DEPTH_DEG);
        let unclear = f64::from(self.became_unclear) / f64::from(self.judged);
        println!("{what}: lumbar {lumbar:.3}, depth {depth:.3}, unclear {unclear:.3}");
        assert!(lumbar <= 0.02, "{what}: lumbar change moved in {lumbar:.3}");
        assert!(depth <= 0.02, "{what}: clean depth moved in {depth:.3}");
        assert!(unclear <= BECAME_UNCLEAR, "{what}: {unclear:.3} unclear");
    }
}

#[test]
fn half_the_frames_show_the_same_back() {
    let mut sampled = Sampled::default();
    for (name, recording) in clear() {
        let before = analyse(&recording);
        for odd in [0, 1] {
            let after = analyse(&thinned(&recording, |i| i % 2 == odd));
            sampled.compare(&name, &before, &after);
        }
    }
    sampled.judge("half the frames");
}

#[test]
fn dropped_frames_show_the_same_back() {
    let mut sampled = Sampled::default();
    for (name, recording) in clear() {
        let before = analyse(&recording);
        for seed in 0..6 {
            let mut chance = Chance(seed);
            let after = thinned(&recording, |i| i == 0 || chance.next() >= 0.3);
            sampled.compare(&format!("{name}, {seed}"), &before, &analyse(&after));
        }
    }
    sampled.judge("dropped frames");
}

#[test]
fn any_frame_rate_from_10_to_60_shows_the_same_back() {
    let mut sampled = Sampled::default();
    for (name, recording) in clear() {
        let before = analyse(&recording);
        for fps in [10.0, 12.0, 15.0, 20.0, 24.0, 25.0, 29.97, 48.0, 60.0] {
            let after = analyse(&resampled(&recording, fps));
            sampled.compare(&format!("{name} at {fps} fps"), &before, &after);
        }
    }
    sampled.judge("frame rates");
}

#[test]
fn another_frame_rate_keeps_each_look_once() {
    let recording = load("good-1");
    let looks = |recording: &Recording| {
        let frames = recording.frames.iter();
        frames
            .filter_map(|f| f.back.clone())
            .collect::<Vec<BackContour>>()
    };
    let before = looks(&recording);
    for fps in [10.0, 15.0, 29.97, 60.0, 240.0] {
        let after = looks(&resampled(&recording, fps));
        assert!(after.len() * 20 >= before.len() * 19, "{fps} fps");
        // In their order, and none twice.
        let mut rest = before.iter();
        assert!(
            after.iter().all(|look| rest.any(|b| b == look)),
            "{fps} fps"
        );
    }
}

#[test]
fn without_a_single_look_the_back_needs_one_and_the_limbs_are_judged_as_before() {
    for (name, recording) in all() {
        let blind = with_looks(&recording, |_| None);
        let (before, after) = (analyse(&recording), analyse(&blind));
        for (b, a) in pairs(&before, &after) {
            for (b, a) in b.faults.iter().zip(&a.faults) {
                // What is withheld for all faults alike stays so.
                let withheld = b.reason == Some(CantTellReason::NotSideOn);
                if BACK.contains(&a.id) && !withheld {
                    assert_eq!(a.verdict, Verdict::CantTell, "{name}: {}", a.id);
                    let reason = Some(CantTellReason::NeedsBackContour);
                    assert_eq!(a.reason, reason, "{name}: {}", a.id);
                } else if !uses_outline(a.id) {
                    assert_eq!(b, a, "{name}");
                }
            }
            assert_eq!(a.clean_depth_deg, None, "{name}");
            assert_eq!(a.dowel, dowel_core::analysis::Dowel::cant_tell(), "{name}");
        }
        assert_eq!(after.summary.clean_depth_deg, None, "{name}");
    }
}

/// Judged from the landmarks, and better with the outline.
fn uses_outline(id: FaultId) -> bool {
    let better = [FaultId::LookingUp, FaultId::ChinTucked, FaultId::ShortRange];
    BACK.contains(&id) || better.contains(&id)
}

/// Good repetitions throughout, and a back that can be told. In `good-2` the silhouette runs into the wall in most
/// looks; it can't be told with all of them, and half of them may look like an arched back.
const GOOD: [&str; 4] = ["good-1", "good-3", "good-azimuth-20", "good-deep-rear"];

/// Whatever happens to the outline, a good repetition gets no fault of the back but a marginal one.
fn assert_stays_good(name: &str, outcome: &Outcome, marginal: f64) {
    for rep in &outcome.reps {
        for fact in of_the_back(rep) {
            let ok = !fact.is_fault() || fact.severity < marginal;
            assert!(ok, "{name}, rep {}: {fact:?}", rep.index);
        }
    }
    assert_finite(name, outcome);
}

/// With half of the looks gone a good back may read so much beyond a limit, 4 degrees; measured: 0.28, 20
/// degrees off the side view and in a short pause at the bottom. With all looks it reads 2 degrees below.
const HALF_THE_LOOKS: f64 = 0.33;

/// Whoever hinges well is left in peace, at any frame rate, also where a cue need not wait for the bottom.
#[test]
fn a_good_back_is_never_cued() {
    for name in GOOD {
        let recording = load(name);
        let mut sets = vec![recording.clone(), thinned(&recording, |i| i % 2 == 0)];
        sets.extend([10.0, 15.0, 24.0, 60.0].map(|fps| resampled(&recording, fps)));
        for set in &sets {
            assert_eq!(analyse(set).cues, [], "{name}");
        }
    }
}

#[test]
fn looks_that_are_lost_make_no_fault() {
    for name in GOOD {
        let recording = load(name);
        for seed in 0..8 {
            let mut chance = Chance(seed);
            let after = with_looks(&recording, |back| {
                (chance.next() >= 0.5).then(|| back.clone())
            });
            let outcome = analyse(&after);
            assert_stays_good(&format!("{name}, {seed}"), &outcome, HALF_THE_LOOKS);
        }
    }
}

#[test]
fn heights_that_are_lost_make_no_fault() {
    for name in GOOD {
        let recording = load(name);
        for seed in 0..8 {
            let mut chance = Chance(seed);
            // Of hardly any to more than half.
            let lost = 0.05 + 0.07 * seed as f64;
            let after = with_looks(&recording, |back| {
                changed(back, |_, edge| edge.filter(|_| chance.next() >= lost))
            });
            assert_stays_good(&format!("{name}, {seed}"), &analyse(&after), NEAR_LIMIT);
        }
    }
}

#[test]
fn single_leaks_among_good_looks_make_no_fault() {
    for name in GOOD {
        let recording = load(name);
        for seed in 0..8 {
            let after = leaking(&recording, seed);
            assert_stays_good(&format!("{name}, {seed}"), &analyse(&after), NEAR_LIMIT);
        }
    }
}

/// About every tenth look runs into the wall over some stretch.
fn leaking(recording: &Recording, seed: u64) -> Recording {
    let mut chance = Chance(seed);
    let mut since = 0;
    with_looks(recording, |back| {
        since += 1;
        if since < 6 || chance.next() > 0.2 {
            return Some(back.clone());
        }
        since = 0;
        let begin = chance.between(0.0, 70.0) as usize;
        let end = begin + chance.between(4.0, 30.0) as usize;
        let out = chance.between(0.05, 0.3);
        changed(back, |i, edge| {
            let leaks = (begin..end).contains(&i);
            edge.map(|edge| Edge {
                w: if leaks {
                    (edge.w + out).min(1.0)
                } else {
                    edge.w
                },
                ..edge
            })
        })
    })
}

fn changed(
    back: &BackContour,
    mut change: impl FnMut(usize, Option<Edge>) -> Option<Edge>,
) -> Option<BackContour> {
    let samples = back.samples().iter().enumerate();
    BackContour::from_samples(samples.map(|(i, edge)| change(i, *edge)).collect())
}

#[test]
fn an_outline_of_noise_is_no_back() {
    for (name, recording) in clear() {
        for (seed, reach) in [(1, 0.7), (2, 0.3), (3, 1.0)] {
            let mut chance = Chance(seed);
            let noise = with_looks(&recording, |back| {
                changed(back, |_, _| {
                    Some(Edge {
                        w: chance.between(-0.3 * reach, reach),
                        width: chance.between(0.0, 0.05),
                    })
                })
            });
            let outcome = analyse(&noise);
            assert_finite(&name, &outcome);
            for rep in &outcome.reps {
                let found = faults(rep);
                let back = found.iter().filter(|id| BACK.contains(id));
                assert_eq!(back.count(), 0, "{name}, rep {}: {found:?}", rep.index);
            }
        }
    }
}

#[test]
fn nobody_keeps_contact_deeper_than_they_went() {
    for (name, recording) in all() {
        let outcome = analyse(&recording);
        assert_finite(&name, &outcome);
        for rep in &outcome.reps {
            if let Some(clean_deg) = rep.clean_depth_deg {
                let deepest_deg = rep.hip_flexion_deg + 0.1;
                assert!((0.0..=deepest_deg).contains(&clean_deg), "{name}: {rep:?}");
            }
        }
    }
}

/// A back is neutral while nothing bends it: the dowel touches, and the signals are near nothing.
#[test]
fn somebody_who_stands_touches_the_dowel() {
    for name in GOOD {
        let outcome = analyse(&load(name));
        let first_s = outcome.reps[0].start_s;
        let before = outcome.updates.iter().map(|u| &u.frame);
        let standing: Vec<&FrameFacts> = before.filter(|f| f.t_s < first_s - 0.3).collect();
        let told = standing.iter().filter(|f| f.lumbar_change.is_some());
        assert!(told.count() > 20, "{name}");
        for frame in standing {
            let lumbar = frame.lumbar_change.unwrap_or(0.0);
            let thoracic = frame.thoracic_change.unwrap_or(0.0);
            assert!(lumbar.abs() < 8.0, "{name}: {lumbar} at {}", frame.t_s);
            assert!(thoracic.abs() < 10.0, "{name}: {thoracic} at {}", frame.t_s);
            let dowel = frame.dowel.as_ref();
            let lifted = dowel.is_some_and(|d| {
                use dowel_core::analysis::Contact::Lifted;
                [d.head, d.mid_back, d.tailbone].contains(&Lifted)
            });
            assert!(!lifted, "{name} at {}: {dowel:?}", frame.t_s);
        }
    }
}
