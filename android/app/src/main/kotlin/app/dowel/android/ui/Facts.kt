package app.dowel.android.ui

import android.graphics.Canvas
import android.view.View
import android.widget.LinearLayout
import app.dowel.android.Painter
import app.dowel.presenter.Line
import app.dowel.presenter.Phrase
import app.dowel.presenter.Text
import app.dowel.presenter.TrendView
import app.dowel.presenter.text
import app.dowel.view.Chart
import app.dowel.view.Size
import kotlin.math.min

/** Figures beside each other, each with what it counts below it. */
fun Kit.tiles(lines: List<Line>): View =
    grid(lines) { column(TIGHT_DP, label(Type.NUMERAL, it.value), label(Type.NOTE, it.label)) }

/** What each thing is, above what it came to. */
fun Kit.facts(lines: List<Line>): View =
    grid(lines) { column(TIGHT_DP, label(Type.NOTE, it.label), label(Type.BODY, it.value)) }

private fun Kit.grid(lines: List<Line>, build: (Line) -> View): View {
    val grid = EvenGrid(context, gapPx = dp(TILE_GAP_DP), leastPx = Math.round(dp(LEAST_TILE_DP) * fontScale))
    lines.forEach { grid.addView(readAs(it, build(it))) }
    return grid
}

/** Label and value in one breath. */
private fun Kit.readAs(line: Line, view: View): View = view.apply {
    contentDescription = "${words(line.label)}: ${words(line.value)}"
    importantForAccessibility = View.IMPORTANT_FOR_ACCESSIBILITY_YES
}

internal val Kit.fontScale: Float get() = context.resources.configuration.fontScale

/** A trend's line over the sessions, told in words for whoever does not see it. */
class ChartView(private val kit: Kit, private val trend: TrendView) : View(kit.context) {
    /** Words in a chart grow less than others: the same is said in full beside it. */
    private val scale = kit.density * min(kit.fontScale, MOST_SCALE)
    private val chart = Chart(scale)
    private val painter = Painter(kit.palette, kit.words, TEXT_DP * scale)

    init {
        contentDescription = kit.words(Phrase.TREND_LABEL.text(trend.title, trend.now, trend.direction))
    }

    override fun onMeasure(widthSpec: Int, heightSpec: Int) =
        setMeasuredDimension(MeasureSpec.getSize(widthSpec), resolveSize(Math.round(HEIGHT_DP * scale), heightSpec))

    override fun onDraw(canvas: Canvas) = painter.paint(chart.marks(trend, Size(width.toFloat(), height.toFloat())), canvas)

    private companion object {
        const val MOST_SCALE = 1.3f
        const val TEXT_DP = 12f
        const val HEIGHT_DP = 160f
    }
}

/** Asks once more before something is gone for good: the button gives way to the question. */
class Question(kit: Kit, ask: Text, question: Text, onAsk: () -> Unit, onYes: () -> Unit, onNo: () -> Unit) :
    LinearLayout(kit.context) {
    private val button = kit.button(Weight.DESTRUCTIVE, ask, onTap = onAsk)
    private val asked = kit.card(
        QUESTION_GAP_DP,
        kit.label(Type.BODY, question),
        flow(
            kit.context, kit.dp(QUESTION_GAP_DP),
            listOf(
                kit.button(Weight.QUIET, Phrase.ERASE_NO.text(), onTap = onNo),
                kit.button(Weight.DESTRUCTIVE, Phrase.ERASE_YES.text(), onTap = onYes),
            ),
        ),
    ).announcingItself()

    init {
        orientation = VERTICAL
        addView(button, acrossParent())
        addView(asked, acrossParent())
        show(false)
    }

    fun show(isAsked: Boolean) {
        button.showIf(!isAsked)
        asked.showIf(isAsked)
    }
}

private const val TILE_GAP_DP = 16
private const val LEAST_TILE_DP = 132
private const val TIGHT_DP = 2
private const val QUESTION_GAP_DP = 12
