//! Which faults of the repetition going on have been told: each is told once.

use crate::analysis::{FaultFact, FaultId};

/// What was told of the repetition going on.
#[derive(Debug, Clone, Default)]
pub struct Told(Vec<FaultId>);

impl Told {
    /// The faults among these facts that were not told before.
    pub fn news(&mut self, facts: &[FaultFact]) -> Vec<FaultFact> {
        let faults = facts.iter().filter(|fact| fact.is_fault());
        let news: Vec<FaultFact> = faults
            .filter(|fact| !self.0.contains(&fact.id))
            .cloned()
            .collect();
        self.0.extend(news.iter().map(|fact| fact.id));
        news
    }

    /// The next repetition begins afresh.
    pub fn forget(&mut self) {
        self.0.clear();
    }
}
