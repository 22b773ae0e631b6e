//! Which moments of a clip are worth a picture.

use super::contacts::is_told;
use super::{PictureKind, counted, faults, is_clean};
use crate::analysis::{Analysis, FrameFacts, Rep};

/// More faulty bottoms than this say nothing new and only make the page heavy.
const MOST_FAULTY: usize = 8;

/// Hip flexion and trunk lean together below this still look like standing.
const STANDING_BEND_DEG: f64 = 40.0;

/// A moment to take a [`super::KeyPicture`] of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct KeyMoment {
    pub t_s: f64,
    /// The [`Rep::index`] it belongs to.
    pub rep: Option<u32>,
    pub kind: PictureKind,
}

/// The person standing, one clean bottom and the bottoms of the faulty repetitions (the eight that
/// are furthest off, when there are more), in the order to show.
pub fn key_moments(analysis: &Analysis, frames: &[FrameFacts]) -> Vec<KeyMoment> {
    let clean = counted(analysis).find(|r| is_clean(r));
    let mut faulty: Vec<&Rep> = counted(analysis)
        .filter(|r| faults(r).next().is_some())
        .collect();
    faulty.sort_by(|a, b| weight(b).total_cmp(&weight(a)));
    faulty.truncate(MOST_FAULTY);
    faulty.sort_by(|a, b| a.bottom_s.total_cmp(&b.bottom_s));

    let standing = standing_s(analysis, frames).map(|t_s| KeyMoment {
        t_s,
        rep: None,
        kind: PictureKind::Standing,
    });
    let mut shown: Vec<&Rep> = clean.into_iter().chain(faulty).collect();
    if shown.is_empty() {
        // Nothing was judged: a bottom still shows what the camera saw.
        shown.extend(analysis.reps.first());
    }
    let bottoms = shown.into_iter().map(|r| KeyMoment {
        t_s: r.bottom_s,
        rep: Some(r.index),
        kind: PictureKind::Bottom,
    });
    standing.into_iter().chain(bottoms).collect()
}

fn weight(rep: &Rep) -> f64 {
    faults(rep).map(|f| 1.0 + f.severity).sum()
}

/// The frame before the first repetition in which the person stands straightest.
fn standing_s(analysis: &Analysis, frames: &[FrameFacts]) -> Option<f64> {
    let before_s = analysis.reps.first().map_or(f64::INFINITY, |r| r.start_s);
    let straightest = |until_s: f64, with_stick: bool| {
        frames
            .iter()
            .filter(|f| f.t_s <= until_s && f.landmarks.is_some())
            .filter(|f| !with_stick || f.dowel.as_ref().is_some_and(is_told))
            .filter_map(|f| Some((f.t_s, f.hip_flexion_deg?.abs() + f.trunk_lean_deg?.abs())))
            .filter(|(_, bend_deg)| *bend_deg < STANDING_BEND_DEG)
            .min_by(|a, b| a.1.total_cmp(&b.1))
            .map(|(t_s, _)| t_s)
    };
    // The first moments, in which the person's own posture is still being learned, show no stick.
    straightest(before_s, true)
        .or_else(|| straightest(before_s, false))
        // A lift that starts from the floor has no standing before it.
        .or_else(|| straightest(f64::INFINITY, false))
}
