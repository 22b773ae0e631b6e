import DowelCore
import Observation

public struct DrillGroup: Equatable, Sendable {
    public let title: Words
    public let drills: [DrillRow]
}

public struct DrillRow: Equatable, Identifiable, Sendable {
    public let id: Drill.ID
    public let name: String
    public let purpose: String
    /// The camera counts and judges; else the voice keeps the time.
    public let isWatched: Bool
    public let watch: Words
    public let picture: Picture
}

public struct DrillPage: Equatable, Identifiable, Sendable {
    public let id: Drill.ID
    public let name: String
    public let purpose: String
    public let setup: String
    public let camera: String
    public let feel: String
    public let picture: Picture
    /// What the picture shows, for VoiceOver.
    public let pictureText: String
    public let needs: [Words]
    public let easier: DrillLink?
    public let harder: DrillLink?
    public fileprivate(set) var sets: Int
    public fileprivate(set) var reps: Int
    /// 0 to 10; nil when the person did not say.
    public fileprivate(set) var painBefore: Int?

    public var setsLabel: Words { Phrase.drillSets.counted(sets) }
    public var repsLabel: Words { Phrase.drillReps.counted(reps) }
}

/// Choosing what to practise, and how much of it.
@MainActor @Observable
public final class DrillsModel {
    private static let mostSets = 20
    private static let mostReps = 200

    public private(set) var groups: [DrillGroup] = []
    /// The drill that is open.
    public private(set) var page: DrillPage?
    public private(set) var problem: Words?

    @ObservationIgnored private let coach: any Coach
    @ObservationIgnored private let words: CoreWords
    @ObservationIgnored private var drills: [Drill] = []

    public init(coach: any Coach) {
        self.coach = coach
        words = CoreWords(coach: coach)
    }

    /// Again after the language changed.
    public func load() async {
        do {
            drills = try await coach.drills()
            groups = DrillKind.allCases.compactMap { group($0) }
            page = nil
            problem = nil
        } catch {
            problem = DowelModel.problem(error)
        }
    }

    public func open(_ id: Drill.ID) {
        // The page that is open keeps what was chosen on it.
        guard page?.id != id, let drill = drills.first(where: { $0.id == id }) else { return }
        page = page(drill)
    }

    public func close() {
        page = nil
    }

    public func changeSets(by change: Int) {
        page?.sets.change(by: change, upTo: Self.mostSets)
    }

    public func changeReps(by change: Int) {
        page?.reps.change(by: change, upTo: Self.mostReps)
    }

    public func sayPain(_ level: Int?) {
        page?.painBefore = level.map(Pain.nearest)
    }

    /// What the open page asks for.
    public var plan: Plan? {
        page.map { Plan(drill: $0.id, sets: $0.sets, reps: $0.reps, painBefore: $0.painBefore) }
    }

    private func group(_ kind: DrillKind) -> DrillGroup? {
        let rows = drills.filter { $0.kind == kind }.map { row($0) }
        let title: Phrase =
            switch kind {
            case .hinge: .drillsHinge
            case .support: .drillsSupport
            case .everyday: .drillsEveryday
            }
        return rows.isEmpty ? nil : DrillGroup(title: title.words, drills: rows)
    }

    private func row(_ drill: Drill) -> DrillRow {
        let watch: Phrase =
            switch drill.watch {
            case .hinge: .drillsWatched
            case .paced: .drillsPaced
            }
        return DrillRow(
            id: drill.id, name: drill.name, purpose: drill.purpose, isWatched: drill.watch == .hinge,
            watch: watch.words, picture: drill.picture)
    }

    private func page(_ drill: Drill) -> DrillPage {
        DrillPage(
            id: drill.id, name: drill.name, purpose: drill.purpose, setup: drill.setup, camera: drill.cameraText,
            feel: drill.feel, picture: drill.picture,
            pictureText: drill.pictureText,
            needs: drill.needs.map(words.prop), easier: drill.easier.map { link($0) },
            harder: drill.harder.map { link($0) }, sets: drill.dose.sets, reps: drill.dose.reps)
    }

    private func link(_ id: Drill.ID) -> DrillLink { DrillLink(id: id, name: words.drill(id)) }
}

extension Int {
    /// Stays between one and `most`.
    fileprivate mutating func change(by change: Int, upTo most: Int) {
        let (sum, overflows) = addingReportingOverflow(change)
        self = overflows ? (change > 0 ? most : 1) : Swift.min(Swift.max(sum, 1), most)
    }
}
