package app.dowel.view

import app.dowel.core.Picture
import app.dowel.core.PicturePoint
import app.dowel.core.Stroke
import app.dowel.core.StrokeRole
import app.dowel.core.StrokeShape

/** A drill's picture, as large as its square fits into the view, in the middle. It stands on the palette's ground. */
object DrillPicture {

    fun marks(picture: Picture, view: Size): List<Mark> {
        val square = Square(view)
        return picture.strokes.map { mark(it, square) }
    }

    private fun mark(stroke: Stroke, square: Square): Mark {
        val ink = inkOf(stroke.role)
        return when (val shape = stroke.shape) {
            is StrokeShape.Line -> Mark.Path(shape.points.map(square::spot), shape.width.toFloat() * square.side, ink)
            is StrokeShape.Area -> Mark.Area(shape.points.map(square::spot), ink)
        }
    }

    private fun inkOf(role: StrokeRole): Ink = when (role) {
        StrokeRole.FIGURE -> Ink.FIGURE
        StrokeRole.GHOST -> Ink.GHOST
        StrokeRole.STICK -> Ink.STICK
        StrokeRole.PROP -> Ink.PROP
        StrokeRole.GROUND -> Ink.FLOOR
        StrokeRole.ARROW -> Ink.ARROW
        StrokeRole.GAP -> Ink.PAPER
    }

    private class Square(view: Size) {
        val side = minOf(view.width, view.height)
        private val left = (view.width - side) / 2
        private val top = (view.height - side) / 2

        fun spot(at: PicturePoint) = Spot(left + at.x.toFloat() * side, top + at.y.toFloat() * side)
    }
}
