import DowelCore
import Observation

/// What a person sets once. Every change is kept at once.
@MainActor @Observable
public final class SettingsModel {
    private static let daysAWeek = 2...7
    static let sample = "say-hold_still"

    /// Nil until they are loaded.
    public private(set) var settings: Settings?
    public private(set) var isMeasuring = false
    public private(set) var problem: Words?
    private var measuredMs: Double?

    @ObservationIgnored private let coach: any Coach
    @ObservationIgnored private let speaker: any Speaker

    public init(coach: any Coach, speaker: any Speaker) {
        self.coach = coach
        self.speaker = speaker
    }

    public var languages: [Choice<Language>] { choices(Language.self, settings?.language, phrase) }

    public var frequencies: [Choice<CueFrequency>] { choices(CueFrequency.self, settings?.cueFrequency, phrase) }

    /// How often the person means to practise. Who practises on fixed days has chosen none of these.
    public var days: [Choice<PracticeDays>] {
        Self.daysAWeek.map { days in
            Choice(
                value: .perWeek(days), label: Phrase.settingsDaysAWeek.counted(days),
                isChosen: settings?.practiceDays == .perWeek(days))
        }
    }

    public var rateLabel: Words? {
        settings.map { Phrase.settingsRate.words(.whole(whole($0.speechRate * 100))) }
    }

    public var model: Words? {
        guard let settings else { return nil }
        guard let size = settings.model else { return Phrase.modelUnmeasured.words }
        let name = phrase(size).words
        return measuredMs.map { Phrase.settingsMeasured.words(.words(name), .whole(whole($0))) } ?? name
    }

    public func load() async {
        do {
            settings = try await coach.settings()
            problem = nil
        } catch {
            problem = DowelModel.problem(error)
        }
    }

    public func choose(_ language: Language) async { await change { $0.language = language } }

    public func choose(_ frequency: CueFrequency) async { await change { $0.cueFrequency = frequency } }

    public func choose(_ days: PracticeDays) async { await change { $0.practiceDays = days } }

    public func useVoice(_ isOn: Bool) async { await change { $0.voice = isOn } }

    public func countTempo(_ isOn: Bool) async { await change { $0.countsTempo = isOn } }

    public func useRate(_ rate: Double) async { await change { $0.speechRate = rate } }

    /// A line as the coach says it, to try voice and speed.
    public func tryVoice() {
        guard let settings else { return }
        speaker.use(settings.language, rate: settings.speechRate)
        speaker.say(coach.text(Self.sample), interrupts: true)
    }

    /// Chooses the model by measuring; takes a second or two.
    public func measure() async {
        guard !isMeasuring else { return }
        (isMeasuring, problem) = (true, nil)
        do {
            let speed = try await coach.measureSpeed()
            measuredMs = speed.fullMs
            await change { $0.model = speed.choice }
        } catch {
            problem = DowelModel.problem(error)
        }
        isMeasuring = false
    }

    private func change(_ how: (inout Settings) -> Void) async {
        guard var next = settings else { return }
        how(&next)
        // Shown before it is written: a switch answers the finger.
        (settings, problem) = (next, nil)
        do {
            try await coach.keep(next)
        } catch {
            problem = DowelModel.problem(error)
        }
    }

    private func choices<Value: CaseIterable & Equatable & Sendable>(
        _: Value.Type, _ chosen: Value?, _ name: (Value) -> Phrase
    ) -> [Choice<Value>] {
        Value.allCases.map { Choice(value: $0, label: name($0).words, isChosen: $0 == chosen) }
    }
}

private func phrase(_ language: Language) -> Phrase {
    switch language {
    case .english: .languageEnglish
    case .german: .languageGerman
    }
}

private func phrase(_ frequency: CueFrequency) -> Phrase {
    switch frequency {
    case .silent: .cuesSilent
    case .seldom: .cuesSeldom
    case .normal: .cuesNormal
    }
}

private func phrase(_ size: ModelSize) -> Phrase {
    switch size {
    case .lite: .modelLite
    case .full: .modelFull
    case .heavy: .modelHeavy
    }
}
