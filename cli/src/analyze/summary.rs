//! The summary a person reads in the terminal.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use dowel_core::analysis::{
    Analysis, FaultId, Movement, Rep, Side, Timing, ViewReason, ViewVerdict,
};
use dowel_core::report::withheld;
use dowel_core::words::Words;

use crate::stick::{Signs, is_told};

pub fn text(name: &str, analysis: &Analysis) -> String {
    let mut text = String::new();
    let out = &mut text;
    let _ = writeln!(out, "\n{name}");
    view(out, analysis);
    headline(out, analysis);
    reps(out, &analysis.reps);
    faults(out, &analysis.reps);
    untold(out, &analysis.reps);
    cues(out, analysis);
    timing(out, &analysis.timing);
    text
}

fn timing(out: &mut String, timing: &Timing) {
    let _ = write!(out, "  ");
    // A recording holds the poses already.
    if timing.pose_ms_median > 0.0 {
        let _ = write!(
            out,
            "{:.1} ms a frame for the pose, ",
            timing.pose_ms_median
        );
    }
    let _ = writeln!(
        out,
        "{:.2} ms for the analysis, {:.1} x real time\n",
        timing.analysis_ms_median, timing.realtime_factor
    );
}

fn view(out: &mut String, analysis: &Analysis) {
    let view = &analysis.view;
    for reason in &view.reasons {
        let _ = writeln!(out, "  ! {}", advice(*reason));
    }
    let (Some(side), Some(azimuth)) = (view.near_side, view.azimuth_deg) else {
        return;
    };
    let side = match side {
        Side::Left => "left",
        Side::Right => "right",
    };
    let verdict = match view.verdict {
        ViewVerdict::Ok => "good view",
        ViewVerdict::Refused => "view refused",
    };
    let _ = writeln!(
        out,
        "  {verdict}: {side} side, {azimuth:.0}° off the exact side view"
    );
}

fn advice(reason: ViewReason) -> &'static str {
    match reason {
        ViewReason::NotSideOn => "Film from the side: faults can't be judged from this angle.",
        ViewReason::BodyOutOfFrame => "Step back until your whole body is in the picture.",
        ViewReason::TooDark => "Turn on a light: the picture is too dark.",
        ViewReason::SeveralPeople => "Film alone: several people are in the picture.",
        ViewReason::TooFar => "Come closer: the body is too small in the picture.",
        ViewReason::CameraMoving => "Prop the phone up: the camera moves.",
        ViewReason::NoPerson => "Nobody was found in this video.",
    }
}

fn headline(out: &mut String, analysis: &Analysis) {
    let counted: Vec<&Rep> = analysis.reps.iter().filter(|rep| rep.counted).collect();
    if counted.is_empty() {
        let _ = writeln!(out, "  no repetition was found");
        return;
    }
    let movement = match analysis.movement {
        Movement::Hinge => "hinge",
        Movement::Squat => "squat",
        Movement::Other | Movement::None => "movement",
    };
    let plural = if counted.len() == 1 { "" } else { "s" };
    let _ = write!(out, "  {} {movement}{plural}", counted.len());
    if analysis.view.verdict == ViewVerdict::Ok {
        let of = |read: fn(&Rep) -> f64| median(counted.iter().map(|rep| read(rep)));
        let _ = write!(
            out,
            ", hinge index {:.0} of 100, {:.0}° of hip flexion, tempo {:.1}-{:.1}-{:.1} s",
            of(|r| f64::from(r.hinge_index)),
            of(|r| r.hip_flexion_deg),
            of(|r| r.tempo_s.down),
            of(|r| r.tempo_s.pause),
            of(|r| r.tempo_s.up)
        );
        if let Some(depth_deg) = analysis.clean_depth_deg {
            let _ = write!(out, ", clean depth {depth_deg:.0}°");
        }
    }
    let _ = writeln!(out);
}

fn reps(out: &mut String, reps: &[Rep]) {
    if reps.is_empty() {
        return;
    }
    let signs = Signs::of_locale();
    let with_stick = is_told(reps);
    let stick_head = if with_stick { "  clean  stick" } else { "" };
    let _ = writeln!(
        out,
        "\n  rep   bottom   hip  knee  trunk  index  down-pause-up {stick_head}  seen"
    );
    let mut number = 0;
    for rep in reps {
        let label = if rep.counted {
            number += 1;
            number.to_string()
        } else {
            "-".to_owned()
        };
        let stick = match rep.clean_depth_deg {
            _ if !with_stick => String::new(),
            _ if !rep.counted => format!("{:>7}  {:<5}", "-", "-"),
            Some(depth_deg) => format!("{depth_deg:>6.0}°  {:<5}", signs.contacts(&rep.dowel)),
            None => format!("{:>7}  {:<5}", "-", signs.contacts(&rep.dowel)),
        };
        let _ = writeln!(
            out,
            "  {label:>3} {:>7.1} s {:>4.0}° {:>4.0}° {:>5.0}° {:>6} {:>7.1}-{:.1}-{:.1}   {stick}  {}",
            rep.bottom_s,
            rep.hip_flexion_deg,
            rep.knee_flexion_deg,
            rep.trunk_lean_deg,
            rep.hinge_index,
            rep.tempo_s.down,
            rep.tempo_s.pause,
            rep.tempo_s.up,
            seen(rep)
        );
    }
    if with_stick {
        let _ = writeln!(out, "  {}", signs.legend());
    }
    let _ = writeln!(out);
}

/// What could not be judged, each reason once.
fn untold(out: &mut String, reps: &[Rep]) {
    let counted = reps.iter().filter(|rep| rep.counted).count();
    let words = Words::default();
    for group in withheld(reps).iter().filter(|g| !g.is_matter_of_course()) {
        let ids: Vec<&str> = group.faults.iter().map(|id| id.as_str()).collect();
        let times = group.reps.len();
        let _ = writeln!(out, "  ? {} ({times} of {counted} reps)", group.why(&words));
        let _ = writeln!(out, "    can't tell: {}", ids.join(", "));
    }
}

fn seen(rep: &Rep) -> String {
    if let Some(reason) = rep.attempt_reason {
        return format!("not counted: {}", report_words::attempt(reason));
    }
    let faults: Vec<&str> = rep
        .faults
        .iter()
        .filter(|f| f.is_fault())
        .map(|f| f.id.as_str())
        .collect();
    if faults.is_empty() {
        "-".to_owned()
    } else {
        faults.join(", ")
    }
}

fn faults(out: &mut String, reps: &[Rep]) {
    let counted = reps.iter().filter(|rep| rep.counted).count();
    let mut seen: BTreeMap<FaultId, usize> = BTreeMap::new();
    for fact in reps
        .iter()
        .flat_map(|rep| &rep.faults)
        .filter(|f| f.is_fault())
    {
        *seen.entry(fact.id).or_default() += 1;
    }
    for (id, times) in seen {
        let _ = writeln!(out, "  {id}: {times} of {counted}");
    }
}

fn cues(out: &mut String, analysis: &Analysis) {
    for cue in &analysis.cues {
        let _ = writeln!(out, "  {:>6.1} s  \"{}\"", cue.at_s, cue.text);
    }
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}

mod report_words {
    use dowel_core::analysis::AttemptReason;

    pub fn attempt(reason: AttemptReason) -> &'static str {
        match reason {
            AttemptReason::TooShallow => "turned back early",
            AttemptReason::NotReturned => "did not come back up",
            AttemptReason::StartedMidRep => "the video starts part of the way through",
            AttemptReason::TrackingLost => "lost from view",
            AttemptReason::FeetMoved => "the feet moved",
        }
    }
}
