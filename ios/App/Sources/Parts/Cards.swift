import DowelModel
import SwiftUI

/// What belongs together, on a surface of its own.
struct Card<Content: View>: View {
    private let content: Content

    init(@ViewBuilder content: () -> Content) {
        self.content = content()
    }

    var body: some View {
        VStack(alignment: .leading, spacing: 12) { content }
            .frame(maxWidth: .infinity, alignment: .leading)
            .padding(16)
            .background(Tone.surface.color, in: .rect(cornerRadius: 16))
            .overlay { RoundedRectangle(cornerRadius: 16).strokeBorder(Tone.hairline.color) }
    }
}

/// A page that scrolls, so that the largest type has room.
struct Page<Content: View>: View {
    private let content: Content

    init(@ViewBuilder content: () -> Content) {
        self.content = content()
    }

    var body: some View {
        ScrollView {
            VStack(alignment: .leading, spacing: 20) { content }
                .frame(maxWidth: 640, alignment: .leading)
                .padding(20)
                .frame(maxWidth: .infinity)
        }
        .background(Tone.ground.color.ignoresSafeArea())
        .foregroundStyle(Tone.words.color)
    }
}

/// Something is wrong, and what to do. A sign and words, not the colour, say so.
struct Notice: View {
    private let words: Words

    init(_ words: Words) {
        self.words = words
    }

    var body: some View {
        Label {
            WordsText(words)
        } icon: {
            Image(systemName: "exclamationmark.circle")
        }
        .frame(maxWidth: .infinity, alignment: .leading)
        .padding(12)
        .background(Tone.notice.color, in: .rect(cornerRadius: 12))
        .foregroundStyle(Tone.onNotice.color)
        .accessibilityElement(children: .combine)
    }
}

/// A label with its value; below each other where type is large.
struct LineView: View {
    private let name: Words
    private let told: Words

    init(_ line: Line) {
        self.init(line.label, line.value)
    }

    init(_ name: Words, _ told: Words) {
        (self.name, self.told) = (name, told)
    }

    var body: some View {
        ViewThatFits(in: .horizontal) {
            HStack(alignment: .firstTextBaseline) {
                label
                Spacer(minLength: 16)
                value
            }
            VStack(alignment: .leading) {
                label
                value
            }
        }
        .accessibilityElement(children: .combine)
    }

    private var label: some View { WordsText(name).foregroundStyle(Tone.muted.color) }

    private var value: some View { WordsText(told).fontWeight(.semibold) }
}

/// The app's name, and the stick with its three contacts under it.
struct Wordmark: View {
    var body: some View {
        VStack(alignment: .leading, spacing: 4) {
            WordsText(.appName)
                .font(.system(.largeTitle, design: .serif))
                .accessibilityAddTraits(.isHeader)
            Canvas { context, size in draw(in: context, size) }
                .frame(width: 120, height: 16)
                .accessibilityHidden(true)
        }
    }

    private func draw(in context: GraphicsContext, _ size: CGSize) {
        let (thick, middle) = (4.0, size.height / 2)
        var stick = Path()
        stick.move(to: CGPoint(x: thick, y: middle))
        stick.addLine(to: CGPoint(x: size.width - thick, y: middle))
        context.stroke(
            stick, with: .color(Tone.wood.color), style: StrokeStyle(lineWidth: thick, lineCap: .round))
        for part in [0.18, 0.52, 0.86] {
            let at = CGPoint(x: size.width * part, y: middle)
            context.fill(dot(at, 1.6 * thick), with: .color(Tone.ground.color))
            context.fill(dot(at, thick), with: .color(Tone.accent.color))
        }
    }

    private func dot(_ at: CGPoint, _ radius: Double) -> Path {
        Path(ellipseIn: CGRect(x: at.x - radius, y: at.y - radius, width: 2 * radius, height: 2 * radius))
    }
}
