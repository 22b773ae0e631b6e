import DowelFacade
import Foundation
import XCTest

/// The facade as Swift sees it: the core's session to the bit, typed errors, and nothing that a wrong call breaks.
final class ContractTests: XCTestCase {
    /// One session before the demo clip; every test looks at it from its own side.
    private struct Practised: @unchecked Sendable {
        let coach: Coach
        let session: LiveSession
        var updates: [LiveUpdate] = []
        var pushUs: [Double] = []
        let finished: Finished
        let past: PastSession

        init() throws {
            coach = try Clip.coach(Clip.temporaryFolder())
            let plan = Clip.expected.plan
            let session = try coach.begin(
                options: PlanOptions(
                    drill: plan.drill, sets: plan.sets, reps: plan.reps, painBefore: plan.pain_before),
                startedAtMs: Clip.expected.started_at_ms)
            self.session = session
            for (index, picture) in Clip.Frames().enumerated() {
                for correction in Clip.expected.corrections where correction[0] == index {
                    try session.correctReps(by: Int32(correction[1]))
                }
                let info = Clip.info(index)
                let (update, us) = try Clip.withPlanes(picture) { y, u, v in
                    let began = DispatchTime.now()
                    let update = try session.pushYuv420(y: y, u: u, v: v, layout: Clip.i420, info: info)
                    return (update, microseconds(since: began))
                }
                pushUs.append(us)
                updates.append(update)
            }
            finished = try session.finish()
            updates.append(finished.last)
            past = try coach.session(id: finished.session!)
        }
    }

    private static let practised = Result { try Practised() }

    private func practised() throws -> Practised { try Self.practised.get() }

    func testEveryFrameDrawsTheSame() throws {
        let updates = try practised().updates
        XCTAssertEqual(updates.count, Clip.expected.frames.count)
        for (index, (update, expected)) in zip(updates, Clip.expected.frames).enumerated() {
            XCTAssertEqual(Drawn(update), expected, "frame \(index)")
        }
    }

    func testTheTranscriptIsTheSame() throws {
        var (events, stages): ([Told], [Reached]) = ([], [])
        for (index, update) in try practised().updates.enumerated() {
            events += update.events.map { Told(frame: index, event: Heard($0)) }
            let stage = Named(update.stage)
            if stage != stages.last?.stage { stages.append(Reached(frame: index, stage: stage)) }
        }
        XCTAssertEqual(events, Clip.expected.events)
        XCTAssertEqual(stages, Clip.expected.stages)
    }

    func testRepetitionsAndFaultsAreTheSame() throws {
        XCTAssertEqual(try practised().past.reps.map(Repetition.init), Clip.expected.session.reps)
    }

    func testCuesAndSummaryAreTheSame() throws {
        let practised = try practised()
        let cues = practised.past.cues.map { Cue(at_s: $0.atS, id: $0.id, text: $0.text) }
        XCTAssertEqual(cues, Clip.expected.session.cues)
        let (summary, expected) = (practised.finished.summary, Clip.expected.summary)
        XCTAssertEqual(summary.drill, expected.drill)
        XCTAssertEqual(word(summary.ending), expected.ending)
        XCTAssertEqual(word(summary.movement), expected.movement)
        XCTAssertEqual(summary.painBefore, expected.pain_before)
        XCTAssertEqual(summary.total.reps, expected.total.reps)
        XCTAssertEqual(summary.total.clean, expected.total.clean)
        XCTAssertEqual(summary.total.judged, expected.total.judged)
        XCTAssertEqual(summary.total.cleanDepthDeg, expected.total.clean_depth_deg)
        XCTAssertEqual(summary.total.hingeIndex, expected.total.hinge_index)
        XCTAssertEqual(summary.total.change, expected.total.change)
        XCTAssertEqual(summary.total.drill, expected.total.drill)
        XCTAssertEqual(summary.total.wentWell, "well-" + expected.total.went_well.what)
    }

