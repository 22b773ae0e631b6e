//! A set-up that is not complete: status 4, and how to complete it.

use std::fs;
use std::os::unix::fs::symlink;

use crate::place::{NOBODY, Place, Ran, setup_folder};

/// A place whose set-up is a copy (by links) of the real one, without `file`.
fn without(file: &str) -> Place {
    let place = Place::new();
    place.make("a.mp4", NOBODY);
    for folder in ["bin", "runtime", "models"] {
        fs::create_dir_all(place.path("setup").join(folder)).unwrap();
        for entry in fs::read_dir(setup_folder().join(folder)).unwrap() {
            let name = entry.unwrap().file_name();
            let whole = setup_folder().join(folder).join(&name);
            symlink(whole, place.path("setup").join(folder).join(name)).unwrap();
        }
    }
    fs::remove_file(place.path("setup").join(file)).unwrap();
    place
}

fn run(place: &Place, arguments: &str) -> Ran {
    let mut dowel = place.analyze(arguments);
    Ran::of(dowel.env("DOWEL_HOME", place.path("setup")))
}

#[track_caller]
fn assert_refused(place: &Place, arguments: &str, words: &[&str]) {
    let words = [words, &["run `cargo xtask setup`"]].concat();
    run(place, arguments).assert_refused(4, &words);
}

#[test]
fn a_missing_model() {
    let place = without("models/pose_landmark_lite.onnx");
    let missing = ["pose_landmark_lite.onnx", "missing"];
    assert_refused(&place, "a.mp4 --model lite", &missing);
    run(&place, "a.mp4 --model full").assert_status(0);

    let place = without("models/pose_landmark_full_mask.onnx");
    let missing = ["pose_landmark_full_mask.onnx", "missing"];
    assert_refused(&place, "a.mp4 --model full", &missing);

    let place = without("models/pose_detection.onnx");
    assert_refused(&place, "a.mp4", &["pose_detection.onnx", "missing"]);
}

#[test]
fn a_model_with_the_wrong_checksum() {
    const MODEL: &str = "models/pose_landmark_full.onnx";
    let place = without(MODEL);
    let mut bytes = fs::read(setup_folder().join(MODEL)).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(place.path("setup").join(MODEL), bytes).unwrap();
    let damaged = ["pose_landmark_full.onnx", "damaged", "SHA-256"];
    assert_refused(&place, "a.mp4", &damaged);
}

#[test]
fn a_missing_runtime_and_one_that_is_no_library() {
    const RUNTIME: &str = "runtime/libonnxruntime.so";
    let place = without(RUNTIME);
    assert_refused(&place, "a.mp4", &["ONNX Runtime", "no such file"]);
    fs::write(place.path("setup").join(RUNTIME), "not a library").unwrap();
    assert_refused(&place, "a.mp4", &["ONNX Runtime", "could not be loaded"]);
}

#[test]
fn a_missing_ffmpeg_and_one_that_is_no_program() {
    const FFMPEG: &str = "bin/ffmpeg";
    let place = without(FFMPEG);
    assert_refused(&place, "a.mp4", &["ffmpeg is missing"]);
    fs::write(place.path("setup").join(FFMPEG), "not a program").unwrap();
    assert_refused(&place, "a.mp4", &["ffmpeg is missing or can't be run"]);
}

#[test]
fn no_set_up_at_all() {
    let place = Place::new();
    place.make("a.mp4", NOBODY);
    let mut dowel = place.analyze("a.mp4");
    let ran = Ran::of(dowel.env("DOWEL_HOME", place.path("nowhere")));
    ran.assert_refused(4, &["run `cargo xtask setup`"]);
}
