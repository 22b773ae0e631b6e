//! One session in figures.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::analysis::{Contact, FaultFact, FaultId, Rep, Verdict};

/// What the history and the trends need of a session's reps. The order in which they are added changes nothing.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Digest {
    /// Repetitions the camera counted; all that follows but `attempts` is about these.
    pub counted: u32,
    /// Movements that were not counted.
    pub attempts: u32,
    /// In which no fault was seen, told or not.
    pub without_fault: u32,
    /// In which the stick could be told.
    pub told: u32,
    /// Told, and clean: see [`Rep::is_clean`].
    pub clean: u32,
    pub hinge_index_sum: u32,
    /// The deepest hip flexion with all three contacts kept.
    pub clean_depth_deg: Option<f64>,
    /// Each fault that could be told at least once.
    pub faults: BTreeMap<FaultId, Tally>,
}

/// In how many counted repetitions a fault was seen, of those in which it could be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(from = "(u32, u32)", into = "(u32, u32)")]
pub struct Tally {
    pub seen: u32,
    pub told: u32,
}

impl From<(u32, u32)> for Tally {
    fn from((seen, told): (u32, u32)) -> Self {
        Tally { seen, told }
    }
}

impl From<Tally> for (u32, u32) {
    fn from(tally: Tally) -> Self {
        (tally.seen, tally.told)
    }
}

impl Digest {
    pub fn of<'a>(reps: impl IntoIterator<Item = &'a Rep>) -> Self {
        let mut digest = Digest::default();
        for rep in reps {
            digest.add(rep);
        }
        digest
    }

    pub fn add(&mut self, rep: &Rep) {
        if !rep.counted {
            self.attempts += 1;
            return;
        }
        self.counted += 1;
        self.without_fault += u32::from(!rep.faults.iter().any(FaultFact::is_fault));
        self.told += u32::from(is_told(rep));
        self.clean += u32::from(is_told(rep) && rep.is_clean());
        self.hinge_index_sum += u32::from(rep.hinge_index);
        let depths = [self.clean_depth_deg, rep.clean_depth_deg];
        self.clean_depth_deg = depths.into_iter().flatten().max_by(f64::total_cmp);
        for fact in &rep.faults {
            if fact.verdict != Verdict::CantTell {
                let tally = self.faults.entry(fact.id).or_default();
                tally.told += 1;
                tally.seen += u32::from(fact.is_fault());
            }
        }
    }

    /// The mean over the counted repetitions, 0 to 100.
    pub fn hinge_index(&self) -> Option<f64> {
        (self.counted > 0).then(|| f64::from(self.hinge_index_sum) / f64::from(self.counted))
    }

    /// The faults that were seen, the most frequent first.
    pub fn most_seen(&self) -> Vec<(FaultId, Tally)> {
        let seen = self.faults.iter().filter(|(_, tally)| tally.seen > 0);
        let mut seen: Vec<_> = seen.map(|(&id, &tally)| (id, tally)).collect();
        seen.sort_by_key(|(id, tally)| (std::cmp::Reverse(tally.seen), *id));
        seen
    }
}

/// Whether the stick could be told at all; under a baggy shirt it can't.
pub(super) fn is_told(rep: &Rep) -> bool {
    rep.clean_depth_deg.is_some() || is_lost(rep)
}

/// Whether a contact of the stick was seen to lift.
pub(super) fn is_lost(rep: &Rep) -> bool {
    rep.dowel.contacts().contains(&Contact::Lifted)
}
