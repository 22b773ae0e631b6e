package app.dowel.android

import android.content.Context
import android.util.Size
import android.view.Surface
import app.dowel.platform.Camera
import app.dowel.platform.CameraListener

/**
 * The phone's camera, whose picture is also shown: it opens once there is a surface to show it on, and anew with each.
 * Used on the main thread.
 */
class ShownCamera(private val context: Context, private val pose: PhonePose) : Camera {
    /** The side of the screen: the person sees what the camera sees. */
    private var wantsFront = true
    private var listener: CameraListener? = null
    private var surface: Surface? = null
    private var camera = make()

    /** Of the pictures as the camera takes them; null where there is none. */
    val pictureSize: Size? get() = camera.pictureSize

    /** Android shows what the screen's side sees as a mirror does. */
    val isMirrored: Boolean get() = camera.isFront

    override fun open(listener: CameraListener) {
        this.listener = listener
        begin()
    }

    override fun close() {
        listener = null
        camera.close()
    }

    fun showOn(surface: Surface) {
        this.surface = surface
        begin()
    }

    /** The surface is going; another may have come already. */
    fun hideFrom(surface: Surface) {
        if (surface !== this.surface) return
        this.surface = null
        camera.close()
    }

    /** The other side's camera. */
    fun swap() {
        camera.close()
        wantsFront = !wantsFront
        camera = make()
        begin()
    }

    private fun make() = PhoneCamera(context, pose, wantsFront) { surface }

    private fun begin() {
        val to = listener ?: return
        if (surface != null) camera.open(to)
    }
}
