package app.dowel.view

import app.dowel.presenter.Resources
import app.dowel.presenter.all
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.EnumSource
import kotlin.math.pow

class PaletteTest {
    /** What only helps the eye may be faint. */
    private val quiet = setOf(Ink.TRACK, Ink.GRID, Ink.GHOST, Ink.FLOOR)

    @ParameterizedTest
    @EnumSource
    fun `everything can be told from its ground`(theme: Theme) {
        val palette = Palette.of(theme)
        for (ink in Ink.entries - Ink.PAPER - Ink.HALO) {
            val least = if (ink == Ink.WORDS) 7.0 else if (ink in quiet) 1.2 else 4.5
            val contrast = contrast(palette.of(ink), palette.ground)
            assertTrue(contrast >= least, "$theme $ink: $contrast")
        }
        assertTrue(contrast(palette.of(Ink.LEVEL), palette.of(Ink.TRACK)) >= 3.0)
        assertTrue(contrast(palette.of(Ink.FIGURE), palette.of(Ink.GHOST)) >= 4.5)
    }

    @ParameterizedTest
    @EnumSource
    fun `words can be read on their surface`(theme: Theme) {
        val surfaces = listOf(Tone.GROUND, Tone.SURFACE)
        val pairs = listOf(Tone.WORDS, Tone.MUTED, Tone.ACCENT, Tone.DANGER).flatMap { words -> surfaces.map { words to it } } + listOf(
            Tone.ON_ACCENT to Tone.ACCENT,
            Tone.ON_TINT to Tone.TINT,
            Tone.ON_DANGER to Tone.DANGER,
            Tone.ON_NOTICE to Tone.NOTICE,
        )
        check(theme, pairs, least = 4.5)
        // What is no words but has to be told from what lies around it.
        check(theme, listOf(Tone.OUTLINE, Tone.WOOD).flatMap { edge -> surfaces.map { edge to it } }, least = 3.0)
        check(theme, surfaces.map { Tone.HAIRLINE to it }, least = 1.1)
    }

    /** The overlay is always the dark theme's: the picture behind it may have any colour, so its halo must do. */
    @Test
    fun `every mark on the picture can be told from its halo`() {
        val palette = Palette.of(Theme.DARK)
        for (ink in listOf(Ink.BODY, Ink.STICK, Ink.TOUCHING, Ink.LIFTED, Ink.CANT_TELL)) {
            assertTrue(contrast(palette.of(ink), palette.of(Ink.HALO)) >= 4.5, "$ink")
        }
    }

    private fun check(theme: Theme, pairs: List<Pair<Tone, Tone>>, least: Double) {
        val palette = Palette.of(theme)
        for ((upper, lower) in pairs) {
            val contrast = contrast(palette.of(upper), palette.of(lower))
            assertTrue(contrast >= least, "$theme $upper on $lower: $contrast")
        }
    }

    @Test
    fun `the window opens in the colours of its screens`() {
        for ((folder, theme) in listOf("values" to Theme.LIGHT, "values-night" to Theme.DARK)) {
            val resources = Resources.xml("res/$folder/theme.xml")
            val ground = resources.all("color").single { it.getAttribute("name") == "ground" }.textContent
            val accent = resources.all("item").single { it.getAttribute("name") == "android:colorAccent" }.textContent
            val palette = Palette.of(theme)
            assertEquals(listOf(palette.of(Tone.GROUND), palette.of(Tone.ACCENT)).map(::hex), listOf(ground, accent))
        }
    }

    private fun hex(color: Int) = "#%06X".format(color and 0xFFFFFF)

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
