package app.dowel.android.ui

import android.content.Context
import android.view.Gravity
import android.view.View
import android.widget.FrameLayout
import android.widget.LinearLayout
import android.widget.ScrollView
import app.dowel.presenter.Phrase
import app.dowel.presenter.Text
import app.dowel.view.Tone
import kotlin.math.min

/** A page that scrolls under a bar with the way back, with what there is to do at its foot. */
class Scaffold(private val kit: Kit, onBack: (() -> Unit)? = null) : LinearLayout(kit.context) {
    private val bar = toolbar(onBack)

    /** What scrolls, part by part. */
    val content: LinearLayout = kit.column(GAP_DP)
    private val scroll = ScrollView(kit.context)
    private val foot = Measure(kit.context, kit.dp(WIDEST_DP))

    init {
        orientation = VERTICAL
        setBackgroundColor(kit.color(Tone.GROUND))
        addView(bar, acrossParent())
        scroll.isFillViewport = true
        scroll.clipToPadding = false
        scroll.addView(Measure(kit.context, kit.dp(WIDEST_DP)).apply { addView(content) })
        addView(scroll, LayoutParams(LayoutParams.MATCH_PARENT, 0, 1f))
        addView(foot, acrossParent())
        foot.showIf(false)
        inset(Edges())
    }

    /** Stays in sight while the content scrolls. */
    fun atFoot(view: View) {
        foot.addView(view)
        foot.showIf(true)
    }

    fun inset(edges: Edges) {
        val side = kit.dp(SIDE_DP)
        bar.setPadding(edges.left + kit.dp(BAR_SIDE_DP), edges.top, edges.right + kit.dp(BAR_SIDE_DP), 0)
        val isLast = foot.visibility == View.GONE
        scroll.setPadding(edges.left + side, 0, edges.right + side, kit.dp(END_DP) + if (isLast) edges.bottom else 0)
        foot.setPadding(edges.left + side, kit.dp(FOOT_DP), edges.right + side, kit.dp(FOOT_DP) + edges.bottom)
    }

    private fun toolbar(onBack: (() -> Unit)?) = LinearLayout(kit.context).apply {
        minimumHeight = kit.dp(if (onBack == null) FIRST_ROOM_DP else BAR_DP)
        gravity = Gravity.CENTER_VERTICAL
        onBack?.let { addView(kit.iconButton(Icon.BACK, Text.Own(Phrase.BACK), onTap = it), asItIs()) }
    }

    private companion object {
        const val GAP_DP = 16
        const val SIDE_DP = 20
        const val BAR_SIDE_DP = 8
        const val BAR_DP = 56
        const val FIRST_ROOM_DP = 20
        const val FOOT_DP = 12
        const val END_DP = 32
        const val WIDEST_DP = 640
    }
}

/** Lines that are easy to read: one child, as wide as there is room but no wider than [widestPx], in the middle. */
internal class Measure(context: Context, private val widestPx: Int) : FrameLayout(context) {
    override fun onMeasure(widthSpec: Int, heightSpec: Int) {
        val room = MeasureSpec.getSize(widthSpec)
        val spare = (room - paddingLeft - paddingRight - widestPx).coerceAtLeast(0)
        super.onMeasure(MeasureSpec.makeMeasureSpec(room - spare, MeasureSpec.EXACTLY), heightSpec)
        setMeasuredDimension(room, measuredHeight)
    }

    override fun onLayout(changed: Boolean, left: Int, top: Int, right: Int, bottom: Int) {
        val room = right - left - paddingLeft - paddingRight
        for (index in 0 until childCount) {
            val child = getChildAt(index)
            val start = paddingLeft + (room - min(room, child.measuredWidth)) / 2
            child.layout(start, paddingTop, start + child.measuredWidth, paddingTop + child.measuredHeight)
        }
    }
}
