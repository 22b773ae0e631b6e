//! A full disk and a folder nobody may write to, on a real file system made for the test.
#![cfg(target_os = "linux")]

use std::process::{Command, Output};

use dowel_core::analysis::Rep;
use dowel_core::store::StoredSession;
use dowel_tests::store_samples;

/// Runs `script` in a mount namespace of its own, with `$DISK` an empty tmpfs of `size` and `$WRITER` the
/// program; whatever happens in it, the mount goes away with it.
fn on_small_disk(size: &str, script: &str) -> Output {
    let disk = tempfile::tempdir().unwrap();
    let script = format!("set -e; mount -t tmpfs -o size={size} tmpfs \"$DISK\"; {script}");
    let output = Command::new("unshare")
        .args(["--mount", "--map-root-user", "sh", "-c", &script])
        .env("DISK", disk.path())
        .env("WRITER", env!("CARGO_BIN_EXE_rep_writer"))
        .output()
        .expect("this test needs `unshare` of util-linux");
    let complaints = String::from_utf8_lossy(&output.stderr);
    assert!(complaints.is_empty(), "{complaints}");
    output
}

/// serde_json reads a number back to within its last bit only, so what is compared takes the same way.
fn through_json(rep: &Rep) -> Rep {
    serde_json::from_value(serde_json::from_str(&serde_json::to_string(rep).unwrap()).unwrap())
        .unwrap()
}

fn lines(output: &Output) -> Vec<String> {
    let text = String::from_utf8(output.stdout.clone()).unwrap();
    text.lines().map(str::to_owned).collect()
}

#[test]
fn a_full_disk_is_named_and_loses_nothing() {
    // Larger than the log grows before its first checkpoint, so that the disk fills up after some.
    let output = on_small_disk(
        "6m",
        r#""$WRITER" write "$DISK/db.sqlite" || true; "$WRITER" dump "$DISK/db.sqlite""#,
    );
    let lines = lines(&output);
    let failed_at = lines
        .iter()
        .position(|line| line.starts_with("error"))
        .unwrap();
    assert!(
        lines[failed_at].starts_with("error Full: the disk is full"),
        "{}",
        lines[failed_at]
    );
    let acknowledged = failed_at - 1; // the first line names the session
    assert!(
        acknowledged > 200,
        "the disk was full after {acknowledged} reps"
    );

    // The disk is still full, and the file opens and reads.
    let dump: serde_json::Value = serde_json::from_str(&lines[failed_at + 1..].join("\n")).unwrap();
    let session: StoredSession = serde_json::from_value(dump["sessions"][0].clone()).unwrap();
    assert_eq!(session.reps.len(), acknowledged);
    for (index, rep) in (0..).zip(&session.reps) {
        assert_eq!(*rep, through_json(&store_samples::rep(index)));
    }
}

#[test]
fn a_disk_too_full_to_begin_on_is_named() {
    let output = on_small_disk("16k", r#""$WRITER" write "$DISK/db.sqlite" || true"#);
    assert_eq!(lines(&output).len(), 1);
    assert!(lines(&output)[0].starts_with("error Full:"), "{output:?}");
}

#[test]
fn a_read_only_folder_is_named_whether_the_file_is_there_or_not() {
    let output = on_small_disk(
        "1m",
        r#""$WRITER" dump "$DISK/old.sqlite" > "$DISK/said"; mount -o remount,ro "$DISK"
           "$WRITER" write "$DISK/old.sqlite" || true; "$WRITER" write "$DISK/new.sqlite" || true"#,
    );
    let lines = lines(&output);
    assert_eq!(lines.len(), 2);
    for line in lines {
        assert!(
            line.starts_with("error ReadOnly: the session file can't be written"),
            "{line}"
        );
    }
}
