//! The state machine that finds repetitions in the hip's flexion over time.
//!
//! Standing → moving (down, turned, up) → returned → settled at the top. It counts on return, at any frame
//! rate, and tells an attempt from a repetition by what happened on the way.

use std::collections::VecDeque;

use crate::analysis::{AttemptReason, Phase};
use crate::body::{Neutral, Posture, median};
use crate::reps::bend_deg;
use crate::reps::trace::RepTrace;
use crate::thresholds::{
    ATTEMPT_MIN_DEG, ENTER_DEG, ENTER_RISE_DEG, FEET_MOVED_SHARE, FLOOR_STILL_S, FLOOR_WRIST_SHARE,
    LOST_GAP_S, MAX_REP_S, MIN_DEPTH_DEG, PLATEAU_DEG, RETURN_DEG, RETURN_SHARE, REVERSAL_DEG,
    STEADY_S, TOP_LEAVE_DEG, TOP_SETTLE_S, VALLEY_SHARE,
};

/// How much standing is kept to date the start back to.
const LEAD_IN_S: f64 = 1.5;
/// Standing must last this long before anything can begin from it.
const SETTLE_S: f64 = 0.15;
/// The depth must have stopped growing for this long to be called the bottom while it lasts.
const PLATEAU_S: f64 = 0.15;

/// A repetition, or an attempt with its reason.
#[derive(Debug, Clone)]
pub struct Finished {
    pub trace: RepTrace,
    pub attempt: Option<AttemptReason>,
}

/// Finds repetitions; see the module.
#[derive(Debug, Clone, Default)]
pub struct RepCounter {
    state: State,
    /// The bend of the last moments.
    recent: VecDeque<(f64, f64)>,
}

#[derive(Debug, Clone)]
enum State {
    /// Nothing known yet: the clip may begin anywhere in a movement.
    Unknown(Opening),
    /// Upright, waiting.
    Standing(Vec<Posture>),
    /// On the way down or up.
    Moving(Moving),
}

impl Default for State {
    fn default() -> Self {
        State::Unknown(Opening::default())
    }
}

/// What was seen before the first standing.
#[derive(Debug, Clone, Default)]
struct Opening {
    postures: Vec<Posture>,
    upright_since_s: Option<f64>,
}

#[derive(Debug, Clone)]
struct Moving {
    postures: Vec<Posture>,
    peak_deg: f64,
    /// The flexion and time from which the depth has grown no further than a plateau allows.
    plateau: (f64, f64),
    valley: Option<Valley>,
    returned: bool,
    from_floor: bool,
}

/// The straightest moment since the deepest one.
#[derive(Debug, Clone, Copy)]
struct Valley {
    flexion_deg: f64,
    t_s: f64,
}

/// What one posture did to a movement.
enum Step {
    Goes,
    /// Finished; the next one begins at this time.
    Done {
        next_from_s: f64,
    },
    TooLong,
}

impl RepCounter {
    /// Takes the next posture; `neutral` is the standing reference as far as it is known.
    pub fn push(&mut self, posture: &Posture, neutral: Option<&Neutral>) -> Option<Finished> {
        let lost = self
            .last_t_s()
            .is_some_and(|last| posture.t_s - last > LOST_GAP_S);
        let interrupted = if lost { self.interrupt(neutral) } else { None };
        let finished = self.advance(posture, neutral);
        interrupted.or(finished)
    }

    /// The clip or set is over: what never came back up is an attempt.
    pub fn finish(&mut self, neutral: Option<&Neutral>) -> Option<Finished> {
        match std::mem::take(&mut self.state) {
            State::Moving(moving) if moving.returned => Some(moving.finish(neutral)),
            State::Moving(moving) => moving.give_up(neutral, AttemptReason::NotReturned),
            _ => None,
        }
    }

