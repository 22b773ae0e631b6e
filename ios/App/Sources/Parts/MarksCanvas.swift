import DowelModel
import SwiftUI

/// Puts marks on a canvas, and knows nothing of what they mean.
struct MarksCanvas: View {
    @Environment(\.phrasebook) private var phrasebook
    @Environment(\.colorScheme) private var scheme
    private let marks: (CGSize) -> [Mark]

    /// - Parameter marks: For a view of this size.
    init(marks: @escaping (CGSize) -> [Mark]) {
        self.marks = marks
    }

    var body: some View {
        Canvas { context, size in
            let painter = MarkPainter(palette: scheme == .dark ? .dark : .light, phrasebook: phrasebook)
            for mark in marks(size) { painter.paint(mark, in: context) }
        }
    }
}

@MainActor
private struct MarkPainter {
    let palette: Palette
    let phrasebook: Phrasebook

    func paint(_ mark: Mark, in context: GraphicsContext) {
        switch mark {
        case .path(let spots, let width, let ink, let isDashed):
            context.stroke(Path { $0.addLines(spots) }, with: shading(ink), style: stroke(width, isDashed))
        case .area(let spots, let ink):
            context.fill(Path { $0.addLines(spots) }, with: shading(ink))
        case .disc(let at, let radius, let ink):
            context.fill(circle(at, radius), with: shading(ink))
        case .ring(let at, let radius, let width, let ink, let isDashed):
            context.stroke(circle(at, radius), with: shading(ink), style: stroke(width, isDashed))
        case .box(let box, let ink):
            context.fill(Path(box), with: shading(ink))
        case .words(let words, let at, let side):
            let text = Text(verbatim: phrasebook.text(words)).font(.caption2).foregroundStyle(color(.words))
            context.draw(context.resolve(text), at: at, anchor: anchor(side))
        }
    }

    private func color(_ ink: Ink) -> Color { Color(hex: palette.color(ink)) }

    private func shading(_ ink: Ink) -> GraphicsContext.Shading { .color(color(ink)) }

    private func circle(_ at: CGPoint, _ radius: Double) -> Path {
        Path(ellipseIn: CGRect(x: at.x - radius, y: at.y - radius, width: 2 * radius, height: 2 * radius))
    }

    private func stroke(_ width: Double, _ isDashed: Bool) -> StrokeStyle {
        StrokeStyle(
            lineWidth: width, lineCap: .round, lineJoin: .round, dash: isDashed ? [2 * width, 2.5 * width] : [])
    }

    /// Where the words' own box is held: at its lower edge, as the mark is at their baseline.
    private func anchor(_ side: WordSide) -> UnitPoint {
        switch side {
        case .left: .bottomTrailing
        case .centre: .bottom
        case .right: .bottomLeading
        }
    }
}
