package app.dowel.android.picture

import app.dowel.android.screen.DrillPageView
import app.dowel.android.screen.DrillsPage
import app.dowel.core.DowelException
import app.dowel.presenter.AtOnce
import app.dowel.presenter.DrillsPresenter
import app.dowel.presenter.Tab
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
        DrillPageView(scene.kit, drills(scene).apply { open("dowel-hinge"); change() }, {}, {}, {})

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
}
