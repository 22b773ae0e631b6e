package app.dowel.android.ui

import android.graphics.Typeface
import android.graphics.text.LineBreaker
import android.os.Build
import android.text.Layout
import android.util.TypedValue
import android.view.View
import android.widget.TextView
import app.dowel.presenter.Text
import app.dowel.view.Tone

/** The sizes of type, in sp: each grows with the phone's setting. */
enum class Type(val sp: Float, val face: Face, val tone: Tone, val spacing: Float = 1f) {
    /** The count, read from three metres away. */
    COUNT(120f, Face.STRONG, Tone.WORDS),
    NUMERAL(28f, Face.STRONG, Tone.WORDS),
    TITLE(30f, Face.SERIF, Tone.WORDS, spacing = 1.05f),
    SUBTITLE(21f, Face.SERIF, Tone.WORDS, spacing = 1.1f),
    HEADING(17f, Face.STRONG, Tone.WORDS, spacing = 1.1f),
    BODY(16f, Face.PLAIN, Tone.WORDS, spacing = 1.2f),
    LABEL(15f, Face.STRONG, Tone.WORDS),
    NOTE(14f, Face.PLAIN, Tone.MUTED, spacing = 1.15f),

    /** A tab of the navigation. */
    TAB(12f, Face.STRONG, Tone.MUTED),
}

enum class Face(val typeface: Typeface) {
    PLAIN(Typeface.create("sans-serif", Typeface.NORMAL)),
    STRONG(Typeface.create("sans-serif-medium", Typeface.NORMAL)),
    SERIF(Typeface.create("serif", Typeface.NORMAL)),
}

fun Kit.label(type: Type, text: Text? = null, tone: Tone = type.tone): TextView = TextView(context).apply {
    dress(this, type, tone)
    text?.let { this.text = words(it) }
}

internal fun Kit.dress(view: TextView, type: Type, tone: Tone = type.tone) = with(view) {
    setTextSize(TypedValue.COMPLEX_UNIT_SP, type.sp)
    typeface = type.face.typeface
    setTextColor(color(tone))
    setLineSpacing(0f, type.spacing)
    // German words are long and type can be large: better a hyphen than a broken word.
    hyphenationFrequency = Layout.HYPHENATION_FREQUENCY_NORMAL
    breakStrategy = if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.Q) {
        LineBreaker.BREAK_STRATEGY_HIGH_QUALITY
    } else {
        @Suppress("DEPRECATION")
        Layout.BREAK_STRATEGY_HIGH_QUALITY
    }
}

/** What a screen or a part of it is called: the screen reader jumps from one to the next. */
fun Kit.heading(type: Type, text: Text? = null): TextView = label(type, text).asHeading()

fun <V : View> V.asHeading(): V = apply {
    if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.P) isAccessibilityHeading = true
}

/** Nothing to say takes no room. */
fun Kit.show(view: TextView, text: Text?) = show(view, text?.let(words))

fun Kit.show(view: TextView, text: String?) {
    view.showIf(text != null)
    // The same words again would make the screen reader read them again.
    if (text != null && view.text.toString() != text) view.text = text
}

/** Read out when it changes, after what is being read. */
fun <V : View> V.announcingItself(): V = apply { accessibilityLiveRegion = View.ACCESSIBILITY_LIVE_REGION_POLITE }
