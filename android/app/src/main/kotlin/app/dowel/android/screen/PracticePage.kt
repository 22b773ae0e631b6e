package app.dowel.android.screen

import android.view.Gravity
import android.view.View
import android.view.ViewGroup
import android.widget.FrameLayout
import android.widget.ProgressBar
import app.dowel.android.screen.live.LiveActions
import app.dowel.android.screen.live.LivePart
import app.dowel.android.ui.Action
import app.dowel.android.ui.Edges
import app.dowel.android.ui.Kit
import app.dowel.android.ui.Notice
import app.dowel.android.ui.PageOf
import app.dowel.android.ui.Scaffold
import app.dowel.android.ui.Type
import app.dowel.android.ui.acrossParent
import app.dowel.android.ui.announcingItself
import app.dowel.android.ui.column
import app.dowel.android.ui.label
import app.dowel.platform.CameraProblem
import app.dowel.presenter.Phrase
import app.dowel.presenter.PracticePresenter
import app.dowel.presenter.PracticeState
import app.dowel.presenter.text
import app.dowel.view.Tone

/** What the practice screen asks of the app around it. */
interface PracticeGuide {
    val isMirrored: Boolean

    fun swapCamera()

    fun mendCamera(problem: CameraProblem)

    /** In a set the picture keeps its shape, however the phone is knocked. */
    fun holdTurn(isHeld: Boolean)

    fun summarize()

    fun leave()
}

/** A session before the camera, from set-up to its end. [kit] is the dark one: the picture fills the window. */
class PracticePage(
    kit: Kit,
    private val practice: PracticePresenter,
    private val preview: View,
    private val guide: PracticeGuide,
) : PageOf<PracticeState>(kit, practice), LiveActions {
    private val root = FrameLayout(kit.context).apply { setBackgroundColor(kit.color(Tone.GROUND)) }

    /** What is shown now, and what its insets go to. */
    private var part: Any? = null
    private var insetPart: (Edges) -> Unit = {}
    private var edges = Edges()
    override val view: View = root
    override val isDark = true

    override fun inset(edges: Edges) {
        this.edges = edges
        insetPart(edges)
    }

    override fun hide() {
        super.hide()
        guide.holdTurn(false)
    }

    /** The session ends as with its button; before and after it, there is nothing to end. */
    override fun onBack(): Boolean {
        when (practice.state) {
            is PracticeState.Live -> practice.end()
            PracticeState.Saving -> Unit
            else -> guide.leave()
        }
        return true
    }

    override fun render(state: PracticeState) {
        guide.holdTurn(state is PracticeState.Live && !state.view.mayTurn)
        when (state) {
            PracticeState.Idle -> Unit
            PracticeState.Preparing -> wait(Phrase.LIVE_PREPARING)
            is PracticeState.Live -> livePart().show(state.view)
            PracticeState.Saving -> wait(Phrase.LIVE_SAVING)
            is PracticeState.Failed -> fail(state)
            is PracticeState.Done -> guide.summarize()
        }
    }

    private fun livePart(): LivePart = part as? LivePart ?: run {
        // It may have been in a part that is gone.
        (preview.parent as? ViewGroup)?.removeView(preview)
        LivePart(kit, preview, guide::isMirrored, this).also { put(it, it.view, it::inset) }
    }

    private fun wait(what: Phrase) {
        if (part == what) return
        val words = kit.label(Type.SUBTITLE, what.text()).announcingItself().apply { gravity = Gravity.CENTER }
        val turning = ProgressBar(kit.context).apply { importantForAccessibility = View.IMPORTANT_FOR_ACCESSIBILITY_NO }
        put(what, kit.column(GAP_DP, turning, words).apply { gravity = Gravity.CENTER }) {}
    }

    private fun fail(state: PracticeState.Failed) {
        val again = Action(Phrase.LIVE_SAVE_AGAIN.text(), practice::end).takeIf { state.canSaveAgain }
        val notice = Notice(kit)
        val scaffold = Scaffold(kit, guide::leave).apply { content.addView(notice, acrossParent()) }
        put(state, scaffold, scaffold::inset)
        notice.show(state.problem, again)
    }

    private fun put(next: Any, view: View, inset: (Edges) -> Unit) {
        part = next
        insetPart = inset
        inset(edges)
        root.removeAllViews()
        root.addView(view, FrameLayout.LayoutParams(FrameLayout.LayoutParams.MATCH_PARENT, FrameLayout.LayoutParams.MATCH_PARENT))
    }

    override fun pause() = practice.pause()

    override fun resume() = practice.resume()

    override fun correct(by: Int) = practice.correctReps(by)

    override fun end() = practice.end()

    override fun swapCamera() = guide.swapCamera()

    override fun mendCamera(problem: CameraProblem) = guide.mendCamera(problem)

    private companion object {
        const val GAP_DP = 20
    }
}
