//! Days practised in a row, where "in a row" leaves room for rest.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::thresholds::STREAK_DAYS_PER_WEEK;

const MS_PER_MINUTE: i64 = 60_000;
const MS_PER_DAY: i64 = 1440 * MS_PER_MINUTE;

/// When a person means to practise. All other days are rest days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Plan {
    /// On these days of the week, Monday first. A planned day that goes by without practice ends the streak.
    Weekdays([bool; 7]),
    /// On this many days of a week (Monday to Sunday), whichever. A week with fewer is where the streak begins
    /// anew, its days included; a week with none ends it. The week that is not over yet has time.
    PerWeek(u8),
}

impl Default for Plan {
    fn default() -> Self {
        Plan::PerWeek(STREAK_DAYS_PER_WEEK as u8)
    }
}

/// Days of practice without a break; rest days neither break it nor count, practice on a rest day counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Streak {
    /// That goes on today; a day that is not over yet never breaks it.
    pub days: u32,
    /// The longest there ever was.
    pub longest: u32,
    /// Whether today is one of its days.
    pub today: bool,
}

/// The day of an instant (Unix time) where clocks are `utc_offset_min` minutes ahead of UTC, in days since 1970-01-01.
pub fn local_day(unix_ms: i64, utc_offset_min: i32) -> i64 {
    unix_ms
        .saturating_add(i64::from(utc_offset_min) * MS_PER_MINUTE)
        .div_euclid(MS_PER_DAY)
}

/// The streak of the days in `practised` as of `today`, all as [`local_day`] gives them. Days may come in any order
/// and more than once; days after today are left out, as a clock that was wrong makes them.
pub fn streak(practised: impl IntoIterator<Item = i64>, plan: Plan, today: i64) -> Streak {
    let days: BTreeSet<i64> = practised.into_iter().filter(|&day| day <= today).collect();
    let mut run = Run::default();
    let mut longest = 0;
    for &day in &days {
        run.go_on(plan, day);
        run.enter(day);
        longest = longest.max(run.days);
    }
    run.go_on(plan, today);
    Streak {
        days: run.days,
        longest,
        today: days.contains(&today),
    }
}

/// Days in a row, up to the last one entered.
#[derive(Debug, Default)]
struct Run {
    days: u32,
    /// Practised in the week of the last.
    in_week: u32,
    last: Option<i64>,
}

impl Run {
    fn enter(&mut self, day: i64) {
        let same_week = self.last.is_some_and(|last| week(last) == week(day));
        self.in_week = if same_week { self.in_week + 1 } else { 1 };
        self.days += 1;
        self.last = Some(day);
    }

    /// Takes off what did not last until `day`.
    fn go_on(&mut self, plan: Plan, day: i64) {
        let Some(last) = self.last else { return };
        match plan {
            Plan::Weekdays(planned) => {
                if missed(planned, last, day) {
                    self.days = 0;
                }
            }
            Plan::PerWeek(per_week) => match week(day) - week(last) {
                0 => {}
                1 if self.in_week >= u32::from(per_week.clamp(1, 7)) => {}
                1 => self.days = self.in_week,
                _ => self.days = 0,
            },
        }
    }
}

/// Whether a planned day lies between the two.
fn missed(planned: [bool; 7], last: i64, day: i64) -> bool {
    // Every day of the week has come by then.
    let until = day.min(last.saturating_add(8));
    (last.saturating_add(1)..until).any(|between| planned[weekday(between)])
}

/// 1970-01-01 was a Thursday, the fourth day of its week.
const FIRST_WEEKDAY: i64 = 3;

fn week(day: i64) -> i64 {
    day.saturating_add(FIRST_WEEKDAY).div_euclid(7)
}

