package app.dowel.android

import android.graphics.Canvas
import android.graphics.DashPathEffect
import android.graphics.Paint
import android.graphics.Path
import app.dowel.presenter.Text
import app.dowel.view.Mark
import app.dowel.view.Palette
import app.dowel.view.Spot
import app.dowel.view.WordSide

/** Puts marks on a Canvas. [palette] is the theme's, light or dark. */
class Painter(private val palette: Palette, private val wordsOf: (Text) -> String, textPx: Float) {
    private val line = Paint(Paint.ANTI_ALIAS_FLAG).apply {
        style = Paint.Style.STROKE
        strokeCap = Paint.Cap.ROUND
        strokeJoin = Paint.Join.ROUND
    }
    private val fill = Paint(Paint.ANTI_ALIAS_FLAG)
    private val text = Paint(Paint.ANTI_ALIAS_FLAG).apply { textSize = textPx }
    private val path = Path()

    fun paint(marks: List<Mark>, canvas: Canvas) = marks.forEach { paint(it, canvas) }

    private fun paint(mark: Mark, canvas: Canvas) {
        val color = palette.of(mark.ink)
        when (mark) {
            is Mark.Path -> canvas.drawPath(pathOf(mark.spots), stroke(color, mark.width, mark.isDashed))
            is Mark.Area -> canvas.drawPath(pathOf(mark.spots), fill.apply { this.color = color })
            is Mark.Ring -> canvas.drawCircle(mark.at.x, mark.at.y, mark.radius, stroke(color, mark.width, mark.isDashed))
            is Mark.Disc -> canvas.drawCircle(mark.at.x, mark.at.y, mark.radius, fill.apply { this.color = color })
            is Mark.Box -> canvas.drawRect(mark.left, mark.top, mark.right, mark.bottom, fill.apply { this.color = color })
            is Mark.Words -> {
                text.color = color
                text.textAlign = alignOf(mark.side)
                canvas.drawText(wordsOf(mark.text), mark.at.x, mark.at.y, text)
            }
        }
    }

    private fun pathOf(spots: List<Spot>): Path {
        path.rewind()
        spots.forEachIndexed { index, spot ->
            if (index == 0) path.moveTo(spot.x, spot.y) else path.lineTo(spot.x, spot.y)
        }
        return path
    }

    private fun stroke(color: Int, width: Float, isDashed: Boolean) = line.apply {
        this.color = color
        strokeWidth = width
        pathEffect = if (isDashed) DashPathEffect(floatArrayOf(DASH * width, GAP * width), 0f) else null
    }

    private fun alignOf(side: WordSide): Paint.Align = when (side) {
        WordSide.LEFT -> Paint.Align.RIGHT
        WordSide.CENTRE -> Paint.Align.CENTER
        WordSide.RIGHT -> Paint.Align.LEFT
    }

    private companion object {
        const val DASH = 2f
        const val GAP = 2.5f
    }
}
