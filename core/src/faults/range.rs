//! Range and tempo.

use crate::analysis::{CantTellReason, Tempo};
use crate::body::median;
use crate::faults::back::Back;
use crate::faults::finding::{Context, Finding, Turned, answer, below};
use crate::reps::RepTrace;
use crate::thresholds::{
    AMPLE_DEPTH_DEG, OFF_TEMPO_MIN_S, OFF_TEMPO_SHARE, RUSHED_S, SHORT_RANGE_OWN_REPS,
    SHORT_RANGE_SHARE,
};

/// Against the prescribed range, or else against the person's own repetitions before.
pub fn short_range(trace: &RepTrace, context: &Context, back: Option<&Back>) -> Finding {
    answer((|| {
        let rep = Turned::new(trace, context)?;
        let target = context
            .targets
            .hip_flexion_deg
            .or_else(|| own_depth(context.depths_deg))
            // Nobody stops short at their limit.
            .map(|deg| {
                deg.min(
                    context
                        .targets
                        .hip_flexion_limit_deg
                        .unwrap_or(f64::INFINITY),
                )
            });
        let bottom = back.and_then(|back| back.bottom().ok());
        let depth_deg = bottom.map_or(rep.bottom.hip_flexion_deg, |back| back.hip_flexion_deg);
        let ample = depth_deg >= AMPLE_DEPTH_DEG;
        let without_target = if ample {
            Finding::Ok
        } else {
            Finding::CantTell(CantTellReason::NoTarget)
        };
        let target = target.ok_or(without_target)?;
        Ok(below(depth_deg, SHORT_RANGE_SHARE * target, || {
            rep.bottom.middle_s
        }))
    })())
}

fn own_depth(depths_deg: &[f64]) -> Option<f64> {
    let enough = depths_deg.len() as f64 >= SHORT_RANGE_OWN_REPS;
    enough.then(|| median(&mut depths_deg.to_vec()))
}

pub fn rushed(trace: &RepTrace, context: &Context) -> Finding {
    answer((|| {
        let rep = Turned::new(trace, context)?;
        let down_s = rep.bottom.from_s - trace.start_s;
        let frames = trace.between(trace.start_s, rep.bottom.from_s).count();
        // A lift from the floor has no way down, and a handful of frames no measurable one.
        if down_s < 0.1 || frames < 4 {
            return Err(Finding::CantTell(CantTellReason::TooFewFrames));
        }
        Ok(below(down_s, RUSHED_S, || rep.bottom.from_s))
    })())
}

pub fn off_tempo(trace: &RepTrace, context: &Context) -> Finding {
    answer((|| {
        // Where nobody set a tempo there is none to be off.
        let target = context.targets.tempo_s.ok_or(Finding::Ok)?;
        let tempo = trace
            .tempo()
            .ok_or(Finding::CantTell(CantTellReason::TooFewFrames))?;
        let worst = off_by(tempo, target);
        if worst <= 1.0 {
            return Ok(Finding::Ok);
        }
        Ok(Finding::Fault {
            severity: worst - 1.0,
            onset_s: trace.end_s.unwrap_or(trace.start_s),
        })
    })())
}

/// The phase furthest off its time, in shares of what is allowed. Nobody moves in no time: a way down or up
/// of 0 s, as in 1-1-0, is as quick as one likes.
fn off_by(took: Tempo, target: Tempo) -> f64 {
    let moves = [(took.down, target.down), (took.up, target.up)];
    let timed = moves.into_iter().filter(|&(_, target_s)| target_s > 0.0);
    timed
        .chain([(took.pause, target.pause)])
        .map(|(took_s, target_s)| {
            let allowed_s = (OFF_TEMPO_SHARE * target_s).max(OFF_TEMPO_MIN_S);
            (took_s - target_s).abs() / allowed_s
        })
        .fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tempo(down: f64, pause: f64, up: f64) -> Tempo {
        Tempo { down, pause, up }
    }

    #[test]
    fn a_tempo_is_off_by_its_worst_phase() {
        let target = tempo(3.0, 1.0, 1.0);
        assert!(off_by(tempo(3.4, 1.2, 0.8), target) < 1.0);
        assert!(off_by(tempo(1.5, 1.0, 1.0), target) > 1.0);
        assert!(off_by(tempo(3.0, 0.2, 1.0), target) > 1.0);
    }

    #[test]
    fn a_way_up_without_a_time_is_free_but_a_pause_of_none_is_none() {
        assert_eq!(off_by(tempo(1.0, 1.0, 0.9), tempo(1.0, 1.0, 0.0)), 0.0);
        assert!(off_by(tempo(1.0, 1.0, 1.0), tempo(1.0, 0.0, 1.0)) > 1.0);
    }
}
