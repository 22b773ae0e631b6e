//! Three, two, one, go.

/// One spoken step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Number(u32),
    Go,
}

const FROM: u32 = 3;

/// A second between the numbers, once what is said before is over.
#[derive(Debug, Clone, Copy, Default)]
pub struct CountIn {
    /// What is left to count, and when it is due.
    next: Option<(u32, f64)>,
}

impl CountIn {
    /// `silent` is true while nothing else is being said.
    pub fn step(&mut self, t_s: f64, silent: bool) -> Option<Step> {
        let (left, due_s) = match self.next {
            Some(next) => next,
            None if silent => (FROM, t_s),
            None => return None,
        };
        if t_s < due_s {
            return None;
        }
        self.next = Some((left.saturating_sub(1), due_s + 1.0));
        Some(match left {
            0 => Step::Go,
            number => Step::Number(number),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_waits_for_silence_and_keeps_the_second() {
        let mut count = CountIn::default();
        let steps: Vec<(u32, Step)> = (0..60)
            .filter_map(|tenth| Some((tenth, count.step(f64::from(tenth) / 10.0, tenth >= 12)?)))
            .take(4)
            .collect();
        let expected = [
            (12, Step::Number(3)),
            (22, Step::Number(2)),
            (32, Step::Number(1)),
            (42, Step::Go),
        ];
        assert_eq!(steps, expected);
    }
}
