package app.dowel.android.screen.live

import android.graphics.Color
import android.graphics.drawable.GradientDrawable
import android.util.TypedValue
import android.view.Gravity
import android.view.View
import android.view.ViewOutlineProvider
import android.widget.FrameLayout
import android.widget.LinearLayout
import android.widget.ScrollView
import android.widget.TextView
import app.dowel.android.ui.Kit
import app.dowel.android.ui.MarksView
import app.dowel.android.ui.Slot
import app.dowel.android.ui.Type
import app.dowel.android.ui.asItIs
import app.dowel.android.ui.column
import app.dowel.android.ui.filling
import app.dowel.android.ui.gap
import app.dowel.android.ui.label
import app.dowel.android.ui.row
import app.dowel.android.ui.show
import app.dowel.android.ui.showIf
import app.dowel.presenter.DepthMeter
import app.dowel.presenter.Line
import app.dowel.presenter.LiveView
import app.dowel.presenter.SetView
import app.dowel.view.HintPicture
import app.dowel.view.Meter
import app.dowel.view.Tone
import kotlin.math.min

/** Words on it can be read on whatever the camera sees. */
internal fun Kit.pane(radiusDp: Int = PANE_RADIUS_DP) = GradientDrawable().apply {
    setColor(Color.argb(PANE_ALPHA, 0x10, 0x11, 0x14))
    cornerRadius = dp(radiusDp).toFloat()
}

/** A number to be read from three metres away, and what it counts. It is read out as one. */
internal class BigNumber(private val kit: Kit) : LinearLayout(kit.context) {
    private val number = kit.label(Type.COUNT).apply {
        includeFontPadding = false
        // It is far larger than any type: it grows only as far as the window allows.
        setTextSize(TypedValue.COMPLEX_UNIT_PX, min(textSize, kit.dp(if (kit.isWide) MOST_WIDE_DP else MOST_DP).toFloat()))
    }
    private val unit = kit.label(Type.HEADING)

    init {
        orientation = VERTICAL
        background = kit.pane(RADIUS_DP)
        setPadding(kit.dp(SIDE_DP), kit.dp(HEAD_DP), kit.dp(SIDE_DP), kit.dp(FOOT_DP))
        addView(number, asItIs())
        addView(unit, asItIs())
        importantForAccessibility = View.IMPORTANT_FOR_ACCESSIBILITY_YES
        descendantFocusability = FOCUS_BLOCK_DESCENDANTS
        for (part in listOf(number, unit)) part.importantForAccessibility = View.IMPORTANT_FOR_ACCESSIBILITY_NO
    }

    fun show(line: Line) {
        kit.show(number, line.value)
        kit.show(unit, line.label)
        // In large type it would cover the body; the number is what is read from afar.
        unit.showIf(!kit.isLarge)
        contentDescription = "${kit.words(line.value)} ${kit.words(line.label)}"
    }

    private companion object {
        const val MOST_DP = 130
        const val MOST_WIDE_DP = 110
        const val RADIUS_DP = 24
        const val SIDE_DP = 20
        const val HEAD_DP = 4
        const val FOOT_DP = 12
    }
}

/** How deep the hinge is: an upright bar, and the degrees under it. */
internal class DepthBar(private val kit: Kit) : LinearLayout(kit.context) {
    private val bar = MarksView(kit).apply {
        clipToOutline = true
        background = kit.pane(BAR_DP / 2)
        outlineProvider = ViewOutlineProvider.BACKGROUND
    }
    private val degrees = kit.label(Type.LABEL).apply {
        gravity = Gravity.CENTER
        background = kit.pane(RADIUS_DP)
        setPadding(kit.dp(ROOM_DP), kit.dp(HEAD_DP), kit.dp(ROOM_DP), kit.dp(HEAD_DP))
    }

    init {
        orientation = VERTICAL
        gravity = Gravity.CENTER_HORIZONTAL
        dividerDrawable = gap(kit.dp(HEAD_DP))
        showDividers = SHOW_DIVIDER_MIDDLE
        addView(bar, LayoutParams(kit.dp(BAR_DP), 0, 1f))
        addView(degrees, asItIs())
    }

