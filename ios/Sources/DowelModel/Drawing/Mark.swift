import Foundation

/// What the drawn views show, as plain marks: worked out here, tested without a screen, and painted by a view that only
/// knows how to put a mark on a canvas. Lengths are in the view's points.
public enum Mark: Equatable, Sendable {
    case path([CGPoint], width: Double, ink: Ink, isDashed: Bool = false)
    /// Filled, from the last spot back to the first.
    case area([CGPoint], ink: Ink)
    case disc(at: CGPoint, radius: Double, ink: Ink)
    case ring(at: CGPoint, radius: Double, width: Double, ink: Ink, isDashed: Bool = false)
    case box(CGRect, ink: Ink)
    /// Words at their baseline, and where they lie from there.
    case words(Words, at: CGPoint, side: WordSide)
}

/// What a mark stands for; the palette has its colour, light or dark. Halo sets a mark off from any picture.
public enum Ink: CaseIterable, Sendable {
    case body, stick, touching, lifted, cantTell, track, level, target, limit, grid, trend, words, halo
    // A drill's picture; paper is the ground itself, to set one thing off from another.
    case figure, ghost, prop, floor, arrow, paper
}

public enum WordSide: Sendable {
    case left, centre, right
}
