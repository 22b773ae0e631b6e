import DowelCore
import Observation

public struct Choice<Value: Equatable & Sendable>: Equatable, Sendable {
    public let value: Value
    public let label: Words
    public let isChosen: Bool
}

/// After a session: how much it hurts, and where the work was felt.
@MainActor @Observable
public final class FeelingModel {
    /// 0 to 10; nil until the person says.
    public private(set) var pain: Int?
    public private(set) var isKept = false
    /// What the coach answers once it is kept.
    public private(set) var answer: [Words] = []
    /// Offered as a button.
    public private(set) var drill: DrillLink?
    public private(set) var problem: Words?
    private var felt: Set<Felt> = []

    @ObservationIgnored private let coach: any Coach
    @ObservationIgnored private let session: SessionID
    @ObservationIgnored private let speaker: any Speaker
    @ObservationIgnored private let screen: any Screen

    public init(coach: any Coach, session: SessionID, speaker: any Speaker, screen: any Screen) {
        self.coach = coach
        self.session = session
        self.speaker = speaker
        self.screen = screen
    }

    public var painLabel: Words {
        pain.map { Phrase.feelingPainLevel.words(.whole($0)) } ?? Phrase.feelingPainUnsaid.words
    }

    public var places: [Choice<Felt>] {
        Felt.allCases.map { Choice(value: $0, label: phrase($0).words, isChosen: felt.contains($0)) }
    }

    public func sayPain(_ level: Int) {
        pain = Pain.nearest(to: level)
        unkeep()
    }

    public func toggle(_ place: Felt) {
        felt.formSymmetricDifference([place])
        unkeep()
    }

    public func keep() async {
        let chosen = Felt.allCases.filter(felt.contains)
        do {
            let answer = try await coach.noteFeeling(session, painAfter: pain, felt: chosen)
            let settings = try await coach.settings()
            show(answer)
            say(answer.lines, settings)
        } catch {
            problem = DowelModel.problem(error)
        }
    }

    private func show(_ answer: FeelingAnswer) {
        let words = CoreWords(coach: coach)
        self.answer = answer.lines.map(Words.ready)
        drill = answer.drill.map { DrillLink(id: $0, name: words.drill($0)) }
        (isKept, problem) = (true, nil)
    }

    private func say(_ lines: [String], _ settings: Settings) {
        guard settings.voice else {
            // Where the coach has a voice VoiceOver would only talk across it.
            for line in lines { screen.announce(.ready(line)) }
            return
        }
        speaker.use(settings.language, rate: settings.speechRate)
        for line in lines { speaker.say(line, interrupts: false) }
    }

    /// What was answered no longer fits.
    private func unkeep() {
        (isKept, answer, drill) = (false, [], nil)
    }
}

func phrase(_ felt: Felt) -> Phrase {
    switch felt {
    case .hamstrings: .feltHamstrings
    case .glutes: .feltGlutes
    case .quads: .feltQuads
    case .lowBack: .feltLowBack
    case .elsewhere: .feltElsewhere
    }
}
