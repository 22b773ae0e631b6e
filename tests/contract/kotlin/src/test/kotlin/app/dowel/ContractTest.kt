package app.dowel

import app.dowel.core.Coach
import app.dowel.core.DowelException
import app.dowel.core.Felt
import app.dowel.core.FfiConverterTypeLiveUpdate
import app.dowel.core.Finished
import app.dowel.core.Language
import app.dowel.core.LiveSession
import app.dowel.core.LiveUpdate
import app.dowel.core.PackedFormat
import app.dowel.core.PackedLayout
import app.dowel.core.PastSession
import app.dowel.core.PlanOptions
import app.dowel.core.PracticeDays
import app.dowel.core.TextValue
import com.google.gson.JsonArray
import com.google.gson.JsonObject
import com.google.gson.JsonPrimitive
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.BeforeAll
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestInstance
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.api.io.TempDir
import java.nio.ByteBuffer
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import kotlin.concurrent.thread
import kotlin.random.Random

/** The facade as Kotlin sees it: the core's session to the bit, typed errors, and nothing that a wrong call breaks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractTest {
    private lateinit var coach: Coach
    private lateinit var session: LiveSession
    private lateinit var finished: Finished
    private lateinit var past: PastSession
    private val updates = mutableListOf<LiveUpdate>()
    private val pushUs = mutableListOf<Double>()

    @BeforeAll
    fun practise(@TempDir folder: Path) {
        coach = Clip.coach(folder)
        val plan = Clip.expected["plan"].asJsonObject
        session = coach.begin(
            PlanOptions(
                drill = plan["drill"].asString,
                sets = plan["sets"].asInt.toUInt(),
                reps = plan["reps"].asInt.toUInt(),
                painBefore = plan["pain_before"].asInt.toUByte(),
            ),
            Clip.startedAtMs,
        )
        val corrections = Clip.expected["corrections"].asJsonArray.associate {
            it.asJsonArray[0].asInt to it.asJsonArray[1].asInt
        }
        Clip.frames().forEachIndexed { index, picture ->
            corrections[index]?.let(session::correctReps)
            val (y, u, v) = Clip.planes(picture)
            val info = Clip.info(index)
            val began = System.nanoTime()
            val update = session.pushYuv420(y, u, v, Clip.i420, info)
            pushUs += (System.nanoTime() - began) / 1e3
            updates += update
        }
        finished = session.finish()
        updates += finished.last
        past = coach.session(finished.session!!)
    }

    @AfterAll
    fun letGo() {
        session.close()
        coach.close()
    }

    @Test
    fun `every frame draws the same`() {
        val frames = Clip.expected["frames"].asJsonArray
        assertEquals(frames.size(), updates.size)
        updates.forEachIndexed { index, update ->
            assertEquals(drawn(frames[index].asJsonObject), update.shown(), "frame $index")
        }
    }

    @Test
    fun `the transcript is the same`() {
        val events = JsonArray()
        val stages = JsonArray()
        updates.forEachIndexed { index, update ->
            val at = { name: String, value: JsonObject ->
                JsonObject().apply {
                    add("frame", JsonPrimitive(index))
                    add(name, value)
                }
            }
            update.events.forEach { events.add(at("event", it.shown())) }
            if (index == 0 || update.stage != updates[index - 1].stage) stages.add(at("stage", update.stage.shown()))
        }
        assertEquals(Clip.expected["events"], events)
        assertEquals(Clip.expected["stages"], stages)
    }

    @Test
    fun `repetitions and faults are the same`() {
        val reps = Clip.expected["session"].asJsonObject["reps"].asJsonArray
        assertEquals(reps.size(), past.reps.size)
        past.reps.forEachIndexed { index, rep -> assertEquals(reps[index], rep.shown(), "repetition $index") }
    }

    @Test
    fun `cues and summary are the same`() {
        val cues = Clip.expected["session"].asJsonObject["cues"].asJsonArray.map { it.asJsonObject }
        assertEquals(
            cues.map { Triple(it["at_s"].asDouble, it["id"].asString, it["text"].asString) },
            past.cues.map { Triple(it.atS, it.id, it.text) },
        )
        val expected = Clip.expected["summary"].asJsonObject
        val total = expected["total"].asJsonObject
        val summary = finished.summary
        assertEquals(expected["ending"], word(summary.ending))
        assertEquals(expected["movement"], word(summary.movement))
        assertEquals(expected["pain_before"].asInt, summary.painBefore?.toInt())
        assertEquals(total["reps"].asInt, summary.total.reps.toInt())
        assertEquals(total["clean"].asInt, summary.total.clean.toInt())
        assertEquals(total["clean_depth_deg"].asDouble, summary.total.cleanDepthDeg)
        assertEquals(total["change"].asString, summary.total.change)
        assertEquals(total["drill"].asString, summary.total.drill)
        assertEquals("well-" + total["went_well"].asJsonObject["what"].asString, summary.total.wentWell)
    }

    @Test
    fun `the session is kept`() {
        val entry = coach.history(null, 10u).single()
        assertEquals(finished.session, entry.id)
        assertEquals(5u, entry.reps)
        val progress = coach.progress(Clip.startedAtMs + 1000, 60)
        assertEquals(5uL, progress.reps)
        assertTrue("<html" in coach.reportHtml(entry.id, "21 November"))
        val answer = coach.noteFeeling(entry.id, 3u, listOf(Felt.QUADS))
        assertEquals("squatting" to "wall-tap", answer.fault to answer.drill)
        assertEquals(listOf(coach.text("say-felt_quads"), "The drill for that: Wall tap."), answer.lines)
        assertEquals(3.toUByte(), coach.session(entry.id).painAfter)
    }

    /** Prints it; a busy machine must not fail a test. */
    @Test
    fun `a push costs hardly more than the core`() {
        // The fastest tenth: what else the machine does shows least there.
        val fast = { times: List<Double> -> times.sorted()[times.size / 10] }
        val (coreUs, hereUs) = Pair(fast(Clip.expected["push_us"].asJsonArray.map { it.asDouble }), fast(pushUs))
        val (y, u, v) = Clip.planes(Clip.frames().first())
        val (info, update) = Pair(Clip.info(0), updates[100])
        val (there, back) = Pair(mutableListOf<Double>(), mutableListOf<Double>())
        repeat(2000) {
            // There: a push that is refused. Back: reading the update of a frame with a body and a stick.
            var began = System.nanoTime()
            assertThrows<DowelException.NotNow> { session.pushYuv420(y, u, v, Clip.i420, info) }
            there += (System.nanoTime() - began) / 1e3
            val written = FfiConverterTypeLiveUpdate.lower(update)
            began = System.nanoTime()
            FfiConverterTypeLiveUpdate.lift(written)
            back += (System.nanoTime() - began) / 1e3
        }
        val callUs = there.sorted()[there.size / 2] + back.sorted()[back.size / 2]
        println(
            "Kotlin: a push takes %.2f ms, of which crossing takes at most %.0f us (%.2f %%); the core's own took %.2f ms"
                .format(hereUs / 1e3, callUs, 100 * callUs / hereUs, coreUs / 1e3),
        )
    }

    @Test
    fun `planes and strides make no difference`() {
        val clip = Clip.frames().take(3).toList()
        fun shown(push: (LiveSession, Int, ByteBuffer) -> LiveUpdate) =
            coach.begin(PlanOptions(drill = "dowel-hinge"), 0).use { fresh ->
                clip.mapIndexed { index, picture -> push(fresh, index, picture).shown() }
            }
        val expected = shown { fresh, index, picture ->
            val (y, u, v) = Clip.planes(picture)
            fresh.pushYuv420(y, u, v, Clip.i420, Clip.info(index))
        }
        assertTrue(expected.last()["hip"].isJsonArray)
        val interleaved = shown { fresh, index, picture ->
            val (y, u, v) = Clip.planes(picture)
            val chroma = ByteBuffer.allocateDirect(u.capacity() * 2)
            for (i in 0 until u.capacity()) chroma.put(u.get(i)).put(v.get(i))
            // As Android hands it over: each plane a byte short, the second a byte further on.
            val last = chroma.capacity() - 1
            fresh.pushYuv420(y, chroma.slice(0, last), chroma.slice(1, last), Clip.nv12, Clip.info(index))
        }
        assertEquals(expected, interleaved)
    }

    @Test
    fun `rgba and bgra are told apart`() {
        val (y, u, _) = Clip.planes(Clip.frames().first())
        fun shown(format: PackedFormat, order: List<Int>) =
            coach.begin(PlanOptions(drill = "dowel-hinge"), 0).use { fresh ->
                val pixels = ByteBuffer.allocateDirect(Clip.width * Clip.height * 4)
                for (i in 0 until Clip.width * Clip.height) {
                    val rgba = listOf(y.get(i), y.get(i), u.get(i / 4), -1)
                    order.forEach { pixels.put(rgba[it]) }
                }
                fresh.push(pixels.flip(), PackedLayout(format, (Clip.width * 4).toUInt()), Clip.info(0)).shown()
            }
        val rgba = shown(PackedFormat.RGBA, listOf(0, 1, 2, 3))
        assertEquals(rgba, shown(PackedFormat.BGRA, listOf(2, 1, 0, 3)))
        assertNotEquals(rgba, shown(PackedFormat.BGRA, listOf(0, 1, 2, 3)))
    }

    @Test
    fun `errors are typed and say what to do`(@TempDir folder: Path) {
        val none = ByteBuffer.allocateDirect(0)
        val told = listOf(
            assertThrows<DowelException.NotFound> { coach.begin(PlanOptions(drill = "no-such"), 0) },
            assertThrows<DowelException.NotFound> { coach.session(77) },
            assertThrows<DowelException.BadRequest> { coach.begin(PlanOptions(drill = "wall-tap", reps = 0u), 0) },
            assertThrows<DowelException.NotNow> { session.correctReps(1) },
            assertThrows<DowelException.BadFrame> { session.pushYuv420(none, none, none, Clip.i420, Clip.info(0)) },
            assertThrows<DowelException.Storage> { Coach.open(Clip.places(folder.resolve("nowhere"))) },
            assertThrows<DowelException.Model> {
                Coach.open(Clip.places(folder).copy(models = "/nowhere")).begin(PlanOptions(drill = "wall-tap"), 0)
            },
        )
        told.forEach { assertTrue(it.message!!.length > 10) }
    }

    @Test
    fun `settings and language last`(@TempDir folder: Path) {
        Coach.open(Clip.places(folder)).use {
            it.setSettings(it.settings().copy(language = Language.GERMAN, speechRate = 9.0, practiceDays = PracticeDays.PerWeek(5u)))
        }
        Coach.open(Clip.places(folder)).use { again ->
            assertEquals(Language.GERMAN, again.settings().language)
            assertEquals(2.0, again.settings().speechRate)
            assertEquals(PracticeDays.PerWeek(5u), again.settings().practiceDays)
            val values = mapOf("fault" to TextValue.Text(again.text("fault-squatting-name")))
            assertTrue(again.text("fault-squatting-name") in again.textWith("well-mended", values))
            val names = { coach: Coach -> coach.drills().associate { it.id to it.name } }
            assertEquals(names(coach).keys, names(again).keys)
            assertNotEquals(names(coach)["wall-tap"], names(again)["wall-tap"])
        }
    }

    @Test
    fun `two threads with senseless calls break nothing`(@TempDir folder: Path) {
        Clip.coach(folder).use { own ->
            val fresh = own.begin(PlanOptions(drill = "dowel-hinge"), 0)
            val unexpected = mutableListOf<Throwable>()
            val threads = (1..2).map { seed ->
                thread {
                    val dice = Random(seed)
                    repeat(5_000) {
                        try {
                            senseless(own, fresh, dice)
                        } catch (error: DowelException) {
                            if (error is DowelException.Defect) synchronized(unexpected) { unexpected += error }
                        } catch (error: Throwable) {
                            synchronized(unexpected) { unexpected += error }
                        }
                    }
                }
            }
            threads.forEach {
                it.join(TimeUnit.SECONDS.toMillis(60))
                assertTrue(!it.isAlive, "two threads wait for each other")
            }
            assertEquals(emptyList<Throwable>(), unexpected)
            assertNotNull(fresh.finish())
            fresh.close()
            // Used after it was let go.
            assertThrows<IllegalStateException> { fresh.pause() }
        }
    }

    private fun senseless(own: Coach, fresh: LiveSession, dice: Random) {
        val numbers = listOf(0u, 1u, 31u, 40u, 16_385u, UInt.MAX_VALUE)
        val info = Clip.info(0, numbers.random(dice), 31u, tS = Double.NaN)
        val bytes = ByteBuffer.allocateDirect(dice.nextInt(100))
        when (dice.nextInt(9)) {
            0 -> fresh.push(bytes, PackedLayout(PackedFormat.RGBA, numbers.random(dice)), info)
            1 -> fresh.pushYuv420(bytes, bytes, bytes, Clip.nv12.copy(chromaPixelStride = numbers.random(dice)), info)
            2 -> fresh.correctReps(dice.nextInt())
            3 -> fresh.reportPain(255u)
            4 -> fresh.pause()
            5 -> own.history(dice.nextLong(), numbers.random(dice))
            6 -> own.session(dice.nextLong())
            7 -> own.text("\u2603".repeat(dice.nextInt(1000)))
            else -> own.begin(PlanOptions(drill = "wall-tap", restS = Double.NaN), dice.nextLong())
        }
    }
}
