import DowelModel
import SwiftUI

/// The one button of a page that asks to be touched.
struct MainButton: View {
    private let words: Words
    private let action: @MainActor () -> Void

    init(_ words: Words, action: @escaping @MainActor () -> Void) {
        self.words = words
        self.action = action
    }

    init(_ phrase: Phrase, action: @escaping @MainActor () -> Void) {
        self.init(phrase.words, action: action)
    }

    var body: some View {
        Button(action: action) {
            WordsText(words)
                .fontWeight(.semibold)
                .foregroundStyle(Tone.onAccent.color)
                .frame(maxWidth: .infinity, minHeight: 34)
        }
        .buttonStyle(.borderedProminent)
        .controlSize(.large)
    }
}

/// A quieter one.
struct PlainButton: View {
    private let words: Words
    private let sign: String?
    private let action: @MainActor () -> Void

    /// - Parameter sign: The name of a symbol of the system.
    init(_ words: Words, sign: String? = nil, action: @escaping @MainActor () -> Void) {
        self.words = words
        self.sign = sign
        self.action = action
    }

    init(_ phrase: Phrase, sign: String? = nil, action: @escaping @MainActor () -> Void) {
        self.init(phrase.words, sign: sign, action: action)
    }

    var body: some View {
        Button(action: action) {
            Label {
                WordsText(words)
            } icon: {
                if let sign { Image(systemName: sign) }
            }
            .frame(minHeight: 32)
        }
        .buttonStyle(.bordered)
    }
}

/// A count that grows and shrinks.
struct CountStepper: View {
    @Environment(\.phrasebook) private var phrasebook
    private let label: Words
    private let fewer: Phrase
    private let more: Phrase
    private let change: (Int) -> Void

    init(_ label: Words, fewer: Phrase, more: Phrase, change: @escaping (Int) -> Void) {
        self.label = label
        self.fewer = fewer
        self.more = more
        self.change = change
    }

    var body: some View {
        HStack {
            WordsText(label)
            Spacer()
            button("minus", fewer, by: -1)
            button("plus", more, by: 1)
        }
    }

    private func button(_ sign: String, _ phrase: Phrase, by step: Int) -> some View {
        Button {
            change(step)
        } label: {
            Image(systemName: sign).frame(width: 44, height: 44)
        }
        .buttonStyle(.bordered)
        .accessibilityLabel(Text(verbatim: phrasebook.text(phrase.words)))
        // VoiceOver reads what has become of it after each touch.
        .accessibilityValue(Text(verbatim: phrasebook.text(label)))
    }
}

/// From 0 to 10, a button each; as many in a row as there is room for.
struct PainScale: View {
    @Environment(\.phrasebook) private var phrasebook
    private let chosen: Int?
    private let say: (Int) -> Void

    init(chosen: Int?, say: @escaping (Int) -> Void) {
        self.chosen = chosen
        self.say = say
    }

    var body: some View {
        LazyVGrid(columns: [GridItem(.adaptive(minimum: 44), spacing: 8)], spacing: 8) {
            ForEach(Pain.levels, id: \.self) { level in button(level) }
        }
    }

    private func button(_ level: Int) -> some View {
        let isChosen = level == chosen
        return Button {
            say(level)
        } label: {
            Text(verbatim: "\(level)")
                .fontWeight(isChosen ? .bold : .regular)
                .frame(maxWidth: .infinity, minHeight: 44)
                .background(isChosen ? Tone.accent.color : Tone.tint.color, in: .rect(cornerRadius: 10))
                .foregroundStyle(isChosen ? Tone.onAccent.color : Tone.onTint.color)
                // The chosen one is told by its edge, too.
                .overlay {
                    if isChosen { RoundedRectangle(cornerRadius: 10).strokeBorder(Tone.words.color, lineWidth: 2) }
                }
        }
        .buttonStyle(.plain)
        .accessibilityLabel(Text(verbatim: phrasebook.text(.phrase(.feelingPainLevel, [.whole(level)]))))
        .accessibilityAddTraits(isChosen ? .isSelected : [])
    }
}
