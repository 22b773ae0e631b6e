package app.dowel.presenter

import app.dowel.core.AttemptReason
import app.dowel.core.CantTellReason
import app.dowel.core.Contact
import app.dowel.core.Contacts
import app.dowel.core.Direction
import app.dowel.core.DowelException
import app.dowel.core.Ending
import app.dowel.core.Felt
import app.dowel.core.HistoryEntry
import app.dowel.core.Movement
import app.dowel.core.PastCue
import app.dowel.core.PastRep
import app.dowel.core.PastSession
import app.dowel.core.PastSet
import app.dowel.core.Progress
import app.dowel.core.RepFault
import app.dowel.core.Tempo
import app.dowel.core.Trend
import app.dowel.core.TrendPoint
import app.dowel.core.Verdict
import app.dowel.core.Versions
import app.dowel.core.ViewReason
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

private fun trend(direction: Direction = Direction.BETTER, now: Double? = 70.4) =
    Trend(points = listOf(TrendPoint(1, 60.0), TrendPoint(2, 70.4)), direction = direction, now = now, before = 60.0)

private val PROGRESS = Progress(
    cleanDepthDeg = trend(),
    cleanShare = trend(Direction.SAME, 0.625),
    hingeIndex = Trend(emptyList(), Direction.TOO_FEW, null, null),
    faults = emptyList(),
    streakDays = 4u,
    longestStreakDays = 9u,
    practisedToday = true,
    limitDeg = 74.6,
    sessions = 12u,
    reps = 480u,
)

private fun entry(id: Long, drill: String? = "wall-tap", source: String = "live", reps: UInt = 8u) = HistoryEntry(
    id = id,
    startedAtMs = id * 10,
    source = source,
    drill = drill,
    isFinished = true,
    reps = reps,
    clean = 6u,
    cleanDepthDeg = null,
    hingeIndex = null,
    faults = listOf("squatting", "too_low"),
    ending = null,
    painBefore = null,
    painAfter = null,
    felt = emptyList(),
)

class ProgressPresenterTest {
    private val coach = FakeCoach().apply { progress = PROGRESS }
    private val progress = ProgressPresenter(coach, TestClock(), AtOnce)

    private fun load(vararg entries: HistoryEntry) {
        coach.pages += entries.toList()
        progress.load()
    }

    @Test
    fun `streak, totals and trends are told in words`() {
        load(entry(3))
        val state = progress.state
        assertEquals("4 days of practice in a row", state.streak!!.shown())
        assertEquals("You practised today.", state.today!!.shown())
        assertEquals(
            listOf("Sessions: 12", "Repetitions: 480", "Longest row of days: 9", "Your range: 75°"),
            state.totals.map(Line::shown),
        )
        assertEquals(listOf("70°", "63 %", "can’t tell"), state.trends.map { it.now.shown() })
        assertEquals(listOf("getting better", "about the same", "too few sessions to tell"), state.trends.map { it.direction.shown() })
        assertEquals(listOf("day 1" to "day 2", "day 1" to "day 2", null to null), state.trends.map { it.firstDay to it.lastDay })
        assertEquals(listOf(Scale.DEGREES, Scale.SHARE, Scale.INDEX), state.trends.map { it.scale })
        assertEquals("progress 1000 60", coach.asked.first())
        assertEquals(4, Direction.entries.map { directionPhrase(it).text().shown() }.toSet().size)
    }

    @Test
    fun `a session is called by its drill, a video by its name`() {
        load(entry(3), entry(2, drill = null, source = "garden.mp4", reps = 0u), entry(1, drill = null))
        val rows = progress.state.sessions
        assertEquals(listOf("[drill-wall-tap-name]", "garden.mp4", "Session"), rows.map { it.title.shown() })
        assertEquals(listOf("6 clean", null, "6 clean"), rows.map { it.clean?.shown() })
        assertEquals("[fault-squatting-name]", rows[0].fault!!.shown())
        assertEquals("day 30" to "8 repetitions", rows[0].day to rows[0].reps.shown())
        assertFalse(progress.state.hasMore)
        progress.loadMore()
        assertEquals(3, progress.state.sessions.size)
    }

    @Test
    fun `older sessions come page by page`() {
        load(*Array(30) { entry(100L - it) })
        assertTrue(progress.state.hasMore)
        coach.pages += listOf(entry(70))
        progress.loadMore()
        assertEquals("history 71 30", coach.asked.last())
        assertEquals(31, progress.state.sessions.size)
        assertFalse(progress.state.hasMore)
    }

    @Test
    fun `nothing yet is said kindly`() {
        coach.progress = PROGRESS.copy(practisedToday = false)
        load()
        assertTrue(progress.state.isEmpty)
        assertTrue("rest days" in progress.state.today!!.shown())
        progress.loadMore()
        assertEquals("history null 30", coach.asked.last())
    }

    @Test
    fun `everything is erased only after asking`() {
        load(entry(3))
        progress.eraseAll()
        progress.askToErase()
        assertTrue(progress.state.asksToErase)
        progress.keepAll()
        progress.eraseAll()
        assertFalse("erase all" in coach.asked)
        progress.askToErase()
        coach.pages += emptyList<HistoryEntry>()
        progress.eraseAll()
        assertTrue("erase all" in coach.asked)
        assertTrue(progress.state.isEmpty && !progress.state.asksToErase)
    }

    @Test
    fun `a problem is told`() {
        coach.fails = DowelException.Storage("x")
        progress.load()
        assertTrue("Restart" in progress.state.problem!!.shown())
    }
}

