//! Why something could not be judged: each reason once, with all the faults and repetitions it holds for.

use super::words::of;
use crate::analysis::{CantTellReason, FaultFact, FaultId, Rep, Verdict};
use crate::words::Words;

/// What one reason withheld in a set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withheld {
    /// None when no reason was recorded.
    pub reason: Option<CantTellReason>,
    /// In the catalogue's order.
    pub faults: Vec<FaultId>,
    /// The numbers of the counted repetitions, from 1.
    pub reps: Vec<usize>,
}

impl Withheld {
    /// The reason as one sentence for a person, with what to do where something can be done.
    pub fn why(&self, words: &Words) -> String {
        match self.reason {
            Some(reason) => of(words, "report-cant_tell_reason-{id}", reason),
            None => words.get("report-cant_tell_reason-unknown"),
        }
    }

    /// Nothing to mend: the fault simply does not arise without a target or a load.
    pub fn is_matter_of_course(&self) -> bool {
        use CantTellReason::{NoLoad, NoTarget, NotApplicable};
        matches!(self.reason, Some(NoTarget | NoLoad | NotApplicable))
    }

    fn count(&mut self, fault: FaultId, rep: usize) {
        if !self.faults.contains(&fault) {
            self.faults.push(fault);
            self.faults.sort_unstable();
        }
        if self.reps.last() != Some(&rep) {
            self.reps.push(rep);
        }
    }
}

/// The withheld verdicts of the counted repetitions by their reason, the one that withheld most first.
pub fn withheld(reps: &[Rep]) -> Vec<Withheld> {
    let mut groups: Vec<Withheld> = Vec::new();
    for (i, rep) in reps.iter().filter(|rep| rep.counted).enumerate() {
        for fact in rep.faults.iter().filter(|f| is_withheld(f)) {
            let at = groups.iter().position(|g| g.reason == fact.reason);
            let at = at.unwrap_or_else(|| {
                groups.push(Withheld {
                    reason: fact.reason,
                    faults: Vec::new(),
                    reps: Vec::new(),
                });
                groups.len() - 1
            });
            groups[at].count(fact.id, i + 1);
        }
    }
    groups.sort_by_key(|g| std::cmp::Reverse(g.faults.len() * g.reps.len()));
    groups
}

fn is_withheld(fact: &FaultFact) -> bool {
    fact.verdict == Verdict::CantTell
}