    /// The movement going on, divided as far as it has come; None while standing.
    pub fn current(&self, neutral: Option<&Neutral>) -> Option<RepTrace> {
        let State::Moving(moving) = &self.state else {
            return None;
        };
        let turned = moving
            .valley
            .is_some_and(|v| v.flexion_deg < moving.peak_deg - 2.0 * PLATEAU_DEG);
        let mut trace = RepTrace::divide(moving.postures.clone(), neutral, turned, moving.returned);
        trace.settled = false;
        Some(trace)
    }

    pub fn is_moving(&self) -> bool {
        matches!(self.state, State::Moving(_))
    }

    /// The phase of the movement going on, as it can be known at once; None while standing.
    pub fn phase(&self) -> Option<Phase> {
        match &self.state {
            State::Moving(moving) => Some(moving.phase()),
            _ => None,
        }
    }

    /// True once the movement going on came back up as a repetition, though its top is not over yet.
    pub fn has_returned(&self) -> bool {
        match &self.state {
            State::Moving(moving) => moving.returned && moving.attempt().is_none(),
            _ => false,
        }
    }

    fn last_t_s(&self) -> Option<f64> {
        let postures = match &self.state {
            State::Unknown(opening) => &opening.postures,
            State::Standing(lead_in) => lead_in,
            State::Moving(moving) => &moving.postures,
        };
        postures.last().map(|p| p.t_s)
    }

    fn interrupt(&mut self, neutral: Option<&Neutral>) -> Option<Finished> {
        match std::mem::take(&mut self.state) {
            State::Moving(moving) if moving.returned => Some(moving.finish(neutral)),
            State::Moving(moving) => moving.give_up(neutral, AttemptReason::TrackingLost),
            _ => None,
        }
    }

    fn advance(&mut self, posture: &Posture, neutral: Option<&Neutral>) -> Option<Finished> {
        let flexion_deg = self.steady_flexion(posture, neutral);
        match std::mem::take(&mut self.state) {
            State::Unknown(opening) => self.open(opening, posture, flexion_deg, neutral),
            State::Standing(lead_in) => {
                self.stand(lead_in, posture, flexion_deg, neutral);
                None
            }
            State::Moving(moving) => self.move_on(moving, posture, flexion_deg, neutral),
        }
    }

    /// The median over the last moments, relative to standing.
    fn steady_flexion(&mut self, posture: &Posture, neutral: Option<&Neutral>) -> f64 {
        self.recent
            .push_back((posture.t_s, bend_deg(posture, neutral)));
        while self
            .recent
            .front()
            .is_some_and(|(t_s, _)| posture.t_s - t_s > STEADY_S)
        {
            self.recent.pop_front();
        }
        let mut values: Vec<f64> = self.recent.iter().map(|(_, deg)| *deg).collect();
        median(&mut values)
    }

    fn open(
        &mut self,
        mut opening: Opening,
        posture: &Posture,
        flexion_deg: f64,
        neutral: Option<&Neutral>,
    ) -> Option<Finished> {
        opening.postures.push(*posture);
        let upright = flexion_deg < upright_below(neutral) && posture.is_on_its_feet();
        if !upright {
            opening.upright_since_s = None;
            if opening.begins_on_the_floor(flexion_deg, neutral) {
                self.state = State::Moving(Moving::from_floor(opening.postures, neutral));
                return None;
            }
            opening.forget_before(posture.t_s - MAX_REP_S);
            self.state = State::Unknown(opening);
            return None;
        }
        let since_s = *opening.upright_since_s.get_or_insert(posture.t_s);
        if posture.t_s - since_s < SETTLE_S {
            self.state = State::Unknown(opening);
            return None;
        }
        let (before, standing): (Vec<_>, Vec<_>) =
            opening.postures.into_iter().partition(|p| p.t_s < since_s);
        self.state = State::Standing(standing);
        let trace = RepTrace::divide(before, neutral, true, true);
        let deep = trace
            .bottom
            .is_some_and(|b| b.hip_flexion_deg >= MIN_DEPTH_DEG);
        deep.then_some(Finished {
            trace,
            attempt: Some(AttemptReason::StartedMidRep),
        })
    }

