package app.dowel.presenter

import app.dowel.core.CoachInterface
import app.dowel.core.Felt
import app.dowel.platform.Threads

data class FeelingState(
    /** 0 to 10; null until the person says. */
    val pain: Int? = null,
    val painLabel: Text = Phrase.FEELING_PAIN_UNSAID.text(),
    val places: List<FeltChoice> = choices(emptySet()),
    val isKept: Boolean = false,
    val problem: Text? = null,
)

data class FeltChoice(val felt: Felt, val label: Text, val isChosen: Boolean)

private fun choices(chosen: Set<Felt>) = Felt.entries.map { FeltChoice(it, feltPhrase(it).text(), it in chosen) }

internal fun feltPhrase(felt: Felt): Phrase = when (felt) {
    Felt.HAMSTRINGS -> Phrase.FELT_HAMSTRINGS
    Felt.GLUTES -> Phrase.FELT_GLUTES
    Felt.QUADS -> Phrase.FELT_QUADS
    Felt.LOW_BACK -> Phrase.FELT_LOW_BACK
    Felt.ELSEWHERE -> Phrase.FELT_ELSEWHERE
}

/** After a session: how much it hurts, and where the work was felt. */
class FeelingPresenter(private val coach: CoachInterface, private val session: Long, threads: Threads) :
    Presenter<FeelingState>(FeelingState(), threads) {

    fun sayPain(level: Int) {
        val pain = level.coerceIn(0, MOST_PAIN)
        state = state.copy(pain = pain, painLabel = Phrase.FEELING_PAIN_LEVEL.text(pain), isKept = false)
    }

    fun toggle(felt: Felt) {
        val places = state.places.map { if (it.felt == felt) it.copy(isChosen = !it.isChosen) else it }
        state = state.copy(places = places, isKept = false)
    }

    fun keep() {
        val felt = state.places.filter { it.isChosen }.map { it.felt }
        val pain = state.pain?.toUByte()
        ask({ coach.noteFeeling(session, pain, felt) }, { state = state.copy(problem = problemOf(it)) }) {
            state = state.copy(isKept = true, problem = null)
        }
    }

    private companion object {
        const val MOST_PAIN = 10
    }
}
