import Foundation
import XCTest

@testable import DowelCore
@testable import DowelModel

private func at(_ seconds: Int) -> Date { Date(timeIntervalSince1970: Double(seconds)) }

extension Trend {
    fileprivate static func some(_ direction: Direction = .better, now: Double? = 70.4) -> Trend {
        Trend(
            points: [TrendPoint(at: at(1), value: 60), TrendPoint(at: at(2), value: 70.4)], direction: direction,
            now: now, before: 60)
    }
}

extension PracticeProgress {
    fileprivate static func some(practisedToday: Bool = true) -> PracticeProgress {
        PracticeProgress(
            cleanDepthDeg: .some(), cleanShare: .some(.same, now: 0.625),
            hingeIndex: Trend(points: [], direction: .tooFew, now: nil, before: nil), faults: [], streakDays: 4,
            longestStreakDays: 9, practisedToday: practisedToday, limitDeg: 74.6, sessions: 12, reps: 480)
    }
}

extension HistoryEntry {
    fileprivate static func some(
        _ id: SessionID, drill: String? = "wall-tap", source: Source = .live, reps: Int = 8
    ) -> HistoryEntry {
        HistoryEntry(
            id: id, startedAt: at(Int(id) * 10), source: source, drill: drill, isFinished: true, reps: reps, clean: 6,
            cleanDepthDeg: nil, hingeIndex: nil, faults: ["squatting", "too_low"], ending: nil, painBefore: nil,
            painAfter: nil, felt: [])
    }
}

@MainActor
final class ProgressModelTests: XCTestCase, @unchecked Sendable {
    private let coach = FakeCoach()
    private lazy var progress = ProgressModel(coach: coach, clock: FakeClock())

    private func load(_ page: [HistoryEntry], practisedToday: Bool = true) async {
        coach.answers.change {
            $0.progress = .some(practisedToday: practisedToday)
            $0.pages.append(page)
        }
        await progress.load()
    }

    func testStreakTotalsAndTrendsAreToldInWords() async {
        await load([.some(3)])
        XCTAssertEqual(progress.streak?.shown, "4 days of practice in a row")
        XCTAssertEqual(progress.today?.shown, "You practised today.")
        XCTAssertEqual(
            progress.totals.map(\.shown),
            ["Sessions: 12", "Repetitions: 480", "Longest row of days: 9", "Your range: 75°"])
        let trends = progress.trends
        XCTAssertEqual(trends.map(\.now.shown), ["70°", "63 %", "can’t tell"])
        XCTAssertEqual(
            trends.map(\.direction.shown), ["getting better", "about the same", "too few sessions to tell"])
        XCTAssertEqual(trends.map(\.firstDay), ["day 1", "day 1", nil])
        XCTAssertEqual(trends.map(\.lastDay), ["day 2", "day 2", nil])
        XCTAssertEqual(trends.map(\.scale), [.degrees, .share, .index])
        XCTAssertEqual(trends[0].label.shown, "Clean depth: now 70°, getting better")
        XCTAssertEqual(coach.asked.prefix(2), ["unsaved", "progress 1000 60"])
        XCTAssertEqual(Set(Direction.allCases.map { phrase($0).words.shown }).count, 4)
    }

    func testASessionIsCalledByItsDrillAVideoByItsName() async {
        await load([
            .some(3), .some(2, drill: nil, source: .video(name: "garden.mov"), reps: 0), .some(1, drill: nil),
        ])
        let rows = progress.sessions
        XCTAssertEqual(rows.map(\.title.shown), ["[drill-wall-tap-name]", "garden.mov", "Session"])
        XCTAssertEqual(rows.map { $0.clean?.shown }, ["6 clean", nil, "6 clean"])
        XCTAssertEqual(rows[0].fault?.shown, "Most often: [fault-squatting-name]")
        XCTAssertEqual([rows[0].day, rows[0].reps.shown], ["day 30", "8 repetitions"])
        XCTAssertFalse(progress.hasMore)
        await progress.loadMore()
        XCTAssertEqual(progress.sessions.count, 3)
    }

