import DowelDemo
import Foundation
import XCTest

@testable import DowelCore
@testable import DowelModel

/// A whole session: the demo clip's frames through the models, the real core and the real networks.
@MainActor
final class ScriptedSessionTests: XCTestCase, @unchecked Sendable {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    private let phone = FakePhone()
    private let releases = Locked(0)

    override func tearDown() async throws {
        try? FileManager.default.removeItem(at: folder)
    }

    private func demo() throws -> DemoClip {
        guard let demo = DemoClip.shared else { throw XCTSkip("DOWEL_CONTRACT and DOWEL_HOME are not set") }
        return demo
    }

    func testTheDemoClipEndsInTheSummaryThatTheProgramPrints() async throws {
        let demo = try demo()
        let coach = try await demo.openCoach(in: folder)
        let practice = PracticeModel(coach: coach, phone: phone.ports) { $0() }
        let plan = demo.expected.plan
        await practice.begin(Plan(drill: plan.drill, sets: plan.sets, reps: plan.reps, painBefore: plan.painBefore))
        await play(demo, practice)
        // A clip may end before the session says so itself.
        await practice.end()
        // If it has, its end may still be being written.
        while practice.state == .saving { await Task.yield() }

        guard case .done(let summary, let notice) = practice.state else { return XCTFail("\(practice.state)") }
        XCTAssertNil(notice)
        XCTAssertEqual(printed(summary), printed(demo.expected.summary, coach))
        XCTAssertEqual(phone.speaker.said, said(demo))
        XCTAssertEqual(phone.haptics.taps.filter { $0 == .rep }.count, demo.expected.summary.total.reps)
        XCTAssertEqual(practice.droppedFrames, 0)
        let session = try XCTUnwrap(summary.session)
        try await remembers(coach, session, reps: demo.expected.summary.total.reps)
    }

    /// The corrections that the expected session has, at the same frames.
    private func play(_ demo: DemoClip, _ practice: PracticeModel) async {
        for index in 0..<demo.frameCount {
            for correction in demo.expected.corrections where correction[0] == index {
                await practice.correctReps(by: correction[1])
            }
            guard let onFrame = phone.camera.onFrame else { break }
            let released = releases.value
            onFrame(demo.frame(index) { [releases] in releases.change { $0 += 1 } })
            XCTAssertEqual(releases.value, released + 1)
            // What the frame brought comes to the main actor.
            for _ in 0..<5 { await Task.yield() }
        }
    }

    /// The history tells the same, what the person says afterwards is kept, and what is erased is gone.
    private func remembers(_ coach: any Coach, _ id: SessionID, reps: Int) async throws {
        let feeling = FeelingModel(coach: coach, session: id, speaker: phone.speaker, screen: phone.screen)
        feeling.sayPain(3)
        feeling.toggle(.hamstrings)
        await feeling.keep()
        XCTAssertTrue(feeling.isKept && !feeling.answer.isEmpty)

        let session = SessionModel(coach: coach, clock: FakeClock(), id: id)
        await session.load()
        let page = try XCTUnwrap(session.page)
        XCTAssertEqual(page.reps.count, reps)
        XCTAssertTrue(page.lines.map(\.shown).contains("How much it hurt after: 3 of 10"))

        let share = ShareModel(coach: coach, files: TemporaryFiles(folder: folder), clock: FakeClock())
        for format in ReportFormat.allCases {
            await share.share(id, as: format)
            guard case .ready(let file) = share.state else { return XCTFail("\(share.state)") }
            XCTAssertGreaterThan(try Data(contentsOf: file.url).count, 100)
        }

        let progress = ProgressModel(coach: coach, clock: FakeClock())
        await progress.load()
        XCTAssertEqual(progress.sessions.map(\.title.shown), ["Dowel hinge"])
        session.askToErase()
        await session.erase()
        await progress.load()
        XCTAssertTrue(progress.isEmpty)
    }

