//! The `dowel.analysis/1` contract, field by field, as other programs rely on it. New fields may be added.

use serde_json::Value;

use crate::demo::WHOLE;
use crate::place::number;

/// What a field holds.
#[derive(Debug, Clone, Copy)]
enum Is {
    Text,
    Number,
    Count,
    Flag,
    List,
    Object,
    Word(&'static [&'static str]),
    OrNull(&'static Is),
}

use Is::{Count, Flag, List, Number, Object, OrNull, Text, Word};

type Fields = &'static [(&'static str, Is)];

const ANALYSIS: Fields = &[
    ("schema", Word(&["dowel.analysis/1"])),
    ("versions", Object),
    ("video", Object),
    ("view", Object),
    ("movement", Word(&["hinge", "squat", "other", "none"])),
    ("reps", List),
    ("cues", List),
    ("clean_depth_deg", OrNull(&Number)),
    ("timing", Object),
];
const VERSIONS: Fields = &[
    ("app", Text),
    ("rules", Text),
    ("pose_model", Text),
    ("back_model", Text),
];
const VIDEO: Fields = &[
    ("width", Count),
    ("height", Count),
    ("rotation_deg", Count),
    ("duration_s", Number),
    ("frames", Count),
    ("frames_analyzed", Count),
];
const VIEW: Fields = &[
    ("verdict", Word(&["ok", "refused"])),
    ("reasons", List),
    ("near_side", OrNull(&Word(&["left", "right"]))),
    ("azimuth_deg", OrNull(&Number)),
];
const REP: Fields = &[
    ("index", Count),
    ("start_s", Number),
    ("bottom_s", Number),
    ("end_s", Number),
    ("counted", Flag),
    ("attempt_reason", OrNull(&Text)),
    ("hip_flexion_deg", Number),
    ("knee_flexion_deg", Number),
    ("trunk_lean_deg", Number),
    ("hinge_index", Count),
    ("tempo_s", Object),
    ("dowel", Object),
    ("faults", List),
];
const TEMPO: Fields = &[("down", Number), ("pause", Number), ("up", Number)];
const CONTACT: Is = Word(&["touching", "lifted", "cant_tell"]);
const DOWEL: Fields = &[
    ("head", CONTACT),
    ("mid_back", CONTACT),
    ("tailbone", CONTACT),
    ("first_lost_s", OrNull(&Number)),
];
const PHASE: Is = OrNull(&Word(&["down", "bottom", "up", "top"]));
const FAULT: Fields = &[
    ("id", Word(CATALOGUE)),
    ("verdict", Word(&["fault", "ok", "cant_tell"])),
    ("severity", Number),
    ("onset_s", OrNull(&Number)),
    ("phase", PHASE),
    ("reason", OrNull(&Text)),
];
const CATALOGUE: &[&str] = &[
    "bends_forward",
    "too_low",
    "squatting",
    "locked_knees",
    "rounded_lower_back",
    "early_lumbar",
    "rounded_shoulders",
    "overextended_back",
    "pelvis_rocked",
    "pelvis_tucked",
    "looking_up",
    "chin_tucked",
    "load_drifts",
    "weight_forward",
    "weight_back",
    "hips_rise_first",
    "incomplete_lockout",
    "leans_back",
    "short_range",
    "rushed",
    "off_tempo",
    "hamstring_limited",
];
const CUE: Fields = &[("at_s", Number), ("id", Text), ("text", Text)];
const TIMING: Fields = &[
    ("pose_ms_median", Number),
    ("analysis_ms_median", Number),
    ("realtime_factor", Number),
];
const FRAME: Fields = &[
    ("t_s", Number),
    ("landmarks", OrNull(&List)),
    ("hip_flexion_deg", OrNull(&Number)),
    ("knee_flexion_deg", OrNull(&Number)),
    ("trunk_lean_deg", OrNull(&Number)),
    ("shin_lean_deg", OrNull(&Number)),
    ("hips_back_share", OrNull(&Number)),
    ("lumbar_change", OrNull(&Number)),
    ("thoracic_change", OrNull(&Number)),
    ("head_deg", OrNull(&Number)),
    ("dowel", OrNull(&Object)),
    ("phase", PHASE),
];

