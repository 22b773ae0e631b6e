package app.dowel.android

import android.graphics.Bitmap
import android.graphics.Canvas
import app.dowel.core.BodyPoint
import app.dowel.core.Coach
import app.dowel.core.Contact
import app.dowel.core.NearBody
import app.dowel.core.Places
import app.dowel.core.Point
import app.dowel.core.Side
import app.dowel.core.Stick
import app.dowel.core.TrendPoint
import app.dowel.presenter.ContactMark
import app.dowel.presenter.DepthMeter
import app.dowel.presenter.Hint
import app.dowel.presenter.LiveView
import app.dowel.presenter.PictureSize
import app.dowel.presenter.Place
import app.dowel.presenter.Resources
import app.dowel.presenter.Scale
import app.dowel.presenter.Strings
import app.dowel.presenter.Text
import app.dowel.presenter.TrendView
import app.dowel.view.Chart
import app.dowel.view.DrillPicture
import app.dowel.view.HintPicture
import app.dowel.view.Ink
import app.dowel.view.Mark
import app.dowel.view.Meter
import app.dowel.view.Overlay
import app.dowel.view.Palette
import app.dowel.view.Size
import app.dowel.view.Theme
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Assume.assumeTrue
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode
import java.io.File

/** Draws on Android's own Canvas, and leaves the pictures to be looked at. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [35], manifest = Config.NONE)
@GraphicsMode(GraphicsMode.Mode.NATIVE)
class PainterTest {
    @get:Rule
    val folder = TemporaryFolder()

    private val density = 2f

    private fun picture(name: String, theme: Theme, strings: Strings, size: Size, marks: List<Mark>): Bitmap {
        val bitmap = Bitmap.createBitmap(size.width.toInt(), size.height.toInt(), Bitmap.Config.ARGB_8888)
        val palette = Palette.of(theme)
        val canvas = Canvas(bitmap).apply { drawColor(palette.ground) }
        Painter(palette, strings::of, 14 * density).paint(marks, canvas)
        val folder = File(System.getProperty("pictures.folder")).apply { mkdirs() }
        File(folder, "$name-${theme.name.lowercase()}.png").outputStream().use { bitmap.compress(Bitmap.CompressFormat.PNG, 100, it) }
        return bitmap
    }

    private fun Bitmap.colors(): Set<Int> {
        val pixels = IntArray(width * height)
        getPixels(pixels, 0, width, 0, 0, width, height)
        return pixels.toSet()
    }

    @Test
    fun `body and dowel`() {
        fun point(x: Double, y: Double) = BodyPoint(x, y, 1.0)
        val body = NearBody(
            side = Side.RIGHT, facesRight = true, ear = point(262.0, 150.0), shoulder = point(225.0, 175.0),
            elbow = point(240.0, 240.0), wrist = point(245.0, 300.0), hip = point(110.0, 270.0), knee = point(150.0, 380.0),
            ankle = point(140.0, 500.0), heel = point(125.0, 515.0), toe = point(190.0, 515.0),
        )
        val stick = Stick(
            lower = Point(75.0, 262.0), upper = Point(270.0, 110.0), tailbone = Point(90.0, 250.0),
            midBack = Point(165.0, 192.0), head = Point(245.0, 130.0),
        )
        val states = listOf(Contact.CANT_TELL, Contact.LIFTED, Contact.TOUCHING)
        val contacts = Place.entries.zip(states) { place, state -> ContactMark(place, state, Text.Ready("")) }
        val live = LiveView(body = body, stick = stick, contacts = contacts, picture = PictureSize(360, 640))
        val size = Size(720f, 1280f)
        for (theme in Theme.entries) {
            val bitmap = picture("overlay", theme, Resources.english, size, Overlay(density).marks(live, size))
            val palette = Palette.of(theme)
            assertEquals(palette.of(Ink.TOUCHING), bitmap.getPixel(180, 500))
            // The lifted ring is open, with a bar through it.
            assertEquals(palette.of(Ink.LIFTED), bitmap.getPixel(330, 384))
            assertTrue(setOf(Ink.BODY, Ink.STICK, Ink.CANT_TELL).map(palette::of).all(bitmap.colors()::contains))
        }
    }

    @Test
    fun `the depth meter`() {
        val size = Size(120f, 800f)
        for (theme in Theme.entries) {
            val bitmap = picture("meter", theme, Resources.english, size, Meter(density).marks(DepthMeter(0.4f, 0.7f, 0.85f), size))
            val palette = Palette.of(theme)
            assertEquals(palette.of(Ink.LEVEL), bitmap.getPixel(60, 300))
            assertEquals(palette.of(Ink.TRACK), bitmap.getPixel(60, 400))
            assertEquals(palette.of(Ink.LIMIT), bitmap.getPixel(60, 680))
        }
    }

    @Test
    fun `every hint's picture`() {
        val size = Size(320f, 320f)
        for (hint in Hint.entries) {
            val bitmap = picture("hint-${hint.name.lowercase()}", Theme.DARK, Resources.english, size, HintPicture(size).marks(hint))
            assertTrue("$hint", setOf(Ink.STICK, Ink.TOUCHING).map(Palette.of(Theme.DARK)::of).any(bitmap.colors()::contains))
        }
    }

    @Test
    fun `a trend in each language`() {
        val day = 86_400_000L
        val values = listOf(52.0, 55.5, 54.0, 58.0, 61.5, 60.0, 66.0, 71.5)
        val points = values.mapIndexed { index, value -> TrendPoint(index * 3 * day, value) }
        val size = Size(720f, 360f)
        for ((name, strings) in listOf("en" to Resources.english, "de" to Resources.german)) {
            val ends = if (name == "en") "1 May" to "22 May" else "1. Mai" to "22. Mai"
            val trend = TrendView(Text.Ready(""), Scale.DEGREES, points, Text.Ready(""), Text.Ready(""), ends.first, ends.second)
            for (theme in Theme.entries) {
                val bitmap = picture("trend-$name", theme, strings, size, Chart(density).marks(trend, size))
                assertTrue(Palette.of(theme).of(Ink.WORDS) in bitmap.colors())
                assertTrue(Palette.of(theme).of(Ink.TREND) in bitmap.colors())
            }
        }
    }

    /** As the core makes them, where its library is at hand. */
    @Test
    fun `each drill`() {
        assumeTrue(System.getProperty("jna.library.path").orEmpty().isNotEmpty())
        val places = Places(store = File(folder.root, "dowel.db").path, models = folder.root.path, runtime = "not needed")
        val drills = Coach.open(places).use { it.drills() }
        val size = Size(640f, 640f)
        for (theme in Theme.entries) {
            val palette = Palette.of(theme)
            for (drill in drills) {
                val bitmap = picture("drill-${drill.id}", theme, Resources.english, size, DrillPicture.marks(drill.picture, size))
                assertTrue(drill.id, setOf(Ink.FIGURE, Ink.GHOST, Ink.ARROW).map(palette::of).all(bitmap.colors()::contains))
            }
        }
    }
}
