package app.dowel.android.ui

import android.view.View
import android.widget.LinearLayout

/**
 * A part that is built from one value, and anew only when that value changes: so that a screen reader or a keyboard
 * keeps its place while another part changes.
 */
class Slot<T : Any>(kit: Kit, gapDp: Int = 0, private val build: (T) -> List<View>) : LinearLayout(kit.context) {
    private var shown: T? = null

    init {
        orientation = VERTICAL
        dividerDrawable = gap(kit.dp(gapDp))
        showDividers = SHOW_DIVIDER_MIDDLE
        showIf(false)
    }

    fun show(value: T?) {
        if (value == shown) return
        shown = value
        removeAllViews()
        value?.let(build).orEmpty().forEach { addView(it, it.layoutParams ?: acrossParent()) }
        showIf(childCount > 0)
    }
}
