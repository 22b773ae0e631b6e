package app.dowel.android.picture

import app.dowel.android.PhoneClock
import app.dowel.android.screen.LimitsPage
import app.dowel.android.screen.PrivacyPage
import app.dowel.android.screen.ProgressPage
import app.dowel.android.screen.SafetyPage
import app.dowel.android.screen.SessionPage
import app.dowel.android.screen.SettingsPage
import app.dowel.android.screen.StartPage
import app.dowel.android.screen.VideoPage
import app.dowel.android.ui.Page
import app.dowel.android.ui.locale
import app.dowel.core.ClipSummary
import app.dowel.core.DowelException
import app.dowel.core.HistoryEntry
import app.dowel.core.ModelSize
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
import app.dowel.platform.Threads
import app.dowel.presenter.AtOnce
import app.dowel.presenter.LimitsPresenter
import app.dowel.presenter.ProgressPresenter
import app.dowel.presenter.SafetyPresenter
import app.dowel.presenter.SessionPresenter
import app.dowel.presenter.SettingsPresenter
import app.dowel.presenter.SharePresenter
import app.dowel.presenter.StartPresenter
import app.dowel.presenter.Tab
import app.dowel.presenter.TestFrame
import app.dowel.presenter.TestSpeaker
import app.dowel.presenter.VideoPresenter
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode
import java.io.IOException

