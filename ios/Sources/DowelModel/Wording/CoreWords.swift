import DowelCore

/// What the core says about movement, in the chosen language. The app has no words of its own for it.
struct CoreWords {
    let coach: any Coach

    func drill(_ id: Drill.ID) -> Words { of("drill-\(id)-name") }

    func fault(_ id: FaultID) -> Words { of("fault-\(id)-name") }

    /// What to do about a fault.
    func cue(_ fault: FaultID) -> Words { of("cue-\(fault)") }

    func prop(_ prop: Prop) -> Words { of("prop-\(prop.rawValue)-name") }

    func reason(_ reason: ViewReason) -> Words { of("report-view_reason-\(reason.rawValue)") }

    func reason(_ reason: CantTellReason) -> Words { of("report-cant_tell_reason-\(reason.rawValue)") }

    func reason(_ reason: AttemptReason?) -> Words {
        of("report-attempt_reason-\(reason?.rawValue ?? "unknown")")
    }

    /// What went well, where that is a fault that was gone at the end.
    func wentWell(_ id: String, mended: FaultID) -> Words {
        .ready(coach.text(id, with: ["fault": coach.text("fault-\(mended)-name")]))
    }

    func of(_ id: String) -> Words { .ready(coach.text(id)) }
}

/// Half goes away from zero; what is no number, or beyond all of them, is brought to the nearest one.
func whole(_ value: Double) -> Int {
    value.isNaN ? 0 : Int(exactly: value.rounded()) ?? (value > 0 ? .max : .min)
}

func degrees(_ value: Double?) -> Words {
    value.map { Phrase.valueDegrees.words(.whole(whole($0))) } ?? Phrase.valueCantTell.words
}

func number(_ value: Int) -> Words { Phrase.valueNumber.words(.whole(value)) }
