package app.dowel.android.screen.live

import android.graphics.drawable.LayerDrawable
import android.view.Gravity
import android.view.View
import android.view.ViewGroup.LayoutParams.MATCH_PARENT
import android.view.ViewGroup.LayoutParams.WRAP_CONTENT
import android.widget.Button
import android.widget.FrameLayout
import android.widget.LinearLayout
import android.widget.Space
import app.dowel.android.ui.Action
import app.dowel.android.ui.Edges
import app.dowel.android.ui.Icon
import app.dowel.android.ui.Kit
import app.dowel.android.ui.MarksView
import app.dowel.android.ui.Notice
import app.dowel.android.ui.Slot
import app.dowel.android.ui.Weight
import app.dowel.android.ui.button
import app.dowel.android.ui.column
import app.dowel.android.ui.filling
import app.dowel.android.ui.iconButton
import app.dowel.android.ui.row
import app.dowel.android.ui.show
import app.dowel.android.ui.showIf
import app.dowel.android.ui.touchableOnPane
import app.dowel.platform.CameraProblem
import app.dowel.presenter.Line
import app.dowel.presenter.LiveView
import app.dowel.presenter.Phrase
import app.dowel.presenter.Text
import app.dowel.presenter.text
import app.dowel.view.Overlay
import app.dowel.view.Tone

/** What the live screen's buttons do. */
interface LiveActions {
    fun pause()
    fun resume()
    fun correct(by: Int)
    fun end()
    fun swapCamera()
    fun mendCamera(problem: CameraProblem)
}

/** The camera's picture over the whole window, and what is seen in it. [kit] is dark: so are the panes on the picture. */
internal class LivePart(private val kit: Kit, preview: View, isMirrored: () -> Boolean, private val actions: LiveActions) {
    private val fill = CameraFill(kit.context, preview)
    private val marks = MarksView(kit)
    private val overlay: () -> Overlay = { Overlay(kit.density, isMirrored()) }
    private val stage = kit.pill()
    private val number = BigNumber(kit)
    private val depth = DepthBar(kit)
    private val caption = Caption(kit)
    private val notices = Slot<List<Text>>(kit, GAP_DP) { list -> list.map { notice(it, null) } }
    private val camera = Notice(kit)
    private val swap = kit.iconButton(Icon.TURN, Phrase.LIVE_SWAP_CAMERA.text(), onTap = actions::swapCamera).onPane()
    private val end = kit.iconButton(Icon.STOP, Phrase.LIVE_END.text(), onTap = actions::end).onPane()
    private val pause = kit.button(Weight.PRIMARY, Phrase.LIVE_PAUSE.text(), Icon.PAUSE, actions::pause)
    private val resume = kit.button(Weight.PRIMARY, Phrase.LIVE_RESUME.text(), Icon.PLAY, actions::resume)
    private val less = step(Phrase.LIVE_ONE_LESS_SHORT, Phrase.LIVE_ONE_LESS, -1)
    private val more = step(Phrase.LIVE_ONE_MORE_SHORT, Phrase.LIVE_ONE_MORE, 1)
    private val panel = if (kit.isWide) wide() else upright()

    val view: View = FrameLayout(kit.context).apply {
        setBackgroundColor(kit.color(Tone.GROUND))
        put(fill, Gravity.FILL, MATCH_PARENT, MATCH_PARENT)
        put(marks, Gravity.FILL, MATCH_PARENT, MATCH_PARENT)
        put(panel, Gravity.FILL, MATCH_PARENT, MATCH_PARENT)
    }

    init {
        inset(Edges())
    }

    fun inset(edges: Edges) {
        val room = kit.dp(ROOM_DP)
        panel.setPadding(edges.left + room, edges.top + room, edges.right + room, edges.bottom + room)
    }

