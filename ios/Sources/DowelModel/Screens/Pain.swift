/// How much it hurts.
public enum Pain {
    /// From not at all to the most one can think of.
    public static let levels = 0...10

    static func nearest(to level: Int) -> Int { min(max(level, levels.lowerBound), levels.upperBound) }
}
