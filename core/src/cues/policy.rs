//! One cue at a time, the most important first, seldom enough to be heard, and less as the person improves.

use serde::{Deserialize, Serialize};

use crate::analysis::{FaultFact, FaultId, Phase, SpokenCue};
use crate::thresholds::{CUE_FADE_REPS, CUE_GAP_S, CUE_REPEAT_S};
use crate::words::Words;

/// The id of the confirmation that a cued fault is gone.
pub const FIXED: &str = "fixed";

/// The id of what is said when a fault of the back or the depth stays after its own cue.
pub const SMALLER: &str = "smaller";

/// So often the same cue is heard before another one is tried.
const SAME_CUES: u32 = 2;

/// The faults that a smaller movement mends.
const TOO_MUCH: [FaultId; 6] = [
    FaultId::RoundedLowerBack,
    FaultId::TooLow,
    FaultId::PelvisTucked,
    FaultId::EarlyLumbar,
    FaultId::OverextendedBack,
    FaultId::RoundedShoulders,
];

/// Most important first: the back, then where the movement comes from, then balance, then manner.
pub const PRIORITY: [FaultId; 21] = [
    FaultId::RoundedLowerBack,
    FaultId::TooLow,
    FaultId::PelvisTucked,
    FaultId::EarlyLumbar,
    FaultId::OverextendedBack,
    FaultId::PelvisRocked,
    FaultId::Squatting,
    FaultId::BendsForward,
    FaultId::HipsRiseFirst,
    FaultId::WeightForward,
    FaultId::WeightBack,
    FaultId::LoadDrifts,
    FaultId::RoundedShoulders,
    FaultId::LookingUp,
    FaultId::ChinTucked,
    FaultId::Rushed,
    FaultId::IncompleteLockout,
    FaultId::LeansBack,
    FaultId::OffTempo,
    FaultId::ShortRange,
    FaultId::LockedKnees,
];

/// How often the coach speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CueFrequency {
    Silent,
    /// At most every other repetition.
    Seldom,
    #[default]
    Normal,
}

/// Decides what is said. Fed with facts as they arise and with each finished repetition.
#[derive(Debug, Clone)]
pub struct CuePolicy {
    words: Words,
    frequency: CueFrequency,
    watched: Option<Vec<FaultId>>,
    /// Somebody else speaks until then.
    busy_until_s: f64,
    last: Option<(f64, FaultId)>,
    last_spoken_s: Option<f64>,
    /// The fault that was cued and whose mending is worth a word.
    mending: Option<FaultId>,
    spoke_this_rep: bool,
    reps_since_cue: u32,
    clean_streak: u32,
    /// How often a fault was cued without being mended.
    in_vain: Vec<FaultId>,
}

impl CuePolicy {
    /// `watched` are the only faults to cue; None cues all.
    pub fn new(words: Words, frequency: CueFrequency, watched: Option<Vec<FaultId>>) -> Self {
        CuePolicy {
            words,
            frequency,
            watched,
            busy_until_s: f64::NEG_INFINITY,
            last: None,
            last_spoken_s: None,
            mending: None,
            spoke_this_rep: false,
            reps_since_cue: u32::MAX,
            clean_streak: 0,
            in_vain: Vec::new(),
        }
    }

    /// Facts of the repetition going on, as known at `t_s`. What can no longer be mended in it waits for its end.
    pub fn during_rep(
        &mut self,
        t_s: f64,
        phase: Option<Phase>,
        facts: &[FaultFact],
    ) -> Option<SpokenCue> {
        if t_s < self.busy_until_s {
            return None;
        }
        let in_time = facts.iter().filter(|fact| is_in_time(fact.id, phase));
        let in_time: Vec<FaultFact> = in_time.cloned().collect();
        let worst = self.most_important(&in_time)?;
        self.cue(t_s, worst)
    }

    /// A counted repetition ended at `t_s`.
    pub fn after_rep(&mut self, t_s: f64, facts: &[FaultFact]) -> Option<SpokenCue> {
        let worst = self.most_important(facts);
        let said = match worst {
            Some(id) => self.cue(t_s, id),
            None => self.confirm(t_s, facts),
        };
        self.clean_streak = if worst.is_none() {
            self.clean_streak + 1
        } else {
            0
        };
        if !self.spoke_this_rep {
            self.reps_since_cue = self.reps_since_cue.saturating_add(1);
        }
        self.spoke_this_rep = false;
        said
    }

    fn cue(&mut self, t_s: f64, id: FaultId) -> Option<SpokenCue> {
        let repeats_too_soon = self
            .last
            .is_some_and(|(said_s, said)| said == id && t_s - said_s < CUE_REPEAT_S);
        // After a run of clean repetitions a single slip is let pass; the second one is cued.
        let let_pass = f64::from(self.clean_streak) >= CUE_FADE_REPS;
        let rested = match self.frequency {
            CueFrequency::Silent => false,
            CueFrequency::Seldom => self.reps_since_cue >= 1,
            CueFrequency::Normal => true,
        };
        if self.spoke_this_rep || self.is_too_soon(t_s) || repeats_too_soon || let_pass || !rested {
            return None;
        }
        let words = self.words_for(id)?;
        self.in_vain.push(id);
        self.last = Some((t_s, id));
        self.mending = Some(id);
        self.spoke_this_rep = true;
        self.reps_since_cue = 0;
        Some(self.say(t_s, words))
    }

