package app.dowel.presenter

import app.dowel.core.CoachInterface
import app.dowel.core.LimitsSection
import app.dowel.platform.Threads

data class LimitsState(val sections: List<LimitsSection> = emptyList(), val problem: Text? = null)

/** What Dowel can and can't see, in the core's own words. */
class LimitsPresenter(private val coach: CoachInterface, threads: Threads) : Presenter<LimitsState>(LimitsState(), threads) {
    fun load() = ask(coach::limits, { state = state.copy(problem = problemOf(it)) }) { state = LimitsState(it) }
}
