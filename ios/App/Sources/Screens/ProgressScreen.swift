import DowelCore
import DowelModel
import SwiftUI

/// How it goes over the weeks, and every session.
struct ProgressScreen: View {
    let progress: ProgressModel

    var body: some View {
        Page {
            WordsText(.screenProgress).font(.system(.largeTitle, design: .serif)).accessibilityAddTraits(.isHeader)
            if let problem = progress.problem { Notice(problem) }
            if progress.isEmpty {
                WordsText(.progressEmpty)
            } else {
                streak
                ForEach(progress.trends, id: \.title) { trend in TrendCard(trend: trend) }
                sessions
                erase
            }
        }
        .task { await progress.load() }
        .refreshable { await progress.load() }
    }

    private var streak: some View {
        Card {
            if let streak = progress.streak { WordsText(streak).font(.title2.bold()) }
            if let today = progress.today { WordsText(today).foregroundStyle(Tone.muted.color) }
            ForEach(progress.totals, id: \.self) { line in LineView(line) }
        }
    }

    @ViewBuilder private var sessions: some View {
        Heading(.progressSessions)
        LazyVStack(spacing: 12) {
            ForEach(progress.sessions) { session in row(session) }
        }
        if progress.hasMore { PlainButton(.progressMore) { Task { await progress.loadMore() } } }
    }

    private func row(_ session: SessionRow) -> some View {
        NavigationLink(value: Route.session(session.id)) {
            Card {
                WordsText(session.title).font(.headline)
                Text(verbatim: session.day).foregroundStyle(Tone.muted.color)
                WordsText(session.reps)
                if let clean = session.clean { WordsText(clean) }
                if let fault = session.fault { WordsText(fault).foregroundStyle(Tone.muted.color) }
            }
            .multilineTextAlignment(.leading)
        }
        .buttonStyle(.plain)
    }

    private var erase: some View {
        EraseButton(
            .eraseAll, question: .eraseAllAsk, isAsking: progress.asksToErase, ask: progress.askToErase,
            keep: progress.keepAll
        ) {
            Task { await progress.eraseAll() }
        }
    }
}

/// A chart, and in words what its line shows.
private struct TrendCard: View {
    let trend: TrendView
    @Environment(\.phrasebook) private var phrasebook

    var body: some View {
        Card {
            Heading(trend.title)
            WordsText(trend.now).font(.title3.bold())
            WordsText(trend.direction).foregroundStyle(Tone.muted.color)
            if !trend.points.isEmpty {
                MarksCanvas { Chart(trend, in: $0).marks }
                    .frame(minHeight: 160)
                    .accessibilityElement()
                    .accessibilityLabel(Text(verbatim: phrasebook.text(trend.label)))
                    .accessibilityChartDescriptor(TrendDescriptor(trend: trend, phrasebook: phrasebook))
            }
        }
    }
}
