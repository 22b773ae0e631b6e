package app.dowel.android.picture

import app.dowel.android.screen.PracticeGuide
import app.dowel.android.screen.PracticePage
import app.dowel.core.DowelException
import app.dowel.core.Event
import app.dowel.core.EventKind
import app.dowel.core.LiveUpdate
import app.dowel.core.PauseReason
import app.dowel.core.PlanOptions
import app.dowel.core.Priority
import app.dowel.core.Stage
import app.dowel.platform.CameraProblem
import app.dowel.platform.Heat
import app.dowel.presenter.AtOnce
import app.dowel.presenter.PracticePhone
import app.dowel.presenter.PracticePresenter
import app.dowel.presenter.TALLY
import app.dowel.presenter.TestCamera
import app.dowel.presenter.TestClock
import app.dowel.presenter.TestFrame
import app.dowel.presenter.TestHaptics
import app.dowel.presenter.TestScreen
import app.dowel.presenter.TestSpeaker
import app.dowel.presenter.event
import app.dowel.presenter.set
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode

/** Leaves pictures of a session before the camera, on frames of the demo clip with what the core saw in them. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [35], manifest = Config.NONE)
@GraphicsMode(GraphicsMode.Mode.NATIVE)
class LivePicturesTest {
    private val camera = TestCamera()
    private val few = listOf(Look.plain, Look.largest, Look.wideLargest)

    private object Nobody : PracticeGuide {
        override val isMirrored = false
        override fun swapCamera() = Unit
        override fun mendCamera(problem: CameraProblem) = Unit
        override fun holdTurn(isHeld: Boolean) = Unit
        override fun summarize() = Unit
        override fun leave() = Unit
    }

    private fun practice(scene: Scene): PracticePresenter {
        val phone = PracticePhone(camera, TestSpeaker(), TestHaptics(), TestScreen(), TestClock())
        return PracticePresenter(scene.coach, phone, AtOnce).apply { begin(PlanOptions("dowel-hinge", sets = 3u, reps = 8u)) }
    }

    private fun page(scene: Scene, practice: PracticePresenter, demo: Demo) =
        PracticePage(scene.dark, practice, demo.picture(scene.dark.context), Nobody)

    private fun after(
        scene: Scene,
        demo: Demo,
        stage: Stage,
        vararg events: Event,
        change: LiveUpdate.() -> LiveUpdate = { this },
    ): PracticePage {
        val practice = practice(scene)
        scene.coach.session.updates += demo.update(scene.look.isWide, stage, events.toList()).change()
        val size = demo.size(scene.look.isWide)
        camera.listener!!.onFrame(TestFrame(1, widthPx = size.widthPx, heightPx = size.heightPx))
        return page(scene, practice, demo)
    }

    private fun Scene.said(id: String, priority: Priority = Priority.GUIDE) = event(look.core.text(id), priority, id = id)

    private fun Scene.shown(id: String): Event = event(look.core.text(id), Priority.CUE, EventKind.SHOW, id)

    private fun LiveUpdate.unread() = copy(contacts = null, stick = null)

    @Test
    fun `in the set`() = Booth.take("live") { after(it, Demo.HINGING, Stage.Set, it.said("cue-fixed", Priority.CUE)) }

    @Test
    fun `a cue`() = Booth.take("live-cue") {
        after(it, Demo.LIFTED, Stage.Set, it.shown("fault-squatting-name"), it.said("cue-squatting", Priority.CUE))
    }

    @Test
    fun `setting up`() {
        for (hint in listOf("hint-out_of_frame", "hint-not_side_on")) {
            Booth.take("live-$hint", looks = few) { scene ->
                after(scene, Demo.STANDING, Stage.SetUp, scene.said(hint)) { unread().copy(setIndex = 0u) }
            }
        }
        Booth.take("live-setup-told", looks = few) { scene ->
            val setup = scene.said("drill-dowel-hinge-setup").copy(id = "setup")
            after(scene, Demo.STANDING, Stage.SetUp, scene.said("hint-no_person"), setup) { unread().copy(body = null, setIndex = 0u) }
        }
        Booth.take("live-hold-still", looks = few) { after(it, Demo.STANDING, Stage.HoldStill, it.said("say-hold_still")) }
    }

    @Test
    fun `between sets`() = Booth.take("live-rest", looks = few + Look.wide) { scene ->
        val last = set(TALLY.copy(reps = 8u, clean = 6u, judged = 8u))
        after(scene, Demo.STANDING, Stage.Rest) { unread().copy(finishedSet = last, body = null) }
    }

    @Test
    fun `paused`() = Booth.take("live-paused", looks = few) { after(it, Demo.STANDING, Stage.Paused(PauseReason.BY_HAND)) }

    @Test
    fun `no camera`() = Booth.take("live-camera", looks = few) { scene ->
        val practice = practice(scene)
        practice.onHeat(Heat.HOT)
        camera.listener!!.onProblem(CameraProblem.NOT_ALLOWED)
        page(scene, practice, Demo.STANDING)
    }

    @Test
    fun `what can't be saved`() = Booth.take("live-failed", looks = few) { scene ->
        val practice = practice(scene)
        scene.coach.session.finishFails = DowelException.DiskFull("x")
        practice.end()
        page(scene, practice, Demo.STANDING)
    }
}
