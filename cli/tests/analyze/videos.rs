//! Videos that are unusual and still analysed: odd formats, broken ones, wrong scenes.

use serde_json::Value;

use crate::place::{FIRST_REP, NOBODY, Place, assert_near, number, reps};

/// The bottom of the demo's first repetition, by its truth.
const BOTTOM_S: f64 = 3.85;

/// One repetition, where the demo's first one is, as deep as it is.
#[track_caller]
fn assert_first_rep(analysis: &Value, what: &str) {
    assert_eq!(analysis["view"]["verdict"], "ok", "{what}");
    assert_eq!(analysis["movement"], "hinge", "{what}");
    let reps = reps(analysis);
    assert_eq!(reps.len(), 1, "{what}");
    assert_near(number(reps[0], "bottom_s"), BOTTOM_S, 0.15, what);
    assert_near(number(reps[0], "hip_flexion_deg"), 86.0, 8.0, what);
}

#[test]
fn ten_bit_hdr_hevc() {
    let place = Place::with_demo();
    let hdr =
        "-pix_fmt yuv420p10le -color_primaries bt2020 -color_trc arib-std-b67 -colorspace bt2020nc";
    place.make(
        "hdr.mov",
        &format!(
            "-t 5.9 -i demo.mp4 -c:v libx265 -preset ultrafast -crf 16 -x265-params log-level=error -tag:v hvc1 {hdr}"
        ),
    );
    assert_first_rep(&place.analysis("hdr.mov"), "HDR");
}

#[test]
fn a_gif() {
    let place = Place::with_demo();
    place.make("rep.gif", "-t 5.9 -i demo.mp4 -vf fps=10");
    assert_first_rep(&place.analysis("rep.gif"), "GIF");
}

#[test]
fn a_variable_frame_rate() {
    let place = Place::with_demo();
    // Between 8 and 30 frames a second, in turns of a second.
    let uneven = "-vf select=not(mod(floor(t)\\,2))+not(mod(n\\,4)) -fps_mode vfr";
    place.make("vfr.mp4", &format!("{FIRST_REP} {uneven}"));
    let analysis = place.analysis("vfr.mp4");
    assert_near(number(&analysis["video"], "frames"), 109.0, 4.0, "frames");
    assert_first_rep(&analysis, "variable frame rate");
}

/// A phone held sideways stores the picture turned, and a note to turn it back.
#[test]
fn a_turned_recording_is_read_upright() {
    let place = Place::with_demo();
    place.make("upright.mp4", FIRST_REP);
    place.make("stored.mp4", &format!("{FIRST_REP} -vf transpose=cclock"));
    place.make("turned.mov", "-display_rotation 270 -i stored.mp4 -c copy");
    let upright = place.analysis("upright.mp4 --frames upright.jsonl");
    let turned = place.analysis("turned.mov --frames turned.jsonl");
    assert_eq!(turned["video"]["rotation_deg"], 90);
    for side in ["width", "height"] {
        assert_eq!(turned["video"][side], upright["video"][side]);
    }
    assert_first_rep(&turned, "turned");
    for angle in ["hip_flexion_deg", "knee_flexion_deg", "trunk_lean_deg"] {
        let (a, b) = (reps(&turned)[0], reps(&upright)[0]);
        assert_near(number(a, angle), number(b, angle), 2.0, angle);
    }
    let off_px = landmark_distances_px(&place.read("turned.jsonl"), &place.read("upright.jsonl"));
    let mean_px = off_px.iter().sum::<f64>() / off_px.len() as f64;
    assert!(off_px.len() > 1000 && mean_px < 2.0, "{mean_px} px apart");
}

/// Between the landmarks of two recordings that both are seen well.
fn landmark_distances_px(a: &str, b: &str) -> Vec<f64> {
    let landmarks = |text: &str| -> Vec<Vec<[f64; 3]>> {
        text.lines()
            .map(|line| serde_json::from_str::<Value>(line).unwrap())
            .map(|frame| serde_json::from_value(frame["landmarks"].clone()).unwrap_or_default())
            .collect()
    };
    let (a, b) = (landmarks(a), landmarks(b));
    let pairs = a.iter().flatten().zip(b.iter().flatten());
    pairs
        .filter(|(a, b)| a[2] > 0.8 && b[2] > 0.8)
        .map(|(a, b)| (a[0] - b[0]).hypot(a[1] - b[1]))
        .collect()
}

