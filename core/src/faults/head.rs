//! The head against the trunk: from the nape's outline where it was seen, or else from the face alone.

use crate::analysis::CantTellReason;
use crate::faults::back::Back;
use crate::faults::finding::{Context, Finding, Turned, above, answer};
use crate::reps::RepTrace;
use crate::thresholds::{
    BENDS_TRUNK_DEG, CHIN_TUCKED_BACK_DEG, CHIN_TUCKED_DEG, LOOKING_UP_BACK_DEG, LOOKING_UP_DEG,
    LOOKING_UP_GAZE_DEG, LOOKING_UP_KNEES_GAZE_DEG,
};

pub fn looking_up(trace: &RepTrace, context: &Context, back: Option<&Back>) -> Finding {
    answer((|| {
        let rep = Turned::new(trace, context)?;
        let n = rep.neutral;
        let gaze = rep.at_bottom(|p| p.gaze_deg())?;
        let trunk = rep.at_bottom(|p| n.trunk_lean_deg(p))?;
        // Lifting with bent knees the trunk stays more upright, and the eyes on the floor ahead.
        let ahead = if rep.bends_knees()? {
            LOOKING_UP_KNEES_GAZE_DEG
        } else {
            LOOKING_UP_GAZE_DEG
        };
        // Upright, eyes ahead are where they belong.
        if trunk < BENDS_TRUNK_DEG || gaze > ahead {
            return Ok(Finding::Ok);
        }
        let (extension, limit) = match outlined(back, context)? {
            Some(flexion) => (-flexion, LOOKING_UP_BACK_DEG),
            None => (rep.at_bottom(|p| -n.head_flexion_deg(p))?, LOOKING_UP_DEG),
        };
        Ok(above(extension, limit, || {
            rep.first_s(|p| -n.head_flexion_deg(p) > LOOKING_UP_DEG)
        }))
    })())
}

pub fn chin_tucked(trace: &RepTrace, context: &Context, back: Option<&Back>) -> Finding {
    answer((|| {
        let rep = Turned::new(trace, context)?;
        let n = rep.neutral;
        let (flexion, limit) = match outlined(back, context)? {
            Some(flexion) => (flexion, CHIN_TUCKED_BACK_DEG),
            None => (rep.at_bottom(|p| n.head_flexion_deg(p))?, CHIN_TUCKED_DEG),
        };
        Ok(above(flexion, limit, || {
            rep.first_s(|p| n.head_flexion_deg(p) > CHIN_TUCKED_DEG)
        }))
    })())
}

/// The neck's flexion at the bottom, if the nape was seen there. In the dark a face is only guessed.
fn outlined(back: Option<&Back>, context: &Context) -> Result<Option<f64>, Finding> {
    let flexion = back.and_then(|back| back.bottom().ok()?.head_change_deg);
    if flexion.is_none() && context.dim {
        return Err(Finding::CantTell(CantTellReason::PoorLight));
    }
    Ok(flexion)
}
