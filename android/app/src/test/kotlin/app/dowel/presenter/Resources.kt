package app.dowel.presenter

import org.w3c.dom.Element
import java.io.File
import java.util.Locale
import javax.xml.parsers.DocumentBuilderFactory

/** The app's resource files, read as they are. */
object Resources {
    private val main = File(System.getProperty("android.folder"), "app/src/main")

    val english = Strings("values", Locale.ENGLISH)
    val german = Strings("values-de", Locale.GERMAN)
    val both = listOf(english, german)

    fun xml(path: String): Element {
        val factory = DocumentBuilderFactory.newInstance().apply { isNamespaceAware = true }
        return factory.newDocumentBuilder().parse(File(main, path)).documentElement
    }
}

fun Element.all(tag: String): List<Element> =
    getElementsByTagName(tag).let { found -> List(found.length) { found.item(it) as Element } }

class Strings(folder: String, private val locale: Locale) {
    private val root = Resources.xml("res/$folder/strings.xml")

    val plain: Map<String, String> = root.all("string").associate { it.getAttribute("name") to it.textContent }

    val plurals: Map<String, Map<String, String>> = root.all("plurals").associate { plural ->
        plural.getAttribute("name") to plural.all("item").associate { it.getAttribute("quantity") to it.textContent }
    }

    val names: List<String> = root.all("string").map { it.getAttribute("name") } + plurals.keys

    /** Every text with the name it belongs to. */
    val texts: List<Pair<String, String>> =
        plain.toList() + plurals.flatMap { (name, forms) -> forms.values.map { name to it } }

    /** As the view will look it up. */
    fun of(text: Text): String = when (text) {
        is Text.Ready -> text.words
        is Text.Own -> fill(plain.getValue(text.phrase.resource), text.values)
        is Text.Counted -> {
            val forms = plurals.getValue(text.phrase.resource)
            fill(forms.getValue(if (text.count == 1) "one" else "other"), listOf(text.count))
        }
    }

    private fun fill(pattern: String, values: List<Any>): String {
        val ready = values.map { if (it is Text) of(it) else it }.toTypedArray()
        return String.format(locale, pattern, *ready)
    }
}

/** In English; and it can be said in German, too. */
fun Text.shown(): String {
    Resources.german.of(this)
    return Resources.english.of(this)
}

fun Line.shown() = "${label.shown()}: ${value.shown()}"
