import DowelCore
import Foundation

/// A trend over the sessions: the line, a dot each, and a few lines of a scale with their figures.
public struct Chart: Sendable {
    private static let stepDeg = 10.0
    private static let margin = (left: 48.0, top: 16.0, right: 8.0, bottom: 24.0)
    private static let hairWidth = 1.0
    private static let lineWidth = 2.0
    private static let dotRadius = 4.0
    private static let gap = 6.0
    private static let halfLetter = 5.0
    private static let dayDrop = 18.0

    private let trend: TrendView
    private let plot: CGRect
    private let low: Double
    private let high: Double

    public init(_ trend: TrendView, in view: CGSize) {
        self.trend = trend
        let margin = Self.margin
        plot = CGRect(
            x: margin.left, y: margin.top, width: view.width - margin.left - margin.right,
            height: view.height - margin.top - margin.bottom)
        (low, high) = Self.range(trend)
    }

    public var marks: [Mark] {
        trend.points.isEmpty ? [] : grid + line + days
    }

    /// Degrees take the range they need, the others their whole scale.
    private static func range(_ trend: TrendView) -> (Double, Double) {
        switch trend.scale {
        case .share: return (0, 1)
        case .index: return (0, 100)
        case .degrees:
            let values = trend.points.map(\.value)
            let (least, most) = (values.min() ?? 0, values.max() ?? 0)
            let low = ((least - stepDeg) / stepDeg).rounded(.down) * stepDeg
            return (low, ((most + 1) / stepDeg).rounded(.up) * stepDeg)
        }
    }

    private var grid: [Mark] {
        [low, (low + high) / 2, high].flatMap { value -> [Mark] in
            let y = height(value)
            let hair = [CGPoint(x: plot.minX, y: y), CGPoint(x: plot.maxX, y: y)]
            let label = CGPoint(x: plot.minX - Self.gap, y: y + Self.halfLetter)
            return [
                .path(hair, width: Self.hairWidth, ink: .grid),
                .words(trend.scale.words(value), at: label, side: .left),
            ]
        }
    }

    private var line: [Mark] {
        let spots = trend.points.map(spot)
        let path = spots.count > 1 ? [Mark.path(spots, width: Self.lineWidth, ink: .trend)] : []
        return path + spots.map { .disc(at: $0, radius: Self.dotRadius, ink: .trend) }
    }

    private var days: [Mark] {
        let y = plot.maxY + Self.dayDrop
        let first = trend.firstDay.map { Mark.words(.ready($0), at: CGPoint(x: plot.minX, y: y), side: .right) }
        let isOne = trend.lastDay == trend.firstDay
        let last = trend.lastDay.map { Mark.words(.ready($0), at: CGPoint(x: plot.maxX, y: y), side: .left) }
        return [first, isOne ? nil : last].compactMap { $0 }
    }

    /// One session stands in the middle: it is no course yet.
    private func spot(_ point: TrendPoint) -> CGPoint {
        guard let first = trend.points.first?.at, let last = trend.points.last?.at, trend.points.count > 1 else {
            return CGPoint(x: plot.midX, y: height(point.value))
        }
        let span = last.timeIntervalSince(first)
        let part = span > 0 ? point.at.timeIntervalSince(first) / span : 0
        return CGPoint(x: plot.minX + part * plot.width, y: height(point.value))
    }

    private func height(_ value: Double) -> Double {
        plot.maxY - (value - low) / (high - low) * plot.height
    }
}
