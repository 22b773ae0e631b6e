//! One repetition's postures and the moments that divide it.

use crate::analysis::{Phase, Tempo};
use crate::body::{Neutral, Posture};
use crate::thresholds::{PLATEAU_DEG, STANDING_MARGIN_DEG};

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

    pub fn at_bottom(&self) -> impl Iterator<Item = &Posture> {
        let (from_s, to_s) = self
            .bottom
            .map_or((f64::NAN, f64::NAN), |b| (b.from_s, b.to_s));
        self.between(from_s, to_s)
    }
}

/// Running median of three against single bad frames.
fn smoothed_flexion(postures: &[Posture], neutral: Option<&Neutral>) -> Vec<f64> {
    let standing = neutral.map_or(0.0, |n| n.hip_flexion_deg);
    let raw: Vec<f64> = postures
        .iter()
        .map(|p| p.hip_flexion_deg() - standing)
        .collect();
    (0..raw.len())
        .map(|i| {
            let mut near = [
                raw[i.saturating_sub(1)],
                raw[i],
                raw[(i + 1).min(raw.len() - 1)],
            ];
            near.sort_by(f64::total_cmp);
            near[1]
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
    let span = |margin_deg: f64| {
        let deep = |i: usize| flexion[i] >= flexion[deepest] - margin_deg;
        let from = (0..=deepest)
            .rev()
            .take_while(|&i| deep(i))
            .last()
            .unwrap_or(deepest);
        let to = (deepest..flexion.len())
            .take_while(|&i| deep(i))
            .last()
            .unwrap_or(deepest);
        (postures[from].t_s, postures[to].t_s)
    };
    let (from_s, to_s) = span(PLATEAU_DEG);
    let (deep_from_s, deep_to_s) = span(0.5 * PLATEAU_DEG);
    Bottom {
        from_s,
        middle_s: 0.5 * (deep_from_s + deep_to_s),
        to_s,
        hip_flexion_deg: flexion[deepest],
    }
}