    /// The fault's own cue; when that did not help, a smaller movement; then nothing more, for a cue that does
    /// not help is noise.
    fn words_for(&self, id: FaultId) -> Option<&'static str> {
        let said = self.in_vain.iter().filter(|&&cued| cued == id).count() as u32;
        if said < SAME_CUES {
            return Some(id.as_str());
        }
        (said == SAME_CUES && TOO_MUCH.contains(&id)).then_some(SMALLER)
    }

    fn confirm(&mut self, t_s: f64, facts: &[FaultFact]) -> Option<SpokenCue> {
        let id = self.mending?;
        let mended = facts
            .iter()
            .any(|fact| fact.id == id && fact.verdict == crate::analysis::Verdict::Ok);
        if !mended || self.is_too_soon(t_s) || self.frequency == CueFrequency::Silent {
            return None;
        }
        self.mending = None;
        self.in_vain.retain(|&cued| cued != id);
        Some(self.say(t_s, FIXED))
    }

    /// Nothing is said in the middle of a movement before this time: something else is. What is said after it can
    /// wait for its turn.
    pub fn speak_no_sooner_than(&mut self, t_s: f64) {
        self.busy_until_s = t_s;
    }

    fn is_too_soon(&self, t_s: f64) -> bool {
        self.last_spoken_s
            .is_some_and(|said_s| t_s - said_s < CUE_GAP_S)
    }

    fn most_important(&self, facts: &[FaultFact]) -> Option<FaultId> {
        let cued = |id: FaultId| self.watched.as_ref().is_none_or(|ids| ids.contains(&id));
        PRIORITY
            .into_iter()
            .filter(|&id| cued(id))
            .find(|&id| facts.iter().any(|fact| fact.id == id && fact.is_fault()))
    }

    fn say(&mut self, t_s: f64, id: &str) -> SpokenCue {
        self.last_spoken_s = Some(t_s);
        SpokenCue {
            at_s: t_s,
            id: id.to_owned(),
            text: self.words.get(&format!("cue-{id}")),
        }
    }
}

/// A cue for the way down or the bottom is late once the person comes up.
fn is_in_time(id: FaultId, phase: Option<Phase>) -> bool {
    let of_the_way_up = [
        FaultId::HipsRiseFirst,
        FaultId::IncompleteLockout,
        FaultId::LeansBack,
    ];
    // Weight on the toes is often the shadow of hips left behind, and those show a moment later.
    let too_soon = id == FaultId::WeightForward && phase == Some(Phase::Down);
    let goes_down = matches!(phase, Some(Phase::Down | Phase::Bottom));
    (goes_down && !too_soon) || of_the_way_up.contains(&id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Verdict;

    fn facts(faults: &[FaultId]) -> Vec<FaultFact> {
        FaultId::ALL
            .iter()
            .map(|&id| FaultFact {
                id,
                verdict: if faults.contains(&id) {
                    Verdict::Fault
                } else {
                    Verdict::Ok
                },
                severity: 0.0,
                onset_s: None,
                phase: None,
                reason: None,
            })
            .collect()
    }

    fn policy() -> CuePolicy {
        CuePolicy::new(Words::default(), CueFrequency::Normal, None)
    }

    #[test]
    fn every_fault_but_the_finding_has_a_priority() {
        let without: Vec<_> = FaultId::ALL
            .iter()
            .filter(|id| !PRIORITY.contains(id))
            .collect();
        assert_eq!(without, [&FaultId::HamstringLimited]);
    }

    #[test]
    fn the_most_important_fault_is_cued_once_a_repetition() {
        let mut policy = policy();
        let both = facts(&[FaultId::LockedKnees, FaultId::Squatting]);
        assert_eq!(
            policy.during_rep(1.0, Some(Phase::Down), &both).unwrap().id,
            "squatting"
        );
        assert_eq!(policy.during_rep(9.0, Some(Phase::Down), &both), None);
        assert_eq!(policy.after_rep(9.5, &both), None);
        assert_eq!(
            policy
                .during_rep(10.0, Some(Phase::Down), &both)
                .unwrap()
                .id,
            "squatting"
        );
    }

    #[test]
    fn a_mended_fault_is_confirmed_once() {
        let mut policy = policy();
        policy.during_rep(1.0, Some(Phase::Down), &facts(&[FaultId::Squatting]));
        policy.after_rep(2.0, &facts(&[FaultId::Squatting]));
        assert_eq!(policy.after_rep(5.0, &facts(&[])).unwrap().id, FIXED);
        assert_eq!(policy.after_rep(9.0, &facts(&[])), None);
    }

    #[test]
    fn it_fades_after_clean_repetitions_and_returns_when_the_slip_does() {
        let mut policy = policy();
        for i in 0..4 {
            policy.after_rep(f64::from(i) * 5.0, &facts(&[]));
        }
        let slip = facts(&[FaultId::LookingUp]);
        assert_eq!(policy.after_rep(30.0, &slip), None);
        assert!(policy.after_rep(35.0, &slip).is_some());
    }

    #[test]
    fn silence_is_respected() {
        let mut silent = CuePolicy::new(Words::default(), CueFrequency::Silent, None);
        assert_eq!(silent.after_rep(5.0, &facts(&[FaultId::Squatting])), None);
        assert_eq!(silent.after_rep(15.0, &facts(&[])), None);
    }
}
