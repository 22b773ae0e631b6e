internal import DowelFacade
import Foundation

// What goes into the core.

extension DowelFacade.PlanOptions {
    init(_ plan: Plan) throws {
        self.init(
            drill: plan.drill, sets: try plan.sets.map(fitting), reps: try plan.reps.map(fitting),
            restS: plan.restS, painBefore: try plan.painBefore.map(fitting))
    }
}

extension DowelFacade.Settings {
    init(_ settings: Settings) {
        self.init(
            language: DowelFacade.Language(settings.language),
            cueFrequency: DowelFacade.CueFrequency(settings.cueFrequency), countsTempo: settings.countsTempo,
            voice: settings.voice, speechRate: settings.speechRate,
            model: settings.model.map(DowelFacade.ModelSize.init),
            practiceDays: DowelFacade.PracticeDays(settings.practiceDays), hasReadSafety: settings.hasReadSafety)
    }
}

extension DowelFacade.PracticeDays {
    init(_ days: PracticeDays) {
        switch days {
        case .perWeek(let days): self = .perWeek(days: UInt8(clamping: days))
        case .weekdays(let days):
            self = .weekdays(
                monday: days.contains(.monday), tuesday: days.contains(.tuesday),
                wednesday: days.contains(.wednesday), thursday: days.contains(.thursday),
                friday: days.contains(.friday), saturday: days.contains(.saturday), sunday: days.contains(.sunday))
        }
    }
}

extension DowelFacade.Language {
    init(_ language: Language) {
        self =
            switch language {
            case .english: .english
            case .german: .german
            }
    }
}

extension DowelFacade.CueFrequency {
    init(_ frequency: CueFrequency) {
        self =
            switch frequency {
            case .silent: .silent
            case .seldom: .seldom
            case .normal: .normal
            }
    }
}

extension DowelFacade.ModelSize {
    init(_ size: ModelSize) {
        self =
            switch size {
            case .lite: .lite
            case .full: .full
            case .heavy: .heavy
            }
    }
}

extension DowelFacade.Felt {
    init(_ felt: Felt) {
        self =
            switch felt {
            case .hamstrings: .hamstrings
            case .glutes: .glutes
            case .quads: .quads
            case .lowBack: .lowBack
            case .elsewhere: .elsewhere
            }
    }
}
