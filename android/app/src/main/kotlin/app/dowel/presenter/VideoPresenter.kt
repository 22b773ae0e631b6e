package app.dowel.presenter

import app.dowel.core.ClipAnalysis
import app.dowel.core.ClipSummary
import app.dowel.core.CoachInterface
import app.dowel.core.Movement
import app.dowel.platform.Clip
import app.dowel.platform.ClipReader
import app.dowel.platform.Clips
import app.dowel.platform.Clock
import app.dowel.platform.Threads

sealed interface VideoState {
    data object Idle : VideoState

    /** [done]: 0 to 1; null where the video does not say how long it is. */
    data class Running(val name: String, val done: Float?, val label: Text) : VideoState

    /** [session] opens its page; null when there was nothing to keep. */
    data class Done(val session: Long?, val title: Text, val lines: List<Line>, val view: List<Text>) : VideoState

    data object Cancelled : VideoState

    data class Failed(val problem: Text) : VideoState
}

/** A recorded video through the same analysis. */
class VideoPresenter(
    private val coach: CoachInterface,
    private val clips: Clips,
    private val clock: Clock,
    threads: Threads,
) : Presenter<VideoState>(VideoState.Idle, threads) {
    private val words = CoreWords(coach)

    @Volatile
    private var run: Any? = null

    fun analyse(clip: Clip) {
        val mine = Any()
        run = mine
        state = VideoState.Running(clip.name, null, Phrase.VIDEO_PREPARING.text())
        threads.frames {
            val end = runCatching { through(clip, mine) }
            threads.main { if (run === mine) finish(end) }
        }
    }

    /** What was found until now stays in the history. */
    fun cancel() {
        if (state !is VideoState.Running) return
        run = null
        state = VideoState.Cancelled
    }

    private fun finish(end: Result<ClipSummary?>) {
        run = null
        end.onSuccess { state = it?.let(::page) ?: VideoState.Cancelled }
        end.onFailure { state = VideoState.Failed(problemOf(it as? Exception ?: throw it)) }
    }

    /** Null when it was cancelled. */
    private fun through(clip: Clip, mine: Any): ClipSummary? = clips.open(clip).use { reader ->
        coach.beginClip(clip.name, clock.nowMs()).use { analysis ->
            if (pushAll(clip, reader, analysis, mine)) analysis.finish() else null
        }
    }

    private fun pushAll(clip: Clip, reader: ClipReader, analysis: ClipAnalysis, mine: Any): Boolean {
        while (run === mine) {
            val frame = reader.next() ?: return true
            val update = frame.use { analysis.push(it) }
            val done = reader.durationS?.takeIf { it > 0 }?.let { (update.atS / it).coerceIn(0.0, 1.0).toFloat() }
            val next = VideoState.Running(clip.name, done, Phrase.LIVE_REPS.counted(update.reps))
            threads.main { if (run === mine) state = next }
        }
        return false
    }

    private fun page(summary: ClipSummary) = VideoState.Done(
        session = summary.session,
        title = movementPhrase(summary.movement).text(),
        lines = listOf(Line(Phrase.SUMMARY_CLEAN_DEPTH.text(), degrees(summary.cleanDepthDeg))),
        view = if (summary.viewOk) emptyList() else summary.viewReasons.map(words::reason),
    )
}

internal fun movementPhrase(movement: Movement): Phrase = when (movement) {
    Movement.HINGE -> Phrase.MOVEMENT_HINGE
    Movement.SQUAT -> Phrase.MOVEMENT_SQUAT
    Movement.OTHER -> Phrase.MOVEMENT_OTHER
    Movement.NONE -> Phrase.MOVEMENT_NONE
}
