//! What must hold of limits, streaks and trends, whatever a person did.

use dowel_core::analysis::{Contact, Dowel, FaultFact, FaultId, Rep, Verdict};
use dowel_core::progress::{
    Digest, Direction, Plan, SetOutcome, local_day, next_limit, streak, trends,
};
use dowel_core::thresholds::{
    LIMIT_DOWN_DEG, LIMIT_MAX_DEG, LIMIT_MIN_DEG, LIMIT_SESSION_UP_DEG, LIMIT_UP_DEG,
};
use dowel_tests::store_samples;
use proptest::collection::vec;
use proptest::prelude::*;

const WEEK: i64 = 7;

/// How a rep looks to the range limit: counted, clean depth, a contact lost, a fault.
type Looks = (bool, Option<f64>, bool, bool);

fn looks() -> impl Strategy<Value = Looks> {
    let depth_deg = proptest::option::weighted(0.8, 20.0..120.0);
    (any::<bool>(), depth_deg, any::<bool>(), any::<bool>())
}

fn rep(&(counted, clean_depth_deg, lost, fault): &Looks) -> Rep {
    let contact = |lost, told| match (lost, told) {
        (true, _) => Contact::Lifted,
        (false, true) => Contact::Touching,
        (false, false) => Contact::CantTell,
    };
    let verdict = if fault { Verdict::Fault } else { Verdict::Ok };
    let fact = FaultFact {
        id: FaultId::Squatting,
        verdict,
        severity: 0.0,
        onset_s: None,
        phase: None,
        reason: None,
    };
    Rep {
        counted,
        clean_depth_deg,
        dowel: Dowel {
            mid_back: contact(lost, clean_depth_deg.is_some()),
            ..Dowel::cant_tell()
        },
        faults: vec![fact],
        ..store_samples::rep(0)
    }
}

fn reps(looks: &[Looks]) -> Vec<Rep> {
    looks.iter().map(rep).collect()
}

fn limit() -> impl Strategy<Value = Option<f64>> {
    proptest::option::weighted(0.8, LIMIT_MIN_DEG..=LIMIT_MAX_DEG)
}

fn plan() -> impl Strategy<Value = Plan> {
    prop_oneof![
        any::<[bool; 7]>().prop_map(Plan::Weekdays),
        (0..=9_u8).prop_map(Plan::PerWeek),
    ]
}

fn practised() -> impl Strategy<Value = Vec<i64>> {
    vec(20_000..20_060_i64, 0..50)
}

const TODAY: i64 = 20_055;

