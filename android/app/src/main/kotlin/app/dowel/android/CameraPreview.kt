package app.dowel.android

import android.content.Context
import android.view.SurfaceHolder
import android.view.SurfaceView

/**
 * Shows the camera's picture, turned upright by Android itself. It lies under the window's other views, in a hole of the
 * window.
 */
class CameraPreview(context: Context, private val camera: ShownCamera) : SurfaceView(context), SurfaceHolder.Callback {
    init {
        // In the sensor's own direction.
        camera.pictureSize?.let { holder.setFixedSize(it.width, it.height) }
        holder.addCallback(this)
        importantForAccessibility = IMPORTANT_FOR_ACCESSIBILITY_NO
    }

    override fun surfaceCreated(holder: SurfaceHolder) = camera.showOn(holder.surface)

    override fun surfaceChanged(holder: SurfaceHolder, format: Int, width: Int, height: Int) = Unit

    override fun surfaceDestroyed(holder: SurfaceHolder) = camera.hideFrom(holder.surface)
}
