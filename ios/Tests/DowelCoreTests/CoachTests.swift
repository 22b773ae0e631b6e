import DowelDemo
import Foundation
import XCTest

@testable import DowelCore

/// The hand-written API before the real core. What the facade tells is held to the core by the contract tests; here is
/// what the API adds: types, errors, and answers to values that make no sense.
final class CoachTests: XCTestCase {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)

    override func tearDown() async throws {
        try? FileManager.default.removeItem(at: folder)
    }

    private func coach() async throws -> any Coach {
        guard let demo = DemoClip.shared else { throw XCTSkip("DOWEL_CONTRACT and DOWEL_HOME are not set") }
        return try await demo.openCoach(in: folder)
    }

    private func error(_ call: () async throws(DowelError) -> Void) async -> DowelError? {
        do throws(DowelError) {
            try await call()
            return nil
        } catch {
            return error
        }
    }

    func testTheVersionIsTheCores() {
        XCTAssertEqual(Dowel.version.split(separator: ".").count, 3)
    }

    func testErrorsSayWhatCanBeDone() async throws {
        let coach = try await coach()
        let errors = [
            await error { () throws(DowelError) in _ = try await coach.begin(Plan(drill: "no-such"), at: Date()) },
            await error { () throws(DowelError) in
                _ = try await coach.begin(Plan(drill: "wall-tap", reps: 0), at: Date())
            },
            await error { () throws(DowelError) in _ = try await coach.session(77) },
            await error { () throws(DowelError) in
                let nowhere = URL(fileURLWithPath: "/nowhere/at/all")
                _ = try await Dowel.open(Places(store: nowhere, models: nowhere, runtime: "none"))
            },
        ]
        XCTAssertEqual(errors, [.notFound, .badRequest, .notFound, .storage])
    }

    func testSenselessValuesAreRefusedOrBroughtToTheNearestOne() async throws {
        let coach = try await coach()
        let refused = [
            await error { () throws(DowelError) in
                _ = try await coach.begin(Plan(drill: "wall-tap", sets: -1), at: Date())
            },
            await error { () throws(DowelError) in
                _ = try await coach.begin(Plan(drill: "wall-tap", painBefore: 300), at: Date())
            },
            await error { () throws(DowelError) in _ = try await coach.noteFeeling(1, painAfter: -1, felt: []) },
            await error { () throws(DowelError) in try await coach.correct(1, set: -1, by: .max) },
            await error { () throws(DowelError) in _ = try await coach.history(before: .min, limit: 3) },
        ]
        XCTAssertEqual(refused, [.badRequest, .badRequest, .badRequest, .badRequest, .notFound])
        let page = try await coach.history(before: nil, limit: -1)
        XCTAssertEqual(page, [])
        for now in [Date.distantPast, .distantFuture, Date(timeIntervalSince1970: .nan)] {
            let progress = try await coach.progress(now: now, utcOffsetMin: .max)
            XCTAssertEqual(progress.streakDays, 0)
        }
        XCTAssertEqual(coach.text("no such words"), "no such words")
    }

    func testDatesCrossInMilliseconds() {
        XCTAssertEqual(milliseconds(Date(timeIntervalSince1970: 1.2345)), 1235)
        XCTAssertEqual(date(1235), Date(timeIntervalSince1970: 1.235))
        XCTAssertEqual(milliseconds(Date(timeIntervalSince1970: 1e300)), .max)
        XCTAssertEqual(milliseconds(Date(timeIntervalSince1970: -1e300)), .min)
    }

    func testSettingsLast() async throws {
        let coach = try await coach()
        let english = try await coach.drills()
        var settings = try await coach.settings()
        for (frequency, model) in zip(CueFrequency.allCases, ModelSize.allCases) {
            (settings.cueFrequency, settings.model, settings.language) = (frequency, model, .german)
            (settings.countsTempo, settings.hasReadSafety) = (!settings.countsTempo, true)
            try await coach.keep(settings)
            let kept = try await coach.settings()
            XCTAssertEqual(kept, settings)
        }
        for days in [PracticeDays.perWeek(5), .weekdays([.monday, .sunday])] {
            settings.practiceDays = days
            try await coach.keep(settings)
            let kept = try await coach.settings().practiceDays
            XCTAssertEqual(kept, days)
        }
        (settings.speechRate, settings.practiceDays) = (9, .perWeek(-5))
        try await coach.keep(settings)
        let kept = try await coach.settings()
        XCTAssertEqual(kept.speechRate, 2)
        XCTAssertEqual(kept.practiceDays, .perWeek(1))
        let german = try await coach.drills()
        XCTAssertEqual(german.map(\.id), english.map(\.id))
        XCTAssertFalse(zip(german, english).contains { $0.purpose == $1.purpose })
    }

    func testAFirstStartSpeaksTheSystemsLanguage() async throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (tag, language) in [("de-AT", Language.german), ("fr", .english), ("", .english)] {
            let store = folder.appendingPathComponent("\(tag).db")
            let coach = try await Dowel.open(
                Places(store: store, models: folder, runtime: "none", systemLanguage: tag))
            let spoken = try await coach.settings().language
            XCTAssertEqual(spoken, language)
        }
    }

    func testEveryKindOfDrillIsThereAndPointsToOthersThatAre() async throws {
        let drills = try await coach().drills()
        XCTAssertEqual(Set(drills.map(\.kind)), Set(DrillKind.allCases))
        XCTAssertTrue(drills.allSatisfy { $0.picture.strokes.count > 3 && !$0.pictureText.isEmpty })
        let ids = Set(drills.map(\.id))
        XCTAssertEqual(ids.count, drills.count)
        XCTAssertTrue(drills.flatMap { [$0.easier, $0.harder] }.compactMap { $0 }.allSatisfy(ids.contains))
    }

    func testThePageOfLimitsComesInTheChosenLanguage() async throws {
        let coach = try await coach()
        let english = try await coach.limits()
        XCTAssertTrue(english.count > 2 && english.allSatisfy { !$0.title.isEmpty && !$0.lines.isEmpty })
        var settings = try await coach.settings()
        settings.language = .german
        try await coach.keep(settings)
        let german = try await coach.limits()
        XCTAssertEqual(german.count, english.count)
        XCTAssertNotEqual(german, english)
    }

    func testNothingWaitsToBeWrittenAtFirst() async throws {
        let coach = try await coach()
        let unsaved = try await coach.unsaved()
        XCTAssertEqual(unsaved, 0)
        try await coach.saveAgain()
        let aside = try await coach.setAside()
        XCTAssertNil(aside)
    }

    func testADamagedFileIsSetAside() async throws {
        _ = try await coach()
        let store = folder.appendingPathComponent("dowel.db")
        for leftover in ["dowel.db-wal", "dowel.db-shm"] {
            try? FileManager.default.removeItem(at: folder.appendingPathComponent(leftover))
        }
        // Its head still says that it is a session file.
        let head = try Data(contentsOf: store).prefix(100)
        try (head + Data(repeating: 7, count: 20_000)).write(to: store)
        let aside = try await coach().setAside()
        XCTAssertTrue(FileManager.default.fileExists(atPath: try XCTUnwrap(aside)))
    }

    func testASessionThatSawNothingIsNotKept() async throws {
        let coach = try await coach()
        let session = try await coach.begin(Plan(drill: "wall-tap", sets: 1, reps: 2), at: Date())
        let tooEarly = await error { () throws(DowelError) in try await session.pause() }
        XCTAssertEqual(tooEarly, .notNow)
        let finished = try await session.finish()
        XCTAssertNil(finished.session)
        XCTAssertEqual(finished.summary.ending, .byHand)
        let late = [
            await error { () throws(DowelError) in try await session.resume() },
            await error { () throws(DowelError) in try await session.correctReps(by: .min) },
            await error { () throws(DowelError) in _ = try await session.finish() },
        ]
        XCTAssertEqual(late, [.notNow, .notNow, .notNow])
        let painless = await error { () throws(DowelError) in try await session.reportPain(11) }
        XCTAssertEqual(painless, .badRequest)
        let page = try await coach.history(before: nil, limit: 9)
        XCTAssertEqual(page, [])
    }
}
