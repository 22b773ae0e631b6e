import DowelModel
import SwiftUI

/// Before the first session: when to ask a professional first.
struct SafetyScreen: View {
    let safety: SafetyModel

    var body: some View {
        Page {
            Wordmark()
            WordsText(.safetyTitle).font(.title2).accessibilityAddTraits(.isHeader)
            SafetyList()
            WordsText(.safetyPrivacy)
            MainButton(.safetyAccept) { Task { await safety.accept() } }
        }
    }
}

/// The list alone; it can be read again in the settings.
struct SafetyList: View {
    var body: some View {
        WordsText(.safetyLead)
        Card {
            ForEach(SafetyModel.reasons, id: \.self) { reason in
                Label {
                    WordsText(reason)
                } icon: {
                    Image(systemName: "circle.fill").imageScale(.small).font(.caption2)
                }
            }
        }
        WordsText(.safetyClosing).foregroundStyle(Tone.muted.color)
    }
}