class SessionPresenterTest {
    private val coach = FakeCoach()
    private val session = SessionPresenter(coach, TestClock(), 7, AtOnce)

    private fun fault(id: String, verdict: Verdict, reason: CantTellReason? = null) =
        RepFault(id = id, verdict = verdict, severity = 0.5, onsetS = null, phase = null, reason = reason)

    private fun rep(index: UInt, counted: Boolean, clean: Boolean, faults: List<RepFault> = emptyList(), reason: AttemptReason? = null) = PastRep(
        index = index, startS = 0.0, bottomS = 1.0, endS = 2.0, counted = counted, attemptReason = reason,
        isClean = clean, hipFlexionDeg = 81.2, kneeFlexionDeg = 15.0, trunkLeanDeg = 70.0, hingeIndex = 88u,
        tempoS = Tempo(1.25, 0.5, 1.0), contacts = Contacts(Contact.TOUCHING, Contact.TOUCHING, Contact.TOUCHING),
        firstLostS = null, cleanDepthDeg = null, faults = faults,
    )

    private val past = PastSession(
        id = 7, startedAtMs = 50, source = "live", drill = "dowel-hinge",
        versions = Versions("0.1", "3", "full", "2"), isFinished = true, viewOk = true,
        viewReasons = listOf(ViewReason.TOO_FAR), movement = Movement.HINGE, cleanDepthDeg = 70.0,
        ending = Ending.WALKED_UP, painBefore = 1u, painAfter = 2u, felt = listOf(Felt.HAMSTRINGS),
        sets = listOf(PastSet(0u, 0.0, 9.0, 5u, -1), PastSet(1u, 20.0, 29.0, 1u, 0)),
        reps = listOf(
            rep(0u, counted = true, clean = true),
            rep(
                1u, counted = true, clean = false,
                faults = listOf(
                    fault("squatting", Verdict.FAULT),
                    fault("too_low", Verdict.OK),
                    fault("early_lumbar", Verdict.CANT_TELL, CantTellReason.POOR_LIGHT),
                    fault("pelvis_tucked", Verdict.CANT_TELL, CantTellReason.POOR_LIGHT),
                ),
            ),
            rep(2u, counted = false, clean = false, reason = AttemptReason.TOO_SHALLOW),
            rep(3u, counted = false, clean = false),
        ),
        cues = listOf(PastCue(3.0, "squatting", "Hips back")),
    )

    private fun load(past: PastSession = this.past): SessionState {
        coach.past = past
        session.load()
        return session.state
    }

    @Test
    fun `a session is told in full`() {
        val state = load()
        assertEquals("[drill-dowel-hinge-name]" to "day 50", state.title!!.shown() to state.day)
        val lines = listOf(
            "Clean depth: 70°", "How it ended: You came back to the phone", "How much it hurt before: 1 of 10",
            "How much it hurt after: 2 of 10", "Felt in: Backs of the thighs",
        )
        assertEquals(lines, state.lines.map(Line::shown))
        assertEquals(listOf("[report-view_reason-too_far]"), state.view.map(Text::shown))
        assertEquals(listOf("5 repetitions", "1 repetition"), state.sets.map { it.reps.shown() })
        assertEquals(listOf("Corrected by hand: -1", null), state.sets.map { it.corrected?.shown() })
        assertEquals(listOf("Hips back"), state.cues)
        assertEquals("Dowel 0.1, rules 3, body model full, back model 2", state.versions!!.shown())
    }

    @Test
    fun `each repetition has its outcome, faults and what could not be seen`() {
        val reps = load().reps
        assertEquals(listOf("Repetition 1", "Repetition 2", "Attempt 3", "Attempt 4"), reps.map { it.title.shown() })
        val outcomes = listOf("clean", "counted", "[report-attempt_reason-too_shallow]", "[report-attempt_reason-unknown]")
        assertEquals(outcomes, reps.map { it.outcome.shown() })
        assertEquals(listOf("[fault-squatting-name]"), reps[1].faults.map(Text::shown))
        assertEquals(listOf("[report-cant_tell_reason-poor_light]"), reps[1].unseen.map(Text::shown))
        assertEquals("81°" to "1.3\u00A0s down, 0.5\u00A0s pause, 1.0\u00A0s up", reps[0].depth.shown() to reps[0].tempo.shown())
    }

    @Test
    fun `a session that was cut off says so`() {
        val state = load(past.copy(isFinished = false, ending = null, painBefore = null, painAfter = null))
        assertTrue("How it ended: It was cut off" in state.lines.map(Line::shown))
        assertTrue(load(past.copy(ending = null)).lines.none { it.label == Phrase.SESSION_ENDED.text() })
    }

    @Test
    fun `a count can be corrected`() {
        load()
        session.correct(1, -1)
        assertEquals(listOf("correct 7 1 -1", "session 7"), coach.asked.takeLast(2))
    }

    @Test
    fun `it is erased only after asking`() {
        load()
        session.erase()
        session.askToErase()
        session.keep()
        session.erase()
        assertFalse(session.state.isErased)
        session.askToErase()
        session.erase()
        assertTrue(session.state.isErased)
        assertEquals("erase 7", coach.asked.last())
    }

    @Test
    fun `a problem is told`() {
        coach.fails = DowelException.NotFound("x")
        session.load()
        assertEquals("It is no longer there.", session.state.problem!!.shown())
        assertNull(session.state.title)
    }
}