fn holds(value: &Value, is: Is) -> bool {
    match is {
        Text => value.as_str().is_some_and(|text| !text.is_empty()),
        Number => value.is_number(),
        Count => value.is_u64(),
        Flag => value.is_boolean(),
        List => value.is_array(),
        Object => value.is_object(),
        Word(words) => value.as_str().is_some_and(|text| words.contains(&text)),
        OrNull(inner) => value.is_null() || holds(value, *inner),
    }
}

#[track_caller]
fn assert_fields(value: &Value, fields: Fields) {
    for &(key, is) in fields {
        let field = value
            .get(key)
            .unwrap_or_else(|| panic!("{key} is missing in {value}"));
        assert!(holds(field, is), "{key} is {field}, not {is:?}");
    }
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().expect("a list")
}

#[track_caller]
fn assert_in_order(times_s: &[f64]) {
    assert!(times_s.is_sorted(), "not in order: {times_s:?}");
}

#[test]
fn every_field_of_the_analysis_is_there() {
    let analysis = WHOLE.json("a.json");
    assert_fields(&analysis, ANALYSIS);
    assert_fields(&analysis["versions"], VERSIONS);
    assert_fields(&analysis["video"], VIDEO);
    assert_fields(&analysis["view"], VIEW);
    assert_fields(&analysis["timing"], TIMING);
    for rep in list(&analysis, "reps") {
        assert_fields(rep, REP);
        assert_fields(&rep["tempo_s"], TEMPO);
        assert_fields(&rep["dowel"], DOWEL);
    }
    for cue in list(&analysis, "cues") {
        assert_fields(cue, CUE);
    }
    assert_eq!(list(&analysis, "reps").len(), 6);
    assert!(!list(&analysis, "cues").is_empty());
}

#[test]
fn every_fault_has_a_verdict_in_every_repetition() {
    for rep in list(&WHOLE.json("a.json"), "reps") {
        let facts = list(rep, "faults");
        let ids: Vec<_> = facts
            .iter()
            .filter_map(|fact| fact["id"].as_str())
            .collect();
        assert_eq!(ids, CATALOGUE);
        for fact in facts {
            assert_fields(fact, FAULT);
            let severity = number(fact, "severity");
            assert!((0.0..=1.0).contains(&severity), "{fact}");
            let fault = fact["verdict"] == "fault";
            assert!(fault || severity == 0.0, "{fact}");
            assert_eq!(fact["onset_s"].is_number(), fault, "{fact}");
            assert_eq!(fact["phase"].is_string(), fault, "{fact}");
            let untold = fact["verdict"] == "cant_tell";
            assert_eq!(fact["reason"].is_string(), untold, "{fact}");
        }
    }
}

#[test]
fn times_are_in_order_and_within_the_video() {
    let analysis = WHOLE.json("a.json");
    let end_s = number(&analysis["video"], "duration_s");
    let mut times_s = vec![0.0];
    for rep in list(&analysis, "reps") {
        times_s.extend(["start_s", "bottom_s", "end_s"].map(|key| number(rep, key)));
        let tempo = &rep["tempo_s"];
        let phases_s = ["down", "pause", "up"].map(|phase| number(tempo, phase));
        assert!(phases_s.iter().all(|s| *s >= 0.0), "{tempo}");
        let whole_s = number(rep, "end_s") - number(rep, "start_s");
        assert!(
            phases_s.iter().sum::<f64>() <= whole_s + 0.05,
            "{tempo} in {whole_s} s"
        );
        for fact in list(rep, "faults")
            .iter()
            .filter(|f| f["onset_s"].is_number())
        {
            // A fault of the top shows while the person stands there.
            let within = number(rep, "start_s")..=number(rep, "end_s") + 1.0;
            assert!(
                within.contains(&number(fact, "onset_s")),
                "{fact} in {within:?}"
            );
        }
    }
    times_s.push(end_s);
    assert_in_order(&times_s);
    let cues_s: Vec<_> = list(&analysis, "cues")
        .iter()
        .map(|cue| number(cue, "at_s"))
        .collect();
    assert_in_order(&cues_s);
    assert!(cues_s.iter().all(|at_s| (0.0..=end_s).contains(at_s)));
    for (index, rep) in list(&analysis, "reps").iter().enumerate() {
        assert_eq!(rep["index"], index);
    }
}

