package app.dowel.android

import android.graphics.Rect
import android.media.Image
import java.nio.ByteBuffer

/** An image in memory, as a camera or a decoder would lend it. */
class TestImage(
    private val width: Int,
    private val height: Int,
    private val format: Int,
    private val crop: Rect,
    private val planes: List<TestPlane>,
) : Image() {
    var isClosed = false
        private set

    override fun getWidth() = width

    override fun getHeight() = height

    override fun getFormat() = format

    override fun getCropRect() = crop

    override fun getTimestamp() = 0L

    override fun getTransform() = 0

    override fun getScalingMode() = 0

    override fun getPlanes(): Array<Plane> = planes.toTypedArray()

    override fun close() {
        isClosed = true
    }
}

class TestPlane(private val bytes: ByteBuffer, private val rowStride: Int, private val pixelStride: Int) : Image.Plane() {
    override fun getRowStride() = rowStride

    override fun getPixelStride() = pixelStride

    override fun getBuffer(): ByteBuffer = bytes
}