    func testOlderSessionsComePageByPage() async {
        await load((0..<30).map { .some(100 - $0) })
        XCTAssertTrue(progress.hasMore)
        coach.answers.change { $0.pages.append([.some(70)]) }
        await progress.loadMore()
        XCTAssertEqual(coach.asked.last, "history 71 30")
        XCTAssertEqual(progress.sessions.count, 31)
        XCTAssertFalse(progress.hasMore)
    }

    func testNothingYetIsSaidKindly() async {
        await load([], practisedToday: false)
        XCTAssertTrue(progress.isEmpty)
        XCTAssertTrue(progress.today?.shown.contains("rest days") == true)
        await progress.loadMore()
        XCTAssertEqual(coach.asked.last, "history - 30")
    }

    func testEverythingIsErasedOnlyAfterAsking() async {
        await load([.some(3)])
        await progress.eraseAll()
        progress.askToErase()
        XCTAssertTrue(progress.asksToErase)
        progress.keepAll()
        await progress.eraseAll()
        XCTAssertFalse(coach.asked.contains("erase all"))
        progress.askToErase()
        coach.answers.change { $0.pages.append([]) }
        await progress.eraseAll()
        XCTAssertTrue(coach.asked.contains("erase all"))
        XCTAssertTrue(progress.isEmpty && !progress.asksToErase)
    }

    func testWhatWaitsIsWrittenFirst() async {
        coach.answers.change { $0.unsaved = 2 }
        await load([.some(3)])
        XCTAssertEqual(coach.asked.prefix(3), ["unsaved", "save again", "progress 1000 60"])
        XCTAssertNil(progress.problem)
        coach.answers.change { ($0.unsaved, $0.saveFails) = (2, .diskFull) }
        await load([.some(3)])
        XCTAssertEqual(progress.problem, Phrase.problemDiskFull.words)
        XCTAssertEqual(progress.sessions.count, 1)
    }

    func testAProblemIsTold() async {
        await load((0..<30).map { .some(100 - $0) })
        coach.answers.change { $0.fails = .storage }
        await progress.loadMore()
        XCTAssertEqual(progress.problem?.shown.contains("Restart"), true)
        progress.askToErase()
        await progress.eraseAll()
        XCTAssertEqual(coach.asked.last, "erase all")
        await progress.load()
        XCTAssertEqual(progress.sessions.count, 30)
    }
}

@MainActor
final class SessionModelTests: XCTestCase, @unchecked Sendable {
    private let coach = FakeCoach()
    private lazy var session = SessionModel(coach: coach, clock: FakeClock(), id: 7)

    private static func fault(_ id: String, _ verdict: Verdict, _ reason: CantTellReason? = nil) -> RepFault {
        RepFault(id: id, verdict: verdict, severity: 0.5, onsetS: nil, phase: nil, reason: reason)
    }

    private static func rep(
        _ index: Int, isCounted: Bool = true, isClean: Bool = false, reason: AttemptReason? = nil,
        faults: [RepFault] = []
    ) -> PastRep {
        PastRep(
            index: index, startS: 0, bottomS: 1, endS: 2, isCounted: isCounted, attemptReason: reason,
            isClean: isClean, hipFlexionDeg: 81.2, kneeFlexionDeg: 15, trunkLeanDeg: 70, hingeIndex: 88,
            tempoS: Tempo(down: 1.25, pause: 0.5, up: 1),
            contacts: Contacts(head: .touching, midBack: .touching, tailbone: .touching), firstLostS: nil,
            cleanDepthDeg: nil, faults: faults)
    }

    private static let reps = [
        rep(0, isClean: true),
        rep(
            1,
            faults: [
                fault("squatting", .fault), fault("too_low", .ok), fault("early_lumbar", .cantTell, .poorLight),
                fault("pelvis_tucked", .cantTell, .poorLight),
            ]),
        rep(2, isCounted: false, reason: .tooShallow),
        rep(3, isCounted: false),
    ]

