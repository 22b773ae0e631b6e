//! `kill -9` at any instant takes no finished rep away and leaves no half one.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use dowel_core::store::{SessionId, Store};
use dowel_tests::store_samples;

const KILLS: u64 = 100;

/// Several kills share a file, so that recovery also meets what earlier recoveries left.
const KILLS_PER_FILE: u64 = 10;

/// When a writer is killed: `delay` after it has said `lines` lines.
///
/// Counted from what it says and not from its start alone, so that a busy machine tests the same.
struct Instant {
    lines: u64,
    delay: Duration,
}

#[test]
fn a_killed_writer_loses_no_finished_rep() {
    let folder = tempfile::tempdir().unwrap();
    let mut random = 0x2545_F491_4F6C_DD1D;
    let mut acknowledged = 0;
    for kill in 0..KILLS {
        let db = folder
            .path()
            .join(format!("{}.sqlite", kill / KILLS_PER_FILE));
        let said = write_and_kill(&db, &instant(kill, &mut random));
        acknowledged += check(&db, &said, kill);
    }
    assert!(acknowledged > 2 * KILLS as usize);
}

/// The first kill of each file falls into its making, the others at or between two reps.
fn instant(kill: u64, random: &mut u64) -> Instant {
    let opening = kill.is_multiple_of(KILLS_PER_FILE);
    let (lines, longest_us) = if opening {
        (0, 40_000)
    } else {
        (1 + next(random) % 10, 8_000)
    };
    let delay = Duration::from_micros(next(random) % longest_us);
    Instant { lines, delay }
}

/// Everything the writer said before it was killed.
fn write_and_kill(db: &Path, instant: &Instant) -> String {
    let mut writer = Command::new(env!("CARGO_BIN_EXE_rep_writer"))
        .arg("write")
        .arg(db)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdout = BufReader::new(writer.stdout.take().unwrap());
    let mut said = String::new();
    for _ in 0..instant.lines {
        stdout.read_line(&mut said).unwrap();
    }
    std::thread::sleep(instant.delay);
    writer.kill().unwrap();
    stdout.read_to_string(&mut said).unwrap();
    let status = writer.wait().unwrap();
    assert!(
        status.code().is_none(),
        "the writer ended by itself: {said}"
    );
    said
}

/// Compares the file with what the writer said; gives how many reps it had acknowledged.
fn check(db: &Path, said: &str, kill: u64) -> usize {
    let opened = Store::open(db).unwrap();
    assert_eq!(opened.set_aside, None, "kill {kill} damaged the file");
    let mut lines = said.lines();
    let Some(session) = lines.next() else {
        return 0; // killed before it could begin
    };
    let id: SessionId = session.strip_prefix("session ").unwrap().parse().unwrap();
    let acknowledged = lines.count();
    let session = opened.store.session(id).unwrap();
    assert_eq!(session.outcome, None);
    // One more is right: stored, and killed before it could say so.
    let stored = session.reps.len();
    assert!(
        stored == acknowledged || stored == acknowledged + 1,
        "kill {kill}: {acknowledged} reps acknowledged, {stored} found"
    );
    for (index, rep) in (0..).zip(&session.reps) {
        assert_eq!(*rep, store_samples::rep(index), "kill {kill}: a half rep");
    }
    acknowledged
}

/// Xorshift: the same instants on each run.
fn next(state: &mut u64) -> u64 {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    *state
}
