use super::*;
use crate::analysis::*;

fn fact(id: FaultId, verdict: Verdict, severity: f64) -> FaultFact {
    FaultFact {
        id,
        verdict,
        severity,
        onset_s: (verdict == Verdict::Fault).then_some(1.5),
        phase: (verdict == Verdict::Fault).then_some(Phase::Down),
        reason: (verdict == Verdict::CantTell).then_some(CantTellReason::NeedsBackContour),
    }
}

fn rep(index: u32, faulty: &[FaultId]) -> Rep {
    let start_s = 4.0 * f64::from(index) + 1.0;
    let verdict = |id| {
        if faulty.contains(&id) {
            Verdict::Fault
        } else {
            Verdict::Ok
        }
    };
    Rep {
        index,
        start_s,
        bottom_s: start_s + 1.5,
        end_s: start_s + 3.0,
        counted: true,
        attempt_reason: None,
        hip_flexion_deg: 80.0,
        knee_flexion_deg: 20.0,
        trunk_lean_deg: 65.0,
        hinge_index: 78,
        tempo_s: Tempo {
            down: 1.4,
            pause: 0.2,
            up: 1.4,
        },
        dowel: Dowel::cant_tell(),
        clean_depth_deg: Some(80.0),
        faults: FaultId::ALL
            .iter()
            .map(|&id| fact(id, verdict(id), 0.5))
            .collect(),
    }
}

fn analysis(reps: Vec<Rep>) -> Analysis {
    Analysis {
        schema: SCHEMA.into(),
        versions: Versions {
            app: "0.1.0".into(),
            rules: "1".into(),
            pose_model: "blazepose-full".into(),
            back_model: "none".into(),
        },
        video: None,
        view: View {
            verdict: ViewVerdict::Ok,
            reasons: vec![],
            near_side: Some(Side::Right),
            azimuth_deg: Some(4.0),
        },
        movement: Movement::Hinge,
        reps,
        cues: vec![],
        clean_depth_deg: None,
        timing: Timing {
            pose_ms_median: 0.0,
            analysis_ms_median: 0.0,
            realtime_factor: 0.0,
        },
    }
}

fn frame(t_s: f64, hip: f64) -> FrameFacts {
    FrameFacts {
        t_s,
        landmarks: Some(
            (0..33)
                .map(|i| [f64::from(i) * 10.0, f64::from(i) * 15.0, 1.0])
                .collect(),
        ),
        hip_flexion_deg: Some(hip),
        knee_flexion_deg: Some(hip / 4.0),
        trunk_lean_deg: Some(hip * 0.8),
        shin_lean_deg: None,
        hips_back_share: None,
        lumbar_change: Some(31.25),
        thoracic_change: None,
        head_deg: None,
        dowel: None,
        back_contour: None,
        heel_lift_share: None,
        back_reason: None,
        dowel_gaps: None,
        dowel_line: None,
        phase: None,
    }
}

fn frames(length_s: f64) -> Vec<FrameFacts> {
    let count = (length_s * 30.0) as u32;
    let hip = |t_s: f64| 40.0 - 40.0 * (t_s * 1.57).cos();
    (0..count)
        .map(|i| f64::from(i) / 30.0)
        .map(|t| frame(t, hip(t)))
        .collect()
}

fn picture(t_s: f64, rep: Option<u32>) -> KeyPicture {
    KeyPicture {
        t_s,
        rep,
        kind: PictureKind::Bottom,
        jpeg: vec![0xff, 0xd8, 0xff, 0xd9],
        width: 180,
        height: 320,
        source_width: 360,
        source_height: 640,
    }
}

fn page(analysis: &Analysis, frames: &[FrameFacts], pictures: &[KeyPicture]) -> String {
    let page = html(&ReportInput {
        title: "clip.mp4",
        drawn_up: "21 November 2025",
        analysis,
        frames,
        pictures,
    });
    assert_well_formed(&page);
    assert!(!page.contains("NaN") && !page.contains("inf\"") && !page.contains("inf%"));
    page
}

/// Every element is closed in its order and every attribute is quoted.
fn assert_well_formed(page: &str) {
    let (head, rest) = page.split_once("<style>").unwrap();
    let (_, body) = rest.split_once("</style>").unwrap();
    let markup = head.strip_prefix("<!DOCTYPE html>\n").unwrap().to_owned() + body;
    let mut open: Vec<&str> = Vec::new();
    for tag in markup.split('<').skip(1) {
        let (tag, text) = tag.split_once('>').expect("a tag is closed");
        assert!(!text.contains('>'), "a bare > after {tag}");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name));
        } else if !tag.ends_with('/') {
            assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
            open.push(tag.split(' ').next().unwrap());
        }
    }
    assert!(open.is_empty(), "left open: {open:?}");
}

