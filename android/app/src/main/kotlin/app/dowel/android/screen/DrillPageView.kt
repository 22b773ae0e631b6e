package app.dowel.android.screen

import android.view.Gravity
import android.view.View
import android.widget.LinearLayout
import app.dowel.android.ui.Action
import app.dowel.android.ui.Edges
import app.dowel.android.ui.Kit
import app.dowel.android.ui.Notice
import app.dowel.android.ui.PageOf
import app.dowel.android.ui.PainScale
import app.dowel.android.ui.Scaffold
import app.dowel.android.ui.Slot
import app.dowel.android.ui.Stepper
import app.dowel.android.ui.Type
import app.dowel.android.ui.Weight
import app.dowel.android.ui.acrossParent
import app.dowel.android.ui.button
import app.dowel.android.ui.card
import app.dowel.android.ui.column
import app.dowel.android.ui.filling
import app.dowel.android.ui.heading
import app.dowel.android.ui.label
import app.dowel.android.ui.row
import app.dowel.android.ui.show
import app.dowel.android.ui.showIf
import app.dowel.platform.CameraProblem
import app.dowel.presenter.DrillPage
import app.dowel.presenter.DrillsPresenter
import app.dowel.presenter.DrillsState
import app.dowel.presenter.Phrase
import app.dowel.presenter.Text
import app.dowel.presenter.asText
import app.dowel.presenter.text

/** One drill: what it is for, how to set up, how much of it; and the way in. */
class DrillPageView(
    kit: Kit,
    private val drills: DrillsPresenter,
    onBegin: () -> Unit,
    onBack: () -> Unit,
    /** The camera was refused: allows it where the person still can. */
    private val onAllow: (CameraProblem) -> Unit,
    private val onOpen: (String) -> Unit,
) : PageOf<DrillsState>(kit, drills) {
    private val notice = Notice(kit)
    private val unsaved = Notice(kit)
    private val saveAgain = Action(Phrase.LIVE_SAVE_AGAIN.text(), drills::saveAgain)
    private val about = Slot<DrillPage>(kit, GAP_DP, ::about)
    private val sets = Stepper(kit, Phrase.DRILL_FEWER_SETS.text(), Phrase.DRILL_MORE_SETS.text(), drills::changeSets)
    private val reps = Stepper(kit, Phrase.DRILL_FEWER_REPS.text(), Phrase.DRILL_MORE_REPS.text(), drills::changeReps)
    private val how = Slot<DrillPage>(kit, GAP_DP, ::how)
    private val pain = PainScale(kit, { Phrase.FEELING_PAIN_LEVEL.text(it) }, drills::sayPain)
    private val unsay = kit.button(Weight.PLAIN, Phrase.FEELING_PAIN_UNSAY.text()) { drills.sayPain(null) }
    private val skip = kit.label(Type.NOTE, Phrase.FEELING_PAIN_SKIP.text())
    private val scaffold = Scaffold(kit, onBack).apply {
        val parts = listOf(unsaved, about, dose(), how, painCard())
        parts.forEach { content.addView(it, acrossParent()) }
        // Beside the button that it is about.
        atFoot(kit.column(GAP_DP, notice, kit.button(Weight.PRIMARY, Phrase.DRILL_BEGIN.text(), onTap = onBegin)))
    }
    override val view: View = scaffold

    override fun inset(edges: Edges) = scaffold.inset(edges)

    override fun render(state: DrillsState) {
        unsaved.show(state.unsaved, saveAgain.takeIf { state.unsaved != null })
        notice.show(state.problem, state.camera?.let(::allow))
        val page = state.page ?: return
        // What the person chooses on the page does not build its words anew.
        val words = page.copy(sets = 0, reps = 0, setsLabel = EMPTY, repsLabel = EMPTY, painBefore = null)
        about.show(words)
        how.show(words)
        kit.show(sets.label, page.setsLabel)
        kit.show(reps.label, page.repsLabel)
        pain.level = page.painBefore
        unsay.showIf(page.painBefore != null)
        skip.showIf(page.painBefore == null)
    }

    private fun allow(problem: CameraProblem): Action {
        val isForGood = problem == CameraProblem.NEVER_ALLOWED
        return Action((if (isForGood) Phrase.CAMERA_PHONE_SETTINGS else Phrase.CAMERA_ALLOW).text()) { onAllow(problem) }
    }

    private fun about(drill: DrillPage): List<View> {
        val picture = kit.drillPicture(drill.picture, PICTURE_DP).apply {
            background = null
            contentDescription = drill.pictureText
        }
        val words = kit.column(PART_GAP_DP, kit.heading(Type.TITLE, drill.name.asText()), kit.label(Type.BODY, drill.purpose.asText()))
        // On a wide window beside the words, else over them.
        if (kit.isWide) return listOf(kit.row(GAP_DP, words.filling(), picture).apply { gravity = Gravity.CENTER_VERTICAL })
        picture.layoutParams = LinearLayout.LayoutParams(LinearLayout.LayoutParams.MATCH_PARENT, kit.dp(PICTURE_DP))
        return listOf(picture, words)
    }

    private fun dose() = kit.card(GAP_DP, kit.heading(Type.HEADING, Phrase.DRILL_DOSE.text()), sets, reps)

    private fun how(drill: DrillPage): List<View> = listOfNotNull(
        part(Phrase.DRILL_SETUP, drill.setup.asText()),
        part(Phrase.DRILL_CAMERA, drill.camera.asText()),
        part(Phrase.DRILL_FEEL, drill.feel.asText()),
        needs(drill),
        neighbours(drill),
    )

    private fun part(title: Phrase, vararg lines: Text): View =
        kit.column(PART_GAP_DP, kit.heading(Type.HEADING, title.text()), *lines.map { kit.label(Type.BODY, it) }.toTypedArray())

    private fun needs(drill: DrillPage): View? =
        drill.needs.takeIf { it.isNotEmpty() }?.let { part(Phrase.DRILL_NEEDS, *it.toTypedArray()) }

    private fun neighbours(drill: DrillPage): View? {
        val easier = drill.easier?.let { link -> kit.button(Weight.QUIET, Phrase.DRILL_EASIER.text(link.name)) { onOpen(link.id) } }
        val harder = drill.harder?.let { link -> kit.button(Weight.QUIET, Phrase.DRILL_HARDER.text(link.name)) { onOpen(link.id) } }
        if (easier == null && harder == null) return null
        return kit.column(PART_GAP_DP, kit.heading(Type.HEADING, Phrase.DRILL_NEIGHBOURS.text()), easier, harder)
    }

    private fun painCard() =
        kit.card(PAIN_GAP_DP, kit.heading(Type.HEADING, Phrase.FEELING_PAIN_BEFORE.text()), pain, skip, unsay)

    private companion object {
        const val GAP_DP = 16
        const val PART_GAP_DP = 8
        const val PAIN_GAP_DP = 12
        const val PICTURE_DP = 220
        val EMPTY = "".asText()
    }
}
