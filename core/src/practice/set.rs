//! One set: its repetitions, and what they came to.

use serde::Serialize;

use crate::analysis::{CantTellReason, Contact, FaultFact, FaultId, Rep, Verdict};
use crate::body::median;
use crate::cues::PRIORITY;
use crate::drills;
use crate::thresholds::{
    CHANGE_MIN_SHARE, GOOD_HINGE_INDEX, MOSTLY_SHARE, STEADY_TEMPO_SHARE, WELL_MIN_REPS,
};

/// The repetitions of the set going on.
#[derive(Debug, Clone, Default)]
pub struct SetLog {
    pub reps: Vec<Rep>,
    pub corrected: i32,
    /// The repetition going on came back up; it counts, though its top is not over.
    pub returned: bool,
    /// Counted without being watched.
    pub led: u32,
}

impl SetLog {
    /// Counted repetitions, corrections included.
    pub fn count(&self) -> u32 {
        let counted = self.reps.iter().filter(|rep| rep.counted).count();
        let counted = i64::try_from(counted).unwrap_or(i64::MAX)
            + i64::from(self.led)
            + i64::from(self.returned);
        u32::try_from(counted + i64::from(self.corrected)).unwrap_or(0)
    }

    /// Adds to the count, or takes from it, never below nothing.
    pub fn correct(&mut self, by: i32) {
        let count = i32::try_from(self.count()).unwrap_or(i32::MAX);
        self.corrected = self.corrected.saturating_add(by.max(-count));
    }
}

/// The best that can truly be said of a set or a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case", tag = "what", content = "fault")]
pub enum WentWell {
    /// A fault that was there at first was gone at the end.
    Mended(FaultId),
    AllClean,
    MostlyClean,
    /// The stick kept its contacts.
    StickKept,
    /// The hips did the work.
    HipsLed,
    SteadyTempo,
    /// It was done.
    Done,
}

impl WentWell {
    /// The key of its words.
    fn id(self) -> &'static str {
        match self {
            WentWell::Mended(_) => "well-mended",
            WentWell::AllClean => "well-all_clean",
            WentWell::MostlyClean => "well-mostly_clean",
            WentWell::StickKept => "well-stick_kept",
            WentWell::HipsLed => "well-hips_led",
            WentWell::SteadyTempo => "well-steady_tempo",
            WentWell::Done => "well-done",
        }
    }
}

/// What repetitions came to: of a set, or of a whole session.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Tally {
    /// Counted repetitions, corrections included.
    pub reps: u32,
    /// Counted repetitions that were seen and had no fault.
    pub clean: u32,
    /// Counted repetitions that were seen and judged.
    pub judged: u32,
    pub attempts: u32,
    pub clean_depth_deg: Option<f64>,
    /// The median; None when no repetition was judged.
    pub hinge_index: Option<u8>,
    pub went_well: WentWell,
    /// The one thing to change.
    pub change: Option<FaultId>,
    /// The drill that mends it.
    pub drill: Option<String>,
    /// Why the back could not be told in most repetitions.
    pub back_unseen: Option<CantTellReason>,
}

/// One finished set.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SetSummary {
    /// From 0.
    pub index: u32,
    pub start_s: f64,
    pub end_s: f64,
    /// What was added to the count by hand, or taken from it.
    pub corrected: i32,
    /// Counted aloud and not judged.
    pub led: u32,
    #[serde(flatten)]
    pub tally: Tally,
}

impl Tally {
    /// `watched` are the drill's faults; `reps` is the corrected count.
    pub fn of(entries: &[Rep], reps: u32, watched: &[FaultId]) -> Self {
        let counted: Vec<&Rep> = entries.iter().filter(|rep| rep.counted).collect();
        let judged: Vec<&Rep> = counted
            .iter()
            .copied()
            .filter(|rep| rep.is_judged())
            .collect();
        let mut indices: Vec<f64> = judged.iter().map(|r| f64::from(r.hinge_index)).collect();
        let went_well = went_well(&judged);
        // What has just been mended is not the thing to change.
        let change = change(&judged, watched).filter(|&id| went_well != WentWell::Mended(id));
        let clean = judged.iter().filter(|rep| rep.is_clean()).count() as u32;
        Tally {
            reps,
            clean: clean.min(reps),
            judged: judged.len() as u32,
            attempts: (entries.len() - counted.len()) as u32,
            clean_depth_deg: counted
                .iter()
                .filter_map(|rep| rep.clean_depth_deg)
                .max_by(f64::total_cmp),
            hinge_index: (!indices.is_empty()).then(|| median(&mut indices) as u8),
            went_well,
            change,
            drill: change.map(|id| drills::for_fault(id).id.clone()),
            back_unseen: back_unseen(&counted),
        }
    }
}

