//! Full disks and folders nobody may write to, on a real file system made for the test.
#![cfg(target_os = "linux")]

use std::fs;

use crate::place::{FIRST_REP, NOBODY, Place, Ran};

/// Runs `script` in a mount namespace of its own, with `$DISK` an empty file system of 64 KiB and `$DOWEL`
/// the program; whatever happens in it, the mount goes away with it.
fn on_small_disk(place: &Place, script: &str) -> Ran {
    fs::create_dir_all(place.path("disk")).unwrap();
    let script = format!("set -e; mount -t tmpfs -o size=64k tmpfs \"$DISK\"; {script}");
    let mut unshare = place.command("unshare");
    unshare
        .args(["--mount", "--map-root-user", "sh", "-c", &script])
        .env("DISK", place.path("disk"))
        .env("DOWEL", env!("CARGO_BIN_EXE_dowel"));
    Ran::of(&mut unshare)
}

const FILL: &str = r#"cat /dev/zero > "$DISK/filler" 2> /dev/null || true;"#;

fn with_nobody() -> Place {
    let place = Place::new();
    place.make("a.mp4", NOBODY);
    place
}

#[test]
fn a_full_disk_under_the_json_keeps_the_old_one() {
    let script = format!(
        r#"printf old > "$DISK/a.json"; {FILL} status=0
           "$DOWEL" analyze -q a.mp4 --no-db --json "$DISK/a.json" || status=$?
           cat "$DISK/a.json"; ls "$DISK"; exit $status"#
    );
    let ran = on_small_disk(&with_nobody(), &script);
    ran.assert_status(5);
    ran.assert_line(&["a.json", "No space left", "free some space"]);
    assert_eq!(ran.stdout, "olda.json\nfiller\n", "half a file was left");
}

#[test]
fn a_full_disk_under_the_report() {
    let script = format!(r#"{FILL} "$DOWEL" analyze -q a.mp4 --no-db --report "$DISK/a.html""#);
    let ran = on_small_disk(&with_nobody(), &script);
    ran.assert_refused(5, &["a.html", "No space left", "free some space"]);
}

#[test]
fn a_disk_that_fills_up_under_the_lines_per_frame() {
    let place = Place::with_demo();
    place.make("rep.mp4", FIRST_REP);
    let script = r#""$DOWEL" analyze -q rep.mp4 --model lite --no-db --frames "$DISK/a.jsonl""#;
    let ran = on_small_disk(&place, script);
    ran.assert_refused(5, &["a.jsonl", "No space left", "free some space"]);
}

#[test]
fn a_full_disk_under_the_database() {
    let script = r#""$DOWEL" analyze -q a.mp4 --db "$DISK/a.db""#;
    let ran = on_small_disk(&with_nobody(), script);
    ran.assert_refused(5, &["the disk is full", "free some space"]);
}

/// Nobody asked for it, so its trouble takes no analysis away.
#[test]
fn a_full_disk_under_the_history_is_said_and_the_analysis_goes_on() {
    let place = with_nobody();
    let script = r#"XDG_DATA_HOME="$DISK" "$DOWEL" analyze -q a.mp4 --json a.json"#;
    let ran = on_small_disk(&place, script);
    ran.assert_status(0);
    ran.assert_line(&["the history is not kept", "free some space"]);
    assert_eq!(place.json("a.json")["schema"], "dowel.analysis/1");
}

#[test]
fn a_read_only_folder() {
    let place = with_nobody();
    for (option, words) in [
        ("--json", ["Read-only", "choose another place"]),
        ("--frames", ["Read-only", "choose another place"]),
        ("--report", ["Read-only", "choose another place"]),
        (
            "--db",
            ["can't be written", "choose a folder you may write to"],
        ),
    ] {
        let no_db = if option == "--db" { "" } else { "--no-db" };
        let script = format!(
            r#"mount -o remount,ro "$DISK"; "$DOWEL" analyze -q a.mp4 {no_db} {option} "$DISK/out""#
        );
        on_small_disk(&place, &script).assert_refused(5, &words);
    }
}