proptest! {
    #[test]
    fn a_limit_moves_by_small_steps_within_its_bounds(
        current in limit(), start in limit(), set in vec(looks(), 0..20), in_pain: bool,
    ) {
        let set = SetOutcome { session_start_deg: start, in_pain, ..SetOutcome::of(&reps(&set)) };
        let next = next_limit(current, &set);
        let Some(next_deg) = next else {
            prop_assert_eq!(current, None);
            return Ok(());
        };
        prop_assert!((LIMIT_MIN_DEG..=LIMIT_MAX_DEG).contains(&next_deg));
        if let Some(now_deg) = current {
            prop_assert!(next_deg <= now_deg + LIMIT_UP_DEG);
            prop_assert!(next_deg >= now_deg - LIMIT_DOWN_DEG);
            prop_assert!(!in_pain || next_deg <= now_deg);
            if let Some(start_deg) = start {
                prop_assert!(next_deg <= now_deg.max(start_deg + LIMIT_SESSION_UP_DEG));
            }
        }
    }

    #[test]
    fn whoever_went_deeper_and_may_go_further_is_not_put_back(
        current in LIMIT_MIN_DEG..LIMIT_MAX_DEG, further_deg in 0.0..20.0_f64,
        set in vec(looks(), 0..20), deeper_deg in 0.0..20.0_f64, start in limit(),
    ) {
        let outcome = |deeper_deg: f64| {
            let looks = set.iter().map(|&(counted, depth_deg, lost, fault)| {
                (counted, depth_deg.map(|deg| deg + deeper_deg), lost, fault)
            });
            SetOutcome { session_start_deg: start, ..SetOutcome::of(&reps(&looks.collect::<Vec<_>>())) }
        };
        let next = next_limit(Some(current), &outcome(0.0));
        prop_assert!(next_limit(Some(current), &outcome(deeper_deg)) >= next);
        let further = (current + further_deg).min(LIMIT_MAX_DEG);
        prop_assert!(next_limit(Some(further), &outcome(0.0)) >= next);
    }

    #[test]
    fn only_told_and_counted_reps_move_a_limit_in_any_order(
        current in limit(), set in vec(looks(), 0..20), turn in 0..20_usize, untold in 0..20_usize,
    ) {
        let next = |looks: &[Looks]| next_limit(current, &SetOutcome::of(&reps(looks)));
        let expected = next(&set);
        let mut changed = set.clone();
        // Baggy repetitions with a fault of the legs, and attempts.
        changed.extend(vec![(true, None, false, true); untold]);
        changed.extend(vec![(false, Some(30.0), true, true); untold]);
        let places = changed.len();
        changed.rotate_left(turn.min(places));
        prop_assert_eq!(next(&changed), expected);
        let baggy: Vec<Looks> = set.iter().map(|looks| (looks.0, None, false, looks.3)).collect();
        prop_assert_eq!(next(&baggy), current);
    }

    #[test]
    fn a_streak_is_of_days_practised_and_no_longer_than_the_longest(days in practised(), plan in plan()) {
        let found = streak(days.iter().copied(), plan, TODAY);
        let mut distinct: Vec<_> = days.into_iter().filter(|&day| day <= TODAY).collect();
        distinct.sort_unstable();
        distinct.dedup();
        prop_assert!(found.days <= found.longest);
        prop_assert!(found.longest as usize <= distinct.len());
        prop_assert_eq!(found.today, distinct.contains(&TODAY));
        prop_assert!(!found.today || found.days > 0);
    }

    #[test]
    fn order_repeats_and_whole_weeks_make_no_difference_to_a_streak(
        days in practised(), plan in plan(), weeks in -3_000..3_000_i64,
    ) {
        let found = streak(days.iter().copied(), plan, TODAY);
        let twice = days.iter().rev().chain(&days).copied();
        prop_assert_eq!(streak(twice, plan, TODAY), found);
        let moved = days.iter().map(|day| day + weeks * WEEK);
        prop_assert_eq!(streak(moved, plan, TODAY + weeks * WEEK), found);
    }

    #[test]
    fn a_day_of_practice_or_of_rest_never_costs_a_streak(
        days in practised(), more in 20_000..=TODAY, rest in 0..7_usize, plan in plan(),
    ) {
        let found = streak(days.iter().copied(), plan, TODAY);
        let practised_more = streak(days.iter().copied().chain([more]), plan, TODAY);
        prop_assert!(practised_more.days >= found.days, "{found:?} {practised_more:?}");
        prop_assert!(practised_more.longest >= found.longest);
        let easier = match plan {
            Plan::Weekdays(mut planned) => {
                planned[rest] = false;
                Plan::Weekdays(planned)
            }
            Plan::PerWeek(per_week) => Plan::PerWeek(per_week.saturating_sub(1)),
        };
        let with_rest = streak(days.iter().copied(), easier, TODAY);
        prop_assert!(with_rest.days >= found.days);
        prop_assert!(with_rest.longest >= found.longest);
    }

    #[test]
    fn a_streak_that_waits_never_grows_and_today_never_breaks_it(days in practised(), plan in plan()) {
        let mut days = days;
        days.retain(|&day| day <= TODAY);
        let on = |day| streak(days.iter().copied(), plan, day).days;
        for day in TODAY..TODAY + 20 {
            prop_assert!(on(day + 1) <= on(day));
        }
        // On the day after practice nothing is missed yet.
        if let Some(&last) = days.iter().max() {
            prop_assert!(on(last) > 0);
            prop_assert!(on(last + 1) > 0);
        }
    }

    #[test]
    fn a_day_is_the_same_wherever_its_clocks_stand(
        unix_ms in -4_000_000_000_000..4_000_000_000_000_i64, utc_offset_min in -14 * 60..=14 * 60_i32,
    ) {
        let local_ms = unix_ms + i64::from(utc_offset_min) * 60_000;
        prop_assert_eq!(local_day(unix_ms, utc_offset_min), local_day(local_ms, 0));
        prop_assert_eq!(local_day(unix_ms + 86_400_000, utc_offset_min), local_day(unix_ms, utc_offset_min) + 1);
        prop_assert!((local_day(unix_ms, utc_offset_min) - local_day(unix_ms, 0)).abs() <= 1);
    }

    #[test]
    fn the_order_of_sessions_and_their_zone_make_no_difference_to_trends(
        sessions in vec((0..30_i64, proptest::option::of(20.0..100.0)), 0..30), turn in 0..30_usize, later: i32,
    ) {
        let digests: Vec<(i64, Digest)> = sessions
            .iter()
            .map(|&(day, clean_depth_deg)| (day, Digest { clean_depth_deg, ..Digest::default() }))
            .collect();
        let of = |digests: &[(i64, Digest)]| trends(digests.iter().map(|(at, digest)| (*at, digest)));
        let found = of(&digests);
        let mut turned = digests.clone();
        turned.rotate_left(turn.min(digests.len()));
        prop_assert_eq!(&of(&turned), &found);
        for (at_ms, _) in &mut turned {
            *at_ms += i64::from(later);
        }
        prop_assert_eq!(of(&turned).clean_depth_deg.direction, found.clean_depth_deg.direction);
        // Gone backwards, better is worse.
        for (at_ms, _) in &mut turned {
            *at_ms = -*at_ms;
        }
        let back = of(&turned).clean_depth_deg.direction;
        if digests.len() <= 20 {
            let expected = match found.clean_depth_deg.direction {
                Direction::Better => Direction::Worse,
                Direction::Worse => Direction::Better,
                other => other,
            };
            // The middle of an even number of values leans to one side, so that a margin may just be missed.
            prop_assert!(back == expected || back == Direction::Same || expected == Direction::Same);
        }
    }
}
