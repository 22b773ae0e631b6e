import DowelCore
import Observation

public enum StartState {
    case opening
    /// With a notice where a damaged session file was set aside, and a new one begun.
    case open(any Coach, Settings, notice: Words?)
    case failed(Words)
}

/// Opens the session file.
@MainActor @Observable
public final class StartModel {
    public typealias Open = @Sendable () async throws(DowelError) -> any Coach

    public private(set) var state = StartState.opening

    @ObservationIgnored private let openCoach: Open

    public init(openCoach: @escaping Open) {
        self.openCoach = openCoach
    }

    public func open() async {
        state = .opening
        do {
            let coach = try await openCoach()
            let settings = try await coach.settings()
            let isAside = try await coach.setAside() != nil
            state = .open(coach, settings, notice: isAside ? Phrase.startSetAside.words : nil)
        } catch {
            state = .failed(problem(error))
        }
    }
}