/// From 0 for Monday.
fn weekday(day: i64) -> usize {
    day.saturating_add(FIRST_WEEKDAY).rem_euclid(7) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2026-03-02, a Monday.
    const MONDAY: i64 = 20_514;
    const MO_WE_FR: Plan = Plan::Weekdays([true, false, true, false, true, false, false]);

    fn days(practised: &[i64], plan: Plan, today: i64) -> u32 {
        let practised = practised.iter().map(|day| MONDAY + day);
        streak(practised, plan, MONDAY + today).days
    }

    #[test]
    fn weeks_begin_on_monday() {
        let [monday_ms, sunday_ms] = [1_772_409_600_000, 1_772_409_599_999];
        assert_eq!(local_day(monday_ms, 0), MONDAY);
        assert_eq!(local_day(sunday_ms, 0), MONDAY - 1);
        assert_eq!((weekday(MONDAY), weekday(MONDAY - 1)), (0, 6));
        assert_eq!(week(MONDAY), week(MONDAY + 6));
        // An evening in New York is the next day in London.
        assert_eq!(local_day(monday_ms, -300), MONDAY - 1);
        assert_eq!(local_day(sunday_ms, 60), MONDAY);
    }

    #[test]
    fn planned_weekdays_leave_the_others_for_rest() {
        for (practised, today, expected) in [
            (&[][..], 0, 0),
            (&[0], 0, 1),
            // Wednesday is not over yet; then it is.
            (&[0], 2, 1),
            (&[0], 3, 0),
            (&[0, 2, 4], 6, 3),
            (&[0, 2, 4, 7], 7, 4),
            // Practice on a rest day counts and does not stand in for a planned one.
            (&[0, 1, 2], 2, 3),
            (&[0, 1, 3], 3, 1),
            (&[0, 4], 4, 1),
        ] {
            assert_eq!(
                days(practised, MO_WE_FR, today),
                expected,
                "{practised:?} on {today}"
            );
        }
        assert_eq!(days(&[0, 90], Plan::Weekdays([false; 7]), 400), 2);
        assert_eq!(days(&[0, 8], Plan::Weekdays([true; 7]), 8), 1);
    }

    #[test]
    fn a_number_of_days_a_week_may_be_any() {
        let three = Plan::PerWeek(3);
        for (practised, today, expected) in [
            (&[0, 3, 6, 7, 8, 9][..], 9, 6),
            // Begun on a Sunday, which is not held against the first week.
            (&[6, 7, 9, 11], 11, 4),
            // This week has time.
            (&[0, 1, 2], 12, 3),
            (&[0, 1, 2], 13, 3),
            // It went by without practice.
            (&[0, 1, 2], 14, 0),
            // A week with too few is where it begins anew.
            (&[0, 1, 2, 7, 8, 14], 14, 3),
            (&[0, 1, 2, 8, 20], 20, 2),
            (&[0, 1, 2, 8], 21, 0),
        ] {
            assert_eq!(
                days(practised, three, today),
                expected,
                "{practised:?} on {today}"
            );
        }
        // No plan asks for less than a day a week, or more than seven.
        assert_eq!(days(&[0, 7], Plan::PerWeek(0), 7), 2);
        assert_eq!(days(&[0, 1, 2, 3, 4, 5, 6, 7], Plan::PerWeek(99), 7), 8);
    }

    #[test]
    fn the_longest_is_remembered_and_tomorrow_does_not_count() {
        let practised = [0, 1, 2, 3, 40, 41, 99].map(|day| MONDAY + day);
        let found = streak(practised, Plan::PerWeek(2), MONDAY + 41);
        let expected = Streak {
            days: 2,
            longest: 4,
            today: true,
        };
        assert_eq!(found, expected);
        assert!(!streak(practised, Plan::default(), MONDAY + 42).today);
    }

    #[test]
    fn no_day_is_too_far() {
        let far = [i64::MIN, i64::MIN + 1, -1, i64::MAX - 1, i64::MAX];
        for plan in [Plan::PerWeek(7), MO_WE_FR] {
            assert_eq!(streak(far, plan, i64::MAX).days, 2);
        }
        assert!(local_day(i64::MAX, i32::MAX) > local_day(i64::MIN, i32::MIN));
    }
}
