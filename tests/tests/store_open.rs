//! What is opened, what is refused, and what is set aside.

use std::fs::{self, File};
use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use dowel_core::analysis::{Movement, Rep};
use dowel_core::progress::Digest;
use dowel_core::store::{
    Ending, Felt, SessionId, Store, StoreError, StoredSession, StoredSet, export,
};
use dowel_tests::store_samples;
use rusqlite::Connection;

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures/db")
        .join(name)
}

fn open(db: &Path) -> Store {
    let opened = Store::open(db).unwrap();
    assert_eq!(opened.set_aside, None);
    opened.store
}

/// A closed session file with one finished session of `reps` reps.
fn filled(db: &Path, reps: u32) -> SessionId {
    let mut store = open(db);
    let id = store
        .begin_session(&store_samples::session("hinge.mp4"))
        .unwrap();
    for index in 0..reps {
        store.add_rep(id, 0, &store_samples::rep(index)).unwrap();
    }
    store.add_cue(id, &store_samples::cue(0)).unwrap();
    store
        .finish_session(id, &store_samples::view(), Movement::Hinge, Some(71.5))
        .unwrap();
    id
}

fn everything(store: &Store) -> Vec<StoredSession> {
    let history = store.sessions().unwrap();
    let ids: Vec<_> = history.iter().rev().map(|session| session.id).collect();
    let mut json = Vec::new();
    export::json(store, &ids, &mut json).unwrap();
    sessions_in(&json)
}

fn sessions_in(json: &[u8]) -> Vec<StoredSession> {
    let mut json: serde_json::Value = serde_json::from_slice(json).unwrap();
    serde_json::from_value(json["sessions"].take()).unwrap()
}

#[test]
fn a_file_of_every_earlier_schema_opens_with_all_it_held() {
    for version in ["v1", "v2", "v3"] {
        let folder = tempfile::tempdir().unwrap();
        let db = folder.path().join("dowel.sqlite");
        fs::copy(fixture(&format!("{version}.sqlite")), &db).unwrap();
        let mut store = open(&db);
        let mut expected = sessions_in(&fs::read(fixture(&format!("{version}.json"))).unwrap());
        assert_eq!(expected.len(), 2);
        if ["v1", "v2"].contains(&version) {
            for session in &mut expected {
                session.sets = vec![whole_set(&session.reps)];
            }
        }
        assert_eq!(everything(&store), expected, "{version}");
        assert_digests_follow_from_reps(&store);
        // It goes on as a file of today.
        let cut_off = expected[1].id;
        store.add_rep(cut_off, 1, &store_samples::rep(900)).unwrap();
        assert_eq!(store.session(cut_off).unwrap().sets[1].reps, [900]);
        assert_digests_follow_from_reps(&store);
    }
}

/// What older files knew of sets: there was one.
fn whole_set(reps: &[Rep]) -> StoredSet {
    StoredSet {
        index: 0,
        start_s: reps.first().unwrap().start_s,
        end_s: reps.last().unwrap().end_s,
        counted: reps.iter().filter(|rep| rep.counted).count() as u32,
        paced: 0,
        correction: 0,
        reps: reps.iter().map(|rep| rep.index).collect(),
    }
}

fn assert_digests_follow_from_reps(store: &Store) {
    for summary in store.sessions().unwrap() {
        let reps = store.session(summary.id).unwrap().reps;
        assert_eq!(summary.digest, Digest::of(&reps));
    }
}

/// After a new migration: `cargo test -p dowel-tests --test store_open -- --ignored` adds its fixture.
/// Those that exist were made by the programs of their time and are never made again.
#[test]
#[ignore = "writes into tests/fixtures/db"]
fn make_the_fixture_of_todays_schema() {
    let folder = tempfile::tempdir().unwrap();
    let db = folder.path().join("dowel.sqlite");
    filled(&db, 5);
    let mut store = open(&db);
    let cut_off = store
        .begin_session(&store_samples::session("live"))
        .unwrap();
    store.add_rep(cut_off, 0, &store_samples::rep(7)).unwrap();
    store.put_set(cut_off, 1, (60.0, 90.0), 15).unwrap();
    store.correct_set(cut_off, 0, 2).unwrap();
    store
        .note(cut_off, |notes| {
            notes.pain_before = Some(1.try_into().unwrap());
            notes.pain_after = Some(3.try_into().unwrap());
            notes.felt = vec![Felt::Hamstrings, Felt::LowBack];
            notes.ended = Some(Ending::Pain);
            notes.limit_deg = Some(62.5);
        })
        .unwrap();
    store.set_setting("language", Some("de")).unwrap();
    let ids: Vec<_> = store
        .sessions()
        .unwrap()
        .iter()
        .rev()
        .map(|s| s.id)
        .collect();
    let mut json = Vec::new();
    export::json(&store, &ids, &mut json).unwrap();
    drop(store);

    let version: i64 = Connection::open(&db)
        .and_then(|conn| conn.query_row("PRAGMA user_version", [], |row| row.get(0)))
        .unwrap();
    let sqlite = fixture(&format!("v{version}.sqlite"));
    assert!(!sqlite.exists(), "{sqlite:?} is there already");
    fs::copy(&db, sqlite).unwrap();
    fs::write(fixture(&format!("v{version}.json")), json).unwrap();
}

