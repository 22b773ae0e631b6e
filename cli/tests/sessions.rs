//! `dowel sessions` as a person runs it.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use dowel_core::analysis::{Movement, Rep, SpokenCue, Versions, View};
use dowel_core::store::{Ending, Felt, NewSession, Notes, Pain, Store};
use serde_json::json;
use tempfile::TempDir;

fn dowel(db: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dowel"));
    command.env("LC_ALL", "C");
    command.arg("sessions").args(args).arg("--db").arg(db);
    command
}

fn run(db: &Path, args: &[&str]) -> Output {
    dowel(db, args).stdin(Stdio::null()).output().unwrap()
}

fn stdout(output: &Output) -> String {
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// What a failing command said; one line, with nothing on standard output.
fn complaint(output: &Output) -> String {
    assert!(!output.status.success());
    assert!(output.stdout.is_empty());
    let text = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(text.lines().count(), 1, "{text}");
    text
}

fn rep(index: u32) -> Rep {
    let counted = index != 1;
    serde_json::from_value(json!({
        "index": index, "start_s": 1.25, "bottom_s": 2.7, "end_s": 3.9,
        "counted": counted, "attempt_reason": (!counted).then_some("too_shallow"),
        "hip_flexion_deg": 82.0, "knee_flexion_deg": 21.0, "trunk_lean_deg": 68.0, "hinge_index": 78,
        "tempo_s": {"down": 1.5, "pause": 0.3, "up": 1.2},
        "dowel": {"head": "touching", "mid_back": "cant_tell", "tailbone": "lifted", "first_lost_s": null},
        "faults": [
            {"id": "squatting", "verdict": "fault", "severity": 0.42, "onset_s": 2.1, "phase": "down", "reason": null},
            {"id": "rounded_lower_back", "verdict": "cant_tell", "severity": 0.0, "onset_s": null, "phase": null,
             "reason": "needs_back_contour"}
        ]
    }))
    .unwrap()
}

/// A history of `sessions` finished sessions, each of two reps with an attempt between them.
fn history(sessions: i64) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let db = folder.path().join("history.sqlite");
    let mut store = Store::open(&db).unwrap().store;
    let view: View = serde_json::from_value(json!(
        {"verdict": "ok", "reasons": [], "near_side": "right", "azimuth_deg": 4.2}
    ))
    .unwrap();
    for n in 0..sessions {
        let id = store
            .begin_session(&NewSession {
                started_at_ms: 1_772_384_709_250 + n * 60_000,
                source: format!("set\u{1b}-{n}.mp4"),
                drill: Some("wall_tap".to_owned()),
                versions: Versions {
                    app: "0.1.0".to_owned(),
                    rules: "1".to_owned(),
                    pose_model: "full".to_owned(),
                    back_model: "none".to_owned(),
                },
            })
            .unwrap();
        for index in 0..3 {
            store.add_rep(id, 0, &rep(index)).unwrap();
        }
        let cue = SpokenCue {
            at_s: 2.2,
            id: "squatting".to_owned(),
            text: "Hips back, not down".to_owned(),
        };
        store.add_cue(id, &cue).unwrap();
        store
            .finish_session(id, &view, Movement::Hinge, Some(71.0))
            .unwrap();
    }
    (folder, db)
}

#[test]
fn an_empty_history_says_how_to_make_one_and_makes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let db = folder.path().join("none.sqlite");
    for args in [&[][..], &["list"]] {
        assert!(stdout(&run(&db, args)).contains("`dowel analyze VIDEO`"));
    }
    for args in [
        &["show", "1"][..],
        &["export"],
        &["erase", "--all", "--yes"],
    ] {
        assert!(complaint(&run(&db, args)).contains("`dowel analyze VIDEO`"));
    }
    assert!(!db.exists());
}

#[test]
fn the_list_is_a_table_newest_first() {
    let (_folder, db) = history(2);
    let list = stdout(&run(&db, &["list"]));
    let rows: Vec<Vec<_>> = list
        .lines()
        .map(|line| {
            line.split("  ")
                .filter(|cell| !cell.is_empty())
                .map(str::trim)
                .collect()
        })
        .collect();
    assert_eq!(rows.len(), 3, "{list}");
    assert_eq!(rows[0][..3], ["ID", "STARTED (UTC)", "SOURCE"]);
    // The escape character in the name is not passed to the terminal.
    let newest = [
        "2",
        "2026-03-01 17:06",
        "set\u{fffd}-1.mp4",
        "hinge",
        "2 + 1 attempt",
        "0",
        "71°",
        "squatting 2",
    ];
    assert_eq!(rows[1], newest);
    assert_eq!(rows[2][0], "1");
}

#[test]
fn show_tells_reps_faults_cues_and_what_could_not_be_told() {
    let (_folder, db) = history(1);
    let shown = stdout(&run(&db, &["show", "1"]));
    for part in [
        "right side to the camera, 4° off side-on",
        "wall tap",
        "71°",
        "squatting +42 %",
        "not counted: too shallow",
        "2.2 s  Hips back, not down",
        "this set was analysed without it. (2 of 2 reps)\n    rounded lower back\n",
        "  T?L    squatting",
        "Stick: head, mid-back, tailbone; T touches, L lifted, ? can't tell",
    ] {
        assert!(shown.contains(part), "{part:?} is missing in\n{shown}");
    }
    assert!(complaint(&run(&db, &["show", "9"])).contains("no session 9"));
}

