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
    REFERENCE_APART, RESETTLE_SHARE, STANDING_LOOK_DEG, UPPER_APART, channel,
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
    looked: bool,
    reference: Option<BackReference>,
}

impl BackReferenceWatch {
    /// Takes a posture; only one with a look at the back teaches anything.
    pub fn look(&mut self, posture: &Posture, neutral: Option<&Neutral>) {
        let (Some(back), Some(neutral)) = (&posture.back, neutral) else {
            return;
        };
        self.looked = true;
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
        if !self.looked {
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
        self.looked && self.reference.is_none()
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
            looked: self.looked,
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
/// ever adds to the outline, so the one that stands out less is right. Of the upper back neither is: it stands out
/// from the hips, which may be what leaked.
fn join(feature: Feature, standing: Option<f64>, early: Option<f64>) -> Option<f64> {
    let half_way = 0.5 * channel(feature).early_shift;
    match (standing, early) {
        (Some(standing), Some(early)) => {
            let (standing, early) = (standing + half_way, early - half_way);
            let apart = (standing - early).abs();
            match feature {
                Feature::Hollow if apart > REFERENCE_APART => Some(standing.max(early)),
                Feature::Sagitta if apart > REFERENCE_APART => Some(standing.min(early)),
                Feature::Upper if apart > UPPER_APART => None,
                _ => Some(0.5 * (standing + early)),
            }
        }
        (Some(standing), None) => Some(standing + half_way),
        (None, Some(early)) => Some(early - half_way),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::back::samples::{posture, seen, shape, standing_shape, with};

    const LOOK_S: f64 = 0.1;

    fn neutral() -> Neutral {
        Neutral::straightest(&[posture(0.0, 0.0, 0.0)]).unwrap()
    }

    /// Looks ten times a second.
    #[derive(Default)]
    struct Looks {
        watch: BackReferenceWatch,
        t_s: f64,
    }

    impl Looks {
        fn look(&mut self, hip_deg: f64, ahead_px: f64, back: BackShape) {
            self.t_s += LOOK_S;
            let mut posture = seen(posture(self.t_s, hip_deg, 0.0), back);
            for point in [&mut posture.hip, &mut posture.ankle, &mut posture.knee] {
                point.forward += ahead_px;
            }
            posture.shoulder.forward += ahead_px;
            self.watch.look(&posture, Some(&neutral()));
        }

        fn stand(&mut self, looks: usize, back: &BackShape) {
            (0..looks).for_each(|_| self.look(0.0, 0.0, *back));
        }

        /// Down through the early descent, and up again, when nothing is learned.
        fn hinge(&mut self, back: &BackShape) {
            for hip_deg in [10.0, 16.0, 22.0, 28.0, 34.0] {
                self.look(hip_deg, 0.0, *back);
            }
            for hip_deg in [80.0, 28.0, 16.0] {
                self.look(hip_deg, 0.0, leaky(&standing_shape()));
            }
        }

        fn learned(&self, feature: Feature) -> f64 {
            let reference = self.watch.reference().expect("learned");
            reference.neutral.get(feature).expect("seen")
        }
    }

    fn early_shape() -> BackShape {
        let standing = standing_shape();
        standing.zip(&standing, |f, now, _| Some(now? + channel(f).early_shift))
    }

    /// The wall behind the low back taken for a part of it.
    fn leaky(back: &BackShape) -> BackShape {
        shape(|f| {
            let leak = match f {
                Feature::Hollow => -6.0,
                Feature::Sagitta | Feature::Low => 6.0,
                _ => 0.0,
            };
            Some(back.get(f)? + leak)
        })
    }

    #[test]
    fn standing_and_early_descent_are_joined_half_way() {
        let mut looks = Looks::default();
        looks.stand(10, &standing_shape());
        let alone = looks.learned(Feature::Upper);
        looks.hinge(&early_shape());
        for feature in Feature::ALL {
            let standing = standing_shape().get(feature).unwrap();
            let half_way = standing + 0.5 * channel(feature).early_shift;
            assert!(
                (looks.learned(feature) - half_way).abs() < 1e-9,
                "{feature:?}"
            );
        }
        assert!((alone - looks.learned(Feature::Upper)).abs() < 1e-9);
    }

    #[test]
    fn a_leak_that_lasts_while_standing_is_outvoted_by_the_early_descent() {
        for leak_while_standing in [true, false] {
            let mut looks = Looks::default();
            let (standing, early) = if leak_while_standing {
                (leaky(&standing_shape()), early_shape())
            } else {
                (standing_shape(), leaky(&early_shape()))
            };
            looks.stand(10, &standing);
            looks.hinge(&early);
            for feature in [Feature::Hollow, Feature::Sagitta] {
                let standing = standing_shape().get(feature).unwrap();
                let half_way = standing + 0.5 * channel(feature).early_shift;
                let off = looks.learned(feature) - half_way;
                assert!(off.abs() < 1e-9, "{feature:?}, {leak_while_standing}");
            }
        }
    }

    #[test]
    fn an_upper_back_that_standing_and_early_descent_tell_apart_is_not_known() {
        for (off, known) in [(0.9, true), (1.1, false)] {
            let mut looks = Looks::default();
            looks.stand(10, &standing_shape());
            let upper = early_shape().get(Feature::Upper).unwrap() + off * UPPER_APART;
            looks.hinge(&with(&early_shape(), Feature::Upper, Some(upper)));
            let reference = looks.watch.reference().unwrap();
            assert_eq!(reference.neutral.get(Feature::Upper).is_some(), known);
            assert!(reference.neutral.get(Feature::Hollow).is_some());
        }
    }

    #[test]
    fn one_bad_look_moves_nothing() {
        let mut looks = Looks::default();
        looks.stand(6, &standing_shape());
        let before = *looks.watch.reference().unwrap();
        looks.stand(1, &leaky(&standing_shape()));
        assert_eq!(looks.watch.reference(), Ok(&before));
    }

    #[test]
    fn a_feature_hidden_in_most_looks_is_not_learned() {
        let mut looks = Looks::default();
        looks.stand(2, &standing_shape());
        looks.stand(8, &with(&standing_shape(), Feature::Nape, None));
        let reference = looks.watch.reference().unwrap();
        assert_eq!(reference.neutral.get(Feature::Nape), None);
        assert!(reference.neutral.get(Feature::Low).is_some());
    }

    #[test]
    fn too_few_looks_ask_to_hold_still() {
        let mut looks = Looks::default();
        assert!(!looks.watch.asks_to_hold_still(), "nobody looked yet");
        let nothing = Err(CantTellReason::NeedsBackContour);
        assert_eq!(looks.watch.reference(), nothing);
        for _ in 1..BACK_MIN_LOOKS as usize {
            looks.stand(1, &standing_shape());
            assert!(looks.watch.asks_to_hold_still());
            let unknown = Err(CantTellReason::NoBackReference);
            assert_eq!(looks.watch.reference(), unknown);
        }
        looks.stand(1, &standing_shape());
        assert!(!looks.watch.asks_to_hold_still());
        assert!(looks.watch.reference().is_ok());
    }

    #[test]
    fn who_never_stands_still_is_known_by_the_early_descent() {
        let mut looks = Looks::default();
        looks.look(50.0, 0.0, standing_shape());
        assert!(looks.watch.asks_to_hold_still());
        looks.hinge(&early_shape());
        let middle = standing_shape().get(Feature::Middle).unwrap();
        let half_way = middle + 0.5 * channel(Feature::Middle).early_shift;
        assert!((looks.learned(Feature::Middle) - half_way).abs() < 1e-9);
    }

    #[test]
    fn swaying_slowly_and_coming_up_teach_nothing() {
        let mut looks = Looks::default();
        for hip_deg in [34.0, 28.0, 22.0, 16.0, 10.0] {
            looks.look(hip_deg, 0.0, standing_shape());
        }
        for step in 0..20 {
            looks.look(10.0 + 0.5 * f64::from(step), 0.0, standing_shape());
        }
        assert!(looks.watch.asks_to_hold_still());
    }

    #[test]
    fn it_is_learned_again_after_a_step_and_not_after_one_mistaken_ankle() {
        let mut looks = Looks::default();
        looks.stand(20, &standing_shape());
        let before = *looks.watch.reference().unwrap();
        let step_px = 1.5 * RESETTLE_SHARE * neutral().leg_px;
        let elsewhere = with(&standing_shape(), Feature::Hollow, Some(12.0));
        looks.look(0.0, step_px, elsewhere);
        looks.stand(1, &standing_shape());
        assert_eq!(looks.watch.reference(), Ok(&before));
        for _ in 0..STEP_LOOKS {
            looks.look(0.0, step_px, elsewhere);
        }
        assert!(looks.watch.asks_to_hold_still(), "what was known is gone");
        for _ in 0..BACK_MIN_LOOKS as usize {
            looks.look(0.0, step_px, elsewhere);
        }
        let hollow = 12.0 + 0.5 * channel(Feature::Hollow).early_shift;
        assert!((looks.learned(Feature::Hollow) - hollow).abs() < 1e-9);
    }

    #[test]
    fn a_shirt_that_hangs_off_the_back_is_loose_clothing() {
        let hangs = |by: f64| {
            let hollow = LOOSE_HOLLOW - 0.5 * channel(Feature::Hollow).early_shift;
            let mut looks = Looks::default();
            looks.stand(
                10,
                &with(&standing_shape(), Feature::Hollow, Some(hollow - by)),
            );
            looks.watch.reference().map(|_| ())
        };
        assert_eq!(hangs(0.1), Err(CantTellReason::LooseClothing));
        assert_eq!(hangs(-0.1), Ok(()));
    }

    #[test]
    fn nothing_is_learned_before_the_person_is_known() {
        let mut watch = BackReferenceWatch::default();
        for k in 0..20 {
            let t_s = LOOK_S * f64::from(k);
            watch.look(&seen(posture(t_s, 0.0, 0.0), standing_shape()), None);
        }
        assert_eq!(watch.reference(), Err(CantTellReason::NeedsBackContour));
    }
}