impl Tally {
    /// The key of the words for what went well; what was not seen is not praised.
    pub fn went_well_id(&self) -> &'static str {
        match self.went_well {
            WentWell::AllClean | WentWell::MostlyClean if self.back_unseen.is_some() => {
                "well-clean_where_seen"
            }
            went_well => went_well.id(),
        }
    }
}

fn has(rep: &Rep, id: FaultId) -> bool {
    rep.fact(id).is_some_and(FaultFact::is_fault)
}

/// The most important of the faults that came often, or else the most frequent one.
fn change(judged: &[&Rep], watched: &[FaultId]) -> Option<FaultId> {
    let share = |id: FaultId| {
        let with = judged.iter().filter(|rep| has(rep, id)).count();
        with as f64 / judged.len().max(1) as f64
    };
    let coached = || PRIORITY.into_iter().filter(|id| watched.contains(id));
    let often = coached().find(|&id| share(id) >= CHANGE_MIN_SHARE);
    // The first of equals is the most important one.
    let most = coached()
        .rev()
        .max_by(|&a, &b| share(a).total_cmp(&share(b)));
    often.or(most.filter(|&id| share(id) > 0.0))
}

fn went_well(judged: &[&Rep]) -> WentWell {
    let mostly = |is: &dyn Fn(&Rep) -> bool| {
        let with = judged.iter().filter(|rep| is(rep)).count();
        with as f64 >= MOSTLY_SHARE * judged.len() as f64
    };
    let touching = |rep: &Rep| rep.dowel.contacts() == [Contact::Touching; 3];
    if (judged.len() as f64) < WELL_MIN_REPS {
        return WentWell::Done;
    }
    if judged.iter().all(|rep| rep.is_clean()) {
        return WentWell::AllClean;
    }
    if let Some(id) = mended(judged) {
        return WentWell::Mended(id);
    }
    if mostly(&Rep::is_clean) {
        return WentWell::MostlyClean;
    }
    if mostly(&touching) {
        return WentWell::StickKept;
    }
    if mostly(&|rep| f64::from(rep.hinge_index) >= GOOD_HINGE_INDEX) {
        return WentWell::HipsLed;
    }
    if is_steady(judged) {
        return WentWell::SteadyTempo;
    }
    WentWell::Done
}

/// The most important fault of the first half, when the last half was clean.
fn mended(judged: &[&Rep]) -> Option<FaultId> {
    let (first, last) = judged.split_at(judged.len() / 2);
    if !last.iter().all(|rep| rep.is_clean()) {
        return None;
    }
    let seen_ok = |rep: &&Rep, id| rep.fact(id).is_some_and(|fact| fact.verdict == Verdict::Ok);
    PRIORITY
        .into_iter()
        .find(|&id| first.iter().any(|rep| has(rep, id)) && last.iter().all(|rep| seen_ok(rep, id)))
}

fn is_steady(judged: &[&Rep]) -> bool {
    let length_s = |rep: &&Rep| rep.tempo_s.down + rep.tempo_s.pause + rep.tempo_s.up;
    let mut lengths: Vec<f64> = judged.iter().map(length_s).collect();
    let middle = median(&mut lengths);
    lengths
        .iter()
        .all(|length| (length - middle).abs() <= STEADY_TEMPO_SHARE * middle)
}

/// The reason of more than half of them.
fn back_unseen(counted: &[&Rep]) -> Option<CantTellReason> {
    let reason_of = |rep: &&Rep| rep.fact(FaultId::RoundedLowerBack)?.reason;
    let reasons: Vec<CantTellReason> = counted.iter().filter_map(reason_of).collect();
    let is_most = |reason: &&CantTellReason| {
        let with = reasons.iter().filter(|other| other == reason).count();
        2 * with > counted.len()
    };
    reasons.iter().find(is_most).copied()
}
