//! Sets, what a person notes about a session, settings, and the history page by page.

use dowel_core::store::{Ending, Felt, NewSession, Pain, SessionId, Store, StoreError};
use dowel_tests::store_samples;
use rusqlite::Connection;
use tempfile::TempDir;

fn open() -> (TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("dowel.sqlite"))
        .unwrap()
        .store;
    (folder, store)
}

fn begin(store: &mut Store, started_at_ms: i64) -> SessionId {
    let session = NewSession {
        started_at_ms,
        ..store_samples::session("live")
    };
    store.begin_session(&session).unwrap()
}

#[test]
fn a_set_holds_its_reps_and_spans_them() {
    let (_folder, mut store) = open();
    let id = begin(&mut store, 0);
    store.put_set(id, 1, (30.0, 30.0), 0).unwrap();
    // Every fifth is an attempt.
    for index in 0..12 {
        let set_index = u32::from(index >= 7);
        store
            .add_rep(id, set_index, &store_samples::rep(index))
            .unwrap();
    }
    let sets = store.session(id).unwrap().sets;
    let [first, second] = &sets[..] else {
        panic!("{sets:?}")
    };
    assert_eq!([first.index, second.index], [0, 1]);
    assert_eq!(first.reps, (0..7).collect::<Vec<_>>());
    assert_eq!(second.reps, (7..12).collect::<Vec<_>>());
    assert_eq!([first.counted, second.counted], [6, 4]);
    let span = |from, to| {
        (
            store_samples::rep(from).start_s,
            store_samples::rep(to).end_s,
        )
    };
    assert_eq!((first.start_s, first.end_s), span(0, 6));
    assert_eq!((second.start_s, second.end_s), (30.0, span(7, 11).1));
}

#[test]
fn corrections_add_up_and_never_go_below_nothing() {
    let (_folder, mut store) = open();
    let id = begin(&mut store, 0);
    for index in 0..4 {
        store.add_rep(id, 0, &store_samples::rep(index)).unwrap();
    }
    store.put_set(id, 1, (20.0, 60.0), 15).unwrap();
    let done = |store: &Store| store.sessions().unwrap()[0].done;
    assert_eq!(done(&store), 19);
    assert_eq!(store.correct_set(id, 0, 2).unwrap(), 6);
    assert_eq!(store.correct_set(id, 0, -1).unwrap(), 5);
    assert_eq!(done(&store), 20);
    let sets = store.session(id).unwrap().sets;
    assert_eq!((sets[0].correction, sets[0].done()), (1, 5));
    assert_eq!((sets[1].paced, sets[1].done()), (15, 15));
    // What the camera saw stays what it was.
    assert_eq!(store.sessions().unwrap()[0].digest.counted, 4);

    assert_eq!(store.correct_set(id, 0, -100).unwrap(), 0);
    assert_eq!(store.correct_set(id, 0, 1).unwrap(), 1);
    assert_eq!(store.correct_set(id, 0, i32::MIN).unwrap(), 0);
    assert_eq!(store.correct_set(id, 1, -15).unwrap(), 0);
    // Fewer paced than were taken away.
    store.put_set(id, 1, (20.0, 60.0), 10).unwrap();
    assert_eq!(done(&store), 0);
    store.correct_set(id, 0, i32::MAX).unwrap();
    store.correct_set(id, 0, i32::MAX).unwrap();
    assert!(matches!(
        store.correct_set(id, 2, 1),
        Err(StoreError::NoSuchSet { set: 2, .. })
    ));
}

