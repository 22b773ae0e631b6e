//! What the tests of the laws share.

use dowel_core::analysis::{DowelLine, FrameFacts, Rep};
use dowel_core::recording::Recording;

use crate::recordings::{Outcome, all};

/// Where the networks only guess, or take one leg for the other for a while, each frame tells another story;
/// no law of sampling holds there.
const GUESSED: [&str; 2] = ["dark-round-30", "round-low-back-20"];

/// Every recording but the guessed ones, with its name.
pub fn clear() -> Vec<(String, Recording)> {
    let mut recordings = all();
    recordings.retain(|(name, _)| !GUESSED.contains(&name.as_str()));
    recordings
}

/// Numbers from 0 to 1 that look random and are the same on every run.
#[derive(Debug, Clone)]
pub struct Chance(pub u64);

impl Chance {
    // No iterator: it never ends, and a law takes one number at a time.
    #[allow(clippy::should_implement_trait)]
    pub fn next(&mut self) -> f64 {
        // A linear congruential generator (Knuth's MMIX); its high bits are good enough here.
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 40) as f64 / f64::from(1 << 24)
    }

    /// A number between two others.
    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.next()
    }
}

/// Each number that went out is a number.
pub fn assert_finite(name: &str, outcome: &Outcome) {
    for update in &outcome.updates {
        let bad: Vec<f64> = numbers(&update.frame);
        assert!(
            bad.iter().all(|v| v.is_finite()),
            "{name}: {:?}",
            update.frame
        );
    }
    for rep in &outcome.reps {
        // JSON has no word for what is no number: null is written, and can't be read back.
        let text = serde_json::to_string(rep).expect("plain data");
        assert!(serde_json::from_str::<Rep>(&text).is_ok(), "{name}: {text}");
        // Null is a word where a number may be missing.
        let onsets = rep.faults.iter().map(|fact| fact.onset_s);
        let mut may_miss = onsets.chain([rep.clean_depth_deg, rep.dowel.first_lost_s]);
        assert!(may_miss.all(|v| v.is_none_or(f64::is_finite)), "{name}");
    }
    let summary = &outcome.summary;
    let may_miss = [summary.view.azimuth_deg, summary.clean_depth_deg];
    assert!(may_miss.iter().flatten().all(|v| v.is_finite()), "{name}");
}

fn numbers(frame: &FrameFacts) -> Vec<f64> {
    let landmarks = frame.landmarks.iter().flatten().flatten().copied();
    let contour = frame.back_contour.iter().flatten().flatten().copied();
    let line = frame.dowel_line.iter().flat_map(points).flatten();
    let gaps = frame.dowel_gaps.unwrap_or_default();
    let signals = [
        frame.hip_flexion_deg,
        frame.knee_flexion_deg,
        frame.trunk_lean_deg,
        frame.shin_lean_deg,
        frame.hips_back_share,
        frame.head_deg,
        frame.lumbar_change,
        frame.thoracic_change,
        gaps.head,
        gaps.mid_back,
        gaps.tailbone,
    ];
    let signals = signals.into_iter().flatten();
    landmarks
        .chain(contour)
        .chain(line)
        .chain(signals)
        .chain([frame.t_s])
        .collect()
}

/// The line's ends and the places on the body that were seen.
pub fn points(line: &DowelLine) -> Vec<[f64; 2]> {
    let mut points = vec![line.from, line.to, line.tailbone, line.mid_back];
    points.extend(line.head);
    points
}
