package app.dowel.android

import app.dowel.core.CoachInterface
import app.dowel.platform.Clips
import app.dowel.platform.Files
import app.dowel.platform.Threads
import app.dowel.presenter.DrillsPresenter
import app.dowel.presenter.FeelingPresenter
import app.dowel.presenter.LimitsPresenter
import app.dowel.presenter.PracticePhone
import app.dowel.presenter.PracticePresenter
import app.dowel.presenter.ProgressPresenter
import app.dowel.presenter.SafetyPresenter
import app.dowel.presenter.SessionPresenter
import app.dowel.presenter.SettingsPresenter
import app.dowel.presenter.SharePresenter
import app.dowel.presenter.VideoPresenter

/** The presenters of an opened app. They outlive a turn of the phone and a change of language. */
class Home(
    val coach: CoachInterface,
    private val phone: PracticePhone,
    clips: Clips,
    files: Files,
    private val threads: Threads,
) {
    val drills = DrillsPresenter(coach, threads)
    val practice = PracticePresenter(coach, phone, threads)
    val progress = ProgressPresenter(coach, phone.clock, threads)
    val video = VideoPresenter(coach, clips, phone.clock, threads)
    val settings = SettingsPresenter(coach, phone.speaker, threads)
    val safety = SafetyPresenter(coach, threads)
    val limits = LimitsPresenter(coach, threads)
    val share = SharePresenter(coach, files, phone.clock, threads)
    private var feeling: Pair<Long, FeelingPresenter>? = null
    private var session: Pair<Long, SessionPresenter>? = null

    /** The newest one asked for is kept: it is asked for again when the phone turns. */
    fun feeling(id: Long): FeelingPresenter =
        feeling?.takeIf { it.first == id }?.second
            ?: FeelingPresenter(coach, id, phone.speaker, phone.screen, threads).also { feeling = id to it }

    fun session(id: Long): SessionPresenter =
        session?.takeIf { it.first == id }?.second ?: SessionPresenter(coach, phone.clock, id, threads).also { session = id to it }
}