#[test]
fn a_newer_schema_is_refused_and_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let db = folder.path().join("dowel.sqlite");
    filled(&db, 1);
    Connection::open(&db)
        .and_then(|conn| conn.pragma_update(None, "user_version", 4711))
        .unwrap();
    let before = fs::read(&db).unwrap();
    let error = Store::open(&db).unwrap_err();
    assert!(
        matches!(
            error,
            StoreError::NewerSchema {
                found: 4711,
                known: 1..
            }
        ),
        "{error:?}"
    );
    assert!(error.to_string().contains("update Dowel"));
    assert_eq!(fs::read(&db).unwrap(), before);
}

#[test]
fn a_file_of_another_kind_is_refused_and_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    fs::write(path("notes.txt"), "Remember the milk.\n".repeat(1000)).unwrap();
    fs::write(path("short.txt"), "Hm.").unwrap();
    let mut clip = vec![0, 0, 0, 32];
    clip.extend(b"ftypisom".repeat(500));
    fs::write(path("clip.mp4"), clip).unwrap();
    fs::write(
        path("torn.sqlite"),
        b"SQLite format 3\0 and nothing like it after",
    )
    .unwrap();
    let sql = "CREATE TABLE contacts (name TEXT); INSERT INTO contacts VALUES ('Ada');";
    for (name, sql) in [
        ("contacts.sqlite", sql.to_owned()),
        ("log.sqlite", format!("PRAGMA journal_mode = WAL; {sql}")),
        (
            "theirs.sqlite",
            format!("PRAGMA application_id = 77; {sql}"),
        ),
        ("marked.sqlite", "PRAGMA application_id = 77;".to_owned()),
        ("counted.sqlite", "PRAGMA user_version = 3;".to_owned()),
    ] {
        let conn = Connection::open(path(name)).unwrap();
        conn.execute_batch(&sql).unwrap();
    }
    let files: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    assert_eq!(files.len(), 9);
    for file in files {
        let before = fs::read(&file).unwrap();
        let result = Store::open(&file);
        assert!(
            matches!(result, Err(StoreError::NotADowelDatabase)),
            "{file:?}: {result:?}"
        );
        assert_eq!(fs::read(&file).unwrap(), before, "{file:?}");
    }
}

#[test]
fn a_damaged_file_is_set_aside_whole_and_a_fresh_one_begun() {
    type Harm = fn(&mut File, u64) -> std::io::Result<()>;
    let harms: [(&str, Harm); 5] = [
        ("a page overwritten", |file, length| {
            file.seek(SeekFrom::Start(length / 2))?;
            file.write_all(&[0xA5; 4096])
        }),
        ("cut in half", |file, length| file.set_len(length / 2)),
        ("cut within the header", |file, _| file.set_len(90)),
        ("zeroed", |file, length| {
            file.write_all(&vec![0; length as usize])
        }),
        ("all but the header overwritten", |file, length| {
            file.seek(SeekFrom::Start(100))?;
            file.write_all(&vec![0x5A; length as usize - 100])
        }),
    ];
    let folder = tempfile::tempdir().unwrap();
    let db = folder.path().join("dowel.sqlite");
    for (n, (harm, apply)) in (1..).zip(harms) {
        filled(&db, 40);
        let mut file = File::options().write(true).open(&db).unwrap();
        let length = file.metadata().unwrap().len();
        apply(&mut file, length).unwrap();
        drop(file);
        let damaged = fs::read(&db).unwrap();

        let opened = Store::open(&db).unwrap();
        let aside = folder.path().join(format!("dowel.sqlite.damaged-{n}"));
        assert_eq!(opened.set_aside.as_ref(), Some(&aside), "{harm}");
        assert_eq!(fs::read(&aside).unwrap(), damaged, "{harm}");
        assert_eq!(opened.store.sessions().unwrap(), []);
        drop(opened);
        fs::remove_file(&db).unwrap();
    }
}

