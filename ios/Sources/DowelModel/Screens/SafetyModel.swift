import DowelCore
import Observation

/// The first start's page: when to ask a professional first.
@MainActor @Observable
public final class SafetyModel {
    public static let reasons: [Words] = [
        Phrase.safetyNumbness, .safetyBladder, .safetyLegs, .safetyFall, .safetyCancer, .safetyFever, .safetyNight,
    ].map(\.words)

    /// Nil until it is known.
    public private(set) var isRead: Bool?
    public private(set) var problem: Words?

    @ObservationIgnored private let coach: any Coach

    public init(coach: any Coach) {
        self.coach = coach
    }

    public func load() async {
        do {
            isRead = try await coach.settings().hasReadSafety
        } catch {
            (isRead, problem) = (false, DowelModel.problem(error))
        }
    }

    /// What could not be written holds until the app ends; the person is asked again at the next start.
    public func accept() async {
        do {
            var settings = try await coach.settings()
            settings.hasReadSafety = true
            try await coach.keep(settings)
            problem = nil
        } catch {
            problem = DowelModel.problem(error)
        }
        isRead = true
    }
}
