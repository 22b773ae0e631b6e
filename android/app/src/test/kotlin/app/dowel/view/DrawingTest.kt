package app.dowel.view

import app.dowel.core.BodyPoint
import app.dowel.core.Contact
import app.dowel.core.NearBody
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
import app.dowel.presenter.Scale
import app.dowel.presenter.Text
import app.dowel.presenter.TrendView
import app.dowel.presenter.shown
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class OverlayTest {
    private val view = Size(200f, 400f)

    private fun point(x: Double, y: Double, visibility: Double = 1.0) = BodyPoint(x, y, visibility)

    private val body = NearBody(
        side = Side.RIGHT, facesRight = true, ear = point(50.0, 10.0), shoulder = point(50.0, 30.0),
        elbow = point(55.0, 40.0), wrist = point(55.0, 50.0), hip = point(50.0, 100.0), knee = point(52.0, 140.0),
        ankle = point(50.0, 180.0), heel = point(48.0, 185.0), toe = point(60.0, 185.0),
    )
    private val stick = Stick(
        lower = Point(45.0, 110.0), upper = Point(45.0, 5.0), tailbone = Point(45.0, 100.0),
        midBack = Point(45.0, 60.0), head = Point(45.0, 12.0),
    )
    private val live = LiveView(picture = PictureSize(100, 200), body = body)

    private fun contacts(vararg states: Contact) =
        Place.entries.zip(states) { place, state -> ContactMark(place, state, Text.Ready("")) }

    /** Without what only sets the marks off from the picture. */
    private fun drawn(live: LiveView, density: Float = 1f, isMirrored: Boolean = false) =
        Overlay(density, isMirrored).marks(live, view).filter { it.ink != Ink.HALO }

    @Test
    fun `every mark lies on its halo, and none is hidden under another's`() {
        val all = live.copy(stick = stick, contacts = contacts(Contact.TOUCHING, Contact.LIFTED, Contact.CANT_TELL))
        val marks = Overlay(1f).marks(all, view)
        assertEquals(marks.size, 2 * marks.count { it.ink == Ink.HALO })
        val limb = marks.filterIsInstance<Mark.Path>().first { it.ink == Ink.BODY }
        assertEquals(limb.copy(width = 7f, ink = Ink.HALO), marks[0])
        val last = marks.indexOfLast { it.ink == Ink.HALO }
        assertTrue(marks.drop(last + 1).map { it.ink }.containsAll(listOf(Ink.TOUCHING, Ink.LIFTED, Ink.CANT_TELL)))
    }

    @Test
    fun `the body lies on the picture`() {
        val marks = drawn(live, 1f).filterIsInstance<Mark.Path>()
        assertEquals(listOf(5, 3, 4), marks.map { it.spots.size })
        assertEquals(Spot(100f, 20f), marks[0].spots[0])
        assertTrue(marks.all { it.ink == Ink.BODY })
    }

    @Test
    fun `a picture wider than the view is cut off on both sides alike`() {
        val wide = live.copy(picture = PictureSize(200, 200))
        val ear = (drawn(wide, 1f)[0] as Mark.Path).spots[0]
        assertEquals(Spot(0f, 20f), ear)
        val high = live.copy(picture = PictureSize(100, 400))
        assertEquals(Spot(100f, -180f), (drawn(high, 1f)[0] as Mark.Path).spots[0])
    }

    @Test
    fun `the front camera's picture is mirrored`() {
        val aside = live.copy(body = body.copy(ear = point(10.0, 10.0)))
        assertEquals(Spot(180f, 20f), (drawn(aside, 1f, isMirrored = true)[0] as Mark.Path).spots[0])
    }

    @Test
    fun `a hidden joint breaks the line`() {
        val hidden = live.copy(body = body.copy(hip = point(0.0, 0.0, 0.2), wrist = point(0.0, 0.0, 0.0)))
        val paths = drawn(hidden, 1f).filterIsInstance<Mark.Path>()
        assertEquals(listOf(2, 2, 2, 4), paths.map { it.spots.size })
        assertTrue(paths.flatMap { it.spots }.none { it == Spot(0f, 0f) })
    }

    @Test
    fun `contacts differ in shape, not only in colour`() {
        val all = live.copy(body = null, stick = stick, contacts = contacts(Contact.TOUCHING, Contact.LIFTED, Contact.CANT_TELL))
        val marks = drawn(all, 2f)
        assertEquals(Mark.Path(listOf(Spot(90f, 220f), Spot(90f, 10f)), 16f, Ink.STICK), marks[0])
        assertEquals(Mark.Disc(Spot(90f, 24f), 26f, Ink.TOUCHING), marks[1])
        assertEquals(Mark.Ring(Spot(90f, 120f), 26f, 6f, Ink.LIFTED), marks[2])
        assertEquals(Mark.Path(listOf(Spot(64f, 120f), Spot(116f, 120f)), 6f, Ink.LIFTED), marks[3])
        assertEquals(Mark.Ring(Spot(90f, 200f), 26f, 6f, Ink.CANT_TELL, isDashed = true), marks[4])
    }

    @Test
    fun `what was not seen is not drawn`() {
        val headless = live.copy(body = null, stick = stick.copy(head = null), contacts = contacts(Contact.TOUCHING, Contact.TOUCHING))
        assertEquals(1, drawn(headless, 1f).filterIsInstance<Mark.Disc>().size)
        assertEquals(emptyList<Mark>(), drawn(LiveView(), 1f))
        assertEquals(emptyList<Mark>(), Overlay(1f).marks(LiveView(picture = PictureSize(100, 200)), view))
    }
}

