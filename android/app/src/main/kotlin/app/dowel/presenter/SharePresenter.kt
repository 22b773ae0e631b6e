package app.dowel.presenter

import app.dowel.core.CoachInterface
import app.dowel.platform.Clock
import app.dowel.platform.Files
import app.dowel.platform.SharedFile
import app.dowel.platform.Threads

sealed interface ShareState {
    data object Idle : ShareState

    data object Preparing : ShareState

    /** The view hands it to the share sheet, and then says `handedOn`. */
    data class Ready(val file: SharedFile) : ShareState

    data class Failed(val problem: Text) : ShareState
}

/** What a report can be. */
enum class ReportFormat(val ending: String, val mimeType: String) {
    PAGE("html", "text/html"),
    TABLE("csv", "text/csv"),
    DATA("json", "application/json"),
}

/** A session's report on its way to another app. The person chooses which; nothing is sent by itself. */
class SharePresenter(
    private val coach: CoachInterface,
    private val files: Files,
    private val clock: Clock,
    threads: Threads,
) : Presenter<ShareState>(ShareState.Idle, threads) {
    private var offered: SharedFile? = null

    fun share(session: Long, format: ReportFormat) {
        state = ShareState.Preparing
        val prepare = {
            offered?.let(files::takeBack)
            files.offer("dowel-$session.${format.ending}", format.mimeType, content(session, format))
        }
        ask(prepare, { state = ShareState.Failed(problemOf(it)) }) {
            offered = it
            state = ShareState.Ready(it)
        }
    }

    /** The share sheet has it. The file stays until the next one, as the other app may still read it. */
    fun handedOn() {
        state = ShareState.Idle
    }

    private fun content(session: Long, format: ReportFormat): String = when (format) {
        ReportFormat.PAGE -> coach.reportHtml(session, clock.day(clock.nowMs()))
        ReportFormat.TABLE -> coach.exportCsv(listOf(session))
        ReportFormat.DATA -> coach.exportJson(listOf(session))
    }
}
