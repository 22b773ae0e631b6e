package app.dowel.android.picture

import app.dowel.android.screen.DrillPageView
import app.dowel.android.screen.DrillsPage
import app.dowel.android.screen.FeelingPage
import app.dowel.android.screen.SummaryPage
import app.dowel.core.CantTellReason
import app.dowel.core.DowelException
import app.dowel.core.FeelingAnswer
import app.dowel.core.Felt
import app.dowel.core.SetSummary
import app.dowel.core.Tally
import app.dowel.platform.CameraProblem
import app.dowel.presenter.AtOnce
import app.dowel.presenter.CoreWords
import app.dowel.presenter.DrillsPresenter
import app.dowel.presenter.FeelingPresenter
import app.dowel.presenter.PracticeState
import app.dowel.presenter.SummaryWriter
import app.dowel.presenter.TALLY
import app.dowel.presenter.Tab
import app.dowel.presenter.TestScreen
import app.dowel.presenter.TestSpeaker
import app.dowel.presenter.finished
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode

/** Leaves pictures of the way from the list of drills to the session, to be looked at. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [35], manifest = Config.NONE)
@GraphicsMode(GraphicsMode.Mode.NATIVE)
class PracticePicturesTest {
    private fun drills(scene: Scene) = DrillsPresenter(scene.coach, AtOnce).apply { load() }

    private fun drillsPage(scene: Scene) = DrillsPage(scene.kit, drills(scene)) {}

    private fun drillPage(scene: Scene, change: DrillsPresenter.() -> Unit = {}) =
        DrillPageView(scene.kit, drills(scene).apply { open("dowel-hinge"); change() }, {}, {}, {}, {})

    @Test
    fun `the drills`() {
        Booth.take("drills", Tab.PRACTICE, page = ::drillsPage)
        Booth.takeWhole("drills", page = ::drillsPage)
    }

    @Test
    fun `the drills, when the file can't be read`() = Booth.take("drills-problem", Tab.PRACTICE, listOf(Look.plain)) { scene ->
        scene.coach.fails = DowelException.Storage("x")
        drillsPage(scene)
    }

    @Test
    fun `a drill`() {
        Booth.take("drill") { drillPage(it) }
        Booth.takeWhole("drill") { drillPage(it) { sayPain(2) } }
    }

    @Test
    fun `a drill without a camera`() = Booth.take("drill-camera", looks = listOf(Look.plain, Look.largest)) { scene ->
        drillPage(scene) { refuse(CameraProblem.NEVER_ALLOWED) }
    }

    @Test
    fun `a summary`() {
        Booth.take("summary") { summaryPage(it, TALLY.copy(wentWell = "well-hips_led")) }
        val unseen = TALLY.copy(cleanDepthDeg = null, hingeIndex = null, backUnseen = CantTellReason.LOOSE_CLOTHING, change = null)
        Booth.take("summary-unseen", looks = listOf(Look.plain, Look.largest)) { summaryPage(it, unseen, viewOk = false) }
        Booth.takeWhole("summary") { summaryPage(it, TALLY.copy(wentWell = "well-hips_led")) }
    }

    private fun summaryPage(scene: Scene, tally: Tally, viewOk: Boolean = true): SummaryPage {
        val last = finished(tally = tally, viewOk = viewOk)
        val sets = (0u..1u).map { SetSummary(it, 0.0, 9.0, 0, tally.copy(reps = 8u, clean = 6u + it, judged = 8u)) }
        val total = tally.copy(reps = 16u, clean = 13u, judged = 16u)
        val summary = last.summary.copy(sets = sets, total = total)
        val view = SummaryWriter(CoreWords(scene.coach)).session(7, summary)
        return SummaryPage(scene.kit, PracticeState.Done(view, null), {}, {}, {})
    }

    private fun feelingPage(scene: Scene, say: FeelingPresenter.() -> Unit) =
        FeelingPage(scene.kit, FeelingPresenter(scene.coach, 7, TestSpeaker(), TestScreen(), AtOnce).apply(say), {}, {})

    @Test
    fun `how it felt`() {
        Booth.take("feeling") { scene -> feelingPage(scene) { sayPain(3); toggle(Felt.HAMSTRINGS) } }
        Booth.take("feeling-answer", looks = listOf(Look.plain, Look.largest)) { scene ->
            scene.coach.feeling = FeelingAnswer(listOf(scene.look.core.text("say-felt_quads")), "squatting", "wall-tap")
            feelingPage(scene) { toggle(Felt.QUADS); keep() }
        }
    }
}
