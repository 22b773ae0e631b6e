package app.dowel.android.screen

import android.view.Gravity
import android.view.View
import app.dowel.android.ui.Action
import app.dowel.android.ui.Edges
import app.dowel.android.ui.EvenGrid
import app.dowel.android.ui.Icon
import app.dowel.android.ui.Kit
import app.dowel.android.ui.Notice
import app.dowel.android.ui.PageOf
import app.dowel.android.ui.Scaffold
import app.dowel.android.ui.Slot
import app.dowel.android.ui.Type
import app.dowel.android.ui.Wordmark
import app.dowel.android.ui.acrossParent
import app.dowel.android.ui.cardButton
import app.dowel.android.ui.column
import app.dowel.android.ui.filling
import app.dowel.android.ui.heading
import app.dowel.android.ui.icon
import app.dowel.android.ui.label
import app.dowel.android.ui.row
import app.dowel.presenter.DrillGroup
import app.dowel.presenter.DrillRow
import app.dowel.presenter.DrillsPresenter
import app.dowel.presenter.DrillsState
import app.dowel.presenter.Phrase
import app.dowel.presenter.asText
import app.dowel.presenter.text
import app.dowel.view.Tone

/** What there is to practise, by kind. */
class DrillsPage(kit: Kit, drills: DrillsPresenter, private val onOpen: (String) -> Unit) : PageOf<DrillsState>(kit, drills) {
    private val notice = Notice(kit)
    private val unsaved = Notice(kit)
    private val saveAgain = Action(Phrase.LIVE_SAVE_AGAIN.text(), drills::saveAgain)
    private val groups = Slot<List<DrillGroup>>(kit, GROUP_GAP_DP) { it.map(::group) }
    private val scaffold = Scaffold(kit).apply {
        content.addView(Wordmark(kit), acrossParent())
        content.addView(unsaved, acrossParent())
        content.addView(notice, acrossParent())
        content.addView(groups, acrossParent())
    }
    override val view: View = scaffold

    override fun inset(edges: Edges) = scaffold.inset(edges)

    override fun render(state: DrillsState) {
        unsaved.show(state.unsaved, saveAgain.takeIf { state.unsaved != null })
        notice.show(state.problem)
        groups.show(state.groups)
    }

    private fun group(group: DrillGroup): View {
        val rows = EvenGrid(kit.context, gapPx = kit.dp(ROW_GAP_DP), leastPx = kit.dp(LEAST_ROW_DP))
        group.drills.forEach { rows.addView(row(it)) }
        return kit.column(HEAD_GAP_DP, kit.heading(Type.SUBTITLE, group.title), rows)
    }

    private fun row(drill: DrillRow): View {
        val watch = kit.row(
            SIGN_GAP_DP,
            kit.icon(if (drill.isWatched) Icon.CAMERA else Icon.VOICE, Tone.MUTED, SIGN_DP),
            kit.label(Type.NOTE, drill.watch).filling(),
        ).apply { gravity = Gravity.CENTER_VERTICAL }
        val (name, purpose) = kit.label(Type.HEADING, drill.name.asText()) to kit.label(Type.NOTE, drill.purpose.asText())
        val words = kit.column(WORDS_GAP_DP, name, purpose, watch)
        val picture = kit.drillPicture(drill.picture, PICTURE_DP).apply { importantForAccessibility = View.IMPORTANT_FOR_ACCESSIBILITY_NO }
        // Large type wants the whole width for itself.
        val parts = if (kit.isLarge) listOf(picture, words) else listOf(kit.row(PICTURE_GAP_DP, picture, words.filling()))
        return kit.cardButton(WORDS_GAP_DP, parts) { onOpen(drill.id) }
    }

    private companion object {
        const val GROUP_GAP_DP = 32
        const val HEAD_GAP_DP = 12
        const val ROW_GAP_DP = 12
        const val LEAST_ROW_DP = 300
        const val WORDS_GAP_DP = 8
        const val SIGN_GAP_DP = 8
        const val SIGN_DP = 18
        const val PICTURE_DP = 88
        const val PICTURE_GAP_DP = 16
    }
}
