package app.dowel.android

import app.dowel.android.screen.DrillPageView
import app.dowel.android.screen.DrillsPage
import app.dowel.android.screen.FeelingPage
import app.dowel.android.screen.LimitsPage
import app.dowel.android.screen.PracticeGuide
import app.dowel.android.screen.PracticePage
import app.dowel.android.screen.PrivacyPage
import app.dowel.android.screen.ProgressPage
import app.dowel.android.screen.SafetyPage
import app.dowel.android.screen.SessionPage
import app.dowel.android.screen.SettingsPage
import app.dowel.android.screen.SummaryPage
import app.dowel.android.screen.VideoPage
import app.dowel.android.ui.Kit
import app.dowel.android.ui.Page
import app.dowel.core.PlanOptions
import app.dowel.platform.CameraProblem
import app.dowel.presenter.PracticeState
import app.dowel.presenter.Route
import app.dowel.presenter.Tab

/** Builds the page of a route. [dark]: what lies on the camera's picture, whatever the theme. */
class Screens(
    private val kit: Kit,
    private val dark: Kit,
    private val home: Home,
    private val camera: ShownCamera,
    private val guide: Guide,
) {
    fun of(route: Route): Page = when (route) {
        is Route.Root -> root(route.tab)
        is Route.Drill -> drill(route.id)
        Route.Practice -> PracticePage(dark, home.practice, CameraPreview(dark.context, camera), Practising())
        Route.Summary -> summary()
        is Route.Feeling -> FeelingPage(kit, home.feeling(route.session), ::drillInstead, guide::back)
        is Route.Session -> session(route.id)
        Route.Limits -> LimitsPage(kit, home.limits.apply { load() }, guide::back)
        Route.Privacy -> PrivacyPage(kit, home.progress.apply { load() }, guide::back)
        Route.Safety -> SafetyPage(kit, home.safety, guide::back)
    }

    private fun root(tab: Tab): Page = when (tab) {
        Tab.PRACTICE -> DrillsPage(kit, home.drills.apply { checkSaved() }) { guide.go(Route.Drill(it)) }
        Tab.PROGRESS -> ProgressPage(kit, home.progress.apply { load() }) { guide.go(Route.Session(it)) }
        Tab.VIDEO -> VideoPage(kit, home.video, { guide.chooseVideo(home.video::analyse, it) }) { guide.go(Route.Session(it)) }
        Tab.SETTINGS -> SettingsPage(kit, home.settings.apply { load() }, guide::speak, guide::go)
    }

    private fun session(id: Long): Page =
        SessionPage(kit, home.session(id).apply { load() }, home.share, id, guide::back, guide::share)

    private fun drill(id: String): Page =
        DrillPageView(kit, home.drills.apply { open(id); checkSaved() }, ::begin, guide::back, ::allow, ::drillInstead)

    private fun drillInstead(id: String) = guide.goInstead(Route.Drill(id))

    /** After the session; without one, as after a start in the middle, there is nothing to sum up. */
    private fun summary(): Page {
        val done = home.practice.state as? PracticeState.Done ?: return root(Tab.PRACTICE)
        return SummaryPage(kit, done, ::drillInstead, { guide.goInstead(Route.Feeling(it)) }, guide::back)
    }

    private fun begin() {
        val plan = home.drills.plan() ?: return
        guide.withCamera({ begin(plan) }, home.drills::refuse)
    }

    private fun begin(plan: PlanOptions) {
        // Both would want the one thread for frames.
        home.video.cancel()
        home.practice.begin(plan)
        // Before the next session it is asked anew.
        home.drills.sayPain(null)
        guide.go(Route.Practice)
    }

    private fun allow(problem: CameraProblem) = if (problem == CameraProblem.NEVER_ALLOWED) guide.openPhoneSettings() else begin()

    private inner class Practising : PracticeGuide {
        override val isMirrored get() = camera.isMirrored

        override fun swapCamera() = camera.swap()

        override fun mendCamera(problem: CameraProblem) {
            if (problem == CameraProblem.NEVER_ALLOWED) return guide.openPhoneSettings()
            guide.withCamera(home.practice::askForCamera, home.practice::lose)
        }

        override fun holdTurn(isHeld: Boolean) = guide.holdTurn(isHeld)

        override fun summarize() = guide.goInstead(Route.Summary)

        override fun leave() {
            home.practice.close()
            guide.back()
        }
    }
}