    fn stand(
        &mut self,
        mut lead_in: Vec<Posture>,
        posture: &Posture,
        flexion_deg: f64,
        neutral: Option<&Neutral>,
    ) {
        lead_in.push(*posture);
        let begin = lead_in.partition_point(|p| p.t_s < posture.t_s - LEAD_IN_S);
        lead_in.drain(..begin);
        let level_deg = lead_in
            .iter()
            .map(|p| bend_deg(p, neutral))
            .fold(f64::INFINITY, f64::min);
        let enters = flexion_deg >= ENTER_DEG.max(upright_below(neutral) - RETURN_DEG + ENTER_DEG)
            && flexion_deg >= level_deg + ENTER_RISE_DEG;
        self.state = if enters {
            State::Moving(Moving::new(lead_in, flexion_deg))
        } else {
            State::Standing(lead_in)
        };
    }

    fn move_on(
        &mut self,
        mut moving: Moving,
        posture: &Posture,
        flexion_deg: f64,
        neutral: Option<&Neutral>,
    ) -> Option<Finished> {
        match moving.step(posture, flexion_deg) {
            Step::Goes => {
                self.state = State::Moving(moving);
                None
            }
            Step::Done { next_from_s } => {
                let begin = moving.postures.partition_point(|p| p.t_s < next_from_s);
                self.state = State::Standing(moving.postures[begin..].to_vec());
                Some(moving.finish(neutral))
            }
            Step::TooLong => moving.give_up(neutral, AttemptReason::NotReturned),
        }
    }
}

impl Opening {
    /// Still, bent, hands low: a lift is about to begin from the floor.
    fn begins_on_the_floor(&self, flexion_deg: f64, neutral: Option<&Neutral>) -> bool {
        let (Some(first), Some(last)) = (self.postures.first(), self.postures.last()) else {
            return false;
        };
        let still = self
            .postures
            .iter()
            .all(|p| (bend_deg(p, neutral) - flexion_deg).abs() < 2.0 * PLATEAU_DEG);
        let wrist_up = (last.wrist.up - last.ankle.up) / last.leg_px().max(1.0);
        flexion_deg >= MIN_DEPTH_DEG
            && still
            && last.t_s - first.t_s >= FLOOR_STILL_S
            && wrist_up < FLOOR_WRIST_SHARE
    }

    fn forget_before(&mut self, t_s: f64) {
        let begin = self.postures.partition_point(|p| p.t_s < t_s);
        self.postures.drain(..begin);
    }
}

impl Moving {
    fn new(postures: Vec<Posture>, peak_deg: f64) -> Self {
        let begin_s = postures.last().map_or(0.0, |p| p.t_s);
        Moving {
            postures,
            peak_deg,
            plateau: (peak_deg, begin_s),
            valley: None,
            returned: false,
            from_floor: false,
        }
    }

    fn from_floor(postures: Vec<Posture>, neutral: Option<&Neutral>) -> Self {
        let peak_deg = postures
            .iter()
            .map(|p| bend_deg(p, neutral))
            .fold(0.0, f64::max);
        Moving {
            from_floor: true,
            ..Moving::new(postures, peak_deg)
        }
    }

    fn step(&mut self, posture: &Posture, flexion_deg: f64) -> Step {
        self.postures.push(*posture);
        if flexion_deg > self.peak_deg {
            self.peak_deg = flexion_deg;
            self.valley = None;
            self.returned = false;
            if flexion_deg > self.plateau.0 + PLATEAU_DEG {
                self.plateau = (flexion_deg, posture.t_s);
            }
        }
        let valley = match self.valley {
            Some(valley) if valley.flexion_deg <= flexion_deg => valley,
            _ => Valley {
                flexion_deg,
                t_s: posture.t_s,
            },
        };
        self.valley = Some(valley);
        let turned = flexion_deg <= self.peak_deg - 2.0 * PLATEAU_DEG;
        self.returned |= turned && flexion_deg <= RETURN_DEG.max(RETURN_SHARE * self.peak_deg);
        let risen_deg = flexion_deg - valley.flexion_deg;
        let half_way = valley.flexion_deg <= VALLEY_SHARE * self.peak_deg;
        let settled = self.returned
            && (posture.t_s - valley.t_s >= TOP_SETTLE_S || risen_deg >= TOP_LEAVE_DEG);
        if settled || half_way && risen_deg >= REVERSAL_DEG {
            return Step::Done {
                next_from_s: valley.t_s,
            };
        }
        let first_s = self.postures.first().map_or(posture.t_s, |p| p.t_s);
        if posture.t_s - first_s <= MAX_REP_S {
            return Step::Goes;
        }
        // Waiting at the floor is not a long repetition: the load is being taken up.
        let waits = self.from_floor && flexion_deg >= self.peak_deg - REVERSAL_DEG;
        if !waits {
            return Step::TooLong;
        }
        self.postures.drain(..self.postures.len() / 2);
        Step::Goes
    }

