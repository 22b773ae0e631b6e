import Foundation
import XCTest

@testable import DowelCore
@testable import DowelModel

// Unchecked: only the main actor touches it, which XCTest's own class does not say.
@MainActor
final class PracticeModelTests: XCTestCase, @unchecked Sendable {
    private let coach = FakeCoach()
    private let phone = FakePhone()
    private let frames = Frames()
    private let stepped = Stepped()
    private lazy var practice = PracticeModel(coach: coach, phone: phone.ports) { $0() }
    private var nowS = 0.0

    private var session: FakeSession { coach.answers.value.session }
    private var live: LiveView { practice.live }

    private func begin() async { await practice.begin(Plan(drill: "dowel-hinge")) }

    /// The camera's next frame; nil where the core throws.
    private func frame(_ update: LiveUpdate?, rotation: Rotation = .none) async {
        if let update { session.answers.change { $0.updates.append(update) } }
        nowS += 0.1
        phone.camera.onFrame?(frames.next(timeS: nowS, rotation: rotation))
        await settle()
    }

    /// Lets everything that waits for the main actor happen.
    private func settle() async {
        // The core looks at a frame on another queue, which a busy machine keeps waiting: turns alone are too short.
        for _ in 0..<20 {
            await Task.yield()
            try? await Task.sleep(for: .milliseconds(2))
        }
    }

    private func done() throws -> (summary: SummaryView, notice: Words?) {
        guard case .done(let summary, let notice) = practice.state else {
            throw NotDone(state: practice.state)
        }
        return (summary, notice)
    }

    // MARK: Beginning

    func testItBeginsWithTheSettingsAndTheCamera() async {
        XCTAssertEqual(practice.state, .idle)
        await begin()
        XCTAssertEqual(practice.state, .live)
        XCTAssertEqual(phone.speaker.language, .german)
        XCTAssertEqual(phone.speaker.rate, 1.2)
        XCTAssertTrue(phone.screen.isKeptOn)
        XCTAssertEqual(phone.camera.opened, 1)
        XCTAssertEqual(coach.asked.last, "begin dowel-hinge - - - 1000")
        XCTAssertEqual(live.stage.shown, "Setting up")
        // A second tap on the button changes nothing.
        await begin()
        XCTAssertEqual(phone.camera.opened, 1)
    }

    func testWhatCantBeginSaysWhy() async throws {
        coach.answers.change { $0.fails = .model }
        await begin()
        guard case .failed(let problem, let canSaveAgain) = practice.state else { return XCTFail() }
        XCTAssertTrue(problem.shown.contains("install"))
        XCTAssertFalse(canSaveAgain)
        XCTAssertFalse(phone.screen.isKeptOn)
        // Nothing of this can do anything now.
        await practice.end()
        await practice.leave()
        await practice.comeBack()
        await practice.soundTaken()
        practice.askForCamera()
        XCTAssertEqual(practice.state, .failed(problem, canSaveAgain: false))
        XCTAssertEqual(phone.camera.opened, 0)
    }

    // MARK: Frames

    func testAFrameIsShownAsTheCoreSeesIt() async {
        await begin()
        let contacts = Contacts(head: .touching, midBack: .lifted, tailbone: .cantTell)
        let depth = Depth(nowDeg: 60, targetDeg: 90, limitDeg: 130)
        await frame(.some(reps: 3, depth: depth, contacts: contacts), rotation: .cw90)
        XCTAssertTrue(frames.areAllReleasedOnce)
        XCTAssertEqual(session.answers.value.rotations, [.cw90])
        XCTAssertEqual(session.answers.value.timesS, [0.1])
        let picture = practice.picture
        XCTAssertEqual(picture.size, CGSize(width: 48, height: 64))
        XCTAssertEqual([live.stage, live.set!, live.repsLabel].map(\.shown), ["Set", "Set 2 of 3", "3 repetitions"])
        XCTAssertEqual([picture.depth.now, picture.depth.target, picture.depth.limit], [0.5, 0.75, 1])
        XCTAssertEqual(picture.depth.labels.map(\.shown), ["Depth 60°", "Goal 90°", "Limit 130°"])
        XCTAssertEqual(
            picture.contacts.map(\.label.shown),
            ["Back of the head: touching", "Mid-back: lifted", "Tailbone: can’t tell"])
        XCTAssertTrue(live.canPause && live.canCorrect && !live.canResume)
    }

