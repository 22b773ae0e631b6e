package app.dowel.view

import app.dowel.presenter.DepthMeter

/** The depth meter: an upright bar that fills from above, as the hips do; target and limit are notches in it. */
class Meter(private val density: Float) {

    fun marks(depth: DepthMeter, view: Size): List<Mark> {
        val track = Mark.Box(0f, 0f, view.width, view.height, Ink.TRACK)
        val level = depth.now?.let { Mark.Box(0f, 0f, view.width, it * view.height, Ink.LEVEL) }
        return listOfNotNull(track, level, depth.target?.let { target(it, view) }) + depth.limit?.let { limit(it, view) }.orEmpty()
    }

    private fun target(part: Float, view: Size) = across(part, view, Ink.TARGET, isDashed = true)

    /** A double line: beyond it is too far. */
    private fun limit(part: Float, view: Size): List<Mark> {
        val gap = GAP_DP * density / view.height
        return listOf(across(part, view, Ink.LIMIT), across((part + gap).coerceAtMost(1f), view, Ink.LIMIT))
    }

    private fun across(part: Float, view: Size, ink: Ink, isDashed: Boolean = false): Mark {
        val y = part * view.height
        return Mark.Path(listOf(Spot(0f, y), Spot(view.width, y)), LINE_DP * density, ink, isDashed)
    }

    private companion object {
        const val LINE_DP = 2f
        const val GAP_DP = 5f
    }
}
