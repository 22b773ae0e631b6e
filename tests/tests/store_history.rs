//! The history's figures, its exports, and that what is erased is gone.

use std::fs;
use std::path::Path;

use dowel_core::analysis::{FaultId, Movement, Rep, Verdict};
use dowel_core::progress::Digest;
use dowel_core::store::{Ending, Felt, NewSession, SessionId, SessionSummary, Store, export};
use dowel_tests::store_samples;
use rusqlite::Connection;

const NASTY_NAME: &str = "=SUM(A1), \"final\"\r\nset.mp4";

fn open(folder: &Path) -> Store {
    Store::open(&folder.join("dowel.sqlite")).unwrap().store
}

fn add_session(store: &mut Store, session: &NewSession, reps: &[Rep]) -> SessionId {
    let id = store.begin_session(session).unwrap();
    for rep in reps {
        store.add_rep(id, 0, rep).unwrap();
    }
    store.add_cue(id, &store_samples::cue(1)).unwrap();
    id
}

/// A rep with no fault but those named.
fn rep_with(index: u32, counted: bool, faults: &[FaultId]) -> Rep {
    let mut rep = Rep {
        counted,
        ..store_samples::rep(index)
    };
    for fact in &mut rep.faults {
        let at_fault = faults.contains(&fact.id);
        fact.verdict = if at_fault {
            Verdict::Fault
        } else {
            Verdict::Ok
        };
    }
    rep
}

#[test]
fn the_history_counts_reps_and_the_faults_of_counted_ones() {
    use FaultId::{LookingUp, Rushed, Squatting};
    let folder = tempfile::tempdir().unwrap();
    let mut store = open(folder.path());
    let older = NewSession {
        started_at_ms: store_samples::STARTED_AT_MS - 1,
        ..store_samples::session("older")
    };
    let reps = [
        rep_with(0, true, &[LookingUp]),
        rep_with(1, true, &[]),
        rep_with(2, false, &[Rushed, Squatting]),
        rep_with(3, true, &[LookingUp, Squatting]),
        rep_with(4, true, &[]),
        rep_with(5, true, &[LookingUp]),
    ];
    let newer = add_session(&mut store, &store_samples::session("newer"), &reps);
    let older = add_session(&mut store, &older, &[]);
    store
        .finish_session(newer, &store_samples::view(), Movement::Squat, None)
        .unwrap();

    let history = store.sessions().unwrap();
    assert_eq!(
        [history[0].id, history[1].id],
        [newer, older],
        "newest first"
    );
    let [newer, older] = [&history[0], &history[1]];
    assert_eq!(counts(newer), (5, 1, 2));
    let seen = newer.digest.most_seen();
    let faults: Vec<_> = seen.iter().map(|(id, tally)| (*id, tally.seen)).collect();
    assert_eq!(faults, [(LookingUp, 3), (Squatting, 1)]);
    assert_eq!(newer.outcome.as_ref().unwrap().movement, Movement::Squat);
    assert_eq!(counts(older), (0, 0, 0));
    assert_eq!(older.outcome, None);
    assert_eq!(older.digest, Digest::default());
}

/// Counted, attempts, without fault.
fn counts(session: &SessionSummary) -> (u32, u32, u32) {
    let digest = &session.digest;
    (digest.counted, digest.attempts, digest.without_fault)
}

/// The records of a CSV text, by the grammar of RFC 4180.
fn records(csv: &str) -> Vec<Vec<String>> {
    let mut records = vec![vec![String::new()]];
    let mut chars = csv.chars().peekable();
    let mut quoted = false;
    while let Some(c) = chars.next() {
        let fields = records.last_mut().unwrap();
        let field = fields.last_mut().unwrap();
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => field.push(chars.next().unwrap()),
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(String::new()),
            '\r' if !quoted => {
                assert_eq!(chars.next(), Some('\n'));
                records.push(vec![String::new()]);
            }
            _ => field.push(c),
        }
    }
    assert_eq!(
        records.pop(),
        Some(vec![String::new()]),
        "the last line is ended too"
    );
    records
}

#[test]
fn the_csv_has_a_line_for_each_rep() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open(folder.path());
    let reps: Vec<_> = (0..6).map(store_samples::rep).collect();
    let nasty = add_session(&mut store, &store_samples::session(NASTY_NAME), &reps);
    let empty = add_session(&mut store, &store_samples::session("live"), &[]);
    store.correct_set(nasty, 0, -2).unwrap();
    store
        .note(nasty, |notes| {
            notes.pain_after = Some(3.try_into().unwrap());
            notes.felt = vec![Felt::Hamstrings, Felt::LowBack];
            notes.ended = Some(Ending::WalkedUp);
        })
        .unwrap();
    let mut csv = Vec::new();
    export::csv(&store, &[nasty, empty], &mut csv).unwrap();

    let records = records(&String::from_utf8(csv).unwrap());
    let (head, lines) = records.split_first().unwrap();
    assert_eq!(lines.len(), reps.len());
    for (line, rep) in lines.iter().zip(&reps) {
        assert_eq!(line.len(), head.len());
        let field = |name: &str| {
            let column = head.iter().position(|column| column == name);
            line[column.unwrap_or_else(|| panic!("no column {name}"))].as_str()
        };
        assert_eq!(field("session_id"), nasty.to_string());
        assert_eq!(field("started_at"), "2026-03-01T17:05:09.250Z");
        assert_eq!(field("source"), format!("'{NASTY_NAME}"));
        assert_eq!(field("finished"), "false");
        assert_eq!(field("movement"), "");
        assert_eq!(field("rep_index"), rep.index.to_string());
        assert_eq!(field("counted"), rep.counted.to_string());
        assert_eq!(field("hip_flexion_deg").parse(), Ok(rep.hip_flexion_deg));
        assert_eq!(field("up_s").parse(), Ok(rep.tempo_s.up));
        assert_eq!(field("dowel_mid_back"), "lifted");
        assert_eq!([field("set_index"), field("set_correction")], ["0", "-2"]);
        assert_eq!([field("pain_before"), field("pain_after")], ["", "3"]);
        assert_eq!(field("felt"), "hamstrings low_back");
        assert_eq!([field("ended"), field("limit_deg")], ["walked_up", ""]);
        for fact in &rep.faults {
            let verdict = serde_json::to_value(fact.verdict).unwrap();
            assert_eq!(field(fact.id.as_str()), verdict);
            assert_eq!(
                field(&format!("{}_severity", fact.id)).parse(),
                Ok(fact.severity)
            );
        }
    }
}

