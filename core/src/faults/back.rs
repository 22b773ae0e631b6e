//! The back, read from its outline.

use crate::analysis::{CantTellReason, FaultId};
use crate::back::{Angles, BackReading, BackReference, Course, Moment};
use crate::body::{Posture, median};
use crate::faults::finding::{Context, Finding, Targets, Turned, above, answer};
use crate::reps::RepTrace;
use crate::thresholds::{
    ARCHED_DEG, ARCHED_EARLY_DEG, EARLY_FROM_DEG, EARLY_LUMBAR_DEG, EARLY_LUMBAR_SHARE,
    EARLY_TO_DEG, FIRST_THIRD, HAMSTRING_DEPTH_DEG, LATE_SHARE, ROCKED_DEG, ROUNDED_DEG,
    ROUNDED_OWN_MAX_DEG, ROUNDED_OWN_MIN_DEG, ROUNDED_OWN_SHARE, SHOULDERS_DEG, SOFT_KNEE_DEG,
    SQUAT_MIN_KNEE_DEG, STAYS_SHARE, TOO_LOW_AFTER_DEG, TOO_LOW_AFTER_S, TOO_LOW_DEG, TUCKED_GAP,
};

/// A repetition that has turned, with the back through it.
#[derive(Debug, Clone)]
pub struct Back<'a> {
    rep: Turned<'a>,
    targets: &'a Targets,
    reference: &'a BackReference,
    course: Course<'a>,
    bottom: Result<BackReading, CantTellReason>,
    knees_bent: bool,
}

impl<'a> Back<'a> {
    /// Says why not when it can't be had.
    pub fn new(trace: &'a RepTrace, context: &Context<'a>) -> Result<Self, Finding> {
        let rep = Turned::new(trace, context)?;
        let reference = context.back.map_err(Finding::CantTell)?;
        let knees_bent = bends_knees(&rep)?;
        let end_s = trace.end_s.unwrap_or(f64::INFINITY);
        let of_rep = |p: &&Posture| (trace.start_s..=end_s).contains(&p.t_s);
        let postures = trace.postures.iter().filter(of_rep);
        let course = Course::new(postures, rep.neutral, reference, knees_bent);
        let bottom = course.at_bottom(rep.bottom.from_s, rep.bottom.to_s, rep.neutral, reference);
        Ok(Back {
            rep,
            targets: context.targets,
            reference,
            course,
            bottom,
            knees_bent,
        })
    }

    pub fn course(&self) -> &Course<'a> {
        &self.course
    }

    /// At the bottom, all looks there taken together.
    pub fn bottom(&self) -> Result<BackReading, Finding> {
        self.bottom.map_err(Finding::CantTell)
    }

    /// The deepest hip flexion with all three contacts kept; None when that can't be told.
    pub fn clean_depth_deg(&self) -> Option<f64> {
        let bottom = self.bottom().ok()?;
        let lost_s = self.course.dowel().first_lost_s;
        let Some(lost_s) = lost_s.filter(|&lost_s| lost_s < self.rep.bottom.middle_s) else {
            return Some(bottom.hip_flexion_deg);
        };
        let kept = self.course.between(self.rep.trace.start_s, lost_s);
        let depths = kept.filter_map(|m| Some(m.reading.ok()?.hip_flexion_deg));
        // A single look may stray; nobody kept contact deeper than they went, nor bent backwards.
        let deepest = depths.max_by(f64::total_cmp)?;
        Some(deepest.min(bottom.hip_flexion_deg).max(0.0))
    }

    fn first_s(&self, holds: impl Fn(&BackReading) -> bool) -> f64 {
        let bottom_s = self.rep.bottom.middle_s;
        self.course
            .first_s(holds)
            .map_or(bottom_s, |t_s| t_s.min(bottom_s))
    }

    /// The lumbar change against standing, and the trunk's lean, while the hips begin to fold.
    fn early(&self) -> Vec<(f64, f64)> {
        let (trace, n) = (self.rep.trace, self.rep.neutral);
        let depth_deg = (FIRST_THIRD * self.rep.bottom.hip_flexion_deg).min(EARLY_TO_DEG);
        let read = |m: &Moment| {
            let angles = Angles::of(m.posture, n);
            let early = (EARLY_FROM_DEG..depth_deg).contains(&angles.hip_deg);
            let reading = self.reference.read_early(m.shape, &angles).ok()?;
            early.then(|| (reading.lumbar_change_deg, n.trunk_lean_deg(m.posture)))
        };
        self.course
            .between(trace.start_s, self.rep.bottom.from_s)
            .filter_map(read)
            .collect()
    }
}