/// The page without its pictures' data, its style sheet and its tags: what a person reads.
fn visible(page: &str) -> String {
    let body = page.split_once("</style>").unwrap().1;
    let texts: Vec<&str> = body
        .split('<')
        .filter_map(|t| Some(t.split_once('>')?.1))
        .collect();
    texts.join(" ")
}

#[test]
fn hostile_words_are_escaped_everywhere() {
    let evil = "<script>alert(1)</script>\"' onload='x' & \u{0}";
    let mut a = analysis(vec![rep(0, &[FaultId::Squatting])]);
    a.versions.app = evil.into();
    a.cues.push(SpokenCue {
        at_s: 2.0,
        id: "squatting".into(),
        text: evil.into(),
    });
    let page = html(&ReportInput {
        title: evil,
        drawn_up: evil,
        analysis: &a,
        frames: &frames(5.0),
        pictures: &[],
    });
    assert_well_formed(&page);
    assert!(!page.contains("<script") && !page.contains("onload='") && !page.contains('\0'));
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
}

#[test]
fn the_page_asks_for_nothing_outside_and_runs_nothing() {
    let a = analysis(vec![rep(0, &[FaultId::Squatting])]);
    let page = page(&a, &frames(5.0), &[picture(2.5, Some(0))]);
    for word in ["http://", "https://", "<script", "url(", "@import", "src="] {
        assert!(!page.contains(word), "the page holds {word}");
    }
    assert!(page.contains("default-src &#39;none&#39;"));
}

#[test]
fn the_summary_names_the_most_frequent_fault_and_the_cue_that_was_spoken() {
    use FaultId::{HipsRiseFirst, Squatting};
    let mut a = analysis(vec![
        rep(0, &[Squatting]),
        rep(1, &[Squatting, HipsRiseFirst]),
        rep(2, &[]),
    ]);
    let text = visible(&page(&a, &[], &[]));
    assert!(text.contains("3 hip hinges"));
    assert!(text.contains("1 of 3 reps were clean"));
    assert!(text.contains("Seen in 2 of 3 reps, most in rep 1 (clear)."));
    assert!(text.contains("“Hips back, not down; shins like fence posts”"));
    a.cues.push(SpokenCue {
        at_s: 2.0,
        id: "squatting".into(),
        text: "Hips back!".into(),
    });
    let text = visible(&page(&a, &[], &[]));
    assert!(text.contains("“Hips back!”") && !text.contains("fence posts"));
}

#[test]
fn a_soft_note_does_not_outrank_a_fault_of_the_movement() {
    use FaultId::{LockedKnees, Squatting};
    let a = analysis(vec![
        rep(0, &[LockedKnees, Squatting]),
        rep(1, &[LockedKnees]),
    ]);
    let text = visible(&page(&a, &[], &[]));
    assert!(text.contains("“Hips back, not down"));
}

#[test]
fn what_cannot_be_judged_is_neither_praised_nor_faulted() {
    let mut a = analysis(vec![rep(0, &[])]);
    for f in &mut a.reps[0].faults {
        *f = fact(f.id, Verdict::CantTell, 0.0);
    }
    let text = visible(&page(&a, &[], &[]));
    assert!(text.contains("Form not judged") && text.contains("Can’t tell yet"));
    for word in ["Your lower back", "✓", "▲", "Clean", "1 of 1"] {
        assert!(!text.contains(word), "says {word}");
    }
}

#[test]
fn a_refused_view_says_what_to_change_and_gives_no_scores() {
    let mut a = analysis(vec![]);
    a.movement = Movement::None;
    a.view.verdict = ViewVerdict::Refused;
    a.view.reasons = vec![ViewReason::NotSideOn, ViewReason::TooDark];
    a.reps.push(rep(0, &[]));
    let text = visible(&page(&a, &frames(5.0), &[picture(2.5, Some(0))]));
    assert!(text.contains("Turn side-on.") && text.contains("More light, please"));
    for word in ["Hinge index", "80°", "hip ", "Rep by rep"] {
        let before_limits = text.split("How to read").next().unwrap();
        assert!(!before_limits.contains(word), "shows {word}");
    }
}

#[test]
fn an_empty_analysis_and_mere_attempts_are_explained() {
    let mut a = analysis(vec![]);
    a.view.near_side = None;
    a.view.azimuth_deg = None;
    a.movement = Movement::None;
    assert!(visible(&page(&a, &[], &[])).contains("No repetition found"));
    let mut attempt = rep(0, &[]);
    attempt.counted = false;
    attempt.attempt_reason = Some(AttemptReason::TooShallow);
    a.reps.push(attempt);
    let text = visible(&page(&a, &frames(5.0), &[]));
    assert!(text.contains("too shallow to count as a rep"));
}

