//! How long after a fault's onset it is told, in seconds of video, over every recording.

use std::collections::BTreeMap;

use dowel_core::analysis::{FaultFact, FaultId};
use dowel_tests::recordings::{self, Outcome};

/// Seen from the limbs on the way down.
const OF_LIMBS: [FaultId; 3] = [
    FaultId::BendsForward,
    FaultId::Squatting,
    FaultId::LoadDrifts,
];
/// Seen from the outline on the way down, look by look.
const OF_OUTLINE: [FaultId; 3] = [
    FaultId::RoundedLowerBack,
    FaultId::OverextendedBack,
    FaultId::LookingUp,
];

/// Seconds from onset to event.
fn delays(outcome: &Outcome) -> Vec<(FaultId, f64)> {
    let mut told: Vec<(f64, FaultFact)> = Vec::new();
    let mut delays = Vec::new();
    for update in &outcome.updates {
        let t_s = update.frame.t_s;
        told.extend(update.confirmed.iter().cloned().map(|fact| (t_s, fact)));
        let Some(rep) = &update.rep else { continue };
        for fact in rep.faults.iter().filter(|fact| fact.is_fault()) {
            let event = told.iter().find(|(_, told)| told.id == fact.id);
            let (at_s, _) = event.expect("every fault of a repetition is told");
            delays.push((fact.id, at_s - fact.onset_s.expect("a fault has an onset")));
        }
        told.clear();
    }
    delays
}

#[test]
fn faults_are_told_when_they_show() {
    let mut by_fault: BTreeMap<FaultId, Vec<f64>> = BTreeMap::new();
    let mut early = 0;
    for (name, recording) in recordings::all() {
        let outcome = recordings::analyse(&recording);
        for (id, delay_s) in delays(&outcome) {
            by_fault.entry(id).or_default().push(delay_s);
        }
        // Told on the way and then not found after all.
        let mut told: Vec<(f64, FaultId)> = Vec::new();
        for update in &outcome.updates {
            told.extend(update.confirmed.iter().map(|f| (update.frame.t_s, f.id)));
            if let Some(rep) = &update.rep {
                for (t_s, id) in told.drain(..) {
                    let found = rep.faults.iter().any(|f| f.id == id && f.is_fault());
                    if !found {
                        early += 1;
                        println!("{name}: {id} told at {t_s:.2} s, not found in the whole");
                    }
                }
            }
        }
    }
    for (id, delays) in &mut by_fault {
        delays.sort_by(f64::total_cmp);
        let text: Vec<String> = delays.iter().map(|d| format!("{d:.2}")).collect();
        println!("{id:24} {}", text.join(" "));
    }
    for id in OF_LIMBS {
        assert!(by_fault[&id].iter().all(|d| *d <= 0.3), "{id} is told late");
    }
    for id in OF_OUTLINE {
        let delays = &by_fault[&id];
        assert!(delays[(delays.len() - 1) / 2] <= 0.5, "{id} is told late");
    }
    println!("told on the way and not found in the whole: {early}");
    assert!(early <= 2, "{early} faults were told that were none");
}