    func testTheSessionIsKept() throws {
        let practised = try practised()
        let coach = practised.coach
        let entry = try XCTUnwrap(coach.history(before: nil, limit: 10).last)
        XCTAssertEqual(entry.id, practised.finished.session)
        XCTAssertEqual(entry.reps, 5)
        let progress = try coach.progress(nowMs: Clip.expected.started_at_ms + 1000, utcOffsetMin: 60)
        XCTAssertEqual(progress.reps, 5)
        XCTAssertTrue(try coach.reportHtml(id: entry.id, drawnUp: "21 November").contains("<html"))
        let answer = try coach.noteFeeling(id: entry.id, painAfter: 3, felt: [.quads])
        XCTAssertEqual(answer.drill, "wall-tap")
        XCTAssertEqual(answer.lines, [try coach.text(id: "say-felt_quads"), "The drill for that: Wall tap."])
        XCTAssertEqual(try coach.session(id: entry.id).painAfter, 3)
    }

    /// Prints it; a busy machine must not fail a test.
    func testAPushCostsHardlyMoreThanTheCore() throws {
        let practised = try practised()
        // The fastest tenth: what else the machine does shows least there.
        let fast = { (times: [Double]) in times.sorted()[times.count / 10] }
        let (coreUs, hereUs) = (fast(Clip.expected.push_us), fast(practised.pushUs))
        var frames = Clip.Frames()
        let picture = try XCTUnwrap(frames.next())
        let (info, update) = (Clip.info(0), practised.updates[100])
        var (there, back): ([Double], [Double]) = ([], [])
        try Clip.withPlanes(picture) { y, u, v in
            for _ in 0..<2000 {
                // There: a push that is refused. Back: reading the update of a frame with a body and a stick.
                var began = DispatchTime.now()
                let answer = try? practised.session.pushYuv420(y: y, u: u, v: v, layout: Clip.i420, info: info)
                there.append(microseconds(since: began))
                XCTAssertNil(answer)
                let written = FfiConverterTypeLiveUpdate_lower(update)
                began = DispatchTime.now()
                _ = try FfiConverterTypeLiveUpdate_lift(written)
                back.append(microseconds(since: began))
            }
        }
        let callUs = there.sorted()[there.count / 2] + back.sorted()[back.count / 2]
        print(
            String(
                format: "Swift: a push takes %.2f ms, of which crossing takes at most %.0f us (%.2f %%); the core's own took %.2f ms",
                hereUs / 1e3, callUs, 100 * callUs / hereUs, coreUs / 1e3))
    }

    func testPlanesAndStridesMakeNoDifference() throws {
        let clip = Array(Clip.Frames().prefix(3))
        let coach = try practised().coach
        func drawn(_ push: (LiveSession, Int, Data, Data, Data) throws -> LiveUpdate) throws -> [Drawn] {
            let session = try coach.begin(options: PlanOptions(drill: "dowel-hinge"), startedAtMs: 0)
            return try clip.enumerated().map { index, picture in
                try Clip.withPlanes(picture) { y, u, v in Drawn(try push(session, index, y, u, v)) }
            }
        }
        let expected = try drawn { session, index, y, u, v in
            try session.pushYuv420(y: y, u: u, v: v, layout: Clip.i420, info: Clip.info(index))
        }
        XCTAssertNotNil(expected.last?.hip)
        let interleaved = try drawn { session, index, y, u, v in
            let chroma = Data(zip(u, v).flatMap { [$0, $1] })
            // As 420f comes: one plane of chroma, Cr a byte after Cb. `dropFirst` is a slice with its own indices.
            return try session.pushYuv420(
                y: y, u: chroma, v: chroma.dropFirst(), layout: Clip.nv12, info: Clip.info(index))
        }
        XCTAssertEqual(interleaved, expected)
    }

    func testRgbaAndBgraAreToldApart() throws {
        let coach = try practised().coach
        var frames = Clip.Frames()
        let picture = try XCTUnwrap(frames.next())
        func drawn(_ format: PackedFormat, _ order: [Int]) throws -> Drawn {
            let session = try coach.begin(options: PlanOptions(drill: "dowel-hinge"), startedAtMs: 0)
            var pixels = Data(count: Clip.width * Clip.height * 4)
            for i in 0..<Clip.width * Clip.height {
                let rgba = [picture[i], picture[i], 255 - picture[i], 255]
                for (at, channel) in order.enumerated() { pixels[i * 4 + at] = rgba[channel] }
            }
            let layout = PackedLayout(format: format, rowStride: UInt32(Clip.width * 4))
            return Drawn(try session.push(pixels: pixels, layout: layout, info: Clip.info(0)))
        }
        let rgba = try drawn(.rgba, [0, 1, 2, 3])
        XCTAssertEqual(try drawn(.bgra, [2, 1, 0, 3]), rgba)
        XCTAssertNotEqual(try drawn(.bgra, [0, 1, 2, 3]), rgba)
    }

