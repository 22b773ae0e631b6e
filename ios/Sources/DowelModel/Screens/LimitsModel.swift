import DowelCore
import Observation

/// The page "what Dowel can and can't see", in the core's words.
@MainActor @Observable
public final class LimitsModel {
    public private(set) var sections: [LimitsSection] = []
    public private(set) var problem: Words?

    @ObservationIgnored private let coach: any Coach

    public init(coach: any Coach) {
        self.coach = coach
    }

    public func load() async {
        do {
            sections = try await coach.limits()
            problem = nil
        } catch {
            problem = DowelModel.problem(error)
        }
    }
}