#[test]
fn attempts_are_told_apart_and_do_not_take_a_number() {
    let mut a = analysis(vec![rep(0, &[]), rep(1, &[]), rep(2, &[])]);
    a.reps[1].counted = false;
    a.reps[1].attempt_reason = Some(AttemptReason::FeetMoved);
    assert_eq!(number_of(&a, &a.reps[0]), Some(1));
    assert_eq!(number_of(&a, &a.reps[1]), None);
    assert_eq!(number_of(&a, &a.reps[2]), Some(2));
    let text = visible(&page(&a, &frames(15.0), &[]));
    assert!(text.contains("2 hip hinges") && text.contains("1 attempt that did not count"));
    assert!(text.contains("the feet moved"));
}

#[test]
fn hundreds_of_reps_stay_below_a_megabyte_and_a_usual_set_below_150_kb() {
    let set = |n: u32| {
        analysis(
            (0..n)
                .map(|i| rep(i, &[FaultId::ALL[i as usize % 22]]))
                .collect(),
        )
    };
    let usual = page(&set(10), &frames(50.0), &[]);
    assert!(usual.len() < 150_000, "{} bytes", usual.len());
    let long = page(&set(500), &frames(2000.0), &[]);
    assert!(long.len() < 1_000_000, "{} bytes", long.len());
}

#[test]
fn numbers_that_are_none_show_as_a_dash() {
    let mut a = analysis(vec![rep(0, &[FaultId::Squatting]), rep(1, &[])]);
    let r = &mut a.reps[0];
    (r.start_s, r.end_s, r.hip_flexion_deg, r.tempo_s.down) =
        (f64::NAN, f64::INFINITY, f64::NAN, f64::NEG_INFINITY);
    r.faults[2].onset_s = Some(f64::NAN);
    r.faults[2].severity = f64::NAN;
    a.view.azimuth_deg = Some(f64::NAN);
    let mut f = frames(8.0);
    f[10].hip_flexion_deg = Some(f64::NAN);
    f[11].t_s = f64::NAN;
    f[75].landmarks.as_mut().unwrap()[24] = [f64::NAN, f64::INFINITY, 1.0];
    page(&a, &f, &[picture(2.5, Some(0)), picture(f64::NAN, Some(9))]);
    page(&a, &f[..1], &[]);
    f.iter_mut().for_each(|f| f.t_s = 1e18);
    page(&a, &f, &[]);
}

#[test]
fn the_back_is_never_given_in_degrees() {
    let a = analysis(vec![rep(0, &[FaultId::RoundedLowerBack])]);
    let page = page(&a, &frames(5.0), &[picture(2.5, Some(0))]);
    assert!(!page.contains("31.") && !visible(&page).contains("31°"));
}

#[test]
fn a_picture_shows_the_body_large_and_its_angles() {
    let a = analysis(vec![rep(0, &[FaultId::Squatting])]);
    let page = page(&a, &frames(5.0), &[picture(2.5, Some(0))]);
    assert!(page.contains("data:image/jpeg;base64,/9j/2Q=="));
    assert!(page.contains("aria-label=\"Rep 1, bottom at 0:02.5: hip"));
    assert!(visible(&page).contains("Squatting instead of hinging (clear)"));
}

#[test]
fn a_picture_with_an_unusable_body_is_shown_without_a_skeleton() {
    let a = analysis(vec![rep(0, &[])]);
    let mut f = frames(5.0);
    f.iter_mut()
        .for_each(|f| f.landmarks = Some(vec![[1.0, 2.0, 1.0]; 7]));
    let page = page(&a, &f, &[picture(2.5, Some(0))]);
    assert!(page.contains("The body was not found in this picture."));
}

#[test]
fn key_moments_are_standing_one_clean_bottom_and_the_worst_faulty_ones() {
    let mut reps: Vec<Rep> = (0..12).map(|i| rep(i, &[FaultId::Squatting])).collect();
    reps[5] = rep(5, &[]);
    reps[7].faults[2].severity = 1.0;
    let moments = key_moments(&analysis(reps), &frames(60.0));
    assert_eq!(moments.len(), 10);
    assert_eq!(moments[0].kind, PictureKind::Standing);
    assert_eq!(moments[0].rep, None);
    assert_eq!(moments[1].rep, Some(5));
    assert!(moments.iter().any(|m| m.rep == Some(7)));
    assert!(key_moments(&analysis(vec![]), &[]).is_empty());
}
