package app.dowel.android

import android.media.Image
import app.dowel.core.Tilt
import app.dowel.core.YuvColor
import app.dowel.core.YuvMatrix
import app.dowel.platform.CameraFrame
import java.nio.Buffer
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

    // A decoder's image may be larger than its picture: codecs work in blocks.
    private val crop = image.cropRect
    private val left = even(crop.left)
    private val top = even(crop.top)

    override val widthPx: Int = crop.right - left
    override val heightPx: Int = crop.bottom - top
    override val y: ByteBuffer get() = planes[0].from(left, top)
    override val u: ByteBuffer get() = planes[1].from(left / 2, top / 2)
    override val v: ByteBuffer get() = planes[2].from(left / 2, top / 2)
    override val yRowStride: Int = planes[0].rowStride
    override val chromaRowStride: Int = planes[1].rowStride
    override val chromaPixelStride: Int = planes[1].pixelStride

    override fun close() {
        image.close()
        onClose()
    }

    /** Two by two pixels share their chroma. */
    private fun even(px: Int) = px - px % 2

    private fun Image.Plane.from(column: Int, row: Int): ByteBuffer =
        buffer.duplicate().skip(row * rowStride + column * pixelStride)

    private companion object {
        /** Cameras hand out JFIF's colours: BT.601 over the full range. */
        val CAMERA_COLOR = YuvColor(YuvMatrix.BT601, fullRange = true)
    }
}

/** Android 8 and 9 know `position` of [Buffer] alone: that of a [ByteBuffer], which returns one, came later. */
internal fun <B : Buffer> B.skip(count: Int): B {
    val buffer: Buffer = this
    buffer.position(buffer.position() + count)
    return this
}
