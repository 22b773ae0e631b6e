import Foundation

/// A drill's picture, to be drawn stroke by stroke into a square of side 1, x to the right and y down.
public struct Picture: Equatable, Sendable {
    public let strokes: [Stroke]
}

public struct Stroke: Equatable, Sendable {
    public let role: StrokeRole
    public let shape: StrokeShape
}

/// What a stroke stands for. Each has its colour; a gap takes the paper's.
public enum StrokeRole: CaseIterable, Sendable {
    case figure, ghost, stick, prop, ground, arrow, gap
}

public enum StrokeShape: Equatable, Sendable {
    /// With round ends and corners.
    case line([CGPoint], width: Double)
    /// Filled.
    case area([CGPoint])
}
