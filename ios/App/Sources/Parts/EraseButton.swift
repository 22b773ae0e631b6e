import DowelModel
import SwiftUI

/// Asks before it erases.
struct EraseButton: View {
    @Environment(\.phrasebook) private var phrasebook
    private let title: Phrase
    private let question: Phrase
    private let isAsking: Bool
    private let ask: @MainActor () -> Void
    private let keep: @MainActor () -> Void
    private let erase: @MainActor () -> Void

    init(
        _ title: Phrase, question: Phrase, isAsking: Bool, ask: @escaping @MainActor () -> Void,
        keep: @escaping @MainActor () -> Void, erase: @escaping @MainActor () -> Void
    ) {
        self.title = title
        self.question = question
        self.isAsking = isAsking
        self.ask = ask
        self.keep = keep
        self.erase = erase
    }

    var body: some View {
        Button(role: .destructive, action: ask) {
            Label {
                WordsText(title)
            } icon: {
                Image(systemName: "trash")
            }
            .frame(minHeight: 32)
        }
        .buttonStyle(.bordered)
        .alert(text(question), isPresented: asking) {
            Button(role: .destructive, action: erase) { text(.eraseYes) }
            Button(role: .cancel, action: keep) { text(.eraseNo) }
        }
    }

    /// The system's dialogs take plain text only.
    private func text(_ phrase: Phrase) -> Text { Text(verbatim: phrasebook.text(phrase.words)) }

    private var asking: Binding<Bool> {
        Binding { @MainActor in
            isAsking
        } set: { @MainActor isShown in
            // Closed by the system: nothing is erased. The buttons have said so themselves by then.
            if !isShown { keep() }
        }
    }
}
