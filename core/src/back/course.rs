//! The back through one repetition: reading by reading, contact by contact.

use crate::analysis::{CantTellReason, Contact, Dowel};
use crate::back::reading::{Angles, BackReading};
use crate::back::reference::BackReference;
use crate::back::shape::BackShape;
use crate::body::{Neutral, Posture, median};
use crate::thresholds::{
    ARCHED_DEG, ARCHED_MIDDLE_SLACK_DEG, CHIN_TUCKED_BACK_DEG, MIDDLE_SHARE, ROUNDED_DEG,
    ROUNDED_KNEES_DEG, ROUNDED_KNEES_MIDDLE_DEG, ROUNDED_MIDDLE_SLACK_DEG, SHOULDERS_DEG,
};

/// A contact counts as lost when this many looks in a row, 0.2 s or more, find it lifted.
const LOST_LOOKS: usize = 3;
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

    /// The newest looks, as many as it takes to lose a contact.
    pub fn lately(&self) -> Option<&[Moment<'a>]> {
        let begin = self.moments.len().checked_sub(LOST_LOOKS)?;
        Some(&self.moments[begin..])
    }

    /// The stick over the whole repetition.
    pub fn dowel(&self) -> Dowel {
        let told = self.moments.iter().filter(|m| m.reading.is_ok()).count();
        let enough = 2 * told > self.moments.len();
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
            } else if enough && 2 * seen > self.moments.len() {
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

    pub fn mid_back_contact(&self) -> Contact {
        lifted_when(self.arching_deg() > ARCHED_DEG)
    }

    pub fn tailbone_contact(&self, knees_bent: bool) -> Contact {
        self.rounding_deg(knees_bent)
            .map_or(Contact::CantTell, |deg| lifted_when(deg > ROUNDED_DEG))
    }

    pub fn head_contact(&self) -> Contact {
        let drawn = self
            .thoracic_change_deg
            .is_some_and(|deg| deg > SHOULDERS_DEG);
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
