package app.dowel.presenter

import app.dowel.core.CoachInterface
import app.dowel.core.CueFrequency
import app.dowel.core.Language
import app.dowel.core.ModelSize
import app.dowel.core.PracticeDays
import app.dowel.core.Settings
import app.dowel.platform.Speaker
import app.dowel.platform.Threads

data class SettingsState(
    val settings: Settings? = null,
    val languages: List<Choice<Language>> = emptyList(),
    val frequencies: List<Choice<CueFrequency>> = emptyList(),
    val rateLabel: Text? = null,
    val days: List<Choice<PracticeDays>> = emptyList(),
    val model: Text? = null,
    val isMeasuring: Boolean = false,
    val problem: Text? = null,
)

data class Choice<T>(val value: T, val label: Text, val isChosen: Boolean)

/** What a person sets once. Every change is kept at once. */
class SettingsPresenter(
    private val coach: CoachInterface,
    private val speaker: Speaker,
    threads: Threads,
) : Presenter<SettingsState>(SettingsState(), threads) {

    fun load() = ask(coach::settings, ::fail) { show(it) }

    fun choose(language: Language) = change { it.copy(language = language) }

    fun choose(frequency: CueFrequency) = change { it.copy(cueFrequency = frequency) }

    fun choose(days: PracticeDays) = change { it.copy(practiceDays = days) }

    fun useVoice(on: Boolean) = change { it.copy(voice = on) }

    fun countTempo(on: Boolean) = change { it.copy(countsTempo = on) }

    fun useRate(rate: Double) = change { it.copy(speechRate = rate.coerceIn(LEAST_RATE, MOST_RATE)) }

    /** In steps that can be heard. */
    fun changeRate(by: Int) = state.settings?.let { useRate((Math.round(it.speechRate * STEPS) + by) / STEPS) } ?: Unit

    /** A line as the coach says it, to try voice and speed. */
    fun tryVoice() {
        val settings = state.settings ?: return
        ask({ coach.text(SAMPLE) }, ::fail) {
            speaker.use(settings.language, settings.speechRate)
            speaker.say(it, interrupts = true)
        }
    }

    /** Chooses the model by measuring; takes a second or two. */
    fun measure() {
        if (state.isMeasuring) return
        state = state.copy(isMeasuring = true, problem = null)
        ask({ coach.measureSpeed() }, ::fail) { speed ->
            state = state.copy(isMeasuring = false)
            change { it.copy(model = speed.choice) }
            state = state.copy(model = Phrase.SETTINGS_MEASURED.text(modelPhrase(speed.choice).text(), whole(speed.fullMs)))
        }
    }

    private fun change(how: (Settings) -> Settings) {
        val settings = how(state.settings ?: return)
        // Shown before it is written: a switch answers the finger.
        show(settings)
        ask({ coach.setSettings(settings) }, ::fail) {}
    }

    private fun fail(error: Exception) {
        state = state.copy(isMeasuring = false, problem = problemOf(error))
    }

    private fun show(settings: Settings) {
        state = state.copy(
            settings = settings,
            languages = Language.entries.map { Choice(it, phraseOf(it).text(), it == settings.language) },
            frequencies = CueFrequency.entries.map { Choice(it, phraseOf(it).text(), it == settings.cueFrequency) },
            rateLabel = Phrase.SETTINGS_RATE.text(whole(settings.speechRate * 100)),
            days = DAYS_A_WEEK.map(::perWeek).map { (days, label) -> Choice(days, label, days == settings.practiceDays) },
            model = (settings.model?.let(::modelPhrase) ?: Phrase.MODEL_UNMEASURED).text(),
            problem = null,
        )
    }

    private fun perWeek(days: UInt): Pair<PracticeDays, Text> =
        PracticeDays.PerWeek(days.toUByte()) to Phrase.SETTINGS_DAYS_A_WEEK.counted(days)

    private companion object {
        const val SAMPLE = "say-hold_still"
        const val LEAST_RATE = 0.5
        const val MOST_RATE = 2.0
        const val STEPS = 10.0
        val DAYS_A_WEEK = 2u..7u
    }
}

private fun phraseOf(language: Language): Phrase = when (language) {
    Language.ENGLISH -> Phrase.LANGUAGE_ENGLISH
    Language.GERMAN -> Phrase.LANGUAGE_GERMAN
}

private fun phraseOf(frequency: CueFrequency): Phrase = when (frequency) {
    CueFrequency.SILENT -> Phrase.CUES_SILENT
    CueFrequency.SELDOM -> Phrase.CUES_SELDOM
    CueFrequency.NORMAL -> Phrase.CUES_NORMAL
}

private fun modelPhrase(model: ModelSize): Phrase = when (model) {
    ModelSize.LITE -> Phrase.MODEL_LITE
    ModelSize.FULL -> Phrase.MODEL_FULL
    ModelSize.HEAVY -> Phrase.MODEL_HEAVY
}
