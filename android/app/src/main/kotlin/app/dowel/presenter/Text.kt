package app.dowel.presenter

/**
 * Words to be shown: the app's own, which the view looks up among its resources, or the core's, which come ready
 * in the chosen language.
 */
sealed interface Text {
    data class Ready(val words: String) : Text

    /** [values] fill the places in the phrase; a [Text] among them is looked up first. */
    data class Own(val phrase: Phrase, val values: List<Any> = emptyList()) : Text

    /** A phrase that depends on how many; [count] is also its first value. */
    data class Counted(val phrase: Phrase, val count: Int) : Text
}

/** A label with its value, as a summary lists them. */
data class Line(val label: Text, val value: Text)

internal fun Phrase.text(vararg values: Any): Text = Text.Own(this, values.toList())

internal fun Phrase.counted(count: UInt): Text = Text.Counted(this, count.toInt())

internal fun String.asText(): Text = Text.Ready(this)
