//! Files that are no video of use: status 3 and one line that says what to do.

use crate::place::{NOBODY, Place, Ran};

#[track_caller]
fn assert_refused(place: &Place, file: &str, words: &[&str]) {
    let ran = place.run(&format!("{file} --json out.json --frames out.jsonl"));
    ran.assert_refused(3, &[&[file], words].concat());
    for result in ["out.json", "out.jsonl"] {
        assert!(!place.path(result).exists(), "{file} left {result}");
    }
}

#[test]
fn no_such_file() {
    assert_refused(
        &Place::new(),
        "none.mp4",
        &["no such file", "check its name"],
    );
}

#[test]
fn a_folder() {
    let place = Place::new();
    std::fs::create_dir(place.path("clips")).unwrap();
    assert_refused(&place, "clips", &["not a file", "name one video"]);
}

#[test]
fn an_empty_file() {
    let place = Place::new();
    place.write("empty.mp4", b"");
    assert_refused(&place, "empty.mp4", &["empty", "copy the video again"]);
}

#[test]
fn a_text_file() {
    let place = Place::new();
    let text = "Ten hinges, slowly, with the stick on.\n".repeat(300);
    for file in ["notes.txt", "notes.mp4"] {
        place.write(file, text.as_bytes());
        assert_refused(&place, file, &["not a video", "use MP4"]);
    }
}

#[test]
fn sound_alone() {
    let place = Place::new();
    place.make("sound.m4a", "-f lavfi -i sine=d=1");
    assert_refused(
        &place,
        "sound.m4a",
        &["only sound", "use the original video"],
    );
}

#[test]
fn a_recording_cut_off_before_its_index() {
    let place = Place::new();
    place.make("whole.mp4", NOBODY);
    let bytes = std::fs::read(place.path("whole.mp4")).unwrap();
    place.write("cut.mp4", &bytes[..bytes.len() / 2]);
    assert_refused(&place, "cut.mp4", &["incomplete", "copy it again"]);
}

#[test]
fn one_pixel() {
    let place = Place::new();
    place.make("dot.gif", "-f lavfi -i color=red:s=1x1:r=10:d=0.5");
    assert_refused(&place, "dot.gif", &["1x1", "too small", "at least 64"]);
}

#[test]
fn a_name_of_two_lines_is_shown_on_one() {
    let place = Place::new();
    let ran = Ran::of(place.analyze("").arg("one\ntwo.mp4"));
    ran.assert_refused(3, &["one\u{fffd}two.mp4", "no such file"]);
}

/// The argument parser's own words: what is wrong first, then how to get help.
#[test]
fn bad_usage() {
    let place = Place::new();
    place.make("a.mp4", NOBODY);
    for (arguments, wrong) in [
        ("", "<VIDEO>"),
        ("a.mp4 --model huge", "choose lite, full or heavy"),
        ("a.mp4 --tempo fast", "such as 3-1-2"),
        ("a.mp4 --depth 500", "from 20 to 160"),
        ("a.mp4 --max-fps 0", "from 5 to 1000"),
        ("a.mp4 --threads 0", "1..=16"),
        ("a.mp4 --cues loud", "silent, seldom or normal"),
        ("a.mp4 --db x.db --no-db", "cannot be used with"),
        ("a.mp4 --nonsense", "--nonsense"),
    ] {
        let ran = place.run(arguments);
        ran.assert_status(2);
        assert!(ran.stdout.is_empty(), "{ran:#?}");
        assert!(ran.stderr.starts_with("error: "), "{ran:#?}");
        assert!(ran.stderr.contains(wrong), "{ran:#?}");
        assert!(ran.stderr.contains("try '--help'"), "{ran:#?}");
    }
}
