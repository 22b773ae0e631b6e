package app.dowel.android

import android.graphics.ImageFormat
import android.graphics.Rect
import app.dowel.core.Coach
import app.dowel.core.FrameInfo
import app.dowel.core.LiveSession
import app.dowel.core.LiveUpdate
import app.dowel.core.ModelSize
import app.dowel.core.NearBody
import app.dowel.core.PackedFormat
import app.dowel.core.PackedLayout
import app.dowel.core.Places
import app.dowel.core.PlanOptions
import app.dowel.core.Rotation
import app.dowel.core.YuvColor
import app.dowel.core.YuvMatrix
import app.dowel.presenter.push
import com.google.gson.JsonParser
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable
import org.junit.jupiter.api.io.TempDir
import java.io.File
import java.nio.ByteBuffer
import kotlin.math.hypot

/** The demo clip's colours reach the core as they are, in whatever form a phone lends them. */
@EnabledIfEnvironmentVariable(named = "DOWEL_CONTRACT", matches = ".+")
class ColoursTest {
    @TempDir
    private lateinit var folder: File
    private val contract = File(System.getenv("DOWEL_CONTRACT").orEmpty())
    private val home = File(System.getenv("DOWEL_HOME").orEmpty())
    private val expected = JsonParser.parseReader(File(contract, "expected.json").reader()).asJsonObject
    private val width = expected["width_px"].asInt
    private val height = expected["height_px"].asInt
    private val fps = expected["fps"].asDouble
    private val luma = width * height
    private val clipColor = YuvColor(YuvMatrix.BT601, fullRange = false)

    /** Some frames from the middle, as I420. */
    private val frames: List<ByteArray> = File(contract, "frames.yuv").inputStream().use { file ->
        val bytes = luma * 3 / 2
        file.skipNBytes(60L * bytes)
        List(FRAMES) { file.readNBytes(bytes) }
    }

    @Test
    fun `a phone's image and the same picture in red, green and blue show the same body`() {
        val packed = bodies { frame, atS -> push(rgba(frame), PackedLayout(PackedFormat.RGBA, (4 * width).toUInt()), info(atS)) }
        val image = bodies { frame, atS -> push(PhoneFrame(image(frame), (atS * 1e9).toLong(), 0, clipColor)) }
        val planar = bodies { frame, atS -> push(PhoneFrame(planar(frame), (atS * 1e9).toLong(), 0, clipColor)) }
        assertEquals(planar, image)
        val apart = apartPx(packed, image)
        assertTrue(apart < 0.5, "$apart px apart")

        // And it would show: with U and V confused the body is seen elsewhere.
        val confused = bodies { frame, atS -> push(PhoneFrame(image(frame, swapped = true), (atS * 1e9).toLong(), 0, clipColor)) }
        assertTrue(apartPx(packed, confused) > 2 * apart, "${apartPx(packed, confused)} px with confused colours, $apart px without")
    }

    private fun bodies(look: LiveSession.(ByteArray, Double) -> LiveUpdate): List<NearBody> = openCoach().use { coach ->
        coach.begin(PlanOptions("dowel-hinge", 1u, 5u, null), 0).use { session ->
            frames.mapIndexedNotNull { index, frame -> session.look(frame, index / fps).body }
        }
    }

    private fun openCoach(): Coach {
        val store = File(folder, "${System.nanoTime()}.db").path
        val places = Places(store, File(home, "models").path, File(home, "runtime/libonnxruntime.so").path)
        return Coach.open(places).also { it.setSettings(it.settings().copy(model = ModelSize.LITE)) }
    }

    /** Usually, over all points and frames: now and then one point jumps at a trifle. */
    private fun apartPx(some: List<NearBody>, others: List<NearBody>): Double {
        assertEquals(some.size, others.size)
        assertTrue(some.size > FRAMES / 2, "the body was seen in ${some.size} frames")
        val apart = some.zip(others).flatMap { (a, b) ->
            points(a).zip(points(b)) { (ax, ay), (bx, by) -> hypot(ax - bx, ay - by) }
        }
        return apart.sorted()[apart.size / 2]
    }

    private fun points(body: NearBody) = with(body) { listOf(ear, shoulder, hip, knee, ankle, heel, toe) }.map { it.xPx to it.yPx }

    private fun info(atS: Double) = FrameInfo(width.toUInt(), height.toUInt(), Rotation.NONE, atS, null)

    /** As many phones lay it out: U and V in turn, rows with a margin, the picture within a larger one. */
    private fun image(frame: ByteArray, swapped: Boolean = false): TestImage {
        val (left, top, stride) = Triple(16, 8, width + 48)
        val y = ByteBuffer.allocateDirect(stride * (height + 16))
        for (row in 0 until height) y.put((row + top) * stride + left, frame, row * width, width)
        val chroma = ByteBuffer.allocateDirect(stride * (height + 16) / 2)
        for (row in 0 until height / 2) for (column in 0 until width / 2) {
            val at = (row + top / 2) * stride + left + 2 * column
            val from = row * (width / 2) + column
            chroma.put(at, frame[luma + from])
            chroma.put(at + 1, frame[luma + luma / 4 + from])
        }
        val u = TestPlane(chroma, stride, 2)
        val v = TestPlane(chroma.duplicate().apply { position(1) }.slice(), stride, 2)
        val crop = Rect(left, top, left + width, top + height)
        return TestImage(stride, height + 16, ImageFormat.YUV_420_888, crop, listOf(TestPlane(y, stride, 1)) + if (swapped) listOf(v, u) else listOf(u, v))
    }

    private fun planar(frame: ByteArray): TestImage {
        val all = ByteBuffer.allocateDirect(frame.size).put(frame).apply { rewind() }
        val u = TestPlane(all.slice(luma, luma / 4), width / 2, 1)
        val v = TestPlane(all.slice(luma + luma / 4, luma / 4), width / 2, 1)
        return TestImage(width, height, ImageFormat.YUV_420_888, Rect(0, 0, width, height), listOf(TestPlane(all.slice(0, luma), width, 1), u, v))
    }

    /** BT.601 with luma from 16 to 235. */
    private fun rgba(frame: ByteArray): ByteBuffer {
        val to = ByteBuffer.allocateDirect(4 * luma)
        for (row in 0 until height) for (column in 0 until width) {
            val chroma = luma + row / 2 * (width / 2) + column / 2
            val y = 1.164383 * (number(frame[row * width + column]) - 16)
            val (u, v) = number(frame[chroma]) - 128 to number(frame[chroma + luma / 4]) - 128
            to.put(byte(y + 1.596027 * v)).put(byte(y - 0.391762 * u - 0.812968 * v)).put(byte(y + 2.017232 * u)).put(-1)
        }
        return to.apply { rewind() }
    }

    private fun number(byte: Byte): Double = (byte.toInt() and 0xFF).toDouble()

    private fun byte(value: Double): Byte = Math.round(value).toInt().coerceIn(0, 255).toByte()

    private companion object {
        const val FRAMES = 12
    }
}
