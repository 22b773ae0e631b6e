//! What is written, where, and what is not written over.

use std::fs::{self, File};
use std::os::unix::fs::PermissionsExt;
use std::process::Stdio;

use crate::place::{NOBODY, Place, Ran};

fn with_two_clips() -> Place {
    let place = Place::new();
    place.make("a.mp4", NOBODY);
    place.make("b.gif", "-i a.mp4");
    place
}

#[test]
fn folders_that_are_not_there_are_made() {
    let place = with_two_clips();
    let ran = place.run(
        "a.mp4 --quiet --json new/1/a.json --frames new/2/a.jsonl --report new/3/a.html --db new/4/a.db",
    );
    ran.assert_status(0);
    ran.assert_silent();
    for file in ["1/a.json", "2/a.jsonl", "3/a.html", "4/a.db"] {
        assert!(place.path("new").join(file).is_file(), "{file}");
    }
}

#[test]
fn several_videos_go_into_a_folder() {
    let place = with_two_clips();
    let ran = place.run("a.mp4 b.gif --json out --frames out --report out --no-db");
    ran.assert_status(0);
    let mut names: Vec<_> = fs::read_dir(place.path("out"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let expected = ["a.html", "a.json", "a.jsonl", "b.html", "b.json", "b.jsonl"];
    assert_eq!(names, expected);
    for name in ["out/a.json", "out/b.json"] {
        assert_eq!(place.json(name)["schema"], "dowel.analysis/1");
        assert_eq!(place.json(name)["video"]["frames"], 10);
    }
    assert!(ran.stdout.contains("a.mp4") && ran.stdout.contains("b.gif"));
}

#[test]
fn no_result_is_written_over_another_or_over_the_video() {
    let place = with_two_clips();
    place.make("b.mp4", NOBODY);
    let before = fs::read(place.path("a.mp4")).unwrap();
    for (arguments, words) in [
        (
            "b.gif b.mp4 --json out",
            ["two results", "a file of its own"],
        ),
        (
            "a.mp4 --json x --frames x",
            ["two results", "a file of its own"],
        ),
        ("a.mp4 --json ./a.mp4", ["the video itself", "another file"]),
        ("a.mp4 --frames a.mp4", ["the video itself", "another file"]),
    ] {
        place.run(arguments).assert_refused(2, &words);
    }
    // A session file is opened before the first frame is read.
    let ran = place.run("a.mp4 --db a.mp4");
    ran.assert_refused(5, &["not a Dowel session file", "choose another file"]);
    assert_eq!(fs::read(place.path("a.mp4")).unwrap(), before);
}

#[test]
fn a_failed_run_keeps_the_old_result() {
    let place = with_two_clips();
    place.write("a.json", b"old");
    place.write("bad.mp4", b"");
    place.run("bad.mp4 --json a.json").assert_status(3);
    assert_eq!(place.read("a.json"), "old");
}

#[test]
fn results_are_as_readable_as_any_other_file() {
    let place = with_two_clips();
    place.run("a.mp4 --json a.json --report a.html --no-db");
    let mode = |name: &str| fs::metadata(place.path(name)).unwrap().permissions().mode();
    assert_eq!(mode("a.json"), mode("a.mp4"));
    assert_eq!(mode("a.html"), mode("a.mp4"));
}

#[test]
fn quiet_prints_nothing_and_keeps_the_session() {
    let place = with_two_clips();
    let ran = place.run("a.mp4 --quiet");
    ran.assert_status(0);
    ran.assert_silent();
    assert!(place.path("data/dowel/sessions.db").is_file());
    let ran = place.run("a.mp4 --no-db");
    ran.assert_status(0);
    assert!(ran.stdout.contains("Nobody was found") && ran.stderr.is_empty());
}

#[test]
fn a_reader_that_left_is_no_error_and_a_full_disk_is_one() {
    let place = with_two_clips();
    let mut dowel = place
        .analyze("a.mp4 --no-db")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(dowel.stdout.take());
    let ran = Ran::from(dowel.wait_with_output().unwrap());
    ran.assert_status(0);
    ran.assert_silent();

    let full = File::options().write(true).open("/dev/full").unwrap();
    let ran = Ran::of(place.analyze("a.mp4 --no-db").stdout(full));
    ran.assert_refused(5, &["standard output", "free some space"]);
}
