import Foundation
import XCTest

@testable import DowelCore
@testable import DowelModel

/// Four frames, half a second apart.
private final class FakeClips: Clips {
    let frames = Frames()
    let durationS: Double?
    let breaksAt: Int?
    let isOpen = Locked(false)

    init(durationS: Double? = 2, breaksAt: Int? = nil) {
        self.durationS = durationS
        self.breaksAt = breaksAt
    }

    func open(_ clip: Clip) async throws(ClipError) -> any ClipReader {
        isOpen.value = true
        return FakeReader(self)
    }
}

private final class FakeReader: ClipReader {
    private let clips: FakeClips
    private var at = 0

    init(_ clips: FakeClips) {
        self.clips = clips
    }

    deinit { clips.isOpen.value = false }

    var durationS: Double? { clips.durationS }

    func next() throws(ClipError) -> Frame? {
        if at == clips.breaksAt { throw .brokenOff }
        guard at < 4 else { return nil }
        at += 1
        return clips.frames.next(timeS: Double(at - 1) * 0.5)
    }
}

@MainActor
final class VideoModelTests: XCTestCase, @unchecked Sendable {
    private let clip = Clip(url: URL(fileURLWithPath: "/garden.mov"), name: "garden.mov")
    private let coach = FakeCoach()

    private var analysis: FakeClip { coach.answers.value.clip }

    private func model(_ clips: FakeClips) -> VideoModel { VideoModel(coach: coach, clips: clips, clock: FakeClock()) }

    private func lay(isViewOK: Bool = true) {
        analysis.answers.change {
            $0.summary = ClipSummary(
                session: 3, isViewOK: isViewOK, viewReasons: [.tooDark], movement: .hinge, cleanDepthDeg: 66)
        }
    }

    func testItGoesThroughAndTellsWhatItWas() async {
        let clips = FakeClips()
        let video = model(clips)
        lay()
        await video.analyse(clip)
        guard case .done(let view) = video.state else { return XCTFail("\(video.state)") }
        XCTAssertEqual(view.title.shown, "This is a hinge")
        XCTAssertEqual(view.lines.map(\.shown), ["Clean depth: 66°"])
        XCTAssertEqual(view.session, 3)
        XCTAssertEqual(view.view, [])
        XCTAssertFalse(clips.isOpen.value)
        XCTAssertEqual(clips.frames.releases.value, [1, 1, 1, 1])
        XCTAssertEqual(Set(Movement.allCases.map { phrase($0).words.shown }).count, 4)
        XCTAssertEqual(coach.asked, ["clip garden.mov"])
    }

    /// What is shown when a frame is pushed is what the frame before it brought.
    private func shown(_ video: VideoModel) async -> [VideoState] {
        let states = Locked<[VideoState]>([])
        analysis.answers.change { answers in
            answers.onPush = { _ in
                let state = DispatchQueue.main.sync { MainActor.assumeIsolated { video.state } }
                states.change { $0.append(state) }
            }
        }
        await video.analyse(clip)
        return states.value
    }

    func testItTellsHowFarItIs() async {
        lay()
        let states = await shown(model(FakeClips()))
        let expected: [(Double?, Words)] = [
            (nil, Phrase.videoPreparing.words), (0, .counted(.liveReps, 1)), (0.25, .counted(.liveReps, 2)),
            (0.5, .counted(.liveReps, 3)),
        ]
        XCTAssertEqual(states, expected.map { .running(name: "garden.mov", done: $0.0, label: $0.1) })
    }

    func testWithoutALengthItStillGoesOnAndSaysWhatToChangeAboutTheView() async {
        lay(isViewOK: false)
        let video = model(FakeClips(durationS: nil))
        let states = await shown(video)
        for case .running(_, let done, _) in states { XCTAssertNil(done) }
        guard case .done(let view) = video.state else { return XCTFail("\(video.state)") }
        XCTAssertEqual(view.view.map(\.shown), ["[report-view_reason-too_dark]"])
    }

