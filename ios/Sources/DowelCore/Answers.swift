/// What follows from how a session felt. Where it hurts clearly more than before, whom to ask comes first: there is no
/// drill then, and no line either where the session was stopped for it and said so.
public struct FeelingAnswer: Equatable, Sendable {
    /// To show and to say, in this order, in the chosen language.
    public let lines: [String]
    /// The fault that the place points to.
    public let fault: FaultID?
    /// The drill that mends it.
    public let drill: Drill.ID?
}

/// A part of the page that says what Dowel can and can't see.
public struct LimitsSection: Equatable, Sendable {
    public let title: String
    /// A sentence each.
    public let lines: [String]
}
