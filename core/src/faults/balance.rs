//! Where the weight is: of the body over the foot, of the load along the legs.

use crate::analysis::CantTellReason;
use crate::body::median;
use crate::faults::finding::{Context, Finding, Turned, above, answer};
use crate::reps::RepTrace;
use crate::thresholds::{
    HEEL_LIFT_KNEES_SHARE, HEEL_LIFT_SHARE, HEEL_LIFT_SHIFT_SHARE, LOAD_AHEAD_SHARE,
    SQUAT_KNEE_DEG, WEIGHT_BACK_SHARE, WEIGHT_FORWARD_SHARE, WEIGHT_SHIFT_SHARE,
};

/// One look at the sole may be a shadow.
const MIN_SOLE_LOOKS: usize = 2;

pub fn load_drifts(trace: &RepTrace, context: &Context) -> Finding {
    answer((|| {
        let rep = Turned::new(trace, context)?;
        let n = rep.neutral;
        let hanging = rep.at_bottom(|p| if p.arm_hangs() { 1.0 } else { 0.0 })?;
        if hanging < 1.0 {
            return Err(Finding::CantTell(CantTellReason::NoLoad));
        }
        // With the knees far forward the leg's line leaves the load behind it without any drift.
        if rep.at_bottom(|p| n.knee_flexion_deg(p))? > 2.0 * SQUAT_KNEE_DEG {
            return Err(Finding::CantTell(CantTellReason::NotApplicable));
        }
        let ahead = rep.at_bottom(|p| n.wrist_ahead_share(p))?;
        Ok(above(ahead, LOAD_AHEAD_SHARE, || {
            rep.first_s(|p| n.wrist_ahead_share(p) > LOAD_AHEAD_SHARE)
        }))
    })())
}

/// The weight's place is a proxy from the limbs; a heel that leaves the floor is there to see.
pub fn weight_forward(trace: &RepTrace, context: &Context) -> Finding {
    answer((|| {
        let rep = Turned::new(trace, context)?;
        let n = rep.neutral;
        let balance = rep.at_bottom(|p| p.balance_share(n.foot_px))?;
        let shift = balance - n.balance_share;
        if shift >= WEIGHT_SHIFT_SHARE && balance > WEIGHT_FORWARD_SHARE {
            return Ok(above(balance, WEIGHT_FORWARD_SHARE, || {
                rep.first_s(|p| p.balance_share(n.foot_px) > WEIGHT_FORWARD_SHARE)
            }));
        }
        let mut lifts: Vec<f64> = trace.at_bottom().filter_map(|p| n.heel_lift(p)).collect();
        // Where the weight stays, or in the dark, what looks like a lifted heel is the floor's shade.
        if lifts.len() < MIN_SOLE_LOOKS || context.dim || shift < HEEL_LIFT_SHIFT_SHARE {
            return Ok(Finding::Ok);
        }
        let limit = if rep.bends_knees()? {
            HEEL_LIFT_KNEES_SHARE
        } else {
            HEEL_LIFT_SHARE
        };
        Ok(above(median(&mut lifts), limit, || {
            rep.first_s(|p| n.heel_lift(p).is_some_and(|lift| lift > limit))
        }))
    })())
}

pub fn weight_back(trace: &RepTrace, context: &Context) -> Finding {
    answer((|| {
        let rep = Turned::new(trace, context)?;
        let n = rep.neutral;
        let balance = rep.at_bottom(|p| p.balance_share(n.foot_px))?;
        if balance > WEIGHT_BACK_SHARE || n.balance_share - balance < WEIGHT_SHIFT_SHARE {
            return Ok(Finding::Ok);
        }
        Ok(Finding::Fault {
            severity: (n.balance_share - balance) / WEIGHT_SHIFT_SHARE - 1.0,
            onset_s: rep.first_s(|p| p.balance_share(n.foot_px) < WEIGHT_BACK_SHARE),
        })
    })())
}