#[test]
fn the_log_of_a_damaged_file_is_kept_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    filled(&at("whole.sqlite"), 40);
    // A copy taken while it is open is what a crash leaves: the file, and a log with the last reps.
    let mut store = open(&at("whole.sqlite"));
    let id = store
        .begin_session(&store_samples::session("live"))
        .unwrap();
    store.add_rep(id, 0, &store_samples::rep(0)).unwrap();
    for end in ["", "-wal"] {
        fs::copy(
            at(&format!("whole.sqlite{end}")),
            at(&format!("dowel.sqlite{end}")),
        )
        .unwrap();
    }
    let log = fs::read(at("dowel.sqlite-wal")).unwrap();
    assert!(!log.is_empty());
    let mut file = File::options()
        .write(true)
        .open(at("dowel.sqlite"))
        .unwrap();
    file.seek(SeekFrom::Start(8 * 4096)).unwrap();
    file.write_all(&[0xA5; 8 * 4096]).unwrap();

    let opened = Store::open(&at("dowel.sqlite")).unwrap();
    assert_eq!(opened.set_aside, Some(at("dowel.sqlite.damaged-1")));
    assert_eq!(fs::read(at("dowel.sqlite.damaged-1-wal")).unwrap(), log);
    assert_eq!(opened.store.sessions().unwrap(), []);
}

#[test]
fn a_place_that_can_not_hold_a_file_is_named() {
    let folder = tempfile::tempdir().unwrap();
    for place in [
        folder.path().to_owned(),
        folder.path().join("no/such/folder.sqlite"),
    ] {
        let result = Store::open(&place);
        assert!(matches!(result, Err(StoreError::Io(_))), "{result:?}");
    }
}

#[test]
fn a_reader_sees_a_running_session_and_a_second_writer_waits_its_turn() {
    let folder = tempfile::tempdir().unwrap();
    let db = folder.path().join("dowel.sqlite");
    let mut coach = open(&db);
    let id = coach
        .begin_session(&store_samples::session("live"))
        .unwrap();
    coach.add_rep(id, 0, &store_samples::rep(0)).unwrap();
    let mut other = open(&db);
    assert_eq!(other.session(id).unwrap().reps, [store_samples::rep(0)]);

    let hog = Connection::open(&db).unwrap();
    hog.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert!(matches!(
        other.add_rep(id, 0, &store_samples::rep(1)),
        Err(StoreError::Busy)
    ));
    hog.execute_batch("COMMIT").unwrap();
    other.add_rep(id, 0, &store_samples::rep(1)).unwrap();
    assert_eq!(coach.session(id).unwrap().reps.len(), 2);
}

#[test]
fn many_programs_may_begin_the_same_file_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let db = folder.path().join("dowel.sqlite");
    let begin = || {
        let mut store = open(&db);
        let id = store
            .begin_session(&store_samples::session("live"))
            .unwrap();
        store.add_rep(id, 0, &store_samples::rep(0)).unwrap();
    };
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(begin);
        }
    });
    let sessions = open(&db).sessions().unwrap();
    assert_eq!(
        sessions
            .iter()
            .map(|session| session.digest.counted)
            .collect::<Vec<_>>(),
        [1; 8]
    );
}

#[test]
fn a_session_that_is_not_there_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open(&folder.path().join("dowel.sqlite"));
    let id: SessionId = "7".parse().unwrap();
    let view = store_samples::view();
    for result in [
        store.add_rep(id, 0, &store_samples::rep(0)),
        store.add_cue(id, &store_samples::cue(0)),
        store.finish_session(id, &view, Movement::Hinge, None),
        store.note(id, |_| {}),
        store.put_set(id, 0, (0.0, 1.0), 0),
        store.sessions_page(Some(id), 9).map(drop),
        store.session(id).map(drop),
        store.erase(id),
    ] {
        assert!(matches!(result, Err(StoreError::NotFound(missing)) if missing == id));
    }
}

#[test]
fn a_rep_is_stored_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open(&folder.path().join("dowel.sqlite"));
    let id = store
        .begin_session(&store_samples::session("live"))
        .unwrap();
    store.add_rep(id, 0, &store_samples::rep(3)).unwrap();
    let mut changed = store_samples::rep(3);
    changed.faults.clear();
    assert!(matches!(
        store.add_rep(id, 0, &changed),
        Err(StoreError::Other(_))
    ));
    assert_eq!(store.session(id).unwrap().reps, [store_samples::rep(3)]);
}

#[test]
fn a_log_line_does_not_tell_where_a_person_keeps_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(&folder.path().join("ada-lovelace.sqlite"));
    assert!(!format!("{store:?}").contains("ada"));
}
