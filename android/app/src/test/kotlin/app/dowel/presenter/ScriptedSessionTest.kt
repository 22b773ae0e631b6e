package app.dowel.presenter

import app.dowel.core.Coach
import app.dowel.core.Felt
import app.dowel.core.Language
import app.dowel.core.ModelSize
import app.dowel.core.Places
import app.dowel.core.PlanOptions
import app.dowel.core.Tilt
import app.dowel.core.YuvColor
import app.dowel.core.YuvMatrix
import app.dowel.platform.CameraFrame
import app.dowel.platform.Tap
import com.google.gson.JsonObject
import com.google.gson.JsonParser
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable
import org.junit.jupiter.api.io.TempDir
import java.io.DataInputStream
import java.io.EOFException
import java.io.File
import java.nio.ByteBuffer
import kotlin.math.roundToInt

/**
 * A whole session: the demo clip's frames through the presenters and the real core. It ends in the summary that
 * `dowel practice` prints.
 *
 * `DOWEL_CONTRACT` names the folder with the frames and with what the core alone makes of them; the contract tests
 * use the same. `DOWEL_HOME` names the one with the networks.
 */
@EnabledIfEnvironmentVariable(named = "DOWEL_CONTRACT", matches = ".+")
class ScriptedSessionTest {
    @TempDir
    private lateinit var folder: File

    private val contract = File(System.getenv("DOWEL_CONTRACT").orEmpty())
    private val home = File(System.getenv("DOWEL_HOME").orEmpty())
    private val expected = JsonParser.parseReader(File(contract, "expected.json").reader()).asJsonObject
    private val camera = TestCamera()
    private val speaker = TestSpeaker()
    private val haptics = TestHaptics()

    @Test
    fun `the demo clip ends in the summary that the program prints`() {
        openCoach().use { coach ->
            val phone = PracticePhone(camera, speaker, haptics, TestScreen(), TestClock())
            val practice = PracticePresenter(coach, phone, AtOnce)
            val plan = expected.getAsJsonObject("plan")
            practice.begin(
                PlanOptions(
                    drill = plan["drill"].asString,
                    sets = plan["sets"].asInt.toUInt(),
                    reps = plan["reps"].asInt.toUInt(),
                    painBefore = plan["pain_before"].asInt.toUByte(),
                ),
            )
            val frames = play(practice)
            // A clip may end before the session says so itself.
            practice.end()

            val done = assertInstanceOf(PracticeState.Done::class.java, practice.state)
            assertNull(done.notice)
            assertEquals(printed(expected.getAsJsonObject("summary")), printed(done.summary))
            assertEquals(said(), speaker.said)
            assertEquals(expected.getAsJsonObject("summary").getAsJsonObject("total")["reps"].asInt, haptics.taps.count { it == Tap.REP })
            assertTrue(frames.all { it.closed == 1 })
            remembered(coach, done.summary.session!!)
        }
    }

    /** The history tells the same, and what the person says afterwards is kept. */
    private fun remembered(coach: Coach, id: Long) {
        val feeling = FeelingPresenter(coach, id, TestSpeaker(), TestScreen(), AtOnce).apply { sayPain(3) }
        feeling.toggle(Felt.QUADS)
        feeling.keep()
        assertEquals("wall-tap", feeling.state.drill!!.id)
        val session = SessionPresenter(coach, TestClock(), id, AtOnce).apply { load() }
        assertEquals(5, session.state.reps.size)
        assertTrue("How much it hurt after: 3 of 10" in session.state.lines.map(Line::shown))
        val progress = ProgressPresenter(coach, TestClock(), AtOnce).apply { load() }
        assertEquals("Dowel hinge", progress.state.sessions.single().title.shown())
        session.askToErase()
        session.erase()
        progress.load()
        assertTrue(progress.state.isEmpty)
    }

    private fun openCoach(): Coach {
        val places = Places(
            store = File(folder, "dowel.db").path,
            models = File(home, "models").path,
            runtime = File(home, "runtime/libonnxruntime.so").path,
        )
        return Coach.open(places).also {
            it.setSettings(it.settings().copy(language = Language.ENGLISH, model = ModelSize.LITE, voice = true))
        }
    }

    /** The corrections that the expected session has, at the same frames. */
    private fun play(practice: PracticePresenter): List<ClipFrame> {
        val corrections = expected.getAsJsonArray("corrections").associate {
            val (frame, by) = it.asJsonArray.map { number -> number.asInt }
            frame to by
        }
        val frames = frames()
        frames.forEachIndexed { index, frame ->
            corrections[index]?.let(practice::correctReps)
            camera.listener?.onFrame(frame) ?: frame.close()
        }
        return frames
    }

    private fun frames(): List<ClipFrame> {
        val (width, height) = expected["width_px"].asInt to expected["height_px"].asInt
        val fps = expected["fps"].asDouble
        val bytes = ByteArray(width * height * 3 / 2)
        return DataInputStream(File(contract, "frames.yuv").inputStream().buffered()).use { file ->
            generateSequence {
                try {
                    file.readFully(bytes)
                    ByteBuffer.allocateDirect(bytes.size).put(bytes).rewind()
                } catch (_: EOFException) {
                    null
                }
            }.mapIndexed { index, buffer -> ClipFrame(buffer, width, height, index / fps) }.toList()
        }
    }

    private fun said(): List<String> = expected.getAsJsonArray("events").map { it.asJsonObject.getAsJsonObject("event") }
        .filter { it["kind"].asString == "say" }
        .map { (if (it["priority"].asString == "alert") "!" else "") + it["text"].asString }

    /** As `dowel practice` prints it. */
    private fun printed(summary: JsonObject): List<String> {
        val total = summary.getAsJsonObject("total")
        return listOf(
            "sets ${summary.getAsJsonArray("sets").size()}",
            "Repetitions: ${total["reps"].asInt}",
            "Clean: ${total["clean"].asInt} of ${total["judged"].asInt}",
            "Clean depth: ${total["clean_depth_deg"].asDouble.roundToInt()}°",
            "Hinge index: ${total["hinge_index"].asInt}",
            "to change Squatting instead of hinging".takeIf { total["change"].asString == "squatting" }.orEmpty(),
            "drill ${total["drill"].asString}",
        )
    }

    private fun printed(summary: SummaryView): List<String> = listOf("sets ${summary.sets.size}") +
        summary.total.lines.map(Line::shown) +
        listOf("to change ${summary.total.change!!.fault.shown()}", "drill ${summary.total.change!!.drill!!.id}")
}

/** A frame of the clip: its three planes lie one after the other. */
private class ClipFrame(
    memory: ByteBuffer,
    override val widthPx: Int,
    override val heightPx: Int,
    atS: Double,
) : CameraFrame {
    var closed = 0
    private val luma = widthPx * heightPx
    override val y: ByteBuffer = memory.slice(0, luma)
    override val u: ByteBuffer = memory.slice(luma, luma / 4)
    override val v: ByteBuffer = memory.slice(luma + luma / 4, luma / 4)
    override val timestampNs = Math.round(atS * 1e9)
    override val rotationDeg = 0
    override val yRowStride = widthPx
    override val chromaRowStride = widthPx / 2
    override val chromaPixelStride = 1
    override val color = YuvColor(YuvMatrix.BT601, false)
    override val tilt: Tilt? = null

    override fun close() {
        closed++
    }
}
