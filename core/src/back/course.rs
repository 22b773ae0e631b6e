//! The back through one repetition: reading by reading, contact by contact.

use crate::analysis::{CantTellReason, Contact, Dowel};
use crate::back::reading::{Angles, BackReading};
use crate::back::reference::BackReference;
use crate::back::shape::BackShape;
use crate::body::{Neutral, Posture, median};
use crate::thresholds::{
    ARCHED_DEG, ARCHED_MIDDLE_SLACK_DEG, CHIN_TUCKED_BACK_DEG, MIDDLE_SHARE, ROUNDED_DEG,
    ROUNDED_KNEES_DEG, ROUNDED_KNEES_MIDDLE_DEG, ROUNDED_MIDDLE_SLACK_DEG, SHOULDERS_DEG,
    SHOULDERS_FROM_DEG,
};

/// A contact counts as lost when this many looks in a row, 0.2 s or more, find it lifted.
const LOST_LOOKS: usize = 3;
/// On the way down nothing follows yet that could correct them, so one look more is waited for: of 54 cues for a
/// rounded back on rendered and filmed clips 8 were not borne out with three looks, 4 of 51 with four.
const SURE_LOOKS: usize = LOST_LOOKS + 1;
/// Looks on either side that a look is smoothed with.
const SMOOTH_LOOKS: usize = 1;
/// A bottom shorter than the time between two looks is read from the looks around it.
const BOTTOM_MARGIN_S: f64 = 0.1;

/// One look at the back in the course of a repetition.
#[derive(Debug, Clone, Copy)]
pub struct Moment<'a> {
    pub posture: &'a Posture,
    pub shape: &'a BackShape,
    pub reading: Result<BackReading, CantTellReason>,
}

/// All looks at the back from the start of a repetition to its end.
#[derive(Debug, Clone)]
pub struct Course<'a> {
    pub moments: Vec<Moment<'a>>,
    knees_bent: bool,
}

impl<'a> Course<'a> {
    /// `knees_bent`: as in a squat, or in a lift from the floor.
    pub fn new(
        postures: impl Iterator<Item = &'a Posture>,
        neutral: &Neutral,
        reference: &BackReference,
        knees_bent: bool,
    ) -> Self {
        let looks: Vec<(&Posture, &BackShape)> = postures
            .filter_map(|posture| Some((posture, posture.back.as_ref()?)))
            .collect();
        let moments = (0..looks.len())
            .map(|i| {
                let (posture, shape) = looks[i];
                let near =
                    &looks[i.saturating_sub(SMOOTH_LOOKS)..(i + SMOOTH_LOOKS + 1).min(looks.len())];
                let smooth = BackShape::median_of(near.iter().map(|look| look.1), 1);
                let reading = reference.read(&smooth, &Angles::of(posture, neutral));
                Moment {
                    posture,
                    shape,
                    reading,
                }
            })
            .collect();
        Course {
            moments,
            knees_bent,
        }
    }

