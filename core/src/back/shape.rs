//! What one look at the outline measures. Shapes compare a back with itself, never one person with another.

use crate::back::outline::{Outline, OutlinePoint};
use crate::body::median;

/// The measures of a back's shape. Lengths are in percent of the trunk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feature {
    /// How far the back bulges (+) or hollows (-) off the straight line from seat to shoulder.
    Sagitta,
    /// How deep the low back lies under a stick laid on seat and upper back.
    Hollow,
    /// How far the low back stands behind the hips.
    Low,
    /// How far the mid-back stands behind the hips.
    Middle,
    /// How far the upper back stands behind the hips.
    Upper,
    /// How far the nape stands behind the upper back.
    Nape,
    /// How far the tailbone is off a stick held against mid-back and upper back; negative where it stands
    /// out beyond the stick, as it does in every upright back.
    TailGap,
    /// The same for the back of the head.
    HeadGap,
}

impl Feature {
    pub const ALL: [Feature; 8] = [
        Feature::Sagitta,
        Feature::Hollow,
        Feature::Low,
        Feature::Middle,
        Feature::Upper,
        Feature::Nape,
        Feature::TailGap,
        Feature::HeadGap,
    ];
}

/// One look at the back, measured; a feature is missing where the outline is.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct BackShape {
    values: [Option<f64>; Feature::ALL.len()],
}

/// Heights along the trunk, in trunk lengths above the hip.
const HIPS: (f64, f64) = (-0.06, 0.06);
const LOW_BACK: (f64, f64) = (0.26, 0.40);
const MID_BACK: (f64, f64) = (0.50, 0.62);
const UPPER_BACK: (f64, f64) = (0.70, 0.86);
const NAPE: (f64, f64) = (0.98, 1.10);
const TAILBONE: (f64, f64) = (-0.16, -0.04);
const HEAD: (f64, f64) = (1.14, 1.34);
/// Where the stick is held.
const HELD: (f64, f64) = (0.45, 0.80);
/// Of the possible samples, for a mean over a zone.
const MEAN_NEEDS: f64 = 0.5;

impl BackShape {
    pub fn of(outline: &Outline) -> Self {
        let mean = |(from_u, to_u)| mean(outline, from_u, to_u);
        let behind_hips = |zone| Some(mean(zone)? - mean(HIPS)?);
        let values = Feature::ALL.map(|feature| match feature {
            Feature::Sagitta => sagitta(outline, 0.0, 0.84),
            Feature::Hollow => hollow(outline),
            Feature::Low => behind_hips(LOW_BACK),
            Feature::Middle => behind_hips(MID_BACK),
            Feature::Upper => behind_hips(UPPER_BACK),
            Feature::Nape => Some(mean(NAPE)? - mean(UPPER_BACK)?),
            Feature::TailGap => gap(outline, TAILBONE),
            Feature::HeadGap => gap(outline, HEAD),
        });
        BackShape { values }
    }

    pub fn get(&self, feature: Feature) -> Option<f64> {
        self.values[feature as usize]
    }

    /// Feature by feature the median of many looks; those seen in fewer than `min_looks` or in less than a
    /// third of the looks are missing.
    pub fn median_of<'a>(
        looks: impl Iterator<Item = &'a BackShape> + Clone,
        min_looks: usize,
    ) -> BackShape {
        let count = looks.clone().count();
        let values = Feature::ALL.map(|feature| {
            let mut seen: Vec<f64> = looks.clone().filter_map(|look| look.get(feature)).collect();
            let enough = seen.len() >= min_looks.max(1) && 3 * seen.len() >= count;
            enough.then(|| median(&mut seen))
        });
        BackShape { values }
    }

    /// Feature by feature; `join` is given what either side has.
    pub fn zip(
        &self,
        other: &BackShape,
        join: impl Fn(Feature, Option<f64>, Option<f64>) -> Option<f64>,
    ) -> BackShape {
        let values = Feature::ALL.map(|f| join(f, self.get(f), other.get(f)));
        BackShape { values }
    }
}

fn mean(outline: &Outline, from_u: f64, to_u: f64) -> Option<f64> {
    let zone = outline.zone(from_u, to_u, MEAN_NEEDS)?;
    Some(100.0 * zone.iter().map(|p| p.1).sum::<f64>() / zone.len() as f64)
}

