import Foundation

/// The depth meter: an upright bar that fills from above, as the hips do; target and limit are notches in it.
public struct Meter: Sendable {
    private static let lineWidth = 2.0
    private static let gap = 5.0

    private let depth: DepthMeter
    private let view: CGSize

    public init(_ depth: DepthMeter, in view: CGSize) {
        self.depth = depth
        self.view = view
    }

    public var marks: [Mark] {
        let track = Mark.box(CGRect(origin: .zero, size: view), ink: .track)
        let level = depth.now.map { now in
            Mark.box(CGRect(x: 0, y: 0, width: view.width, height: now * view.height), ink: .level)
        }
        let target = depth.target.map { across($0, .target, isDashed: true) }
        return [track, level, target].compactMap { $0 } + (depth.limit.map(limit) ?? [])
    }

    /// A double line: beyond it is too far.
    private func limit(_ part: Double) -> [Mark] {
        let second = view.height > 0 ? min(part + Self.gap / view.height, 1) : 1
        return [across(part, .limit), across(second, .limit)]
    }

    private func across(_ part: Double, _ ink: Ink, isDashed: Bool = false) -> Mark {
        let y = part * view.height
        let ends = [CGPoint(x: 0, y: y), CGPoint(x: view.width, y: y)]
        return .path(ends, width: Self.lineWidth, ink: ink, isDashed: isDashed)
    }
}
