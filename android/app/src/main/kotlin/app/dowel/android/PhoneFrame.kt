package app.dowel.android

import android.media.Image
import app.dowel.core.Tilt
import app.dowel.core.YuvColor
import app.dowel.core.YuvMatrix
import app.dowel.platform.CameraFrame
import java.nio.ByteBuffer

/** A camera's or a decoder's YUV_420_888 image, lent until it is closed. */
class PhoneFrame(
    private val image: Image,
    override val timestampNs: Long,
    override val rotationDeg: Int,
    override val color: YuvColor = CAMERA_COLOR,
    override val tilt: Tilt? = null,
    private val onClose: () -> Unit = {},
) : CameraFrame {
    private val planes = image.planes

    override val widthPx: Int = image.width
    override val heightPx: Int = image.height
    override val y: ByteBuffer get() = planes[0].buffer
    override val u: ByteBuffer get() = planes[1].buffer
    override val v: ByteBuffer get() = planes[2].buffer
    override val yRowStride: Int = planes[0].rowStride
    override val chromaRowStride: Int = planes[1].rowStride
    override val chromaPixelStride: Int = planes[1].pixelStride

    override fun close() {
        image.close()
        onClose()
    }

    private companion object {
        /** Cameras hand out JFIF's colours: BT.601 over the full range. */
        val CAMERA_COLOR = YuvColor(YuvMatrix.BT601, fullRange = true)
    }
}
