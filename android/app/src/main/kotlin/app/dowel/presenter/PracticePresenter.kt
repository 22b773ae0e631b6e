package app.dowel.presenter

import app.dowel.core.CoachInterface
import app.dowel.core.DowelException
import app.dowel.core.Finished
import app.dowel.core.LiveSession
import app.dowel.core.LiveUpdate
import app.dowel.core.PlanOptions
import app.dowel.core.Stage
import app.dowel.platform.Camera
import app.dowel.platform.CameraFrame
import app.dowel.platform.CameraListener
import app.dowel.platform.CameraProblem
import app.dowel.platform.Clock
import app.dowel.platform.Haptics
import app.dowel.platform.Heat
import app.dowel.platform.Screen
import app.dowel.platform.Speaker
import app.dowel.platform.Threads
import kotlin.math.ceil

sealed interface PracticeState {
    data object Idle : PracticeState

    /** The networks are being loaded. */
    data object Preparing : PracticeState

    data class Live(val view: LiveView) : PracticeState

    /** The end is being written. */
    data object Saving : PracticeState

    data class Done(val summary: SummaryView, val notice: Text?) : PracticeState

    /** [canSaveAgain]: the session is over but not all of it is written; `end` tries again. */
    data class Failed(val problem: Text, val canSaveAgain: Boolean) : PracticeState
}

/** What of the phone a session uses. */
class PracticePhone(
    val camera: Camera,
    val speaker: Speaker,
    val haptics: Haptics,
    val screen: Screen,
    val clock: Clock,
)

