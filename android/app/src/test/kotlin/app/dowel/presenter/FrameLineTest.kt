package app.dowel.presenter

import app.dowel.core.Rotation
import app.dowel.platform.CameraFrame
import app.dowel.platform.Heat
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.util.concurrent.CountDownLatch
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import kotlin.concurrent.thread

class FrameLineTest {
    @Test
    fun `the newest wins and each is closed once`() {
        val threads = Stepped()
        val looked = mutableListOf<CameraFrame>()
        val line = FrameLine(threads, looked::add)
        val frames = List(4) { TestFrame(timestampNs = it.toLong()) }
        frames.forEach(line::offer)
        assertEquals(1, threads.frames.size, "one worker")
        threads.settle()
        assertEquals(listOf<CameraFrame>(frames[3]), looked)
        assertEquals(3, line.dropped)
        assertEquals(listOf(1, 1, 1, 1), frames.map { it.closed })
    }

    @Test
    fun `after one is done the next is taken`() {
        val threads = Stepped()
        var count = 0
        val line = FrameLine(threads) { count++ }
        repeat(3) {
            line.offer(TestFrame())
            threads.settle()
        }
        assertEquals(3, count)
        assertEquals(0, line.dropped)
    }

    @Test
    fun `what comes after the end is closed unseen`() {
        val threads = Stepped()
        var count = 0
        val line = FrameLine(threads) { count++ }
        val (waiting, late) = List(2) { TestFrame() }
        line.offer(waiting)
        line.shut()
        line.offer(late)
        threads.settle()
        assertEquals(0, count)
        assertEquals(listOf(1, 1), listOf(waiting.closed, late.closed))
    }

    @Test
    fun `a frame is closed even when looking at it fails`() {
        val frame = TestFrame()
        val line = FrameLine(AtOnce) { error("on purpose") }
        assertThrows(IllegalStateException::class.java) { line.offer(frame) }
        assertEquals(1, frame.closed)
    }

    @Test
    fun `the camera's thread never waits and no frame is lost or closed twice`() {
        val pool = Executors.newSingleThreadExecutor()
        val threads = object : app.dowel.platform.Threads by AtOnce {
            override fun frames(work: () -> Unit) = pool.execute(work)
        }
        var looked = 0L
        val line = FrameLine(threads) { looked++ }
        val frames = List(2_000) { TestFrame(timestampNs = it.toLong()) }
        val (some, others) = frames.chunked(1_000)
        val start = CountDownLatch(1)
        val cameras = listOf(some, others).map { mine -> thread { start.await(); mine.forEach(line::offer) } }
        start.countDown()
        cameras.forEach(Thread::join)
        pool.shutdown()
        assertTrue(pool.awaitTermination(10, TimeUnit.SECONDS))
        assertEquals(frames.size.toLong(), looked + line.dropped)
        assertTrue(frames.all { it.closed == 1 })
    }
}

class CadenceTest {
    private val ms = 1_000_000L

    /** How many of a second's frames are looked at. */
    private fun Cadence.ofASecond(everyMs: Long = 33): Int = (0 until 1000 / everyMs).count { isDue(it * everyMs * ms) }

    @Test
    fun `a quick and cool phone looks at every frame`() {
        assertEquals(30, Cadence().apply { took(10 * ms) }.ofASecond())
    }

    @Test
    fun `a slow phone keeps some time for the rest`() {
        val looked = Cadence().apply { repeat(50) { took(90 * ms) } }.ofASecond()
        assertTrue(looked in 7..10, "$looked")
    }

    @Test
    fun `warmth lowers it step by step`() {
        val looked = Heat.entries.map { heat -> Cadence().apply { this.heat = heat }.ofASecond() }
        assertEquals(listOf(30, 15, 10, 10), looked)
    }

    @Test
    fun `one slow frame changes little`() {
        val cadence = Cadence().apply { repeat(50) { took(10 * ms) } }
        cadence.took(100 * ms)
        assertEquals(30, cadence.ofASecond())
    }

    @Test
    fun `a clock that begins anew does not stop it`() {
        val cadence = Cadence()
        assertTrue(cadence.isDue(5_000 * ms))
        assertFalse(cadence.isDue(5_001 * ms))
        assertTrue(cadence.isDue(3 * ms))
    }

    @Test
    fun `every turn of the phone has its rotation`() {
        val turns = listOf(0, 90, 180, 270, 360, -90).map(::rotationOf)
        val expected = listOf(Rotation.NONE, Rotation.CW90, Rotation.CW180, Rotation.CW270, Rotation.NONE, Rotation.CW270)
        assertEquals(expected, turns)
    }
}
