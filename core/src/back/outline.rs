//! The contour made fit to be measured: leaks cut off, the rest smoothed.

use std::ops::Range;

use crate::back::contour::BackContour;
use crate::thresholds::{LEAK_JUMP_SHARE, LEAK_JUMP_STEP_SHARE};

/// Between the hip and the shoulder the back has no steps, so a step there is a leak; head and seat do.
const BACK: Range<usize> = 15..66;
/// A leak is narrower than this many samples (0.36 of the trunk); what is wider may be the back itself.
const LEAK_SAMPLES: usize = 18;
/// In trunk lengths.
const SMOOTH_BANDWIDTH: f64 = 0.03;
/// Of the 3.8 that a sample's neighbours weigh when all are there; less is the ragged end of a stretch.
const SMOOTH_MIN_WEIGHT: f64 = 3.0;
/// Further neighbours weigh nothing.
const SMOOTH_REACH: usize = 7;

/// A point of the outline: height along the trunk and distance behind it, in trunk lengths.
pub type OutlinePoint = (f64, f64);

/// The trustworthy parts of the outline, from the seat upwards.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Outline {
    points: Vec<OutlinePoint>,
}

impl Outline {
    pub fn of(contour: &BackContour) -> Self {
        let mut w: Vec<Option<f64>> = (0..BackContour::SAMPLES).map(|i| contour.w(i)).collect();
        cut_leaks(&mut w);
        let points = (0..w.len())
            .filter_map(|i| Some((BackContour::u(i), smooth(&w, i)?)))
            .collect();
        Outline { points }
    }

    pub fn points(&self) -> &[OutlinePoint] {
        &self.points
    }

    /// The points between two heights, if at least `need` of the possible ones are there.
    pub fn zone(&self, from_u: f64, to_u: f64, need: f64) -> Option<&[OutlinePoint]> {
        const HAIR: f64 = 1e-9;
        let begin = self.points.partition_point(|p| p.0 < from_u - HAIR);
        let end = self.points.partition_point(|p| p.0 <= to_u + HAIR);
        let possible = ((to_u - from_u) / BackContour::STEP_U + HAIR).floor() + 1.0;
        let zone = &self.points[begin..end];
        let enough = zone.len() as f64 >= need * possible && !zone.is_empty();
        enough.then_some(zone)
    }
}

/// Where the silhouette runs into the wall behind, the outline steps outwards and back in again.
fn cut_leaks(w: &mut [Option<f64>]) {
    let found: Vec<(usize, f64)> = BACK.filter_map(|i| Some((i, w[i]?))).collect();
    let is_step = |k: usize| {
        let gap = (found[k].0 - found[k - 1].0 - 1) as f64;
        (found[k].1 - found[k - 1].1).abs() > LEAK_JUMP_SHARE + LEAK_JUMP_STEP_SHARE * gap
    };
    let mut cuts: Vec<usize> = (1..found.len()).filter(|&k| is_step(k)).collect();
    cuts.insert(0, 0);
    cuts.push(found.len());
    for pair in cuts.windows(2) {
        let (begin, end) = (pair[0], pair[1]);
        if begin == end {
            continue;
        }
        let outside_before = begin > 0 && found[begin].1 > found[begin - 1].1;
        let outside_after = end < found.len() && found[end - 1].1 > found[end].1;
        let inside_before = begin > 0 && !outside_before;
        let inside_after = end < found.len() && !outside_after;
        let stands_out = (outside_before || outside_after) && !inside_before && !inside_after;
        if stands_out && end - begin <= LEAK_SAMPLES {
            for &(i, _) in &found[begin..end] {
                w[i] = None;
            }
        }
    }
}

/// A straight line through the neighbours, near ones weighing more, read at sample `i`.
fn smooth(w: &[Option<f64>], i: usize) -> Option<f64> {
    w[i]?;
    let [mut s0, mut s1, mut s2, mut y0, mut y1] = [0.0; 5];
    let near = i.saturating_sub(SMOOTH_REACH)..(i + SMOOTH_REACH + 1).min(w.len());
    for (j, y) in near.filter_map(|j| Some((j, w[j]?))) {
        let d = (j as f64 - i as f64) * BackContour::STEP_U;
        let weight = (-0.5 * (d / SMOOTH_BANDWIDTH).powi(2)).exp();
        s0 += weight;
        s1 += weight * d;
        s2 += weight * d * d;
        y0 += weight * y;
        y1 += weight * d * y;
    }
    (s0 >= SMOOTH_MIN_WEIGHT).then(|| (s2 * y0 - s1 * y1) / (s0 * s2 - s1 * s1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::back::Edge;

    fn outline(w: impl Fn(f64) -> Option<f64>) -> Outline {
        let samples = (0..BackContour::SAMPLES)
            .map(|i| w(BackContour::u(i)).map(|w| Edge { w, width: 0.02 }))
            .collect();
        Outline::of(&BackContour::from_samples(samples).unwrap())
    }

    #[test]
    fn a_straight_back_stays_where_it_is() {
        let straight = outline(|u| Some(0.2 + 0.05 * u));
        assert!(straight.points().len() > 78);
        for (u, w) in straight.points() {
            assert!((w - (0.2 + 0.05 * u)).abs() < 1e-9);
        }
    }

    #[test]
    fn a_leak_is_cut_off_and_a_rounded_back_is_not() {
        let leaky = outline(|u| Some(if (0.2..0.4).contains(&u) { 0.4 } else { 0.2 }));
        assert!(leaky.points().iter().all(|p| (p.1 - 0.2).abs() < 1e-9));
        assert!(leaky.zone(0.2, 0.4, 0.5).is_none());
        let round = outline(|u| Some(0.2 + 0.2 * (1.0 - (2.0 * u - 1.0).powi(2)).max(0.0)));
        assert!(round.zone(0.0, 1.0, 0.95).is_some());
    }

    #[test]
    fn a_zone_with_holes_is_not_measured() {
        let holed = outline(|u| (!(0.3..0.5).contains(&u)).then_some(0.2));
        assert!(holed.zone(0.1, 0.6, 0.8).is_none());
        assert!(holed.zone(0.5, 0.9, 0.7).is_some());
    }
}
