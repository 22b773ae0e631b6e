package app.dowel.view

import app.dowel.core.Picture
import app.dowel.core.PicturePoint
import app.dowel.core.Stroke
import app.dowel.core.StrokeRole
import app.dowel.core.StrokeShape
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test

class DrillPictureTest {
    private val corners = listOf(PicturePoint(0.0, 0.0), PicturePoint(1.0, 0.5), PicturePoint(0.25, 1.0))

    private fun marks(shape: StrokeShape, role: StrokeRole, view: Size) = DrillPicture.marks(Picture(listOf(Stroke(role, shape))), view)

    @Test
    fun `the square stands in the middle of a wide view`() {
        val marks = marks(StrokeShape.Line(corners, 0.1), StrokeRole.STICK, Size(300f, 100f))
        assertEquals(listOf(Mark.Path(listOf(Spot(100f, 0f), Spot(200f, 50f), Spot(125f, 100f)), 10f, Ink.STICK)), marks)
    }

    @Test
    fun `the square stands in the middle of a high view`() {
        val marks = marks(StrokeShape.Area(corners), StrokeRole.GHOST, Size(200f, 400f))
        assertEquals(listOf(Mark.Area(listOf(Spot(0f, 100f), Spot(200f, 200f), Spot(50f, 300f)), Ink.GHOST)), marks)
    }

    @Test
    fun `each role has an ink of its own, and the order stays`() {
        val strokes = StrokeRole.entries.map { Stroke(it, StrokeShape.Area(corners)) }
        val inks = DrillPicture.marks(Picture(strokes), Size(1f, 1f)).map { it.ink }
        assertEquals(listOf(Ink.FIGURE, Ink.GHOST, Ink.STICK, Ink.PROP, Ink.FLOOR, Ink.ARROW, Ink.PAPER), inks)
    }
}
