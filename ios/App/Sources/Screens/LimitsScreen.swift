import DowelCore
import DowelModel
import SwiftUI

/// What Dowel can and can't see.
struct LimitsScreen: View {
    let limits: LimitsModel

    var body: some View {
        Page {
            WordsText(.screenLimits).font(.system(.title, design: .serif)).accessibilityAddTraits(.isHeader)
            if let problem = limits.problem { Notice(problem) }
            ForEach(limits.sections, id: \.title) { section in
                VStack(alignment: .leading, spacing: 8) {
                    Text(verbatim: section.title).font(.headline).accessibilityAddTraits(.isHeader)
                    ForEach(section.lines, id: \.self) { line in Text(verbatim: line) }
                }
            }
        }
        .navigationBarTitleDisplayMode(.inline)
        .task { await limits.load() }
    }
}

/// What stays on the phone.
struct PrivacyScreen: View {
    private let lines: [Phrase] = [
        .privacyPictures, .privacySessions, .privacyNetwork, .privacyReports, .privacyErase,
    ]

    var body: some View {
        Page {
            WordsText(.screenPrivacy).font(.system(.title, design: .serif)).accessibilityAddTraits(.isHeader)
            ForEach(lines, id: \.self) { WordsText($0) }
        }
        .navigationBarTitleDisplayMode(.inline)
    }
}

/// Whom to ask first, to be read again.
struct AskFirstScreen: View {
    var body: some View {
        Page {
            WordsText(.safetyTitle).font(.system(.title, design: .serif)).accessibilityAddTraits(.isHeader)
            SafetyList()
        }
        .navigationBarTitleDisplayMode(.inline)
    }
}
