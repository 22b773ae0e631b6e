import Foundation
import XCTest

@testable import DowelCore
@testable import DowelModel

@MainActor
final class StartModelTests: XCTestCase, @unchecked Sendable {
    private let coach = FakeCoach()

    private func start(_ open: @escaping StartModel.Open) async -> StartState {
        let start = StartModel(openCoach: open)
        await start.open()
        return start.state
    }

    func testItOpens() async {
        guard case .open(_, let settings, let notice) = await start({ [coach] in coach }) else { return XCTFail() }
        XCTAssertEqual(settings, .some)
        XCTAssertNil(notice)
    }

    func testADamagedFileIsTold() async {
        coach.answers.change { $0.aside = "somewhere" }
        guard case .open(_, _, let notice) = await start({ [coach] in coach }) else { return XCTFail() }
        XCTAssertEqual(notice, Phrase.startSetAside.words)
    }

    func testWhatCantBeOpenedSaysWhatToDo() async {
        let state = await start { () throws(DowelError) in throw .newerData }
        guard case .failed(let problem) = state else { return XCTFail() }
        XCTAssertTrue(problem.shown.contains("Update the app"))
    }
}

@MainActor
final class SafetyModelTests: XCTestCase, @unchecked Sendable {
    private let coach = FakeCoach()
    private lazy var safety = SafetyModel(coach: coach)

    func testItIsReadOnce() async {
        XCTAssertNil(safety.isRead)
        await safety.load()
        XCTAssertEqual(safety.isRead, false)
        await safety.accept()
        XCTAssertEqual(safety.isRead, true)
        XCTAssertTrue(coach.answers.value.settings.hasReadSafety)
    }

    func testItNamesWhomToAskAndWhen() async {
        XCTAssertEqual(Set(SafetyModel.reasons.map(\.shown)).count, 7)
    }

    func testWhatCantBeReadIsAskedAndWhatCantBeWrittenHoldsForNow() async {
        coach.answers.change { $0.fails = .diskFull }
        await safety.load()
        XCTAssertEqual(safety.isRead, false)
        await safety.accept()
        XCTAssertEqual(safety.isRead, true)
        XCTAssertEqual(safety.problem, Phrase.problemDiskFull.words)
    }
}

@MainActor
final class DrillsModelTests: XCTestCase, @unchecked Sendable {
    private let coach = FakeCoach()
    private lazy var drills = DrillsModel(coach: coach)

    private func page() throws -> DrillPage { try XCTUnwrap(drills.page) }

    func testDrillsComeInTheirGroupsAndTellWhetherTheCameraWatches() async {
        await drills.load()
        XCTAssertEqual(drills.groups.map(\.title.shown), ["The hinge", "Supporting work"])
        XCTAssertEqual(drills.groups[0].drills.map(\.id), ["wall-tap", "dowel-hinge"])
        let rows = drills.groups.map { $0.drills[0] }
        XCTAssertEqual(rows.map(\.watch.shown), ["The camera watches and counts", "The voice keeps the time"])
        XCTAssertEqual(rows.map(\.isWatched), [true, false])
    }

    func testAPageTellsWhatADrillNeedsAndItsNeighbours() async throws {
        await drills.load()
        drills.open("dowel-hinge")
        let page = try page()
        XCTAssertEqual(page.needs.map(\.shown), ["[prop-stick-name]"])
        XCTAssertEqual(page.easier, DrillLink(id: "wall-tap", name: .ready("[drill-wall-tap-name]")))
        XCTAssertNil(page.harder)
        XCTAssertEqual(page.pictureText, "a figure")
        XCTAssertEqual([page.setsLabel, page.repsLabel].map(\.shown), ["3 sets", "8 repetitions"])
        drills.changeSets(by: 1)
        drills.open("dowel-hinge")
        XCTAssertEqual(try self.page().sets, 4)
        drills.open("no-such")
        XCTAssertEqual(drills.page?.id, "dowel-hinge")
        drills.close()
        XCTAssertNil(drills.page)
        XCTAssertNil(drills.plan)
    }