    func testEveryStageHasItsWords() async {
        let stages: [Stage] = [
            .setUp, .holdStill, .countIn, .set, .rest, .done(.finished), .paused(.lost), .paused(.byHand),
        ]
        XCTAssertEqual(Set(stages.map { words($0).shown }).count, stages.count)
    }

    func testEventsAreSaidShownAndFelt() async {
        await begin()
        await frame(
            .some(events: [
                .say("Reach back", .cue), .say("I can't see you", .alert), .say("4", .count), .show("Squatting"),
                .feel("rep"), .feel("limit"), .feel("set_done"),
            ]))
        XCTAssertEqual(phone.speaker.said, ["Reach back", "!I can't see you", "4"])
        XCTAssertEqual(phone.screen.flashes, 2)
        XCTAssertEqual(phone.haptics.taps, [.rep, .limit, .setDone])
        XCTAssertEqual([live.caption, live.shown], ["4", "Squatting"])
        // VoiceOver does not talk across the coach.
        XCTAssertEqual(phone.screen.announced, [])
        await frame(.some(atS: 8))
        XCTAssertEqual([live.caption, live.shown], [nil, nil])
    }

    func testWithoutAVoiceVoiceOverReads() async {
        coach.answers.change { $0.settings.voice = false }
        await begin()
        await frame(.some(events: [.say("Reach back")]))
        XCTAssertEqual(phone.speaker.said, [])
        XCTAssertEqual(phone.screen.announced, [.ready("Reach back")])
        XCTAssertEqual(live.caption, "Reach back")
    }

    func testTheRestTellsHowTheSetWas() async {
        await begin()
        await frame(.some(.rest, finishedSet: .some()))
        XCTAssertEqual(live.rest?.title.shown, "Set 1")
        await frame(.some(.rest))
        XCTAssertNotNil(live.rest)
        await frame(.some(.countIn))
        XCTAssertNil(live.rest)
    }

    func testABadFrameIsOneFrameLessAMistakeOfOursIsTold() async {
        await begin()
        session.answers.change { $0.fails = .badFrame }
        await frame(nil)
        XCTAssertTrue(frames.areAllReleasedOnce)
        XCTAssertEqual(live.notices, [])
        session.answers.change { $0.fails = .defect }
        await frame(nil)
        XCTAssertEqual(live.notices, [Phrase.problemDefect.words])
        XCTAssertEqual(practice.state, .live)
    }

    func testATurnedPhoneEndsTheSessionAndKeepsWhatWasDone() async throws {
        session.answers.change { $0.finished = .some(.byHand) }
        await begin()
        await frame(.some(.set))
        XCTAssertFalse(live.mayTurn)
        session.answers.change { $0.fails = .pictureChanged }
        await frame(nil)
        XCTAssertEqual(try done().notice, Phrase.problemPictureChanged.words)
        XCTAssertEqual(session.commands, ["finish"])
    }

    func testWhoIsStillSettingUpMayTurnThePhone() async {
        await begin()
        await frame(LiveUpdate.settingUp())
        XCTAssertTrue(live.mayTurn)
        let turned = FakeSession()
        session.answers.change { $0.fails = .pictureChanged }
        coach.answers.change { $0.session = turned }
        phone.camera.onFrame?(frames.next(timeS: nowS + 1))
        await settle()
        XCTAssertEqual(practice.state, .live)
        XCTAssertEqual(phone.camera.opened, 2)
        nowS += 2
        await frame(.some(reps: 2))
        XCTAssertEqual(live.reps, 2)
        XCTAssertEqual(turned.commands, [])
        XCTAssertTrue(frames.areAllReleasedOnce)
    }

    func testAHintStaysUntilItIsMended() async {
        await begin()
        let told = { (ids: [String]) in LiveUpdate.settingUp(ids.map { Event.say("x", id: $0) }) }
        await frame(told(["hint-too_dark", "hint-too_far"]))
        XCTAssertEqual(live.hint, .tooFar)
        await frame(told(["anything"]))
        XCTAssertEqual(live.hint, .tooFar)
        await frame(told([Hint.mended]))
        XCTAssertNil(live.hint)
        await frame(told(["hint-not_side_on"]))
        await frame(.some(.holdStill))
        XCTAssertNil(live.hint)
    }

