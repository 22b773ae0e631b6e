package app.dowel.presenter

import app.dowel.core.CoachInterface
import app.dowel.platform.Threads

data class SafetyState(
    val title: Text = Phrase.SAFETY_TITLE.text(),
    val lead: Text = Phrase.SAFETY_LEAD.text(),
    val reasons: List<Text> = REASONS.map { it.text() },
    val closing: Text = Phrase.SAFETY_CLOSING.text(),
    val privacy: Text = Phrase.SAFETY_PRIVACY.text(),
    /** Null until it is known. */
    val isRead: Boolean? = null,
    val problem: Text? = null,
)

private val REASONS = listOf(
    Phrase.SAFETY_NUMBNESS,
    Phrase.SAFETY_BLADDER,
    Phrase.SAFETY_LEGS,
    Phrase.SAFETY_FALL,
    Phrase.SAFETY_CANCER,
    Phrase.SAFETY_FEVER,
    Phrase.SAFETY_NIGHT,
)

/** The first start's page: when to ask a professional first. */
class SafetyPresenter(private val coach: CoachInterface, threads: Threads) :
    Presenter<SafetyState>(SafetyState(), threads) {

    fun load() = ask({ coach.settings().hasReadSafety }, { show(isRead = false, it) }) { show(it) }

    /** What could not be written holds until the app ends; the person is asked again at the next start. */
    fun accept() = ask(
        { coach.setSettings(coach.settings().copy(hasReadSafety = true)) },
        { show(isRead = true, it) },
    ) { show(isRead = true) }

    private fun show(isRead: Boolean, error: Exception? = null) {
        state = state.copy(isRead = isRead, problem = error?.let(::problemOf))
    }
}
