import Foundation

/// What one frame brought.
public struct LiveUpdate: Equatable, Sendable {
    /// Seconds since the first frame.
    public let atS: Double
    public let stage: Stage
    /// The set going on, or the one to come, from 0.
    public let setIndex: Int
    /// How many sets the session is to have.
    public let sets: Int
    /// Counted in this set, corrections included.
    public let reps: Int
    /// The part of the repetition; nil between repetitions.
    public let phase: Phase?
    public let depth: Depth
    /// Nil while nobody is seen.
    public let body: NearBody?
    /// Nil while the back is not read.
    public let contacts: Contacts?
    /// Nil while there is nothing to lay it on.
    public let stick: Stick?
    /// In the order in which they are to be done.
    public let events: [Event]
    /// The set that this frame ended.
    public let finishedSet: SetSummary?
    /// How much could not be written yet, because the disk is full or busy; it is tried again.
    public let unsaved: Int
}

/// Where a session is.
public enum Stage: Equatable, Sendable {
    /// Something about phone, light or place is to mend.
    case setUp
    /// The person's own standing posture is being learned.
    case holdStill
    case countIn
    case set
    case paused(PauseReason)
    case rest
    case done(Ending)
}

public enum PauseReason: Sendable {
    case lost, byHand
}

public enum Ending: CaseIterable, Sendable {
    case finished, byHand, walkedUp, left, pain
}

public enum Phase: Sendable {
    case down, bottom, up, top
}

/// One thing for the app to do, at once.
public struct Event: Equatable, Sendable {
    /// Seconds since the first frame.
    public let atS: Double
    /// Stable; the key of its words.
    public let id: String
    public let kind: EventKind
    public let priority: Priority
    /// In the session's language; empty for what is only felt.
    public let text: String
}

public enum EventKind: Sendable {
    case say, show, haptic
}

public enum Priority: Sendable {
    case count, cue, guide, alert
}

/// Hip flexion, in degrees.
public struct Depth: Equatable, Sendable {
    public let nowDeg: Double?
    public let targetDeg: Double?
    public let limitDeg: Double?
}

/// The side of the body that the camera sees, in the upright picture's pixels.
public struct NearBody: Equatable, Sendable {
    public let side: Side
    /// True when the person faces the right edge of the picture.
    public let facesRight: Bool
    public let ear: BodyPoint
    public let shoulder: BodyPoint
    public let elbow: BodyPoint
    public let wrist: BodyPoint
    public let hip: BodyPoint
    public let knee: BodyPoint
    public let ankle: BodyPoint
    public let heel: BodyPoint
    public let toe: BodyPoint
}

public enum Side: Sendable {
    case left, right
}

/// A landmark.
public struct BodyPoint: Equatable, Sendable {
    public let position: CGPoint
    /// 0 (hidden) to 1 (clearly seen).
    public let visibility: Double
}

/// Whether the dowel touches at its three places.
public struct Contacts: Equatable, Sendable {
    public let head: Contact
    public let midBack: Contact
    public let tailbone: Contact
}

public enum Contact: CaseIterable, Sendable {
    case touching, lifted, cantTell
}

/// The dowel over the upright picture: from its lower to its upper end, and the places where it should touch.
public struct Stick: Equatable, Sendable {
    public let lower: CGPoint
    public let upper: CGPoint
    public let tailbone: CGPoint
    public let midBack: CGPoint
    /// Nil where the head is not seen.
    public let head: CGPoint?
}
