package app.dowel.android.ui

import android.view.Gravity
import android.view.View
import android.widget.Button
import android.widget.ImageButton
import android.widget.ImageView
import app.dowel.presenter.Text
import app.dowel.view.Tone

/** How much a button asks for. A screen has at most one [PRIMARY]. */
enum class Weight(val fill: Tone?, val words: Tone, val edge: Tone?, val heightDp: Int) {
    PRIMARY(Tone.ACCENT, Tone.ON_ACCENT, edge = null, heightDp = 56),
    QUIET(Tone.TINT, Tone.ON_TINT, edge = null, heightDp = 52),
    PLAIN(fill = null, Tone.ACCENT, edge = null, heightDp = TOUCH_DP),
    DESTRUCTIVE(fill = null, Tone.DANGER, edge = Tone.DANGER, heightDp = 52),
}

fun Kit.button(weight: Weight, text: Text?, icon: Icon? = null, onTap: () -> Unit): Button = Button(context).apply {
    dress(this, Type.LABEL, weight.words)
    isAllCaps = false
    stateListAnimator = null
    background = touchable(weight.fill, radiusDp = weight.heightDp / 2, edge = weight.edge, ripple = weight.words)
    minHeight = dp(weight.heightDp)
    minimumHeight = minHeight
    minWidth = dp(TOUCH_DP)
    minimumWidth = minWidth
    gravity = Gravity.CENTER
    val room = dp(if (weight == Weight.PLAIN) PLAIN_ROOM_DP else ROOM_DP)
    setPadding(room, dp(HEAD_ROOM_DP), room, dp(HEAD_ROOM_DP))
    icon?.let {
        setCompoundDrawablesRelativeWithIntrinsicBounds(IconDrawable(this@button, it, weight.words, ICON_DP), null, null, null)
        compoundDrawablePadding = dp(HEAD_ROOM_DP)
    }
    text?.let { this.text = words(it) }
    setOnClickListener { onTap() }
}

/** A button that shows only a sign; [label] is its name. */
fun Kit.iconButton(icon: Icon, label: Text, fill: Tone? = null, tone: Tone = Tone.WORDS, onTap: () -> Unit): ImageButton =
    ImageButton(context).apply {
        setImageDrawable(IconDrawable(this@iconButton, icon, tone))
        scaleType = ImageView.ScaleType.CENTER
        background = touchable(fill, radiusDp = TOUCH_DP / 2, ripple = tone)
        minimumWidth = dp(TOUCH_DP)
        minimumHeight = dp(TOUCH_DP)
        stateListAnimator = null
        setPadding(0, 0, 0, 0)
        contentDescription = words(label)
        setOnClickListener { onTap() }
    }

/** Faded where nothing can be done with it. */
fun View.enable(can: Boolean) {
    isEnabled = can
    alpha = if (can) 1f else FADED
}

private const val ROOM_DP = 24
private const val PLAIN_ROOM_DP = 12
private const val HEAD_ROOM_DP = 8
private const val ICON_DP = 20
private const val FADED = 0.4f
