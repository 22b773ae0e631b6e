package app.dowel.android.ui

import android.content.Context
import android.content.res.ColorStateList
import android.view.Gravity
import android.view.View
import android.widget.LinearLayout
import android.widget.RadioButton
import android.widget.Switch
import android.widget.TextView
import app.dowel.presenter.Choice
import app.dowel.presenter.PAIN_LEVELS
import app.dowel.presenter.Text
import app.dowel.view.Tone

/** Something that is on or off, with its name; the whole line can be touched. */
fun Kit.switchRow(text: Text, onChange: (Boolean) -> Unit): Switch = Switch(context).apply {
    dress(this, Type.BODY)
    this.text = words(text)
    minHeight = dp(TOUCH_DP)
    switchPadding = dp(ROOM_DP)
    background = touchable(fill = null, radiusDp = CORNER_DP)
    thumbTintList = states(on = color(Tone.ACCENT), off = color(Tone.OUTLINE))
    trackTintList = states(on = color(Tone.ACCENT), off = color(Tone.OUTLINE))
    setOnClickListener { onChange(isChecked) }
}

private fun states(on: Int, off: Int) =
    ColorStateList(arrayOf(intArrayOf(android.R.attr.state_checked), intArrayOf()), intArrayOf(on, off))

/** One of several, below each other. [T] is what they stand for. */
class ChoiceGroup<T>(private val kit: Kit, private val onChoose: (T) -> Unit) : LinearLayout(kit.context) {
    private var shown: List<Choice<T>> = emptyList()

    init {
        orientation = VERTICAL
    }

    fun show(choices: List<Choice<T>>) {
        if (choices.map { it.label } != shown.map { it.label }) {
            removeAllViews()
            choices.forEach { addView(option(it), acrossParent()) }
        }
        shown = choices
        choices.forEachIndexed { index, choice -> (getChildAt(index) as RadioButton).isChecked = choice.isChosen }
    }

    private fun option(choice: Choice<T>) = RadioButton(kit.context).apply {
        kit.dress(this, Type.BODY)
        text = kit.words(choice.label)
        minHeight = kit.dp(TOUCH_DP)
        buttonTintList = states(on = kit.color(Tone.ACCENT), off = kit.color(Tone.OUTLINE))
        background = kit.touchable(fill = null, radiusDp = CORNER_DP)
        setOnClickListener { onChoose(choice.value) }
    }
}

/** A pill that is chosen or not: filled and ticked where it is. */
class Chip(private val kit: Kit, text: Text, onTap: () -> Unit) : LinearLayout(kit.context) {
    private val tick = kit.icon(Icon.CHECK, Tone.ON_ACCENT, TICK_DP)
    private val name: TextView = kit.label(Type.LABEL, text)

    var isChosen = false
        set(next) {
            field = next
            dressAs(next)
        }

    init {
        orientation = HORIZONTAL
        gravity = Gravity.CENTER_VERTICAL
        dividerDrawable = gap(kit.dp(TICK_ROOM_DP))
        showDividers = SHOW_DIVIDER_MIDDLE
        minimumHeight = kit.dp(TOUCH_DP)
        setPadding(kit.dp(CHIP_ROOM_DP), kit.dp(HEAD_DP), kit.dp(CHIP_ROOM_DP), kit.dp(HEAD_DP))
        addView(tick, asItIs())
        addView(name, asItIs())
        isClickable = true
        isFocusable = true
        setOnClickListener { onTap() }
        contentDescription = kit.words(text)
        asCheck { isChosen }
        dressAs(false)
    }

    private fun dressAs(chosen: Boolean) {
        tick.showIf(chosen)
        name.setTextColor(kit.color(if (chosen) Tone.ON_ACCENT else Tone.WORDS))
        background = if (chosen) {
            kit.touchable(Tone.ACCENT, radiusDp = TOUCH_DP / 2, ripple = Tone.ON_ACCENT)
        } else {
            kit.touchable(Tone.SURFACE, radiusDp = TOUCH_DP / 2, edge = Tone.OUTLINE)
        }
    }
}

/** Pain from 0 to 10, each number a place to touch. */
class PainScale(private val kit: Kit, label: (Int) -> Text, onSay: (Int) -> Unit) : LinearLayout(kit.context) {
    private val steps: List<TextView> = PAIN_LEVELS.map { level -> step(level, label(level)) { onSay(level) } }

    /** Null while nothing was said. */
    var level: Int? = null
        set(next) {
            field = next
            steps.forEachIndexed(::dressAs)
        }

    init {
        orientation = VERTICAL
        val grid = EvenGrid(kit.context, gapPx = kit.dp(STEP_GAP_DP), leastPx = kit.dp(TOUCH_DP))
        steps.forEach(grid::addView)
        addView(grid, acrossParent())
        steps.forEachIndexed(::dressAs)
    }

    private fun step(number: Int, label: Text, onTap: () -> Unit) = TextView(kit.context).apply {
        kit.dress(this, Type.LABEL)
        text = "$number"
        gravity = Gravity.CENTER
        minHeight = kit.dp(TOUCH_DP)
        isClickable = true
        isFocusable = true
        contentDescription = kit.words(label)
        setOnClickListener { onTap() }
        asOption { level == number }
    }

    /** The chosen one is filled, and raised by a second ring. */
    private fun dressAs(number: Int, view: TextView) {
        val isChosen = level == number
        view.setTextColor(kit.color(if (isChosen) Tone.ON_ACCENT else Tone.WORDS))
        view.background = if (isChosen) {
            kit.touchable(Tone.ACCENT, radiusDp = CORNER_DP, edge = Tone.WORDS, ripple = Tone.ON_ACCENT)
        } else {
            kit.touchable(Tone.GROUND, radiusDp = CORNER_DP, edge = Tone.OUTLINE)
        }
    }

    private companion object {
        const val STEP_GAP_DP = 6
    }
}

/** A whole number with a button on either side. */
class Stepper(kit: Kit, less: Text, more: Text, onChange: (Int) -> Unit) : LinearLayout(kit.context) {
    /** What is counted; read out as it changes. */
    val label: TextView = kit.label(Type.HEADING).announcingItself().apply { gravity = Gravity.CENTER }

    init {
        orientation = HORIZONTAL
        gravity = Gravity.CENTER_VERTICAL
        addView(kit.iconButton(Icon.MINUS, less, fill = Tone.TINT, tone = Tone.ON_TINT) { onChange(-1) }, asItIs())
        addView(label.filling())
        addView(kit.iconButton(Icon.PLUS, more, fill = Tone.TINT, tone = Tone.ON_TINT) { onChange(1) }, asItIs())
    }
}

fun flow(context: Context, gapPx: Int, children: List<View>) = Flow(context, gapPx).apply { children.forEach(::addView) }

private const val ROOM_DP = 16
private const val CORNER_DP = 12
private const val CHIP_ROOM_DP = 18
private const val HEAD_DP = 8
private const val TICK_DP = 18
private const val TICK_ROOM_DP = 8
