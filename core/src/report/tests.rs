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

fn dowel(head: Contact, mid_back: Contact, tailbone: Contact) -> Dowel {
    Dowel {
        head,
        mid_back,
        tailbone,
        first_lost_s: None,
    }
}

/// Every frame with a stick whose tailbone is lifted and whose head can't be told.
fn with_stick(mut frames: Vec<FrameFacts>) -> Vec<FrameFacts> {
    for frame in &mut frames {
        frame.dowel = Some(dowel(Contact::CantTell, Contact::Touching, Contact::Lifted));
        frame.dowel_line = Some(DowelLine {
            from: [100.0, 300.0],
            to: [100.0, 100.0],
            tailbone: [110.0, 280.0],
            mid_back: [100.0, 200.0],
            head: Some([103.0, 120.0]),
        });
    }
    frames
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
        words: &Words::default(),
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
        words: &Words::default(),
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
    assert!(text.contains("1 of 3 reps was clean"));
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
    let mut a = analysis(vec![rep(0, &[FaultId::RoundedLowerBack])]);
    a.reps[0].dowel.tailbone = Contact::Lifted;
    let page = page(&a, &with_stick(frames(5.0)), &[picture(2.5, Some(0))]);
    assert!(page.contains("class=\"spine\""));
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
fn a_picture_shows_the_stick_with_a_shape_a_colour_and_a_word_for_each_contact() {
    let mut a = analysis(vec![rep(0, &[])]);
    a.reps[0].dowel.tailbone = Contact::Lifted;
    let page = page(&a, &with_stick(frames(5.0)), &[picture(2.5, Some(0))]);
    let said = "stick touches mid-back, tailbone lifted, can’t tell head";
    assert!(page.contains(said), "the alternative text says it");
    let svg = page.split_once("<image").unwrap().1;
    let svg = svg.split_once("</svg>").unwrap().0;
    assert_eq!(svg.matches("M100 300L100 100").count(), 2);
    for (class, [x, y]) in [
        ("touching", [100, 200]),
        ("lifted", [110, 280]),
        ("cant-tell", [103, 120]),
    ] {
        let circle = format!("<circle class=\"{class}\" cx=\"{x}\" cy=\"{y}\"");
        assert_eq!(svg.matches(&circle).count(), 1, "{circle} in {svg}");
    }
    // The lifted one shows its gap up to the stick, and the untold one its question mark.
    assert!(svg.contains("class=\"lifted\" d=\"M") && svg.contains(">?</text>"));
    let text = visible(&page);
    for line in ["head can’t tell", "mid-back touches", "tailbone lifted"] {
        assert!(text.contains(line), "{line} is missing");
    }
}

#[test]
fn the_stick_is_not_taken_from_another_moment_nor_from_a_refused_view() {
    let mut a = analysis(vec![rep(0, &[])]);
    a.reps[0].dowel.tailbone = Contact::Lifted;
    let mut f = with_stick(frames(5.0));
    f.iter_mut()
        .filter(|f| (f.t_s - 2.5).abs() < 0.21)
        .for_each(|f| f.dowel_line = None);
    let wood = "class=\"wood\" d=\"M100 300";
    assert!(!page(&a, &f, &[picture(2.5, Some(0))]).contains(wood));
    let mut f = with_stick(frames(5.0));
    for frame in &mut f {
        frame.dowel_line.as_mut().unwrap().to = [f64::NAN, 1.0];
    }
    assert!(!page(&a, &f, &[picture(2.5, Some(0))]).contains(wood));
    let f = with_stick(frames(5.0));
    assert!(page(&a, &f, &[picture(2.5, Some(0))]).contains(wood));
    a.view.verdict = ViewVerdict::Refused;
    assert!(!page(&a, &f, &[picture(2.5, Some(0))]).contains(wood));
}

#[test]
fn each_rep_shows_its_contacts_and_clean_depth() {
    use Contact::{Lifted, Touching};
    let mut a = analysis(vec![rep(0, &[]), rep(1, &[])]);
    a.reps[0].dowel = dowel(Touching, Touching, Lifted);
    a.reps[0].clean_depth_deg = Some(57.0);
    a.clean_depth_deg = Some(57.0);
    let page = page(&a, &[], &[]);
    assert!(page.contains("aria-label=\"stick touches head and mid-back, tailbone lifted\""));
    assert!(page.contains("aria-label=\"stick can’t tell head, mid-back and tailbone\""));
    let text = visible(&page);
    assert!(text.contains("Clean depth") && text.contains("57°"));
    assert!(text.contains("deepest hip flexion with the stick on"));
}

#[test]
fn a_back_that_was_never_told_has_no_column_no_stick_and_one_reason() {
    let mut a = analysis((0..10).map(|i| rep(i, &[])).collect());
    for fact in a.reps.iter_mut().flat_map(|r| &mut r.faults) {
        if [FaultId::RoundedLowerBack, FaultId::OverextendedBack].contains(&fact.id) {
            fact.verdict = Verdict::CantTell;
            fact.reason = Some(CantTellReason::LooseClothing);
        }
    }
    let mut f = with_stick(frames(45.0));
    for frame in &mut f {
        frame.lumbar_change = None;
        frame.dowel = Some(Dowel::cant_tell());
    }
    let page = page(&a, &f, &[picture(2.5, Some(0)), picture(6.5, Some(1))]);
    let text = visible(&page);
    for word in ["Clean depth", "stick:", "Your back against its own neutral"] {
        assert!(!text.contains(word), "shows {word}");
    }
    // Once in the summary and once under what was checked.
    assert_eq!(text.matches("Your shirt hides your back").count(), 2);
    assert!(text.contains("could not be seen in this set"));
    // Nothing tells a person whose back is unseen to go further.
    assert!(text.contains("10 of 10 clean, back unseen") && text.contains("✓ Clean, back unseen"));
    assert!(text.contains("Before you add range") && !text.contains("add a little range"));
}

#[test]
fn a_repetition_with_nothing_but_a_note_is_clean_as_in_the_session() {
    let a = analysis(vec![
        rep(0, &[FaultId::LockedKnees]),
        rep(1, &[FaultId::Squatting]),
    ]);
    let text = visible(&page(&a, &[], &[]));
    assert!(text.contains("1 of 2 reps was clean"), "{text}");
    assert!(text.contains("1 of 2 clean"), "{text}");
}

#[test]
fn reasons_are_gathered_over_the_reps_they_hold_for() {
    let mut a = analysis((0..4).map(|i| rep(i, &[])).collect());
    a.reps[1].counted = false;
    let untell = |rep: &mut Rep, id: FaultId, reason| {
        let fact = rep.faults.iter_mut().find(|f| f.id == id).unwrap();
        (fact.verdict, fact.reason) = (Verdict::CantTell, Some(reason));
    };
    for index in [1, 2, 3] {
        let rep = &mut a.reps[index];
        untell(rep, FaultId::RoundedLowerBack, CantTellReason::BackNotClear);
    }
    untell(
        &mut a.reps[3],
        FaultId::EarlyLumbar,
        CantTellReason::BackNotClear,
    );
    untell(&mut a.reps[3], FaultId::OffTempo, CantTellReason::NoTarget);
    let groups = withheld(&a.reps);
    assert_eq!(groups.len(), 2);
    assert_eq!(groups[0].reason, Some(CantTellReason::BackNotClear));
    assert_eq!(
        groups[0].faults,
        [FaultId::RoundedLowerBack, FaultId::EarlyLumbar]
    );
    assert_eq!(groups[0].reps, [2, 3], "the attempt has no number");
    assert!(groups[1].is_matter_of_course() && !groups[0].is_matter_of_course());
    let text = visible(&page(&a, &[], &[]));
    assert!(text.contains("In 2 of 3 reps it could not be seen"));
    assert!(text.contains("Reps 2, 3: The outline of your back was not clear"));
}

#[test]
fn the_back_has_a_curve_without_numbers_that_shows_where_it_was_unseen() {
    let a = analysis(vec![rep(0, &[])]);
    let mut f = frames(6.0);
    for frame in &mut f {
        frame.lumbar_change = match frame.t_s {
            t if t < 2.0 => Some(0.0),
            t if t < 4.0 => None,
            _ => Some(-50.0),
        };
    }
    let page = page(&a, &f, &[]);
    let lane = page
        .split_once("Your back against its own neutral<")
        .unwrap()
        .1;
    let lane = lane.split_once("class=\"x\"").unwrap().0;
    for word in ["rounds", "long", "hollows"] {
        assert!(lane.contains(&format!(">{word}</span>")), "{word}");
    }
    assert!(lane.contains("from 0:00 to 0:06: it hollows at times."));
    assert_eq!(lane.matches("class=\"unseen\"").count(), 1);
    assert_eq!(lane.matches(">?</b>").count(), 1);
    let curve = lane.split_once("class=\"spine\" d=\"").unwrap().1;
    let curve = curve.split_once('"').unwrap().0;
    assert_eq!(curve.matches('M').count(), 2, "broken where it is unseen");
    assert!(
        curve.starts_with("M0 500"),
        "long is in the middle: {curve:.40}"
    );
    assert!(curve.ends_with("1000"), "hollow is at the foot");
    assert!(!lane.contains('°'));
}

#[test]
fn the_standing_picture_waits_until_the_stick_is_known() {
    let a = analysis(vec![rep(0, &[])]);
    let mut f = frames(5.0);
    let still = f.iter_mut().filter(|f| f.t_s < 0.9);
    still.for_each(|f| (f.hip_flexion_deg, f.trunk_lean_deg) = (Some(0.0), Some(0.0)));
    let t_s = |f: &[FrameFacts]| key_moments(&a, f)[0].t_s;
    assert_eq!(t_s(&f), 0.0);
    f[20].dowel = Some(dowel(
        Contact::Touching,
        Contact::Touching,
        Contact::Touching,
    ));
    assert_eq!(t_s(&f), f[20].t_s);
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
