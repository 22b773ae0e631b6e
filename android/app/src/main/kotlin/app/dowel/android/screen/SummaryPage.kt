package app.dowel.android.screen

import android.view.View
import app.dowel.android.ui.Edges
import app.dowel.android.ui.EvenGrid
import app.dowel.android.ui.Kit
import app.dowel.android.ui.Notice
import app.dowel.android.ui.Page
import app.dowel.android.ui.Scaffold
import app.dowel.android.ui.Type
import app.dowel.android.ui.Weight
import app.dowel.android.ui.acrossParent
import app.dowel.android.ui.button
import app.dowel.android.ui.card
import app.dowel.android.ui.column
import app.dowel.android.ui.filling
import app.dowel.android.ui.heading
import app.dowel.android.ui.label
import app.dowel.android.ui.row
import app.dowel.presenter.ChangeView
import app.dowel.presenter.Line
import app.dowel.presenter.Phrase
import app.dowel.presenter.PracticeState
import app.dowel.presenter.SetView
import app.dowel.presenter.SummaryView
import app.dowel.presenter.Text
import app.dowel.presenter.text

/** What a session came to, and the one thing to change. */
class SummaryPage(
    private val kit: Kit,
    done: PracticeState.Done,
    private val onDrill: (String) -> Unit,
    onFeeling: (Long) -> Unit,
    onDone: () -> Unit,
) : Page {
    private val scaffold = Scaffold(kit, onDone).apply {
        parts(done).forEach { content.addView(it, acrossParent()) }
        val session = done.summary.session
        atFoot(
            if (session == null) {
                kit.button(Weight.PRIMARY, Phrase.SUMMARY_DONE.text(), onTap = onDone)
            } else {
                kit.button(Weight.PRIMARY, Phrase.FEELING_TITLE.text()) { onFeeling(session) }
            },
        )
    }
    override val view: View = scaffold

    override fun inset(edges: Edges) = scaffold.inset(edges)

    override fun show() = Unit

    override fun hide() = Unit

    private fun parts(done: PracticeState.Done): List<View> = with(done.summary) {
        listOfNotNull(
            kit.column(HEAD_GAP_DP, kit.heading(Type.TITLE, title), kit.label(Type.BODY, total.wentWell)),
            done.notice?.let(::notice),
            figures(total.lines),
            total.change?.let(::change),
            total.backUnseen?.let { unseen(it) },
            tips(view),
            sets(this),
        )
    }

    private fun notice(text: Text) = Notice(kit).apply { show(text) }

    private fun figures(lines: List<Line>): View {
        val grid = EvenGrid(kit.context, gapPx = kit.dp(GAP_DP), leastPx = kit.dp(LEAST_FIGURE_DP))
        lines.forEach { grid.addView(figure(it)) }
        return grid
    }

    private fun figure(line: Line): View {
        val type = if (isNumber(line)) Type.NUMERAL else Type.SUBTITLE
        return kit.card(0, kit.label(type, line.value), kit.label(Type.NOTE, line.label))
    }

    private fun isNumber(line: Line) = kit.words(line.value).first().isDigit()

    private fun change(change: ChangeView) = kit.card(
        GAP_DP,
        kit.heading(Type.HEADING, Phrase.SUMMARY_CHANGE.text()),
        kit.label(Type.SUBTITLE, change.cue),
        kit.label(Type.NOTE, change.fault),
        change.drill?.let { drill -> kit.button(Weight.QUIET, Phrase.SUMMARY_DRILL.text(drill.name)) { onDrill(drill.id) } },
    )

    private fun unseen(reason: Text) =
        kit.column(HEAD_GAP_DP, kit.heading(Type.HEADING, Phrase.SUMMARY_BACK_UNSEEN.text()), kit.label(Type.BODY, reason))

    private fun tips(tips: List<Text>): View? = tips.takeIf { it.isNotEmpty() }?.let {
        val lines = tips.map { kit.label(Type.BODY, it) }
        kit.column(HEAD_GAP_DP, kit.heading(Type.HEADING, Phrase.SUMMARY_VIDEO_TIPS.text()), *lines.toTypedArray())
    }

    /** One set is the whole session: it was told above. */
    private fun sets(summary: SummaryView): View? = summary.sets.takeIf { it.size > 1 }?.let { sets ->
        kit.column(GAP_DP, kit.heading(Type.SUBTITLE, Phrase.SUMMARY_SETS.text()), *sets.map(::set).toTypedArray())
    }

    private fun set(set: SetView): View {
        val lines = set.tally.lines.map { kit.row(GAP_DP, kit.label(Type.BODY, it.label).filling(), kit.label(Type.LABEL, it.value)) }
        return kit.card(HEAD_GAP_DP, kit.heading(Type.HEADING, set.title), *lines.toTypedArray())
    }

    private companion object {
        const val GAP_DP = 12
        const val HEAD_GAP_DP = 8
        const val LEAST_FIGURE_DP = 140
    }
}
