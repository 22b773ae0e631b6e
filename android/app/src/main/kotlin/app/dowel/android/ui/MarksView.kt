package app.dowel.android.ui

import android.graphics.Canvas
import android.view.View
import app.dowel.android.Painter
import app.dowel.view.Mark
import app.dowel.view.Size

/** Draws marks; which, is worked out elsewhere. */
class MarksView(kit: Kit) : View(kit.context) {
    private val painter = Painter(kit.palette, kit.words, Type.NOTE.sp * kit.context.resources.configuration.fontScale * kit.density)

    /** Null draws nothing. */
    var marks: ((Size) -> List<Mark>)? = null
        set(next) {
            field = next
            invalidate()
        }

    override fun onDraw(canvas: Canvas) {
        marks?.let { painter.paint(it(Size(width.toFloat(), height.toFloat())), canvas) }
    }
}