    fun show(view: LiveView) {
        view.picture?.let { fill.picture = it }
        marks.marks = { overlay().marks(view, it) }
        marks.contentDescription = view.contacts.joinToString { kit.words(it.label) }
        kit.show(stage, if (view.isInSet) view.set else view.stage)
        number.show(view.restLeft ?: Line(view.repsUnit, Phrase.VALUE_NUMBER.text(view.reps)))
        number.showIf(view.restLeft != null || view.canCorrect)
        depth.show(view.depth)
        depth.showIf(view.contacts.isNotEmpty() && view.depth.value != null)
        caption.show(view)
        camera.show(view.cameraText, view.camera?.let(::action))
        notices.show(view.notices)
        pause.showIf(view.canPause)
        resume.showIf(view.canResume)
        for (button in listOf(less, more)) button.showIf(view.canCorrect)
        swap.showIf(view.mayTurn)
    }

    private fun action(problem: CameraProblem): Action? {
        val words = when (problem) {
            CameraProblem.NO_CAMERA -> return null
            CameraProblem.NOT_ALLOWED -> Phrase.CAMERA_ALLOW
            CameraProblem.NEVER_ALLOWED -> Phrase.CAMERA_PHONE_SETTINGS
            CameraProblem.IN_USE, CameraProblem.TAKEN_AWAY, CameraProblem.BROKEN -> Phrase.LIVE_ASK_CAMERA
        }
        return Action(words.text()) { actions.mendCamera(problem) }
    }

    private fun notice(text: Text, action: Action?) = Notice(kit).apply { show(text, action) }

    private fun step(short: Phrase, name: Phrase, by: Int): Button =
        kit.button(Weight.QUIET, short.text()) { actions.correct(by) }.onPane().apply {
            setTextColor(kit.color(Tone.WORDS))
            setPadding(0, 0, 0, 0)
            minimumWidth = kit.dp(BUTTON_DP)
            minWidth = kit.dp(BUTTON_DP)
            contentDescription = kit.words(name.text())
        }

    private fun <V : View> V.onPane(): V = apply {
        background = LayerDrawable(arrayOf(kit.pane(BUTTON_DP / 2), kit.touchableOnPane(BUTTON_DP / 2)))
        minimumHeight = kit.dp(BUTTON_DP)
        minimumWidth = kit.dp(BUTTON_DP)
    }

    private fun head(first: View) = kit.row(GAP_DP, first.filling(), swap)

    private fun stageAtStart() = FrameLayout(kit.context).apply { put(stage, Gravity.START, WRAP_CONTENT, WRAP_CONTENT) }

    /** The count at the upper corner and the meter at the edge leave the middle to the body. */
    private fun middle() = FrameLayout(kit.context).apply {
        put(number, Gravity.TOP or Gravity.START, WRAP_CONTENT, WRAP_CONTENT)
        put(depth, Gravity.END or Gravity.CENTER_VERTICAL, WRAP_CONTENT, kit.dp(METER_DP))
        takingTheRest()
    }

    private fun buttons() = kit.row(GAP_DP, end, less, more, pause, resume).apply { gravity = Gravity.CENTER_VERTICAL }

    private fun upright(): LinearLayout {
        pause.filling()
        resume.filling()
        return kit.column(GAP_DP, head(stageAtStart()), camera, notices, middle(), caption, buttons())
    }

    /** What counts on one side, what is said on the other. */
    private fun wide(): LinearLayout {
        val start = kit.column(GAP_DP, startOf(stage), startOf(number), Space(kit.context).takingTheRest(), startOf(buttons()))
        val meter = FrameLayout(kit.context).apply { put(depth, Gravity.END, WRAP_CONTENT, MATCH_PARENT) }.takingTheRest()
        val said = kit.column(GAP_DP, head(kit.column(GAP_DP, camera, notices)), meter, caption)
        val height = LinearLayout.LayoutParams(WRAP_CONTENT, MATCH_PARENT)
        start.layoutParams = height
        said.layoutParams = LinearLayout.LayoutParams(0, MATCH_PARENT, 1f)
        return kit.row(GAP_DP, start, said)
    }

    private fun startOf(view: View): View = view.apply {
        layoutParams = LinearLayout.LayoutParams(WRAP_CONTENT, WRAP_CONTENT)
    }

    /** Of a column's height. */
    private fun <V : View> V.takingTheRest(): V = apply { layoutParams = LinearLayout.LayoutParams(MATCH_PARENT, 0, 1f) }

    private companion object {
        const val ROOM_DP = 16
        const val GAP_DP = 12
        const val METER_DP = 260
        const val BUTTON_DP = 56
    }
}