    func testErrorsAreTypedAndSayWhatToDo() throws {
        let practised = try practised()
        let (coach, session) = (practised.coach, practised.session)
        func told(_ call: () throws -> Void) -> String {
            do {
                try call()
                return "no error"
            } catch let error as DowelError {
                XCTAssertGreaterThan(error.localizedDescription.count, 10)
                return String("\(error)".prefix { $0 != "(" }.split(separator: ".").last ?? "")
            } catch {
                return "\(error)"
            }
        }
        let none = Data()
        XCTAssertEqual(told { _ = try coach.begin(options: PlanOptions(drill: "no-such"), startedAtMs: 0) }, "NotFound")
        XCTAssertEqual(told { _ = try coach.session(id: 77) }, "NotFound")
        XCTAssertEqual(
            told { _ = try coach.begin(options: PlanOptions(drill: "wall-tap", reps: 0), startedAtMs: 0) }, "BadRequest")
        XCTAssertEqual(told { try session.correctReps(by: 1) }, "NotNow")
        XCTAssertEqual(
            told { _ = try session.pushYuv420(y: none, u: none, v: none, layout: Clip.i420, info: Clip.info(0)) },
            "BadFrame")
        XCTAssertEqual(told { _ = try Coach.open(places: Clip.places("/nowhere/at/all")) }, "Storage")
    }

    func testSettingsAndLanguageLast() throws {
        let folder = try Clip.temporaryFolder()
        let coach = try Clip.coach(folder)
        let english = try coach.drills().map(\.name)
        try coach.setSettings(settings: coach.settings().with(language: .german, speechRate: 9))
        let again = try Coach.open(places: Clip.places(folder))
        XCTAssertEqual(try again.settings().language, .german)
        XCTAssertEqual(try again.settings().speechRate, 2)
        let fault = try again.text(id: "fault-squatting-name")
        XCTAssertTrue(try again.textWith(id: "well-mended", values: ["fault": .text(text: fault)]).contains(fault))
        let german = try again.drills().map(\.name)
        XCTAssertEqual(english.count, german.count)
        XCTAssertNotEqual(english, german)
    }

    func testTwoThreadsWithSenselessCallsBreakNothing() throws {
        let coach = try Clip.coach(Clip.temporaryFolder())
        let session = try coach.begin(options: PlanOptions(drill: "dowel-hinge"), startedAtMs: 0)
        DispatchQueue.concurrentPerform(iterations: 2) { _ in
            for _ in 0..<5000 {
                do {
                    try senseless(coach, session)
                } catch DowelError.Defect {
                    XCTFail("a panic")
                } catch is DowelError {
                } catch {
                    XCTFail("\(error)")
                }
            }
        }
        XCTAssertEqual(word(try session.finish().summary.ending), "by_hand")
    }
}

private func senseless(_ coach: Coach, _ session: LiveSession) throws {
    let number = [0, 1, 31, 40, 16_385, UInt32.max].randomElement()!
    let info = Clip.info(0, width: Int(number), height: 31, tS: .nan)
    let bytes = Data(count: Int.random(in: 0..<100))
    let layout = YuvLayout(yRowStride: number, chromaRowStride: 1, chromaPixelStride: number, color: Clip.color)
    switch Int.random(in: 0..<9) {
    case 0: _ = try session.push(pixels: bytes, layout: PackedLayout(format: .bgra, rowStride: number), info: info)
    case 1: _ = try session.pushYuv420(y: bytes, u: bytes, v: bytes, layout: layout, info: info)
    case 2: try session.correctReps(by: .min)
    case 3: try session.reportPain(level: 255)
    case 4: try session.pause()
    case 5: _ = try coach.history(before: .random(in: .min ... .max), limit: number)
    case 6: _ = try coach.session(id: .random(in: .min ... .max))
    case 7: _ = try coach.text(id: String(repeating: "\u{2603}", count: Int.random(in: 0..<1000)))
    default: _ = try coach.begin(options: PlanOptions(drill: "wall-tap", restS: .nan), startedAtMs: .max)
    }
}

private func microseconds(since began: DispatchTime) -> Double {
    Double(DispatchTime.now().uptimeNanoseconds - began.uptimeNanoseconds) / 1e3
}