#[test]
fn show_tells_what_was_noted_and_the_sets() {
    let (_folder, db) = history(1);
    let mut store = Store::open(&db).unwrap().store;
    let id = store.sessions().unwrap()[0].id;
    store.put_set(id, 1, (60.0, 91.0), 8).unwrap();
    store.correct_set(id, 1, -1).unwrap();
    let noted = |notes: &mut Notes| {
        notes.pain_before = Some(Pain::try_from(2).unwrap());
        notes.pain_after = Some(Pain::try_from(1).unwrap());
        notes.felt = vec![Felt::Hamstrings, Felt::LowBack];
        notes.ended = Some(Ending::WalkedUp);
        notes.limit_deg = Some(83.0);
    };
    store.note(id, noted).unwrap();
    drop(store);
    let shown = stdout(&run(&db, &["show", "1"]));
    for part in [
        "ended       walked up",
        "pain        2 before, 1 after",
        "felt        hamstrings, low back",
        "range       83°",
        "set 1       2 reps",
        "set 2       7 reps in 31 s, -1 by hand",
    ] {
        assert!(shown.contains(part), "{part:?} is missing in\n{shown}");
    }
}

#[test]
fn export_writes_to_standard_output_or_a_file() {
    let (folder, db) = history(2);
    let csv = stdout(&run(&db, &["export"]));
    assert_eq!(csv.lines().count(), 1 + 2 * 3);
    assert_eq!(
        csv,
        stdout(&run(&db, &["export", "--all", "--format", "csv"]))
    );
    assert_eq!(stdout(&run(&db, &["export", "2"])).lines().count(), 1 + 3);

    let file = folder.path().join("out.json");
    let out = file.to_str().unwrap();
    let output = run(&db, &["export", "2", "1", "--format", "json", "--out", out]);
    assert_eq!(stdout(&output), "");
    let json: serde_json::Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    assert_eq!(
        [&json["sessions"][0]["id"], &json["sessions"][1]["id"]],
        [2, 1]
    );
}

#[test]
fn export_does_not_write_over_the_history_or_into_nothing() {
    let (folder, db) = history(1);
    let before = std::fs::read(&db).unwrap();
    let output = run(&db, &["export", "--out", db.to_str().unwrap()]);
    assert!(complaint(&output).contains("the session file itself"));
    assert_eq!(std::fs::read(&db).unwrap(), before);

    let nowhere = folder.path().join("no/such/folder.csv");
    let output = run(&db, &["export", "--out", nowhere.to_str().unwrap()]);
    assert!(complaint(&output).contains("choose another place"));
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_under_the_output_is_said() {
    let (_folder, db) = history(1);
    let output = run(&db, &["export", "--out", "/dev/full"]);
    assert!(complaint(&output).contains("No space left"));
    let full = std::fs::File::options()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let output = dowel(&db, &["list"]).stdout(full).output().unwrap();
    assert!(complaint(&output).contains("free some space"));
}

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    // More than a pipe holds, so that the program is still writing when the reader goes.
    let (_folder, db) = history(60);
    for format in ["csv", "json"] {
        let mut child = dowel(&db, &["export", "--format", format])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut first = [0; 10];
        child.stdout.take().unwrap().read_exact(&mut first).unwrap();
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{output:?}");
        assert!(output.stderr.is_empty(), "{output:?}");
    }
}

fn erase_answering(db: &Path, args: &[&str], answer: &str) -> Output {
    let mut child = dowel(db, args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(answer.as_bytes())
        .unwrap();
    child.wait_with_output().unwrap()
}

fn ids(db: &Path) -> Vec<String> {
    let sessions = Store::open(db).unwrap().store.sessions().unwrap();
    sessions
        .iter()
        .map(|session| session.id.to_string())
        .collect()
}

#[test]
fn erase_asks_and_takes_only_yes_for_yes() {
    let (_folder, db) = history(4);
    let output = erase_answering(&db, &["erase", "1"], "n\n");
    assert_eq!(stdout(&output), "Nothing was erased.\n");
    assert!(String::from_utf8_lossy(&output.stderr).contains("set\u{fffd}-0.mp4, 2 reps"));
    assert!(
        !run(&db, &["erase", "1"]).status.success(),
        "nobody answered"
    );
    assert!(
        !run(&db, &["erase", "1", "9", "--yes"]).status.success(),
        "9 is not there"
    );
    assert_eq!(ids(&db), ["4", "3", "2", "1"]);

    stdout(&erase_answering(&db, &["erase", "1"], "y\n"));
    assert_eq!(ids(&db), ["4", "3", "2"]);
    stdout(&run(&db, &["erase", "2", "3", "2", "--yes"]));
    assert_eq!(ids(&db), ["4"]);
    stdout(&run(&db, &["erase", "--all", "--yes"]));
    assert_eq!(ids(&db), [""; 0]);
    assert!(!run(&db, &["erase"]).status.success(), "nothing named");
}

#[test]
fn a_damaged_history_is_kept_and_the_person_told() {
    let (folder, db) = history(5);
    let length = std::fs::metadata(&db).unwrap().len();
    std::fs::File::options()
        .write(true)
        .open(&db)
        .unwrap()
        .set_len(length / 2)
        .unwrap();
    let output = run(&db, &["list"]);
    assert!(stdout(&output).contains("No sessions"));
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(told.contains("history.sqlite.damaged-1"), "{told}");
    assert!(folder.path().join("history.sqlite.damaged-1").exists());
}
