package app.dowel.android.ui

import android.view.View
import android.view.ViewGroup
import android.widget.FrameLayout
import android.widget.LinearLayout
import app.dowel.presenter.Tab
import app.dowel.view.Tone

/** A page, and the navigation beside it where the page is one of the app's own. */
class Shell(kit: Kit, private val page: Page, tab: Tab?, onChoose: (Tab) -> Unit) : LinearLayout(kit.context) {
    private val isWide = kit.isWide
    private val bar = tab?.let { NavBar(kit, it, onChoose) }

    init {
        orientation = if (isWide) HORIZONTAL else VERTICAL
        setBackgroundColor(kit.color(Tone.GROUND))
        (page.view.parent as? ViewGroup)?.removeView(page.view)
        val place = FrameLayout(kit.context).apply { addView(page.view) }
        if (isWide) {
            bar?.let { addView(it, LayoutParams(LayoutParams.WRAP_CONTENT, LayoutParams.MATCH_PARENT)) }
            addView(place, LayoutParams(0, LayoutParams.MATCH_PARENT, 1f))
        } else {
            addView(place, LayoutParams(LayoutParams.MATCH_PARENT, 0, 1f))
            bar?.let { addView(it, acrossParent()) }
        }
        importantForAccessibility = View.IMPORTANT_FOR_ACCESSIBILITY_NO
    }

    fun inset(edges: Edges) {
        bar?.inset(edges)
        page.inset(
            when {
                bar == null -> edges
                isWide -> edges.copy(left = 0)
                else -> edges.copy(bottom = 0)
            },
        )
    }
}
