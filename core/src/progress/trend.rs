//! Whether a person gets better, told only where it is more than chance.

use std::collections::{BTreeMap, BTreeSet};

use super::{Digest, Tally};
use crate::analysis::FaultId;
use crate::body::median;
use crate::thresholds::{
    TREND_DEPTH_DEG, TREND_INDEX, TREND_MIN_REPS, TREND_MIN_SESSIONS, TREND_SHARE,
    TREND_WINDOW_SESSIONS, TREND_Z,
};

/// Where something is going.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    Better,
    /// No change that can be told from chance, or one too small to matter.
    Same,
    Worse,
    /// Too few sessions in which it could be told.
    TooFew,
}

/// One figure over the sessions in which it could be told.
#[derive(Debug, Clone, PartialEq)]
pub struct Trend {
    /// Oldest first.
    pub points: Vec<Point>,
    pub direction: Direction,
    /// The middle of the newest third of the last sessions; None where there are too few.
    pub now: Option<f64>,
    /// The middle of the oldest third of the same.
    pub before: Option<f64>,
}

/// The figure of one session.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// When the session began, Unix time.
    pub at_ms: i64,
    pub value: f64,
}

/// Everything that is followed over sessions.
#[derive(Debug, Clone, PartialEq)]
pub struct Trends {
    /// The deepest hip flexion with all three contacts kept, in degrees.
    pub clean_depth_deg: Trend,
    /// The share of clean repetitions among those in which the stick could be told.
    pub clean_share: Trend,
    /// 0 squat, 100 pure hinge.
    pub hinge_index: Trend,
    /// Of each fault that was ever seen: the share of the repetitions in which it could be told that had it.
    pub faults: BTreeMap<FaultId, Trend>,
}

/// The trends over sessions, each with the time it began at. Their order makes no difference.
pub fn trends<'a>(sessions: impl IntoIterator<Item = (i64, &'a Digest)>) -> Trends {
    let sessions: Vec<_> = sessions.into_iter().collect();
    let follow = |better: Better, margin, value: &dyn Fn(&Digest) -> Option<f64>| {
        let points = sessions.iter().filter_map(|&(at_ms, digest)| {
            let value = value(digest)?;
            Some(Point { at_ms, value })
        });
        Trend::of(points.collect(), better, margin)
    };
    let seen: BTreeSet<_> = sessions
        .iter()
        .flat_map(|(_, digest)| digest.faults.iter())
        .filter(|(_, tally)| tally.seen > 0)
        .map(|(&id, _)| id)
        .collect();
    let fault = |id| {
        let share = |digest: &Digest| {
            let Tally { seen, told } = digest.faults.get(&id).copied().unwrap_or_default();
            share(seen, told)
        };
        (id, follow(Better::Less, TREND_SHARE, &share))
    };
    Trends {
        clean_depth_deg: follow(Better::More, TREND_DEPTH_DEG, &|d| d.clean_depth_deg),
        clean_share: follow(Better::More, TREND_SHARE, &|d| share(d.clean, d.told)),
        hinge_index: follow(Better::More, TREND_INDEX, &Digest::hinge_index),
        faults: seen.into_iter().map(fault).collect(),
    }
}

