package app.dowel.presenter

import app.dowel.core.AttemptReason
import app.dowel.core.CantTellReason
import app.dowel.core.CoachInterface
import app.dowel.core.TextValue
import app.dowel.core.ViewReason
import kotlin.math.roundToInt

/** What the core says about movement, in the chosen language. The app has no words of its own for it. */
internal class CoreWords(private val coach: CoachInterface) {
    fun drill(id: String): Text = of("drill-$id-name")

    fun fault(id: String): Text = of("fault-$id-name")

    /** What to do about a fault. */
    fun cue(fault: String): Text = of("cue-$fault")

    fun reason(reason: ViewReason): Text = of("report-view_reason-${wordOf(reason)}")

    fun reason(reason: CantTellReason): Text = of("report-cant_tell_reason-${wordOf(reason)}")

    fun reason(reason: AttemptReason?): Text = of("report-attempt_reason-${reason?.let(::wordOf) ?: "unknown"}")

    /** What went well, where that is a fault that was gone at the end. */
    fun wentWell(id: String, mended: String): Text {
        val fault = TextValue.Text(coach.text("fault-$mended-name"))
        return coach.textWith(id, mapOf("fault" to fault)).asText()
    }

    fun of(id: String): Text = coach.text(id).asText()

    private fun wordOf(reason: Enum<*>) = reason.name.lowercase()
}

internal fun whole(value: Double): Int = value.roundToInt()

internal fun degrees(value: Double?): Text =
    value?.let { Phrase.VALUE_DEGREES.text(whole(it)) } ?: Phrase.VALUE_CANT_TELL.text()
