package app.dowel.android

import android.content.res.Resources
import app.dowel.presenter.Phrase
import app.dowel.presenter.Text

/** Looks a presenter's words up among the app's resources, in the language that these have. */
class ResourceWords(private val resources: Resources, private val packageName: String) {
    private val ids = Phrase.entries.associateWith { phrase ->
        val kind = if (phrase.isPlural) "plurals" else "string"
        // By name, so that the presenters need no generated class. The names are held against the files by a test,
        // and res/raw/keep.xml keeps them from being taken for unused.
        resources.getIdentifier(phrase.resource, kind, packageName)
    }

    fun of(text: Text): String = when (text) {
        is Text.Ready -> text.words
        is Text.Own -> resources.getString(id(text.phrase), *filled(text.values))
        is Text.Counted -> resources.getQuantityString(id(text.phrase), text.count, text.count)
    }

    private fun id(phrase: Phrase): Int = ids.getValue(phrase)

    private fun filled(values: List<Any>): Array<Any> =
        values.map { if (it is Text) of(it) else it }.toTypedArray()
}
