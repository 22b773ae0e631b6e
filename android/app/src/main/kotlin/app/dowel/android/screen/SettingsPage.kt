package app.dowel.android.screen

import android.view.Gravity
import android.view.View
import app.dowel.android.ui.ChoiceGroup
import app.dowel.android.ui.Edges
import app.dowel.android.ui.Kit
import app.dowel.android.ui.Notice
import app.dowel.android.ui.PageOf
import app.dowel.android.ui.Scaffold
import app.dowel.android.ui.Stepper
import app.dowel.android.ui.Type
import app.dowel.android.ui.Weight
import app.dowel.android.ui.acrossParent
import app.dowel.android.ui.announcingItself
import app.dowel.android.ui.button
import app.dowel.android.ui.card
import app.dowel.android.ui.enable
import app.dowel.android.ui.heading
import app.dowel.android.ui.label
import app.dowel.android.ui.show
import app.dowel.android.ui.switchRow
import app.dowel.core.CueFrequency
import app.dowel.core.Language
import app.dowel.core.PracticeDays
import app.dowel.presenter.Phrase
import app.dowel.presenter.Route
import app.dowel.presenter.SettingsPresenter
import app.dowel.presenter.SettingsState
import app.dowel.presenter.text

/** What a person sets once, and what is good to know. */
class SettingsPage(
    kit: Kit,
    private val settings: SettingsPresenter,
    onLanguage: (Language) -> Unit,
    private val onOpen: (Route) -> Unit,
) : PageOf<SettingsState>(kit, settings) {
    private val notice = Notice(kit)
    private val languages = ChoiceGroup<Language>(kit) {
        settings.choose(it)
        onLanguage(it)
    }
    private val voice = kit.switchRow(Phrase.SETTINGS_VOICE.text(), settings::useVoice)
    private val speed = Stepper(kit, Phrase.SETTINGS_SLOWER.text(), Phrase.SETTINGS_FASTER.text(), settings::changeRate)
    private val frequencies = ChoiceGroup<CueFrequency>(kit, settings::choose)
    private val tempo = kit.switchRow(Phrase.SETTINGS_TEMPO.text(), settings::countTempo)
    private val days = ChoiceGroup<PracticeDays>(kit, settings::choose)
    private val model = kit.label(Type.BODY).announcingItself()
    private val measure = kit.button(Weight.QUIET, Phrase.SETTINGS_MEASURE.text(), onTap = settings::measure)
    private val scaffold = Scaffold(kit).apply {
        val title = kit.heading(Type.TITLE, Phrase.SCREEN_SETTINGS.text())
        val parts = listOf(
            title, notice,
            part(Phrase.SETTINGS_LANGUAGE, languages),
            kit.card(GAP_DP, voice, kit.label(Type.NOTE, Phrase.SETTINGS_SPEED.text()), speed, tryButton(), tempo),
            part(Phrase.SETTINGS_CUES, frequencies),
            part(Phrase.SETTINGS_DAYS, days),
            part(Phrase.SETTINGS_MODEL, model, kit.label(Type.NOTE, Phrase.SETTINGS_MEASURE_NOTE.text()), measure),
            part(Phrase.SETTINGS_MORE, *LINKS.map(::link).toTypedArray()),
        )
        for (part in parts) content.addView(part, acrossParent())
    }
    override val view: View = scaffold

    override fun inset(edges: Edges) = scaffold.inset(edges)

    override fun render(state: SettingsState) {
        notice.show(state.problem)
        val kept = state.settings ?: return
        languages.show(state.languages)
        frequencies.show(state.frequencies)
        days.show(state.days)
        voice.isChecked = kept.voice
        tempo.isChecked = kept.countsTempo
        kit.show(speed.label, state.rateLabel)
        kit.show(model, if (state.isMeasuring) Phrase.SETTINGS_MEASURING.text() else state.model)
        measure.enable(!state.isMeasuring)
    }

    private fun part(title: Phrase, vararg views: View) = kit.card(GAP_DP, kit.heading(Type.HEADING, title.text()), *views)

    private fun tryButton() = kit.button(Weight.QUIET, Phrase.SETTINGS_TRY.text(), onTap = settings::tryVoice)

    private fun link(link: Pair<Phrase, Route>): View =
        kit.button(Weight.PLAIN, link.first.text()) { onOpen(link.second) }.apply { gravity = Gravity.CENTER_VERTICAL or Gravity.START }

    private companion object {
        const val GAP_DP = 12
        val LINKS = listOf(
            Phrase.SCREEN_LIMITS to Route.Limits,
            Phrase.SCREEN_PRIVACY to Route.Privacy,
            Phrase.SAFETY_TITLE to Route.Safety,
        )
    }
}
