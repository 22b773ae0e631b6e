//! When a hint is said: soon, again after a pause, and that it is right once it is.

use crate::practice::setup::Hint;
use crate::thresholds::{HINT_GAP_S, HINT_REPEAT_MAX_S, HINT_REPEAT_S};

/// What to say about the set-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remark {
    Mend(Hint),
    /// What was asked for has been done.
    Right,
}

/// Remembers what was asked for.
#[derive(Debug, Clone, Default)]
pub struct HintCoach {
    asked: Option<(Hint, f64)>,
    /// How often in a row it was asked for.
    times: i32,
}

impl HintCoach {
    /// True until something was asked for.
    pub fn is_new(&self) -> bool {
        self.asked.is_none()
    }

    /// Somebody else has asked for it already.
    pub fn has_asked(&mut self, t_s: f64, hint: Hint) {
        self.asked = Some((hint, t_s));
        self.times = 1;
    }

    /// What to say at this moment, if anything.
    pub fn remark(&mut self, t_s: f64, hint: Option<Hint>) -> Option<Remark> {
        let Some(hint) = hint else {
            return self.asked.take().map(|_| Remark::Right);
        };
        let due = self.asked.is_none_or(|(asked, asked_s)| {
            let pause_s = if asked == hint {
                (HINT_REPEAT_S * 2.0_f64.powi(self.times - 1)).min(HINT_REPEAT_MAX_S)
            } else {
                HINT_GAP_S
            };
            t_s - asked_s >= pause_s
        });
        if !due {
            return None;
        }
        let same = self.asked.is_some_and(|(asked, _)| asked == hint);
        self.times = if same { self.times + 1 } else { 1 };
        self.asked = Some((hint, t_s));
        Some(Remark::Mend(hint))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hint_repeats_after_a_pause_and_says_when_it_is_right() {
        let mut coach = HintCoach::default();
        let mut said = Vec::new();
        for tenth in 0..300 {
            let t_s = f64::from(tenth) * 0.1;
            let hint = (t_s < 20.0).then_some(Hint::TooFar);
            said.extend(coach.remark(t_s, hint).map(|remark| (t_s, remark)));
        }
        let mends = said.iter().filter(|(_, r)| *r != Remark::Right);
        let times: Vec<f64> = mends.map(|(t_s, _)| t_s.round()).collect();
        assert_eq!(
            times,
            [0.0, 8.0],
            "the pauses grow: the next would come at 24"
        );
        assert_eq!(said.last(), Some(&(20.0, Remark::Right)));
    }

    #[test]
    fn hints_that_take_turns_do_not_chatter() {
        let mut coach = HintCoach::default();
        let said = (0..100).filter(|tenth| {
            let hint = [Hint::NoPerson, Hint::OutOfFrame][tenth % 2];
            coach.remark(*tenth as f64 * 0.1, Some(hint)).is_some()
        });
        assert!(said.count() <= (10.0 / HINT_GAP_S) as usize + 1);
    }
}
