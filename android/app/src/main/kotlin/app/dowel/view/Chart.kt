package app.dowel.view

import app.dowel.core.TrendPoint
import app.dowel.presenter.Phrase
import app.dowel.presenter.Scale
import app.dowel.presenter.Text
import app.dowel.presenter.TrendView
import kotlin.math.ceil
import kotlin.math.floor

/** A trend over the sessions: the line, a dot each, and a few lines of a scale with their figures. */
class Chart(private val density: Float) {

    fun marks(trend: TrendView, view: Size): List<Mark> {
        if (trend.points.isEmpty()) return emptyList()
        val plot = Plot(trend, view, density)
        return plot.grid() + plot.line() + plot.days()
    }
}

private class Plot(private val trend: TrendView, view: Size, private val density: Float) {
    private val left = MARGIN_LEFT_DP * density
    private val right = view.width - MARGIN_DP * density
    private val top = MARGIN_TOP_DP * density
    private val bottom = view.height - MARGIN_BOTTOM_DP * density
    private val values = trend.points.map { it.value }
    private val low = if (trend.scale == Scale.DEGREES) floor((values.min() - STEP_DEG) / STEP_DEG) * STEP_DEG else 0.0
    private val high = when (trend.scale) {
        Scale.DEGREES -> ceil((values.max() + 1) / STEP_DEG) * STEP_DEG
        Scale.SHARE -> 1.0
        Scale.INDEX -> 100.0
    }
    private val first = trend.points.first().atMs
    private val span = (trend.points.last().atMs - first).coerceAtLeast(1)

    fun grid(): List<Mark> = listOf(low, (low + high) / 2, high).flatMap { value ->
        val y = y(value)
        listOf(
            Mark.Path(listOf(Spot(left, y), Spot(right, y)), HAIR_DP * density, Ink.GRID),
            Mark.Words(words(value), Spot(left - GAP_DP * density, y + HALF_LETTER_DP * density), WordSide.LEFT),
        )
    }

    fun line(): List<Mark> {
        val spots = trend.points.map(::spot)
        val path = Mark.Path(spots, LINE_DP * density, Ink.TREND).takeIf { spots.size > 1 }
        return listOfNotNull(path) + spots.map { Mark.Disc(it, DOT_DP * density, Ink.TREND) }
    }

    fun days(): List<Mark> {
        val y = bottom + DAY_DP * density
        val firstDay = trend.firstDay?.let { Mark.Words(Text.Ready(it), Spot(left, y), WordSide.RIGHT) }
        val lastDay = trend.lastDay?.let { Mark.Words(Text.Ready(it), Spot(right, y), WordSide.LEFT) }
        return listOfNotNull(firstDay, lastDay.takeIf { trend.lastDay != trend.firstDay })
    }

    /** One session stands in the middle: it is no course yet. */
    private fun spot(point: TrendPoint): Spot {
        val part = if (trend.points.size == 1) MIDDLE else (point.atMs - first).toFloat() / span
        return Spot(left + part * (right - left), y(point.value))
    }

    private fun y(value: Double): Float = bottom - ((value - low) / (high - low)).toFloat() * (bottom - top)

    private fun words(value: Double): Text {
        val (phrase, shown) = when (trend.scale) {
            Scale.DEGREES -> Phrase.VALUE_DEGREES to value
            Scale.SHARE -> Phrase.VALUE_PERCENT to value * 100
            Scale.INDEX -> Phrase.VALUE_NUMBER to value
        }
        return Text.Own(phrase, listOf(Math.round(shown).toInt()))
    }

    private companion object {
        const val STEP_DEG = 10.0
        const val MARGIN_DP = 8f
        const val MARGIN_TOP_DP = 16f
        const val MARGIN_LEFT_DP = 48f
        const val MARGIN_BOTTOM_DP = 24f
        const val GAP_DP = 6f
        const val HALF_LETTER_DP = 5f
        const val DAY_DP = 18f
        const val HAIR_DP = 1f
        const val LINE_DP = 2f
        const val DOT_DP = 4f
        const val MIDDLE = 0.5f
    }
}
