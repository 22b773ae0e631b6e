package app.dowel.android.ui

import android.content.Context
import android.graphics.Canvas
import android.graphics.Paint
import android.view.Gravity
import android.view.View
import android.widget.LinearLayout
import app.dowel.presenter.Phrase
import app.dowel.presenter.Text
import app.dowel.view.Tone

/** The app's name, and the stick with its three contacts under it. */
class Wordmark(kit: Kit) : LinearLayout(kit.context) {
    init {
        orientation = VERTICAL
        gravity = Gravity.START
        addView(kit.heading(Type.TITLE, Text.Own(Phrase.APP_NAME)), acrossParent())
        addView(Stick(kit.context, kit), LayoutParams(kit.dp(WIDTH_DP), kit.dp(HEIGHT_DP)))
    }

    private class Stick(context: Context, private val kit: Kit) : View(context) {
        private val paint = Paint(Paint.ANTI_ALIAS_FLAG).apply { strokeCap = Paint.Cap.ROUND }

        override fun onDraw(canvas: Canvas) {
            val middle = height / 2f
            val thick = kit.dp(THICK_DP).toFloat()
            paint.color = kit.color(Tone.WOOD)
            paint.strokeWidth = thick
            canvas.drawLine(thick, middle, width - thick, middle, paint)
            for (part in CONTACTS) {
                paint.color = kit.color(Tone.GROUND)
                canvas.drawCircle(width * part, middle, thick * HALO, paint)
                paint.color = kit.color(Tone.ACCENT)
                canvas.drawCircle(width * part, middle, thick, paint)
            }
        }
    }

    private companion object {
        const val WIDTH_DP = 120
        const val HEIGHT_DP = 16
        const val THICK_DP = 4
        const val HALO = 1.6f
        val CONTACTS = listOf(0.18f, 0.52f, 0.86f)
    }
}
