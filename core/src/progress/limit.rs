//! The personal range limit: how far down a person may go with the stick on, growing over weeks.

use super::digest::{is_lost, is_told};
use crate::analysis::Rep;
use crate::body::median;
use crate::thresholds::{
    LIMIT_CLEAN_SHARE, LIMIT_DOWN_DEG, LIMIT_LOST_SHARE, LIMIT_MAX_DEG, LIMIT_MIN_DEG,
    LIMIT_MIN_REPS, LIMIT_REACH_DEG, LIMIT_SESSION_UP_DEG, LIMIT_UP_DEG,
};

/// What a set says about the range.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SetOutcome {
    /// Counted repetitions in which the stick could be told.
    pub told: u32,
    /// Of those, the clean ones that kept all three contacts.
    pub clean: u32,
    /// Of those, the ones in which a contact was seen to lift.
    pub lost: u32,
    /// The middle one of the clean depths; None when too few of them could be told.
    pub clean_depth_deg: Option<f64>,
    /// The limit with which the session began; a session adds only so much to it. None when it is not to be capped.
    pub session_start_deg: Option<f64>,
    /// Pain rose or ended the set, so that nothing grows.
    pub in_pain: bool,
}

impl SetOutcome {
    /// The reps' part of it; attempts say nothing.
    pub fn of<'a>(reps: impl IntoIterator<Item = &'a Rep>) -> Self {
        let mut outcome = SetOutcome::default();
        let mut depths_deg = Vec::new();
        for rep in reps.into_iter().filter(|rep| rep.counted) {
            outcome.told += u32::from(is_told(rep));
            outcome.lost += u32::from(is_lost(rep));
            outcome.clean += u32::from(is_told(rep) && !is_lost(rep) && rep.is_clean());
            depths_deg.extend(rep.clean_depth_deg.filter(|deg| deg.is_finite()));
        }
        let enough = depths_deg.len() as f64 >= LIMIT_MIN_REPS;
        outcome.clean_depth_deg = enough.then(|| median(&mut depths_deg));
        outcome
    }

    fn is_mostly(&self, reps: u32, share: f64) -> bool {
        f64::from(reps) >= share * f64::from(self.told)
    }
}

/// The limit that holds after a set, in degrees of hip flexion; None as long as none could be learned.
///
/// The first set in which the stick could be told gives the first limit: the depth its contacts were kept to.
/// A set that was clean and reached the limit raises it by one small step, at most two a session. A set in which
/// contacts were lost lowers it towards where they were kept. What can't be told changes nothing.
pub fn next_limit(current: Option<f64>, set: &SetOutcome) -> Option<f64> {
    let bounded = |deg: f64| deg.clamp(LIMIT_MIN_DEG, LIMIT_MAX_DEG);
    let current = current.filter(|deg| deg.is_finite()).map(bounded);
    let Some(clean_deg) = set.clean_depth_deg else {
        return current;
    };
    let Some(now_deg) = current else {
        return (!set.in_pain).then(|| bounded(clean_deg));
    };
    let next_deg = if set.is_mostly(set.lost, LIMIT_LOST_SHARE) {
        clean_deg.max(now_deg - LIMIT_DOWN_DEG).min(now_deg)
    } else if set.is_mostly(set.clean, LIMIT_CLEAN_SHARE) && !set.in_pain {
        let reached_deg = clean_deg + LIMIT_REACH_DEG;
        let today_deg = set
            .session_start_deg
            .map_or(LIMIT_MAX_DEG, |deg| deg + LIMIT_SESSION_UP_DEG);
        (now_deg + LIMIT_UP_DEG)
            .min(reached_deg)
            .min(today_deg)
            .max(now_deg)
    } else {
        now_deg
    };
    Some(bounded(next_deg))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(told: u32, clean: u32, lost: u32, clean_depth_deg: f64) -> SetOutcome {
        SetOutcome {
            told,
            clean,
            lost,
            clean_depth_deg: Some(clean_depth_deg),
            ..SetOutcome::default()
        }
    }

    #[test]
    fn the_first_told_set_gives_the_first_limit() {
        assert_eq!(next_limit(None, &SetOutcome::default()), None);
        assert_eq!(next_limit(None, &set(8, 8, 0, 62.0)), Some(62.0));
        assert_eq!(next_limit(None, &set(8, 0, 8, 20.0)), Some(LIMIT_MIN_DEG));
        assert_eq!(next_limit(None, &set(8, 8, 0, 130.0)), Some(LIMIT_MAX_DEG));
    }

    #[test]
    fn clean_sets_at_the_limit_raise_it_a_little_a_session() {
        let mut limit = Some(60.0);
        let clean = SetOutcome {
            session_start_deg: limit,
            ..set(10, 9, 1, 61.0)
        };
        let mut after = Vec::new();
        for _ in 0..4 {
            limit = next_limit(limit, &clean);
            after.extend(limit);
        }
        assert_eq!(after, [61.0, 62.0, 62.0, 62.0]);
        // Well short of the limit, nothing is known of what lies at it.
        assert_eq!(next_limit(Some(80.0), &clean), Some(80.0));
        assert_eq!(next_limit(Some(60.0), &set(10, 7, 1, 61.0)), Some(60.0));
        let in_pain = SetOutcome {
            in_pain: true,
            ..clean
        };
        assert_eq!(next_limit(Some(60.0), &in_pain), Some(60.0));
    }

    #[test]
    fn lost_contacts_lower_it_to_where_they_were_kept() {
        assert_eq!(next_limit(Some(70.0), &set(10, 3, 7, 67.5)), Some(67.5));
        assert_eq!(next_limit(Some(70.0), &set(10, 3, 7, 40.0)), Some(65.0));
        // Lost beyond the limit: it was right.
        assert_eq!(next_limit(Some(70.0), &set(10, 3, 7, 80.0)), Some(70.0));
        assert_eq!(
            next_limit(Some(46.0), &set(10, 0, 10, 10.0)),
            Some(LIMIT_MIN_DEG)
        );
    }

    #[test]
    fn a_limit_that_is_none_is_learned_again() {
        assert_eq!(next_limit(Some(f64::NAN), &set(5, 5, 0, 60.0)), Some(60.0));
        assert_eq!(
            next_limit(Some(500.0), &SetOutcome::default()),
            Some(LIMIT_MAX_DEG)
        );
    }
}
