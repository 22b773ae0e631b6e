//! How far the back is from its neutral, in degrees.

use crate::analysis::{CantTellReason, DowelGaps};
use crate::back::reference::BackReference;
use crate::back::shape::{BackShape, Feature};
use crate::body::{Neutral, Posture};
use crate::thresholds::{
    AGREEMENT_DEG, AGREEMENT_SHARE, COARSE_AGREEMENT_DEG, Channel, EARLY_FROM_DEG, EARLY_TO_DEG,
    HEAD_GAZE, HEAD_NAPE, HEAD_NECK, HEAD_SCALE, HEAD_SHOULDERS, HIP_PER_ARCHING, HIP_PER_ROUNDING,
    HIP_PER_SHOULDERS_DEG, HIP_WANDERS_DEG, LOW_PER_UPPER, LUMBAR_ALONE_DEG, LUMBAR_MAX_DEG,
    LUMBAR_PER_SHOULDERS_DEG, LUMBAR_WEIGHT_MIN, SHOULDERS_GAZE, SHOULDERS_NAPE, SHOULDERS_NECK,
    SHOULDERS_SCALE, SHOULDERS_UPPER, SHOULDERS_UPPER_PER_EVENT, channel,
};

/// What the landmarks add to a look at the back, relative to the same person standing.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Angles {
    /// Between thigh and the hip-shoulder line.
    pub hip_deg: f64,
    /// From shoulder to ear against the hip-shoulder line, + forward.
    pub neck_deg: f64,
    /// From ear to nose against the hip-shoulder line, + downward.
    pub gaze_deg: f64,
}

impl Angles {
    pub fn of(posture: &Posture, neutral: &Neutral) -> Self {
        Angles {
            hip_deg: neutral.hip_flexion_deg(posture),
            neck_deg: neutral.neck_flexion_deg(posture),
            gaze_deg: neutral.gaze_flexion_deg(posture),
        }
    }
}

/// The back against its neutral. Degrees; + is rounding or flexion.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BackReading {
    /// Flexion of the lumbar spine.
    pub lumbar_change_deg: f64,
    /// The lumbar change as the mid-back's place alone tells it: an independent witness, noisier, blind to
    /// a shirt that bunches over the belt, and moved by the upper back as well.
    pub middle_change_deg: Option<f64>,
    /// Flexion of the upper back with the shoulders drawn forward.
    pub thoracic_change_deg: Option<f64>,
    /// Flexion of the neck.
    pub head_change_deg: Option<f64>,
    pub gaps: DowelGaps,
    /// The hip's own flexion: what the landmarks read, without the spine's share.
    pub hip_flexion_deg: f64,
}

impl BackReference {
    /// Compares a look with the neutral.
    pub fn read(&self, shape: &BackShape, angles: &Angles) -> Result<BackReading, CantTellReason> {
        read(&self.neutral, shape, angles, neutral_shift)
    }

    /// Compares a look of the early descent with standing alone.
    pub fn read_early(
        &self,
        shape: &BackShape,
        angles: &Angles,
    ) -> Result<BackReading, CantTellReason> {
        read(&self.standing, shape, angles, fitted_shift)
    }
}

