//! Is the person there, standing still, or on the way to the phone?

use std::collections::VecDeque;

use crate::body::{Posture, median};
use crate::thresholds::{
    HOLD_STILL_RANGE_DEG, HOLD_STILL_S, HOLD_STILL_SWAY_SHARE, LOST_AFTER_S, STANDING_MAX_HIP_DEG,
    WALK_UP_GROWTH, WALK_UP_LOST_GROWTH, WALK_UP_S,
};

/// How large the person is kept for, to tell whether they came nearer before they were lost.
const RECENT_S: f64 = 1.5;

/// Where the person is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whereabouts {
    Here,
    Lost,
    /// So near that they must be coming to the phone.
    AtThePhone,
}

/// Follows the person's size and presence.
#[derive(Debug, Clone, Default)]
pub struct Presence {
    recent: VecDeque<Posture>,
    /// The trunk's length where the set is done.
    trunk_px: Option<f64>,
    last_seen_s: Option<f64>,
    large_since_s: Option<f64>,
}

impl Presence {
    pub fn look(&mut self, t_s: f64, posture: Option<&Posture>) {
        let Some(posture) = posture else {
            self.large_since_s = None;
            return;
        };
        self.last_seen_s = Some(t_s);
        self.recent.push_back(*posture);
        while self
            .recent
            .front()
            .is_some_and(|first| t_s - first.t_s > HOLD_STILL_S.max(RECENT_S))
        {
            self.recent.pop_front();
        }
        if self.growth(posture) >= WALK_UP_GROWTH {
            self.large_since_s.get_or_insert(t_s);
        } else {
            self.large_since_s = None;
        }
    }

    /// The person stands where the set will be done.
    pub fn settle(&mut self) {
        // A bent trunk is shorter in the picture of a camera that looks down or from ahead.
        let upright = |p: &&Posture| p.hip_flexion_deg() < STANDING_MAX_HIP_DEG;
        let lengths = self.recent.iter().filter(upright).map(Posture::trunk_px);
        let mut lengths: Vec<f64> = lengths.collect();
        if !lengths.is_empty() {
            self.trunk_px = Some(median(&mut lengths));
        }
    }

    pub fn whereabouts(&self, t_s: f64) -> Whereabouts {
        let lost = self
            .last_seen_s
            .is_none_or(|seen_s| t_s - seen_s >= LOST_AFTER_S);
        let large = self
            .large_since_s
            .is_some_and(|since_s| t_s - since_s >= WALK_UP_S);
        if large || (lost && self.was_coming()) {
            Whereabouts::AtThePhone
        } else if lost {
            Whereabouts::Lost
        } else {
            Whereabouts::Here
        }
    }

    /// True when the person has stood upright and still for as long as it takes to learn how they stand.
    pub fn stands_still(&self, t_s: f64) -> bool {
        let Some(first) = self.recent.front() else {
            return false;
        };
        let long = t_s - first.t_s > 0.95 * HOLD_STILL_S && self.last_seen_s == Some(t_s);
        let range = |read: &dyn Fn(&Posture) -> f64| {
            let values = self.recent.iter().map(read);
            let (low, high) = values.fold((f64::MAX, f64::MIN), |(low, high), v| {
                (low.min(v), high.max(v))
            });
            high - low
        };
        long && self.recent.iter().all(Posture::is_on_its_feet)
            && range(&Posture::hip_flexion_deg) < HOLD_STILL_RANGE_DEG
            && range(&Posture::trunk_lean_deg) < HOLD_STILL_RANGE_DEG
            && range(&|p| p.ankle.forward) < HOLD_STILL_SWAY_SHARE * first.leg_px()
    }

    /// They grew before they were lost: too near to be seen.
    fn was_coming(&self) -> bool {
        let last = self.recent.back();
        last.is_some_and(|last| self.growth(last) >= WALK_UP_LOST_GROWTH)
    }

    fn growth(&self, posture: &Posture) -> f64 {
        self.trunk_px
            .map_or(1.0, |trunk_px| posture.trunk_px() / trunk_px.max(1.0))
    }
}
