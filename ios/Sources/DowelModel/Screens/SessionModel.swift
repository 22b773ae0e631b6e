import DowelCore
import Observation

public struct SetRow: Equatable, Identifiable, Sendable {
    public var id: Int { index }
    public let index: Int
    public let title: Words
    public let reps: Words
    public let corrected: Words?
}

/// Faults are named; what could not be seen tells why something could not be judged.
public struct RepRow: Equatable, Identifiable, Sendable {
    public let id: Int
    public let title: Words
    public let outcome: Words
    public let depth: Words
    public let tempo: Words
    public let faults: [Words]
    public let unseen: [Words]
}

/// All that there is to tell about one session.
public struct SessionPage: Equatable, Sendable {
    public let title: Words
    public let day: String
    public let lines: [Line]
    public let sets: [SetRow]
    public let reps: [RepRow]
    /// What the coach said.
    public let cues: [String]
    public let versions: Words
}

/// One session of the past: look at it, correct its counts, erase it.
@MainActor @Observable
public final class SessionModel {
    public private(set) var page: SessionPage?
    /// Asked before it is erased.
    public private(set) var asksToErase = false
    public private(set) var isErased = false
    public private(set) var problem: Words?

    @ObservationIgnored private let coach: any Coach
    @ObservationIgnored private let clock: any PhoneClock
    @ObservationIgnored private let id: SessionID

    public init(coach: any Coach, clock: any PhoneClock, id: SessionID) {
        self.coach = coach
        self.clock = clock
        self.id = id
    }

    public func load() async {
        do {
            let session = try await coach.session(id)
            page = SessionPage(session, day: clock.day(session.startedAt), words: CoreWords(coach: coach))
            problem = nil
        } catch {
            problem = DowelModel.problem(error)
        }
    }

    public func correct(set: Int, by change: Int) async {
        do {
            try await coach.correct(id, set: set, by: change)
        } catch {
            problem = DowelModel.problem(error)
            return
        }
        await load()
    }

    public func askToErase() {
        asksToErase = true
    }

    public func keep() {
        asksToErase = false
    }

    /// Only what was asked first is erased.
    public func erase() async {
        guard asksToErase else { return }
        asksToErase = false
        do {
            try await coach.erase(id)
            isErased = true
        } catch {
            problem = DowelModel.problem(error)
        }
    }
}
