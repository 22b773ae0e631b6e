package app.dowel.android

import android.media.Image
import app.dowel.core.Tilt
import app.dowel.core.YuvColor
import app.dowel.platform.CameraFrame
import java.nio.ByteBuffer
import java.nio.ByteOrder

/**
 * A decoder's image of ten bits a sample (P010), as phones film in high dynamic range, of which the upper eight are taken.
 * Luma is copied, because the core takes it only without gaps.
 */
class TenBitFrame(
    image: Image,
    override val timestampNs: Long,
    override val rotationDeg: Int,
    override val color: YuvColor,
    private val onClose: () -> Unit,
) : CameraFrame {
    private val frame = PhoneFrame(image, timestampNs, rotationDeg, color)
    override val widthPx = frame.widthPx
    override val heightPx = frame.heightPx
    override val y: ByteBuffer = upperBytes(frame.y, frame.yRowStride)
    override val u: ByteBuffer get() = upper(frame.u)
    override val v: ByteBuffer get() = upper(frame.v)
    override val yRowStride = widthPx
    override val chromaRowStride = frame.chromaRowStride
    override val chromaPixelStride = frame.chromaPixelStride
    override val tilt: Tilt? = null

    override fun close() {
        frame.close()
        onClose()
    }

    /** Numbers are little-endian, and their ten bits the uppermost. */
    private fun upper(plane: ByteBuffer): ByteBuffer = plane.skip(1)

    private fun upperBytes(plane: ByteBuffer, rowStride: Int): ByteBuffer {
        val from = plane.slice().order(ByteOrder.LITTLE_ENDIAN).asShortBuffer()
        val numbers = ShortArray(widthPx)
        val row = ByteArray(widthPx)
        val to = ByteBuffer.allocateDirect(widthPx * heightPx)
        repeat(heightPx) { index ->
            from.skip(index * rowStride / BYTES - from.position())
            from.get(numbers)
            for (x in row.indices) row[x] = (numbers[x].toInt() shr BITS_A_BYTE).toByte()
            to.put(row)
        }
        return to.skip(-to.position())
    }

    private companion object {
        const val BYTES = 2
        const val BITS_A_BYTE = 8
    }
}