    func testAVideoComesToTheSame() async throws {
        let demo = try demo()
        let coach = try await demo.openCoach(in: folder)
        let video = VideoModel(coach: coach, clips: DemoClips(demo: demo, releases: releases), clock: FakeClock())
        await video.analyse(Clip(url: folder, name: "demo.mov"))
        guard case .done(let view) = video.state else { return XCTFail("\(video.state)") }
        XCTAssertEqual(view.title.shown, "This is a hinge")
        XCTAssertEqual(view.view, [])
        XCTAssertEqual(releases.value, demo.frameCount)
        let session = SessionModel(coach: coach, clock: FakeClock(), id: try XCTUnwrap(view.session))
        await session.load()
        XCTAssertEqual(session.page?.title.shown, "demo.mov")
        // The clip goes on after the session's last repetition.
        XCTAssertGreaterThanOrEqual(session.page?.reps.count ?? 0, demo.expected.summary.total.reps)
    }

    /// Every id that the models ask the core for.
    func testTheCoreHasAllTheWordsThatAreAskedOfIt() async throws {
        let coach = try await demo().openCoach(in: folder)
        let words = CoreWords(coach: coach)
        var settings = try await coach.settings()
        for language in Language.allCases {
            settings.language = language
            try await coach.keep(settings)
            let drills = try await coach.drills()
            let faults = Set(drills.flatMap { $0.watched + $0.mends })
            XCTAssertGreaterThan(faults.count, 10)
            var asked = drills.map { words.drill($0.id) }
            for fault in faults { asked += [words.fault(fault), words.cue(fault)] }
            asked += Prop.allCases.map { words.prop($0) }
            asked += ViewReason.allCases.map { words.reason($0) }
            asked += CantTellReason.allCases.map { words.reason($0) }
            asked += (Hint.allCases.map(\.rawValue) + [Hint.mended]).map { words.of($0) }
            asked += AttemptReason.allCases.map { words.reason($0) }
            asked += [words.reason(AttemptReason?.none), words.of(SettingsModel.sample)]
            if let fault = faults.first { asked.append(words.wentWell("well-mended", mended: fault)) }
            for case .ready(let text) in asked {
                // A missing id shows as itself.
                XCTAssertFalse(text.isEmpty || text.contains("_") || text.hasSuffix("-name"), text)
            }
        }
    }

    private func said(_ demo: DemoClip) -> [String] {
        demo.expected.events.map(\.event).filter { $0.kind == "say" }
            .map { ($0.priority == "alert" ? "!" : "") + $0.text }
    }

    private func printed(_ summary: SummaryView) -> [String] {
        ["sets \(summary.sets.count)"] + summary.total.lines.map(\.shown)
            + [
                "to change \(summary.total.change?.fault.shown ?? "")",
                "drill \(summary.total.change?.drill?.id ?? "")",
            ]
    }

    /// As `dowel practice` prints it.
    private func printed(_ summary: Expected.Summary, _ coach: any Coach) -> [String] {
        let total = summary.total
        return [
            "sets \(summary.sets.count)", "Repetitions: \(total.reps)", "Clean: \(total.clean) of \(total.judged)",
            "Clean depth: \(Int(total.cleanDepthDeg.rounded()))°", "Hinge index: \(total.hingeIndex)",
            "to change \(coach.text("fault-\(total.change)-name"))", "drill \(total.drill)",
        ]
    }
}

private struct DemoClips: Clips {
    let demo: DemoClip
    let releases: Locked<Int>

    func open(_ clip: Clip) async throws(ClipError) -> any ClipReader { DemoReader(self) }
}

private final class DemoReader: ClipReader {
    private let clips: DemoClips
    private var at = 0

    init(_ clips: DemoClips) {
        self.clips = clips
    }

    var durationS: Double? { clips.demo.timeS(clips.demo.frameCount) }

    func next() throws(ClipError) -> Frame? {
        guard at < clips.demo.frameCount else { return nil }
        at += 1
        return clips.demo.frame(at - 1) { [releases = clips.releases] in releases.change { $0 += 1 } }
    }
}
