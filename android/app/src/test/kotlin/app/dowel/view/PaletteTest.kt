package app.dowel.view

import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.EnumSource
import kotlin.math.pow

class PaletteTest {
    /** What only helps the eye may be faint. */
    private val quiet = setOf(Ink.TRACK, Ink.GRID)

    @ParameterizedTest
    @EnumSource
    fun `everything can be told from its ground`(theme: Theme) {
        val palette = Palette.of(theme)
        for (ink in Ink.entries) {
            val least = if (ink == Ink.WORDS) 7.0 else if (ink in quiet) 1.2 else 4.5
            val contrast = contrast(palette.of(ink), palette.ground)
            assertTrue(contrast >= least, "$theme $ink: $contrast")
        }
        assertTrue(contrast(palette.of(Ink.LEVEL), palette.of(Ink.TRACK)) >= 3.0)
    }

    /** As WCAG 2 defines it. */
    private fun contrast(a: Int, b: Int): Double {
        val (dark, light) = listOf(luminance(a), luminance(b)).sorted()
        return (light + 0.05) / (dark + 0.05)
    }

    private fun luminance(color: Int): Double {
        val (r, g, b) = listOf(16, 8, 0).map { shift ->
            val part = (color shr shift and 0xFF) / 255.0
            if (part <= 0.04045) part / 12.92 else ((part + 0.055) / 1.055).pow(2.4)
        }
        return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
}
