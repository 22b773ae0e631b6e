//! `dowel replay` as a person uses it; the committed recordings need neither models nor ffmpeg.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use dowel_core::analysis::{Analysis, FrameFacts, Movement};

fn demo() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/recordings/demo.dowelrec")
}

fn replay(recording: &Path, options: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dowel"))
        .arg("replay")
        .arg(recording)
        .args(options)
        .env("DOWEL_HOME", "nowhere")
        .env("LC_ALL", "C.UTF-8")
        .output()
        .unwrap()
}

fn said(output: &Output) -> (i32, String) {
    let error = String::from_utf8(output.stderr.clone()).unwrap();
    (output.status.code().unwrap(), error)
}

#[test]
fn a_recording_gives_summary_json_and_frames_without_models() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (json, frames) = (at("demo.json"), at("demo.jsonl"));
    let output = replay(&demo(), &["--json", &json, "--frames", &frames]);
    assert_eq!(said(&output), (0, String::new()));
    let summary = String::from_utf8(output.stdout).unwrap();
    assert!(summary.contains("6 hinges"), "{summary}");
    assert!(summary.contains("squatting: 1 of 6"), "{summary}");
    assert!(summary.contains("clean depth 8"), "{summary}");
    let contacts = summary.lines().filter(|line| line.contains("  ●●●  "));
    assert_eq!(contacts.count(), 6, "{summary}");
    assert!(summary.contains("○ lifted, ? can't tell"), "{summary}");

    let analysis: Analysis = serde_json::from_str(&std::fs::read_to_string(json).unwrap()).unwrap();
    assert_eq!(analysis.movement, Movement::Hinge);
    assert_eq!(analysis.reps.iter().filter(|r| r.counted).count(), 6);
    let lines = std::fs::read_to_string(frames).unwrap();
    let read = |line| serde_json::from_str::<FrameFacts>(line).unwrap();
    let lines: Vec<FrameFacts> = lines.lines().map(read).collect();
    assert_eq!(lines.len() as u64, analysis.video.unwrap().frames);
}

#[test]
fn a_back_that_can_not_be_seen_says_so_once_and_what_to_do() {
    let clip = demo().with_file_name("baggy-shirt-round-30.dowelrec");
    let summary = String::from_utf8(replay(&clip, &[]).stdout).unwrap();
    let said = "? Your shirt hides your back: tuck it in or wear a closer one. (3 of 3 reps)";
    assert_eq!(summary.matches(said).count(), 1, "{summary}");
    assert!(!summary.contains("stick"), "{summary}");
}

#[test]
fn cues_come_in_the_language_asked_for() {
    let clip = demo().with_file_name("squat-70.dowelrec");
    let summary = |options: &[&str]| String::from_utf8(replay(&clip, options).stdout).unwrap();
    assert!(summary(&[]).contains("\"Hips back, not down; shins like fence posts\""));
    let german = summary(&["--language", "de"]);
    let said = "\"Hüfte zurück, nicht runter; Schienbeine wie Zaunpfähle\"";
    assert!(german.contains(said), "{german}");
    assert!(!german.contains("Hips"), "{german}");
    let (status, error) = said_of(&clip, "fr");
    assert_eq!(status, 2, "{error}");
    assert!(error.contains("choose en or de"), "{error}");
}

fn said_of(clip: &Path, language: &str) -> (i32, String) {
    said(&replay(clip, &["--language", language]))
}

#[test]
fn what_is_no_recording_gives_one_line_and_status_3() {
    let folder = tempfile::tempdir().unwrap();
    let whole = std::fs::read(demo()).unwrap();
    let cases: [(&str, &[u8], &str); 3] = [
        ("text.dowelrec", b"a shopping list", "not a Dowel recording"),
        ("empty.dowelrec", b"", "not a Dowel recording"),
        ("cut.dowelrec", &whole[..5000], "ends early"),
    ];
    for (name, bytes, expected) in cases {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        let (status, error) = said(&replay(&path, &[]));
        assert_eq!((status, error.lines().count()), (3, 1), "{error}");
        assert!(error.contains(name) && error.contains(expected), "{error}");
    }
    let (status, error) = said(&replay(&folder.path().join("missing.dowelrec"), &[]));
    assert_eq!((status, error.lines().count()), (3, 1), "{error}");
}

#[test]
fn a_result_that_can_not_be_written_is_status_5() {
    let folder = tempfile::tempdir().unwrap();
    let taken = folder.path().to_str().unwrap();
    for option in ["--json", "--frames"] {
        let (status, error) = said(&replay(&demo(), &[option, taken]));
        assert_eq!((status, error.lines().count()), (5, 1), "{error}");
    }
}