/// Large pictures are decoded smaller; what is drawn over them must still fit the large ones.
#[test]
fn body_and_stick_are_given_in_the_pixels_of_the_video_itself() {
    let place = Place::with_demo();
    place.make("small.mp4", &FIRST_REP.replace("5.9", "4"));
    let enlarged = "-vf scale=iw*3:ih*3 -c:v libx264 -preset ultrafast -crf 20";
    place.make("large.mp4", &format!("-t 4 -i demo.mp4 {enlarged}"));
    let hip_and_tailbone = |name: &str| {
        let frames = format!("{name}.jsonl");
        let analysis = place.analysis(&format!("{name}.mp4 --frames {frames}"));
        let last = place.read(&frames);
        let last: Value = serde_json::from_str(last.lines().last().unwrap()).unwrap();
        let height = number(&analysis["video"], "height");
        let share = |value: &Value| value.as_f64().unwrap() / height;
        let at = |value: &Value| [share(&value[0]), share(&value[1])];
        (
            height,
            at(&last["landmarks"][24]),
            at(&last["dowel_line"]["tailbone"]),
        )
    };
    let (small, large) = (hip_and_tailbone("small"), hip_and_tailbone("large"));
    assert!(large.0 > 1280.0 && large.0 == 3.0 * small.0);
    for (a, b) in [(small.1, large.1), (small.2, large.2)] {
        let apart = (a[0] - b[0]).hypot(a[1] - b[1]);
        assert!(apart < 0.02, "{apart} of the picture's height apart");
    }
}

/// The index is there and the pictures end half-way.
#[test]
fn a_copy_that_broke_off_is_read_as_far_as_it_goes() {
    let place = Place::with_demo();
    let whole = "-t 12 -i demo.mp4 -c:v libx264 -preset ultrafast -crf 20 -movflags +faststart";
    place.make("whole.mp4", whole);
    let bytes = std::fs::read(place.path("whole.mp4")).unwrap();
    place.write("cut.mp4", &bytes[..bytes.len() / 2]);
    let ran = place.run("cut.mp4 --quiet --no-db --json a.json");
    ran.assert_status(0);
    ran.assert_line(&["cut.mp4", "breaks off at", "what came before was analysed"]);
    let analysis = place.json("a.json");
    let video = &analysis["video"];
    assert!((120.0..240.0).contains(&number(video, "frames")), "{video}");
    assert_near(
        number(reps(&analysis)[0], "bottom_s"),
        BOTTOM_S,
        0.15,
        "bottom",
    );
}

#[test]
fn nobody_in_the_picture() {
    let place = Place::new();
    place.make("nobody.mp4", NOBODY);
    let analysis = place.analysis("nobody.mp4");
    assert_eq!(analysis["view"]["verdict"], "refused");
    assert_eq!(
        analysis["view"]["reasons"],
        serde_json::json!(["no_person"])
    );
    assert_eq!(analysis["movement"], "none");
    assert_eq!(analysis["reps"], serde_json::json!([]));
}

#[test]
fn two_people_in_the_picture() {
    let place = Place::with_demo();
    place.make(
        "two.mp4",
        "-t 5.9 -i demo.mp4 -filter_complex split[a][b];[a][b]hstack -c:v libx264 -preset ultrafast -crf 16",
    );
    let ran = place.run("two.mp4 --quiet --no-db --json a.json");
    ran.assert_status(0);
    ran.assert_line(&["two.mp4", "several people", "one of them was followed"]);
    let analysis = place.json("a.json");
    let reasons = analysis["view"]["reasons"].as_array().unwrap();
    assert!(reasons.contains(&"several_people".into()), "{reasons:?}");
    assert_first_rep(&analysis, "two people");
}