    func testTheRestCountsDown() async {
        await begin()
        await frame(.some(.rest, atS: 100))
        XCTAssertEqual(live.restLeft?.shown, "60 seconds left")
        await frame(.some(.rest, atS: 110.5))
        XCTAssertEqual(live.restLeft?.shown, "50 seconds left")
        await frame(.some(.rest, atS: 900))
        XCTAssertEqual(live.restLeft?.shown, "0 seconds left")
        await frame(.some(.countIn, atS: 901))
        XCTAssertNil(live.restLeft)
        XCTAssertTrue(coach.asked.contains("drills"))
    }

    func testLateFramesAreDroppedAndCountedEarlyOnesAreNotDue() async {
        practice = PracticeModel(coach: coach, phone: phone.ports, perform: stepped.perform)
        await begin()
        for _ in 0..<3 { await frame(.some(reps: 9)) }
        XCTAssertEqual(practice.droppedFrames, 2)
        phone.camera.onFrame?(frames.next(timeS: nowS + 1e-6))
        stepped.settle()
        await settle()
        XCTAssertEqual(session.answers.value.timesS, [nowS])
        XCTAssertTrue(frames.areAllReleasedOnce)
        XCTAssertEqual(live.reps, 9)
    }

    func testUsuallyFramesAreLookedAtOnAQueueOfTheirOwn() async {
        practice = PracticeModel(coach: coach, phone: phone.ports)
        await begin()
        session.answers.change { $0.updates = [.some(reps: 4)] }
        phone.camera.onFrame?(frames.next(timeS: 1))
        for _ in 0..<1000 where practice.live.reps != 4 {
            try? await Task.sleep(for: .milliseconds(2))
        }
        XCTAssertEqual(practice.live.reps, 4)
        XCTAssertTrue(frames.areAllReleasedOnce)
    }

    // MARK: Buttons

    func testButtonsReachTheCore() async {
        await begin()
        await practice.pause()
        await practice.resume()
        await practice.correctReps(by: -1)
        await practice.sayPain(14)
        await practice.sayPain(-3)
        XCTAssertEqual(session.commands, ["pause", "resume", "correct -1", "pain 10", "pain 0"])
        session.answers.change { $0.fails = .notNow }
        await practice.pause()
        XCTAssertEqual(live.notices, [])
        session.answers.change { $0.fails = .badRequest }
        await practice.sayPain(3)
        XCTAssertEqual(live.notices.map(\.shown), ["That value does not fit. Choose another."])
    }

    func testButtonsArePressedInTheirOrder() async {
        await begin()
        let practice = practice
        // As views do it: a task a tap.
        let taps = (1...20).map { change in Task { await practice.correctReps(by: change) } }
        for tap in taps { await tap.value }
        XCTAssertEqual(session.commands, (1...20).map { "correct \($0)" })
    }

    func testPausedByHandItCanGoOn() async {
        await begin()
        await frame(.some(.paused(.byHand)))
        XCTAssertTrue(live.canResume && live.canCorrect && !live.canPause)
        await frame(.some(.paused(.lost)))
        XCTAssertFalse(live.canResume)
    }

    // MARK: What comes between

    func testADeniedCameraSaysWhatToDo() async {
        await begin()
        phone.camera.onNews?(.lost(.denied))
        XCTAssertEqual(live.notices, [Phrase.cameraNeverAllowed.words])
        XCTAssertTrue(live.notices[0].shown.contains("Settings"))
        XCTAssertTrue(live.canAskForCamera && live.canOpenSettings)
        XCTAssertEqual(phone.screen.announced, live.notices)
        practice.askForCamera()
        XCTAssertEqual(live.notices, [])
        XCTAssertFalse(live.canAskForCamera || live.canOpenSettings)
        XCTAssertEqual(phone.camera.opened, 2)
    }

    func testACameraThatTheSystemGivesBackNeedsNoAsking() async {
        await begin()
        phone.camera.onNews?(.lost(.inUse))
        XCTAssertTrue(live.canAskForCamera)
        phone.camera.onNews?(.back)
        XCTAssertEqual(live.notices, [])
        XCTAssertFalse(live.canAskForCamera)
        XCTAssertEqual(phone.camera.opened, 1)
    }

