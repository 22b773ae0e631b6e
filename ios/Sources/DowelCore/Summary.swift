/// The end of a session.
public struct Finished: Equatable, Sendable {
    /// The number under which it is kept; nil when there was nothing to keep.
    public let session: SessionID?
    public let summary: SessionSummary
    /// The last things to say; their times may lie after the last frame.
    public let last: LiveUpdate
}

/// What a whole session was.
public struct SessionSummary: Equatable, Sendable {
    public let drill: Drill.ID
    public let ending: Ending
    public let sets: [SetSummary]
    /// Over all sets.
    public let total: Tally
    /// False when the view was refused, for the reasons that follow.
    public let isViewOK: Bool
    public let viewReasons: [ViewReason]
    public let movement: Movement
    /// 0 to 10; nil when nobody said.
    public let painBefore: Int?
    public let painAfter: Int?
}

/// One finished set.
public struct SetSummary: Equatable, Sendable {
    /// From 0.
    public let index: Int
    public let startS: Double
    public let endS: Double
    /// What was added to the count by hand, or taken from it.
    public let corrected: Int
    public let tally: Tally
}

/// What repetitions came to: of a set, or of a whole session.
public struct Tally: Equatable, Sendable {
    /// Counted repetitions, corrections included.
    public let reps: Int
    /// Counted repetitions that were seen and had no fault.
    public let clean: Int
    /// Counted repetitions that were seen and judged.
    public let judged: Int
    public let attempts: Int
    public let cleanDepthDeg: Double?
    /// 0 is a squat, 100 a pure hinge; nil when no repetition was judged.
    public let hingeIndex: Int?
    /// The id of the words for the best that can truly be said, as in `well-all_clean`.
    public let wentWell: String
    /// The fault that was gone at the end, where that is the best; `well-mended` takes its name as `fault`.
    public let mended: FaultID?
    /// The fault to change.
    public let change: FaultID?
    /// The drill that mends it.
    public let drill: Drill.ID?
    /// Why the back could not be told in most repetitions.
    public let backUnseen: CantTellReason?
}

public enum Movement: CaseIterable, Sendable {
    case hinge, squat, other, none
}

/// Why a view was refused, by the core's own word for it.
public enum ViewReason: String, CaseIterable, Sendable {
    case notSideOn = "not_side_on"
    case bodyOutOfFrame = "body_out_of_frame"
    case tooDark = "too_dark"
    case severalPeople = "several_people"
    case tooFar = "too_far"
    case cameraMoving = "camera_moving"
    case noPerson = "no_person"
}

/// Why something can't be told, by the core's own word for it.
public enum CantTellReason: String, CaseIterable, Sendable {
    case needsBackContour = "needs_back_contour"
    case noBackReference = "no_back_reference"
    case looseClothing = "loose_clothing"
    case backNotClear = "back_not_clear"
    case poorLight = "poor_light"
    case notSideOn = "not_side_on"
    case notVisible = "not_visible"
    case noStandingNeutral = "no_standing_neutral"
    case noTarget = "no_target"
    case noLoad = "no_load"
    case notApplicable = "not_applicable"
    case tooFewFrames = "too_few_frames"
}

/// What one frame of a video brought.
public struct ClipUpdate: Equatable, Sendable {
    /// Seconds since the first frame.
    public let atS: Double
    /// Counted so far.
    public let reps: Int
}

/// What a video came to. Its repetitions are in the session that it is kept as.
public struct ClipSummary: Equatable, Sendable {
    /// The number under which it is kept; nil when there was nothing to keep.
    public let session: SessionID?
    /// False when the view was refused, for the reasons that follow.
    public let isViewOK: Bool
    public let viewReasons: [ViewReason]
    public let movement: Movement
    public let cleanDepthDeg: Double?
}