    func testThePlanIsWhatThePageShows() async throws {
        await drills.load()
        drills.open("wall-tap")
        drills.changeSets(by: -9)
        drills.changeReps(by: 4)
        drills.sayPain(11)
        XCTAssertEqual(try page().setsLabel.shown, "1 set")
        XCTAssertEqual(drills.plan, Plan(drill: "wall-tap", sets: 1, reps: 12, painBefore: 10))
        drills.changeSets(by: 99)
        drills.changeReps(by: .max)
        drills.sayPain(nil)
        XCTAssertEqual(drills.plan, Plan(drill: "wall-tap", sets: 20, reps: 200))
        drills.changeReps(by: .min)
        XCTAssertEqual(drills.plan?.reps, 1)
    }

    func testAProblemIsTold() async {
        coach.answers.change { $0.fails = .storage }
        await drills.load()
        XCTAssertEqual(drills.problem, Phrase.problemStorage.words)
    }
}

@MainActor
final class SettingsModelTests: XCTestCase, @unchecked Sendable {
    private let coach = FakeCoach()
    private let speaker = FakeSpeaker()
    private lazy var settings = SettingsModel(coach: coach, speaker: speaker)

    func testItShowsWhatIsSet() async {
        XCTAssertNil(settings.model)
        await settings.load()
        XCTAssertEqual(settings.languages.map(\.label.shown), ["English", "Deutsch"])
        XCTAssertEqual(settings.languages.filter(\.isChosen).map(\.value), [.german])
        XCTAssertEqual(settings.frequencies.filter(\.isChosen).map(\.label.shown), ["as needed"])
        XCTAssertEqual(Set(settings.frequencies.map(\.label.shown)).count, 3)
        XCTAssertEqual(settings.days.map(\.value), (2...7).map(PracticeDays.perWeek))
        XCTAssertEqual(settings.days.filter(\.isChosen).map(\.label.shown), ["3 days a week"])
        XCTAssertEqual(settings.rateLabel?.shown, "120 % of the usual speed")
        XCTAssertEqual(settings.model?.shown, "not measured yet")
    }

    func testEachChangeIsKeptAtOnce() async {
        await settings.load()
        await settings.choose(Language.english)
        await settings.choose(CueFrequency.seldom)
        await settings.useVoice(false)
        await settings.choose(PracticeDays.perWeek(5))
        await settings.countTempo(false)
        await settings.useRate(0.8)
        var expected = Settings.some
        (expected.language, expected.cueFrequency, expected.voice) = (.english, .seldom, false)
        (expected.countsTempo, expected.speechRate, expected.practiceDays) = (false, 0.8, .perWeek(5))
        XCTAssertEqual(coach.answers.value.settings, expected)
        XCTAssertEqual(settings.settings, expected)
    }

    func testTheVoiceCanBeTriedAsItIsSet() async {
        await settings.load()
        settings.tryVoice()
        XCTAssertEqual(speaker.said, ["![say-hold_still]"])
        XCTAssertEqual(speaker.language, .german)
        XCTAssertEqual(speaker.rate, 1.2)
    }

    func testMeasuringChoosesTheModel() async {
        await settings.load()
        await settings.measure()
        XCTAssertEqual(coach.answers.value.settings.model, .lite)
        XCTAssertEqual(settings.model?.shown, "small and quick (36 ms a picture)")
        XCTAssertFalse(settings.isMeasuring)
    }

    func testWhileItMeasuresItDoesNotMeasureAgain() async {
        await settings.load()
        coach.answers.change { [settings] answers in
            answers.hold = { question in if question == "measure" { await settings.measure() } }
        }
        await settings.measure()
        XCTAssertEqual(coach.asked.filter { $0 == "measure" }.count, 1)
    }

    func testEveryModelHasWords() async {
        var names: Set<String> = []
        for size in ModelSize.allCases {
            coach.answers.change { $0.settings.model = size }
            await settings.load()
            names.insert(settings.model?.shown ?? "")
        }
        XCTAssertEqual(names.count, 3)
    }