/// None when there are too few repetitions for a share.
fn share(some: u32, of: u32) -> Option<f64> {
    (f64::from(of) >= TREND_MIN_REPS).then(|| f64::from(some) / f64::from(of))
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Better {
    More,
    Less,
}

impl Trend {
    fn of(mut points: Vec<Point>, better: Better, margin: f64) -> Self {
        // By value, too: sessions that began at the same instant have no order of their own.
        points.sort_by(|a, b| (a.at_ms.cmp(&b.at_ms)).then(a.value.total_cmp(&b.value)));
        let from = points.len().saturating_sub(TREND_WINDOW_SESSIONS as usize);
        let last = &points[from..];
        if (last.len() as f64) < TREND_MIN_SESSIONS {
            return Trend {
                points,
                direction: Direction::TooFew,
                now: None,
                before: None,
            };
        }
        let third = last.len().div_ceil(3);
        let before = middle(&last[..third]);
        let now = middle(&last[last.len() - third..]);
        let sign = match better {
            Better::More => 1.0,
            Better::Less => -1.0,
        };
        let (steady, change) = (sign * steadiness(last), sign * (now - before));
        let direction = if steady >= TREND_Z && change >= margin {
            Direction::Better
        } else if steady <= -TREND_Z && change <= -margin {
            Direction::Worse
        } else {
            Direction::Same
        };
        Trend {
            points,
            direction,
            now: Some(now),
            before: Some(before),
        }
    }
}

fn middle(points: &[Point]) -> f64 {
    median(&mut points.iter().map(|point| point.value).collect::<Vec<_>>())
}

/// Mann and Kendall's statistic: by how many more pairs of sessions the value grows than it shrinks, in standard
/// deviations of what chance gives. A single session, however far out, hardly moves it. Ties make it more careful.
fn steadiness(points: &[Point]) -> f64 {
    let mut excess = 0.0;
    for (place, later) in points.iter().enumerate() {
        for earlier in &points[..place] {
            if earlier.at_ms < later.at_ms && earlier.value != later.value {
                excess += (later.value - earlier.value).signum();
            }
        }
    }
    let n = points.len() as f64;
    let deviation = (n * (n - 1.0) * (2.0 * n + 5.0) / 18.0).sqrt();
    // The statistic moves in steps, so that half of one is allowed for.
    (excess.abs() - 1.0).max(0.0) * excess.signum() / deviation
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY_MS: i64 = 86_400_000;

    fn depths(values: impl IntoIterator<Item = f64>) -> Trend {
        let digest = |deg| Digest {
            clean_depth_deg: Some(deg),
            ..Digest::default()
        };
        let digests: Vec<_> = values.into_iter().map(digest).collect();
        trends((0..).map(|day: i64| day * DAY_MS).zip(&digests)).clean_depth_deg
    }

    /// Roughly normal noise with a deviation of one, the same on each run.
    fn noise(seed: u64) -> impl Iterator<Item = f64> {
        let mut state = 0x9E37_79B9_7F4A_7C15_u64.wrapping_mul(seed + 1) | 1;
        let mut even = move || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state >> 11) as f64 / (1_u64 << 53) as f64
        };
        std::iter::repeat_with(move || (0..12).map(|_| even()).sum::<f64>() - 6.0)
    }

    #[test]
    fn growth_is_seen_through_noise_and_noise_is_not_seen_as_growth() {
        const SERIES: u64 = 1000;
        let count = |per_session_deg: f64, wanted: Direction, sessions: usize| {
            let series = |seed| {
                let values = noise(seed).take(sessions).enumerate();
                depths(values.map(|(n, noise)| 60.0 + per_session_deg * n as f64 + 5.0 * noise))
            };
            (0..SERIES)
                .filter(|&seed| series(seed).direction == wanted)
                .count()
        };
        for sessions in [6, 9, 20] {
            let better = count(0.0, Direction::Better, sessions);
            let worse = count(0.0, Direction::Worse, sessions);
            assert!(
                better + worse <= 50,
                "{sessions}: {better} {worse} of {SERIES}"
            );
        }
        assert!(count(0.8, Direction::Better, 20) >= 900);
        assert!(count(-0.8, Direction::Worse, 20) >= 900);
        assert_eq!(count(0.0, Direction::TooFew, 5), 1000);
    }

    #[test]
    fn one_wild_session_and_a_small_change_are_no_direction() {
        let wild = (0..12).map(|n| if n == 11 { 120.0 } else { 60.0 });
        assert_eq!(depths(wild).direction, Direction::Same);
        let small = depths((0..12).map(|n| 60.0 + 0.3 * f64::from(n)));
        assert_eq!(small.direction, Direction::Same);
        assert_eq!((small.before, small.now), (Some(60.6), Some(63.0)));
    }

    #[test]
    fn only_the_last_sessions_say_where_it_goes() {
        let up_then_down = (0..40).map(|n| {
            if n < 20 {
                f64::from(n)
            } else {
                f64::from(60 - n)
            }
        });
        let trend = depths(up_then_down);
        assert_eq!(trend.direction, Direction::Worse);
        assert_eq!(trend.points.len(), 40);
    }

    #[test]
    fn a_fault_seen_less_often_is_better_and_untold_sessions_say_nothing() {
        let digest = |seen, told| Digest {
            faults: [(FaultId::Squatting, Tally { seen, told })].into(),
            counted: 10,
            ..Digest::default()
        };
        let mut digests: Vec<_> = (0..10).map(|n| digest(10 - n, 10)).collect();
        // Under a baggy shirt nothing is seen, which is no getting better.
        digests.push(digest(0, 0));
        digests.push(digest(0, 2));
        let found = trends((0..).zip(&digests));
        assert_eq!(
            found.faults[&FaultId::Squatting].direction,
            Direction::Better
        );
        assert_eq!(found.faults[&FaultId::Squatting].points.len(), 10);
        assert_eq!(found.clean_share.direction, Direction::TooFew);
        assert_eq!(found.faults.len(), 1);
    }
}
