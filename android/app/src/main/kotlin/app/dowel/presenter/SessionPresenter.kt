package app.dowel.presenter

import app.dowel.core.CoachInterface
import app.dowel.core.PastRep
import app.dowel.core.PastSession
import app.dowel.core.PastSet
import app.dowel.core.Verdict
import app.dowel.platform.Clock
import app.dowel.platform.Threads

data class SessionState(
    val title: Text? = null,
    val day: String? = null,
    val lines: List<Line> = emptyList(),
    /** What to change about the camera's place or the light. */
    val view: List<Text> = emptyList(),
    val sets: List<SetRow> = emptyList(),
    val reps: List<RepRow> = emptyList(),
    /** What the coach said. */
    val cues: List<String> = emptyList(),
    val versions: Text? = null,
    /** Asked before it is erased. */
    val asksToErase: Boolean = false,
    val isErased: Boolean = false,
    val problem: Text? = null,
)

data class SetRow(val index: Int, val title: Text, val reps: Text, val corrected: Text?)

/** [faults] are named; [unseen] tells why something could not be judged. */
data class RepRow(
    val title: Text,
    val outcome: Text,
    val depth: Text,
    val tempo: Text,
    val faults: List<Text>,
    val unseen: List<Text>,
)

/** One session of the past: look at it, correct its counts, erase it. */
class SessionPresenter(
    private val coach: CoachInterface,
    private val clock: Clock,
    private val id: Long,
    threads: Threads,
) : Presenter<SessionState>(SessionState(), threads) {
    private val words = CoreWords(coach)

    fun load() = ask({ coach.session(id) }, ::fail) { state = page(it) }

    fun correct(set: Int, by: Int) = ask({ coach.correctSet(id, set.toUInt(), by) }, ::fail) { load() }

    fun askToErase() {
        state = state.copy(asksToErase = true)
    }

    fun keep() {
        state = state.copy(asksToErase = false)
    }

    /** Only what was asked first is erased. */
    fun erase() {
        if (!state.asksToErase) return
        state = state.copy(asksToErase = false)
        ask({ coach.erase(id) }, ::fail) { state = state.copy(isErased = true) }
    }

    private fun fail(error: Exception) {
        state = state.copy(problem = problemOf(error))
    }

    private fun page(session: PastSession) = SessionState(
        title = titleOf(session.drill, session.source, words),
        day = clock.day(session.startedAtMs),
        lines = lines(session),
        view = session.viewReasons.map(words::reason),
        sets = session.sets.map(::row),
        reps = session.reps.map(::row),
        cues = session.cues.map { it.text },
        versions = Phrase.SESSION_VERSIONS.text(
            session.versions.app,
            session.versions.rules,
            session.versions.poseModel,
            session.versions.backModel,
        ),
    )

    private fun lines(session: PastSession): List<Line> = listOfNotNull(
        Line(Phrase.SUMMARY_CLEAN_DEPTH.text(), degrees(session.cleanDepthDeg)),
        ended(session)?.let { Line(Phrase.SESSION_ENDED.text(), it) },
        pain(Phrase.SESSION_PAIN_BEFORE, session.painBefore),
        pain(Phrase.SESSION_PAIN_AFTER, session.painAfter),
    ) + session.felt.map { Line(Phrase.SESSION_FELT.text(), feltPhrase(it).text()) }

    private fun ended(session: PastSession): Text? =
        session.ending?.let { endingPhrase(it).text() } ?: Phrase.SESSION_CUT_OFF.text().takeIf { !session.isFinished }

    private fun pain(label: Phrase, level: UByte?): Line? =
        level?.let { Line(label.text(), Phrase.VALUE_OF.text(it.toInt(), PAIN_LEVELS.last)) }

    private fun row(set: PastSet) = SetRow(
        index = set.index.toInt(),
        title = Phrase.SUMMARY_SET.text(set.index.toInt() + 1),
        reps = Phrase.LIVE_REPS.counted(set.reps),
        corrected = Phrase.SESSION_CORRECTED.text(set.corrected).takeIf { set.corrected != 0 },
    )

    private fun row(rep: PastRep) = RepRow(
        title = (if (rep.counted) Phrase.REP_TITLE else Phrase.REP_ATTEMPT).text(rep.index.toInt() + 1),
        outcome = outcome(rep),
        depth = Phrase.VALUE_DEGREES.text(whole(rep.hipFlexionDeg)),
        tempo = Phrase.REP_TEMPO.text(rep.tempoS.down, rep.tempoS.pause, rep.tempoS.up),
        faults = rep.faults.filter { it.verdict == Verdict.FAULT }.map { words.fault(it.id) },
        unseen = rep.faults.filter { it.verdict == Verdict.CANT_TELL }.mapNotNull { it.reason }.distinct()
            .map(words::reason),
    )

    private fun outcome(rep: PastRep): Text = when {
        !rep.counted -> words.reason(rep.attemptReason)
        rep.isClean -> Phrase.REP_CLEAN.text()
        else -> Phrase.REP_COUNTED.text()
    }
}
