package app.dowel.android.screen

import android.view.View
import app.dowel.android.ui.ChartView
import app.dowel.android.ui.Edges
import app.dowel.android.ui.EvenGrid
import app.dowel.android.ui.Kit
import app.dowel.android.ui.Notice
import app.dowel.android.ui.PageOf
import app.dowel.android.ui.Scaffold
import app.dowel.android.ui.Slot
import app.dowel.android.ui.Type
import app.dowel.android.ui.Weight
import app.dowel.android.ui.acrossParent
import app.dowel.android.ui.button
import app.dowel.android.ui.card
import app.dowel.android.ui.cardButton
import app.dowel.android.ui.column
import app.dowel.android.ui.fontScale
import app.dowel.android.ui.heading
import app.dowel.android.ui.label
import app.dowel.android.ui.showIf
import app.dowel.android.ui.tiles
import app.dowel.presenter.Line
import app.dowel.presenter.Phrase
import app.dowel.presenter.ProgressPresenter
import app.dowel.presenter.ProgressState
import app.dowel.presenter.SessionRow
import app.dowel.presenter.Text
import app.dowel.presenter.TrendView
import app.dowel.presenter.asText
import app.dowel.presenter.text

/** How it goes over the weeks: the row of days, the trends, and every session. */
class ProgressPage(kit: Kit, progress: ProgressPresenter, private val onOpen: (Long) -> Unit) : PageOf<ProgressState>(kit, progress) {
    private val notice = Notice(kit)
    private val empty = kit.label(Type.BODY, Phrase.PROGRESS_EMPTY.text())
    private val sums = Slot<Sums>(kit, GAP_DP, ::sums)
    private val trends = Slot<List<TrendView>>(kit) { listOf(trends(it)) }
    private val sessions = Slot<List<SessionRow>>(kit, GAP_DP, ::sessions)
    private val more = kit.button(Weight.QUIET, Phrase.PROGRESS_MORE.text(), onTap = progress::loadMore)
    private val erase = eraseAll(kit, progress)
    private val scaffold = Scaffold(kit).apply {
        val title = kit.heading(Type.TITLE, Phrase.SCREEN_PROGRESS.text())
        for (part in listOf(title, notice, empty, sums, trends, sessions, more, erase)) content.addView(part, acrossParent())
    }
    override val view: View = scaffold

    override fun inset(edges: Edges) = scaffold.inset(edges)

    override fun render(state: ProgressState) {
        val isThere = state.sessions.isNotEmpty()
        notice.show(state.problem)
        empty.showIf(state.isEmpty)
        sums.show(Sums(state.streak, state.today, state.totals).takeIf { isThere })
        trends.show(state.trends.filter { it.points.isNotEmpty() }.takeIf { isThere })
        sessions.show(state.sessions.takeIf { isThere })
        more.showIf(state.hasMore)
        erase.showIf(isThere)
        erase.show(state.asksToErase)
    }

    private data class Sums(val streak: Text?, val today: Text?, val totals: List<Line>)

    private fun sums(sums: Sums): List<View> = listOf(
        kit.card(
            SMALL_GAP_DP,
            sums.streak?.let { kit.heading(Type.SUBTITLE, it) },
            sums.today?.let { kit.label(Type.NOTE, it) },
        ),
        kit.card(SMALL_GAP_DP, kit.tiles(sums.totals)),
    )

    private fun trends(trends: List<TrendView>): View =
        EvenGrid(kit.context, gapPx = kit.dp(GAP_DP), leastPx = Math.round(kit.dp(LEAST_CHART_DP) * kit.fontScale))
            .apply { trends.forEach { addView(trend(it)) } }

    private fun trend(trend: TrendView): View = kit.card(
        SMALL_GAP_DP,
        kit.heading(Type.HEADING, trend.title),
        kit.column(0, kit.label(Type.NUMERAL, trend.now), kit.label(Type.NOTE, trend.direction)),
        ChartView(kit, trend),
    )

    private fun sessions(rows: List<SessionRow>): List<View> =
        listOf(kit.heading(Type.SUBTITLE, Phrase.PROGRESS_SESSIONS.text())) + rows.map(::session)

    private fun session(row: SessionRow): View = kit.cardButton(
        LINE_GAP_DP,
        listOf(
            kit.heading(Type.HEADING, row.title),
            kit.label(Type.NOTE, row.day.asText()),
            kit.label(Type.BODY, listOfNotNull(row.reps, row.clean).joinToString(", ", transform = kit.words).asText()),
            row.fault?.let { kit.label(Type.NOTE, Phrase.PROGRESS_FAULT.text(it)) },
        ),
    ) { onOpen(row.id) }

    private companion object {
        const val GAP_DP = 16
        const val SMALL_GAP_DP = 8
        const val LINE_GAP_DP = 4
        const val LEAST_CHART_DP = 280
    }
}
