package app.dowel.android.screen

import android.view.View
import app.dowel.android.ui.Edges
import app.dowel.android.ui.Kit
import app.dowel.android.ui.Notice
import app.dowel.android.ui.PageOf
import app.dowel.android.ui.Scaffold
import app.dowel.android.ui.Slot
import app.dowel.android.ui.Type
import app.dowel.android.ui.acrossParent
import app.dowel.android.ui.column
import app.dowel.android.ui.heading
import app.dowel.android.ui.label
import app.dowel.core.LimitsSection
import app.dowel.presenter.LimitsPresenter
import app.dowel.presenter.LimitsState
import app.dowel.presenter.Phrase
import app.dowel.presenter.asText
import app.dowel.presenter.text

/** What Dowel can and can't see. */
class LimitsPage(kit: Kit, limits: LimitsPresenter, onBack: () -> Unit) : PageOf<LimitsState>(kit, limits) {
    private val notice = Notice(kit)
    private val sections = Slot<List<LimitsSection>>(kit, GAP_DP) { it.map(::section) }
    private val scaffold = Scaffold(kit, onBack).apply {
        content.addView(kit.heading(Type.TITLE, Phrase.SCREEN_LIMITS.text()), acrossParent())
        content.addView(notice, acrossParent())
        content.addView(sections, acrossParent())
    }
    override val view: View = scaffold

    override fun inset(edges: Edges) = scaffold.inset(edges)

    override fun render(state: LimitsState) {
        notice.show(state.problem)
        sections.show(state.sections)
    }

    private fun section(section: LimitsSection): View {
        val lines = section.lines.map { kit.label(Type.BODY, it.asText()) }
        return kit.column(LINE_GAP_DP, kit.heading(Type.HEADING, section.title.asText()), *lines.toTypedArray())
    }

    private companion object {
        const val GAP_DP = 24
        const val LINE_GAP_DP = 8
    }
}
