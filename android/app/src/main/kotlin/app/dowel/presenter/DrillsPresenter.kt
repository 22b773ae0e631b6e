package app.dowel.presenter

import app.dowel.core.CoachInterface
import app.dowel.core.Drill
import app.dowel.core.DrillKind
import app.dowel.core.Picture
import app.dowel.core.PlanOptions
import app.dowel.core.Prop
import app.dowel.core.Watch
import app.dowel.platform.CameraProblem
import app.dowel.platform.Threads

data class DrillsState(
    val groups: List<DrillGroup> = emptyList(),
    /** The drill that is open. */
    val page: DrillPage? = null,
    val problem: Text? = null,
    /** Why no session can begin. */
    val camera: CameraProblem? = null,
    /** What was done is not all written yet; `saveAgain` tries to. */
    val unsaved: Text? = null,
)

data class DrillGroup(val title: Text, val drills: List<DrillRow>)

data class DrillRow(
    val id: String,
    val name: String,
    val purpose: String,
    /** The camera counts and judges; else the voice keeps the time. */
    val isWatched: Boolean,
    val watch: Text,
    val picture: Picture,
)

data class DrillPage(
    val id: String,
    val name: String,
    val purpose: String,
    val picture: Picture,
    /** What the picture shows, for who does not see it. */
    val pictureText: String,
    val setup: String,
    val camera: String,
    val feel: String,
    val needs: List<Text>,
    val sets: Int,
    val reps: Int,
    val setsLabel: Text,
    val repsLabel: Text,
    /** 0 to 10; null when the person did not say. */
    val painBefore: Int?,
    val easier: DrillLink?,
    val harder: DrillLink?,
)

/** Choosing what to practise, and how much of it. */
class DrillsPresenter(private val coach: CoachInterface, threads: Threads) :
    Presenter<DrillsState>(DrillsState(), threads) {
    private val words = CoreWords(coach)
    private var drills: List<Drill> = emptyList()

    fun load() = ask(coach::drills, ::fail) { all ->
        drills = all
        state = state.copy(groups = DrillKind.entries.mapNotNull(::group), page = null)
    }

    /** Something that happened elsewhere, told where the person is. */
    fun tell(notice: Text?) {
        state = state.copy(problem = notice)
    }

    /** Whether a session that was let go of still waits to be written. */
    fun checkSaved() = ask(coach::unsaved, ::fail) { waiting ->
        state = state.copy(unsaved = Phrase.NOTICE_UNSAVED.text().takeIf { waiting > 0u })
    }

    fun saveAgain() = ask(coach::saveAgain, ::fail) { state = state.copy(unsaved = null, problem = null) }

    fun open(id: String) {
        val drill = drills.find { it.id == id } ?: return
        // The page that is open keeps what was chosen on it.
        if (state.page?.id != id) state = state.copy(page = page(drill), problem = null, camera = null)
    }

    /** The camera was refused: nothing can begin. */
    fun refuse(problem: CameraProblem) {
        state = state.copy(problem = problemOf(problem), camera = problem)
    }

    fun close() {
        state = state.copy(page = null, problem = null, camera = null)
    }

    fun changeSets(by: Int) = change { copy(sets = (sets + by).coerceIn(1, MOST_SETS)).labelled() }

    fun changeReps(by: Int) = change { copy(reps = (reps + by).coerceIn(1, MOST_REPS)).labelled() }

    fun sayPain(level: Int?) = change { copy(painBefore = level?.coerceIn(PAIN_LEVELS)) }

    /** What the open page asks for. */
    fun plan(): PlanOptions? = state.page?.let {
        PlanOptions(
            drill = it.id,
            sets = it.sets.toUInt(),
            reps = it.reps.toUInt(),
            painBefore = it.painBefore?.toUByte(),
        )
    }

    private fun change(how: DrillPage.() -> DrillPage) {
        state = state.copy(page = state.page?.how())
    }

    private fun fail(error: Exception) {
        state = state.copy(problem = problemOf(error))
    }

    private fun group(kind: DrillKind): DrillGroup? {
        val title = when (kind) {
            DrillKind.HINGE -> Phrase.DRILLS_HINGE
            DrillKind.SUPPORT -> Phrase.DRILLS_SUPPORT
            DrillKind.EVERYDAY -> Phrase.DRILLS_EVERYDAY
        }
        val rows = drills.filter { it.kind == kind }.map(::row)
        return DrillGroup(title.text(), rows).takeIf { rows.isNotEmpty() }
    }

    private fun row(drill: Drill): DrillRow {
        val watch = when (drill.watch) {
            Watch.HINGE -> Phrase.DRILLS_WATCHED
            Watch.PACED -> Phrase.DRILLS_PACED
        }
        return DrillRow(drill.id, drill.name, drill.purpose, drill.watch == Watch.HINGE, watch.text(), drill.picture)
    }

    private fun page(drill: Drill) = DrillPage(
        id = drill.id,
        name = drill.name,
        purpose = drill.purpose,
        picture = drill.picture,
        pictureText = drill.pictureText,
        setup = drill.setup,
        camera = drill.cameraText,
        feel = drill.feel,
        needs = drill.needs.map(::need),
        sets = drill.dose.sets.toInt(),
        reps = drill.dose.reps.toInt(),
        setsLabel = Phrase.DRILL_SETS.counted(drill.dose.sets),
        repsLabel = Phrase.DRILL_REPS.counted(drill.dose.reps),
        painBefore = null,
        easier = drill.easier?.let(::link),
        harder = drill.harder?.let(::link),
    )

    private fun need(prop: Prop): Text = words.of("prop-${prop.name.lowercase()}-name")

    private fun link(id: String) = DrillLink(id, words.drill(id))

    private fun DrillPage.labelled() = copy(
        setsLabel = Phrase.DRILL_SETS.counted(sets.toUInt()),
        repsLabel = Phrase.DRILL_REPS.counted(reps.toUInt()),
    )

    private companion object {
        const val MOST_SETS = 20
        const val MOST_REPS = 200
    }
}