/// Whoever squats or takes a load from the floor folds deeper and bunches the shirt; other signs count then.
fn bends_knees(rep: &Turned) -> Result<bool, Finding> {
    Ok(rep.at_bottom(|p| rep.neutral.knee_flexion_deg(p))? > SQUAT_MIN_KNEE_DEG)
}

pub fn rounded_lower_back(back: &Back) -> Finding {
    answer((|| {
        let limit = back.rounding_limit_deg();
        let deg = back.rounding()?;
        Ok(above(deg, limit, || {
            back.first_s(|r| {
                r.rounding_deg(back.knees_bent)
                    .is_some_and(|deg| deg > limit)
            })
        }))
    })())
}

impl Back<'_> {
    /// A contact lost on the way and found again before the bottom was a wobble of the body or of the outline.
    fn is_lost_at_bottom(&self) -> Result<bool, Finding> {
        Ok(self.rounding()? > ROUNDED_DEG)
    }

    /// Half of what the person's own toe-touch bends the low back, when that is known.
    fn rounding_limit_deg(&self) -> f64 {
        let own = self.targets.toe_touch_lumbar_deg;
        own.map_or(ROUNDED_DEG, |own_deg| {
            (ROUNDED_OWN_SHARE * own_deg).clamp(ROUNDED_OWN_MIN_DEG, ROUNDED_OWN_MAX_DEG)
        })
    }

    fn rounding(&self) -> Result<f64, Finding> {
        self.bottom()?
            .rounding_deg(self.knees_bent)
            .ok_or(Finding::CantTell(CantTellReason::BackNotClear))
    }
}

pub fn overextended_back(back: &Back) -> Finding {
    answer((|| {
        let deg = back.bottom()?.arching_deg();
        Ok(above(deg, ARCHED_DEG, || {
            back.first_s(|r| r.arching_deg() > ARCHED_DEG)
        }))
    })())
}

pub fn early_lumbar(back: &Back) -> Finding {
    answer((|| {
        let early = back.early();
        let (deg, lean_deg) = medians(&early)?;
        let stays = back.rounding()? > STAYS_SHARE * ROUNDED_DEG;
        let leads = deg > EARLY_LUMBAR_SHARE * lean_deg && stays;
        Ok(if leads {
            above(deg, EARLY_LUMBAR_DEG, || back.rep.trace.start_s)
        } else {
            Finding::Ok
        })
    })())
}

pub fn pelvis_rocked(back: &Back) -> Finding {
    answer((|| {
        let early = back.early();
        let (deg, _) = medians(&early)?;
        // A leak in the standing outline looks the same, but not at the bottom.
        let stays = back.bottom()?.arching_deg() > ARCHED_DEG;
        Ok(if stays {
            above(-deg, ROCKED_DEG, || back.rep.trace.start_s)
        } else {
            Finding::Ok
        })
    })())
}

/// One look is too few to accuse anybody on, and enough to see that nothing happened.
fn medians(early: &[(f64, f64)]) -> Result<(f64, f64), Finding> {
    let (mut changes, mut leans): (Vec<f64>, Vec<f64>) = early.iter().copied().unzip();
    let (change, lean) = (median(&mut changes), median(&mut leans));
    let quiet = change.abs() < EARLY_LUMBAR_DEG.min(ROCKED_DEG);
    if early.len() > 1 || quiet {
        Ok((change, lean))
    } else {
        Err(Finding::CantTell(CantTellReason::TooFewFrames))
    }
}

/// The tailbone leaves the stick near the bottom. What rounds from early on is the low back as a whole.
pub fn pelvis_tucked(back: &Back) -> Finding {
    answer((|| {
        let reading = back.bottom()?;
        if back.rounding()? <= ROUNDED_DEG {
            return Ok(Finding::Ok);
        }
        let gap = reading
            .gaps
            .tailbone
            .ok_or(Finding::CantTell(CantTellReason::BackNotClear))?;
        let leaves = |r: &BackReading| r.gaps.tailbone.is_some_and(|gap| gap > TUCKED_GAP);
        let onset_s = back.first_s(leaves);
        let late_deg = LATE_SHARE * back.rep.bottom.hip_flexion_deg;
        let is_late = |m: &Moment| back.rep.neutral.hip_flexion_deg(m.posture) > late_deg;
        let late = back
            .course
            .between(onset_s, f64::INFINITY)
            .next()
            .is_none_or(is_late);
        Ok(if late {
            above(gap, TUCKED_GAP, || onset_s)
        } else {
            Finding::Ok
        })
    })())
}