/** One session before the camera, from set-up to summary. It does what the core says, and asks for nothing else. */
class PracticePresenter(
    private val coach: CoachInterface,
    private val phone: PracticePhone,
    threads: Threads,
) : Presenter<PracticeState>(PracticeState.Idle, threads) {
    private val summaries = SummaryWriter(CoreWords(coach))
    private val cadence = Cadence()
    private var going: Going? = null
    private var heat = Heat.COOL
    private var endNotice: Text? = null
    private var isAway = false

    /** What lasts as long as one session. */
    private class Going(val session: LiveSession, val player: EventPlayer, val line: FrameLine, val plan: PlanOptions) {
        var unsaved = 0u
        var isEnding = false

        /** By the person: coming back to the app does not go on in their name. */
        var isPaused = false

        /** Something was done: it is not thrown away. */
        var hasBegun = false
        private var restBeganS: Double? = null

        fun look(update: LiveUpdate) {
            unsaved = update.unsaved
            hasBegun = hasBegun || update.stage is Stage.Set || update.reps > 0u || update.setIndex > 0u
            if (update.stage !is Stage.Rest) restBeganS = null else restBeganS = restBeganS ?: update.atS
        }

        fun restLeftS(nowS: Double): Int? {
            val whole = plan.restS ?: return null
            return restBeganS?.let { ceil(whole - (nowS - it)).toInt().coerceAtLeast(0) }
        }
    }

    /** Frames that came while another was being looked at. */
    val droppedFrames: Long get() = going?.line?.dropped ?: 0

    fun begin(plan: PlanOptions) {
        if (state is PracticeState.Preparing || state is PracticeState.Live) return
        prepare(plan)
    }

    private fun prepare(plan: PlanOptions) {
        letGo()
        state = PracticeState.Preparing
        val prepare = {
            val settings = coach.settings()
            val whole = plan.copy(restS = plan.restS ?: coach.drills().find { it.id == plan.drill }?.dose?.restS)
            Triple(coach.begin(whole, phone.clock.nowMs()), settings, whole)
        }
        ask(prepare, ::fail) { (session, settings, whole) ->
            if (state !is PracticeState.Preparing) return@ask session.close()
            phone.speaker.use(settings.language, settings.speechRate)
            val player = EventPlayer(phone.speaker, phone.haptics, phone.screen, settings.voice)
            going = Going(session, player, FrameLine(threads) { look(session, it) }, whole)
            state = PracticeState.Live(LiveView(notices = notices()))
            openCamera()
        }
    }

    fun pause() {
        going?.isPaused = true
        command { it.pause() }
    }

    fun resume() {
        going?.isPaused = false
        command { it.resume() }
    }

    fun correctReps(by: Int) = command { it.correctReps(by) }

    /** How much it hurts now, 0 to 10; the core ends the session where that is clearly more than before. */
    fun sayPain(level: Int) = command { it.reportPain(level.coerceIn(PAIN_LEVELS).toUByte()) }

    /** Asks for the camera again after it was lost, or after the person allowed it. */
    fun askForCamera() {
        val live = state as? PracticeState.Live ?: return
        state = live.copy(view = live.view.copy(camera = null, cameraText = null))
        openCamera()
    }

    /** The camera was not allowed, or was lost. */
    fun lose(problem: CameraProblem) {
        val live = state as? PracticeState.Live ?: return
        // The view says it aloud as it appears.
        state = live.copy(view = live.view.copy(camera = problem, cameraText = problemOf(problem)))
    }

    /** The app is no longer seen: nobody is watched behind their back. */
    fun leave() {
        isAway = true
        if (state !is PracticeState.Live) return
        phone.camera.close()
        phone.speaker.stop()
        phone.screen.keepOn(false)
        command { it.pause() }
    }

    fun comeBack() {
        if (!isAway) return
        isAway = false
        if (state !is PracticeState.Live) return
        askForCamera()
        if (going?.isPaused == false) resume()
    }

    /** The screen is gone for good. What was finished is kept. */
    fun close() {
        unwatch()
        going?.let(::quiet)
        phone.speaker.stop()
        letGo()
        state = PracticeState.Idle
    }

    fun onHeat(next: Heat) {
        heat = next
        cadence.heat = next
        val live = state as? PracticeState.Live ?: return
        if (next == Heat.TOO_HOT) return end(noticeOf(next))
        state = live.copy(view = live.view.copy(notices = notices()))
    }

    /** Ends the session and sums it up; also tries again to write what could not be written. */
    fun end() = end(null)

    private fun end(notice: Text?) {
        val session = going ?: return
        if (session.isEnding) return
        session.isEnding = true
        endNotice = endNotice ?: notice
        quiet(session)
        state = PracticeState.Saving
        ask({ session.session.finish() }, { failToEnd(session, it) }) { finish(session, it) }
    }

    private fun finish(session: Going, finished: Finished) {
        session.player.play(finished.last.events, finished.last.atS)
        state = PracticeState.Done(summaries.session(finished.session, finished.summary), endNotice)
        letGo()
    }

    private fun failToEnd(session: Going, error: Exception) {
        session.isEnding = false
        val again = error is DowelException.DiskFull || error is DowelException.Storage
        if (!again) letGo()
        state = PracticeState.Failed(problemOf(error), canSaveAgain = again)
    }

    /** Not while the app is not seen: it comes with `comeBack`. */
    private fun openCamera() {
        if (isAway) return
        phone.screen.keepOn(true)
        phone.camera.open(object : CameraListener {
            override fun onFrame(frame: CameraFrame) = offer(frame)

            override fun onProblem(problem: CameraProblem) = threads.main { lose(problem) }
        })
    }

    /** On the camera's thread. */
    private fun offer(frame: CameraFrame) {
        val line = going?.line
        if (line == null || !cadence.isDue(frame.timestampNs)) frame.close() else line.offer(frame)
    }

    private fun look(session: LiveSession, frame: CameraFrame) {
        val began = phone.clock.elapsedNs()
        val upright = if (frame.rotationDeg % 180 == 0) {
            PictureSize(frame.widthPx, frame.heightPx)
        } else {
            PictureSize(frame.heightPx, frame.widthPx)
        }
        val seen = try {
            Result.success(session.push(frame))
        } catch (error: DowelException) {
            Result.failure(error)
        } catch (_: IllegalStateException) {
            // The session was let go of while this frame was on its way.
            return
        }
        cadence.took(phone.clock.elapsedNs() - began)
        threads.main { seen.fold({ show(session, it, upright) }, { stumble(session, it as DowelException) }) }
    }

    private fun show(of: LiveSession, update: LiveUpdate, picture: PictureSize) {
        val session = going?.takeIf { it.session === of && !it.isEnding } ?: return
        val live = state as? PracticeState.Live ?: return
        session.look(update)
        session.player.play(update.events, update.atS)
        val rest = update.finishedSet?.let(summaries::set) ?: live.view.rest
        val view = live.view.copy(rest = rest).after(update).copy(
            restLeft = session.restLeftS(update.atS)?.let(::restLeft),
            mayTurn = !session.hasBegun,
            caption = session.player.caption,
            shown = session.player.shown,
            picture = picture,
            notices = notices(),
        )
        state = PracticeState.Live(view)
        if (update.stage is Stage.Done) end()
    }

    private fun stumble(of: LiveSession, error: DowelException) {
        if (going?.session !== of) return
        when (error) {
            // One frame less; and after the end none is missed.
            is DowelException.BadFrame, is DowelException.NotNow -> Unit
            is DowelException.Defect -> note(problemOf(error))
            is DowelException.PictureChanged -> turn()
            // What was done until now is kept and summed up.
            else -> end(problemOf(error))
        }
    }

    /** Whoever is still setting up the phone may turn it. */
    private fun turn() {
        val session = going ?: return
        if (session.hasBegun) return end(Phrase.PROBLEM_PICTURE_CHANGED.text())
        quiet(session)
        prepare(session.plan)
    }

    private fun restLeft(seconds: Int) = Line(Phrase.LIVE_REST_LEFT.counted(seconds.toUInt()), Phrase.VALUE_NUMBER.text(seconds))

    private fun note(notice: Text) {
        val live = state as? PracticeState.Live ?: return
        state = live.copy(view = live.view.copy(notices = notices() + notice))
    }

    private fun command(what: (LiveSession) -> Unit) {
        val session = going ?: return
        ask({ what(session.session) }, { error ->
            // A button that was still on the screen when its moment had passed.
            if (error !is DowelException.NotNow) note(problemOf(error))
        }) {}
    }

    private fun notices(): List<Text> = listOfNotNull(
        noticeOf(heat),
        Phrase.NOTICE_UNSAVED.text().takeIf { (going?.unsaved ?: 0u) > 0u },
    )

    private fun fail(error: Exception) {
        state = PracticeState.Failed(problemOf(error), canSaveAgain = false)
    }

    private fun quiet(session: Going) {
        phone.camera.close()
        session.line.shut()
        phone.screen.keepOn(false)
    }

    private fun letGo() {
        going?.session?.close()
        going = null
        endNotice = null
    }
}
