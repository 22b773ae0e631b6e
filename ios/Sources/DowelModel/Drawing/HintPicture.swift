import Foundation

/// What to mend before a set, drawn: the phone's picture as a frame, people as lines, and an arrow that says where to.
/// Its lengths are parts of the square that fits into the view.
public struct HintPicture: Sendable {
    private static let tall = 0.78
    private static let pen = 0.035
    private static let arm = 0.08
    private static let leanDeg = 18.0
    private static let rays = 8

    private let hint: Hint
    private let side: Double
    private let corner: CGPoint

    public init(_ hint: Hint, in view: CGSize) {
        self.hint = hint
        side = min(view.width, view.height)
        corner = CGPoint(x: (view.width - side) / 2, y: (view.height - side) / 2)
    }

    public var marks: [Mark] {
        switch hint {
        case .tooDark: lamp
        case .cameraMoving: phone(leanDeg: 0, .stick) + wiggle(at: 0.14) + wiggle(at: 0.86)
        case .phoneTilted: phone(leanDeg: Self.leanDeg, .cantTell, isDashed: true) + phone(leanDeg: 0, .stick)
        case .noPerson: frame(right: 0.62) + person(at: 0.84, foot: 0.92) + arrow((0.7, 0.5), (0.34, 0.5))
        case .severalPeople:
            frame() + person(at: 0.36, foot: 0.86) + person(at: 0.68, foot: 0.86, ink: .cantTell) + cross(0.68, 0.2)
        case .outOfFrame:
            frame() + person(at: 0.42, foot: 1.18, tall: 1.05).map(insideFrame) + arrow((0.78, 0.78), (0.78, 0.4))
        case .tooClose: frame() + person(at: 0.3, foot: 0.94, tall: 0.86, ink: .cantTell) + smaller
        case .tooFar: frame() + person(at: 0.22, foot: 0.72, tall: 0.3, ink: .cantTell) + larger
        case .notSideOn: facing(at: 0.25) + arrow((0.42, 0.5), (0.6, 0.5)) + person(at: 0.76, foot: 0.9)
        }
    }

    private var smaller: [Mark] { arrow((0.46, 0.5), (0.64, 0.5)) + person(at: 0.78, foot: 0.8, tall: 0.46) }

    private var larger: [Mark] { arrow((0.34, 0.5), (0.52, 0.5)) + person(at: 0.74, foot: 0.9) }

    private func frame(right: Double = 0.94) -> [Mark] {
        [path([(0.06, 0.06), (right, 0.06), (right, 0.94), (0.06, 0.94), (0.06, 0.06)], .body)]
    }

    /// Seen from the side, facing right; `foot` is where the feet stand.
    private func person(at x: Double, foot: Double, tall: Double = tall, ink: Ink = .stick) -> [Mark] {
        let at = { (dx: Double, up: Double) in (x + dx * tall, foot - up * tall) }
        return [
            ring(at(0.02, 0.91), 0.08 * tall, ink),
            path([at(0, 0.8), at(-0.01, 0.48), at(0.02, 0.25), at(0, 0.02), at(0.12, 0)], ink),
            path([at(0, 0.76), at(0.03, 0.6), at(0.08, 0.47)], ink),
        ]
    }

    /// Seen from the front.
    private func facing(at x: Double) -> [Mark] {
        let at = { (dx: Double, up: Double) in (x + dx * Self.tall, 0.9 - up * Self.tall) }
        return [
            ring(at(0, 0.91), 0.08 * Self.tall, .cantTell),
            path([at(-0.2, 0.5), at(-0.14, 0.78), at(0.14, 0.78), at(0.2, 0.5)], .cantTell),
            path([at(0, 0.78), at(0, 0.48), at(-0.09, 0)], .cantTell),
            path([at(0, 0.48), at(0.09, 0)], .cantTell),
        ]
    }

    private func phone(leanDeg: Double, _ ink: Ink, isDashed: Bool = false) -> [Mark] {
        let (sine, cosine) = (sin(leanDeg * .pi / 180), cos(leanDeg * .pi / 180))
        let at = { (x: Double, up: Double) in (0.5 + x * cosine + up * sine, 0.84 + x * sine - up * cosine) }
        let half = 0.17
        let edge = [at(-half, 0), at(-half, 0.66), at(half, 0.66), at(half, 0), at(-half, 0)]
        return [path(edge, ink, isDashed: isDashed)]
    }

    private func wiggle(at x: Double) -> [Mark] {
        [path([(x, 0.3), (x + 0.05, 0.4), (x - 0.05, 0.5), (x + 0.05, 0.6), (x, 0.7)], .cantTell)]
    }

    private var lamp: [Mark] {
        let rays = (0..<Self.rays).map { ray in
            let angle = 2 * Double.pi * Double(ray) / Double(Self.rays)
            let at = { (radius: Double) in (0.5 + radius * cos(angle), 0.5 + radius * sin(angle)) }
            return path([at(0.3), at(0.42)], .stick)
        }
        return rays + [ring((0.5, 0.5), 0.2, .stick)]
    }

    private func cross(_ x: Double, _ y: Double) -> [Mark] {
        let arm = Self.arm
        return [
            path([(x - arm, y - arm), (x + arm, y + arm)], .lifted),
            path([(x - arm, y + arm), (x + arm, y - arm)], .lifted),
        ]
    }

    private func arrow(_ from: (x: Double, y: Double), _ to: (x: Double, y: Double)) -> [Mark] {
        let long = hypot(to.x - from.x, to.y - from.y)
        let (dx, dy) = ((to.x - from.x) / long * Self.arm, (to.y - from.y) / long * Self.arm)
        let head = [(to.x - dx - dy, to.y - dy + dx), (to.x, to.y), (to.x - dx + dy, to.y - dy - dx)]
        return [path([from, to], .touching), path(head, .touching)]
    }

    /// What the frame cuts off is not drawn: it ends at the frame's lower edge.
    private func insideFrame(_ mark: Mark) -> Mark {
        guard case .path(let spots, let width, let ink, _) = mark else { return mark }
        let edge = spot((0, 0.94)).y
        return .path(spots.map { CGPoint(x: $0.x, y: min($0.y, edge)) }, width: width, ink: ink)
    }

    private func path(_ at: [(Double, Double)], _ ink: Ink, isDashed: Bool = false) -> Mark {
        .path(at.map(spot), width: Self.pen * side, ink: ink, isDashed: isDashed)
    }

    private func ring(_ at: (Double, Double), _ radius: Double, _ ink: Ink) -> Mark {
        .ring(at: spot(at), radius: radius * side, width: Self.pen * side, ink: ink)
    }

    private func spot(_ at: (x: Double, y: Double)) -> CGPoint {
        CGPoint(x: corner.x + at.x * side, y: corner.y + at.y * side)
    }
}
