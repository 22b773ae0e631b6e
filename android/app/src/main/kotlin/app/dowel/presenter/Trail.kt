package app.dowel.presenter

/** The app's four parts. */
enum class Tab(val phrase: Phrase) {
    PRACTICE(Phrase.SCREEN_PRACTICE),
    PROGRESS(Phrase.SCREEN_PROGRESS),
    VIDEO(Phrase.SCREEN_VIDEO),
    SETTINGS(Phrase.SCREEN_SETTINGS),
}

/** Every screen there is. */
sealed interface Route {
    /** The first screen of a part of the app. */
    data class Root(val tab: Tab) : Route

    data class Drill(val id: String) : Route

    /** From set-up to the end of the last set. */
    data object Practice : Route

    data object Summary : Route

    /** How it felt, after the session of this number. */
    data class Feeling(val session: Long) : Route

    data class Session(val id: Long) : Route

    data object Limits : Route

    /** What stays on the phone, and how it is erased. */
    data object Privacy : Route

    /** When to ask a professional first; also shown at the first start. */
    data object Safety : Route
}

/** The way to the screen that is shown; back is one step of it. */
class Trail(private val onChange: (Route) -> Unit) {
    private val steps = mutableListOf<Route>(Route.Root(Tab.PRACTICE))

    val here: Route get() = steps.last()

    /** The part of the app that this screen belongs to. */
    val tab: Tab get() = (steps.first() as Route.Root).tab

    val canGoBack: Boolean get() = steps.size > 1 || tab != Tab.PRACTICE

    fun go(route: Route) {
        if (route == here) return
        steps += route
        onChange(here)
    }

    /** [route] takes the place of this screen: back does not lead to it again. */
    fun goInstead(route: Route) {
        if (steps.size > 1) steps.removeAt(steps.lastIndex)
        steps += route
        onChange(here)
    }

    fun choose(tab: Tab) {
        if (here == Route.Root(tab)) return
        steps.clear()
        steps += Route.Root(tab)
        onChange(here)
    }

    /** False where there is no way back within the app. */
    fun back(): Boolean {
        if (!canGoBack) return false
        if (steps.size > 1) {
            steps.removeAt(steps.lastIndex)
            onChange(here)
        } else {
            choose(Tab.PRACTICE)
        }
        return true
    }
}
