internal import DowelFacade
import Foundation

// What comes out of the core: a session going on, and what it came to.

extension LiveUpdate {
    init(_ update: DowelFacade.LiveUpdate) {
        self.init(
            atS: update.atS, stage: Stage(update.stage), setIndex: Int(update.setIndex), sets: Int(update.sets),
            reps: Int(update.reps),
            phase: update.phase.map(Phase.init), depth: Depth(update.depth), body: update.body.map(NearBody.init),
            contacts: update.contacts.map(Contacts.init), stick: update.stick.map(Stick.init),
            events: update.events.map(Event.init), finishedSet: update.finishedSet.map(SetSummary.init),
            unsaved: Int(update.unsaved))
    }
}

extension Stage {
    init(_ stage: DowelFacade.Stage) {
        self =
            switch stage {
            case .setUp: .setUp
            case .holdStill: .holdStill
            case .countIn: .countIn
            case .set: .set
            case .paused(let why): .paused(PauseReason(why))
            case .rest: .rest
            case .done(let ending): .done(Ending(ending))
            }
    }
}

extension Event {
    init(_ event: DowelFacade.Event) {
        self.init(
            atS: event.atS, id: event.id, kind: EventKind(event.kind), priority: Priority(event.priority),
            text: event.text)
    }
}

extension Depth {
    init(_ depth: DowelFacade.Depth) {
        self.init(nowDeg: depth.nowDeg, targetDeg: depth.targetDeg, limitDeg: depth.limitDeg)
    }
}

extension NearBody {
    init(_ body: DowelFacade.NearBody) {
        self.init(
            side: Side(body.side), facesRight: body.facesRight, ear: BodyPoint(body.ear),
            shoulder: BodyPoint(body.shoulder), elbow: BodyPoint(body.elbow), wrist: BodyPoint(body.wrist),
            hip: BodyPoint(body.hip), knee: BodyPoint(body.knee), ankle: BodyPoint(body.ankle),
            heel: BodyPoint(body.heel), toe: BodyPoint(body.toe))
    }
}

extension BodyPoint {
    init(_ point: DowelFacade.BodyPoint) {
        self.init(position: CGPoint(x: point.xPx, y: point.yPx), visibility: point.visibility)
    }
}

extension Contacts {
    init(_ contacts: DowelFacade.Contacts) {
        self.init(
            head: Contact(contacts.head), midBack: Contact(contacts.midBack), tailbone: Contact(contacts.tailbone))
    }
}

extension Stick {
    init(_ stick: DowelFacade.Stick) {
        self.init(
            lower: CGPoint(stick.lower), upper: CGPoint(stick.upper), tailbone: CGPoint(stick.tailbone),
            midBack: CGPoint(stick.midBack), head: stick.head.map { CGPoint($0) })
    }
}

extension CGPoint {
    fileprivate init(_ point: DowelFacade.Point) {
        self.init(x: point.xPx, y: point.yPx)
    }
}

extension Finished {
    init(_ finished: DowelFacade.Finished) {
        self.init(
            session: finished.session, summary: SessionSummary(finished.summary), last: LiveUpdate(finished.last))
    }
}

extension SessionSummary {
    init(_ summary: DowelFacade.SessionSummary) {
        self.init(
            drill: summary.drill, ending: Ending(summary.ending), sets: summary.sets.map(SetSummary.init),
            total: Tally(summary.total), isViewOK: summary.viewOk,
            viewReasons: summary.viewReasons.map(ViewReason.init),
            movement: Movement(summary.movement), painBefore: summary.painBefore.map(Int.init),
            painAfter: summary.painAfter.map(Int.init))
    }
}

extension SetSummary {
    init(_ set: DowelFacade.SetSummary) {
        self.init(
            index: Int(set.index), startS: set.startS, endS: set.endS, corrected: Int(set.corrected),
            tally: Tally(set.tally))
    }
}

extension Tally {
    init(_ tally: DowelFacade.Tally) {
        self.init(
            reps: Int(tally.reps), clean: Int(tally.clean), judged: Int(tally.judged), attempts: Int(tally.attempts),
            cleanDepthDeg: tally.cleanDepthDeg, hingeIndex: tally.hingeIndex.map(Int.init), wentWell: tally.wentWell,
            mended: tally.mended, change: tally.change, drill: tally.drill,
            backUnseen: tally.backUnseen.map(CantTellReason.init))
    }
}

extension ClipUpdate {
    init(_ update: DowelFacade.ClipUpdate) {
        self.init(atS: update.atS, reps: Int(update.reps))
    }
}

extension ClipSummary {
    init(_ summary: DowelFacade.ClipSummary) {
        self.init(
            session: summary.session, isViewOK: summary.viewOk, viewReasons: summary.viewReasons.map(ViewReason.init),
            movement: Movement(summary.movement), cleanDepthDeg: summary.cleanDepthDeg)
    }
}
