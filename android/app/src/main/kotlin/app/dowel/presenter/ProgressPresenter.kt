package app.dowel.presenter

import app.dowel.core.CoachInterface
import app.dowel.core.Direction
import app.dowel.core.HistoryEntry
import app.dowel.core.Progress
import app.dowel.core.Trend
import app.dowel.core.TrendPoint
import app.dowel.platform.Clock
import app.dowel.platform.Threads

data class ProgressState(
    val streak: Text? = null,
    val today: Text? = null,
    val totals: List<Line> = emptyList(),
    val trends: List<TrendView> = emptyList(),
    val sessions: List<SessionRow> = emptyList(),
    val hasMore: Boolean = false,
    /** Nothing was practised yet. */
    val isEmpty: Boolean = false,
    /** Asked before everything is erased. */
    val asksToErase: Boolean = false,
    val problem: Text? = null,
)

enum class Scale { DEGREES, SHARE, INDEX }

/** A chart; its label says in words what the line shows. */
data class TrendView(
    val title: Text,
    val scale: Scale,
    val points: List<TrendPoint>,
    val now: Text,
    val direction: Text,
    val firstDay: String?,
    val lastDay: String?,
)

data class SessionRow(
    val id: Long,
    val title: Text,
    val day: String,
    val reps: Text,
    val clean: Text?,
    /** The most frequent fault. */
    val fault: Text?,
)

/** How it goes over the weeks: trends, streak and history. */
class ProgressPresenter(
    private val coach: CoachInterface,
    private val clock: Clock,
    threads: Threads,
) : Presenter<ProgressState>(ProgressState(), threads) {
    private val words = CoreWords(coach)

    fun load() = ask(
        {
            val progress = coach.progress(clock.nowMs(), clock.utcOffsetMin())
            progress to coach.history(null, PAGE)
        },
        ::fail,
    ) { (progress, page) -> state = all(progress, page) }

    fun loadMore() {
        val oldest = state.sessions.lastOrNull()?.id ?: return
        if (!state.hasMore) return
        // One page at a time, however often the list's end is reached.
        state = state.copy(hasMore = false)
        ask({ coach.history(oldest, PAGE) }, ::fail) { page ->
            state = state.copy(sessions = state.sessions + page.map(::row), hasMore = page.isFull())
        }
    }

    fun askToErase() {
        state = state.copy(asksToErase = true)
    }

    fun keepAll() {
        state = state.copy(asksToErase = false)
    }

    /** Only what was asked first is erased. */
    fun eraseAll() {
        if (!state.asksToErase) return
        state = state.copy(asksToErase = false)
        ask(coach::eraseAll, ::fail) { load() }
    }

    private fun fail(error: Exception) {
        state = state.copy(problem = problemOf(error))
    }

    private fun all(progress: Progress, page: List<HistoryEntry>) = ProgressState(
        streak = Phrase.PROGRESS_STREAK.counted(progress.streakDays),
        today = (if (progress.practisedToday) Phrase.PROGRESS_TODAY else Phrase.PROGRESS_NOT_TODAY).text(),
        totals = listOf(
            Line(Phrase.PROGRESS_SESSIONS.text(), Phrase.VALUE_NUMBER.text(progress.sessions.toInt())),
            Line(Phrase.SUMMARY_REPS.text(), Phrase.VALUE_NUMBER.text(progress.reps.toLong())),
            Line(Phrase.PROGRESS_LONGEST.text(), Phrase.VALUE_NUMBER.text(progress.longestStreakDays.toInt())),
            Line(Phrase.PROGRESS_LIMIT.text(), degrees(progress.limitDeg)),
        ),
        trends = listOf(
            trend(Phrase.SUMMARY_CLEAN_DEPTH, Scale.DEGREES, progress.cleanDepthDeg),
            trend(Phrase.PROGRESS_CLEAN_SHARE, Scale.SHARE, progress.cleanShare),
            trend(Phrase.SUMMARY_HINGE_INDEX, Scale.INDEX, progress.hingeIndex),
        ),
        sessions = page.map(::row),
        hasMore = page.isFull(),
        isEmpty = page.isEmpty(),
    )

    private fun trend(title: Phrase, scale: Scale, trend: Trend) = TrendView(
        title = title.text(),
        scale = scale,
        points = trend.points,
        now = trend.now?.let { scale.words(it) } ?: Phrase.VALUE_CANT_TELL.text(),
        direction = directionPhrase(trend.direction).text(),
        firstDay = trend.points.firstOrNull()?.let { clock.day(it.atMs) },
        lastDay = trend.points.lastOrNull()?.let { clock.day(it.atMs) },
    )

    private fun row(entry: HistoryEntry) = SessionRow(
        id = entry.id,
        title = titleOf(entry.drill, entry.source, words),
        day = clock.day(entry.startedAtMs),
        reps = Phrase.LIVE_REPS.counted(entry.reps),
        clean = Phrase.PROGRESS_CLEAN.counted(entry.clean).takeIf { entry.reps > 0u },
        fault = entry.faults.firstOrNull()?.let(words::fault),
    )

    private fun List<HistoryEntry>.isFull() = size == PAGE.toInt()

    private companion object {
        const val PAGE = 30u
    }
}

private fun Scale.words(value: Double): Text = when (this) {
    Scale.DEGREES -> Phrase.VALUE_DEGREES.text(whole(value))
    Scale.SHARE -> Phrase.VALUE_PERCENT.text(whole(value * 100))
    Scale.INDEX -> Phrase.VALUE_NUMBER.text(whole(value))
}

internal fun directionPhrase(direction: Direction): Phrase = when (direction) {
    Direction.BETTER -> Phrase.TREND_BETTER
    Direction.SAME -> Phrase.TREND_SAME
    Direction.WORSE -> Phrase.TREND_WORSE
    Direction.TOO_FEW -> Phrase.TREND_TOO_FEW
}

/** A session is called by its drill, a video by its name. */
internal fun titleOf(drill: String?, source: String, words: CoreWords): Text = when {
    drill != null -> words.drill(drill)
    source == LIVE -> Phrase.SESSION_LIVE.text()
    else -> source.asText()
}

private const val LIVE = "live"
