package app.dowel.android.ui

import android.view.View
import app.dowel.presenter.Presenter

/** How far system bars and a camera's hole reach into the window, in pixels. */
data class Edges(val left: Int = 0, val top: Int = 0, val right: Int = 0, val bottom: Int = 0)

/** One screen. It watches its presenter from [show] to [hide], and is built anew when the window turns. */
interface Page {
    val view: View

    /** Whatever the theme: what lies behind the system's bars is dark. */
    val isDark: Boolean get() = false

    /** True where the page itself knows what back means. */
    fun onBack(): Boolean = false

    /** Nothing that is read or touched lies under the [edges]. */
    fun inset(edges: Edges)

    fun show()

    fun hide()
}

/** A page with one presenter. */
abstract class PageOf<S : Any>(protected val kit: Kit, private val presenter: Presenter<S>) : Page {
    protected abstract fun render(state: S)

    override fun show() = presenter.watch(::render)

    override fun hide() = presenter.unwatch()
}
