import Foundation

/// When a person means to practise; all other days are rest days.
public enum PracticeDays: Hashable, Sendable {
    /// On this many days of a week, whichever: 1 to 7, and 3 until the person chooses.
    case perWeek(Int)
    /// On these days of the week.
    case weekdays(Set<Weekday>)
}

public enum Weekday: Int, CaseIterable, Sendable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday
}

/// How it goes over the weeks.
public struct PracticeProgress: Equatable, Sendable {
    /// The deepest hip flexion with all three contacts kept, in degrees.
    public let cleanDepthDeg: Trend
    /// The share of clean repetitions, 0 to 1.
    public let cleanShare: Trend
    /// 0 is a squat, 100 a pure hinge.
    public let hingeIndex: Trend
    /// Each fault that was ever seen.
    public let faults: [FaultTrend]
    /// Days of practice without a break.
    public let streakDays: Int
    public let longestStreakDays: Int
    /// Whether today is one of its days.
    public let practisedToday: Bool
    /// The personal range limit, in degrees of hip flexion.
    public let limitDeg: Double?
    /// Sessions with at least one repetition.
    public let sessions: Int
    /// All repetitions, corrections included.
    public let reps: Int
}

/// One figure over the sessions in which it could be told.
public struct Trend: Equatable, Sendable {
    /// Oldest first.
    public let points: [TrendPoint]
    public let direction: Direction
    /// The middle of the newest sessions; nil where there are too few.
    public let now: Double?
    /// The middle of the sessions a while before.
    public let before: Double?
}

/// The figure of one session.
public struct TrendPoint: Equatable, Sendable {
    public let at: Date
    public let value: Double
}

public enum Direction: CaseIterable, Sendable {
    case better, same, worse, tooFew
}

/// The share of the repetitions that had a fault, over the sessions.
public struct FaultTrend: Equatable, Sendable {
    public let id: FaultID
    public let trend: Trend
}
