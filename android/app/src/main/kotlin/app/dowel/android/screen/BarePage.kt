package app.dowel.android.screen

import android.view.View
import app.dowel.android.ui.Edges
import app.dowel.android.ui.Kit
import app.dowel.android.ui.Page
import app.dowel.android.ui.Scaffold
import app.dowel.android.ui.Type
import app.dowel.android.ui.acrossParent
import app.dowel.android.ui.heading
import app.dowel.presenter.Text

/** Holds the place of a screen that is being built. */
class BarePage(kit: Kit, title: Text, onBack: (() -> Unit)? = null) : Page {
    private val scaffold = Scaffold(kit, onBack).apply { content.addView(kit.heading(Type.TITLE, title), acrossParent()) }
    override val view: View = scaffold

    override fun inset(edges: Edges) = scaffold.inset(edges)

    override fun show() = Unit

    override fun hide() = Unit
}
