internal import DowelFacade
import Foundation

/// The coach over the generated facade. Its async calls leave the main actor by themselves.
final class FacadeCoach: Coach {
    private let coach: DowelFacade.Coach

    init(_ coach: DowelFacade.Coach) {
        self.coach = coach
    }

    func setAside() async throws(DowelError) -> String? {
        try told { try coach.setAside() }
    }

    func settings() async throws(DowelError) -> Settings {
        try told { Settings(try coach.settings()) }
    }

    func keep(_ settings: Settings) async throws(DowelError) {
        try told { try coach.setSettings(settings: DowelFacade.Settings(settings)) }
    }

    func measureSpeed() async throws(DowelError) -> Speed {
        try told { Speed(try coach.measureSpeed()) }
    }

    func drills() async throws(DowelError) -> [Drill] {
        try told { try coach.drills().map(Drill.init) }
    }

    func text(_ id: String) -> String {
        (try? coach.text(id: id)) ?? id
    }

    func text(_ id: String, with words: [String: String]) -> String {
        (try? coach.textWith(id: id, values: words.mapValues { .text(text: $0) })) ?? id
    }

    func begin(_ plan: Plan, at start: Date) async throws(DowelError) -> any LiveSession {
        try told {
            let options = try DowelFacade.PlanOptions(plan)
            return FacadeSession(try coach.begin(options: options, startedAtMs: milliseconds(start)))
        }
    }

    func beginClip(named name: String, at start: Date) async throws(DowelError) -> any ClipAnalysis {
        try told { FacadeClip(try coach.beginClip(name: name, startedAtMs: milliseconds(start))) }
    }

    func history(before: SessionID?, limit: Int) async throws(DowelError) -> [HistoryEntry] {
        try told { try coach.history(before: before, limit: UInt32(clamping: limit)).map(HistoryEntry.init) }
    }

    func session(_ id: SessionID) async throws(DowelError) -> PastSession {
        try told { PastSession(try coach.session(id: id)) }
    }

    func progress(now: Date, utcOffsetMin: Int) async throws(DowelError) -> PracticeProgress {
        try told {
            PracticeProgress(
                try coach.progress(nowMs: milliseconds(now), utcOffsetMin: Int32(clamping: utcOffsetMin)))
        }
    }

    func reportHTML(_ id: SessionID, drawnUp: String) async throws(DowelError) -> String {
        try told { try coach.reportHtml(id: id, drawnUp: drawnUp) }
    }

    func exportCSV(_ ids: [SessionID]) async throws(DowelError) -> String {
        try told { try coach.exportCsv(ids: ids) }
    }

    func exportJSON(_ ids: [SessionID]) async throws(DowelError) -> String {
        try told { try coach.exportJson(ids: ids) }
    }

    func noteFeeling(_ id: SessionID, painAfter: Int?, felt: [Felt]) async throws(DowelError) -> FeelingAnswer {
        try told {
            let felt = felt.map(DowelFacade.Felt.init)
            return FeelingAnswer(try coach.noteFeeling(id: id, painAfter: painAfter.map(fitting), felt: felt))
        }
    }

    func correct(_ id: SessionID, set: Int, by change: Int) async throws(DowelError) -> Int {
        try told { Int(try coach.correctSet(id: id, set: fitting(set), by: Int32(clamping: change))) }
    }

    func erase(_ id: SessionID) async throws(DowelError) {
        try told { try coach.erase(id: id) }
    }

    func eraseAll() async throws(DowelError) {
        try told { try coach.eraseAll() }
    }

    func unsaved() async throws(DowelError) -> Int {
        try told { Int(try coach.unsaved()) }
    }

    func saveAgain() async throws(DowelError) {
        try told { try coach.saveAgain() }
    }

    func limits() async throws(DowelError) -> [LimitsSection] {
        try told { try coach.limits().map { LimitsSection(title: $0.title, lines: $0.lines) } }
    }
}

final class FacadeSession: LiveSession {
    private let session: DowelFacade.LiveSession

    init(_ session: DowelFacade.LiveSession) {
        self.session = session
    }

    func push(_ frame: borrowing Frame) throws(DowelError) -> LiveUpdate {
        LiveUpdate(try handOver(frame, to: session))
    }

    func pause() async throws(DowelError) {
        try told { try session.pause() }
    }

    func resume() async throws(DowelError) {
        try told { try session.resume() }
    }

    func correctReps(by change: Int) async throws(DowelError) {
        try told { try session.correctReps(by: Int32(clamping: change)) }
    }

    func reportPain(_ level: Int) async throws(DowelError) {
        try told { try session.reportPain(level: fitting(level)) }
    }

    func finish() async throws(DowelError) -> Finished {
        try told { Finished(try session.finish()) }
    }
}

final class FacadeClip: ClipAnalysis {
    private let clip: DowelFacade.ClipAnalysis

    init(_ clip: DowelFacade.ClipAnalysis) {
        self.clip = clip
    }

    func push(_ frame: borrowing Frame) throws(DowelError) -> ClipUpdate {
        ClipUpdate(try handOver(frame, to: clip))
    }

    func finish() async throws(DowelError) -> ClipSummary {
        try told { ClipSummary(try clip.finish()) }
    }
}
