//! How long the store takes, printed: `cargo test --release -p dowel-tests --test store_speed -- --ignored --nocapture`

use std::time::{Duration, Instant};

use dowel_core::store::Store;
use dowel_tests::store_samples;

const SESSIONS: u32 = 1000;
const REPS: u32 = 12;

#[test]
#[ignore = "writes 12 000 reps, each synced to the disk"]
fn a_rep_is_stored_within_a_frame_and_years_open_at_once() {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let db = folder.path().join("dowel.sqlite");
    let mut store = Store::open(&db).unwrap().store;
    let mut took = Vec::new();
    for _ in 0..SESSIONS {
        let id = store
            .begin_session(&store_samples::session("live"))
            .unwrap();
        for index in 0..REPS {
            let rep = store_samples::rep(index);
            let start = Instant::now();
            store.add_rep(id, 0, &rep).unwrap();
            took.push(start.elapsed());
        }
    }
    took.sort();
    let [p50, p99] = [50, 99].map(|percent| took[took.len() * percent / 100]);
    println!("add_rep: p50 {p50:.2?}, p99 {p99:.2?}, of {}", took.len());
    drop(store);

    let size = std::fs::metadata(&db).unwrap().len();
    let (store, open) = timed(|| Store::open(&db).unwrap().store);
    println!("open with {SESSIONS} sessions, {size} bytes: {open:.2?}");
    let (history, list) = timed(|| store.sessions().unwrap());
    println!("list them: {list:.2?}");
    let (_, one) = timed(|| store.session(history[0].id).unwrap());
    println!("read one: {one:.2?}");

    let frame = Duration::from_millis(33);
    assert!(p50 < frame, "storing a rep takes longer than a frame");
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let result = work();
    (result, start.elapsed())
}
