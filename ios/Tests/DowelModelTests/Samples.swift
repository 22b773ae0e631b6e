@testable import DowelCore

extension Settings {
    static let some = Settings(
        language: .german, cueFrequency: .normal, countsTempo: true, voice: true, speechRate: 1.2, model: nil,
        practiceDays: .perWeek(3), hasReadSafety: false)
}

extension Drill {
    static func some(_ id: String, _ kind: DrillKind = .hinge, easier: String? = nil) -> Drill {
        Drill(
            id: id, kind: kind, watch: kind == .hinge ? .hinge : .paced, camera: .sideAtHipHeight,
            dose: Dose(sets: 3, reps: 8, restS: 60, tempoS: nil), needs: [.stick], watched: ["squatting"], mends: [],
            easier: easier, harder: nil, name: "Name of \(id)", purpose: "purpose", setup: "setup",
            cameraText: "camera", feel: "feel",
            picture: Picture(strokes: []), pictureText: "a figure")
    }
}

extension LiveUpdate {
    /// Before anything was done.
    static func settingUp(_ events: [Event] = []) -> LiveUpdate {
        LiveUpdate(
            atS: 1, stage: .setUp, setIndex: 0, sets: 3, reps: 0, phase: nil,
            depth: Depth(nowDeg: nil, targetDeg: nil, limitDeg: nil), body: nil, contacts: nil, stick: nil,
            events: events, finishedSet: nil, unsaved: 0)
    }

    static func some(
        _ stage: Stage = .set, events: [Event] = [], atS: Double = 1, reps: Int = 0,
        depth: Depth = Depth(nowDeg: nil, targetDeg: nil, limitDeg: nil), contacts: Contacts? = nil,
        finishedSet: SetSummary? = nil, unsaved: Int = 0
    ) -> LiveUpdate {
        LiveUpdate(
            atS: atS, stage: stage, setIndex: 1, sets: 3, reps: reps, phase: nil, depth: depth, body: nil,
            contacts: contacts,
            stick: nil, events: events, finishedSet: finishedSet, unsaved: unsaved)
    }
}

extension Event {
    static func say(_ text: String, _ priority: Priority = .guide, atS: Double = 1, id: String = "x") -> Event {
        Event(atS: atS, id: id, kind: .say, priority: priority, text: text)
    }

    static func show(_ text: String) -> Event {
        Event(atS: 1, id: "fault-squatting", kind: .show, priority: .cue, text: text)
    }

    static func feel(_ id: String) -> Event {
        Event(atS: 1, id: id, kind: .haptic, priority: .count, text: "")
    }
}

extension Tally {
    static func some(
        mended: String? = nil, change: String? = "squatting", drill: String? = "wall-tap", hingeIndex: Int? = 82,
        cleanDepthDeg: Double? = 71.6, backUnseen: CantTellReason? = nil
    ) -> Tally {
        Tally(
            reps: 5, clean: 3, judged: 4, attempts: 1, cleanDepthDeg: cleanDepthDeg, hingeIndex: hingeIndex,
            wentWell: mended == nil ? "well-hips_led" : "well-mended", mended: mended, change: change, drill: drill,
            backUnseen: backUnseen)
    }
}

extension SetSummary {
    static func some(_ tally: Tally = .some()) -> SetSummary {
        SetSummary(index: 0, startS: 0, endS: 9, corrected: 0, tally: tally)
    }
}

extension Finished {
    static func some(
        _ ending: Ending = .finished, tally: Tally = .some(), isViewOK: Bool = true, last: [Event] = []
    ) -> Finished {
        Finished(
            session: 7,
            summary: SessionSummary(
                drill: "dowel-hinge", ending: ending, sets: [.some(tally)], total: tally, isViewOK: isViewOK,
                viewReasons: isViewOK ? [] : [.tooDark], movement: .hinge, painBefore: nil, painAfter: nil),
            last: .some(.done(ending), events: last))
    }
}
