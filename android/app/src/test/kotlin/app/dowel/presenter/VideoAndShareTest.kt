package app.dowel.presenter

import app.dowel.core.ClipSummary
import app.dowel.core.DowelException
import app.dowel.core.Movement
import app.dowel.core.ViewReason
import app.dowel.platform.CameraFrame
import app.dowel.platform.Clip
import app.dowel.platform.ClipException
import app.dowel.platform.ClipProblem
import app.dowel.platform.ClipReader
import app.dowel.platform.Clips
import app.dowel.platform.Files
import app.dowel.platform.SharedFile
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.io.IOException

class VideoPresenterTest {
    private val clip = Clip("content://video/1", "garden.mp4")
    private val frames = List(4) { TestFrame(it * 500_000_000L) }
    private var durationS: Double? = 2.0
    private var breaksAt: Int? = null
    private var isClosed = false
    private val clips = Clips {
        object : ClipReader {
            private var at = 0
            override val durationS = this@VideoPresenterTest.durationS
            override fun next(): CameraFrame? {
                if (at == breaksAt) throw ClipException(ClipProblem.BROKEN_OFF)
                return frames.getOrNull(at++)
            }

            override fun close() {
                isClosed = true
            }
        }
    }
    private val coach = FakeCoach()
    private val analysis get() = coach.clip
    private val video = VideoPresenter(coach, clips, TestClock(), AtOnce)
    private val states = mutableListOf<VideoState>().also { video.watch(it::add) }

    private fun Clips(open: (Clip) -> ClipReader) = object : Clips {
        override fun open(clip: Clip) = open(clip)
    }

    private fun summary(viewOk: Boolean = true) = ClipSummary(
        session = 3, viewOk = viewOk, viewReasons = listOf(ViewReason.TOO_DARK), movement = Movement.HINGE,
        cleanDepthDeg = 66.0,
    )

    @Test
    fun `it goes through and tells how far it is`() {
        analysis.summary = summary()
        video.analyse(clip)
        val running = states.filterIsInstance<VideoState.Running>()
        assertEquals(listOf(null, 0f, 0.25f, 0.5f, 0.75f), running.map { it.done })
        assertEquals("1 repetition", running[1].label.shown())
        val done = assertInstanceOf(VideoState.Done::class.java, video.state)
        assertEquals("This is a hinge" to listOf("Clean depth: 66°"), done.title.shown() to done.lines.map(Line::shown))
        assertEquals(3L to emptyList<Text>(), done.session to done.view)
        assertTrue(isClosed && analysis.isClosed)
        assertEquals(listOf(1, 1, 1, 1), frames.map { it.closed })
        assertEquals(4, Movement.entries.map { movementPhrase(it).text().shown() }.toSet().size)
    }

    @Test
    fun `without a length it still goes on, and says what to change about the view`() {
        durationS = null
        analysis.summary = summary(viewOk = false)
        video.analyse(clip)
        assertTrue(states.filterIsInstance<VideoState.Running>().all { it.done == null })
        val done = assertInstanceOf(VideoState.Done::class.java, video.state)
        assertEquals(listOf("[report-view_reason-too_dark]"), done.view.map(Text::shown))
    }

    @Test
    fun `it can be cancelled at any frame`() {
        analysis.onPush = { if (analysis.pushed == 2) video.cancel() }
        video.analyse(clip)
        assertEquals(VideoState.Cancelled, video.state)
        assertEquals(2, analysis.pushed)
        assertTrue(isClosed && analysis.isClosed)
        video.cancel()
        assertEquals(VideoState.Cancelled, video.state)
    }

    @Test
    fun `a video that breaks off says so`() {
        breaksAt = 2
        video.analyse(clip)
        val failed = assertInstanceOf(VideoState.Failed::class.java, video.state)
        assertTrue("breaks off" in failed.problem.shown())
        assertTrue(isClosed && analysis.isClosed)
    }

    @Test
    fun `a missing network says so`() {
        coach.fails = DowelException.Model("x")
        video.analyse(clip)
        assertTrue("Install" in assertInstanceOf(VideoState.Failed::class.java, video.state).problem.shown())
        assertTrue(isClosed)
    }
}

class SharePresenterTest {
    private val offered = mutableListOf<String>()
    private val takenBack = mutableListOf<String>()
    private var fails = false
    private val files = object : Files {
        override fun offer(name: String, mimeType: String, content: String): SharedFile {
            if (fails) throw IOException("full")
            offered += content
            return SharedFile(name, mimeType, "content://$name")
        }

        override fun takeBack(file: SharedFile) {
            takenBack += file.name
        }
    }
    private val coach = FakeCoach()
    private val share = SharePresenter(coach, files, TestClock(), AtOnce)

    @Test
    fun `each format comes as itself`() {
        val shared = ReportFormat.entries.map {
            share.share(7, it)
            (share.state as ShareState.Ready).file.run { name to mimeType }
        }
        val expected = listOf("dowel-7.html" to "text/html", "dowel-7.csv" to "text/csv", "dowel-7.json" to "application/json")
        assertEquals(expected, shared)
        assertEquals(listOf("<html>", "a;b", "{}"), offered)
        assertTrue("html 7 day 1000" in coach.asked)
        // Only the newest lies there.
        assertEquals(listOf("dowel-7.html", "dowel-7.csv"), takenBack)
        share.handedOn()
        assertEquals(ShareState.Idle, share.state)
    }

    @Test
    fun `a problem is told`() {
        fails = true
        share.share(7, ReportFormat.PAGE)
        assertTrue("Free some space" in (share.state as ShareState.Failed).problem.shown())
        fails = false
        coach.fails = DowelException.NotFound("x")
        share.share(7, ReportFormat.DATA)
        assertEquals("It is no longer there.", (share.state as ShareState.Failed).problem.shown())
        assertFalse(offered.isNotEmpty())
    }
}