fn read(
    neutral: &BackShape,
    shape: &BackShape,
    angles: &Angles,
    shift: impl Fn(&Channel, f64) -> f64,
) -> Result<BackReading, CantTellReason> {
    let change = neutral.zip(shape, |feature, neutral, now| {
        let channel = channel(feature);
        let expected = shift(channel, angles.hip_deg);
        Some((now? - neutral? - expected) / channel.per_lumbar_deg)
    });
    let bent_deg = lumbar(&change)
        .or_else(|| coarse_lumbar(&change))
        .filter(|&deg| is_plausible(deg, change.get(Feature::Middle)))
        .ok_or(CantTellReason::BackNotClear)?;
    let shoulders = change.get(Feature::Upper).map(|upper_deg| {
        (upper_deg - bent_deg) * channel(Feature::Upper).per_lumbar_deg / SHOULDERS_UPPER_PER_EVENT
    });
    let drawn = shoulders.map_or(0.0, |s| s.clamp(0.0, 1.0));
    let lumbar_change_deg = bent_deg - LUMBAR_PER_SHOULDERS_DEG * drawn;
    let nape = neutral
        .get(Feature::Nape)
        .zip(shape.get(Feature::Nape))
        .map(|(neutral, now)| now - neutral);
    let off_expected =
        |feature: Feature| Some(change.get(feature)? * channel(feature).per_lumbar_deg);
    Ok(BackReading {
        lumbar_change_deg,
        middle_change_deg: change.get(Feature::Middle),
        gaps: DowelGaps {
            head: off_expected(Feature::HeadGap),
            mid_back: off_expected(Feature::Hollow),
            tailbone: off_expected(Feature::TailGap),
        },
        thoracic_change_deg: shoulders.map(|shoulders| {
            let told = SHOULDERS_UPPER * shoulders
                + SHOULDERS_GAZE * angles.gaze_deg
                + SHOULDERS_NECK * angles.neck_deg
                + SHOULDERS_NAPE * nape.unwrap_or(0.0);
            told * SHOULDERS_SCALE
        }),
        head_change_deg: nape.map(|nape| {
            let told = HEAD_NECK * angles.neck_deg
                + HEAD_GAZE * angles.gaze_deg
                + HEAD_NAPE * nape
                + HEAD_SHOULDERS * shoulders.unwrap_or(0.0);
            told * HEAD_SCALE
        }),
        hip_flexion_deg: hip_deg(angles, lumbar_change_deg, shoulders),
    })
}

/// How far a neutral spine's feature is from the reference at this hip flexion. The fit holds for depth; the
/// reference lies half-way between standing and the early descent, so either differs from it by that half.
pub(super) fn neutral_shift(channel: &Channel, hip_deg: f64) -> f64 {
    const EARLY_DEG: f64 = 0.5 * (EARLY_FROM_DEG + EARLY_TO_DEG);
    let half_way = 0.5 * channel.early_shift;
    let between = |from: (f64, f64), to: (f64, f64)| {
        let share = ((hip_deg - from.0) / (to.0 - from.0)).max(0.0);
        from.1 + share * (to.1 - from.1)
    };
    if hip_deg < EARLY_DEG {
        between((0.0, -half_way), (EARLY_DEG, half_way))
    } else if hip_deg < EARLY_TO_DEG {
        let deep = fitted_shift(channel, EARLY_TO_DEG);
        between((EARLY_DEG, half_way), (EARLY_TO_DEG, deep))
    } else {
        fitted_shift(channel, hip_deg)
    }
}

pub(super) fn fitted_shift(channel: &Channel, hip_deg: f64) -> f64 {
    channel.per_hip_deg * hip_deg + channel.at_standing
}

/// The mean of the channels that look at the lumbar curve; None when too few see it or they disagree.
fn lumbar(change: &BackShape) -> Option<f64> {
    let told: Vec<(Feature, f64, f64)> = Feature::ALL
        .iter()
        .filter_map(|&feature| {
            let weight = channel(feature).weight;
            (weight > 0.0).then_some((feature, change.get(feature)?, weight))
        })
        .collect();
    let weight: f64 = told.iter().map(|t| t.2).sum();
    if weight < LUMBAR_WEIGHT_MIN {
        return None;
    }
    let mean = told.iter().map(|t| t.1 * t.2).sum::<f64>() / weight;
    let drawn_deg = low_when_drawn(change, mean);
    let off = |&(feature, deg, _): &(Feature, f64, f64)| match feature {
        Feature::Low => (deg - deg.clamp(mean, mean + drawn_deg)).abs(),
        _ => (deg - mean).abs(),
    };
    let furthest = told.iter().map(off).fold(0.0, f64::max);
    (furthest <= AGREEMENT_DEG + AGREEMENT_SHARE * mean.abs()).then_some(mean)
}

/// What drawn shoulders may add to the low back: they take the shoulder landmark along and tilt the line from which
/// it is measured. That is no disagreement about the lumbar spine.
fn low_when_drawn(change: &BackShape, lumbar_deg: f64) -> f64 {
    let upper_deg = change.get(Feature::Upper).unwrap_or(lumbar_deg);
    let beyond = (upper_deg - lumbar_deg).max(0.0) * channel(Feature::Upper).per_lumbar_deg;
    LOW_PER_UPPER * beyond / channel(Feature::Low).per_lumbar_deg
}

