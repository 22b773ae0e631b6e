//! Whole recordings, replayed: what came out is committed beside them, so that a change of any verdict
//! shows up in review.

use std::collections::BTreeMap;
use std::env;
use std::fmt::Write as _;
use std::fs;

use dowel_core::analysis::{CantTellReason, FaultFact, FaultId, Rep, Verdict};
use dowel_core::recording::Recording;
use dowel_tests::recordings::{self, Outcome, analyse};
use serde_json::to_value;

const HOW_TO_ACCEPT: &str = "If that is meant, accept it with\n    \
     DOWEL_ACCEPT=1 cargo test -p dowel-tests --test replay\n\
     and commit the changed files.";

#[test]
fn every_recording_gives_what_its_snapshot_says() {
    let accept = env::var_os("DOWEL_ACCEPT").is_some();
    let mut differences = String::new();
    for (name, recording) in recordings::all() {
        let path = recordings::folder().join(format!("{name}.snap.txt"));
        let now = snapshot(&name, &recording, &analyse(&recording));
        let before = fs::read_to_string(&path).unwrap_or_default();
        if now == before {
            continue;
        }
        if accept {
            fs::write(&path, &now).unwrap_or_else(|e| panic!("{name}: {e}"));
        } else {
            let _ = writeln!(differences, "{name}:\n{}", diff(&before, &now));
        }
    }
    assert!(
        differences.is_empty(),
        "recordings replay differently (- before, + now):\n\n{differences}\n{HOW_TO_ACCEPT}"
    );
}

#[test]
fn every_snapshot_has_its_recording() {
    let names = recordings::names();
    for entry in fs::read_dir(recordings::folder()).unwrap() {
        let file = entry.unwrap().file_name().into_string().unwrap();
        if let Some(name) = file.strip_suffix(".snap.txt") {
            assert!(names.iter().any(|n| n == name), "{file} is left over");
        }
    }
}

#[test]
fn a_replay_is_the_same_to_the_bit() {
    for (name, recording) in recordings::all() {
        let (once, again) = (analyse(&recording), analyse(&recording));
        assert!(once.stream() == again.stream(), "{name} differs");
        assert_eq!(once.summary, again.summary, "{name}");
    }
}

#[test]
fn a_recording_written_again_is_the_same_file() {
    for (name, recording) in recordings::all() {
        let path = recordings::folder().join(format!("{name}.dowelrec"));
        let mut bytes = Vec::new();
        recording.write(&mut bytes).unwrap();
        assert!(bytes == fs::read(path).unwrap(), "{name} differs");
        // And what it is read as, to the bit: outlines are no exception.
        assert!(Recording::read(&bytes).unwrap() == recording, "{name}");
    }
}

#[test]
fn every_recording_holds_ten_looks_at_the_back_a_second_and_all_go_out_again() {
    for (name, recording) in recordings::all() {
        let looks = recording.frames.iter().filter(|f| f.back.is_some()).count();
        let seconds = recording.frames.last().map_or(0.0, |f| f.t_s);
        let a_second = looks as f64 / seconds;
        assert!(
            (8.0..11.0).contains(&a_second),
            "{name}: {a_second} a second"
        );
        let outcome = analyse(&recording);
        let told = outcome
            .updates
            .iter()
            .filter(|u| u.frame.back_contour.is_some());
        assert_eq!(told.count(), looks, "{name}");
    }
}

/// The recordings are worth little if they show only part of what landmarks can tell.
#[test]
fn the_recordings_show_each_fault_they_are_there_for() {
    let outcomes: Vec<Outcome> = recordings::all().iter().map(|(_, r)| analyse(r)).collect();
    let shown = |id: FaultId| {
        let reps = outcomes.iter().flat_map(|o| &o.reps);
        reps.filter(|rep| recordings::faults(rep).contains(&id))
            .count()
    };
    for id in [
        FaultId::BendsForward,
        FaultId::Squatting,
        FaultId::LockedKnees,
        FaultId::LookingUp,
        FaultId::ChinTucked,
        FaultId::LoadDrifts,
        FaultId::WeightForward,
        FaultId::IncompleteLockout,
        FaultId::RoundedLowerBack,
        FaultId::RoundedShoulders,
        FaultId::OverextendedBack,
        FaultId::PelvisTucked,
        FaultId::TooLow,
    ] {
        assert!(shown(id) > 0, "no recording shows {id}");
    }
}

