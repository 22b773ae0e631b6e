package app.dowel.android.ui

import android.util.TypedValue
import android.view.Gravity
import android.view.View
import android.widget.LinearLayout
import android.widget.ScrollView
import app.dowel.presenter.Tab
import app.dowel.presenter.Text
import app.dowel.view.Tone
import kotlin.math.min

/** The app's four parts: along the foot, or along the side of a wide window. */
class NavBar(private val kit: Kit, chosen: Tab, onChoose: (Tab) -> Unit) : LinearLayout(kit.context) {
    private val isRail = kit.isWide
    private val items = LinearLayout(kit.context)

    init {
        orientation = if (isRail) HORIZONTAL else VERTICAL
        setBackgroundColor(kit.color(Tone.SURFACE))
        items.orientation = if (isRail) VERTICAL else HORIZONTAL
        items.gravity = Gravity.CENTER
        for (tab in Tab.entries) items.addView(item(tab, tab == chosen) { onChoose(tab) }, roomFor())
        val edge = View(kit.context).apply { setBackgroundColor(kit.color(Tone.HAIRLINE)) }
        val hair = kit.dp(1)
        if (isRail) {
            // Large type on a low window: the rail scrolls rather than losing a tab.
            val scroll = ScrollView(kit.context).apply { isFillViewport = true; addView(items) }
            addView(scroll, LayoutParams(LayoutParams.WRAP_CONTENT, LayoutParams.MATCH_PARENT))
            addView(edge, LayoutParams(hair, LayoutParams.MATCH_PARENT))
        } else {
            addView(edge, LayoutParams(LayoutParams.MATCH_PARENT, hair))
            addView(items, acrossParent())
        }
        inset(Edges())
    }

    fun inset(edges: Edges) {
        if (isRail) setPadding(edges.left, edges.top, 0, edges.bottom) else setPadding(edges.left, 0, edges.right, edges.bottom)
    }

    private fun roomFor() = if (isRail) {
        LayoutParams(kit.dp(RAIL_DP), LayoutParams.WRAP_CONTENT)
    } else {
        LayoutParams(0, LayoutParams.MATCH_PARENT, 1f)
    }

    /** The chosen one stands on a pill, and its name is darker. */
    private fun item(tab: Tab, isChosen: Boolean, onTap: () -> Unit): View {
        val sign = kit.icon(iconOf(tab), if (isChosen) Tone.ON_TINT else Tone.MUTED).apply {
            setPadding(kit.dp(PILL_ROOM_DP), kit.dp(PILL_HEAD_DP), kit.dp(PILL_ROOM_DP), kit.dp(PILL_HEAD_DP))
            if (isChosen) background = kit.surface(Tone.TINT, PILL_ROOM_DP)
        }
        val name = kit.label(Type.TAB, Text.Own(tab.phrase), if (isChosen) Tone.WORDS else Tone.MUTED).apply {
            gravity = Gravity.CENTER
            // Four names share the window's width: they grow with the phone's type only as far as they fit.
            setTextSize(TypedValue.COMPLEX_UNIT_PX, min(textSize, Type.TAB.sp * MOST_GROWTH * kit.density))
        }
        return LinearLayout(kit.context).apply {
            orientation = VERTICAL
            gravity = Gravity.CENTER
            addView(sign, asItIs())
            addView(name, asItIs())
            minimumHeight = kit.dp(ITEM_DP)
            setPadding(0, kit.dp(ITEM_ROOM_DP), 0, kit.dp(ITEM_ROOM_DP))
            background = kit.touchable(fill = null, radiusDp = PILL_ROOM_DP)
            isSelected = isChosen
            isClickable = true
            isFocusable = true
            contentDescription = kit.words(Text.Own(tab.phrase))
            setOnClickListener { onTap() }
            asButton()
        }
    }

    private companion object {
        const val ITEM_DP = 64
        const val ITEM_ROOM_DP = 6
        const val RAIL_DP = 104
        const val MOST_GROWTH = 1.3f
        const val PILL_ROOM_DP = 16
        const val PILL_HEAD_DP = 4
    }
}

private fun iconOf(tab: Tab): Icon = when (tab) {
    Tab.PRACTICE -> Icon.PRACTICE
    Tab.PROGRESS -> Icon.PROGRESS
    Tab.VIDEO -> Icon.VIDEO
    Tab.SETTINGS -> Icon.SETTINGS
}
