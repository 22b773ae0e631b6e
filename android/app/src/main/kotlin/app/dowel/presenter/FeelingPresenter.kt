package app.dowel.presenter

import app.dowel.core.CoachInterface
import app.dowel.core.FeelingAnswer
import app.dowel.core.Felt
import app.dowel.core.Settings
import app.dowel.platform.Screen
import app.dowel.platform.Speaker
import app.dowel.platform.Threads

data class FeelingState(
    /** 0 to 10; null until the person says. */
    val pain: Int? = null,
    val painLabel: Text = Phrase.FEELING_PAIN_UNSAID.text(),
    val places: List<FeltChoice> = choices(emptySet()),
    val isKept: Boolean = false,
    /** What the coach answers once it is kept. */
    val answer: List<Text> = emptyList(),
    /** Offered as a button. */
    val drill: DrillLink? = null,
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
class FeelingPresenter(
    private val coach: CoachInterface,
    private val session: Long,
    private val speaker: Speaker,
    private val screen: Screen,
    threads: Threads,
) : Presenter<FeelingState>(FeelingState(), threads) {
    private val words = CoreWords(coach)

    fun sayPain(level: Int) {
        val pain = level.coerceIn(PAIN_LEVELS)
        state = unkept().copy(pain = pain, painLabel = Phrase.FEELING_PAIN_LEVEL.text(pain))
    }

    fun toggle(felt: Felt) {
        val places = state.places.map { if (it.felt == felt) it.copy(isChosen = !it.isChosen) else it }
        state = unkept().copy(places = places)
    }

    fun keep() {
        val felt = state.places.filter { it.isChosen }.map { it.felt }
        val pain = state.pain?.toUByte()
        val note = { coach.noteFeeling(session, pain, felt) to coach.settings() }
        ask(note, { state = state.copy(problem = problemOf(it)) }) { (answer, settings) -> show(answer, settings) }
    }

    private fun show(answer: FeelingAnswer, settings: Settings) {
        val lines = answer.lines.map(String::asText)
        val drill = answer.drill?.let { DrillLink(it, words.drill(it)) }
        state = state.copy(isKept = true, answer = lines, drill = drill, problem = null)
        // Where the coach has a voice the screen reader would only talk across it.
        if (!settings.voice) return lines.forEach(screen::announce)
        speaker.use(settings.language, settings.speechRate)
        answer.lines.forEach { speaker.say(it, interrupts = false) }
    }

    /** What was answered no longer fits. */
    private fun unkept() = state.copy(isKept = false, answer = emptyList(), drill = null)
}
