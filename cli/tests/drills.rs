//! `dowel drills --picture` as a person runs it.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use dowel_core::drills;

fn drills(args: &[&str], picture: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dowel"));
    command
        .arg("drills")
        .args(args)
        .arg("--picture")
        .arg(picture);
    command.output().unwrap()
}

#[test]
fn one_drill_is_drawn_and_told() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("hinge.svg");
    let output = drills(&["dowel-hinge", "--language", "de"], &file);
    assert!(
        output.status.success() && output.stdout.is_empty(),
        "{output:?}"
    );
    let svg = fs::read_to_string(file).unwrap();
    assert!(svg.contains("lang=\"de\"") && svg.contains("role=\"img\""));
    assert!(
        svg.contains("<desc id=\"described\">Zeichnung zu „"),
        "{}",
        &svg[..600]
    );
    for class in [
        "area figure",
        "area ghost",
        "line stick",
        "line arrow",
        "line ground",
    ] {
        assert!(svg.contains(class), "no {class}");
    }
}

#[test]
fn the_sheet_holds_every_drill() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("all.svg");
    assert!(drills(&[], &file).status.success());
    let svg = fs::read_to_string(file).unwrap();
    assert_eq!(svg.matches("<g ").count(), drills::all().len());
    assert!(svg.contains(">Wall tap</text>"));
}

#[test]
fn a_place_that_cannot_be_written_is_told_in_one_line() {
    let folder = tempfile::tempdir().unwrap();
    let output = drills(&["wall-tap"], &folder.path().join("missing/wall.svg"));
    assert_eq!(output.status.code(), Some(5));
    assert_eq!(String::from_utf8(output.stderr).unwrap().lines().count(), 1);
}