/// No low back bends as far, and none bends without the mid-back coming along: the outline is not the back's.
fn is_plausible(lumbar_deg: f64, middle_deg: Option<f64>) -> bool {
    let alone = middle_deg.is_some_and(|middle_deg| lumbar_deg - middle_deg > LUMBAR_ALONE_DEG);
    lumbar_deg.abs() < LUMBAR_MAX_DEG && !alone
}

/// Where the low back itself is hidden: what is above and below it, if the two agree.
fn coarse_lumbar(change: &BackShape) -> Option<f64> {
    let tailbone = change.get(Feature::TailGap)?;
    let middle = change.get(Feature::Middle)?;
    let agree = (tailbone - middle).abs() < COARSE_AGREEMENT_DEG;
    (agree && change.get(Feature::Hollow).is_none()).then_some(0.5 * (tailbone + middle))
}

fn hip_deg(angles: &Angles, lumbar_deg: f64, shoulders: Option<f64>) -> f64 {
    let per_lumbar = if lumbar_deg > 0.0 {
        HIP_PER_ROUNDING
    } else {
        HIP_PER_ARCHING
    };
    let drawn = shoulders.map_or(0.0, |s| s.clamp(-1.0, 1.5));
    let wandered = HIP_WANDERS_DEG * angles.hip_deg / 90.0;
    angles.hip_deg - wandered - per_lumbar * lumbar_deg - HIP_PER_SHOULDERS_DEG * drawn
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::back::samples::{Held, posture, reference, with};

    const NEAR: f64 = 1e-9;

    fn hip(hip_deg: f64) -> Angles {
        Angles {
            hip_deg,
            ..Angles::default()
        }
    }

    fn read(held: Held, hip_deg: f64) -> BackReading {
        reference()
            .read(&held.look(hip_deg), &hip(hip_deg))
            .unwrap()
    }

    #[test]
    fn a_neutral_back_reads_as_nothing_at_every_depth() {
        for hip_deg in [-5.0, 0.0, 8.0, 21.5, 30.0, 60.0, 110.0] {
            let told = read(Held::default(), hip_deg);
            assert!(told.lumbar_change_deg.abs() < NEAR, "at {hip_deg}");
            assert!(told.middle_change_deg.unwrap().abs() < NEAR);
            // The nape's own way as the hip folds is no part of the shoulders' fit, and small.
            let thoracic_deg = told.thoracic_change_deg.unwrap();
            assert!(thoracic_deg.abs() < 4.5, "{thoracic_deg} at {hip_deg}");
            let gaps = [told.gaps.head, told.gaps.mid_back, told.gaps.tailbone];
            assert!(gaps.iter().all(|gap| gap.unwrap().abs() < NEAR));
        }
    }

    #[test]
    fn standing_and_early_descent_read_as_nothing_against_what_they_taught() {
        // Not by the calibration, but because the reference lies between the two.
        let standing = reference().standing;
        let told = reference().read(&standing, &hip(0.0)).unwrap();
        assert!(told.lumbar_change_deg.abs() < NEAR);
        assert!(told.thoracic_change_deg.unwrap().abs() < 1.0);
        let early = standing.zip(&standing, |f, standing, _| {
            Some(standing? + channel(f).early_shift)
        });
        let middle_deg = 0.5 * (EARLY_FROM_DEG + EARLY_TO_DEG);
        let told = reference().read(&early, &hip(middle_deg)).unwrap();
        assert!(told.lumbar_change_deg.abs() < NEAR);
        assert!(told.thoracic_change_deg.unwrap().abs() < 1.0);
    }

    #[test]
    fn what_a_neutral_spine_does_has_no_steps() {
        for feature in Feature::ALL {
            let at = |hip_deg| neutral_shift(channel(feature), hip_deg);
            for tenth in -100..1200 {
                let hip_deg = f64::from(tenth) / 10.0;
                let step = at(hip_deg + 0.1) - at(hip_deg);
                assert!(step.abs() < 0.1, "{feature:?} at {hip_deg}");
            }
        }
    }

    #[test]
    fn rounding_and_arching_have_their_signs() {
        for lumbar_deg in [-25.0, -8.0, 8.0, 25.0] {
            let told = read(Held::lumbar(lumbar_deg), 80.0);
            assert!((told.lumbar_change_deg - lumbar_deg).abs() < NEAR);
            assert!((told.middle_change_deg.unwrap() - lumbar_deg).abs() < NEAR);
            // Rounded, the tailbone is off the stick; arched, the mid-back.
            assert!(told.gaps.tailbone.unwrap() * lumbar_deg > 0.0);
            assert!(told.gaps.mid_back.unwrap() * lumbar_deg < 0.0);
        }
    }

    #[test]
    fn drawn_shoulders_are_thoracic_flexion_and_not_lumbar() {
        let (drawn, open) = (
            read(Held::shoulders(1.0), 80.0),
            read(Held::shoulders(-0.5), 80.0),
        );
        assert!(drawn.thoracic_change_deg.unwrap() > 10.0);
        assert!(open.thoracic_change_deg.unwrap() < -5.0);
        // What the drawn shoulders add to the lumbar channels is taken out again.
        let taken = open.lumbar_change_deg - drawn.lumbar_change_deg;
        assert!((taken - LUMBAR_PER_SHOULDERS_DEG).abs() < NEAR);
    }

    #[test]
    fn the_head_is_read_from_neck_gaze_and_nape() {
        let look = Held::default().look(80.0);
        let flexion = |neck_deg, gaze_deg, nape: f64| {
            let angles = Angles {
                hip_deg: 80.0,
                neck_deg,
                gaze_deg,
            };
            let nape_now = reference().neutral.get(Feature::Nape).unwrap() + nape;
            let look = with(&look, Feature::Nape, Some(nape_now));
            let told = reference().read(&look, &angles).unwrap();
            told.head_change_deg.unwrap()
        };
        assert!(flexion(0.0, 0.0, 0.0).abs() < NEAR);
        assert!(flexion(10.0, 0.0, 0.0) > 1.0 && flexion(-10.0, 0.0, 0.0) < -1.0);
        assert!(flexion(0.0, 10.0, 0.0) > 1.0 && flexion(0.0, -10.0, 0.0) < -1.0);
        assert!(flexion(0.0, 0.0, 3.0) > 1.0 && flexion(0.0, 0.0, -3.0) < -1.0);
        let blind = with(&look, Feature::Nape, None);
        let told = reference().read(&blind, &hip(80.0)).unwrap();
        assert_eq!(told.head_change_deg, None, "the nape was not seen");
    }

    #[test]
    fn the_head_gap_is_positive_when_the_head_leaves_the_stick() {
        let look = Held::default().look(80.0);
        let off = with(
            &look,
            Feature::HeadGap,
            look.get(Feature::HeadGap).map(|g| g + 4.0),
        );
        let told = reference().read(&off, &hip(80.0)).unwrap();
        assert!((told.gaps.head.unwrap() - 4.0).abs() < NEAR);
    }

    #[test]
    fn channels_that_contradict_each_other_make_no_reading() {
        let look = Held::default().look(80.0);
        let told_otherwise = |deg: f64| {
            let hollow = look.get(Feature::Hollow).unwrap();
            let now = hollow + channel(Feature::Hollow).per_lumbar_deg * deg;
            let look = with(&look, Feature::Hollow, Some(now));
            reference().read(&look, &hip(80.0))
        };
        assert!(told_otherwise(0.5 * AGREEMENT_DEG).is_ok());
        let unclear = Err(CantTellReason::BackNotClear);
        assert_eq!(told_otherwise(4.0 * AGREEMENT_DEG), unclear);
        assert_eq!(told_otherwise(-4.0 * AGREEMENT_DEG), unclear);
    }

    #[test]
    fn a_low_back_that_drawn_shoulders_take_along_is_no_disagreement() {
        let off = |held: Held, percent: f64| {
            let look = held.look(80.0);
            let low = look.get(Feature::Low).map(|low| low + percent);
            let look = with(&look, Feature::Low, low);
            reference().read(&look, &hip(80.0)).map(|_| ())
        };
        let unclear = Err(CantTellReason::BackNotClear);
        let drawn = Held::shoulders(1.0);
        let along = LOW_PER_UPPER * SHOULDERS_UPPER_PER_EVENT;
        let beyond = 1.6 * AGREEMENT_DEG * channel(Feature::Low).per_lumbar_deg;
        assert_eq!(
            off(drawn, along + beyond),
            unclear,
            "more than they explain"
        );
        assert_eq!(off(drawn, -beyond), unclear, "the other way");
        assert_eq!(off(Held::default(), beyond), unclear);
        let explained = 0.9 * along + 0.6 * beyond;
        assert_eq!(off(drawn, explained), Ok(()));
        assert_eq!(off(Held::default(), explained), unclear);
        assert_eq!(off(drawn, 0.0), Ok(()));
    }

    #[test]
    fn what_no_back_can_do_is_no_reading() {
        let unclear = Err(CantTellReason::BackNotClear);
        let at = |lumbar_deg: f64, middle_deg: f64| {
            let look = Held::lumbar(lumbar_deg).look(80.0);
            let middle = Held::lumbar(middle_deg).look(80.0).get(Feature::Middle);
            let look = with(&look, Feature::Middle, middle);
            reference()
                .read(&look, &hip(80.0))
                .map(|told| told.lumbar_change_deg.round())
        };
        let most = LUMBAR_MAX_DEG - 1.0;
        assert_eq!(at(most, most), Ok(most));
        assert_eq!(at(LUMBAR_MAX_DEG + 1.0, LUMBAR_MAX_DEG), unclear);
        assert_eq!(at(-LUMBAR_MAX_DEG - 1.0, -LUMBAR_MAX_DEG), unclear);
        // The mid-back stays where it is, or goes the other way.
        assert_eq!(at(50.0, 50.0 - LUMBAR_ALONE_DEG + 1.0), Ok(50.0));
        assert_eq!(at(50.0, 50.0 - LUMBAR_ALONE_DEG - 1.0), unclear);
    }

    #[test]
    fn a_hidden_low_back_is_told_from_above_and_below_if_they_agree() {
        let hide = |look| {
            let hidden = [Feature::Hollow, Feature::Sagitta, Feature::Low];
            hidden.iter().fold(look, |look, &f| with(&look, f, None))
        };
        let hidden = hide(Held::lumbar(20.0).look(80.0));
        let told = reference().read(&hidden, &hip(80.0)).unwrap();
        assert!((told.lumbar_change_deg - 20.0).abs() < NEAR);
        let middle = Held::lumbar(-10.0).look(80.0).get(Feature::Middle);
        let torn = with(&hidden, Feature::Middle, middle);
        let unclear = Err(CantTellReason::BackNotClear);
        assert_eq!(reference().read(&torn, &hip(80.0)), unclear);
        let gone = with(&hidden, Feature::TailGap, None);
        assert_eq!(reference().read(&gone, &hip(80.0)), unclear);
    }

    #[test]
    fn the_hip_is_told_without_the_spines_share() {
        let neutral_deg = read(Held::default(), 80.0).hip_flexion_deg;
        let rounded_deg = read(Held::lumbar(20.0), 80.0).hip_flexion_deg;
        let arched_deg = read(Held::lumbar(-20.0), 80.0).hip_flexion_deg;
        assert!((neutral_deg - rounded_deg - 20.0 * HIP_PER_ROUNDING).abs() < NEAR);
        assert!((arched_deg - neutral_deg - 20.0 * HIP_PER_ARCHING).abs() < NEAR);
    }

    #[test]
    fn angles_are_relative_to_the_same_person_standing() {
        let neutral = Neutral::straightest(&[posture(0.0, 12.0, 5.0)]).unwrap();
        let angles = Angles::of(&posture(1.0, 72.0, 20.0), &neutral);
        assert!((angles.hip_deg - 60.0).abs() < NEAR);
        assert!(angles.neck_deg.abs() < NEAR && angles.gaze_deg.abs() < NEAR);
    }
}
