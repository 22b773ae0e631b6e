package app.dowel.android.ui

import android.content.res.ColorStateList
import android.graphics.Color
import android.graphics.drawable.Drawable
import android.graphics.drawable.GradientDrawable
import android.graphics.drawable.RippleDrawable
import android.graphics.drawable.StateListDrawable
import android.view.View
import android.widget.LinearLayout
import app.dowel.view.Tone

internal const val CARD_RADIUS_DP = 20
internal const val TOUCH_DP = 48

/** Room between children: drawn as nothing. */
internal fun gap(sizePx: Int): Drawable = GradientDrawable().apply {
    setColor(Color.TRANSPARENT)
    setSize(sizePx, sizePx)
}

fun Kit.surface(fill: Tone?, radiusDp: Int = CARD_RADIUS_DP, edge: Tone? = null, edgeDp: Int = 1): GradientDrawable =
    GradientDrawable().apply {
        setColor(fill?.let(::color) ?: Color.TRANSPARENT)
        cornerRadius = dp(radiusDp).toFloat()
        edge?.let { setStroke(dp(edgeDp), color(it)) }
    }

/** As [touchable], but it lies on a pane that has the colour. */
fun Kit.touchableOnPane(radiusDp: Int): Drawable = touchable(fill = null, radiusDp)

/** A surface that answers the finger, and shows where a keyboard or a switch control stands. */
fun Kit.touchable(fill: Tone?, radiusDp: Int = CARD_RADIUS_DP, edge: Tone? = null, ripple: Tone = Tone.WORDS): Drawable {
    val faces = StateListDrawable().apply {
        addState(intArrayOf(android.R.attr.state_focused), surface(fill, radiusDp, Tone.WORDS, FOCUS_DP))
        addState(intArrayOf(), surface(fill, radiusDp, edge))
    }
    val wave = ColorStateList.valueOf(faint(color(ripple)))
    return RippleDrawable(wave, faces, surface(Tone.SURFACE, radiusDp))
}

fun Kit.card(gapDp: Int = 8, vararg children: View?): LinearLayout = column(gapDp, *children).apply {
    background = surface(Tone.SURFACE, edge = Tone.HAIRLINE)
    val room = dp(CARD_ROOM_DP)
    setPadding(room, room, room, room)
}

/** A card that leads somewhere. It is read as one. */
fun Kit.cardButton(gapDp: Int, children: List<View?>, onTap: () -> Unit): LinearLayout = card(gapDp, *children.toTypedArray()).apply {
    background = touchable(Tone.SURFACE, edge = Tone.HAIRLINE)
    minimumHeight = dp(TOUCH_DP)
    isClickable = true
    isFocusable = true
    setOnClickListener { onTap() }
    asButton()
}

internal fun faint(color: Int): Int = Color.argb(FAINT, Color.red(color), Color.green(color), Color.blue(color))

private const val FAINT = 40
private const val FOCUS_DP = 3
private const val CARD_ROOM_DP = 20
