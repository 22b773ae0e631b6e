/// What to practise; nil where the drill's own dose, or what is known of the person, decides.
public struct Plan: Equatable, Sendable {
    public var drill: Drill.ID
    public var sets: Int?
    public var reps: Int?
    public var restS: Double?
    /// 0 to 10; nil when nobody was asked.
    public var painBefore: Int?

    public init(drill: Drill.ID, sets: Int? = nil, reps: Int? = nil, restS: Double? = nil, painBefore: Int? = nil) {
        self.drill = drill
        self.sets = sets
        self.reps = reps
        self.restS = restS
        self.painBefore = painBefore
    }
}
