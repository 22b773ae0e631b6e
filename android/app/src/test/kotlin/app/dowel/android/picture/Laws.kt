package app.dowel.android.picture

import android.graphics.Rect
import android.text.Layout
import android.text.StaticLayout
import android.view.View
import android.view.ViewGroup
import android.widget.HorizontalScrollView
import android.widget.ScrollView
import android.widget.TextView
import app.dowel.android.ui.Kit
import org.junit.Assert.assertEquals

/** What holds for every screen in every look. */
object Laws {
    fun check(where: String, root: View, kit: Kit) {
        val seen = root.seen()
        val broken = seen.flatMap { view -> clipped(view) + outside(view) + hardToTouch(view, kit) } + overlaps(root, seen)
        assertEquals(where, emptyList<String>(), broken)
    }

    private fun View.seen(): List<View> = when {
        visibility != View.VISIBLE -> emptyList()
        this is ViewGroup -> listOf(this) + (0 until childCount).flatMap { getChildAt(it).seen() }
        else -> listOf(this)
    }

    /** All words are there: none cut off, none broken without a hyphen. */
    private fun clipped(view: View): List<String> {
        val words = (view as? TextView)?.takeIf { it.text.isNotEmpty() } ?: return emptyList()
        val layout = words.layout ?: return listOf("${words.told()} was not laid out")
        val room = words.height - words.compoundPaddingTop - words.compoundPaddingBottom
        val lines = 0 until layout.lineCount
        return listOfNotNull(
            "${words.told()} is cut off".takeIf { lines.any { layout.getEllipsisCount(it) > 0 } },
            "${words.told()} is higher than its place: ${layout.height} in $room".takeIf { layout.height > room },
            "${words.told()} is wider than its place".takeIf { lines.any { layout.getLineMax(it) > layout.width + 1 } },
            "${words.told()} breaks a word".takeIf { lines.any { layout.breaksWord(it, words.text) } },
        )
    }

    private fun Layout.breaksWord(line: Int, text: CharSequence): Boolean {
        val end = getLineEnd(line)
        if (end >= text.length || line == lineCount - 1) return false
        val isHyphenated = (this as? StaticLayout)?.let { hyphenEnds(it, line) } == true
        return text[end - 1].isLetter() && text[end].isLetter() && !isHyphenated
    }

    /** The hyphen is drawn, not written: the line is wider than its letters. */
    private fun hyphenEnds(layout: StaticLayout, line: Int): Boolean {
        val letters = layout.paint.measureText(layout.text, layout.getLineStart(line), layout.getLineEnd(line))
        return layout.getLineMax(line) > letters + layout.paint.measureText("-") / 2
    }

    private fun outside(view: View): List<String> {
        val parent = view.parent as? View ?: return emptyList()
        if (parent is ScrollView || parent is HorizontalScrollView) return emptyList()
        val isInside = view.left >= 0 && view.top >= 0 && view.right <= parent.width && view.bottom <= parent.height
        return listOfNotNull("${view.told()} reaches out of its parent".takeUnless { isInside || view is Unruled })
    }

    private fun hardToTouch(view: View, kit: Kit): List<String> {
        if (!view.isClickable) return emptyList()
        val least = kit.dp(48)
        val name = view.contentDescription ?: view.seen().filterIsInstance<TextView>().joinToString(" ") { it.text }
        return listOfNotNull(
            "${view.told()} is too small to touch: ${view.width} x ${view.height}".takeIf { view.width < least || view.height < least },
            "${view.told()} has no name".takeIf { name.isBlank() },
        )
    }

    /** Words and buttons never lie on each other, in whatever layers they are. */
    private fun overlaps(root: View, seen: List<View>): List<String> {
        val things = seen.filter { it is TextView || it.isClickable }.map { it to it.place(root) }
        return things.flatMapIndexed { index, (one, place) ->
            things.drop(index + 1)
                .filter { (other, otherPlace) -> Rect.intersects(place, otherPlace) && !other.isWithin(one) }
                .map { (other, _) -> "${one.told()} and ${other.told()} overlap" }
        }
    }

    /** Where it can be seen: a scroll shows only a part of what it holds. */
    private fun View.place(root: View): Rect {
        val place = Rect(0, 0, width, height)
        var view = this
        while (view !== root) {
            val parent = view.parent as View
            place.offset(view.left - parent.scrollX, view.top - parent.scrollY)
            if (parent is ScrollView && !place.intersect(0, 0, parent.width, parent.height)) place.setEmpty()
            view = parent
        }
        return place
    }

    private fun View.isWithin(outer: View): Boolean = generateSequence(parent) { it.parent }.any { it === outer }

    private fun View.told(): String {
        val words = (this as? TextView)?.text ?: contentDescription ?: ""
        return "${javaClass.simpleName} “$words”"
    }
}

/** May reach out of its parent, as a camera's picture that fills a window of another shape. */
interface Unruled
