import DowelCore
import DowelModel
import SwiftUI

/// Words in the language chosen in the app.
struct WordsText: View {
    @Environment(\.phrasebook) private var phrasebook
    private let words: Words

    init(_ words: Words) {
        self.words = words
    }

    init(_ phrase: Phrase) {
        words = phrase.words
    }

    var body: some View {
        Text(verbatim: phrasebook.text(words))
    }
}

/// What a screen reader can jump to.
struct Heading: View {
    private let text: WordsText

    init(_ words: Words) {
        text = WordsText(words)
    }

    init(_ phrase: Phrase) {
        text = WordsText(phrase)
    }

    var body: some View {
        text
            .font(.headline)
            .accessibilityAddTraits(.isHeader)
    }
}

extension Phrasebook {
    /// The app's catalogue, in the phone's own language until one was chosen.
    static func app(in language: Language?) -> Phrasebook {
        let code = language?.rawValue ?? Bundle.main.preferredLocalizations.first ?? Language.english.rawValue
        let path = Bundle.main.path(forResource: code, ofType: "lproj")
        return Phrasebook(locale: Locale(identifier: code)) { phrase, _ in
            // The system keeps the bundle of a path: this one is made once.
            let bundle = path.flatMap(Bundle.init(path:)) ?? .main
            return bundle.localizedString(forKey: phrase.rawValue, value: nil, table: nil)
        }
    }
}

private struct PhrasebookKey: EnvironmentKey {
    static let defaultValue = Phrasebook.app(in: nil)
}

extension EnvironmentValues {
    var phrasebook: Phrasebook {
        get { self[PhrasebookKey.self] }
        set { self[PhrasebookKey.self] = newValue }
    }
}
