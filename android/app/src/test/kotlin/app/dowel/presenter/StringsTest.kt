package app.dowel.presenter

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class StringsTest {
    @Test
    fun `every phrase is there in each language and no other`() {
        val phrases = Phrase.entries.map { it.resource }.toSet() + "app_name"
        for (strings in Resources.both) {
            assertEquals(strings.names.size, strings.names.toSet().size, "a name stands twice")
            assertEquals(phrases, strings.names.toSet())
            assertEquals(Phrase.entries.filter { it.isPlural }.map { it.resource }.toSet(), strings.plurals.keys)
            for ((name, forms) in strings.plurals) assertEquals(setOf("one", "other"), forms.keys, name)
        }
    }

    @Test
    fun `languages take the same values`() {
        val places = Regex("%\\d\\$[+.\\d]*[sdf]")
        val (english, german) = Resources.both.map { strings ->
            strings.texts.groupBy({ it.first }) { (_, text) -> places.findAll(text).map { it.value }.sorted().toList() }
        }
        assertEquals(english, german)
    }

    @Test
    fun `nothing is left to translate`() {
        val same = setOf("app_name", "screen_video", "language_english", "language_german")
        for ((name, text) in Resources.english.plain) {
            if (name in same || text.none(Char::isLetter) || name.startsWith("value_")) continue
            assertTrue(Resources.german.plain.getValue(name) != text, "$name is the same in both languages")
        }
    }

    @Test
    fun `android takes them as they are`() {
        for (strings in Resources.both) {
            for ((name, text) in strings.texts) {
                assertTrue(text.isNotBlank(), name)
                assertTrue(text == text.trim(), "$name begins or ends with a space")
                assertTrue('\'' !in text && '"' !in text && '\\' !in text, "$name wants escaping: $text")
                assertTrue(text.first() !in "@?", "$name would be taken for a reference")
            }
        }
    }

    @Test
    fun `no word of harm and no medical claim`() {
        // A claim has no place anywhere; what the person is asked, and whom they should ask first, names pain.
        val claims = listOf("prevent", "treat", "heal", "cure", "injur", "danger", "harm", "damage", "verletz", "gefahr",
            "gefähr", "schäd", "schad", "heil", "vorbeug", "verhinder", "risik", "risk", "unsafe", "kaputt")
        val pain = listOf("pain", "hurt", "schmerz", "weh")
        val asks = listOf("safety_", "feeling_", "session_pain_", "ending_pain")
        for (strings in Resources.both) {
            for ((name, text) in strings.texts) {
                val banned = if (asks.any(name::startsWith)) claims else claims + pain
                val words = text.lowercase().split(Regex("[^\\p{L}]+"))
                val found = words.filter { word -> banned.any(word::startsWith) }
                assertEquals(emptyList<String>(), found, "$name: $text")
            }
        }
    }
}