    func testACallPausesAndSaysSo() async {
        await begin()
        await practice.soundTaken()
        XCTAssertEqual(live.notices, [Phrase.soundTaken.words])
        XCTAssertEqual(phone.speaker.stopped, 1)
        await practice.soundBack(goesOn: true)
        XCTAssertEqual(live.notices, [])
        XCTAssertEqual(session.commands, ["pause", "resume"])
        // Without the system's word the person goes on by hand.
        await practice.soundTaken()
        await practice.soundBack(goesOn: false)
        await practice.soundBack(goesOn: true)
        XCTAssertEqual(session.commands, ["pause", "resume", "pause"])
    }

    func testAwayNobodyIsWatchedAndBackItGoesOn() async {
        await begin()
        await practice.leave()
        XCTAssertFalse(phone.camera.isOpen)
        XCTAssertFalse(phone.screen.isKeptOn)
        XCTAssertEqual(phone.speaker.stopped, 1)
        await practice.comeBack()
        XCTAssertEqual(session.commands, ["pause", "resume"])
        XCTAssertTrue(phone.screen.isKeptOn && phone.camera.isOpen)
        await practice.comeBack()
        XCTAssertEqual(phone.camera.opened, 2)
    }

    func testWhoPausedGoesOnWhenTheySaySo() async {
        await begin()
        await practice.pause()
        await practice.leave()
        await practice.comeBack()
        await practice.soundTaken()
        await practice.soundBack(goesOn: true)
        XCTAssertEqual(session.commands, ["pause", "pause", "pause"])
        await practice.resume()
        await practice.leave()
        await practice.comeBack()
        XCTAssertEqual(session.commands.suffix(3), ["resume", "pause", "resume"])
    }

    func testACameraLostBeforeLeavingIsAskedForAgainOnComingBack() async {
        await begin()
        phone.camera.onNews?(.lost(.takenAway))
        await practice.leave()
        await practice.comeBack()
        await frame(.some())
        XCTAssertEqual(live.notices, [])
        XCTAssertFalse(live.canAskForCamera)
    }

    func testWarmthIsToldAndHeatEndsTheSession() async throws {
        session.answers.change { $0.finished = .some(.byHand) }
        await practice.heatChanged(to: .warm)
        await begin()
        await practice.heatChanged(to: .hot)
        XCTAssertEqual(live.notices, [Phrase.heatSlower.words])
        await practice.heatChanged(to: .tooHot)
        XCTAssertEqual(try done().notice, Phrase.heatStopped.words)
    }

    // MARK: Ending

    func testTheSessionEndsInItsSummary() async throws {
        session.answers.change { $0.finished = .some(last: [.say("Well done", .guide)]) }
        await begin()
        await frame(.some(.done(.finished)))
        let (summary, notice) = try done()
        XCTAssertNil(notice)
        XCTAssertEqual(summary.session, 7)
        XCTAssertEqual(summary.title.shown, "Session done")
        XCTAssertEqual(
            summary.total.lines.map(\.shown),
            ["Repetitions: 5", "Clean: 3 of 4", "Clean depth: 72°", "Hinge index: 82"])
        XCTAssertEqual(summary.total.wentWell.shown, "[well-hips_led]")
        XCTAssertEqual(summary.total.change?.fault.shown, "[fault-squatting-name]")
        XCTAssertEqual(summary.total.change?.cue.shown, "[cue-squatting]")
        XCTAssertEqual(summary.total.change?.drill?.name.shown, "[drill-wall-tap-name]")
        XCTAssertEqual(summary.sets.map(\.title.shown), ["Set 1"])
        XCTAssertEqual(summary.view, [])
        XCTAssertEqual(phone.speaker.said, ["Well done"])
        XCTAssertFalse(phone.screen.isKeptOn || phone.camera.isOpen)
    }

