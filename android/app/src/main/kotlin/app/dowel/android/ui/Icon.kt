package app.dowel.android.ui

import android.graphics.Canvas
import android.graphics.ColorFilter
import android.graphics.Paint
import android.graphics.Path
import android.graphics.PixelFormat
import android.graphics.drawable.Drawable
import android.view.View
import android.widget.ImageView
import app.dowel.view.Tone

/** Drawn with a pen of two on a sheet of 24 by 24. */
enum class Icon(val isFilled: Boolean = false, val draw: Path.() -> Unit) {
    BACK(draw = {
        line(20f, 12f, 4f, 12f)
        line(11f, 5f, 4f, 12f, 11f, 19f)
    }),
    FORWARD(draw = { line(9f, 5f, 16f, 12f, 9f, 19f) }),

    /** The stick and its three contacts. */
    PRACTICE(draw = {
        line(3f, 16.5f, 21f, 7.5f)
        for (x in listOf(6.5f, 12.2f, 17.6f)) addCircle(x, 18f - x / 2, 1.7f, Path.Direction.CW)
    }),
    PROGRESS(draw = {
        line(4f, 4f, 4f, 20f, 20f, 20f)
        line(7.5f, 15.5f, 11.5f, 11f, 14.5f, 13.5f, 20f, 7f)
    }),
    VIDEO(draw = {
        addRoundRect(3f, 5f, 21f, 19f, 3f, 3f, Path.Direction.CW)
        line(10f, 9f, 15f, 12f, 10f, 15f, 10f, 9f)
    }),
    SETTINGS(draw = {
        line(4f, 8f, 6f, 8f)
        line(12f, 8f, 20f, 8f)
        line(4f, 16f, 12f, 16f)
        line(18f, 16f, 20f, 16f)
        addCircle(9f, 8f, 3f, Path.Direction.CW)
        addCircle(15f, 16f, 3f, Path.Direction.CW)
    }),
    CHECK(draw = { line(5f, 12.5f, 10f, 17.5f, 19.5f, 7f) }),
    PLUS(draw = {
        line(12f, 5f, 12f, 19f)
        line(5f, 12f, 19f, 12f)
    }),
    MINUS(draw = { line(5f, 12f, 19f, 12f) }),
    PAUSE(isFilled = true, draw = {
        addRoundRect(6f, 5f, 10f, 19f, 1f, 1f, Path.Direction.CW)
        addRoundRect(14f, 5f, 18f, 19f, 1f, 1f, Path.Direction.CW)
    }),
    PLAY(isFilled = true, draw = { line(8f, 5f, 19f, 12f, 8f, 19f, 8f, 5f) }),
    STOP(isFilled = true, draw = { addRoundRect(6f, 6f, 18f, 18f, 2f, 2f, Path.Direction.CW) }),
    NOTICE(draw = {
        addCircle(12f, 12f, 9f, Path.Direction.CW)
        line(12f, 7.5f, 12f, 13f)
        line(12f, 16.4f, 12f, 16.5f)
    }),
    CAMERA(draw = {
        addRoundRect(3f, 7f, 21f, 19f, 3f, 3f, Path.Direction.CW)
        line(8.5f, 7f, 10f, 4.5f, 14f, 4.5f, 15.5f, 7f)
        addCircle(12f, 13f, 3.2f, Path.Direction.CW)
    }),
    TURN(draw = {
        line(4f, 9f, 18f, 9f)
        line(14f, 5f, 18f, 9f, 14f, 13f)
        line(20f, 16f, 6f, 16f)
        line(10f, 12f, 6f, 16f, 10f, 20f)
    }),
    VOICE(draw = {
        line(4f, 9.5f, 8f, 9.5f, 12.5f, 5.5f, 12.5f, 18.5f, 8f, 14.5f, 4f, 14.5f, 4f, 9.5f)
        arc(12f, 12f, 4.5f, -50f, 100f)
        arc(12f, 12f, 8.5f, -50f, 100f)
    }),
}

private fun Path.line(vararg at: Float) {
    moveTo(at[0], at[1])
    for (index in 2 until at.size step 2) lineTo(at[index], at[index + 1])
}

private fun Path.arc(x: Float, y: Float, radius: Float, fromDeg: Float, sweepDeg: Float) =
    addArc(x - radius, y - radius, x + radius, y + radius, fromDeg, sweepDeg)

class IconDrawable(kit: Kit, icon: Icon, tone: Tone, sizeDp: Int = SIZE_DP) : Drawable() {
    private val sizePx = kit.dp(sizeDp)
    private val path = Path().apply(icon.draw)
    private val paint = Paint(Paint.ANTI_ALIAS_FLAG).apply {
        style = if (icon.isFilled) Paint.Style.FILL_AND_STROKE else Paint.Style.STROKE
        strokeWidth = if (icon.isFilled) 1f else PEN
        strokeCap = Paint.Cap.ROUND
        strokeJoin = Paint.Join.ROUND
        color = kit.color(tone)
    }

    override fun draw(canvas: Canvas) {
        canvas.save()
        canvas.translate(bounds.left.toFloat(), bounds.top.toFloat())
        canvas.scale(bounds.width() / SHEET, bounds.height() / SHEET)
        canvas.drawPath(path, paint)
        canvas.restore()
    }

    override fun getIntrinsicWidth() = sizePx

    override fun getIntrinsicHeight() = sizePx

    override fun setAlpha(alpha: Int) {
        paint.alpha = alpha
    }

    override fun setColorFilter(filter: ColorFilter?) {
        paint.colorFilter = filter
    }

    @Deprecated("Android still asks for it")
    override fun getOpacity() = PixelFormat.TRANSLUCENT

    private companion object {
        const val SHEET = 24f
        const val PEN = 2f
        const val SIZE_DP = 24
    }
}

/** Only for the eye: what it stands for is told beside it. */
fun Kit.icon(icon: Icon, tone: Tone, sizeDp: Int = 24): ImageView = ImageView(context).apply {
    setImageDrawable(IconDrawable(this@icon, icon, tone, sizeDp))
    importantForAccessibility = View.IMPORTANT_FOR_ACCESSIBILITY_NO
}
