//! How far the back is from its neutral, in degrees.

use crate::analysis::{CantTellReason, DowelGaps};
use crate::back::reference::BackReference;
use crate::back::shape::{BackShape, Feature};
use crate::body::{Neutral, Posture};
use crate::thresholds::{
    AGREEMENT_DEG, AGREEMENT_SHARE, COARSE_AGREEMENT_DEG, Channel, EARLY_FROM_DEG, EARLY_TO_DEG,
    HEAD_GAZE, HEAD_NAPE, HEAD_NECK, HEAD_SCALE, HEAD_SHOULDERS, HIP_PER_ARCHING, HIP_PER_ROUNDING,
    HIP_PER_SHOULDERS_DEG, HIP_WANDERS_DEG, LUMBAR_ALONE_DEG, LUMBAR_MAX_DEG,
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
fn neutral_shift(channel: &Channel, hip_deg: f64) -> f64 {
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

fn fitted_shift(channel: &Channel, hip_deg: f64) -> f64 {
    channel.per_hip_deg * hip_deg + channel.at_standing
}

/// The mean of the channels that look at the lumbar curve; None when too few see it or they disagree.
fn lumbar(change: &BackShape) -> Option<f64> {
    let told: Vec<(f64, f64)> = Feature::ALL
        .iter()
        .filter_map(|&feature| {
            let weight = channel(feature).weight;
            (weight > 0.0).then_some((change.get(feature)?, weight))
        })
        .collect();
    let weight: f64 = told.iter().map(|t| t.1).sum();
    if weight < LUMBAR_WEIGHT_MIN {
        return None;
    }
    let mean = told.iter().map(|t| t.0 * t.1).sum::<f64>() / weight;
    let furthest = told.iter().map(|t| (t.0 - mean).abs()).fold(0.0, f64::max);
    (furthest <= AGREEMENT_DEG + AGREEMENT_SHARE * mean.abs()).then_some(mean)
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