    func testWhatCouldNotBeToldIsSaidInWords() async throws {
        let tally = Tally.some(
            mended: "too_low", change: nil, hingeIndex: nil, cleanDepthDeg: nil, backUnseen: .looseClothing)
        session.answers.change { $0.finished = .some(.pain, tally: tally, isViewOK: false) }
        await begin()
        await practice.end()
        let summary = try done().summary
        XCTAssertEqual(summary.total.lines.suffix(2).map(\.value.shown), ["can’t tell", "can’t tell"])
        XCTAssertEqual(summary.total.wentWell.shown, #"[well-mended ["fault": "[fault-too_low-name]"]]"#)
        XCTAssertNil(summary.total.change)
        XCTAssertEqual(summary.total.backUnseen?.shown, "[report-cant_tell_reason-loose_clothing]")
        XCTAssertEqual(summary.view.map(\.shown), ["[report-view_reason-too_dark]"])
        XCTAssertEqual(Set(Ending.allCases.map { phrase($0).words.shown }).count, Ending.allCases.count)
    }

    func testAFullDiskIsToldAndTheEndCanBeTriedAgain() async throws {
        await begin()
        await frame(.some(unsaved: 2))
        XCTAssertEqual(live.notices, [Phrase.noticeUnsaved.words])
        session.answers.change { $0.finishFails = .diskFull }
        await practice.end()
        XCTAssertEqual(practice.state, .failed(Phrase.problemDiskFull.words, canSaveAgain: true))
        session.answers.change { ($0.finishFails, $0.finished) = (nil, .some(.byHand)) }
        await practice.end()
        XCTAssertEqual(try done().summary.session, 7)
    }

    func testAnEndThatCantBeTriedAgainLetsGo() async {
        await begin()
        session.answers.change { $0.finishFails = .defect }
        await practice.end()
        XCTAssertEqual(practice.state, .failed(Phrase.problemDefect.words, canSaveAgain: false))
        // And a new session can begin.
        coach.answers.change { $0.session = FakeSession() }
        await begin()
        XCTAssertEqual(practice.state, .live)
    }

    func testAFrameOnItsWayWhenTheSessionEndsIsHarmless() async throws {
        practice = PracticeModel(coach: coach, phone: phone.ports, perform: stepped.perform)
        session.answers.change { $0.finished = .some(.byHand) }
        await begin()
        let (onFrame, onNews) = (phone.camera.onFrame!, phone.camera.onNews!)
        await frame(.some())
        stepped.settle()
        let practice = practice
        async let first: Void = practice.end()
        async let second: Void = practice.end()
        _ = await (first, second)
        _ = try done()
        XCTAssertEqual(session.commands, ["finish"])
        onFrame(frames.next(timeS: nowS + 1))
        onNews(.lost(.broken))
        stepped.settle()
        await settle()
        _ = try done()
        XCTAssertTrue(frames.areAllReleasedOnce)
        XCTAssertEqual(practice.droppedFrames, 0)
    }

    func testAScreenThatIsGoneLetsGoOfEverything() async {
        weak var held: FakeSession?
        held = session
        await begin()
        practice.close()
        XCTAssertFalse(phone.camera.isOpen || phone.screen.isKeptOn)
        XCTAssertEqual(practice.state, .idle)
        // What the core had begun is kept by the core; nothing is ended in the person's name.
        XCTAssertEqual(session.commands, [])
        coach.answers.change { $0.session = FakeSession() }
        await settle()
        XCTAssertNil(held)
    }

    func testAScreenThatGoesWhileItIsBeingPreparedOpensNothing() async {
        coach.answers.change { [practice] answers in
            answers.hold = { question in if question.hasPrefix("begin") { await practice.close() } }
        }
        await begin()
        XCTAssertEqual(practice.state, .idle)
        XCTAssertEqual(phone.camera.opened, 0)
    }

    func testWhoLeavesWhileItIsBeingPreparedIsNotWatchedUntilTheyAreBack() async {
        coach.answers.change { [practice] answers in
            answers.hold = { question in if question.hasPrefix("begin") { await practice.leave() } }
        }
        await begin()
        XCTAssertEqual(phone.camera.opened, 0)
        XCTAssertFalse(phone.screen.isKeptOn)
        await practice.comeBack()
        XCTAssertEqual(phone.camera.opened, 1)
        XCTAssertTrue(phone.screen.isKeptOn)
    }

    func testAScreenThatGoesWhileItIsBeingSavedIsNotShownASummary() async {
        session.answers.change { $0.finished = .some(.byHand) }
        await begin()
        let practice = practice
        async let end: Void = practice.end()
        practice.close()
        await end
        XCTAssertEqual(practice.state, .idle)
    }
}

private struct NotDone: Error {
    let state: PracticeState
}
