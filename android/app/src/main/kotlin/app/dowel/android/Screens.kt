package app.dowel.android

import app.dowel.android.screen.BarePage
import app.dowel.android.screen.DrillPageView
import app.dowel.android.screen.DrillsPage
import app.dowel.android.ui.Kit
import app.dowel.android.ui.Page
import app.dowel.presenter.Route
import app.dowel.presenter.Tab
import app.dowel.presenter.text

/** Builds the page of a route. */
class Screens(private val kit: Kit, private val home: Home, private val guide: Guide) {
    fun of(route: Route): Page = when (route) {
        is Route.Root -> root(route.tab)
        is Route.Drill -> drill(route.id)
        // Their pages are being built.
        Route.Practice, is Route.Feeling, is Route.Session, Route.Limits -> BarePage(kit, Tab.PRACTICE.phrase.text(), guide::back)
    }

    private fun root(tab: Tab): Page = when (tab) {
        Tab.PRACTICE -> DrillsPage(kit, home.drills.apply { load() }) { guide.go(Route.Drill(it)) }
        Tab.PROGRESS, Tab.VIDEO, Tab.SETTINGS -> BarePage(kit, tab.phrase.text())
    }

    private fun drill(id: String): Page = DrillPageView(
        kit,
        home.drills.apply { open(id) },
        onBegin = { guide.go(Route.Practice) },
        onBack = guide::back,
        onOpen = { guide.goInstead(Route.Drill(it)) },
    )
}
