//! The demo clip against its truth, at any frame rate.

use std::path::Path;
use std::sync::LazyLock;

use serde_json::Value;

use crate::place::{Place, assert_near, faults, number, reps};

/// The demo clip analysed once as a person would, with everything kept.
pub static WHOLE: LazyLock<Place> = LazyLock::new(|| {
    let place = Place::with_demo();
    let ran = place.run("demo.mp4 --json a.json --frames a.jsonl --report a.html --db a.db");
    ran.assert_status(0);
    assert!(ran.stderr.is_empty(), "{ran:#?}");
    assert!(ran.stdout.contains("6 hinges"), "{ran:#?}");
    place
});

fn truth() -> Vec<Value> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/demo/demo.truth.json");
    let truth: Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    truth["reps"].as_array().unwrap().clone()
}

/// The same repetitions at the same times with the same faults.
#[track_caller]
fn assert_true(analysis: &Value, what: &str) {
    let (truth, found) = (truth(), reps(analysis));
    assert_eq!(found.len(), truth.len(), "{what}");
    assert_eq!(
        analysis["reps"].as_array().unwrap().len(),
        truth.len(),
        "{what}: an attempt was seen"
    );
    for (found, truth) in found.into_iter().zip(&truth) {
        let what = format!("{what}, rep {}", truth["index"]);
        assert_near(
            number(found, "bottom_s"),
            number(truth, "bottom_s"),
            0.15,
            &what,
        );
        let made: Vec<&str> = truth["faults"]
            .as_array()
            .unwrap()
            .iter()
            .map(|f| f["id"].as_str().unwrap())
            .collect();
        assert_eq!(faults(found), made, "{what}");
    }
}

#[test]
fn repetitions_faults_and_depth_come_out_as_they_were_made() {
    let analysis = WHOLE.json("a.json");
    assert_true(&analysis, "the demo");
    assert_eq!(analysis["movement"], "hinge");
    assert_eq!(analysis["view"]["verdict"], "ok");
    assert_eq!(analysis["view"]["near_side"], "right");
    assert_near(
        number(&analysis["view"], "azimuth_deg"),
        2.0,
        8.0,
        "azimuth",
    );
    for (found, truth) in reps(&analysis).into_iter().zip(truth()) {
        for angle in ["hip_flexion_deg", "knee_flexion_deg", "trunk_lean_deg"] {
            let what = format!("{angle} of rep {}", truth["index"]);
            assert_near(number(found, angle), number(&truth, angle), 8.0, &what);
        }
    }
}

/// The demo as another camera would have recorded it.
fn resampled(fps: u32, arguments: &str) {
    let place = Place::with_demo();
    let coded = "-c:v libx264 -preset ultrafast -crf 20 -pix_fmt yuv420p";
    place.make("a.mp4", &format!("-i demo.mp4 -vf fps={fps} {coded}"));
    let analysis = place.analysis(&format!("a.mp4 {arguments}"));
    let frames = 23.57 * f64::from(fps);
    assert_near(
        number(&analysis["video"], "frames"),
        frames,
        0.1 * f64::from(fps),
        "frames",
    );
    assert_true(&analysis, &format!("{fps} fps"));
}

#[test]
fn at_10_fps() {
    resampled(10, "");
}

#[test]
fn at_24_fps() {
    resampled(24, "");
}

// The lite model keeps these two short.
#[test]
fn at_60_fps() {
    resampled(60, "--model lite");
}

#[test]
fn at_240_fps() {
    resampled(240, "--model lite");
}
