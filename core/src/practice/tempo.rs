//! Counting the tempo aloud, from the moment the person begins to go down.

use crate::analysis::{Phase, Tempo};

/// One spoken beat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beat {
    /// The second of a phase that is longer than one.
    Second(u32),
    Hold,
    Up,
}

/// Follows one repetition after the other.
#[derive(Debug, Clone)]
pub struct TempoCount {
    beats: Vec<(f64, Beat)>,
    began_s: Option<f64>,
    said: usize,
}

impl TempoCount {
    pub fn new(target: &Tempo) -> Self {
        TempoCount {
            beats: beats(target),
            began_s: None,
            said: 0,
        }
    }

    /// The beat that is due; `phase` is None while standing.
    pub fn follow(&mut self, t_s: f64, phase: Option<Phase>) -> Option<Beat> {
        let Some(phase) = phase else {
            self.began_s = None;
            self.said = 0;
            return None;
        };
        if phase == Phase::Up {
            // Whoever is on the way up has left the rest of the count behind.
            let up = self.beats.iter().position(|(_, beat)| *beat == Beat::Up);
            self.said = self.said.max(up.map_or(0, |up| up + 1));
        }
        let began_s = *self.began_s.get_or_insert(t_s);
        let (after_s, beat) = *self.beats.get(self.said)?;
        if t_s - began_s < after_s {
            return None;
        }
        self.said += 1;
        Some(beat)
    }
}

/// Every beat with the seconds after the start.
fn beats(target: &Tempo) -> Vec<(f64, Beat)> {
    let seconds_of = |from_s: f64, length_s: f64| {
        let whole = length_s.round() as u32;
        (2..=whole).map(move |n| (from_s + f64::from(n - 1), Beat::Second(n)))
    };
    let up_s = target.down + target.pause;
    let holds = target.pause >= 0.5;
    let hold = holds.then_some((target.down, Beat::Hold));
    seconds_of(0.0, target.down)
        .chain(hold)
        .chain(seconds_of(target.down, target.pause))
        .chain([(up_s, Beat::Up)])
        .chain(seconds_of(up_s, target.up))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heard(target: Tempo, rep_s: f64) -> Vec<(f64, Beat)> {
        let mut count = TempoCount::new(&target);
        (0..100)
            .map(|tenth| f64::from(tenth) / 10.0)
            .filter_map(|t_s| {
                let phase = (t_s < rep_s).then_some(Phase::Down);
                Some((t_s, count.follow(t_s, phase)?))
            })
            .collect()
    }

    #[test]
    fn one_one_nothing_is_down_hold_up() {
        let target = Tempo {
            down: 1.0,
            pause: 1.0,
            up: 0.0,
        };
        assert_eq!(heard(target, 3.0), [(1.0, Beat::Hold), (2.0, Beat::Up)]);
    }

    #[test]
    fn long_phases_are_counted_by_the_second() {
        let target = Tempo {
            down: 3.0,
            pause: 0.0,
            up: 2.0,
        };
        let expected = [
            (1.0, Beat::Second(2)),
            (2.0, Beat::Second(3)),
            (3.0, Beat::Up),
            (4.0, Beat::Second(2)),
        ];
        assert_eq!(heard(target, 6.0), expected);
    }

    #[test]
    fn whoever_comes_up_early_is_not_told_to() {
        let target = Tempo {
            down: 2.0,
            pause: 2.0,
            up: 2.0,
        };
        let mut count = TempoCount::new(&target);
        assert_eq!(count.follow(0.0, Some(Phase::Down)), None);
        let second = Some(Beat::Second(2));
        assert_eq!(count.follow(1.0, Some(Phase::Down)), second);
        assert_eq!(count.follow(2.5, Some(Phase::Up)), None);
        assert_eq!(count.follow(4.5, Some(Phase::Up)), None);
        assert_eq!(count.follow(5.0, Some(Phase::Up)), second);
    }
}
