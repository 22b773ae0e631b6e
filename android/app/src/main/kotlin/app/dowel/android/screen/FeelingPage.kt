package app.dowel.android.screen

import android.view.View
import app.dowel.android.ui.Chip
import app.dowel.android.ui.Edges
import app.dowel.android.ui.Kit
import app.dowel.android.ui.Notice
import app.dowel.android.ui.PageOf
import app.dowel.android.ui.PainScale
import app.dowel.android.ui.Scaffold
import app.dowel.android.ui.Slot
import app.dowel.android.ui.Type
import app.dowel.android.ui.Weight
import app.dowel.android.ui.acrossParent
import app.dowel.android.ui.button
import app.dowel.android.ui.card
import app.dowel.android.ui.column
import app.dowel.android.ui.flow
import app.dowel.android.ui.heading
import app.dowel.android.ui.label
import app.dowel.android.ui.show
import app.dowel.android.ui.showIf
import app.dowel.core.Felt
import app.dowel.presenter.DrillLink
import app.dowel.presenter.FeelingPresenter
import app.dowel.presenter.FeelingState
import app.dowel.presenter.FeltChoice
import app.dowel.presenter.Phrase
import app.dowel.presenter.Text
import app.dowel.presenter.text

/** How it felt, and what follows from it. */
class FeelingPage(
    kit: Kit,
    private val feeling: FeelingPresenter,
    private val onDrill: (String) -> Unit,
    onDone: () -> Unit,
) : PageOf<FeelingState>(kit, feeling) {
    private val notice = Notice(kit)
    private val painLabel = kit.heading(Type.HEADING)
    private val pain = PainScale(kit, { Phrase.FEELING_PAIN_LEVEL.text(it) }, feeling::sayPain)
    private val chips: Map<Felt, Chip> = feeling.state.places.associate { it.felt to chip(it) }
    private val answer = Slot<Answer>(kit, GAP_DP, ::answer)
    private val keep = kit.button(Weight.PRIMARY, Phrase.FEELING_KEEP.text(), onTap = feeling::keep)
    private val done = kit.button(Weight.PRIMARY, Phrase.SUMMARY_DONE.text(), onTap = onDone)
    private val scaffold = Scaffold(kit, onDone).apply {
        val places = flow(kit.context, kit.dp(CHIP_GAP_DP), chips.values.toList())
        val parts = listOf(
            kit.heading(Type.TITLE, Phrase.FEELING_TITLE.text()),
            answer,
            kit.card(GAP_DP, painLabel, pain),
            kit.card(GAP_DP, kit.heading(Type.HEADING, Phrase.FEELING_WHERE.text()), places),
            notice,
        )
        parts.forEach { content.addView(it, acrossParent()) }
        atFoot(kit.column(0, keep, done))
    }
    override val view: View = scaffold

    private data class Answer(val lines: List<Text>, val drill: DrillLink?)

    override fun inset(edges: Edges) = scaffold.inset(edges)

    override fun render(state: FeelingState) {
        notice.show(state.problem)
        kit.show(painLabel, state.painLabel)
        pain.level = state.pain
        state.places.forEach { chips.getValue(it.felt).isChosen = it.isChosen }
        answer.show(Answer(state.answer, state.drill).takeIf { state.isKept })
        keep.showIf(!state.isKept)
        done.showIf(state.isKept)
    }

    private fun chip(place: FeltChoice) = Chip(kit, place.label) { feeling.toggle(place.felt) }

    private fun answer(answer: Answer): List<View> = listOf(
        kit.card(
            GAP_DP,
            kit.heading(Type.HEADING, Phrase.FEELING_KEPT.text()),
            *answer.lines.map { kit.label(Type.BODY, it) }.toTypedArray(),
            answer.drill?.let { drill -> kit.button(Weight.QUIET, Phrase.SUMMARY_DRILL.text(drill.name)) { onDrill(drill.id) } },
        ),
    )

    private companion object {
        const val GAP_DP = 12
        const val CHIP_GAP_DP = 8
    }
}
