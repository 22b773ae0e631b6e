package app.dowel.android.screen

import android.view.View
import app.dowel.android.ui.Edges
import app.dowel.android.ui.Kit
import app.dowel.android.ui.Notice
import app.dowel.android.ui.PageOf
import app.dowel.android.ui.Question
import app.dowel.android.ui.Scaffold
import app.dowel.android.ui.Type
import app.dowel.android.ui.acrossParent
import app.dowel.android.ui.heading
import app.dowel.android.ui.label
import app.dowel.android.ui.showIf
import app.dowel.presenter.Phrase
import app.dowel.presenter.ProgressPresenter
import app.dowel.presenter.ProgressState
import app.dowel.presenter.text

/** What stays on the phone, and the way to be rid of it. */
class PrivacyPage(kit: Kit, progress: ProgressPresenter, onBack: () -> Unit) : PageOf<ProgressState>(kit, progress) {
    private val notice = Notice(kit)
    private val erase = eraseAll(kit, progress)
    private val scaffold = Scaffold(kit, onBack).apply {
        content.addView(kit.heading(Type.TITLE, Phrase.SCREEN_PRIVACY.text()), acrossParent())
        for (phrase in LINES) content.addView(kit.label(Type.BODY, phrase.text()), acrossParent())
        content.addView(notice, acrossParent())
        content.addView(erase, acrossParent())
    }
    override val view: View = scaffold

    override fun inset(edges: Edges) = scaffold.inset(edges)

    override fun render(state: ProgressState) {
        notice.show(state.problem)
        erase.show(state.asksToErase)
        erase.showIf(!state.isEmpty)
    }

    private companion object {
        val LINES = listOf(
            Phrase.PRIVACY_PICTURES,
            Phrase.PRIVACY_SESSIONS,
            Phrase.PRIVACY_NETWORK,
            Phrase.PRIVACY_REPORTS,
            Phrase.PRIVACY_ERASE,
        )
    }
}

internal fun eraseAll(kit: Kit, progress: ProgressPresenter) = Question(
    kit, Phrase.ERASE_ALL.text(), Phrase.ERASE_ALL_ASK.text(),
    onAsk = progress::askToErase, onYes = progress::eraseAll, onNo = progress::keepAll,
)
