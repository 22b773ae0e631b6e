import DowelCore
import DowelModel
import SwiftUI

/// How the session went, how it felt, and what to do next.
struct SummaryScreen: View {
    let home: Home
    let summary: SummaryView
    let notice: Words?
    let close: () -> Void

    var body: some View {
        NavigationStack {
            Page {
                WordsText(summary.title).font(.system(.title, design: .serif)).accessibilityAddTraits(.isHeader)
                if let notice { Notice(notice) }
                Card { TallySection(tally: summary.total, open: practise) }
                if !summary.view.isEmpty { ViewTips(reasons: summary.view) }
                if summary.sets.count > 1 {
                    Heading(.summarySets)
                    ForEach(summary.sets, id: \.title) { set in
                        Card {
                            Heading(set.title)
                            TallySection(tally: set.tally, open: practise)
                        }
                    }
                }
                if let session = summary.session {
                    FeelingSection(feeling: home.feeling(session), open: practise)
                    ShareSection(share: home.share(), session: session)
                }
                MainButton(.summaryDone) { close() }
            }
        }
    }

    /// The drill that mends it waits on the page that this one covers.
    private func practise(_ drill: DrillLink) {
        home.drills.open(drill.id)
        close()
    }
}

/// The figures, what went well and the one thing to change.
struct TallySection: View {
    let tally: TallyView
    let open: (DrillLink) -> Void

    var body: some View {
        ForEach(tally.lines, id: \.self) { line in LineView(line) }
        WordsText(tally.wentWell)
        if let unseen = tally.backUnseen {
            Heading(.summaryBackUnseen)
            WordsText(unseen)
        }
        if let change = tally.change {
            Heading(.summaryChange)
            WordsText(change.fault).fontWeight(.semibold)
            WordsText(change.cue)
            if let drill = change.drill {
                PlainButton(.phrase(.summaryDrill, [.words(drill.name)])) { open(drill) }
            }
        }
    }
}

/// What to change about the camera's place.
struct ViewTips: View {
    let reasons: [Words]

    var body: some View {
        Card {
            Heading(.summaryVideoTips)
            ForEach(reasons, id: \.self) { reason in WordsText(reason) }
        }
    }
}
