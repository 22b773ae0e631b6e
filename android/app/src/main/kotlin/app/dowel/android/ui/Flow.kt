package app.dowel.android.ui

import android.content.Context
import android.view.View
import android.view.ViewGroup
import kotlin.math.max

/** Lays its children out like words: from the start, and on the next line where there is no more room. */
class Flow(context: Context, private val gapPx: Int) : ViewGroup(context) {

    override fun onMeasure(widthSpec: Int, heightSpec: Int) {
        val most = if (MeasureSpec.getMode(widthSpec) == MeasureSpec.UNSPECIFIED) Int.MAX_VALUE else MeasureSpec.getSize(widthSpec)
        seen().forEach { measureChild(it, widthSpec, heightSpec) }
        val lines = lines(most)
        val width = lines.maxOfOrNull { line -> line.sumOf { it.measuredWidth + gapPx } - gapPx } ?: 0
        val height = lines.sumOf { line -> line.maxOf { it.measuredHeight } + gapPx } - gapPx
        setMeasuredDimension(resolveSize(width, widthSpec), resolveSize(max(height, 0), heightSpec))
    }

    override fun onLayout(changed: Boolean, l: Int, t: Int, r: Int, b: Int) {
        var top = 0
        for (line in lines(r - l)) {
            var left = 0
            for (child in line) {
                child.layout(left, top, left + child.measuredWidth, top + child.measuredHeight)
                left += child.measuredWidth + gapPx
            }
            top += line.maxOf { it.measuredHeight } + gapPx
        }
    }

    private fun lines(widthPx: Int): List<List<View>> {
        val lines = mutableListOf<MutableList<View>>()
        var left = 0
        for (child in seen()) {
            if (lines.isEmpty() || left + child.measuredWidth > widthPx) {
                lines += mutableListOf<View>()
                left = 0
            }
            lines.last() += child
            left += child.measuredWidth + gapPx
        }
        return lines
    }

    private fun seen(): List<View> = (0 until childCount).map(::getChildAt).filter { it.visibility != View.GONE }
}

/** Children of one width, [leastPx] at least, as evenly over as few lines as fit; those of a line are equally high. */
class EvenGrid(context: Context, private val gapPx: Int, private val leastPx: Int) : ViewGroup(context) {
    private var columns = 1

    override fun onMeasure(widthSpec: Int, heightSpec: Int) {
        val width = MeasureSpec.getSize(widthSpec)
        columns = columnsFor(width)
        val childWidth = MeasureSpec.makeMeasureSpec((width - gapPx * (columns - 1)) / columns, MeasureSpec.EXACTLY)
        val free = MeasureSpec.makeMeasureSpec(0, MeasureSpec.UNSPECIFIED)
        val heights = lines().map { line ->
            line.forEach { it.measure(childWidth, free) }
            val height = line.maxOf { it.measuredHeight }
            line.forEach { it.measure(childWidth, MeasureSpec.makeMeasureSpec(height, MeasureSpec.EXACTLY)) }
            height
        }
        val height = heights.sum() + gapPx * (heights.size - 1).coerceAtLeast(0)
        setMeasuredDimension(width, resolveSize(height, heightSpec))
    }

    private fun columnsFor(widthPx: Int): Int {
        val all = childCount.coerceAtLeast(1)
        val most = ((widthPx + gapPx) / (leastPx + gapPx)).coerceIn(1, all)
        val lines = (all + most - 1) / most
        return (all + lines - 1) / lines
    }

    override fun onLayout(changed: Boolean, l: Int, t: Int, r: Int, b: Int) {
        var top = 0
        for (line in lines()) {
            line.forEachIndexed { index, child ->
                val left = index * (child.measuredWidth + gapPx)
                child.layout(left, top, left + child.measuredWidth, top + child.measuredHeight)
            }
            top += line.first().measuredHeight + gapPx
        }
    }

    private fun lines(): List<List<View>> = (0 until childCount).map(::getChildAt).chunked(columns)
}