class HintPictureTest {
    @Test
    fun `every hint has a picture of its own within the square`() {
        val pictures = Hint.entries.map { HintPicture(Size(120f, 100f)).marks(it) }
        assertEquals(Hint.entries.size, pictures.toSet().size)
        for (mark in pictures.flatten()) {
            val spots = when (mark) {
                is Mark.Path -> mark.spots
                is Mark.Ring -> listOf(mark.at)
                else -> emptyList()
            }
            assertTrue(spots.isNotEmpty() && spots.all { it.x in 10f..110f && it.y in 0f..100f }, "$mark")
        }
    }
}

class MeterTest {
    private val view = Size(10f, 100f)

    @Test
    fun `it fills from above, with target and limit across`() {
        val marks = Meter(1f).marks(DepthMeter(0.5f, 0.75f, 0.9f), view)
        assertEquals(Mark.Box(0f, 0f, 10f, 50f, Ink.LEVEL), marks[1])
        val across = marks.filterIsInstance<Mark.Path>()
        assertEquals(listOf(Ink.TARGET, Ink.LIMIT, Ink.LIMIT), across.map { it.ink })
        assertEquals(listOf(true, false, false), across.map { it.isDashed })
        assertEquals(listOf(75f, 90f, 95f), across.map { it.spots[0].y })
    }

    @Test
    fun `what is not known leaves the bar empty`() {
        assertEquals(listOf(Mark.Box(0f, 0f, 10f, 100f, Ink.TRACK)), Meter(1f).marks(DepthMeter(), view))
    }

    @Test
    fun `a limit at the end stays in the bar`() {
        val marks = Meter(1f).marks(DepthMeter(limit = 1f), view).filterIsInstance<Mark.Path>()
        assertTrue(marks.all { it.spots[0].y <= 100f })
    }
}

class ChartTest {
    private val view = Size(300f, 150f)

    private fun trend(scale: Scale, vararg points: Pair<Long, Double>) = TrendView(
        title = Text.Ready("t"), scale = scale, points = points.map { TrendPoint(it.first, it.second) },
        now = Text.Ready(""), direction = Text.Ready(""), firstDay = "3 May", lastDay = if (points.size > 1) "9 May" else "3 May",
    )

    private fun List<Mark>.words() = filterIsInstance<Mark.Words>().map { it.text.shown() }

    @Test
    fun `each session is a dot at its time and height`() {
        val marks = Chart(1f).marks(trend(Scale.SHARE, 0L to 0.0, 50L to 0.5, 200L to 1.0), view)
        val dots = marks.filterIsInstance<Mark.Disc>().map { it.at }
        assertEquals(listOf(Spot(48f, 126f), Spot(109f, 71f), Spot(292f, 16f)), dots)
        assertEquals(dots, marks.filterIsInstance<Mark.Path>().single { it.ink == Ink.TREND }.spots)
        assertEquals(listOf("0 %", "50 %", "100 %", "3 May", "9 May"), marks.words())
    }

    @Test
    fun `degrees take the range they need, the others their whole scale`() {
        assertEquals(listOf("50°", "65°", "80°"), Chart(1f).marks(trend(Scale.DEGREES, 0L to 61.0, 9L to 72.0), view).words().take(3))
        assertEquals(listOf("0", "50", "100"), Chart(1f).marks(trend(Scale.INDEX, 0L to 88.0, 9L to 90.0), view).words().take(3))
    }

    @Test
    fun `every dot lies within the chart`() {
        for (value in listOf(0.0, 9.99, 10.0, 59.5, 120.0)) {
            val dot = Chart(1f).marks(trend(Scale.DEGREES, 5L to value), view).filterIsInstance<Mark.Disc>().single().at
            assertTrue(dot.y in 16f..126f && dot.x == 170f, "$value at $dot")
        }
    }

    @Test
    fun `one session is a dot without a line, and its day stands once`() {
        val marks = Chart(1f).marks(trend(Scale.INDEX, 5L to 80.0), view)
        assertTrue(marks.none { it.ink == Ink.TREND && it is Mark.Path })
        assertEquals(1, marks.words().count { it == "3 May" })
    }

    @Test
    fun `sessions at the same moment do not divide by nothing`() {
        val dots = Chart(1f).marks(trend(Scale.INDEX, 5L to 80.0, 5L to 81.0), view).filterIsInstance<Mark.Disc>()
        assertTrue(dots.all { it.at.x == 48f })
    }

    @Test
    fun `nothing yet is nothing drawn`() {
        assertEquals(emptyList<Mark>(), Chart(1f).marks(trend(Scale.INDEX), view))
    }
}