pub fn rounded_shoulders(back: &Back) -> Finding {
    answer((|| {
        let told = back.bottom()?.thoracic_change_deg;
        let deg = told.ok_or(Finding::CantTell(CantTellReason::BackNotClear))?;
        Ok(above(deg, SHOULDERS_DEG, || {
            back.first_s(|r| r.thoracic_change_deg.is_some_and(|deg| deg > SHOULDERS_DEG))
        }))
    })())
}

/// Beyond the limit, or on and on after a contact was lost.
pub fn too_low(back: &Back) -> Finding {
    answer((|| {
        // A hip read without the back must have gone too low as well: noise of either is no accusation.
        let depth_deg = back
            .bottom()?
            .hip_flexion_deg
            .min(back.rep.bottom.hip_flexion_deg);
        let own_limit = back.targets.hip_flexion_limit_deg;
        // A load on the floor, not the person, sets the depth.
        let limit = own_limit.or((!back.knees_bent).then_some(TOO_LOW_DEG));
        if let Some(limit) = limit.filter(|&limit| depth_deg > limit) {
            let beyond = |r: &BackReading| r.hip_flexion_deg > limit;
            return Ok(above(depth_deg, limit, || back.first_s(beyond)));
        }
        Ok(back.went_on_after_losing()?.unwrap_or(Finding::Ok))
    })())
}

impl Back<'_> {
    /// How far the trunk went on leaning after the low back left the stick.
    fn went_on_after_losing(&self) -> Result<Option<Finding>, Finding> {
        let (rep, n) = (&self.rep, self.rep.neutral);
        if !self.is_lost_at_bottom()? {
            return Ok(None);
        }
        let bottom_s = rep.bottom.middle_s;
        let lost = self.course.first_rounded_s().and_then(|lost_s| {
            let at = self
                .course
                .between(lost_s, bottom_s - TOO_LOW_AFTER_S)
                .next()?;
            Some((lost_s, n.trunk_lean_deg(at.posture)))
        });
        let Some((lost_s, lean_then_deg)) = lost else {
            return Ok(None);
        };
        let lean_deg = rep.at_bottom(|p| n.trunk_lean_deg(p))?;
        let more = above(lean_deg - lean_then_deg, TOO_LOW_AFTER_DEG, || lost_s);
        Ok(Some(more))
    }
}

/// A finding, not a fault: the backs of the legs end the range before the back gives way.
pub fn hamstring_limited(back: &Back) -> Finding {
    answer((|| {
        let n = back.rep.neutral;
        let knee = back.rep.at_bottom(|p| n.knee_flexion_deg(p))?;
        let lost_at_bottom = back.is_lost_at_bottom()?;
        let lost_s = back.course.first_rounded_s();
        let lost_s = lost_s.filter(|&lost_s| lost_s < back.rep.bottom.middle_s);
        let Some(lost_s) = lost_s.filter(|_| lost_at_bottom) else {
            return Ok(Finding::Ok);
        };
        let clean_deg = back
            .clean_depth_deg()
            .ok_or(Finding::CantTell(CantTellReason::BackNotClear))?;
        if clean_deg >= HAMSTRING_DEPTH_DEG || knee < SOFT_KNEE_DEG {
            return Ok(Finding::Ok);
        }
        Ok(Finding::Fault {
            severity: 1.0 - clean_deg / HAMSTRING_DEPTH_DEG,
            onset_s: lost_s,
        })
    })())
}

/// Rounding or arching that lasts to this moment of the way down. How deep it will go and whether the knees
/// will bend is not known yet, so the stricter sign of rounding counts, and only clear arching.
pub fn lost_on_the_way(trace: &RepTrace, context: &Context) -> Option<(FaultId, Finding)> {
    let (neutral, reference) = (context.neutral?, context.back.ok()?);
    let course = Course::new(trace.postures.iter(), neutral, reference, true);
    let newest = course.lately()?;
    let onset_s = newest[0].posture.t_s;
    let all_beyond = |limit: f64, read: &dyn Fn(&BackReading) -> Option<f64>| {
        let told = newest.iter().map(|m| read(m.reading.as_ref().ok()?));
        let least = told
            .map(|deg| deg.unwrap_or(f64::NEG_INFINITY))
            .fold(f64::INFINITY, f64::min);
        above(least, limit, || onset_s)
    };
    let rounded = all_beyond(ROUNDED_DEG, &|r| r.rounding_deg(true));
    let arched = all_beyond(ARCHED_EARLY_DEG, &|r| Some(r.arching_deg()));
    [
        (FaultId::RoundedLowerBack, rounded),
        (FaultId::OverextendedBack, arched),
    ]
    .into_iter()
    .find(|(_, finding)| matches!(finding, Finding::Fault { .. }))
}
