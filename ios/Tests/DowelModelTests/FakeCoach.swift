import Foundation

@testable import DowelCore

/// A coach that answers what a test has laid ready, and remembers what it was asked.
final class FakeCoach: Coach {
    struct Answers: Sendable {
        var asked: [String] = []
        var fails: DowelError?
        var settings = Settings.some
        var aside: String?
        var drills = [
            Drill.some("wall-tap"), Drill.some("dowel-hinge", easier: "wall-tap"), Drill.some("leg-circles", .support),
        ]
        var pages: [[HistoryEntry]] = []
        var progress: PracticeProgress?
        var past: PastSession?
        var session = FakeSession()
        var clip = FakeClip()
        var feeling = FeelingAnswer(lines: [], fault: nil, drill: nil)
        var unsaved = 0
        var saveFails: DowelError?
        /// Asked before it answers: a test may hold it up here.
        var hold: (@Sendable (String) async -> Void)?
    }

    let answers = Locked(Answers())

    var asked: [String] { answers.value.asked }

    private func answer<R>(_ question: String, _ give: (inout Answers) -> R) async throws(DowelError) -> R {
        answers.change { $0.asked.append(question) }
        await answers.value.hold?(question)
        if let error = answers.value.fails { throw error }
        return answers.change(give)
    }

    func setAside() async throws(DowelError) -> String? { try await answer("set aside") { $0.aside } }

    func settings() async throws(DowelError) -> Settings { try await answer("settings?") { $0.settings } }

    func keep(_ settings: Settings) async throws(DowelError) {
        try await answer("settings") { $0.settings = settings }
    }

    func measureSpeed() async throws(DowelError) -> Speed {
        try await answer("measure") { _ in Speed(fullMs: 36.4, choice: .lite) }
    }

    func drills() async throws(DowelError) -> [Drill] { try await answer("drills") { $0.drills } }

    func text(_ id: String) -> String { "[\(id)]" }

    func text(_ id: String, with words: [String: String]) -> String { "[\(id) \(words)]" }

    func begin(_ plan: Plan, at start: Date) async throws(DowelError) -> any LiveSession {
        let dose = [plan.sets, plan.reps, plan.painBefore].map { $0.map(String.init) ?? "-" }.joined(separator: " ")
        return try await answer("begin \(plan.drill) \(dose) \(Int(start.timeIntervalSince1970))") { $0.session }
    }

    func beginClip(named name: String, at start: Date) async throws(DowelError) -> any ClipAnalysis {
        try await answer("clip \(name)") { $0.clip }
    }

    func history(before: SessionID?, limit: Int) async throws(DowelError) -> [HistoryEntry] {
        let before = before.map(String.init) ?? "-"
        return try await answer("history \(before) \(limit)") { $0.pages.removeFirst() }
    }

    func session(_ id: SessionID) async throws(DowelError) -> PastSession {
        try await answer("session \(id)") { $0.past! }
    }

    func progress(now: Date, utcOffsetMin: Int) async throws(DowelError) -> PracticeProgress {
        try await answer("progress \(Int(now.timeIntervalSince1970)) \(utcOffsetMin)") { $0.progress! }
    }

    func reportHTML(_ id: SessionID, drawnUp: String) async throws(DowelError) -> String {
        try await answer("html \(id) \(drawnUp)") { _ in "<html>" }
    }

    func exportCSV(_ ids: [SessionID]) async throws(DowelError) -> String {
        try await answer("csv \(ids)") { _ in "a;b" }
    }

    func exportJSON(_ ids: [SessionID]) async throws(DowelError) -> String {
        try await answer("json \(ids)") { _ in "{}" }
    }

    func noteFeeling(_ id: SessionID, painAfter: Int?, felt: [Felt]) async throws(DowelError) -> FeelingAnswer {
        try await answer("felt \(id) \(painAfter.map(String.init) ?? "-") \(felt)") { $0.feeling }
    }

    func unsaved() async throws(DowelError) -> Int { try await answer("unsaved") { $0.unsaved } }

    func saveAgain() async throws(DowelError) {
        if let error = try await answer("save again", { $0.saveFails }) { throw error }
        answers.change { $0.unsaved = 0 }
    }

    func limits() async throws(DowelError) -> [LimitsSection] {
        try await answer("limits") { _ in [LimitsSection(title: "Light", lines: ["One.", "Two."])] }
    }

    func correct(_ id: SessionID, set: Int, by change: Int) async throws(DowelError) -> Int {
        try await answer("correct \(id) \(set) \(change)") { _ in 5 }
    }

    func erase(_ id: SessionID) async throws(DowelError) { try await answer("erase \(id)") { _ in } }

    func eraseAll() async throws(DowelError) { try await answer("erase all") { _ in } }
}

final class FakeSession: LiveSession {
    struct Answers: Sendable {
        var updates: [LiveUpdate] = []
        var commands: [String] = []
        var rotations: [Rotation] = []
        var timesS: [Double] = []
        var fails: DowelError?
        var finishFails: DowelError?
        var finished: Finished?
    }

    let answers = Locked(Answers())

    var commands: [String] { answers.value.commands }

    func push(_ frame: borrowing Frame) throws(DowelError) -> LiveUpdate {
        let (rotation, timeS) = (frame.rotation, frame.timeS)
        let error = answers.change { answers in
            answers.rotations.append(rotation)
            answers.timesS.append(timeS)
            return answers.fails
        }
        if let error { throw error }
        return answers.change { $0.updates.removeFirst() }
    }

    func pause() async throws(DowelError) { try command("pause") }

    func resume() async throws(DowelError) { try command("resume") }

    func correctReps(by change: Int) async throws(DowelError) { try command("correct \(change)") }

    func reportPain(_ level: Int) async throws(DowelError) { try command("pain \(level)") }

    private func command(_ command: String) throws(DowelError) {
        answers.change { $0.commands.append(command) }
        if let error = answers.value.fails { throw error }
    }

    func finish() async throws(DowelError) -> Finished {
        answers.change { $0.commands.append("finish") }
        if let error = answers.value.finishFails { throw error }
        return answers.value.finished!
    }
}

final class FakeClip: ClipAnalysis {
    struct Answers: Sendable {
        var pushed = 0
        var onPush: @Sendable (Int) -> Void = { _ in }
        var summary: ClipSummary?
        var finished = 0
    }

    let answers = Locked(Answers())

    func push(_ frame: borrowing Frame) throws(DowelError) -> ClipUpdate {
        let (pushed, onPush) = answers.change { answers in
            answers.pushed += 1
            return (answers.pushed, answers.onPush)
        }
        onPush(pushed)
        return ClipUpdate(atS: frame.timeS, reps: pushed)
    }

    func finish() async throws(DowelError) -> ClipSummary {
        answers.change { $0.finished += 1 }
        return answers.value.summary!
    }
}
