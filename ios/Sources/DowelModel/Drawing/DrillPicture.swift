import DowelCore
import Foundation

/// A drill's picture, as large as its square fits into the view, in the middle. It stands on the palette's ground.
public struct DrillPicture: Sendable {
    private let picture: Picture
    private let side: Double
    private let corner: CGPoint

    public init(_ picture: Picture, in view: CGSize) {
        self.picture = picture
        side = min(view.width, view.height)
        corner = CGPoint(x: (view.width - side) / 2, y: (view.height - side) / 2)
    }

    public var marks: [Mark] {
        picture.strokes.map { stroke in
            switch stroke.shape {
            case .line(let points, let width): .path(spots(points), width: width * side, ink: ink(stroke.role))
            case .area(let points): .area(spots(points), ink: ink(stroke.role))
            }
        }
    }

    private func spots(_ points: [CGPoint]) -> [CGPoint] {
        points.map { CGPoint(x: corner.x + $0.x * side, y: corner.y + $0.y * side) }
    }

    private func ink(_ role: StrokeRole) -> Ink {
        switch role {
        case .figure: .figure
        case .ghost: .ghost
        case .stick: .stick
        case .prop: .prop
        case .ground: .floor
        case .arrow: .arrow
        case .gap: .paper
        }
    }
}
