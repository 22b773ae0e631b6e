import Foundation

/// One line of the history.
public struct HistoryEntry: Equatable, Identifiable, Sendable {
    public let id: SessionID
    public let startedAt: Date
    public let source: Source
    /// When one was chosen.
    public let drill: Drill.ID?
    /// False while it goes on, and for ever if it was cut off.
    public let isFinished: Bool
    /// Counted, paced, and corrected by hand.
    public let reps: Int
    public let clean: Int
    public let cleanDepthDeg: Double?
    /// 0 is a squat, 100 a pure hinge.
    public let hingeIndex: Double?
    /// The faults that were seen, the most frequent first.
    public let faults: [FaultID]
    public let ending: Ending?
    public let painBefore: Int?
    public let painAfter: Int?
    public let felt: [Felt]
}

/// What was watched.
public enum Source: Equatable, Sendable {
    case live
    case video(name: String)
}

/// A whole session.
public struct PastSession: Equatable, Identifiable, Sendable {
    public let id: SessionID
    public let startedAt: Date
    public let source: Source
    /// When one was chosen.
    public let drill: Drill.ID?
    public let versions: Versions
    /// False while it goes on, and for ever if it was cut off; then nothing is known of view and movement.
    public let isFinished: Bool
    public let isViewOK: Bool
    public let viewReasons: [ViewReason]
    public let movement: Movement
    public let cleanDepthDeg: Double?
    public let ending: Ending?
    public let painBefore: Int?
    public let painAfter: Int?
    public let felt: [Felt]
    public let sets: [PastSet]
    /// In their order, attempts included.
    public let reps: [PastRep]
    /// In the order in which they were spoken.
    public let cues: [PastCue]
}

/// With what a result was made.
public struct Versions: Equatable, Sendable {
    public let app: String
    public let rules: String
    public let poseModel: String
    public let backModel: String
}

/// Where the work was felt.
public enum Felt: CaseIterable, Sendable {
    case hamstrings, glutes, quads, lowBack, elsewhere
}

/// One set of the past.
public struct PastSet: Equatable, Sendable {
    /// From 0.
    public let index: Int
    public let startS: Double
    public let endS: Double
    /// Counted, paced, and corrected by hand.
    public let reps: Int
    /// What was added to the count by hand, or taken from it.
    public let corrected: Int
}

/// One repetition, or one attempt at it. Times are seconds since the first frame, angles those at the bottom.
public struct PastRep: Equatable, Sendable {
    /// From 0.
    public let index: Int
    public let startS: Double
    public let bottomS: Double
    public let endS: Double
    /// True for a repetition; false for an attempt, whose reason follows.
    public let isCounted: Bool
    public let attemptReason: AttemptReason?
    public let isClean: Bool
    public let hipFlexionDeg: Double
    public let kneeFlexionDeg: Double
    public let trunkLeanDeg: Double
    /// 0 is a squat, 100 a pure hinge.
    public let hingeIndex: Int
    public let tempoS: Tempo
    public let contacts: Contacts
    public let firstLostS: Double?
    public let cleanDepthDeg: Double?
    /// Every fault of the catalogue, in its order.
    public let faults: [RepFault]
}

/// Why an attempt was no repetition, by the core's own word for it.
public enum AttemptReason: String, CaseIterable, Sendable {
    case tooShallow = "too_shallow"
    case notReturned = "not_returned"
    case startedMidRep = "started_mid_rep"
    case trackingLost = "tracking_lost"
    case feetMoved = "feet_moved"
}

/// The verdict on one fault in one repetition.
public struct RepFault: Equatable, Sendable {
    public let id: FaultID
    public let verdict: Verdict
    /// 0 at the limit, 1 at twice the limit or more.
    public let severity: Double
    public let onsetS: Double?
    public let phase: Phase?
    /// Why it can't be told.
    public let reason: CantTellReason?
}

public enum Verdict: Sendable {
    case fault, ok, cantTell
}

/// A cue that was spoken.
public struct PastCue: Equatable, Sendable {
    public let atS: Double
    /// The fault, or the id of a confirmation such as `fixed`.
    public let id: String
    public let text: String
}
