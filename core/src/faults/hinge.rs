//! Hinge or squat: where the movement comes from.

use crate::analysis::CantTellReason;
use crate::body::{Neutral, Posture, median};
use crate::faults::finding::{Context, Finding, Turned, above, answer, below};
use crate::reps::RepTrace;
use crate::thresholds::{
    BENDS_TRUNK_DEG, FLOOR_WRIST_SHARE, HIPS_BACK_MIN_SHARE, INDEX_EVEN_FLOOR, INDEX_EVEN_FREE,
    INDEX_HUNDRED, INDEX_ZERO, LOCKED_KNEE_BOTTOM_DEG, LOCKED_KNEE_DEG, MIN_DEPTH_DEG, SQUAT_INDEX,
    SQUAT_KNEE_DEG, SQUAT_MIN_KNEE_DEG, SQUAT_SHIN_DEG, SQUAT_SHIN_OVER_TRUNK_DEG,
    WRIST_FREE_SHARE,
};

/// 0 for a squat, 100 for a pure hinge, 50 where one becomes the other.
///
/// After the stoop-squat index (Schmid 2022): the share of the shoulders' drop that does not come from the
/// hips' own drop. Whoever takes a load from the floor must bend the knees more, so the even point moves
/// with how low the hands reach.
pub fn hinge_index(trace: &RepTrace, neutral: &Neutral) -> Option<u8> {
    let mut values: Vec<f64> = trace
        .seen_at_bottom()
        .filter_map(|p| index_of(p, neutral))
        .collect();
    (!values.is_empty()).then(|| median(&mut values).round() as u8)
}

fn index_of(posture: &Posture, neutral: &Neutral) -> Option<f64> {
    let shoulder_drop = neutral.shoulder_drop_px(posture);
    if shoulder_drop < 0.02 * neutral.leg_px {
        return None;
    }
    let knees_are_soft = neutral.knee_flexion_deg(posture) < SQUAT_MIN_KNEE_DEG;
    let share = 1.0 - neutral.hip_drop_px(posture) / shoulder_drop;
    let even = even_point(neutral.wrist_up_share(posture));
    let index = if share < even {
        50.0 * (share - INDEX_ZERO) / (even - INDEX_ZERO)
    } else {
        50.0 + 50.0 * (share - even) / (INDEX_HUNDRED - even)
    };
    // Soft knees make no squat, however shallow the hinge.
    let lowest = if knees_are_soft { SQUAT_INDEX } else { 0.0 };
    Some(index.clamp(lowest, 100.0))
}

fn even_point(wrist_up_share: f64) -> f64 {
    let free = (wrist_up_share - FLOOR_WRIST_SHARE) / (WRIST_FREE_SHARE - FLOOR_WRIST_SHARE);
    INDEX_EVEN_FLOOR + free.clamp(0.0, 1.0) * (INDEX_EVEN_FREE - INDEX_EVEN_FLOOR)
}

/// Whether the hands go down to the floor; None when the bottom was not seen.
pub fn reaches_floor(trace: &RepTrace, neutral: &Neutral) -> Option<bool> {
    let wrists = trace.seen_at_bottom().map(|p| neutral.wrist_up_share(p));
    let mut wrists: Vec<f64> = wrists.collect();
    (!wrists.is_empty()).then(|| median(&mut wrists) < FLOOR_WRIST_SHARE)
}

pub fn squatting(trace: &RepTrace, context: &Context) -> Finding {
    answer((|| {
        let rep = Turned::new(trace, context)?;
        let n = rep.neutral;
        let index = rep.at_bottom(|p| index_of(p, n).unwrap_or(100.0))?;
        let shin = rep.at_bottom(|p| n.shin_lean_deg(p))?;
        let knee = rep.at_bottom(|p| n.knee_flexion_deg(p))?;
        let trunk = rep.at_bottom(|p| n.trunk_lean_deg(p))?;
        let reaches_floor = rep.at_bottom(|p| n.wrist_up_share(p))? < FLOOR_WRIST_SHARE;
        let onset = || {
            rep.first_s(|p| {
                n.hip_flexion_deg(p) > MIN_DEPTH_DEG
                    && index_of(p, n).is_some_and(|i| i < SQUAT_INDEX)
            })
        };
        let by_index = below(index, SQUAT_INDEX, onset);
        if by_index != Finding::Ok {
            return Ok(by_index);
        }
        // A lift from the floor needs knees; it is a squat when the shin leans more than the trunk.
        let knees_lead = if reaches_floor {
            shin > trunk + SQUAT_SHIN_OVER_TRUNK_DEG
        } else {
            shin > SQUAT_SHIN_DEG
        };
        if knees_lead && knee > SQUAT_KNEE_DEG {
            return Ok(above(knee, SQUAT_KNEE_DEG, onset));
        }
        Ok(Finding::Ok)
    })())
}

pub fn bends_forward(trace: &RepTrace, context: &Context) -> Finding {
    answer((|| {
        let rep = Turned::new(trace, context)?;
        let n = rep.neutral;
        let trunk = rep.at_bottom(|p| n.trunk_lean_deg(p))?;
        let hips_back = rep.at_bottom(|p| n.hips_back_share(p))?;
        if trunk < BENDS_TRUNK_DEG {
            return Ok(Finding::Ok);
        }
        Ok(below(hips_back, HIPS_BACK_MIN_SHARE, || {
            rep.first_s(|p| n.trunk_lean_deg(p) >= BENDS_TRUNK_DEG)
        }))
    })())
}

/// A note rather than a fault: a side view reads knees to about ±6 degrees.
pub fn locked_knees(trace: &RepTrace, context: &Context) -> Finding {
    answer((|| {
        let rep = Turned::new(trace, context)?;
        let n = rep.neutral;
        if !trace.settled {
            // Half of the frames it is read from are still to come.
            return Err(Finding::CantTell(CantTellReason::TooFewFrames));
        }
        let depth = rep.bottom.hip_flexion_deg;
        // At the bottom hands and load hide the knee; on the way it is in clear sight.
        let on_the_way = |p: &&Posture| (0.5..0.75).contains(&(n.hip_flexion_deg(p) / depth));
        let mut knees: Vec<f64> = trace
            .between(trace.start_s, trace.end_s.unwrap_or(f64::INFINITY))
            .filter(on_the_way)
            .map(|p| n.knee_flexion_deg(p))
            .collect();
        let at_bottom = rep.at_bottom(Posture::knee_flexion_deg)?;
        if knees.is_empty() || at_bottom > LOCKED_KNEE_BOTTOM_DEG {
            return Ok(Finding::Ok);
        }
        Ok(below(median(&mut knees), LOCKED_KNEE_DEG, || {
            rep.first_s(|p| n.hip_flexion_deg(p) > 0.5 * depth)
        }))
    })())
}
