import DowelCore
import DowelModel
import SwiftUI

/// How much it hurts, and where the work was felt.
struct FeelingSection: View {
    @State private var feeling: FeelingModel
    private let open: (DrillLink) -> Void

    init(feeling: FeelingModel, open: @escaping (DrillLink) -> Void) {
        _feeling = State(initialValue: feeling)
        self.open = open
    }

    var body: some View {
        Card {
            Heading(.feelingTitle)
            WordsText(feeling.painLabel)
            PainScale(chosen: feeling.pain) { feeling.sayPain($0) }
            Heading(.feelingWhere)
            ForEach(feeling.places, id: \.value) { place in row(place) }
            if let problem = feeling.problem { Notice(problem) }
            if feeling.isKept {
                answer
            } else {
                PlainButton(.feelingKeep) { Task { await feeling.keep() } }
            }
        }
    }

    @ViewBuilder private var answer: some View {
        Label {
            WordsText(.feelingKept)
        } icon: {
            Image(systemName: "checkmark")
        }
        ForEach(feeling.answer, id: \.self) { line in WordsText(line) }
        if let drill = feeling.drill {
            PlainButton(.phrase(.summaryDrill, [.words(drill.name)])) { open(drill) }
        }
    }

    private func row(_ place: Choice<Felt>) -> some View {
        Button {
            feeling.toggle(place.value)
        } label: {
            Label {
                WordsText(place.label)
            } icon: {
                Image(systemName: place.isChosen ? "checkmark.circle.fill" : "circle")
            }
            .frame(maxWidth: .infinity, minHeight: 44, alignment: .leading)
        }
        .buttonStyle(.plain)
        .accessibilityAddTraits(place.isChosen ? .isSelected : [])
    }
}