#[test]
fn a_note_keeps_what_was_noted_before() {
    let (_folder, mut store) = open();
    let id = begin(&mut store, 0);
    let pain = |n: u8| Some(Pain::try_from(n).unwrap());
    store.note(id, |notes| notes.pain_before = pain(2)).unwrap();
    store
        .note(id, |notes| {
            notes.pain_after = pain(10);
            notes.ended = Some(Ending::Pain);
        })
        .unwrap();
    store
        .note(id, |notes| notes.felt = vec![Felt::Glutes, Felt::LowBack])
        .unwrap();
    let notes = store.session(id).unwrap().notes;
    assert_eq!(notes, store.sessions().unwrap()[0].notes);
    assert_eq!((notes.pain_before, notes.pain_after), (pain(2), pain(10)));
    assert_eq!(notes.felt, [Felt::Glutes, Felt::LowBack]);
    assert_eq!(notes.ended, Some(Ending::Pain));

    assert!(Pain::try_from(11).is_err());
    assert!(serde_json::from_str::<Pain>("11").is_err());
    let broken = store.note(id, |notes| notes.limit_deg = Some(f64::NAN));
    assert!(matches!(broken, Err(StoreError::Other(_))));
}

#[test]
fn the_schema_itself_holds_pain_to_its_scale() {
    let (folder, mut store) = open();
    let id = begin(&mut store, 0);
    drop(store);
    let conn = Connection::open(folder.path().join("dowel.sqlite")).unwrap();
    let refused = conn.execute(
        &format!("UPDATE sessions SET pain_after = 11 WHERE id = {id}"),
        [],
    );
    assert!(refused.is_err());
}

#[test]
fn the_limit_is_that_of_the_newest_session_that_has_one() {
    let (_folder, mut store) = open();
    assert_eq!(store.limit_deg().unwrap(), None);
    let [newest, old, without] = [2_000, 1_000, 3_000].map(|at| begin(&mut store, at));
    store
        .note(newest, |notes| notes.limit_deg = Some(62.5))
        .unwrap();
    store
        .note(old, |notes| notes.limit_deg = Some(50.0))
        .unwrap();
    store
        .note(without, |notes| notes.pain_before = None)
        .unwrap();
    assert_eq!(store.limit_deg().unwrap(), Some(62.5));
    store.erase(newest).unwrap();
    assert_eq!(store.limit_deg().unwrap(), Some(50.0));
}

#[test]
fn settings_are_kept_changed_and_forgotten() {
    let (folder, mut store) = open();
    assert_eq!(store.setting("language").unwrap(), None);
    store.set_setting("language", Some("de")).unwrap();
    store.set_setting("voice", Some("")).unwrap();
    store.set_setting("language", Some("en")).unwrap();
    drop(store);
    let db = folder.path().join("dowel.sqlite");
    let mut store = Store::open(&db).unwrap().store;
    assert_eq!(store.setting("language").unwrap().as_deref(), Some("en"));
    assert_eq!(store.setting("voice").unwrap().as_deref(), Some(""));
    store.set_setting("language", None).unwrap();
    assert_eq!(store.setting("language").unwrap(), None);
}

#[test]
fn pages_put_together_are_the_history() {
    let (_folder, mut store) = open();
    // Some begin in the same instant.
    for n in 0..23 {
        begin(&mut store, n % 5);
    }
    let mut pages = Vec::new();
    loop {
        let before = pages
            .last()
            .map(|session: &dowel_core::store::SessionSummary| session.id);
        let page = store.sessions_page(before, 4).unwrap();
        if page.is_empty() {
            break;
        }
        assert!(page.len() <= 4);
        pages.extend(page);
    }
    assert_eq!(pages, store.sessions().unwrap());
    assert_eq!(pages.len(), 23);
}

#[test]
fn only_sessions_with_something_done_are_practice() {
    let (_folder, mut store) = open();
    let [counted, attempted, paced, empty] =
        [4_000, 3_000, 2_000, 1_000].map(|at| begin(&mut store, at));
    store.add_rep(counted, 0, &store_samples::rep(0)).unwrap();
    let attempt = store_samples::rep(4);
    assert!(!attempt.counted);
    store.add_rep(attempted, 0, &attempt).unwrap();
    store.put_set(paced, 0, (0.0, 60.0), 15).unwrap();
    store.put_set(empty, 0, (0.0, 60.0), 0).unwrap();
    assert_eq!(store.practised_at_ms().unwrap(), [2_000, 4_000]);
    store.correct_set(attempted, 0, 1).unwrap();
    store.correct_set(counted, 0, -1).unwrap();
    assert_eq!(store.practised_at_ms().unwrap(), [2_000, 3_000]);
}
