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
        val draw = marks ?: return
        canvas.save()
        canvas.translate(paddingLeft.toFloat(), paddingTop.toFloat())
        val room = Size((width - paddingLeft - paddingRight).toFloat(), (height - paddingTop - paddingBottom).toFloat())
        painter.paint(draw(room), canvas)
        canvas.restore()
    }
}
