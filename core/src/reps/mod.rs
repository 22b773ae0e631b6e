//! From postures to repetitions: where each begins, turns and ends, and what was only an attempt.

mod counter;
mod trace;

pub use counter::{Finished, RepCounter};
pub use trace::{Bottom, RepTrace};

use crate::body::{Neutral, Posture};
use crate::thresholds::BEND_PER_TRUNK_LEAN;

/// How far the body is bent at the hips, against standing when that is known.
///
/// Where the legs are only guessed their part is guessed from the trunk, which is seen better.
fn bend_deg(posture: &Posture, neutral: Option<&Neutral>) -> f64 {
    if posture.is_clear() {
        posture.hip_flexion_deg() - neutral.map_or(0.0, |n| n.hip_flexion_deg)
    } else {
        let lean = posture.trunk_lean_deg() - neutral.map_or(0.0, |n| n.trunk_lean_deg);
        BEND_PER_TRUNK_LEAN * lean
    }
}
