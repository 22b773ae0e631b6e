//! Ten years of daily practice in one session file, and how long each question about it takes:
//! `cargo xtask bench history`. Fails when an answer takes longer than a screen should wait, or the file is too large.

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use dowel_core::analysis::{FaultId, Movement};
use dowel_core::progress::{Plan, local_day, streak, trends};
use dowel_core::store::{Ending, Felt, NewSession, SessionId, Store, export};
use dowel_tests::store_samples;

const SESSIONS: u32 = 3_650;
const REPS: u32 = 180_000;
const SETS: u32 = 4;
const CUES: u32 = 12;
const DAY_MS: i64 = 86_400_000;
const UTC_OFFSET_MIN: i32 = 120;

const LIMIT: Duration = Duration::from_millis(20);
const MAX_MB: f64 = 150.0;
const RUNS: usize = 21;

fn main() -> ExitCode {
    // `cargo test --benches` starts this as well, and has no ten years.
    if !std::env::args().any(|argument| argument == "--bench") {
        return ExitCode::SUCCESS;
    }
    let folder = tempfile::tempdir().unwrap();
    let db = folder.path().join("dowel.sqlite");
    let mut added = fill(&db);
    let size_mb = fs::metadata(&db).unwrap().len() as f64 / 1e6;
    println!(
        "{SESSIONS} sessions, {REPS} repetitions of {} facts, a third of them faults: {size_mb:.1} MB",
        FaultId::ALL.len()
    );
    let median = median(&mut added);
    let p99 = added[added.len() * 99 / 100];
    println!(
        "the last {} repetitions stored: median {median:.2?}, p99 {p99:.2?}",
        added.len()
    );
    let mut store = once("opened, the whole file checked", || {
        Store::open(&db).unwrap().store
    });
    let in_time = ask(&store);
    others(&mut store);

    let kept = in_time && size_mb <= MAX_MB;
    let verdict = if kept { "Kept." } else { "NOT KEPT." };
    println!("\nLimits: {LIMIT:?} for each median, {MAX_MB} MB. {verdict}");
    ExitCode::from(u8::from(!kept))
}

/// Ten years through the calls that a session makes. Gives how long storing each of the last reps took.
fn fill(db: &Path) -> Vec<Duration> {
    let mut store = Store::open(db).unwrap().store;
    let mut took = Vec::new();
    for nth in 0..SESSIONS {
        let session = NewSession {
            started_at_ms: store_samples::STARTED_AT_MS + i64::from(nth) * DAY_MS,
            ..store_samples::session("live")
        };
        let id = store.begin_session(&session).unwrap();
        // Spread evenly, which 32 bits are just enough for.
        let reps = REPS * (nth + 1) / SESSIONS - REPS * nth / SESSIONS;
        for index in 0..reps {
            let rep = store_samples::rep(index);
            let began = Instant::now();
            store.add_rep(id, index * SETS / reps, &rep).unwrap();
            took.push(began.elapsed());
        }
        finish(&mut store, id, nth);
    }
    took.split_off(took.len() - 1_000)
}

fn finish(store: &mut Store, id: SessionId, nth: u32) {
    for cue in 0..CUES {
        store.add_cue(id, &store_samples::cue(cue)).unwrap();
    }
    let view = store_samples::view();
    store
        .finish_session(id, &view, Movement::Hinge, Some(71.5))
        .unwrap();
    store
        .note(id, |notes| {
            notes.pain_before = Some(1.try_into().unwrap());
            notes.pain_after = Some(2.try_into().unwrap());
            notes.felt = vec![Felt::Hamstrings, Felt::Glutes];
            notes.ended = Some(Ending::Finished);
            notes.limit_deg = Some(60.0 + f64::from(nth % 30));
        })
        .unwrap();
}

/// Whether every question was answered in time.
fn ask(store: &Store) -> bool {
    let history = store.sessions().unwrap();
    let (newest, middle) = (history[0].id, history[history.len() / 2].id);
    let today = local_day(history[0].begun.started_at_ms, UTC_OFFSET_MIN);
    println!("\n{:<44}{:>10}{:>10}{:>10}", "", "first", "median", "worst");
    let answers = [
        time("the whole history", || store.sessions().unwrap()),
        time("its first page of 50", || {
            store.sessions_page(None, 50).unwrap()
        }),
        time("a page of 50 five years back", || {
            store.sessions_page(Some(middle), 50).unwrap()
        }),
        time("the newest session, 49 repetitions", || {
            store.session(newest).unwrap()
        }),
        time("a session five years back", || {
            store.session(middle).unwrap()
        }),
        time("trends over ten years, each fault's too", || {
            trends_of(&store.sessions().unwrap())
        }),
        time("trends over the last 50 sessions", || {
            trends_of(&store.sessions_page(None, 50).unwrap())
        }),
        time("the streak, and the longest ever", || {
            let practised = store.practised_at_ms().unwrap();
            let days = practised.iter().map(|&at| local_day(at, UTC_OFFSET_MIN));
            streak(days, Plan::PerWeek(5), today)
        }),
        time("the range limit", || store.limit_deg().unwrap()),
        time("a setting", || store.setting("language").unwrap()),
    ];
    answers.into_iter().all(|in_time| in_time)
}

fn trends_of(sessions: &[dowel_core::store::SessionSummary]) -> dowel_core::progress::Trends {
    trends(
        sessions
            .iter()
            .map(|session| (session.begun.started_at_ms, &session.digest)),
    )
}

fn time<T>(name: &str, question: impl Fn() -> T) -> bool {
    let mut took: Vec<_> = (0..RUNS)
        .map(|_| {
            let began = Instant::now();
            black_box(question());
            began.elapsed()
        })
        .collect();
    let first = took[0];
    let median = median(&mut took);
    let worst = took[RUNS - 1];
    println!("{name:<44}{first:>10.2?}{median:>10.2?}{worst:>10.2?}");
    median <= LIMIT
}

/// What a person waits for knowingly; no limit.
fn others(store: &mut Store) {
    let history = store.sessions().unwrap();
    let ids: Vec<_> = history.iter().map(|session| session.id).collect();
    println!();
    once("all of it as CSV", || {
        export::csv(store, &ids, &mut std::io::sink()).unwrap();
    });
    once("all of it as JSON", || {
        export::json(store, &ids, &mut std::io::sink()).unwrap();
    });
    once("one session erased", || store.erase(ids[7]).unwrap());
    once("everything erased", || store.erase_all().unwrap());
}

fn once<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let began = Instant::now();
    let result = work();
    println!("{name:<44}{:>10.2?}", began.elapsed());
    result
}

/// Leaves them sorted.
fn median(took: &mut [Duration]) -> Duration {
    took.sort();
    took[took.len() / 2]
}
