//! `kill -9` during an analysis takes no finished repetition away; and the same clip gives the same result.

use std::path::Path;
use std::time::{Duration, Instant};

use dowel_core::analysis::Rep;
use dowel_core::store::{Store, StoredSession};

use crate::place::Place;

const KILLS: u32 = 20;

/// Few frames and the small model, so that twenty runs are short; all repetitions are found all the same.
const QUICK: &str = "demo.mp4 --quiet --model lite --max-fps 10";

#[test]
fn the_same_clip_gives_the_same_result() {
    let place = Place::with_demo();
    let [mut first, mut second] = ["1", "2"].map(|n| {
        let ran = place.run(&format!(
            "{QUICK} --no-db --json {n}.json --frames {n}.jsonl"
        ));
        ran.assert_status(0);
        place.json(&format!("{n}.json"))
    });
    for analysis in [&mut first, &mut second] {
        analysis.as_object_mut().unwrap().remove("timing").unwrap();
    }
    assert_eq!(first["reps"].as_array().unwrap().len(), 6);
    assert_eq!(first, second);
    assert_eq!(place.read("1.jsonl"), place.read("2.jsonl"));
}

#[test]
fn a_killed_analysis_keeps_every_finished_repetition() {
    let place = Place::with_demo();
    let began = Instant::now();
    place
        .run(&format!("{QUICK} --db whole.db"))
        .assert_status(0);
    let whole_run = began.elapsed();
    let whole = sessions(&place.path("whole.db")).remove(0).reps;
    assert_eq!(whole.len(), 6);

    let mut random = 0x2545_F491_4F6C_DD1D;
    for _ in 0..KILLS {
        // All of them in one file, so that recovery also meets what earlier kills left.
        run_and_kill(&place, whole_run.mul_f64(share(&mut random)));
        for session in sessions(&place.path("killed.db")) {
            assert_prefix(&session, &whole);
        }
    }
    let found = sessions(&place.path("killed.db"));
    let part = |s: &&StoredSession| !s.reps.is_empty() && s.reps.len() < whole.len();
    let parts = found.iter().filter(part).count();
    assert!(
        parts >= 4,
        "only {parts} kills fell between two repetitions"
    );
}

fn run_and_kill(place: &Place, after: Duration) {
    let mut dowel = place
        .analyze(&format!("{QUICK} --db killed.db"))
        .spawn()
        .unwrap();
    std::thread::sleep(after);
    dowel.kill().unwrap();
    dowel.wait().unwrap();
}

/// All of a file that must open whole; none when the kill came before the file was made.
fn sessions(db: &Path) -> Vec<StoredSession> {
    if !db.exists() {
        return Vec::new();
    }
    let opened = Store::open(db).expect("the file opens");
    assert_eq!(opened.set_aside, None, "the file was damaged");
    let list = opened.store.sessions().unwrap();
    list.iter()
        .map(|line| opened.store.session(line.id).unwrap())
        .collect()
}

#[track_caller]
fn assert_prefix(session: &StoredSession, whole: &[Rep]) {
    let stored = session.reps.len();
    assert!(stored <= whole.len());
    assert_eq!(session.reps, whole[..stored]);
    let finished = session.outcome.is_some();
    assert!(
        !finished || stored == whole.len(),
        "finished with {stored} reps"
    );
}

/// From 0 to 1; xorshift gives the same instants on each run.
fn share(state: &mut u64) -> f64 {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    *state as f64 / u64::MAX as f64
}
