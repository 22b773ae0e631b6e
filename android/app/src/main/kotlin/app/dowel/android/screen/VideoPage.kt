package app.dowel.android.screen

import android.content.res.ColorStateList
import android.view.View
import android.widget.ProgressBar
import app.dowel.android.ui.Edges
import app.dowel.android.ui.Icon
import app.dowel.android.ui.Kit
import app.dowel.android.ui.Notice
import app.dowel.android.ui.PageOf
import app.dowel.android.ui.Scaffold
import app.dowel.android.ui.Slot
import app.dowel.android.ui.Type
import app.dowel.android.ui.Weight
import app.dowel.android.ui.acrossParent
import app.dowel.android.ui.announcingItself
import app.dowel.android.ui.button
import app.dowel.android.ui.card
import app.dowel.android.ui.heading
import app.dowel.android.ui.label
import app.dowel.android.ui.show
import app.dowel.android.ui.showIf
import app.dowel.android.ui.tiles
import app.dowel.presenter.Phrase
import app.dowel.presenter.VideoPresenter
import app.dowel.presenter.VideoState
import app.dowel.presenter.text
import app.dowel.view.Tone

/** A recorded video through the same analysis. */
class VideoPage(
    kit: Kit,
    private val video: VideoPresenter,
    onChoose: (none: () -> Unit) -> Unit,
    private val onOpen: (Long) -> Unit,
) : PageOf<VideoState>(kit, video) {
    private val lead = kit.label(Type.BODY, Phrase.VIDEO_LEAD.text())
    private val notice = Notice(kit)
    private val name = kit.heading(Type.HEADING)
    private val bar = ProgressBar(kit.context, null, android.R.attr.progressBarStyleHorizontal).apply {
        max = WHOLE
        progressTintList = ColorStateList.valueOf(kit.color(Tone.ACCENT))
        indeterminateTintList = progressTintList
        progressBackgroundTintList = ColorStateList.valueOf(kit.color(Tone.OUTLINE))
        importantForAccessibility = View.IMPORTANT_FOR_ACCESSIBILITY_NO
    }
    private val percent = kit.label(Type.NUMERAL)
    private val found = kit.label(Type.NOTE)
    private val running = kit.card(
        GAP_DP, name, percent, bar, found, kit.button(Weight.QUIET, Phrase.VIDEO_CANCEL.text(), onTap = video::cancel),
    ).apply {
        // The phone may lie untouched as long as it looks.
        keepScreenOn = true
    }
    private val result = Slot<VideoState.Done>(kit, GAP_DP, ::result)
    private val choose = kit.button(Weight.PRIMARY, Phrase.VIDEO_CHOOSE.text(), Icon.VIDEO) {
        onChoose { notice.show(Phrase.VIDEO_NO_CHOOSER.text()) }
    }
    private val scaffold = Scaffold(kit).apply {
        val title = kit.heading(Type.TITLE, Phrase.SCREEN_VIDEO.text())
        for (part in listOf(title, lead, notice, running, result, choose)) content.addView(part, acrossParent())
    }
    override val view: View = scaffold

    override fun inset(edges: Edges) = scaffold.inset(edges)

    override fun render(state: VideoState) {
        lead.showIf(state !is VideoState.Running && state !is VideoState.Done)
        notice.show(
            when (state) {
                is VideoState.Failed -> state.problem
                VideoState.Cancelled -> Phrase.VIDEO_CANCELLED.text()
                else -> null
            },
        )
        running.showIf(state is VideoState.Running)
        choose.showIf(state !is VideoState.Running)
        (state as? VideoState.Running)?.let(::run)
        result.show(state as? VideoState.Done)
    }

    private fun run(state: VideoState.Running) {
        val done = state.done?.let { Math.round(it * WHOLE) }
        kit.show(name, state.name)
        bar.isIndeterminate = done == null
        bar.progress = done ?: 0
        kit.show(percent, done?.let { Phrase.VALUE_PERCENT.text(it) })
        kit.show(found, state.label)
    }

    private fun result(done: VideoState.Done): List<View> = listOfNotNull(
        kit.card(
            GAP_DP,
            kit.heading(Type.SUBTITLE, done.title).announcingItself(),
            kit.tiles(done.lines),
            done.session?.let { id -> kit.button(Weight.QUIET, Phrase.VIDEO_OPEN.text()) { onOpen(id) } },
        ),
        done.view.takeIf { it.isNotEmpty() }?.let { tips ->
            val lines = tips.map { kit.label(Type.BODY, it) }
            kit.card(TIP_GAP_DP, kit.heading(Type.HEADING, Phrase.SUMMARY_VIDEO_TIPS.text()), *lines.toTypedArray())
        },
    )

    private companion object {
        const val WHOLE = 100
        const val GAP_DP = 16
        const val TIP_GAP_DP = 8
    }
}