    fn phase(&self) -> Phase {
        let now_s = self.postures.last().map_or(0.0, |p| p.t_s);
        let risen_deg = self.valley.map_or(0.0, |v| self.peak_deg - v.flexion_deg);
        if self.returned {
            Phase::Top
        } else if risen_deg > PLATEAU_DEG {
            Phase::Up
        } else if now_s - self.plateau.1 >= PLATEAU_S && self.peak_deg >= MIN_DEPTH_DEG {
            Phase::Bottom
        } else {
            Phase::Down
        }
    }

    /// Why it is no repetition, once it has returned.
    fn attempt(&self) -> Option<AttemptReason> {
        if feet_moved(&self.postures) {
            Some(AttemptReason::FeetMoved)
        } else if self.peak_deg < MIN_DEPTH_DEG {
            Some(AttemptReason::TooShallow)
        } else {
            None
        }
    }

    fn finish(self, neutral: Option<&Neutral>) -> Finished {
        let attempt = self.attempt();
        Finished {
            trace: RepTrace::divide(self.postures, neutral, true, true),
            attempt,
        }
    }

    /// Ends without a return; what was too small to be an attempt is nothing at all.
    fn give_up(self, neutral: Option<&Neutral>, reason: AttemptReason) -> Option<Finished> {
        (self.peak_deg >= MIN_DEPTH_DEG).then(|| Finished {
            trace: RepTrace::divide(self.postures, neutral, true, false),
            attempt: Some(reason),
        })
    }
}

impl Finished {
    /// False for a sway that nobody would call an attempt.
    pub fn is_worth_telling(&self) -> bool {
        let depth = self.trace.bottom.map_or(0.0, |b| b.hip_flexion_deg);
        self.attempt.is_none() || depth >= ATTEMPT_MIN_DEG
    }
}

/// Below this hip flexion a person counts as upright; generous until their own standing is known.
fn upright_below(neutral: Option<&Neutral>) -> f64 {
    match neutral {
        Some(_) => RETURN_DEG,
        None => RETURN_DEG + 10.0,
    }
}

/// True when the near foot left the place where the movement began.
fn feet_moved(postures: &[Posture]) -> bool {
    let Some(first) = postures.first() else {
        return false;
    };
    let until_s = first.t_s + 0.5;
    let start: Vec<&Posture> = postures.iter().take_while(|p| p.t_s <= until_s).collect();
    let of = |read: &dyn Fn(&Posture) -> f64| {
        let mut values: Vec<f64> = start.iter().map(|p| read(p)).collect();
        median(&mut values)
    };
    let (forward, up, leg_px) = (
        of(&|p| p.ankle.forward),
        of(&|p| p.ankle.up),
        of(&Posture::leg_px),
    );
    let away = |p: &&Posture| {
        (p.ankle.forward - forward).hypot(p.ankle.up - up) > FEET_MOVED_SHARE * leg_px
    };
    // A foot that is only guessed jumps about without having moved.
    let clear: Vec<&Posture> = postures.iter().filter(|p| p.is_clear()).collect();
    let moved = clear.iter().filter(|p| away(p)).count();
    moved as f64 > 0.1 * postures.len() as f64
}
