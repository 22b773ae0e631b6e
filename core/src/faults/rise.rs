//! The way up and the top.

use crate::analysis::CantTellReason;
use crate::body::{Posture, median};
use crate::faults::finding::{Context, Finding, Turned, above, answer};
use crate::reps::RepTrace;
use crate::thresholds::{
    HIPS_FIRST_AT_SHARE, HIPS_FIRST_KNEE_DEG, HIPS_FIRST_TRUNK_SHARE, LEANS_BACK_DEG, LOCKOUT_DEG,
    TOP_SETTLE_S,
};

pub fn hips_rise_first(trace: &RepTrace, context: &Context) -> Finding {
    answer((|| {
        let rep = Turned::new(trace, context)?;
        let n = rep.neutral;
        let end_s = trace
            .end_s
            .ok_or(Finding::CantTell(CantTellReason::TooFewFrames))?;
        let knee_low = rep.at_bottom(|p| n.knee_flexion_deg(p))?;
        let trunk_low = rep.at_bottom(|p| n.trunk_lean_deg(p))?;
        let (knee_way, trunk_way) = {
            let (knee_top, trunk_top) = at_top(trace, end_s, |p| {
                (n.knee_flexion_deg(p), n.trunk_lean_deg(p))
            })?;
            (knee_low - knee_top, trunk_low - trunk_top)
        };
        if knee_way < HIPS_FIRST_KNEE_DEG || trunk_way < LOCKOUT_DEG {
            return Ok(Finding::Ok);
        }
        let straightened =
            |p: &&Posture| knee_low - n.knee_flexion_deg(p) >= HIPS_FIRST_AT_SHARE * knee_way;
        let Some(moment) = trace.between(rep.bottom.middle_s, end_s).find(straightened) else {
            return Ok(Finding::Ok);
        };
        let raised = (trunk_low - n.trunk_lean_deg(moment)) / trunk_way;
        if raised >= HIPS_FIRST_TRUNK_SHARE {
            return Ok(Finding::Ok);
        }
        Ok(Finding::Fault {
            severity: (HIPS_FIRST_TRUNK_SHARE - raised) / (2.0 * HIPS_FIRST_TRUNK_SHARE),
            onset_s: moment.t_s,
        })
    })())
}

pub fn incomplete_lockout(trace: &RepTrace, context: &Context) -> Finding {
    answer((|| {
        let rep = Turned::new(trace, context)?;
        let n = rep.neutral;
        let end_s = settled_top_s(trace)?;
        let straightest = trace
            .between(end_s, f64::INFINITY)
            .map(|p| n.hip_flexion_deg(p))
            .fold(f64::INFINITY, f64::min);
        if straightest.is_infinite() {
            return Err(Finding::CantTell(CantTellReason::NotVisible));
        }
        Ok(above(straightest, LOCKOUT_DEG, || end_s))
    })())
}

pub fn leans_back(trace: &RepTrace, context: &Context) -> Finding {
    answer((|| {
        let rep = Turned::new(trace, context)?;
        let n = rep.neutral;
        let end_s = settled_top_s(trace)?;
        let (lean, _) = at_top(trace, end_s, |p| (-n.trunk_lean_deg(p), 0.0))?;
        Ok(above(lean, LEANS_BACK_DEG, || end_s))
    })())
}

/// When the top began; can't be told while the person may still be straightening.
fn settled_top_s(trace: &RepTrace) -> Result<f64, Finding> {
    trace
        .end_s
        .filter(|_| trace.settled)
        .ok_or(Finding::CantTell(CantTellReason::TooFewFrames))
}

/// Medians of two signals from the top's beginning on.
fn at_top(
    trace: &RepTrace,
    end_s: f64,
    read: impl Fn(&Posture) -> (f64, f64),
) -> Result<(f64, f64), Finding> {
    let (mut first, mut second): (Vec<f64>, Vec<f64>) =
        trace.between(end_s, end_s + TOP_SETTLE_S).map(read).unzip();
    if first.is_empty() {
        return Err(Finding::CantTell(CantTellReason::NotVisible));
    }
    Ok((median(&mut first), median(&mut second)))
}
