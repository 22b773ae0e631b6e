package app.dowel.android.screen

import android.widget.FrameLayout
import app.dowel.android.ui.Kit
import app.dowel.android.ui.Notice
import app.dowel.android.ui.Type
import app.dowel.android.ui.Weight
import app.dowel.android.ui.announcingItself
import app.dowel.android.ui.button
import app.dowel.android.ui.card
import app.dowel.android.ui.enable
import app.dowel.android.ui.flow
import app.dowel.android.ui.heading
import app.dowel.android.ui.label
import app.dowel.android.ui.showIf
import app.dowel.platform.SharedFile
import app.dowel.presenter.Phrase
import app.dowel.presenter.ReportFormat
import app.dowel.presenter.SharePresenter
import app.dowel.presenter.ShareState
import app.dowel.presenter.text

/** The forms in which a session's report can be handed on. */
class ShareCard(
    kit: Kit,
    private val share: SharePresenter,
    session: Long,
    private val onShare: (SharedFile) -> Unit,
) : FrameLayout(kit.context) {
    private val buttons = ReportFormat.entries.map { format ->
        kit.button(Weight.QUIET, phraseOf(format).text()) { share.share(session, format) }
    }
    private val preparing = kit.label(Type.NOTE, Phrase.VIDEO_PREPARING.text()).announcingItself()
    private val notice = Notice(kit)

    init {
        addView(
            kit.card(
                GAP_DP,
                kit.heading(Type.HEADING, Phrase.SHARE_TITLE.text()),
                kit.label(Type.NOTE, Phrase.SHARE_NOTE.text()),
                flow(kit.context, kit.dp(GAP_DP), buttons),
                preparing,
                notice,
            ),
        )
    }

    fun watch() = share.watch(::render)

    fun unwatch() = share.unwatch()

    private fun render(state: ShareState) {
        buttons.forEach { it.enable(state !is ShareState.Preparing) }
        preparing.showIf(state is ShareState.Preparing)
        notice.show((state as? ShareState.Failed)?.problem)
        if (state !is ShareState.Ready) return
        share.handedOn()
        onShare(state.file)
    }

    private fun phraseOf(format: ReportFormat): Phrase = when (format) {
        ReportFormat.PAGE -> Phrase.SHARE_PAGE
        ReportFormat.TABLE -> Phrase.SHARE_TABLE
        ReportFormat.DATA -> Phrase.SHARE_DATA
    }

    private companion object {
        const val GAP_DP = 12
    }
}
