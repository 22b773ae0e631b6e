import DowelCore
import DowelModel
import SwiftUI

/// One session of the past.
struct SessionScreen: View {
    private let home: Home
    private let id: SessionID
    @State private var session: SessionModel
    @Environment(\.dismiss) private var dismiss

    init(home: Home, id: SessionID) {
        (self.home, self.id) = (home, id)
        _session = State(initialValue: home.session(id))
    }

    var body: some View {
        Page {
            if let problem = session.problem { Notice(problem) }
            if let page = session.page {
                head(page)
                ForEach(page.sets) { set in row(set) }
                ForEach(page.reps) { rep in RepCard(rep: rep) }
                cues(page)
                ShareSection(share: home.share(), session: id)
                WordsText(page.versions).font(.footnote).foregroundStyle(Tone.muted.color)
            }
            erase
        }
        .navigationBarTitleDisplayMode(.inline)
        .task { await session.load() }
        .onChange(of: session.isErased) { dismiss() }
    }

    @ViewBuilder
    private func head(_ page: SessionPage) -> some View {
        WordsText(page.title).font(.system(.title, design: .serif)).accessibilityAddTraits(.isHeader)
        Text(verbatim: page.day).foregroundStyle(Tone.muted.color)
        Card {
            ForEach(page.lines, id: \.self) { line in LineView(line) }
        }
    }

    private func row(_ set: SetRow) -> some View {
        Card {
            Heading(set.title)
            CountStepper(set.reps, fewer: .liveOneLess, more: .liveOneMore) { change in
                Task { await session.correct(set: set.index, by: change) }
            }
            if let corrected = set.corrected { WordsText(corrected).foregroundStyle(Tone.muted.color) }
        }
    }

    @ViewBuilder
    private func cues(_ page: SessionPage) -> some View {
        if !page.cues.isEmpty {
            Heading(.sessionCues)
            ForEach(Array(page.cues.enumerated()), id: \.offset) { _, cue in Text(verbatim: cue) }
        }
    }

    private var erase: some View {
        EraseButton(
            .eraseOne, question: .eraseOneAsk, isAsking: session.asksToErase, ask: session.askToErase,
            keep: session.keep
        ) {
            Task { await session.erase() }
        }
    }
}

private struct RepCard: View {
    let rep: RepRow

    var body: some View {
        Card {
            Heading(rep.title)
            WordsText(rep.outcome).fontWeight(.semibold)
            WordsText(rep.depth)
            WordsText(rep.tempo).foregroundStyle(Tone.muted.color)
            ForEach(rep.faults, id: \.self) { fault in
                Label {
                    WordsText(fault)
                } icon: {
                    Image(systemName: "exclamationmark.triangle")
                }
            }
            ForEach(rep.unseen, id: \.self) { reason in WordsText(reason).foregroundStyle(Tone.muted.color) }
        }
    }
}
