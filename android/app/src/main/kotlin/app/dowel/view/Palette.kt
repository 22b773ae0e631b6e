package app.dowel.view

enum class Theme { LIGHT, DARK }

/** Opaque colours, as 0xAARRGGBB. */
class Palette private constructor(val ground: Int, private val inks: Map<Ink, Int>) {
    fun of(ink: Ink): Int = inks.getValue(ink)

    companion object {
        fun of(theme: Theme): Palette = when (theme) {
            Theme.LIGHT -> LIGHT
            Theme.DARK -> DARK
        }

        private val LIGHT = Palette(
            ground = rgb(0xFAF8F4),
            inks = mapOf(
                Ink.BODY to rgb(0x5B6470),
                Ink.STICK to rgb(0x8F6128),
                Ink.TOUCHING to rgb(0x1F7A4D),
                Ink.LIFTED to rgb(0xB3470F),
                Ink.CANT_TELL to rgb(0x6B6B6B),
                Ink.TRACK to rgb(0xE3DED4),
                Ink.LEVEL to rgb(0x2B6CB0),
                Ink.TARGET to rgb(0x1F7A4D),
                Ink.LIMIT to rgb(0xB3470F),
                Ink.GRID to rgb(0xD5CFC3),
                Ink.TREND to rgb(0x2B6CB0),
                Ink.WORDS to rgb(0x2A2622),
            ),
        )

        private val DARK = Palette(
            ground = rgb(0x16181B),
            inks = mapOf(
                Ink.BODY to rgb(0xAEB8C4),
                Ink.STICK to rgb(0xE0B070),
                Ink.TOUCHING to rgb(0x5BD79A),
                Ink.LIFTED to rgb(0xFF9A5C),
                Ink.CANT_TELL to rgb(0xB0B0B0),
                Ink.TRACK to rgb(0x2C3036),
                Ink.LEVEL to rgb(0x7DB4F0),
                Ink.TARGET to rgb(0x5BD79A),
                Ink.LIMIT to rgb(0xFF9A5C),
                Ink.GRID to rgb(0x3A3F46),
                Ink.TREND to rgb(0x7DB4F0),
                Ink.WORDS to rgb(0xF0EDE8),
            ),
        )

        private fun rgb(value: Long): Int = (0xFF000000 or value).toInt()
    }
}