    /// The looks between two times.
    pub fn between(&self, from_s: f64, to_s: f64) -> impl Iterator<Item = &Moment<'a>> + Clone {
        self.moments
            .iter()
            .filter(move |m| (from_s..=to_s).contains(&m.posture.t_s))
    }

    /// The back at the bottom, all looks there taken together.
    pub fn at_bottom(
        &self,
        from_s: f64,
        to_s: f64,
        neutral: &Neutral,
        reference: &BackReference,
    ) -> Result<BackReading, CantTellReason> {
        let there = self.between(from_s - BOTTOM_MARGIN_S, to_s + BOTTOM_MARGIN_S);
        if there.clone().next().is_none() {
            return Err(CantTellReason::TooFewFrames);
        }
        let shape = BackShape::median_of(there.clone().map(|m| m.shape), 1);
        let middle = |read: &dyn Fn(&Angles) -> f64| {
            let angles = there.clone().map(|m| Angles::of(m.posture, neutral));
            median(&mut angles.map(|a| read(&a)).collect::<Vec<f64>>())
        };
        let angles = Angles {
            hip_deg: middle(&|a| a.hip_deg),
            neck_deg: middle(&|a| a.neck_deg),
            gaze_deg: middle(&|a| a.gaze_deg),
        };
        reference.read(&shape, &angles)
    }

    /// When a condition first held for as long as a contact must be off to be lost.
    pub fn first_s(&self, holds: impl Fn(&BackReading) -> bool) -> Option<f64> {
        let held = |m: &Moment| m.reading.as_ref().is_ok_and(&holds);
        let run = self
            .moments
            .windows(LOST_LOOKS)
            .find(|run| run.iter().all(held))?;
        Some(run[0].posture.t_s)
    }

    /// The newest looks, as many as it takes to be sure on the way down.
    pub fn lately(&self) -> Option<&[Moment<'a>]> {
        let begin = self.moments.len().checked_sub(SURE_LOOKS)?;
        Some(&self.moments[begin..])
    }

    /// The stick over the whole repetition.
    pub fn dowel(&self) -> Dowel {
        let mut first_lost_s: Option<f64> = None;
        let mut over = |read: &dyn Fn(&BackReading) -> Contact| {
            let lost_s = self.first_s(|reading| read(reading) == Contact::Lifted);
            let seen = self
                .moments
                .iter()
                .filter(|m| {
                    m.reading
                        .as_ref()
                        .is_ok_and(|r| read(r) != Contact::CantTell)
                })
                .count();
            if let Some(lost_s) = lost_s {
                first_lost_s = Some(first_lost_s.map_or(lost_s, |first: f64| first.min(lost_s)));
                Contact::Lifted
            } else if 2 * seen > self.moments.len() {
                Contact::Touching
            } else {
                Contact::CantTell
            }
        };
        Dowel {
            head: over(&BackReading::head_contact),
            mid_back: over(&BackReading::mid_back_contact),
            tailbone: over(&|reading| reading.tailbone_contact(self.knees_bent)),
            first_lost_s,
        }
    }

    /// When the low back first rounded beyond its limit, so that the tailbone left the stick.
    pub fn first_rounded_s(&self) -> Option<f64> {
        self.first_s(|reading| reading.tailbone_contact(self.knees_bent) == Contact::Lifted)
    }
}

impl BackReading {
    /// How far the low back rounds, on a scale on which [`ROUNDED_DEG`] is the limit; None when it can't be
    /// told. Two witnesses must agree, the lumbar curve and the place of the mid-back: a shirt that bunches
    /// over the belt fools the first, drawn shoulders the second.
    pub fn rounding_deg(&self, knees_bent: bool) -> Option<f64> {
        if !knees_bent {
            return Some(confirmed(
                self.lumbar_change_deg,
                self.middle_change_deg,
                ROUNDED_MIDDLE_SLACK_DEG,
            ));
        }
        let middle = self.middle_change_deg? * ROUNDED_DEG / ROUNDED_KNEES_MIDDLE_DEG;
        let agrees = self.lumbar_change_deg > ROUNDED_KNEES_DEG;
        Some(if agrees { middle } else { middle.min(0.0) })
    }

    /// How far the low back hollows, positive; the mid-back must not say the contrary.
    pub fn arching_deg(&self) -> f64 {
        confirmed(
            -self.lumbar_change_deg,
            self.middle_change_deg.map(|middle| -middle),
            ARCHED_MIDDLE_SLACK_DEG,
        )
    }

    /// Some contact is lifted.
    pub fn is_off_stick(&self, knees_bent: bool) -> bool {
        [
            self.head_contact(),
            self.mid_back_contact(),
            self.tailbone_contact(knees_bent),
        ]
        .contains(&Contact::Lifted)
    }

    pub fn mid_back_contact(&self) -> Contact {
        lifted_when(self.arching_deg() > ARCHED_DEG)
    }

    pub fn tailbone_contact(&self, knees_bent: bool) -> Contact {
        self.rounding_deg(knees_bent)
            .map_or(Contact::CantTell, |deg| lifted_when(deg > ROUNDED_DEG))
    }