/** Leaves pictures of every screen but those of practice, to be looked at. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [35], manifest = Config.NONE)
@GraphicsMode(GraphicsMode.Mode.NATIVE)
class HomePicturesTest {
    private fun clock(scene: Scene) = PhoneClock { scene.look.language.locale }

    private fun progress(scene: Scene) = ProgressPresenter(scene.coach, clock(scene), AtOnce)

    private fun progressPage(scene: Scene): Page {
        scene.coach.progress = Samples.progress
        scene.coach.pages += Samples.history
        return ProgressPage(scene.kit, progress(scene).apply { load() }) {}
    }

    @Test
    fun `progress`() {
        Booth.take("progress", Tab.PROGRESS, page = ::progressPage)
        for (look in WHOLE) Booth.takeWhole("progress", look, ::progressPage)
    }

    @Test
    fun `progress at its beginning`() {
        Booth.take("progress-empty", Tab.PROGRESS, FEW) { scene ->
            scene.coach.progress = Samples.firstWeek
            scene.coach.pages += emptyList<HistoryEntry>()
            ProgressPage(scene.kit, progress(scene).apply { load() }) {}
        }
        Booth.take("progress-first", Tab.PROGRESS, FEW) { scene ->
            scene.coach.progress = Samples.firstWeek
            scene.coach.pages += Samples.history.takeLast(1)
            ProgressPage(scene.kit, progress(scene).apply { load() }) {}
        }
    }

    private fun sessionPage(scene: Scene, change: SessionPresenter.() -> Unit = {}): Page {
        scene.coach.past = Samples.session
        val session = SessionPresenter(scene.coach, clock(scene), 12, AtOnce).apply { load(); change() }
        return SessionPage(scene.kit, session, SharePresenter(scene.coach, NoFiles, clock(scene), AtOnce), 12, {}, {})
    }

    @Test
    fun `a session`() {
        Booth.take("session") { sessionPage(it) }
        for (look in WHOLE) Booth.takeWhole("session", look) { sessionPage(it) { askToErase() } }
    }

    private fun video(scene: Scene, frames: Int, durationS: Double? = 10.0, threads: Threads = AtOnce) =
        VideoPresenter(scene.coach.apply { clip.summary = SUMMARY }, TestClips(frames, durationS), clock(scene), threads)

    private fun videoPage(scene: Scene, video: VideoPresenter) = VideoPage(scene.kit, video, {}, {})

    @Test
    fun `a video`() {
        Booth.take("video", Tab.VIDEO) { videoPage(it, video(it, 0)) }
        Booth.take("video-done", Tab.VIDEO) { scene -> videoPage(scene, video(scene, 4).apply { analyse(CLIP) }) }
        Booth.take("video-problem", Tab.VIDEO, FEW) { scene -> videoPage(scene, video(scene, BROKEN).apply { analyse(CLIP) }) }
        Booth.take("video-cancelled", Tab.VIDEO, FEW) { scene ->
            val video = video(scene, 4)
            scene.coach.clip.onPush = { if (scene.coach.clip.pushed == 3) video.cancel() }
            videoPage(scene, video.apply { analyse(CLIP) })
        }
    }

    @Test
    fun `a video going through`() {
        Booth.take("video-running", Tab.VIDEO) { videoPage(it, video(it, 8, threads = UpTo(7)).apply { analyse(CLIP) }) }
        Booth.take("video-running-endless", Tab.VIDEO, FEW) { scene ->
            videoPage(scene, video(scene, 8, durationS = null, threads = UpTo(7)).apply { analyse(CLIP) })
        }
    }

    /** Nothing that comes later is heard of. */
    private class UpTo(private val most: Int) : Threads by AtOnce {
        private var heard = 0

        override fun main(work: () -> Unit) {
            if (heard++ < most) work()
        }
    }

    @Test
    fun `settings`() {
        val page = { scene: Scene ->
            scene.coach.kept = scene.coach.kept.copy(model = ModelSize.FULL)
            SettingsPage(scene.kit, SettingsPresenter(scene.coach, TestSpeaker(), AtOnce).apply { load() }, {}, {})
        }
        Booth.take("settings", Tab.SETTINGS, page = page)
        for (look in WHOLE) Booth.takeWhole("settings", look, page)
    }

    @Test
    fun `limits and privacy`() {
        val limits = { scene: Scene ->
            scene.coach.limits = scene.look.core.limits
            LimitsPage(scene.kit, LimitsPresenter(scene.coach, AtOnce).apply { load() }) {}
        }
        Booth.take("limits", page = limits)
        for (look in WHOLE) Booth.takeWhole("limits", look, limits)
        Booth.take("privacy") { scene ->
            scene.coach.progress = Samples.progress
            scene.coach.pages += Samples.history
            PrivacyPage(scene.kit, progress(scene).apply { load(); askToErase() }) {}
        }
    }

    @Test
    fun `before the first session`() {
        Booth.take("safety") { SafetyPage(it.kit, SafetyPresenter(it.coach, AtOnce), onBack = null) }
        for (look in WHOLE) Booth.takeWhole("safety", look) { SafetyPage(it.kit, SafetyPresenter(it.coach, AtOnce), onBack = {}) }
    }

    @Test
    fun `a start that fails`() = Booth.take("start-newer", looks = FEW) { scene ->
        StartPage(scene.kit, StartPresenter({ throw DowelException.NewerData("x") }, AtOnce).apply { open() }) {}
    }

    private object NoFiles : Files {
        override fun offer(name: String, mimeType: String, content: String): SharedFile = throw IOException("full")

        override fun takeBack(file: SharedFile) = Unit
    }

    private class TestClips(private val frames: Int, private val durationS: Double?) : Clips {
        override fun open(clip: Clip) = object : ClipReader {
            private var at = 0
            override val durationS = this@TestClips.durationS

            override fun next(): CameraFrame? = when {
                frames == BROKEN -> throw ClipException(ClipProblem.UNKNOWN_FORMAT)
                at < frames -> TestFrame(at++ * 1_000_000_000L)
                else -> null
            }

            override fun close() = Unit
        }
    }

    private companion object {
        const val BROKEN = -1
        val CLIP = Clip("content://video/1", "VID_20260923_181204.mp4")
        val FEW = listOf(Look.plain, Look.all.last())
        val WHOLE = listOf(Look.plain, Look.all[Look.all.size - 2])
        val SUMMARY = ClipSummary(
            session = 3, viewOk = false, viewReasons = listOf(ViewReason.NOT_SIDE_ON), movement = Movement.HINGE, cleanDepthDeg = 66.0,
        )
    }
}
