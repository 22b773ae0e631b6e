package app.dowel.view

import app.dowel.presenter.Hint
import kotlin.math.PI
import kotlin.math.cos
import kotlin.math.hypot
import kotlin.math.sin

/** What to mend before a set, drawn: the phone's picture as a frame, people as lines, and an arrow that says where to. */
class HintPicture(private val size: Size) {
    private val side = minOf(size.width, size.height)

    fun marks(hint: Hint): List<Mark> = when (hint) {
        Hint.TOO_DARK -> lamp()
        Hint.CAMERA_MOVING -> phone(0f, Ink.STICK) + wiggle(0.14f) + wiggle(0.86f)
        Hint.PHONE_TILTED -> phone(LEAN_DEG, Ink.CANT_TELL, isDashed = true) + phone(0f, Ink.STICK)
        Hint.NO_PERSON -> frame(right = 0.62f) + person(0.84f, 0.92f, TALL, Ink.STICK) + arrow(0.7f, 0.5f, 0.34f, 0.5f)
        Hint.SEVERAL_PEOPLE ->
            frame() + person(0.36f, 0.9f, TALL, Ink.STICK) + person(0.68f, 0.9f, TALL, Ink.CANT_TELL) + cross(0.68f, 0.24f)
        Hint.OUT_OF_FRAME ->
            frame() + person(0.42f, 1.18f, 1.05f, Ink.STICK).map(::insideFrame) + arrow(0.78f, 0.78f, 0.78f, 0.4f)
        Hint.TOO_CLOSE -> frame() + way() + person(0.3f, 0.92f, 0.82f, Ink.CANT_TELL) + person(0.76f, 0.8f, 0.46f, Ink.STICK)
        Hint.TOO_FAR -> frame() + way() + person(0.26f, 0.74f, 0.34f, Ink.CANT_TELL) + person(0.74f, 0.9f, TALL, Ink.STICK)
        Hint.NOT_SIDE_ON -> facing(0.25f) + way() + person(0.76f, 0.9f, TALL, Ink.STICK)
    }

    /** From how it is to how it should be. */
    private fun way() = arrow(0.44f, 0.5f, 0.62f, 0.5f)

    private fun frame(right: Float = 0.94f) =
        listOf(path(Ink.BODY, false, 0.06f to 0.06f, right to 0.06f, right to 0.94f, 0.06f to 0.94f, 0.06f to 0.06f))

    /** Seen from the side, facing right. [foot]: where the feet stand; [tall]: from head to foot. */
    private fun person(x: Float, foot: Float, tall: Float, ink: Ink): List<Mark> {
        fun at(dx: Float, up: Float) = x + dx * tall to foot - up * tall
        return listOf(
            ring(at(0.02f, 0.91f), 0.08f * tall, ink),
            path(ink, false, at(0f, 0.8f), at(-0.01f, 0.48f), at(0.02f, 0.25f), at(0f, 0.02f), at(0.12f, 0f)),
            path(ink, false, at(0f, 0.76f), at(0.03f, 0.6f), at(0.08f, 0.47f)),
        )
    }

    /** Seen from the front. */
    private fun facing(x: Float): List<Mark> {
        fun at(dx: Float, up: Float) = x + dx * TALL to 0.9f - up * TALL
        return listOf(
            ring(at(0f, 0.91f), 0.08f * TALL, Ink.CANT_TELL),
            path(Ink.CANT_TELL, false, at(-0.2f, 0.5f), at(-0.14f, 0.78f), at(0.14f, 0.78f), at(0.2f, 0.5f)),
            path(Ink.CANT_TELL, false, at(0f, 0.78f), at(0f, 0.48f), at(-0.09f, 0f)),
            path(Ink.CANT_TELL, false, at(0f, 0.48f), at(0.09f, 0f)),
        )
    }

    private fun phone(leanDeg: Float, ink: Ink, isDashed: Boolean = false): List<Mark> {
        val lean = (leanDeg * PI / 180).toFloat()
        fun at(x: Float, up: Float) = 0.5f + x * cos(lean) + up * sin(lean) to 0.84f + x * sin(lean) - up * cos(lean)
        val half = 0.17f
        return listOf(path(ink, isDashed, at(-half, 0f), at(-half, 0.66f), at(half, 0.66f), at(half, 0f), at(-half, 0f)))
    }

    private fun wiggle(x: Float) =
        listOf(path(Ink.CANT_TELL, false, x to 0.3f, x + 0.05f to 0.4f, x - 0.05f to 0.5f, x + 0.05f to 0.6f, x to 0.7f))

    private fun lamp(): List<Mark> = (0 until RAYS).map { ray ->
        val angle = 2 * PI * ray / RAYS
        fun at(radius: Float) = 0.5f + radius * cos(angle).toFloat() to 0.5f + radius * sin(angle).toFloat()
        path(Ink.STICK, false, at(0.3f), at(0.42f))
    } + ring(0.5f to 0.5f, 0.2f, Ink.STICK)

    private fun cross(x: Float, y: Float) = listOf(
        path(Ink.LIFTED, false, x - ARM to y - ARM, x + ARM to y + ARM),
        path(Ink.LIFTED, false, x - ARM to y + ARM, x + ARM to y - ARM),
    )

    private fun arrow(fromX: Float, fromY: Float, toX: Float, toY: Float): List<Mark> {
        val long = hypot(toX - fromX, toY - fromY)
        val (dx, dy) = (toX - fromX) / long * ARM to (toY - fromY) / long * ARM
        return listOf(
            path(Ink.TOUCHING, false, fromX to fromY, toX to toY),
            path(Ink.TOUCHING, false, toX - dx - dy to toY - dy + dx, toX to toY, toX - dx + dy to toY - dy - dx),
        )
    }

    /** What the frame cuts off is not drawn: it ends at the frame's lower edge. */
    private fun insideFrame(mark: Mark): Mark {
        val edge = spot(0f to 0.94f).y
        return if (mark is Mark.Path) mark.copy(spots = mark.spots.map { if (it.y > edge) Spot(it.x, edge) else it }.distinct()) else mark
    }

    private fun path(ink: Ink, isDashed: Boolean, vararg at: Pair<Float, Float>) =
        Mark.Path(at.map(::spot), PEN * side, ink, isDashed)

    private fun ring(at: Pair<Float, Float>, radius: Float, ink: Ink) =
        Mark.Ring(spot(at), radius * side, PEN * side, ink)

    private fun spot(at: Pair<Float, Float>) =
        Spot((size.width - side) / 2 + at.first * side, (size.height - side) / 2 + at.second * side)

    private companion object {
        const val TALL = 0.78f
        const val PEN = 0.035f
        const val ARM = 0.08f
        const val RAYS = 8
        const val LEAN_DEG = 18f
    }
}