    pub fn head_contact(&self) -> Contact {
        let folded = self.hip_flexion_deg > SHOULDERS_FROM_DEG;
        let drawn = self
            .thoracic_change_deg
            .is_some_and(|deg| folded && deg > SHOULDERS_DEG);
        self.head_change_deg.map_or(Contact::CantTell, |deg| {
            lifted_when(deg > CHIN_TUCKED_BACK_DEG || drawn)
        })
    }
}

/// No more of a change than the second witness leaves standing.
fn confirmed(change_deg: f64, middle_deg: Option<f64>, slack_deg: f64) -> f64 {
    let leaves = |middle_deg: f64| middle_deg + slack_deg + MIDDLE_SHARE * change_deg;
    change_deg.min(middle_deg.map_or(f64::INFINITY, leaves))
}

fn lifted_when(lifted: bool) -> Contact {
    if lifted {
        Contact::Lifted
    } else {
        Contact::Touching
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::back::samples::{Held, posture, reference, seen, with};
    use crate::back::{BackShape, Feature};

    const DEPTH_DEG: f64 = 80.0;

    fn neutral() -> Neutral {
        Neutral::straightest(&[posture(0.0, 0.0, 0.0)]).unwrap()
    }

    /// One look every tenth of a second, at the bottom.
    fn course_of(looks: &[BackShape], check: impl Fn(&Course)) {
        let at =
            |(i, look): (usize, &BackShape)| seen(posture(0.1 * i as f64, DEPTH_DEG, 0.0), *look);
        let postures: Vec<Posture> = looks.iter().enumerate().map(at).collect();
        check(&Course::new(
            postures.iter(),
            &neutral(),
            &reference(),
            false,
        ));
    }

    /// `looks` say how often a back is held how.
    fn looks(runs: &[(usize, Held)]) -> Vec<BackShape> {
        let runs = runs.iter();
        runs.flat_map(|&(count, held)| vec![held.look(DEPTH_DEG); count])
            .collect()
    }

    fn round() -> Held {
        Held::lumbar(ROUNDED_DEG + 6.0)
    }

    #[test]
    fn a_contact_is_lost_after_three_looks_in_a_row() {
        let straight = Held::default();
        for (rounded, lost) in [(1, false), (2, false), (3, true), (5, true)] {
            let looks = looks(&[(6, straight), (rounded, round()), (6, straight)]);
            course_of(&looks, |course| {
                let dowel = course.dowel();
                let contact = lifted_when(lost);
                assert_eq!(dowel.tailbone, contact, "{rounded} looks");
                assert_eq!(dowel.first_lost_s.is_some(), lost);
                assert_eq!(course.first_rounded_s().is_some(), lost);
                assert_eq!(dowel.mid_back, Contact::Touching);
                assert_eq!(dowel.head, Contact::Touching);
            });
        }
    }

    #[test]
    fn one_wild_look_neither_breaks_nor_makes_a_run() {
        let straight = Held::default();
        let mut wild = looks(&[(4, straight), (8, round()), (4, straight)]);
        wild[1] = round().look(DEPTH_DEG);
        wild[7] = straight.look(DEPTH_DEG);
        course_of(&wild, |course| {
            let lost_s = course.dowel().first_lost_s.unwrap();
            assert!((lost_s - 0.4).abs() < 1e-9, "{lost_s}");
        });
    }

    #[test]
    fn the_first_contact_lost_is_the_one_that_counts() {
        let straight = Held::default();
        let arched = Held::lumbar(-ARCHED_DEG - 6.0);
        let looks = looks(&[(4, straight), (4, arched), (4, straight), (4, round())]);
        course_of(&looks, |course| {
            let dowel = course.dowel();
            assert_eq!(dowel.mid_back, Contact::Lifted);
            assert_eq!(dowel.tailbone, Contact::Lifted);
            let first_s = dowel.first_lost_s.unwrap();
            assert!((first_s - 0.4).abs() < 1e-9, "{first_s}");
            let rounded_s = course.first_rounded_s().unwrap();
            assert!((rounded_s - 1.2).abs() < 1e-9, "{rounded_s}");
        });
    }

    #[test]
    fn near_standing_the_shoulders_take_no_head_off_the_stick() {
        let contact = |hip_deg: f64| {
            let angles = Angles {
                hip_deg,
                ..Angles::default()
            };
            let look = Held::shoulders(1.5).look(hip_deg);
            reference().read(&look, &angles).unwrap().head_contact()
        };
        assert_eq!(contact(SHOULDERS_FROM_DEG - 10.0), Contact::Touching);
        assert_eq!(contact(SHOULDERS_FROM_DEG + 10.0), Contact::Lifted);
    }

    #[test]
    fn drawn_shoulders_take_the_head_off_the_stick() {
        let drawn = looks(&[(8, Held::shoulders(1.5))]);
        course_of(&drawn, |course| {
            assert_eq!(course.dowel().head, Contact::Lifted);
            assert_eq!(course.dowel().tailbone, Contact::Touching);
        });
    }

    /// Nothing can be read from it, not even with its neighbours.
    fn dark() -> BackShape {
        BackShape::default()
    }

    #[test]
    fn a_contact_seen_in_half_of_the_looks_cant_be_told() {
        // The first that can't be read is told by its neighbour.
        for (unseen, contact) in [(11, Contact::Touching), (12, Contact::CantTell)] {
            let mut looks = looks(&[(10, Held::default())]);
            looks.extend(vec![dark(); unseen]);
            course_of(&looks, |course| {
                let dowel = course.dowel();
                assert_eq!(dowel.mid_back, contact, "{unseen} unseen");
                assert_eq!(dowel.tailbone, contact);
                assert_eq!(dowel.head, contact);
            });
        }
        course_of(&[], |course| assert_eq!(course.dowel(), Dowel::cant_tell()));
    }

    #[test]
    fn a_head_that_is_not_seen_cant_be_told_while_the_back_can() {
        let look = with(&Held::default().look(DEPTH_DEG), Feature::Nape, None);
        course_of(&vec![look; 8], |course| {
            assert_eq!(course.dowel().head, Contact::CantTell);
            assert_eq!(course.dowel().tailbone, Contact::Touching);
        });
    }

    #[test]
    fn the_bottom_takes_its_looks_together_and_says_when_there_are_none() {
        let looks = looks(&[(5, Held::default()), (3, round()), (5, Held::default())]);
        course_of(&looks, |course| {
            let at = |from_s, to_s| {
                let told = course.at_bottom(from_s, to_s, &neutral(), &reference());
                told.map(|told| told.lumbar_change_deg.round())
            };
            assert_eq!(at(0.0, 0.3), Ok(0.0));
            assert_eq!(at(0.6, 0.6), Ok(ROUNDED_DEG + 6.0));
            assert_eq!(at(5.0, 6.0), Err(CantTellReason::TooFewFrames));
        });
    }

    #[test]
    fn bent_knees_need_the_mid_backs_word() {
        let told = |lumbar_deg, middle_deg: Option<f64>| {
            let look = Held::lumbar(lumbar_deg).look(DEPTH_DEG);
            let middle =
                middle_deg.and_then(|deg| Held::lumbar(deg).look(DEPTH_DEG).get(Feature::Middle));
            let look = with(&look, Feature::Middle, middle);
            let angles = Angles::of(&posture(0.0, DEPTH_DEG, 0.0), &neutral());
            reference().read(&look, &angles).unwrap()
        };
        let beyond = ROUNDED_KNEES_MIDDLE_DEG + 1.0;
        let silent = told(beyond, None);
        assert_eq!(silent.tailbone_contact(true), Contact::CantTell);
        assert_eq!(silent.tailbone_contact(false), Contact::Lifted);
        assert_eq!(
            told(beyond, Some(beyond)).tailbone_contact(true),
            Contact::Lifted
        );
        let denies = told(beyond, Some(ROUNDED_KNEES_MIDDLE_DEG - 1.0));
        assert_eq!(denies.tailbone_contact(true), Contact::Touching);
        // And the lumbar channels must agree in kind.
        let alone = told(ROUNDED_KNEES_DEG - 1.0, Some(beyond));
        assert_eq!(alone.tailbone_contact(true), Contact::Touching);
    }
}
