package app.dowel.view

enum class Theme { LIGHT, DARK }

/** What a surface or its words are for. Words stand on the surface that their name tells: [ON_ACCENT] on [ACCENT]. */
enum class Tone {
    GROUND,

    /** A card on the ground. */
    SURFACE,

    /** The one colour that asks to be touched. */
    ACCENT,
    ON_ACCENT,

    /** A quiet button, a chosen chip. */
    TINT,
    ON_TINT,

    /** Words on ground and surface. */
    WORDS,
    MUTED,

    /** The edge of a card; only helps the eye. */
    HAIRLINE,

    /** The edge of what can be touched. */
    OUTLINE,
    DANGER,
    ON_DANGER,
    NOTICE,
    ON_NOTICE,

    /** The dowel, the app's mark. */
    WOOD,
}

/** Opaque colours, as 0xAARRGGBB. */
class Palette private constructor(private val tones: Map<Tone, Int>, private val inks: Map<Ink, Int>) {
    val ground: Int get() = of(Tone.GROUND)

    fun of(ink: Ink): Int = if (ink == Ink.PAPER) ground else inks.getValue(ink)

    fun of(tone: Tone): Int = tones.getValue(tone)

    companion object {
        fun of(theme: Theme): Palette = when (theme) {
            Theme.LIGHT -> LIGHT
            Theme.DARK -> DARK
        }

        /** Warm paper, and ink. */
        private val LIGHT = Palette(
            tones = mapOf(
                Tone.GROUND to rgb(0xFAF7F1),
                Tone.SURFACE to rgb(0xFFFFFF),
                Tone.ACCENT to rgb(0x1F4E79),
                Tone.ON_ACCENT to rgb(0xFFFFFF),
                Tone.TINT to rgb(0xE1EAF3),
                Tone.ON_TINT to rgb(0x163A5B),
                Tone.WORDS to rgb(0x2A2622),
                Tone.MUTED to rgb(0x625B52),
                Tone.HAIRLINE to rgb(0xE6DFD2),
                Tone.OUTLINE to rgb(0x8A8173),
                Tone.DANGER to rgb(0xA3261F),
                Tone.ON_DANGER to rgb(0xFFFFFF),
                Tone.NOTICE to rgb(0xFBE9CF),
                Tone.ON_NOTICE to rgb(0x4A3000),
                Tone.WOOD to rgb(0xA87338),
            ),
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
                Ink.FIGURE to rgb(0x3B4654),
                Ink.GHOST to rgb(0xD5D0C6),
                Ink.PROP to rgb(0x66717D),
                Ink.FLOOR to rgb(0xB8B1A4),
                Ink.ARROW to rgb(0xB3470F),
                Ink.HALO to rgb(0xFFFFFF),
            ),
        )

        private val DARK = Palette(
            tones = mapOf(
                Tone.GROUND to rgb(0x131416),
                Tone.SURFACE to rgb(0x1E2023),
                Tone.ACCENT to rgb(0x9CC6F2),
                Tone.ON_ACCENT to rgb(0x0B1F33),
                Tone.TINT to rgb(0x26384A),
                Tone.ON_TINT to rgb(0xD3E6FA),
                Tone.WORDS to rgb(0xF0EDE8),
                Tone.MUTED to rgb(0xB3ADA4),
                Tone.HAIRLINE to rgb(0x303338),
                Tone.OUTLINE to rgb(0x85807A),
                Tone.DANGER to rgb(0xFF9C93),
                Tone.ON_DANGER to rgb(0x410603),
                Tone.NOTICE to rgb(0x45351A),
                Tone.ON_NOTICE to rgb(0xFCE3BD),
                Tone.WOOD to rgb(0xD9A566),
            ),
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
                Ink.FIGURE to rgb(0xD9E0E8),
                Ink.GHOST to rgb(0x3F454D),
                Ink.PROP to rgb(0x87919C),
                Ink.FLOOR to rgb(0x565C64),
                Ink.ARROW to rgb(0xFF9A5C),
                Ink.HALO to rgb(0x101114),
            ),
        )

        private fun rgb(value: Long): Int = (0xFF000000 or value).toInt()
    }
}
