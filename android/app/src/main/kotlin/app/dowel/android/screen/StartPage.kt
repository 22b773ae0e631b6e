package app.dowel.android.screen

import android.view.View
import app.dowel.android.ui.Action
import app.dowel.android.ui.Edges
import app.dowel.android.ui.Kit
import app.dowel.android.ui.Notice
import app.dowel.android.ui.PageOf
import app.dowel.android.ui.Scaffold
import app.dowel.android.ui.Wordmark
import app.dowel.android.ui.acrossParent
import app.dowel.presenter.Phrase
import app.dowel.presenter.StartPresenter
import app.dowel.presenter.StartState
import app.dowel.presenter.text

/** While the session file is opened, and where it can't be. */
class StartPage(kit: Kit, start: StartPresenter, private val onOpen: (StartState.Open) -> Unit) : PageOf<StartState>(kit, start) {
    private val notice = Notice(kit)
    private val again = Action(Phrase.TRY_AGAIN.text(), start::open)
    private val scaffold = Scaffold(kit).apply {
        content.addView(Wordmark(kit), acrossParent())
        content.addView(notice, acrossParent())
    }
    override val view: View = scaffold

    override fun inset(edges: Edges) = scaffold.inset(edges)

    override fun render(state: StartState) = when (state) {
        StartState.Opening -> notice.show(null)
        is StartState.Failed -> notice.show(state.problem, again)
        is StartState.Open -> onOpen(state)
    }
}
