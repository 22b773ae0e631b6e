//! How it goes over the weeks.

use dowel_core::progress::{self, Direction};
use dowel_core::{coach, progress::Plan};

/// When a person means to practise; all other days are rest days.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
pub enum PracticeDays {
    /// On this many days of a week, whichever: 1 to 7, and 3 until the person chooses.
    PerWeek { days: u8 },
    /// On these days of the week.
    Weekdays {
        monday: bool,
        tuesday: bool,
        wednesday: bool,
        thursday: bool,
        friday: bool,
        saturday: bool,
        sunday: bool,
    },
}

/// The progress of one person.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Progress {
    /// The deepest hip flexion with all three contacts kept, in degrees.
    pub clean_depth_deg: Trend,
    /// The share of clean repetitions, 0 to 1.
    pub clean_share: Trend,
    /// 0 is a squat, 100 a pure hinge.
    pub hinge_index: Trend,
    /// Each fault that was ever seen.
    pub faults: Vec<FaultTrend>,
    /// Days of practice without a break.
    pub streak_days: u32,
    pub longest_streak_days: u32,
    /// Whether today is one of its days.
    pub practised_today: bool,
    /// The personal range limit, in degrees of hip flexion.
    pub limit_deg: Option<f64>,
    /// Sessions with at least one repetition.
    pub sessions: u32,
    /// All repetitions, corrections included.
    pub reps: u64,
}

/// One figure over the sessions in which it could be told.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Trend {
    /// Oldest first.
    pub points: Vec<TrendPoint>,
    pub direction: Direction,
    /// The middle of the newest sessions; None where there are too few.
    pub now: Option<f64>,
    /// The middle of the sessions a while before.
    pub before: Option<f64>,
}

/// The figure of one session.
#[derive(Debug, Clone, Copy, PartialEq, uniffi::Record)]
pub struct TrendPoint {
    /// Unix time in milliseconds.
    pub at_ms: i64,
    pub value: f64,
}

/// The share of the repetitions that had a fault, over the sessions.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct FaultTrend {
    pub id: String,
    pub trend: Trend,
}

impl From<PracticeDays> for Plan {
    fn from(days: PracticeDays) -> Self {
        match days {
            PracticeDays::PerWeek { days } => Plan::PerWeek(days),
            PracticeDays::Weekdays {
                monday,
                tuesday,
                wednesday,
                thursday,
                friday,
                saturday,
                sunday,
            } => Plan::Weekdays([
                monday, tuesday, wednesday, thursday, friday, saturday, sunday,
            ]),
        }
    }
}

impl From<Plan> for PracticeDays {
    fn from(plan: Plan) -> Self {
        match plan {
            Plan::PerWeek(days) => PracticeDays::PerWeek { days },
            Plan::Weekdays(
                [
                    monday,
                    tuesday,
                    wednesday,
                    thursday,
                    friday,
                    saturday,
                    sunday,
                ],
            ) => PracticeDays::Weekdays {
                monday,
                tuesday,
                wednesday,
                thursday,
                friday,
                saturday,
                sunday,
            },
        }
    }
}

impl From<progress::Trend> for Trend {
    fn from(trend: progress::Trend) -> Self {
        let point = |point: progress::Point| TrendPoint {
            at_ms: point.at_ms,
            value: point.value,
        };
        Trend {
            points: trend.points.into_iter().map(point).collect(),
            direction: trend.direction,
            now: trend.now,
            before: trend.before,
        }
    }
}

impl From<coach::Progress> for Progress {
    fn from(progress: coach::Progress) -> Self {
        let trends = progress.trends;
        let fault = |(id, trend): (dowel_core::analysis::FaultId, progress::Trend)| FaultTrend {
            id: id.to_string(),
            trend: trend.into(),
        };
        Progress {
            clean_depth_deg: trends.clean_depth_deg.into(),
            clean_share: trends.clean_share.into(),
            hinge_index: trends.hinge_index.into(),
            faults: trends.faults.into_iter().map(fault).collect(),
            streak_days: progress.streak.days,
            longest_streak_days: progress.streak.longest,
            practised_today: progress.streak.today,
            limit_deg: progress.limit_deg,
            sessions: progress.sessions,
            reps: progress.reps,
        }
    }
}