    private func load(isFinished: Bool = true, ending: Ending? = .walkedUp, pain: Int? = 1) async throws -> SessionPage
    {
        let past = PastSession(
            id: 7, startedAt: at(50), source: .live, drill: "dowel-hinge",
            versions: Versions(app: "0.1", rules: "3", poseModel: "full", backModel: "2"), isFinished: isFinished,
            isViewOK: true, viewReasons: [.tooFar], movement: .hinge, cleanDepthDeg: 70, ending: ending,
            painBefore: pain, painAfter: pain, felt: [.hamstrings],
            sets: [
                PastSet(index: 0, startS: 0, endS: 9, reps: 5, corrected: -1),
                PastSet(index: 1, startS: 20, endS: 29, reps: 1, corrected: 0),
            ], reps: Self.reps, cues: [PastCue(atS: 3, id: "squatting", text: "Hips back")])
        coach.answers.change { $0.past = past }
        await session.load()
        return try XCTUnwrap(session.page)
    }

    func testASessionIsToldInFull() async throws {
        let page = try await load()
        XCTAssertEqual([page.title.shown, page.day], ["[drill-dowel-hinge-name]", "day 50"])
        XCTAssertEqual(
            page.lines.map(\.shown),
            [
                "Clean depth: 70°", "How it ended: You came back to the phone", "How much it hurt before: 1 of 10",
                "How much it hurt after: 1 of 10", "Felt in: Backs of the thighs",
                "Camera: [report-view_reason-too_far]",
            ])
        XCTAssertEqual(page.sets.map(\.reps.shown), ["5 repetitions", "1 repetition"])
        XCTAssertEqual(page.sets.map { $0.corrected?.shown }, ["Corrected by hand: -1", nil])
        XCTAssertEqual(page.sets.map(\.id), [0, 1])
        XCTAssertEqual(page.cues, ["Hips back"])
        XCTAssertEqual(page.versions.shown, "Dowel 0.1, rules 3, body model full, back model 2")
    }

    func testEachRepetitionHasItsOutcomeFaultsAndWhatCouldNotBeSeen() async throws {
        let reps = try await load().reps
        XCTAssertEqual(reps.map(\.title.shown), ["Repetition 1", "Repetition 2", "Attempt 3", "Attempt 4"])
        XCTAssertEqual(
            reps.map(\.outcome.shown),
            ["clean", "counted", "[report-attempt_reason-too_shallow]", "[report-attempt_reason-unknown]"])
        XCTAssertEqual(reps[1].faults.map(\.shown), ["To change: [fault-squatting-name]"])
        XCTAssertEqual(reps[1].unseen.map(\.shown), ["Can’t tell: [report-cant_tell_reason-poor_light]"])
        XCTAssertEqual(reps[0].depth.shown, "81° deep")
        XCTAssertEqual(reps[0].tempo.shown, "1.2\u{a0}s down, 0.5\u{a0}s pause, 1.0\u{a0}s up")
    }

    func testASessionThatWasCutOffSaysSo() async throws {
        let page = try await load(isFinished: false, ending: nil, pain: nil)
        XCTAssertTrue(page.lines.map(\.shown).contains("How it ended: It was cut off"))
        let video = try await load(ending: nil)
        XCTAssertFalse(video.lines.contains { $0.label == Phrase.sessionEnded.words })
    }

    func testACountCanBeCorrected() async throws {
        _ = try await load()
        await session.correct(set: 1, by: -1)
        XCTAssertEqual(coach.asked.suffix(2), ["correct 7 1 -1", "session 7"])
    }

    func testItIsErasedOnlyAfterAsking() async throws {
        _ = try await load()
        await session.erase()
        session.askToErase()
        session.keep()
        await session.erase()
        XCTAssertFalse(session.isErased)
        session.askToErase()
        await session.erase()
        XCTAssertTrue(session.isErased)
        XCTAssertEqual(coach.asked.last, "erase 7")
    }

    func testAProblemIsTold() async {
        coach.answers.change { $0.fails = .notFound }
        await session.load()
        XCTAssertEqual(session.problem?.shown, "It is no longer there.")
        XCTAssertNil(session.page)
        await session.correct(set: 0, by: 1)
        session.askToErase()
        await session.erase()
        XCTAssertEqual(coach.asked, ["session 7", "correct 7 0 1", "erase 7"])
        XCTAssertFalse(session.isErased)
    }
}
