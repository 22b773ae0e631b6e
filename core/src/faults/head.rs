//! The head against the trunk.

use crate::faults::finding::{Context, Finding, Turned, above, answer};
use crate::reps::RepTrace;
use crate::thresholds::{BENDS_TRUNK_DEG, CHIN_TUCKED_DEG, LOOKING_UP_DEG, LOOKING_UP_GAZE_DEG};

pub fn looking_up(trace: &RepTrace, context: &Context) -> Finding {
    answer((|| {
        let rep = Turned::new(trace, context)?;
        let n = rep.neutral;
        let extension = rep.at_bottom(|p| -n.head_flexion_deg(p))?;
        let gaze = rep.at_bottom(|p| p.gaze_deg())?;
        let trunk = rep.at_bottom(|p| n.trunk_lean_deg(p))?;
        // Upright, eyes ahead are where they belong.
        if trunk < BENDS_TRUNK_DEG || gaze > LOOKING_UP_GAZE_DEG {
            return Ok(Finding::Ok);
        }
        Ok(above(extension, LOOKING_UP_DEG, || {
            rep.first_s(|p| -n.head_flexion_deg(p) > LOOKING_UP_DEG)
        }))
    })())
}

pub fn chin_tucked(trace: &RepTrace, context: &Context) -> Finding {
    answer((|| {
        let rep = Turned::new(trace, context)?;
        let n = rep.neutral;
        let flexion = rep.at_bottom(|p| n.head_flexion_deg(p))?;
        Ok(above(flexion, CHIN_TUCKED_DEG, || {
            rep.first_s(|p| n.head_flexion_deg(p) > CHIN_TUCKED_DEG)
        }))
    })())
}
