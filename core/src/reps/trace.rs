//! One repetition's postures and the moments that divide it.

use std::ops::Range;

use crate::analysis::{Phase, Tempo};
use crate::body::{Neutral, Posture, median};
use crate::reps::bend_deg;
use crate::thresholds::{PLATEAU_DEG, SMOOTH_S, STANDING_MARGIN_DEG};

/// The span in which the body is at its deepest.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bottom {
    pub from_s: f64,
    pub middle_s: f64,
    pub to_s: f64,
    /// The greatest hip flexion, relative to standing when the standing neutral is known.
    pub hip_flexion_deg: f64,
}

/// A repetition so far, or a finished one.
#[derive(Debug, Clone)]
pub struct RepTrace {
    pub postures: Vec<Posture>,
    pub start_s: f64,
    /// None while it is still going down.
    pub bottom: Option<Bottom>,
    /// None until it came back up.
    pub end_s: Option<f64>,
    /// True once the top is known, too: nothing straighter followed.
    pub settled: bool,
}

impl RepTrace {
    /// Divides `postures` at their deepest point.
    pub fn divide(
        postures: Vec<Posture>,
        neutral: Option<&Neutral>,
        turned: bool,
        ended: bool,
    ) -> Self {
        let flexion = smoothed_flexion(&postures, neutral);
        let Some(deepest) = index_of_max(&flexion) else {
            return RepTrace {
                postures,
                start_s: 0.0,
                bottom: None,
                end_s: None,
                settled: false,
            };
        };
        let start = start_index(&flexion, deepest);
        let end = end_index(&flexion, deepest);
        let bottom = turned.then(|| bottom(&postures, &flexion, deepest));
        RepTrace {
            start_s: postures[start].t_s,
            end_s: ended.then(|| postures[end].t_s),
            settled: ended,
            bottom,
            postures,
        }
    }

    /// The phase at a time inside the repetition.
    pub fn phase_at(&self, t_s: f64) -> Phase {
        match (self.bottom, self.end_s) {
            (None, _) => Phase::Down,
            (Some(bottom), _) if t_s < bottom.from_s => Phase::Down,
            (Some(bottom), _) if t_s <= bottom.to_s => Phase::Bottom,
            (_, Some(end_s)) if t_s >= end_s => Phase::Top,
            _ => Phase::Up,
        }
    }

    pub fn tempo(&self) -> Option<Tempo> {
        let bottom = self.bottom?;
        Some(Tempo {
            down: (bottom.from_s - self.start_s).max(0.0),
            pause: bottom.to_s - bottom.from_s,
            up: (self.end_s? - bottom.to_s).max(0.0),
        })
    }

    /// Clear postures between two times.
    pub fn between(&self, from_s: f64, to_s: f64) -> impl Iterator<Item = &Posture> {
        self.postures
            .iter()
            .filter(move |p| p.t_s >= from_s && p.t_s <= to_s && p.is_clear())
    }

    /// What the bottom looked like, for description: also where the legs are not clear enough to judge.
    pub fn seen_at_bottom(&self) -> impl Iterator<Item = &Posture> {
        let span = self.bottom.map(|b| b.from_s..=b.to_s);
        self.postures
            .iter()
            .filter(move |p| span.as_ref().is_some_and(|s| s.contains(&p.t_s)))
    }

    pub fn at_bottom(&self) -> impl Iterator<Item = &Posture> {
        let (from_s, to_s) = self
            .bottom
            .map_or((f64::NAN, f64::NAN), |b| (b.from_s, b.to_s));
        self.between(from_s, to_s)
    }
}

/// Running median against single bad frames.
fn smoothed_flexion(postures: &[Posture], neutral: Option<&Neutral>) -> Vec<f64> {
    let mut begin = 0;
    let mut window = Vec::new();
    (0..postures.len())
        .map(|i| {
            let near = |p: &Posture| (p.t_s - postures[i].t_s).abs() <= 0.5 * SMOOTH_S;
            begin += postures[begin..].iter().take_while(|p| !near(p)).count();
            window.clear();
            window.extend(
                postures[begin..]
                    .iter()
                    .take_while(|p| near(p))
                    .map(|p| bend_deg(p, neutral)),
            );
            median(&mut window)
        })
        .collect()
}

fn index_of_max(values: &[f64]) -> Option<usize> {
    (0..values.len()).max_by(|&a, &b| values[a].total_cmp(&values[b]))
}

/// The last moment of standing before the way down.
fn start_index(flexion: &[f64], deepest: usize) -> usize {
    let standing = flexion[..=deepest]
        .iter()
        .copied()
        .fold(f64::INFINITY, f64::min);
    (0..=deepest)
        .rev()
        .find(|&i| flexion[i] <= standing + STANDING_MARGIN_DEG)
        .unwrap_or(0)
}

/// The first moment of standing after the way up.
fn end_index(flexion: &[f64], deepest: usize) -> usize {
    let standing = flexion[deepest..]
        .iter()
        .copied()
        .fold(f64::INFINITY, f64::min);
    (deepest..flexion.len())
        .find(|&i| flexion[i] <= standing + STANDING_MARGIN_DEG)
        .unwrap_or(flexion.len() - 1)
}

fn bottom(postures: &[Posture], flexion: &[f64], deepest: usize) -> Bottom {
    let plateau = around(flexion, deepest, PLATEAU_DEG);
    Bottom {
        from_s: postures[plateau.start].t_s,
        middle_s: middle_s(postures, flexion, deepest),
        to_s: postures[plateau.end - 1].t_s,
        hip_flexion_deg: flexion[deepest],
    }
}

/// The frames next to the deepest one that are no further than `margin_deg` from it.
fn around(flexion: &[f64], deepest: usize, margin_deg: f64) -> Range<usize> {
    let shallow = |&deg: &f64| deg < flexion[deepest] - margin_deg;
    let start = flexion[..deepest]
        .iter()
        .rposition(shallow)
        .map_or(0, |i| i + 1);
    let end = flexion[deepest..].iter().position(shallow);
    start..end.map_or(flexion.len(), |i| deepest + i)
}

/// Where the depth balances: on a pause at the bottom its middle, whichever frame is deepest by a hair.
fn middle_s(postures: &[Posture], flexion: &[f64], deepest: usize) -> f64 {
    let base_deg = flexion[deepest] - 1.5 * PLATEAU_DEG;
    let span = around(flexion, deepest, 1.5 * PLATEAU_DEG);
    let (mut weight, mut moment) = (0.0, 0.0);
    for i in span {
        // By the time a frame stands for, so that a changing frame rate does not pull the middle along.
        let from_s = postures[i.saturating_sub(1)].t_s;
        let to_s = postures[(i + 1).min(postures.len() - 1)].t_s;
        let depth = (flexion[i] - base_deg) * (to_s - from_s);
        weight += depth;
        moment += depth * (postures[i].t_s - postures[deepest].t_s);
    }
    if weight == 0.0 {
        return postures[deepest].t_s; // a single frame
    }
    postures[deepest].t_s + moment / weight
}
