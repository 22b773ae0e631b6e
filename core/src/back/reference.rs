//! What this person's back looks like when nothing bends it: standing, and as they begin to hinge.
//!
//! Standing alone would do on a plain wall. On a busy one the silhouette leaks into what stands behind the
//! back, and the early descent, with the back in front of another piece of wall, does not share that leak.

use std::collections::VecDeque;

use crate::analysis::CantTellReason;
use crate::back::shape::{BackShape, Feature};
use crate::body::{Neutral, Posture};
use crate::thresholds::{
    BACK_MIN_LOOKS, EARLY_DESCENT_SPEED_DEG_PER_S, EARLY_FROM_DEG, EARLY_TO_DEG, LOOSE_HOLLOW,
    REFERENCE_APART, RESETTLE_SHARE, STANDING_LOOK_DEG, channel,
};

/// The newest looks kept of each kind: some 6 s of standing, the descents of some ten repetitions.
const MAX_LOOKS: usize = 60;
/// As many looks elsewhere make a step; fewer are an ankle mistaken.
const STEP_LOOKS: u32 = 3;
/// Looks further apart than this tell nothing about speed.
const MAX_PAUSE_S: f64 = 0.5;

/// A person's neutral back.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BackReference {
    /// Standing and early descent together.
    pub(super) neutral: BackShape,
    /// Standing alone, for what happens during the early descent.
    pub(super) standing: BackShape,
}

/// Learns the [`BackReference`] look by look.
#[derive(Debug, Clone, Default)]
pub struct BackReferenceWatch {
    standing: VecDeque<BackShape>,
    early: VecDeque<BackShape>,
    last: Option<(f64, f64)>,
    stands_at_px: Option<f64>,
    looks_elsewhere: u32,
    looks: u32,
    reference: Option<BackReference>,
}

impl BackReferenceWatch {
    /// Takes a posture; only one with a look at the back teaches anything.
    pub fn look(&mut self, posture: &Posture, neutral: Option<&Neutral>) {
        let (Some(back), Some(neutral)) = (&posture.back, neutral) else {
            return;
        };
        self.looks += 1;
        let hip_deg = neutral.hip_flexion_deg(posture);
        let last = self.last.replace((posture.t_s, hip_deg));
        let (from_t_s, from_deg) = last.unwrap_or((f64::NEG_INFINITY, hip_deg));
        let bends = posture.t_s - from_t_s < MAX_PAUSE_S
            && hip_deg - from_deg > EARLY_DESCENT_SPEED_DEG_PER_S * (posture.t_s - from_t_s);
        if hip_deg.abs() < STANDING_LOOK_DEG {
            if self.is_elsewhere(posture, neutral) {
                return;
            }
            keep(&mut self.standing, back);
        } else if bends && (EARLY_FROM_DEG..EARLY_TO_DEG).contains(&hip_deg) {
            keep(&mut self.early, back);
        } else {
            return;
        }
        self.reference = self.learn();
    }

    /// The reference as far as it is known, or what hinders it.
    pub fn reference(&self) -> Result<&BackReference, CantTellReason> {
        if self.looks == 0 {
            return Err(CantTellReason::NeedsBackContour);
        }
        let reference = self
            .reference
            .as_ref()
            .ok_or(CantTellReason::NoBackReference)?;
        match reference.neutral.get(Feature::Hollow) {
            Some(hollow) if hollow < LOOSE_HOLLOW => Err(CantTellReason::LooseClothing),
            _ => Ok(reference),
        }
    }

    /// True while standing still would help: the back was looked at, but not long enough.
    pub fn asks_to_hold_still(&self) -> bool {
        self.looks > 0 && self.reference.is_none()
    }

    /// Another place on the floor is another distance and angle to the camera: what was learned is forgotten
    /// once the person stands there.
    fn is_elsewhere(&mut self, posture: &Posture, neutral: &Neutral) -> bool {
        let at_px = *self.stands_at_px.get_or_insert(posture.ankle.forward);
        if (posture.ankle.forward - at_px).abs() <= RESETTLE_SHARE * neutral.leg_px {
            self.looks_elsewhere = 0;
            return false;
        }
        self.looks_elsewhere += 1;
        if self.looks_elsewhere < STEP_LOOKS {
            return true;
        }
        *self = BackReferenceWatch {
            stands_at_px: Some(posture.ankle.forward),
            looks: self.looks,
            ..Default::default()
        };
        false
    }

    fn learn(&self) -> Option<BackReference> {
        let enough = self.standing.len() + self.early.len() >= BACK_MIN_LOOKS as usize;
        let standing = BackShape::median_of(self.standing.iter(), 2);
        let early = BackShape::median_of(self.early.iter(), 1);
        enough.then(|| BackReference {
            neutral: standing.zip(&early, join),
            standing,
        })
    }
}

fn keep(looks: &mut VecDeque<BackShape>, look: &BackShape) {
    looks.push_back(*look);
    if looks.len() > MAX_LOOKS {
        looks.pop_front();
    }
}

/// The middle between standing and early descent; where one is missing, the other moved half the way that
/// measured backs move between the two. Where they are far apart a leak has filled one of them: a leak only
/// ever adds to the outline, so the one that stands out less is right.
fn join(feature: Feature, standing: Option<f64>, early: Option<f64>) -> Option<f64> {
    let half_way = 0.5 * channel(feature).early_shift;
    match (standing, early) {
        (Some(standing), Some(early)) => {
            let (standing, early) = (standing + half_way, early - half_way);
            let apart = (standing - early).abs() > REFERENCE_APART;
            Some(match feature {
                Feature::Hollow if apart => standing.max(early),
                Feature::Sagitta if apart => standing.min(early),
                _ => 0.5 * (standing + early),
            })
        }
        (Some(standing), None) => Some(standing + half_way),
        (None, Some(early)) => Some(early - half_way),
        (None, None) => None,
    }
}
