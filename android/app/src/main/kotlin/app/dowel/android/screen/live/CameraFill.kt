package app.dowel.android.screen.live

import android.content.Context
import android.view.View
import android.view.ViewGroup
import app.dowel.presenter.PictureSize
import kotlin.math.max

/** Fills itself with the camera's picture, in the picture's own shape: what does not fit is cut off on both sides alike. */
class CameraFill(context: Context, private val preview: View) : ViewGroup(context) {
    /** Upright. */
    var picture = PictureSize(1, 1)
        set(next) {
            if (next == field) return
            field = next
            requestLayout()
        }

    init {
        addView(preview)
    }

    override fun onMeasure(widthSpec: Int, heightSpec: Int) {
        val (width, height) = MeasureSpec.getSize(widthSpec) to MeasureSpec.getSize(heightSpec)
        setMeasuredDimension(width, height)
        val scale = max(width.toFloat() / picture.widthPx, height.toFloat() / picture.heightPx)
        preview.measure(exactly(picture.widthPx * scale), exactly(picture.heightPx * scale))
    }

    private fun exactly(px: Float) = MeasureSpec.makeMeasureSpec(Math.round(px), MeasureSpec.EXACTLY)

    override fun onLayout(changed: Boolean, l: Int, t: Int, r: Int, b: Int) {
        val left = (r - l - preview.measuredWidth) / 2
        val top = (b - t - preview.measuredHeight) / 2
        preview.layout(left, top, left + preview.measuredWidth, top + preview.measuredHeight)
    }
}