fn snapshot(name: &str, recording: &Recording, outcome: &Outcome) -> String {
    let mut text = String::new();
    let out = &mut text;
    let frames = &recording.frames;
    let _ = writeln!(
        out,
        "{name}: {} x {} px, {} frames, {:.1} s",
        recording.width_px,
        recording.height_px,
        frames.len(),
        frames.last().map_or(0.0, |f| f.t_s)
    );
    let view = &outcome.summary.view;
    let reasons: Vec<String> = view.reasons.iter().map(word).collect();
    let _ = writeln!(
        out,
        "view {} [{}], {} side near, {:.0} deg off",
        word(&view.verdict),
        reasons.join(" "),
        word(&view.near_side),
        view.azimuth_deg.unwrap_or(f64::NAN)
    );
    let _ = writeln!(out, "movement {}", word(&outcome.summary.movement));
    for rep in &outcome.reps {
        write_rep(out, rep);
    }
    for cue in &outcome.cues {
        let _ = writeln!(out, "cue {:.1} s {}", cue.at_s, cue.id);
    }
    text
}

fn write_rep(out: &mut String, rep: &Rep) {
    let kind = match rep.attempt_reason {
        None => "rep".to_owned(),
        Some(reason) => format!("attempt ({})", word(&reason)),
    };
    let _ = writeln!(
        out,
        "{kind} {:.2} - {:.2} - {:.2} s: hip {:.0}, knee {:.0}, trunk {:.0} deg, index {}, tempo {:.1}-{:.1}-{:.1}",
        rep.start_s,
        rep.bottom_s,
        rep.end_s,
        rep.hip_flexion_deg,
        rep.knee_flexion_deg,
        rep.trunk_lean_deg,
        rep.hinge_index,
        rep.tempo_s.down,
        rep.tempo_s.pause,
        rep.tempo_s.up
    );
    let dowel = &rep.dowel;
    let _ = writeln!(
        out,
        "    dowel: head {}, mid-back {}, tailbone {}; clean to {}",
        word(&dowel.head),
        word(&dowel.mid_back),
        word(&dowel.tailbone),
        rep.clean_depth_deg
            .map_or("unknown".to_owned(), |deg| format!("{deg:.0} deg"))
    );
    write_cant_tell(out, &rep.faults);
    for fact in rep.faults.iter().filter(|fact| fact.is_fault()) {
        let _ = writeln!(
            out,
            "    {}: severity {:.1}, from {:.2} s, {}",
            fact.id,
            fact.severity,
            fact.onset_s.unwrap_or(f64::NAN),
            word(&fact.phase)
        );
    }
}

/// By reason; left out where nobody asked.
fn write_cant_tell(out: &mut String, facts: &[FaultFact]) {
    let mut by_reason: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for fact in facts.iter().filter(|f| f.verdict == Verdict::CantTell) {
        by_reason
            .entry(word(&fact.reason))
            .or_default()
            .push(fact.id.as_str());
    }
    by_reason.remove(&word(&CantTellReason::NoTarget));
    for (reason, ids) in by_reason {
        let _ = writeln!(out, "    can't tell, {reason}: {}", ids.join(" "));
    }
}

/// The word that the JSON has for it.
fn word(value: &impl serde::Serialize) -> String {
    match to_value(value).expect("plain data") {
        serde_json::Value::String(word) => word,
        other => other.to_string(),
    }
}

/// The lines that only one of the two has, in order.
fn diff(before: &str, now: &str) -> String {
    let (a, b): (Vec<&str>, Vec<&str>) = (before.lines().collect(), now.lines().collect());
    // common[i][j]: the most lines that a[i..] and b[j..] share in order.
    let mut common = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            common[i][j] = if a[i] == b[j] {
                common[i + 1][j + 1] + 1
            } else {
                common[i + 1][j].max(common[i][j + 1])
            };
        }
    }
    let (mut i, mut j, mut text) = (0, 0, String::new());
    while i < a.len() || j < b.len() {
        if i < a.len() && j < b.len() && a[i] == b[j] {
            (i, j) = (i + 1, j + 1);
        } else if j == b.len() || i < a.len() && common[i + 1][j] >= common[i][j + 1] {
            let _ = writeln!(text, "- {}", a[i]);
            i += 1;
        } else {
            let _ = writeln!(text, "+ {}", b[j]);
            j += 1;
        }
    }
    text
}

#[test]
fn a_difference_is_shown_line_by_line() {
    assert_eq!(diff("a\nb\nc\n", "a\nc\nd\n"), "- b\n+ d\n");
    assert_eq!(diff("", "a\n"), "+ a\n");
    assert_eq!(diff("a\n", "a\n"), "");
}
