internal import DowelFacade
import Foundation

// What comes out of the core: settings, drills, and what was done before.

extension Settings {
    init(_ settings: DowelFacade.Settings) {
        self.init(
            language: Language(settings.language), cueFrequency: CueFrequency(settings.cueFrequency),
            countsTempo: settings.countsTempo, voice: settings.voice, speechRate: settings.speechRate,
            model: settings.model.map(ModelSize.init), practiceDays: PracticeDays(settings.practiceDays),
            hasReadSafety: settings.hasReadSafety)
    }
}

extension Speed {
    init(_ speed: DowelFacade.Speed) {
        self.init(fullMs: speed.fullMs, choice: ModelSize(speed.choice))
    }
}

extension Drill {
    init(_ drill: DowelFacade.Drill) {
        self.init(
            id: drill.id, kind: DrillKind(drill.kind), watch: Watch(drill.watch), camera: CameraPlace(drill.camera),
            dose: Dose(drill.dose), needs: drill.needs.map(Prop.init), watched: drill.watched, mends: drill.mends,
            easier: drill.easier, harder: drill.harder, name: drill.name, purpose: drill.purpose, setup: drill.setup,
            cameraText: drill.cameraText, feel: drill.feel,
            picture: Picture(strokes: drill.picture.strokes.map(Stroke.init)), pictureText: drill.pictureText)
    }
}

extension Stroke {
    init(_ stroke: DowelFacade.Stroke) {
        let points = { (points: [PicturePoint]) in points.map { CGPoint(x: $0.x, y: $0.y) } }
        let shape: StrokeShape =
            switch stroke.shape {
            case .line(let line, let width): .line(points(line), width: width)
            case .area(let area): .area(points(area))
            }
        self.init(role: StrokeRole(stroke.role), shape: shape)
    }
}

extension Dose {
    init(_ dose: DowelFacade.Dose) {
        self.init(
            sets: Int(dose.sets), reps: Int(dose.reps), restS: dose.restS, tempoS: dose.tempoS.map { Tempo($0) })
    }
}

extension Tempo {
    init(_ tempo: DowelFacade.Tempo) {
        self.init(down: tempo.down, pause: tempo.pause, up: tempo.up)
    }
}

extension HistoryEntry {
    init(_ entry: DowelFacade.HistoryEntry) {
        self.init(
            id: entry.id, startedAt: date(entry.startedAtMs), source: Source(entry.source), drill: entry.drill,
            isFinished: entry.isFinished, reps: Int(entry.reps), clean: Int(entry.clean),
            cleanDepthDeg: entry.cleanDepthDeg, hingeIndex: entry.hingeIndex, faults: entry.faults,
            ending: entry.ending.map(Ending.init), painBefore: entry.painBefore.map(Int.init),
            painAfter: entry.painAfter.map(Int.init), felt: entry.felt.map(Felt.init))
    }
}

extension Source {
    /// The core writes `live`, or the name of the video.
    init(_ source: String) {
        self = source == "live" ? .live : .video(name: source)
    }
}

extension PastSession {
    init(_ session: DowelFacade.PastSession) {
        self.init(
            id: session.id, startedAt: date(session.startedAtMs), source: Source(session.source),
            drill: session.drill, versions: Versions(session.versions), isFinished: session.isFinished,
            isViewOK: session.viewOk, viewReasons: session.viewReasons.map(ViewReason.init),
            movement: Movement(session.movement), cleanDepthDeg: session.cleanDepthDeg,
            ending: session.ending.map(Ending.init), painBefore: session.painBefore.map(Int.init),
            painAfter: session.painAfter.map(Int.init), felt: session.felt.map(Felt.init),
            sets: session.sets.map(PastSet.init), reps: session.reps.map(PastRep.init),
            cues: session.cues.map(PastCue.init))
    }
}

extension FeelingAnswer {
    init(_ answer: DowelFacade.FeelingAnswer) {
        self.init(lines: answer.lines, fault: answer.fault, drill: answer.drill)
    }
}

extension Versions {
    init(_ versions: DowelFacade.Versions) {
        self.init(
            app: versions.app, rules: versions.rules, poseModel: versions.poseModel, backModel: versions.backModel)
    }
}

extension PastSet {
    init(_ set: DowelFacade.PastSet) {
        self.init(
            index: Int(set.index), startS: set.startS, endS: set.endS, reps: Int(set.reps),
            corrected: Int(set.corrected))
    }
}

extension PastRep {
    init(_ rep: DowelFacade.PastRep) {
        self.init(
            index: Int(rep.index), startS: rep.startS, bottomS: rep.bottomS, endS: rep.endS, isCounted: rep.counted,
            attemptReason: rep.attemptReason.map(AttemptReason.init), isClean: rep.isClean,
            hipFlexionDeg: rep.hipFlexionDeg, kneeFlexionDeg: rep.kneeFlexionDeg, trunkLeanDeg: rep.trunkLeanDeg,
            hingeIndex: Int(rep.hingeIndex), tempoS: Tempo(rep.tempoS), contacts: Contacts(rep.contacts),
            firstLostS: rep.firstLostS, cleanDepthDeg: rep.cleanDepthDeg, faults: rep.faults.map(RepFault.init))
    }
}

extension RepFault {
    init(_ fault: DowelFacade.RepFault) {
        self.init(
            id: fault.id, verdict: Verdict(fault.verdict), severity: fault.severity, onsetS: fault.onsetS,
            phase: fault.phase.map(Phase.init), reason: fault.reason.map(CantTellReason.init))
    }
}

extension PastCue {
    init(_ cue: DowelFacade.PastCue) {
        self.init(atS: cue.atS, id: cue.id, text: cue.text)
    }
}

extension PracticeProgress {
    init(_ progress: DowelFacade.Progress) {
        self.init(
            cleanDepthDeg: Trend(progress.cleanDepthDeg), cleanShare: Trend(progress.cleanShare),
            hingeIndex: Trend(progress.hingeIndex), faults: progress.faults.map(FaultTrend.init),
            streakDays: Int(progress.streakDays), longestStreakDays: Int(progress.longestStreakDays),
            practisedToday: progress.practisedToday, limitDeg: progress.limitDeg, sessions: Int(progress.sessions),
            reps: Int(clamping: progress.reps))
    }
}

extension Trend {
    init(_ trend: DowelFacade.Trend) {
        self.init(
            points: trend.points.map { TrendPoint(at: date($0.atMs), value: $0.value) },
            direction: Direction(trend.direction), now: trend.now, before: trend.before)
    }
}

extension FaultTrend {
    init(_ fault: DowelFacade.FaultTrend) {
        self.init(id: fault.id, trend: Trend(fault.trend))
    }
}

extension PracticeDays {
    init(_ days: DowelFacade.PracticeDays) {
        switch days {
        case .perWeek(let days): self = .perWeek(Int(days))
        case .weekdays(let monday, let tuesday, let wednesday, let thursday, let friday, let saturday, let sunday):
            let isMeant = [monday, tuesday, wednesday, thursday, friday, saturday, sunday]
            self = .weekdays(Set(zip(Weekday.allCases, isMeant).filter(\.1).map(\.0)))
        }
    }
}
