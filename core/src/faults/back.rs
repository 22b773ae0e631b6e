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
    STAYS_SHARE, TOO_LOW_AFTER_DEG, TOO_LOW_AFTER_S, TOO_LOW_DEG, TUCKED_GAP,
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
        let knees_bent = rep.bends_knees()?;
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
            // Too few looks on the way down to say when it came off.
            let off = bottom.is_off_stick(self.knees_bent);
            return (!off).then_some(bottom.hip_flexion_deg);
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
        back.went_on_after_losing()
    })())
}

impl Back<'_> {
    /// How far the trunk went on leaning after the low back left the stick.
    fn went_on_after_losing(&self) -> Result<Finding, Finding> {
        let (rep, n) = (&self.rep, self.rep.neutral);
        if !self.is_lost_at_bottom()? {
            return Ok(Finding::Ok);
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
            return Ok(Finding::Ok);
        };
        let more_deg = rep.at_bottom(|p| n.trunk_lean_deg(p))? - lean_then_deg;
        Ok(above(more_deg, TOO_LOW_AFTER_DEG, || lost_s))
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

/// What lasts to this moment of the way down. How deep it will go and whether the knees will bend is not known
/// yet, so the stricter sign of rounding counts, and only clear arching.
pub fn lost_on_the_way(trace: &RepTrace, context: &Context) -> Vec<(FaultId, Finding)> {
    let (Some(neutral), Ok(reference)) = (context.neutral, context.back) else {
        return Vec::new();
    };
    let course = Course::new(trace.postures.iter(), neutral, reference, true);
    let Some(newest) = course.lately() else {
        return Vec::new();
    };
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
    .filter(|(_, finding)| matches!(finding, Finding::Fault { .. }))
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{FaultFact, Phase, Verdict};
    use crate::back::samples::{Held, posture, reference, with};
    use crate::back::{BackShape, Feature};
    use crate::body::Neutral;
    use crate::faults::judge;
    use crate::thresholds::{
        HIP_PER_ROUNDING, ROUNDED_KNEES_MIDDLE_DEG, SHOULDERS_SCALE, SHOULDERS_UPPER,
        SQUAT_MIN_KNEE_DEG,
    };

    /// A little more than nothing, in the unit of whatever is at its limit.
    const HAIR: f64 = 0.3;
    const DOWN_S: f64 = 1.5;
    const BOTTOM_S: f64 = 0.6;

    /// One repetition: how deep, with how much knee, and what the back looks like by the hip's flexion.
    struct Hinge<'a> {
        depth_deg: f64,
        knee_deg: f64,
        look: &'a dyn Fn(f64) -> Option<BackShape>,
        targets: Targets,
    }

    impl<'a> Hinge<'a> {
        fn new(look: &'a dyn Fn(f64) -> Option<BackShape>) -> Self {
            Hinge {
                depth_deg: 85.0,
                knee_deg: 20.0,
                look,
                targets: Targets::default(),
            }
        }

        /// 30 frames a second, a look in every third.
        fn trace(&self) -> RepTrace {
            let frame = |k: u32| {
                let t_s = f64::from(k) / 30.0;
                let way = if t_s < 0.5 + DOWN_S + BOTTOM_S {
                    (t_s - 0.5) / DOWN_S
                } else {
                    1.0 - (t_s - 0.5 - DOWN_S - BOTTOM_S) / DOWN_S
                };
                let way = way.clamp(0.0, 1.0);
                let hip_deg = way * self.depth_deg;
                let mut posture = posture(t_s, hip_deg, way * self.knee_deg);
                if k.is_multiple_of(3) {
                    posture.back = (self.look)(hip_deg);
                }
                posture
            };
            let frames = (0..=(30.0 * (1.0 + 2.0 * DOWN_S + BOTTOM_S)) as u32).map(frame);
            RepTrace::divide(frames.collect(), Some(&neutral()), true, true)
        }

        fn judged_against(
            &self,
            back: Result<&BackReference, CantTellReason>,
            id: FaultId,
        ) -> FaultFact {
            let context = Context {
                neutral: Some(&neutral()),
                targets: &self.targets,
                depths_deg: &[],
                reached_floor: None,
                dim: false,
                back,
            };
            let facts = judge(&self.trace(), &context);
            facts.into_iter().find(|fact| fact.id == id).unwrap()
        }

        fn fact(&self, id: FaultId) -> FaultFact {
            self.judged_against(Ok(&reference()), id)
        }

        fn verdict(&self, id: FaultId) -> Verdict {
            self.fact(id).verdict
        }

        fn with_back<T>(&self, read: impl Fn(&Back) -> T) -> T {
            let (trace, neutral, reference) = (self.trace(), neutral(), reference());
            let context = Context {
                neutral: Some(&neutral),
                targets: &self.targets,
                depths_deg: &[],
                reached_floor: None,
                dim: false,
                back: Ok(&reference),
            };
            read(&Back::new(&trace, &context).unwrap())
        }
    }

    fn neutral() -> Neutral {
        Neutral::straightest(&[posture(0.0, 0.0, 0.0)]).unwrap()
    }

    fn held(held: Held) -> impl Fn(f64) -> Option<BackShape> {
        move |hip_deg| Some(held.look(hip_deg))
    }

    /// Held straight until the hip is folded so far, and then otherwise.
    fn from(begin_deg: f64, then: Held) -> impl Fn(f64) -> Option<BackShape> {
        move |hip_deg| {
            let now = if hip_deg < begin_deg {
                Held::default()
            } else {
                then
            };
            Some(now.look(hip_deg))
        }
    }

    /// One way while the hips begin to fold, another later.
    fn early_then(early: Held, later: Held) -> impl Fn(f64) -> Option<BackShape> {
        move |hip_deg| {
            let begins = hip_deg < EARLY_TO_DEG;
            Some(if begins {
                early.early_look(hip_deg)
            } else {
                later.look(hip_deg)
            })
        }
    }

    const EVERY: [FaultId; 8] = [
        FaultId::TooLow,
        FaultId::RoundedLowerBack,
        FaultId::EarlyLumbar,
        FaultId::RoundedShoulders,
        FaultId::OverextendedBack,
        FaultId::PelvisRocked,
        FaultId::PelvisTucked,
        FaultId::HamstringLimited,
    ];

    #[test]
    fn a_straight_back_has_no_fault() {
        let look = held(Held::default());
        for id in EVERY {
            assert_eq!(Hinge::new(&look).verdict(id), Verdict::Ok, "{id}");
        }
    }

    #[test]
    fn the_low_back_rounds_beyond_its_limit_and_not_below() {
        let rounded = |deg| {
            let look = from(50.0, Held::lumbar(deg));
            Hinge::new(&look).fact(FaultId::RoundedLowerBack)
        };
        let fact = rounded(ROUNDED_DEG + HAIR);
        assert_eq!(fact.verdict, Verdict::Fault);
        assert!(fact.severity < 0.05);
        // 50 of 85 degrees into the way down, to the looks' cadence.
        let onset_s = fact.onset_s.unwrap();
        assert!((onset_s - 1.38).abs() < 0.16, "{onset_s}");
        assert_eq!(fact.phase, Some(Phase::Down));
        assert_eq!(rounded(ROUNDED_DEG - HAIR).verdict, Verdict::Ok);
        let strong = rounded(2.0 * ROUNDED_DEG).severity;
        assert!((strong - 1.0).abs() < 0.05, "{strong}");
    }

    #[test]
    fn the_own_toe_touch_moves_the_rounding_limit() {
        let rounded = |deg, own: Option<f64>| {
            let look = held(Held::lumbar(deg));
            let mut hinge = Hinge::new(&look);
            hinge.targets.toe_touch_lumbar_deg = own;
            hinge.verdict(FaultId::RoundedLowerBack)
        };
        let limit_deg = ROUNDED_DEG + 5.0;
        let own = Some(limit_deg / ROUNDED_OWN_SHARE);
        assert_eq!(rounded(ROUNDED_DEG + HAIR, None), Verdict::Fault);
        assert_eq!(rounded(limit_deg - HAIR, own), Verdict::Ok);
        assert_eq!(rounded(limit_deg + HAIR, own), Verdict::Fault);
        // Neither the stiffest nor the supplest is judged by it alone.
        assert_eq!(rounded(ROUNDED_OWN_MIN_DEG - HAIR, Some(1.0)), Verdict::Ok);
        assert_eq!(
            rounded(ROUNDED_OWN_MIN_DEG + HAIR, Some(1.0)),
            Verdict::Fault
        );
        let supple = Some(200.0);
        assert_eq!(rounded(ROUNDED_OWN_MAX_DEG + 1.0, supple), Verdict::Fault);
    }

    #[test]
    fn with_bent_knees_rounding_needs_the_mid_backs_word() {
        let lift = |middle_deg: Option<f64>| {
            let look = move |hip_deg: f64| {
                let lumbar = Held::lumbar(ROUNDED_KNEES_MIDDLE_DEG + 4.0).look(hip_deg);
                let held = middle_deg.map(Held::lumbar);
                let middle = held.and_then(|held| held.look(hip_deg).get(Feature::Middle));
                Some(with(&lumbar, Feature::Middle, middle))
            };
            let mut hinge = Hinge::new(&look);
            hinge.knee_deg = SQUAT_MIN_KNEE_DEG + 15.0;
            hinge.fact(FaultId::RoundedLowerBack)
        };
        let limit_deg = ROUNDED_KNEES_MIDDLE_DEG;
        assert_eq!(lift(Some(limit_deg + HAIR)).verdict, Verdict::Fault);
        assert_eq!(lift(Some(limit_deg - HAIR)).verdict, Verdict::Ok);
        let silent = lift(None);
        assert_eq!(silent.verdict, Verdict::CantTell);
        assert_eq!(silent.reason, Some(CantTellReason::BackNotClear));
    }

    #[test]
    fn the_back_hollows_beyond_its_limit_and_not_below() {
        let arched = |deg: f64| {
            let look = from(50.0, Held::lumbar(-deg));
            Hinge::new(&look).verdict(FaultId::OverextendedBack)
        };
        assert_eq!(arched(ARCHED_DEG + HAIR), Verdict::Fault);
        assert_eq!(arched(ARCHED_DEG - HAIR), Verdict::Ok);
    }

    #[test]
    fn the_shoulders_are_drawn_beyond_their_limit_and_not_below() {
        let depth_deg = 85.0;
        // What the nape alone reads, and what the shoulders must add to it.
        let straight = Held::default();
        let look = held(straight);
        let nape_deg =
            Hinge::new(&look).with_back(|back| back.bottom().unwrap().thoracic_change_deg.unwrap());
        let drawn = |deg: f64| {
            let shoulders = (deg - nape_deg) / (SHOULDERS_SCALE * SHOULDERS_UPPER);
            let look = from(50.0, Held::shoulders(shoulders));
            let mut hinge = Hinge::new(&look);
            hinge.depth_deg = depth_deg;
            hinge.verdict(FaultId::RoundedShoulders)
        };
        assert_eq!(drawn(SHOULDERS_DEG + HAIR), Verdict::Fault);
        assert_eq!(drawn(SHOULDERS_DEG - HAIR), Verdict::Ok);
    }

    #[test]
    fn the_low_back_leads_when_it_bends_before_the_hips_and_stays_bent() {
        let early = |early_deg, bottom_deg| {
            let look = early_then(Held::lumbar(early_deg), Held::lumbar(bottom_deg));
            Hinge::new(&look).fact(FaultId::EarlyLumbar)
        };
        let rounded = ROUNDED_DEG + 10.0;
        let fact = early(EARLY_LUMBAR_DEG + HAIR, rounded);
        assert_eq!(fact.verdict, Verdict::Fault);
        assert_eq!(fact.phase, Some(Phase::Down));
        assert_eq!(early(EARLY_LUMBAR_DEG - HAIR, rounded).verdict, Verdict::Ok);
        // A leak in the standing outline is gone at the bottom.
        let gone = STAYS_SHARE * ROUNDED_DEG - HAIR;
        assert_eq!(early(EARLY_LUMBAR_DEG + HAIR, gone).verdict, Verdict::Ok);
    }

    #[test]
    fn the_pelvis_rocks_when_the_back_hollows_first_and_stays_hollow() {
        let early = |early_deg: f64, bottom_deg: f64| {
            let look = early_then(Held::lumbar(-early_deg), Held::lumbar(-bottom_deg));
            Hinge::new(&look).verdict(FaultId::PelvisRocked)
        };
        let arched = ARCHED_DEG + 5.0;
        assert_eq!(early(ROCKED_DEG + HAIR, arched), Verdict::Fault);
        assert_eq!(early(ROCKED_DEG - HAIR, arched), Verdict::Ok);
        assert_eq!(early(ROCKED_DEG + HAIR, ARCHED_DEG - HAIR), Verdict::Ok);
    }

    #[test]
    fn one_early_look_accuses_nobody_and_is_enough_to_see_that_nothing_happened() {
        let single = |early_deg: f64| {
            let look = move |hip_deg: f64| {
                let early = (EARLY_FROM_DEG..12.0).contains(&hip_deg);
                let deep = hip_deg > 50.0;
                if early {
                    return Some(Held::lumbar(early_deg).early_look(hip_deg));
                }
                deep.then(|| Held::lumbar(ROUNDED_DEG + 10.0).look(hip_deg))
            };
            Hinge::new(&look).fact(FaultId::EarlyLumbar)
        };
        let accused = single(EARLY_LUMBAR_DEG + 5.0);
        assert_eq!(accused.reason, Some(CantTellReason::TooFewFrames));
        assert_eq!(single(0.0).verdict, Verdict::Ok);
    }

    /// Rounded, with the tailbone so far off the stick.
    fn tucked(gap: f64) -> impl Fn(f64) -> Option<BackShape> + Copy {
        move |hip_deg| {
            let look = Held::lumbar(ROUNDED_DEG + 4.0).look(hip_deg);
            let flat = Held::default().look(hip_deg).get(Feature::TailGap)?;
            Some(with(&look, Feature::TailGap, Some(flat + gap)))
        }
    }

    #[test]
    fn the_pelvis_tucks_when_the_tailbone_leaves_the_stick_near_the_bottom() {
        let from_deg = |begin_deg: f64, gap| {
            let look = move |hip_deg: f64| {
                if hip_deg < begin_deg {
                    Some(Held::default().look(hip_deg))
                } else {
                    tucked(gap)(hip_deg)
                }
            };
            Hinge::new(&look).verdict(FaultId::PelvisTucked)
        };
        let late_deg = (LATE_SHARE + 0.1) * 85.0;
        assert_eq!(from_deg(late_deg, TUCKED_GAP + HAIR), Verdict::Fault);
        assert_eq!(from_deg(late_deg, TUCKED_GAP - HAIR), Verdict::Ok);
        // What rounds from early on is the low back as a whole.
        assert_eq!(from_deg(40.0, TUCKED_GAP + HAIR), Verdict::Ok);
    }

    #[test]
    fn a_tailbone_that_was_not_seen_cant_be_told_when_the_back_rounds() {
        let look = |hip_deg: f64| {
            let look = Held::lumbar(ROUNDED_DEG + 4.0).look(hip_deg);
            Some(with(&look, Feature::TailGap, None))
        };
        let fact = Hinge::new(&look).fact(FaultId::PelvisTucked);
        assert_eq!(fact.reason, Some(CantTellReason::BackNotClear));
    }

    #[test]
    fn too_low_is_beyond_the_limit_and_not_at_it() {
        let look = held(Held::default());
        let mut hinge = Hinge::new(&look);
        let reached_deg = hinge.with_back(|back| {
            let outlined = back.bottom().unwrap().hip_flexion_deg;
            outlined.min(back.rep.bottom.hip_flexion_deg)
        });
        hinge.targets.hip_flexion_limit_deg = Some(reached_deg - HAIR);
        assert_eq!(hinge.verdict(FaultId::TooLow), Verdict::Fault);
        hinge.targets.hip_flexion_limit_deg = Some(reached_deg + HAIR);
        assert_eq!(hinge.verdict(FaultId::TooLow), Verdict::Ok);
        // Nobody set a limit: the table's.
        hinge.targets.hip_flexion_limit_deg = None;
        assert_eq!(hinge.verdict(FaultId::TooLow), Verdict::Ok);
        hinge.depth_deg = TOO_LOW_DEG + 15.0;
        assert_eq!(hinge.verdict(FaultId::TooLow), Verdict::Fault);
        // A load on the floor sets the depth.
        hinge.knee_deg = SQUAT_MIN_KNEE_DEG + 15.0;
        assert_eq!(hinge.verdict(FaultId::TooLow), Verdict::Ok);
    }

    #[test]
    fn too_low_is_going_on_after_the_low_back_left_the_stick() {
        let went_on = |begin_deg| {
            let look = from(begin_deg, Held::lumbar(ROUNDED_DEG + 4.0));
            Hinge::new(&look).fact(FaultId::TooLow)
        };
        let early = went_on(45.0);
        assert_eq!(early.verdict, Verdict::Fault);
        assert_eq!(early.phase, Some(Phase::Down));
        // The trunk leans no more than a few degrees further.
        assert_eq!(went_on(82.0).verdict, Verdict::Ok);
        let wobble = |hip_deg: f64| {
            let there = (45.0..65.0).contains(&hip_deg);
            let deg = if there { ROUNDED_DEG + 4.0 } else { 0.0 };
            Some(Held::lumbar(deg).look(hip_deg))
        };
        let fact = Hinge::new(&wobble).fact(FaultId::TooLow);
        assert_eq!(fact.verdict, Verdict::Ok, "found again before the bottom");
    }

    #[test]
    fn the_hamstrings_end_a_short_range_with_soft_knees() {
        let ends = |begin_deg, knee_deg| {
            let look = from(begin_deg, Held::lumbar(ROUNDED_DEG + 4.0));
            let mut hinge = Hinge::new(&look);
            hinge.knee_deg = knee_deg;
            hinge.verdict(FaultId::HamstringLimited)
        };
        let soft = SOFT_KNEE_DEG + 5.0;
        assert_eq!(ends(HAMSTRING_DEPTH_DEG - 15.0, soft), Verdict::Fault);
        assert_eq!(ends(HAMSTRING_DEPTH_DEG + 15.0, soft), Verdict::Ok);
        let straight = SOFT_KNEE_DEG - 1.0;
        assert_eq!(ends(HAMSTRING_DEPTH_DEG - 15.0, straight), Verdict::Ok);
    }

    #[test]
    fn clean_depth_ends_where_the_first_contact_is_lost() {
        let clean_deg = |look: &dyn Fn(f64) -> Option<BackShape>| {
            Hinge::new(look).with_back(|back| (back.clean_depth_deg(), back.bottom()))
        };
        let (kept, bottom) = clean_deg(&held(Held::default()));
        assert_eq!(kept, Some(bottom.unwrap().hip_flexion_deg));
        let (lost, _) = clean_deg(&from(50.0, Held::lumbar(ROUNDED_DEG + 6.0)));
        // The spine's share of the smoothed look at which it was lost is already off.
        let spines_deg = HIP_PER_ROUNDING * (ROUNDED_DEG + 6.0);
        assert!(
            (50.0 - spines_deg..56.0).contains(&lost.unwrap()),
            "{lost:?}"
        );
        let (unclear, _) = clean_deg(&|_| Some(BackShape::default()));
        assert_eq!(unclear, None);
    }

    #[test]
    fn a_stray_look_makes_no_clean_depth_deeper_than_the_bottom() {
        // Arched, the hip reads as folded further; here in a single moment on the way down.
        let look = |hip_deg: f64| {
            let lumbar_deg = match hip_deg {
                ..60.0 => 0.0,
                60.0..70.0 => -40.0,
                _ => ROUNDED_DEG + 20.0,
            };
            Some(Held::lumbar(lumbar_deg).look(hip_deg))
        };
        let (clean, bottom) =
            Hinge::new(&look).with_back(|back| (back.clean_depth_deg(), back.bottom()));
        assert!(clean.unwrap() <= bottom.unwrap().hip_flexion_deg);
    }

    #[test]
    fn on_the_way_down_only_what_lasts_to_this_moment_is_said() {
        let down_to = |until_deg: f64, look: &dyn Fn(f64) -> Option<BackShape>| {
            let hinge = Hinge::new(look);
            let mut postures = hinge.trace().postures;
            let there = postures
                .iter()
                .position(|p| p.hip_flexion_deg() > until_deg);
            postures.truncate(there.unwrap());
            let trace = RepTrace::divide(postures, Some(&neutral()), false, false);
            let (neutral, reference) = (neutral(), reference());
            let context = Context {
                neutral: Some(&neutral),
                targets: &hinge.targets,
                depths_deg: &[],
                reached_floor: None,
                dim: false,
                back: Ok(&reference),
            };
            lost_on_the_way(&trace, &context).first().map(|(id, _)| *id)
        };
        // Rounded by what counts even with bent knees.
        let rounded = Held::lumbar(ROUNDED_KNEES_MIDDLE_DEG + HAIR);
        let told = Some(FaultId::RoundedLowerBack);
        assert_eq!(down_to(70.0, &from(40.0, rounded)), told);
        assert_eq!(down_to(70.0, &from(66.0, rounded)), None, "just begun");
        let less = Held::lumbar(ROUNDED_KNEES_MIDDLE_DEG - HAIR);
        assert_eq!(down_to(70.0, &from(40.0, less)), None);
        let arched = |deg: f64| down_to(70.0, &from(40.0, Held::lumbar(-deg)));
        let told = Some(FaultId::OverextendedBack);
        assert_eq!(arched(ARCHED_EARLY_DEG + HAIR), told);
        assert_eq!(arched(ARCHED_EARLY_DEG - HAIR), None);
        let found_again = |hip_deg: f64| {
            let there = (40.0..60.0).contains(&hip_deg);
            let held = if there { rounded } else { Held::default() };
            Some(held.look(hip_deg))
        };
        assert_eq!(down_to(70.0, &found_again), None);
    }

    #[test]
    fn what_hinders_is_said() {
        let reasons = |hinge: &Hinge, back| {
            EVERY.map(|id| {
                let fact = hinge.judged_against(back, id);
                assert_eq!(fact.verdict, Verdict::CantTell, "{id}");
                fact.reason.unwrap()
            })
        };
        let straight = held(Held::default());
        let hinge = Hinge::new(&straight);
        for reason in [
            CantTellReason::NeedsBackContour,
            CantTellReason::NoBackReference,
            CantTellReason::LooseClothing,
        ] {
            assert_eq!(reasons(&hinge, Err(reason)), [reason; EVERY.len()]);
        }
        let known = reference();
        let unclear = |_: f64| Some(BackShape::default());
        let reason = CantTellReason::BackNotClear;
        for (id, told) in EVERY.iter().zip(reasons(&Hinge::new(&unclear), Ok(&known))) {
            // Nothing was read of the early descent either.
            let early = [FaultId::EarlyLumbar, FaultId::PelvisRocked].contains(id);
            assert!(told == reason || early && told == CantTellReason::TooFewFrames);
        }
        let blinking = |hip_deg: f64| (hip_deg < 70.0).then(|| Held::default().look(hip_deg));
        let fact = Hinge::new(&blinking).fact(FaultId::RoundedLowerBack);
        assert_eq!(fact.reason, Some(CantTellReason::TooFewFrames));
    }

    #[test]
    fn hidden_legs_and_an_unknown_person_are_said_before_the_back() {
        let straight = held(Held::default());
        let mut trace = Hinge::new(&straight).trace();
        let (neutral, reference, targets) = (neutral(), reference(), Targets::default());
        let mut context = Context {
            neutral: Some(&neutral),
            targets: &targets,
            depths_deg: &[],
            reached_floor: None,
            dim: false,
            back: Ok(&reference),
        };
        let why_not = |trace: &RepTrace, context: &Context| Back::new(trace, context).err();
        trace
            .postures
            .iter_mut()
            .for_each(|p| p.leg_visibility = 0.1);
        let hidden = Finding::CantTell(CantTellReason::NotVisible);
        assert_eq!(why_not(&trace, &context), Some(hidden));
        context.neutral = None;
        let unknown = Finding::CantTell(CantTellReason::NoStandingNeutral);
        assert_eq!(why_not(&trace, &context), Some(unknown));
    }
}