    fun show(depth: DepthMeter) {
        bar.marks = { Meter(kit.density).marks(depth, it) }
        kit.show(degrees, depth.value)
        degrees.contentDescription = depth.labels.joinToString { kit.words(it) }
    }

    private companion object {
        const val BAR_DP = 28
        const val RADIUS_DP = 12
        const val ROOM_DP = 10
        const val HEAD_DP = 6
    }
}

/** What is being said, in words and, before a set, with a picture of what to do. */
internal class Caption(private val kit: Kit) : LinearLayout(kit.context) {
    private val picture = MarksView(kit)
    private val shown = kit.label(Type.LABEL, tone = Tone.MUTED)
    private val words = kit.label(Type.SUBTITLE)
    private val rest = Slot<SetView>(kit, GAP_DP, ::lastSet)
    private val scroll = LowScroll(kit)

    init {
        orientation = HORIZONTAL
        gravity = Gravity.CENTER_VERTICAL
        background = kit.pane()
        val room = kit.dp(ROOM_DP)
        setPadding(room, room, room, room)
        picture.importantForAccessibility = View.IMPORTANT_FOR_ACCESSIBILITY_NO
        addView(picture, LayoutParams(kit.dp(PICTURE_DP), kit.dp(PICTURE_DP)).apply { marginEnd = room })
        scroll.addView(kit.column(GAP_DP, shown, words, rest))
        addView(scroll.filling())
    }

    fun show(view: LiveView) {
        val hint = view.hint
        picture.showIf(hint != null)
        picture.marks = hint?.let { { size -> HintPicture(size).marks(it) } }
        kit.show(shown, view.shown)
        kit.show(words, view.caption)
        rest.show(view.rest)
        val isLong = (view.caption?.length ?: 0) > LONG
        words.setTextSize(TypedValue.COMPLEX_UNIT_SP, if (isLong) Type.BODY.sp else Type.SUBTITLE.sp)
        showIf(hint != null || view.caption != null || view.shown != null || view.rest != null)
    }

    private fun lastSet(set: SetView): List<View> {
        val lines = set.tally.lines.map { kit.row(GAP_DP, kit.label(Type.BODY, it.label).filling(), kit.label(Type.LABEL, it.value)) }
        return listOf(kit.label(Type.HEADING, set.title)) + lines + listOfNotNull(set.tally.change?.let { kit.label(Type.BODY, it.cue) })
    }

    private companion object {
        const val ROOM_DP = 16
        const val GAP_DP = 6
        const val PICTURE_DP = 88

        /** Letters from which on the type gets smaller: a drill's set-up is read, a cue is glanced at. */
        const val LONG = 90
    }
}

/** As high as what it holds, but no higher than a part of the window: then it scrolls. */
private class LowScroll(private val kit: Kit) : ScrollView(kit.context) {
    override fun onMeasure(widthSpec: Int, heightSpec: Int) {
        val most = kit.dp(kit.context.resources.configuration.screenHeightDp) * (if (kit.isWide) WIDE_PERCENT else PERCENT) / 100
        val room = if (MeasureSpec.getMode(heightSpec) == MeasureSpec.UNSPECIFIED) most else min(most, MeasureSpec.getSize(heightSpec))
        super.onMeasure(widthSpec, MeasureSpec.makeMeasureSpec(room, MeasureSpec.AT_MOST))
    }

    private companion object {
        const val PERCENT = 34
        const val WIDE_PERCENT = 45
    }
}

internal fun Kit.pill(): TextView = label(Type.HEADING).apply {
    background = pane(PILL_RADIUS_DP)
    setPadding(dp(PILL_SIDE_DP), dp(PILL_HEAD_DP), dp(PILL_SIDE_DP), dp(PILL_HEAD_DP))
}

internal fun FrameLayout.put(view: View, gravity: Int, widthPx: Int, heightPx: Int) =
    addView(view, FrameLayout.LayoutParams(widthPx, heightPx, gravity))

private const val PANE_RADIUS_DP = 20
private const val PANE_ALPHA = 0xCC
private const val PILL_RADIUS_DP = 24
private const val PILL_SIDE_DP = 18
private const val PILL_HEAD_DP = 10
