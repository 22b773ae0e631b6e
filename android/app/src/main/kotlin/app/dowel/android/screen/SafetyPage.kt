package app.dowel.android.screen

import android.view.Gravity
import android.view.View
import app.dowel.android.ui.Edges
import app.dowel.android.ui.Icon
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
import app.dowel.android.ui.filling
import app.dowel.android.ui.heading
import app.dowel.android.ui.icon
import app.dowel.android.ui.label
import app.dowel.android.ui.row
import app.dowel.presenter.Phrase
import app.dowel.presenter.SafetyPresenter
import app.dowel.presenter.SafetyState
import app.dowel.presenter.Text
import app.dowel.presenter.text
import app.dowel.view.Tone

/** When to ask a professional first. At the first start it is read before anything else: then there is no way back. */
class SafetyPage(
    kit: Kit,
    private val safety: SafetyPresenter,
    onBack: (() -> Unit)?,
    private val onRead: () -> Unit = {},
) : PageOf<SafetyState>(kit, safety) {
    private val isFirst = onBack == null
    private val notice = Notice(kit)
    private val words = Slot<SafetyState>(kit, GAP_DP, ::words)
    private val scaffold = Scaffold(kit, onBack).apply {
        content.addView(words, acrossParent())
        content.addView(notice, acrossParent())
        if (isFirst) atFoot(kit.button(Weight.PRIMARY, Phrase.SAFETY_ACCEPT.text(), onTap = safety::accept))
    }
    override val view: View = scaffold

    override fun inset(edges: Edges) = scaffold.inset(edges)

    override fun render(state: SafetyState) {
        words.show(state.copy(isRead = null, problem = null))
        notice.show(state.problem)
        if (isFirst && state.isRead == true) onRead()
    }

    private fun words(state: SafetyState): List<View> = listOf(
        kit.heading(Type.TITLE, state.title),
        kit.label(Type.BODY, state.lead),
        kit.card(REASON_GAP_DP, *state.reasons.map(::reason).toTypedArray()),
        kit.label(Type.BODY, state.closing),
        kit.label(Type.NOTE, state.privacy),
    )

    private fun reason(reason: Text): View =
        kit.row(REASON_GAP_DP, kit.icon(Icon.NOTICE, Tone.ACCENT), kit.label(Type.BODY, reason).filling())
            .apply { gravity = Gravity.TOP }

    private companion object {
        const val GAP_DP = 16
        const val REASON_GAP_DP = 12
    }
}