/// From the zone to the straight line that fits the held part best.
fn gap(outline: &Outline, (from_u, to_u): (f64, f64)) -> Option<f64> {
    let held = outline.zone(HELD.0, HELD.1, 0.7)?;
    let n = held.len() as f64;
    let mean_u = held.iter().map(|p| p.0).sum::<f64>() / n;
    let mean_w = held.iter().map(|p| p.1).sum::<f64>() / n;
    let (mut across, mut along) = (0.0, 0.0);
    for (u, w) in held {
        across += (u - mean_u) * (w - mean_w);
        along += (u - mean_u) * (u - mean_u);
    }
    let stick = mean_w + across / along * (0.5 * (from_u + to_u) - mean_u);
    Some(100.0 * stick - mean(outline, from_u, to_u)?)
}

/// The greatest distance from the chord between two heights, in percent of the chord.
fn sagitta(outline: &Outline, from_u: f64, to_u: f64) -> Option<f64> {
    const END_MARGIN: f64 = 0.05;
    let zone = outline.zone(from_u, to_u, 0.8)?;
    let (first, last) = (*zone.first()?, *zone.last()?);
    if first.0 > from_u + END_MARGIN || last.0 < to_u - END_MARGIN {
        return None;
    }
    let slope = (last.1 - first.1) / (last.0 - first.0);
    let cos = 1.0 / slope.hypot(1.0);
    let chord = (last.0 - first.0).hypot(last.1 - first.1);
    zone.iter()
        .map(|(u, w)| 100.0 * (w - first.1 - slope * (u - first.0)) * cos / chord)
        .max_by(|a, b| a.abs().total_cmp(&b.abs()))
}

/// The deepest point of the low back under a stick that rests on seat and upper back.
fn hollow(outline: &Outline) -> Option<f64> {
    const LOW: (f64, f64) = (0.08, 0.60);
    let needed = [(LOW, 0.85), ((-0.15, 0.05), 0.6), ((0.65, 0.90), 0.7)];
    for ((from_u, to_u), share) in needed {
        outline.zone(from_u, to_u, share)?;
    }
    let stick = stick(outline.zone(-0.2, 0.95, 0.0)?);
    let under = |(u, w): &OutlinePoint| 100.0 * (height_of(&stick, *u) - w);
    let low = outline.zone(LOW.0, LOW.1, 0.0)?;
    low.iter().map(under).max_by(f64::total_cmp)
}

/// The outer hull of the points: what a stick laid on them rests on, from the lowest point to the highest.
pub fn stick(points: &[OutlinePoint]) -> Vec<OutlinePoint> {
    let mut hull: Vec<OutlinePoint> = Vec::new();
    for &point in points {
        while let [.., a, b] = hull[..] {
            let turns_out = (b.1 - a.1) * (point.0 - a.0) <= (point.1 - a.1) * (b.0 - a.0);
            if !turns_out {
                break;
            }
            hull.pop();
        }
        hull.push(point);
    }
    hull
}

/// The hull's distance behind the trunk at a height, level beyond its ends.
fn height_of(hull: &[OutlinePoint], u: f64) -> f64 {
    let after = hull.partition_point(|p| p.0 < u);
    match (after.checked_sub(1).map(|i| hull[i]), hull.get(after)) {
        (Some(a), Some(b)) => a.1 + (b.1 - a.1) * (u - a.0) / (b.0 - a.0),
        (Some(a), None) => a.1,
        (None, Some(b)) => b.1,
        (None, None) => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::back::{BackContour, Edge};

    /// A back with a hollow of `depth` around u = 0.35.
    fn shape(depth: f64) -> BackShape {
        let bump = |u: f64| depth * (-((u - 0.35) / 0.2_f64).powi(2)).exp();
        let samples = (0..BackContour::SAMPLES)
            .map(|i| {
                let w = 0.25 - bump(BackContour::u(i));
                Some(Edge { w, width: 0.02 })
            })
            .collect();
        BackShape::of(&Outline::of(&BackContour::from_samples(samples).unwrap()))
    }

    #[test]
    fn a_hollow_back_and_a_round_one_differ_in_every_sign() {
        let (hollow, round) = (shape(0.1), shape(-0.1));
        assert!(hollow.get(Feature::Hollow).unwrap() > 7.0);
        assert!(round.get(Feature::Hollow).unwrap() < hollow.get(Feature::Hollow).unwrap() - 5.0);
        for feature in [Feature::Sagitta, Feature::Low] {
            assert!(hollow.get(feature).unwrap() < -5.0, "{feature:?}");
            assert!(round.get(feature).unwrap() > 5.0, "{feature:?}");
        }
    }

    #[test]
    fn one_wild_look_does_not_move_the_median() {
        let looks = [shape(0.05), shape(0.05), shape(-0.2)];
        assert_eq!(BackShape::median_of(looks.iter(), 1), looks[0]);
        assert_eq!(BackShape::median_of(looks.iter(), 4), BackShape::default());
    }
}
