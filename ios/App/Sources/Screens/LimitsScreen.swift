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

/// What stays on the phone, and whom to ask first.
struct PrivacyScreen: View {
    var body: some View {
        Page {
            WordsText(.safetyTitle).font(.system(.title, design: .serif)).accessibilityAddTraits(.isHeader)
            SafetyList()
            WordsText(.safetyPrivacy)
        }
        .navigationBarTitleDisplayMode(.inline)
    }
}