    func testItCanBeCancelledAtAnyFrame() async {
        let clips = FakeClips()
        let video = model(clips)
        analysis.answers.change { answers in
            answers.onPush = { pushed in
                if pushed == 2 { DispatchQueue.main.sync { MainActor.assumeIsolated { video.cancel() } } }
            }
        }
        await video.analyse(clip)
        XCTAssertEqual(video.state, .cancelled)
        XCTAssertEqual(analysis.answers.value.pushed, 2)
        XCTAssertEqual(analysis.answers.value.finished, 0)
        XCTAssertFalse(clips.isOpen.value)
        XCTAssertEqual(clips.frames.releases.value, [1, 1])
        video.cancel()
        XCTAssertEqual(video.state, .cancelled)
    }

    func testAnotherVideoTakesTheFirstOnesPlace() async {
        let clips = FakeClips()
        let video = model(clips)
        lay()
        coach.answers.change { [clip] answers in
            answers.hold = { question in
                if question == "clip garden.mov" { await video.analyse(Clip(url: clip.url, name: "hall.mov")) }
            }
        }
        await video.analyse(clip)
        guard case .done = video.state else { return XCTFail("\(video.state)") }
        XCTAssertEqual(analysis.answers.value.finished, 1)
        XCTAssertTrue(clips.frames.areAllReleasedOnce)
    }

    func testAVideoThatBreaksOffSaysSo() async {
        let clips = FakeClips(breaksAt: 2)
        let video = model(clips)
        await video.analyse(clip)
        XCTAssertEqual(video.state, .failed(Phrase.clipBrokenOff.words))
        XCTAssertFalse(clips.isOpen.value)
    }

    func testAMissingNetworkSaysSo() async {
        coach.answers.change { $0.fails = .model }
        let video = model(FakeClips())
        await video.analyse(clip)
        XCTAssertEqual(video.state, .failed(Phrase.problemModel.words))
    }
}

@MainActor
final class ShareModelTests: XCTestCase, @unchecked Sendable {
    private let coach = FakeCoach()
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    private lazy var share = ShareModel(coach: coach, files: TemporaryFiles(folder: folder), clock: FakeClock())

    override func tearDown() async throws {
        try? FileManager.default.removeItem(at: folder)
    }

    private func shared() throws -> SharedFile {
        guard case .ready(let file) = share.state else { throw CocoaError(.fileNoSuchFile) }
        return file
    }

    func testEachFormatComesAsItself() async throws {
        var files: [SharedFile] = []
        for format in ReportFormat.allCases {
            await share.share(7, as: format)
            files.append(try shared())
            let content = try String(contentsOf: files.last!.url, encoding: .utf8)
            XCTAssertEqual(content, ["<html>", "a;b", "{}"][files.count - 1])
        }
        XCTAssertEqual(files.map(\.url.lastPathComponent), ["dowel-7.html", "dowel-7.csv", "dowel-7.json"])
        XCTAssertEqual(files.map(\.mimeType), ["text/html", "text/csv", "application/json"])
        XCTAssertTrue(coach.asked.contains("html 7 day 1000"))
        XCTAssertEqual(Set(ReportFormat.allCases.map(\.name.shown)).count, 3)
        // Only the newest lies there.
        XCTAssertEqual(try FileManager.default.contentsOfDirectory(atPath: folder.path), ["dowel-7.json"])
        share.handedOn()
        XCTAssertEqual(share.state, .idle)
    }

    func testAProblemIsTold() async throws {
        // A file stands where the folder should be.
        try Data().write(to: folder)
        await share.share(7, as: .page)
        XCTAssertEqual(share.state, .failed(Phrase.problemShare.words))
        coach.answers.change { $0.fails = .notFound }
        await share.share(7, as: .data)
        XCTAssertEqual(share.state, .failed(Phrase.problemNotFound.words))
    }
}
