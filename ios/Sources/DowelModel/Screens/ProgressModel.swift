import DowelCore
import Observation

public enum Scale: CaseIterable, Sendable {
    case degrees, share, index

    public func words(_ value: Double) -> Words {
        switch self {
        case .degrees: Phrase.valueDegrees.words(.whole(whole(value)))
        case .share: Phrase.valuePercent.words(.whole(whole(value * 100)))
        case .index: Phrase.valueNumber.words(.whole(whole(value)))
        }
    }
}

/// A chart; its label says in words what the line shows.
public struct TrendView: Equatable, Sendable {
    public let title: Words
    public let scale: Scale
    public let points: [TrendPoint]
    public let now: Words
    public let direction: Words
    public let firstDay: String?
    public let lastDay: String?

    public var label: Words { Phrase.trendLabel.words(.words(title), .words(now), .words(direction)) }
}

public struct SessionRow: Equatable, Identifiable, Sendable {
    public let id: SessionID
    public let title: Words
    public let day: String
    public let reps: Words
    public let clean: Words?
    /// The most frequent fault.
    public let fault: Words?
}

/// How it goes over the weeks: trends, streak and history.
@MainActor @Observable
public final class ProgressModel {
    private static let page = 30

    public private(set) var streak: Words?
    public private(set) var today: Words?
    public private(set) var totals: [Line] = []
    public private(set) var trends: [TrendView] = []
    public private(set) var sessions: [SessionRow] = []
    public private(set) var hasMore = false
    /// Nothing was practised yet.
    public private(set) var isEmpty = false
    /// Asked before everything is erased.
    public private(set) var asksToErase = false
    public private(set) var problem: Words?

    @ObservationIgnored private let coach: any Coach
    @ObservationIgnored private let clock: any PhoneClock
    @ObservationIgnored private let words: CoreWords

    public init(coach: any Coach, clock: any PhoneClock) {
        self.coach = coach
        self.clock = clock
        words = CoreWords(coach: coach)
    }

    public func load() async {
        do {
            let waiting = await saveWhatWaits()
            let progress = try await coach.progress(now: clock.now, utcOffsetMin: clock.utcOffsetMin)
            let page = try await coach.history(before: nil, limit: Self.page)
            show(progress)
            show(page)
            problem = waiting
        } catch {
            problem = DowelModel.problem(error)
        }
    }

    public func loadMore() async {
        guard hasMore, let oldest = sessions.last?.id else { return }
        // One page at a time, however often the list's end is reached.
        hasMore = false
        do {
            let page = try await coach.history(before: oldest, limit: Self.page)
            sessions += page.map { row($0) }
            hasMore = page.count == Self.page
        } catch {
            problem = DowelModel.problem(error)
        }
    }

    public func askToErase() {
        asksToErase = true
    }

    public func keepAll() {
        asksToErase = false
    }

    /// Only what was asked first is erased.
    public func eraseAll() async {
        guard asksToErase else { return }
        asksToErase = false
        do {
            try await coach.eraseAll()
        } catch {
            problem = DowelModel.problem(error)
            return
        }
        await load()
    }

    /// What a full disk refused when its session was let go of; says what to do where it still does.
    private func saveWhatWaits() async -> Words? {
        do {
            if try await coach.unsaved() > 0 { try await coach.saveAgain() }
            return nil
        } catch {
            return DowelModel.problem(error)
        }
    }

    private func show(_ progress: PracticeProgress) {
        streak = Phrase.progressStreak.counted(progress.streakDays)
        today = (progress.practisedToday ? Phrase.progressToday : .progressNotToday).words
        totals = [
            Line(label: Phrase.progressSessions.words, value: number(progress.sessions)),
            Line(label: Phrase.summaryReps.words, value: number(progress.reps)),
            Line(label: Phrase.progressLongest.words, value: number(progress.longestStreakDays)),
            Line(label: Phrase.progressLimit.words, value: degrees(progress.limitDeg)),
        ]
        trends = [
            trend(.summaryCleanDepth, .degrees, progress.cleanDepthDeg),
            trend(.progressCleanShare, .share, progress.cleanShare),
            trend(.summaryHingeIndex, .index, progress.hingeIndex),
        ]
    }

    private func show(_ page: [HistoryEntry]) {
        sessions = page.map { row($0) }
        hasMore = page.count == Self.page
        isEmpty = page.isEmpty
    }

    private func trend(_ title: Phrase, _ scale: Scale, _ trend: Trend) -> TrendView {
        TrendView(
            title: title.words, scale: scale, points: trend.points,
            now: trend.now.map(scale.words) ?? Phrase.valueCantTell.words, direction: phrase(trend.direction).words,
            firstDay: trend.points.first.map { clock.day($0.at) }, lastDay: trend.points.last.map { clock.day($0.at) })
    }

    private func row(_ entry: HistoryEntry) -> SessionRow {
        SessionRow(
            id: entry.id, title: title(drill: entry.drill, source: entry.source, words),
            day: clock.day(entry.startedAt), reps: Phrase.liveReps.counted(entry.reps),
            clean: entry.reps > 0 ? Phrase.progressClean.counted(entry.clean) : nil,
            fault: entry.faults.first.map { Phrase.progressFault.words(.words(words.fault($0))) })
    }
}

func phrase(_ direction: Direction) -> Phrase {
    switch direction {
    case .better: .trendBetter
    case .same: .trendSame
    case .worse: .trendWorse
    case .tooFew: .trendTooFew
    }
}

/// A session is called by its drill, a video by its name.
func title(drill: Drill.ID?, source: Source, _ words: CoreWords) -> Words {
    if let drill { return words.drill(drill) }
    switch source {
    case .live: return Phrase.sessionLive.words
    case .video(let name): return .ready(name)
    }
}
