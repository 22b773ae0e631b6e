package app.dowel.presenter

import app.dowel.core.CantTellReason
import app.dowel.core.Contact
import app.dowel.core.Contacts
import app.dowel.core.Depth
import app.dowel.core.DowelException
import app.dowel.core.Ending
import app.dowel.core.EventKind
import app.dowel.core.Language
import app.dowel.core.LiveUpdate
import app.dowel.core.PauseReason
import app.dowel.core.PlanOptions
import app.dowel.core.Priority
import app.dowel.core.Rotation
import app.dowel.core.Stage
import app.dowel.platform.CameraProblem
import app.dowel.platform.Heat
import app.dowel.platform.Tap
import app.dowel.platform.Threads
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class PracticePresenterTest {
    private val coach = FakeCoach()
    private val session get() = coach.session
    private val camera = TestCamera()
    private val speaker = TestSpeaker()
    private val haptics = TestHaptics()
    private val screen = TestScreen()
    private val clock = TestClock()
    private var nowNs = 0L
    private var practice = presenter(AtOnce)
    private val view get() = (practice.state as PracticeState.Live).view

    private fun presenter(threads: Threads) =
        PracticePresenter(coach, PracticePhone(camera, speaker, haptics, screen, clock), threads)

    private fun begin() = practice.begin(PlanOptions("dowel-hinge"))

    private fun frame(update: LiveUpdate?, rotationDeg: Int = 0): TestFrame {
        update?.let(session.updates::add)
        nowNs += 100_000_000
        return TestFrame(nowNs, rotationDeg).also { camera.listener!!.onFrame(it) }
    }

    @Test
    fun `it begins with the settings and the camera`() {
        val states = mutableListOf<PracticeState>()
        practice.watch(states::add)
        begin()
        assertEquals(listOf(PracticeState.Idle, PracticeState.Preparing), states.take(2))
        assertEquals(Language.GERMAN to 1.2, speaker.language to speaker.rate)
        assertTrue(screen.isKeptOn)
        assertEquals(1, camera.opened)
        assertTrue("begin dowel-hinge null null null 1000" in coach.asked)
        assertEquals("Setting up", view.stage.shown())
        // A second tap on the button changes nothing.
        begin()
        assertEquals(1, camera.opened)
        practice.unwatch()
        practice.end()
        assertEquals(3, states.size)
    }

    @Test
    fun `what can't begin says why`() {
        coach.fails = DowelException.Model("x")
        begin()
        val failed = assertInstanceOf(PracticeState.Failed::class.java, practice.state)
        assertTrue("Install" in failed.problem.shown())
        assertFalse(screen.isKeptOn)
        practice.end()
        practice.leave()
        practice.comeBack()
        practice.askForCamera()
        assertEquals(failed, practice.state)
    }

    @Test
    fun `a frame is shown as the core sees it`() {
        begin()
        val contacts = Contacts(Contact.TOUCHING, Contact.LIFTED, Contact.CANT_TELL)
        val frame = frame(update(reps = 3u, depth = Depth(60.0, 90.0, 130.0), contacts = contacts), rotationDeg = 90)
        assertEquals(1, frame.closed)
        assertEquals(Rotation.CW90, session.rotations.single().rotation)
        assertEquals(0.1, session.rotations.single().tS)
        assertEquals(PictureSize(48, 64), view.picture)
        assertEquals(listOf("Set", "Set 2 of 3", "repetitions"), listOf(view.stage, view.set!!, view.repsUnit).map(Text::shown))
        assertTrue(view.isInSet)
        assertEquals(3, view.reps)
        assertEquals(DepthMeter(0.5f, 0.75f, 1f, view.depth.value, view.depth.labels), view.depth)
        assertEquals("60°", view.depth.value!!.shown())
        assertEquals(listOf("Depth 60°", "Goal 90°", "Limit 130°"), view.depth.labels.map(Text::shown))
        val marks = view.contacts.map { it.label.shown() }
        assertEquals(listOf("Back of the head: touching", "Mid-back: lifted", "Tailbone: can’t tell"), marks)
        assertTrue(view.canPause && view.canCorrect && !view.canResume)
    }

    @Test
    fun `every stage has its words`() {
        val stages = listOf(
            Stage.SetUp, Stage.HoldStill, Stage.CountIn, Stage.Set, Stage.Rest, Stage.Done(Ending.FINISHED),
            Stage.Paused(PauseReason.LOST), Stage.Paused(PauseReason.BY_HAND),
        )
        assertEquals(stages.size, stages.map { stageText(it).shown() }.toSet().size)
    }

    @Test
    fun `events are said, shown and felt`() {
        begin()
        frame(
            update(
                events = listOf(
                    event("Reach back", Priority.CUE),
                    event("I can't see you", Priority.ALERT),
                    event("4", Priority.COUNT),
                    event("Squatting", Priority.CUE, EventKind.SHOW, "fault-squatting"),
                    event("", Priority.COUNT, EventKind.HAPTIC, "rep"),
                    event("", Priority.COUNT, EventKind.HAPTIC, "limit"),
                    event("", Priority.COUNT, EventKind.HAPTIC, "set_done"),
                ),
            ),
        )
        assertEquals(listOf("Reach back", "!I can't see you", "4"), speaker.said)
        assertEquals(2, screen.flashes)
        assertEquals(listOf(Tap.REP, Tap.LIMIT, Tap.SET_DONE), haptics.taps)
        assertEquals("4" to "Squatting", view.caption to view.shown)
        // The screen reader does not talk across the coach.
        assertEquals(emptyList<Text>(), screen.announced)
        frame(update(atS = 8.0))
        assertNull(view.caption)
        assertNull(view.shown)
    }

    @Test
    fun `without a voice the screen reader reads`() {
        coach.kept = SETTINGS.copy(voice = false)
        begin()
        frame(update(events = listOf(event("Stand tall"))))
        assertEquals(emptyList<String>(), speaker.said)
        assertEquals(listOf("Stand tall"), screen.announced.map(Text::shown))
        assertEquals("Stand tall", view.caption)
    }

    @Test
    fun `the rest shows how the set went and what mends it`() {
        begin()
        frame(update(Stage.Rest, finishedSet = set()))
        val rest = view.rest!!
        assertEquals("Set 1", rest.title.shown())
        val lines = listOf("Repetitions: 5", "Clean: 3 of 4", "Clean depth: 72°", "Hinge index: 82")
        assertEquals(lines, rest.tally.lines.map(Line::shown))
        assertEquals("[well-hips_led]", rest.tally.wentWell.shown())
        assertEquals("[cue-squatting]", rest.tally.change!!.cue.shown())
        assertEquals("wall-tap", rest.tally.change!!.drill!!.id)
        frame(update(Stage.Rest))
        assertEquals(rest, view.rest)
        frame(update(Stage.CountIn))
        assertNull(view.rest)
    }

    @Test
    fun `the last set ends in the summary`() {
        session.finished = finished(last = listOf(event("Session done")))
        begin()
        frame(update(Stage.Done(Ending.FINISHED), finishedSet = set()))
        val done = assertInstanceOf(PracticeState.Done::class.java, practice.state)
        assertEquals(7L, done.summary.session)
        assertEquals("Session done", done.summary.title.shown())
        assertEquals(1, done.summary.sets.size)
        assertNull(done.notice)
        assertEquals(listOf("Session done"), speaker.said)
        assertTrue(session.isClosed && !screen.isKeptOn && camera.listener == null)
    }

    @Test
    fun `a summary says what can't be told and what to change about the camera`() {
        val tally = TALLY.copy(
            cleanDepthDeg = null, hingeIndex = null, wentWell = "well-mended", mended = "squatting", change = null, drill = null,
            backUnseen = CantTellReason.LOOSE_CLOTHING,
        )
        val view = SummaryWriter(CoreWords(coach)).session(null, finished(Ending.WALKED_UP, tally, viewOk = false).summary)
        assertEquals(listOf("Clean depth: can’t tell", "Hinge index: can’t tell"), view.total.lines.map(Line::shown).drop(2))
        assertEquals("[well-mended fault [fault-squatting-name]]", view.total.wentWell.shown())
        assertNull(view.total.change)
        assertEquals("[report-cant_tell_reason-loose_clothing]", view.total.backUnseen!!.shown())
        assertEquals(listOf("[report-view_reason-too_dark]"), view.view.map(Text::shown))
        assertEquals(5, Ending.entries.map { endingPhrase(it).text().shown() }.toSet().size)
    }

    @Test
    fun `buttons reach the core`() {
        begin()
        practice.pause()
        practice.resume()
        practice.correctReps(-1)
        practice.sayPain(14)
        assertEquals(listOf("pause", "resume", "correct -1", "pain 10"), session.commands)
        session.fails = DowelException.NotNow("x")
        practice.pause()
        assertEquals(emptyList<Text>(), view.notices)
        session.fails = DowelException.BadRequest("x")
        practice.sayPain(3)
        assertEquals("That value does not fit. Choose another.", view.notices.single().shown())
    }

    @Test
    fun `paused by hand it can go on`() {
        begin()
        frame(update(Stage.Paused(PauseReason.BY_HAND)))
        assertTrue(view.canResume && !view.canPause)
        frame(update(Stage.Paused(PauseReason.LOST)))
        assertFalse(view.canResume)
    }

    @Test
    fun `a lost camera is told and can be asked for again`() {
        begin()
        camera.listener!!.onProblem(CameraProblem.IN_USE)
        assertTrue("Another app" in view.cameraText!!.shown())
        assertEquals(CameraProblem.IN_USE, view.camera)
        practice.lose(CameraProblem.NEVER_ALLOWED)
        assertTrue("switched off" in view.cameraText!!.shown())
        practice.askForCamera()
        assertEquals(null to null, view.camera to view.cameraText)
        assertEquals(2, camera.opened)
    }

    @Test
    fun `away nobody is watched, and back it goes on`() {
        begin()
        practice.leave()
        assertNull(camera.listener)
        assertFalse(screen.isKeptOn)
        assertEquals(1, speaker.stopped)
        practice.comeBack()
        assertEquals(listOf("pause", "resume"), session.commands)
        assertTrue(screen.isKeptOn && camera.listener != null)
        practice.comeBack()
        assertEquals(2, camera.opened)
    }

    @Test
    fun `who paused before leaving goes on when they say so`() {
        begin()
        practice.pause()
        practice.leave()
        practice.comeBack()
        assertEquals(listOf("pause", "pause"), session.commands)
        practice.resume()
        practice.leave()
        practice.comeBack()
        assertEquals(listOf("pause", "pause", "resume", "pause", "resume"), session.commands)
    }

    @Test
    fun `warmth is told, and heat ends the session`() {
        session.finished = finished(Ending.BY_HAND)
        practice.onHeat(Heat.WARM)
        begin()
        practice.onHeat(Heat.HOT)
        assertEquals(listOf(noticeOf(Heat.HOT)), view.notices)
        practice.onHeat(Heat.TOO_HOT)
        val done = assertInstanceOf(PracticeState.Done::class.java, practice.state)
        assertTrue("too hot" in done.notice!!.shown())
    }

    @Test
    fun `what to mend is drawn until it is mended`() {
        begin()
        frame(update(Stage.SetUp, listOf(event("Step back", id = "hint-out_of_frame"))).copy(setIndex = 0u))
        frame(update(Stage.SetUp).copy(setIndex = 0u))
        assertEquals(Hint.OUT_OF_FRAME, view.hint)
        frame(update(Stage.SetUp, listOf(event("That's right", id = "say-right"))).copy(setIndex = 0u))
        assertNull(view.hint)
        frame(update(Stage.SetUp, listOf(event("Turn", id = "hint-not_side_on"))).copy(setIndex = 0u))
        frame(update(Stage.HoldStill).copy(setIndex = 0u))
        assertNull(view.hint)
    }

    @Test
    fun `the rest counts down to the next set`() {
        begin()
        frame(update(Stage.Rest, atS = 10.0))
        assertEquals("seconds left: 60", view.restLeft!!.shown())
        frame(update(Stage.Rest, atS = 68.2))
        assertEquals("2", view.restLeft!!.value.shown())
        frame(update(Stage.Rest, atS = 71.0))
        assertEquals("0", view.restLeft!!.value.shown())
        frame(update(Stage.CountIn, atS = 71.5))
        assertNull(view.restLeft)
        // The plan's own rest goes before the drill's.
        practice.close()
        coach.session = FakeSession()
        practice.begin(PlanOptions("dowel-hinge", restS = 20.0))
        frame(update(Stage.Rest, atS = 5.0))
        assertEquals("20", view.restLeft!!.value.shown())
    }

    @Test
    fun `before anything was done a turned phone begins anew`() {
        begin()
        frame(update(Stage.SetUp).copy(setIndex = 0u))
        assertTrue(view.mayTurn)
        val first = session
        coach.session = FakeSession()
        first.fails = DowelException.PictureChanged("x")
        first.let { nowNs += 100_000_000; camera.listener!!.onFrame(TestFrame(nowNs, 90)) }
        assertTrue(first.isClosed)
        assertEquals(emptyList<String>(), first.commands)
        assertInstanceOf(PracticeState.Live::class.java, practice.state)
        assertEquals(2, camera.opened)
        frame(update(Stage.Set).copy(setIndex = 0u))
        assertFalse(view.mayTurn)
    }

    @Test
    fun `a turned phone ends the session and keeps what was done`() {
        session.finished = finished(Ending.BY_HAND)
        begin()
        frame(update())
        session.fails = DowelException.PictureChanged("x")
        frame(null)
        val done = assertInstanceOf(PracticeState.Done::class.java, practice.state)
        assertTrue("turned" in done.notice!!.shown())
        assertEquals(listOf("finish"), session.commands)
    }

    @Test
    fun `a bad frame is one frame less, a mistake of ours is told`() {
        begin()
        session.fails = DowelException.BadFrame("x")
        assertEquals(1, frame(null).closed)
        assertEquals(emptyList<Text>(), view.notices)
        session.fails = DowelException.Defect("x")
        frame(null)
        assertTrue("mistake" in view.notices.single().shown())
    }

    @Test
    fun `a full disk is told, and the end can be tried again`() {
        begin()
        frame(update(unsaved = 2u))
        assertTrue("not saved" in view.notices.single().shown())
        session.finishFails = DowelException.DiskFull("x")
        practice.end()
        assertTrue((practice.state as PracticeState.Failed).canSaveAgain)
        session.finishFails = null
        session.finished = finished(Ending.BY_HAND)
        practice.end()
        assertInstanceOf(PracticeState.Done::class.java, practice.state)
    }

    @Test
    fun `an end that can't be tried again lets go`() {
        begin()
        session.finishFails = DowelException.Defect("x")
        practice.end()
        assertFalse((practice.state as PracticeState.Failed).canSaveAgain)
        assertTrue(session.isClosed)
        // And a new session can begin.
        coach.session = FakeSession()
        begin()
        assertInstanceOf(PracticeState.Live::class.java, practice.state)
    }

    @Test
    fun `late frames are dropped and counted, early ones are not due`() {
        val threads = Stepped()
        practice = presenter(threads)
        begin()
        threads.settle()
        repeat(3) { frame(update(reps = 9u)) }
        assertEquals(2, practice.droppedFrames)
        val early = TestFrame(nowNs + 1)
        camera.listener!!.onFrame(early)
        assertEquals(1, early.closed)
        threads.settle()
        assertEquals(1, session.rotations.size)
        assertEquals(9, view.reps)
    }

    @Test
    fun `a frame on its way when the session ends is harmless`() {
        val threads = Stepped()
        session.finished = finished(Ending.BY_HAND)
        practice = presenter(threads)
        begin()
        threads.settle()
        val listener = camera.listener!!
        val seen = frame(update())
        threads.frames.removeFirst()()
        practice.end()
        practice.end()
        threads.settle()
        assertInstanceOf(PracticeState.Done::class.java, practice.state)
        assertEquals(listOf("finish"), session.commands)
        val late = TestFrame(nowNs + 1_000_000_000)
        listener.onFrame(late)
        listener.onProblem(CameraProblem.BROKEN)
        threads.settle()
        assertEquals(listOf(1, 1), listOf(seen.closed, late.closed))
        assertEquals(0, practice.droppedFrames)
    }

    @Test
    fun `a frame that meets a session let go of is harmless`() {
        begin()
        session.isClosed = true
        assertEquals(1, frame(null).closed)
        assertEquals(emptyList<Text>(), view.notices)
    }

    @Test
    fun `who leaves while it is being prepared is not watched until they are back`() {
        val threads = Stepped()
        practice = presenter(threads)
        begin()
        practice.leave()
        threads.settle()
        assertEquals(0, camera.opened)
        assertFalse(screen.isKeptOn)
        practice.comeBack()
        threads.settle()
        assertEquals(1, camera.opened)
        assertTrue(screen.isKeptOn)
    }

    @Test
    fun `a screen that is gone lets go of everything`() {
        begin()
        practice.close()
        assertTrue(session.isClosed && camera.listener == null && !screen.isKeptOn)
        assertEquals(PracticeState.Idle, practice.state)
        // What the core had begun is kept by the core; nothing is ended in the person's name.
        assertEquals(emptyList<String>(), session.commands)
    }

    @Test
    fun `a camera lost before leaving is asked for again on coming back`() {
        begin()
        camera.listener!!.onProblem(CameraProblem.TAKEN_AWAY)
        practice.leave()
        practice.comeBack()
        frame(update())
        assertNull(view.camera)
    }

    @Test
    fun `a screen that goes while it is being prepared opens nothing`() {
        val threads = Stepped()
        practice = presenter(threads)
        begin()
        practice.close()
        threads.settle()
        assertEquals(0, camera.opened)
        assertTrue(session.isClosed)
        assertEquals(PracticeState.Idle, practice.state)
    }
}