#[test]
fn the_json_says_what_it_is_and_keeps_names_unchanged() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open(folder.path());
    let ids = [NASTY_NAME, "live"].map(|name| {
        add_session(
            &mut store,
            &store_samples::session(name),
            &[store_samples::rep(0)],
        )
    });
    let mut json = Vec::new();
    export::json(&store, &ids, &mut json).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&json).unwrap();
    assert_eq!(json["schema"], "dowel.sessions/1");
    assert_eq!(json["sessions"].as_array().unwrap().len(), 2);
    let first = &json["sessions"][0];
    assert_eq!(first["source"], NASTY_NAME);
    assert_eq!(first["started_at"], "2026-03-01T17:05:09.250Z");
    assert_eq!(first["started_at_ms"], store_samples::STARTED_AT_MS);
    assert_eq!(first["versions"]["pose_model"], "full-1");
    assert_eq!(
        first["reps"][0]["faults"].as_array().unwrap().len(),
        FaultId::ALL.len()
    );
}

#[test]
fn an_export_of_a_session_that_is_not_there_fails() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path());
    let error = export::csv(&store, &["9".parse().unwrap()], &mut Vec::new()).unwrap_err();
    assert!(error.to_string().contains("no session 9"));
}

/// Whether any file in `folder` has `bytes` in it.
fn somewhere_in(folder: &Path, bytes: &[u8]) -> bool {
    let files = fs::read_dir(folder).unwrap();
    let contents = files.map(|file| fs::read(file.unwrap().path()).unwrap());
    contents
        .into_iter()
        .any(|content| content.windows(bytes.len()).any(|part| part == bytes))
}

/// Enough sessions that rows moved between pages, with a name and an angle to look for in each.
fn secret_sessions(store: &mut Store) -> Vec<SessionId> {
    store.set_setting("voice", Some("ada's own")).unwrap();
    let session = |n: u32| {
        let mut reps: Vec<_> = (0..15).map(store_samples::rep).collect();
        for rep in &mut reps {
            rep.hip_flexion_deg = secret_angle_deg(n);
        }
        add_session(store, &store_samples::session(&secret_name(n)), &reps)
    };
    (0..20).map(session).collect()
}

fn secret_name(n: u32) -> String {
    format!("ada-at-home-{n:02}.mp4")
}

fn secret_angle_deg(n: u32) -> f64 {
    61.803_398_874_989_48 + f64::from(n)
}

fn traces(folder: &Path, n: u32) -> bool {
    somewhere_in(folder, secret_name(n).as_bytes())
        || somewhere_in(folder, &secret_angle_deg(n).to_be_bytes())
}

#[test]
fn an_erased_session_leaves_no_trace_and_the_others_stay() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open(folder.path());
    let ids = secret_sessions(&mut store);
    let kept = store.session(ids[8]).unwrap();
    assert!(traces(folder.path(), 7) && traces(folder.path(), 8));
    store.erase(ids[7]).unwrap();
    // While it is open, so that closing has not tidied up yet.
    assert!(!traces(folder.path(), 7));
    assert!(traces(folder.path(), 8));
    assert_eq!(store.session(ids[8]).unwrap(), kept);
    assert_eq!(store.sessions().unwrap().len(), ids.len() - 1);

    store.erase(ids[19]).unwrap();
    let next = store
        .begin_session(&store_samples::session("live"))
        .unwrap();
    assert!(next > ids[19], "a number was given twice");
}

#[test]
fn erasing_all_leaves_nothing_in_the_file_or_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open(folder.path());
    let ids = secret_sessions(&mut store);
    for name in ["damaged-1", "damaged-1-wal", "damaged-23"] {
        fs::write(
            folder.path().join(format!("dowel.sqlite.{name}")),
            secret_name(0),
        )
        .unwrap();
    }
    let not_ours = [
        "dowel.sqlite.damaged-notes",
        "other.sqlite.damaged-1",
        "dowel.sqlite.damaged-",
    ];
    for name in not_ours {
        fs::write(folder.path().join(name), "").unwrap();
    }
    store.erase_all().unwrap();
    for n in (0..).take(ids.len()) {
        assert!(!traces(folder.path(), n), "session {n}");
    }
    assert!(!somewhere_in(folder.path(), b"ada's own"));
    for name in not_ours {
        assert!(folder.path().join(name).exists());
    }
    assert_eq!(store.sessions().unwrap(), []);
    drop(store);
    let conn = Connection::open(folder.path().join("dowel.sqlite")).unwrap();
    let tables: Vec<String> = conn
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
        .and_then(|mut tables| tables.query_map([], |row| row.get(0))?.collect())
        .unwrap();
    assert!(tables.len() > 8, "{tables:?}");
    for table in tables {
        let count = format!("SELECT count(*) FROM {table}");
        let rows: i64 = conn.query_row(&count, [], |row| row.get(0)).unwrap();
        assert_eq!(rows, 0, "{table}");
    }
}
