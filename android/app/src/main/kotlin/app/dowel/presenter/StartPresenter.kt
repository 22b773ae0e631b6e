package app.dowel.presenter

import app.dowel.core.CoachInterface
import app.dowel.core.Settings
import app.dowel.platform.Threads

sealed interface StartState {
    data object Opening : StartState

    /** [notice]: a damaged session file was set aside, and a new one begun. */
    data class Open(val coach: CoachInterface, val settings: Settings, val notice: Text?) : StartState

    data class Failed(val problem: Text) : StartState
}

/** Opens the session file. */
class StartPresenter(private val openCoach: () -> CoachInterface, threads: Threads) :
    Presenter<StartState>(StartState.Opening, threads) {

    fun open() {
        state = StartState.Opening
        val opened = { openCoach().let { Triple(it, it.settings(), it.setAside()) } }
        ask(opened, { state = StartState.Failed(problemOf(it)) }) { (coach, settings, setAside) ->
            state = StartState.Open(coach, settings, setAside?.let { Phrase.START_SET_ASIDE.text() })
        }
    }
}
