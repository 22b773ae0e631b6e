package app.dowel.presenter

import app.dowel.core.Ending
import app.dowel.core.SessionSummary
import app.dowel.core.SetSummary
import app.dowel.core.Tally

/** How a set went: what was good, the one thing to change, and the drill that mends it. */
data class SetView(val title: Text, val tally: TallyView)

data class TallyView(
    val lines: List<Line>,
    val wentWell: Text,
    val change: ChangeView?,
    /** Why the back could not be judged. */
    val backUnseen: Text?,
)

data class ChangeView(
    val fault: Text,
    val cue: Text,
    /** Offered as a button. */
    val drill: DrillLink?,
)

data class DrillLink(val id: String, val name: Text)

data class SummaryView(
    /** The number under which it is kept; null when there was nothing to keep. */
    val session: Long?,
    val title: Text,
    val total: TallyView,
    val sets: List<SetView>,
    /** What to change about the camera's place, where the view was refused. */
    val view: List<Text>,
)

internal class SummaryWriter(private val words: CoreWords) {
    fun session(id: Long?, summary: SessionSummary) = SummaryView(
        session = id,
        title = endingPhrase(summary.ending).text(),
        total = tally(summary.total),
        sets = summary.sets.map(::set),
        view = if (summary.viewOk) emptyList() else summary.viewReasons.map(words::reason),
    )

    fun set(set: SetSummary) = SetView(Phrase.SUMMARY_SET.text(set.index.toInt() + 1), tally(set.tally))

    private fun tally(tally: Tally) = TallyView(
        lines = listOf(
            Line(Phrase.SUMMARY_REPS.text(), Phrase.VALUE_NUMBER.text(tally.reps.toInt())),
            Line(Phrase.SUMMARY_CLEAN.text(), Phrase.VALUE_OF.text(tally.clean.toInt(), tally.judged.toInt())),
            Line(Phrase.SUMMARY_CLEAN_DEPTH.text(), degrees(tally.cleanDepthDeg)),
            Line(Phrase.SUMMARY_HINGE_INDEX.text(), index(tally)),
        ),
        wentWell = wentWell(tally),
        change = tally.change?.let { change(it, tally.drill) },
        backUnseen = tally.backUnseen?.let(words::reason),
    )

    private fun index(tally: Tally): Text =
        tally.hingeIndex?.let { Phrase.VALUE_NUMBER.text(it.toInt()) } ?: Phrase.VALUE_CANT_TELL.text()

    private fun wentWell(tally: Tally): Text =
        tally.mended?.let { words.wentWell(tally.wentWell, it) } ?: words.of(tally.wentWell)

    private fun change(fault: String, drill: String?) =
        ChangeView(words.fault(fault), words.cue(fault), drill?.let { DrillLink(it, words.drill(it)) })
}

internal fun endingPhrase(ending: Ending): Phrase = when (ending) {
    Ending.FINISHED -> Phrase.ENDING_FINISHED
    Ending.BY_HAND -> Phrase.ENDING_BY_HAND
    Ending.WALKED_UP -> Phrase.ENDING_WALKED_UP
    Ending.LEFT -> Phrase.ENDING_LEFT
    Ending.PAIN -> Phrase.ENDING_PAIN
}