    func testAProblemIsToldAndTheSwitchStays() async {
        await settings.load()
        coach.answers.change { $0.fails = .diskFull }
        await settings.useVoice(false)
        XCTAssertEqual(settings.problem, Phrase.problemDiskFull.words)
        XCTAssertEqual(settings.settings?.voice, false)
        await settings.measure()
        XCTAssertFalse(settings.isMeasuring)
        await settings.load()
        XCTAssertEqual(settings.problem, Phrase.problemDiskFull.words)
    }

    func testBeforeTheyAreLoadedNothingIsWritten() async {
        await settings.useVoice(false)
        settings.tryVoice()
        XCTAssertEqual(coach.answers.value.settings, .some)
        XCTAssertEqual(speaker.said, [])
    }
}

@MainActor
final class FeelingModelTests: XCTestCase, @unchecked Sendable {
    private let coach = FakeCoach()
    private let speaker = FakeSpeaker()
    private let screen = FakeScreen()
    private lazy var feeling = FeelingModel(coach: coach, session: 7, speaker: speaker, screen: screen)

    func testWhatWasFeltIsKeptAndAnswered() async {
        coach.answers.change {
            $0.feeling = FeelingAnswer(lines: ["Good.", "Try this."], fault: nil, drill: "wall-tap")
        }
        XCTAssertEqual(Set(feeling.places.map(\.label.shown)).count, 5)
        XCTAssertEqual(feeling.painLabel, Phrase.feelingPainUnsaid.words)
        feeling.toggle(.glutes)
        feeling.toggle(.quads)
        feeling.toggle(.quads)
        feeling.sayPain(12)
        XCTAssertEqual(feeling.painLabel.shown, "It hurts 10 of 10")
        XCTAssertEqual(feeling.places.filter(\.isChosen).map(\.value), [.glutes])
        await feeling.keep()
        XCTAssertTrue(feeling.isKept)
        XCTAssertEqual(coach.asked.first, "felt 7 10 [DowelCore.Felt.glutes]")
        XCTAssertEqual(feeling.answer.map(\.shown), ["Good.", "Try this."])
        XCTAssertEqual(feeling.drill?.name.shown, "[drill-wall-tap-name]")
        XCTAssertEqual(speaker.said, ["Good.", "Try this."])
        XCTAssertEqual(screen.announced, [])
        // What was answered no longer fits.
        feeling.sayPain(-2)
        XCTAssertEqual(feeling.pain, 0)
        XCTAssertTrue(!feeling.isKept && feeling.answer.isEmpty && feeling.drill == nil)
    }

    func testWithoutAVoiceVoiceOverReadsTheAnswer() async {
        coach.answers.change {
            $0.settings.voice = false
            $0.feeling = FeelingAnswer(lines: ["Good."], fault: nil, drill: nil)
        }
        await feeling.keep()
        XCTAssertEqual(screen.announced, [.ready("Good.")])
        XCTAssertEqual(speaker.said, [])
    }

    func testNobodyHasToSayAnythingAndAProblemIsTold() async {
        coach.answers.change { $0.fails = .notFound }
        await feeling.keep()
        XCTAssertEqual(coach.asked.last, "felt 7 - []")
        XCTAssertEqual(feeling.problem, Phrase.problemNotFound.words)
        XCTAssertFalse(feeling.isKept)
    }
}

@MainActor
final class LimitsModelTests: XCTestCase, @unchecked Sendable {
    private let coach = FakeCoach()
    private lazy var limits = LimitsModel(coach: coach)

    func testItSaysWhatTheCoreSays() async {
        await limits.load()
        XCTAssertEqual(limits.sections.map(\.title), ["Light"])
        coach.answers.change { $0.fails = .defect }
        await limits.load()
        XCTAssertEqual(limits.problem, Phrase.problemDefect.words)
        XCTAssertEqual(limits.sections.count, 1)
    }
}
