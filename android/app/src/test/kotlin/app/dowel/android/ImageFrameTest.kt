package app.dowel.android

import android.graphics.ImageFormat
import android.graphics.Rect
import android.media.Image
import android.media.MediaFormat
import app.dowel.core.YuvColor
import app.dowel.core.YuvMatrix
import app.dowel.platform.CameraFrame
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config
import java.nio.ByteBuffer

/** Images as decoders lay them out, and what the core is handed of them. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [35], manifest = Config.NONE)
class ImageFrameTest {
    private val color = YuvColor(YuvMatrix.BT709, false)

    /** 4 x 4 pixels within 8 x 6: luma tells its place, 10 row + column; U and V lie in turn. */
    private fun image(bytes: Int = 1, crop: Rect = Rect(2, 2, 6, 6)): TestImage {
        val luma = plane(rowStride = 10 * bytes, pixelStride = bytes, rows = 6, columns = 8) { row, column -> 10 * row + column }
        val chroma = ByteBuffer.allocateDirect(10 * bytes * 3)
        for (row in 0 until 3) for (column in 0 until 4) for (which in 0..1) {
            chroma.put(row * 10 * bytes + (2 * column + which) * bytes + bytes - 1, (100 + 50 * which + 10 * row + column).toByte())
        }
        val v = chroma.duplicate().apply { position(bytes) }.slice()
        val format = if (bytes == 1) ImageFormat.YUV_420_888 else ImageFormat.YCBCR_P010
        return TestImage(8, 6, format, crop, listOf(luma, TestPlane(chroma, 10 * bytes, 2 * bytes), TestPlane(v, 10 * bytes, 2 * bytes)))
    }

    private fun plane(rowStride: Int, pixelStride: Int, rows: Int, columns: Int, value: (Int, Int) -> Int): TestPlane {
        val buffer = ByteBuffer.allocateDirect(rowStride * rows)
        for (row in 0 until rows) for (column in 0 until columns) {
            // The upper byte, where there are two.
            buffer.put(row * rowStride + column * pixelStride + pixelStride - 1, value(row, column).toByte())
        }
        return TestPlane(buffer, rowStride, pixelStride)
    }

    private fun seen(plane: ByteBuffer, rowStride: Int, pixelStride: Int, width: Int, height: Int): List<List<Int>> {
        val bytes = plane.slice()
        return List(height) { row -> List(width) { column -> bytes.get(row * rowStride + column * pixelStride).toInt() and 0xFF } }
    }

    private fun expectPicture(frame: CameraFrame) = with(frame) {
        assertEquals(4 to 4, widthPx to heightPx)
        assertEquals(List(4) { row -> List(4) { 10 * (row + 2) + it + 2 } }, seen(y, yRowStride, 1, 4, 4))
        assertEquals(List(2) { row -> List(2) { 100 + 10 * (row + 1) + it + 1 } }, seen(u, chromaRowStride, chromaPixelStride, 2, 2))
        assertEquals(List(2) { row -> List(2) { 150 + 10 * (row + 1) + it + 1 } }, seen(v, chromaRowStride, chromaPixelStride, 2, 2))
        assertTrue(listOf(y, u, v).all { it.isDirect })
    }

    @Test
    fun `what lies around the picture is not handed on`() = expectPicture(PhoneFrame(image(), 0, 0, color))

    @Test
    fun `of ten bits the upper eight`() = expectPicture(TenBitFrame(image(bytes = 2), 0, 0, color) {})

    @Test
    fun `two by two pixels share their chroma, so that a picture begins at an even one`() {
        val frame = PhoneFrame(image(crop = Rect(3, 3, 6, 6)), 0, 0, color)
        assertEquals(4 to 4, frame.widthPx to frame.heightPx)
        expectPicture(frame)
    }

    @Test
    fun `it is given back once it is closed`() {
        val (eight, ten) = image() to image(bytes = 2)
        var given = 0
        PhoneFrame(eight, 0, 0, color) { given++ }.close()
        TenBitFrame(ten, 0, 0, color) { given++ }.close()
        assertTrue(eight.isClosed && ten.isClosed)
        assertEquals(2, given)
    }

    private fun format(vararg keys: Pair<String, Int>) = MediaFormat().apply { keys.forEach { (key, value) -> setInteger(key, value) } }

    @Test
    fun `the decoder's word on colours goes before the file's, and both before what is usual`() {
        val (standard, range) = MediaFormat.KEY_COLOR_STANDARD to MediaFormat.KEY_COLOR_RANGE
        val wide = format(standard to MediaFormat.COLOR_STANDARD_BT2020, range to MediaFormat.COLOR_RANGE_FULL)
        val television = format(standard to MediaFormat.COLOR_STANDARD_BT601_PAL, range to MediaFormat.COLOR_RANGE_LIMITED)
        assertEquals(YuvColor(YuvMatrix.BT2020, true), colorOf(wide, television, 1920, 1080))
        assertEquals(YuvColor(YuvMatrix.BT601, false), colorOf(format(standard to 0), television, 1920, 1080))
        assertEquals(YuvColor(YuvMatrix.BT709, false), colorOf(format(), format(), 1920, 1080))
        assertEquals(YuvColor(YuvMatrix.BT709, false), colorOf(format(), format(), 720, 1280))
        assertEquals(YuvColor(YuvMatrix.BT601, false), colorOf(format(), format(), 640, 480))
    }
}