#[test]
fn every_frame_has_its_line() {
    let text = WHOLE.read("a.jsonl");
    let frames: Vec<Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).expect("a line of JSON"))
        .collect();
    let video = &WHOLE.json("a.json")["video"];
    assert_eq!(video["frames_analyzed"], frames.len());
    assert_eq!(video["frames"], 707);
    let (width, height) = (number(video, "width"), number(video, "height"));
    for frame in &frames {
        assert_fields(frame, FRAME);
        // Only in the frames in which the back was looked at.
        if let Some(contour) = frame.get("back_contour") {
            let contour = contour.as_array().expect("a list");
            assert_eq!(contour.len(), 86);
            assert!(contour.iter().all(|w| holds(w, OrNull(&Number))));
        }
        if let Some(line) = frame.get("dowel_line") {
            for end in ["from", "to", "tailbone", "mid_back"] {
                let [x_px, y_px]: [f64; 2] =
                    serde_json::from_value(line[end].clone()).expect("a point");
                let inside = (0.0..width).contains(&x_px) && (0.0..height).contains(&y_px);
                assert!(inside, "{end} of {line}");
            }
        }
        let Value::Array(landmarks) = &frame["landmarks"] else {
            continue;
        };
        assert_eq!(landmarks.len(), 33);
        for landmark in landmarks {
            let [x_px, y_px, visibility]: [f64; 3] =
                serde_json::from_value(landmark.clone()).expect("three numbers");
            assert!((0.0..=1.0).contains(&visibility), "{landmark}");
            assert!(
                x_px.abs() < 2.0 * width && y_px.abs() < 2.0 * height,
                "{landmark}"
            );
        }
    }
    let with = |key: &str| frames.iter().filter(|frame| frame[key].is_array()).count();
    let seen = with("landmarks");
    assert!(seen > 690, "somebody was seen in {seen} frames");
    let sticks = frames
        .iter()
        .filter(|f| f["dowel_line"].is_object())
        .count();
    assert!(sticks > 650, "the stick was there in {sticks} frames");
    let looks = with("back_contour");
    assert!(
        seen.abs_diff(3 * looks) < 12,
        "the back was looked at in {looks} of {seen} frames"
    );
    let times_s: Vec<_> = frames.iter().map(|frame| number(frame, "t_s")).collect();
    assert!(times_s.windows(2).all(|pair| pair[0] < pair[1]));
    assert_eq!(times_s[0], 0.0);
}

#[test]
fn the_history_holds_the_numbers_of_the_json() {
    let dowel = WHOLE
        .command(env!("CARGO_BIN_EXE_dowel"))
        .args("sessions --db a.db export --all --format json".split(' '))
        .output()
        .unwrap();
    let stored: Value = serde_json::from_slice(&dowel.stdout).unwrap();
    let session = &stored["sessions"][0];
    let analysis = WHOLE.json("a.json");
    for same in ["reps", "cues", "versions"] {
        assert_eq!(session[same], analysis[same], "{same}");
    }
    assert_eq!(session["outcome"]["view"], analysis["view"]);
    assert_eq!(session["outcome"]["movement"], analysis["movement"]);
}
