package app.dowel.presenter

import app.dowel.core.CameraPlace
import app.dowel.core.ClipAnalysis
import app.dowel.core.ClipSummary
import app.dowel.core.ClipUpdate
import app.dowel.core.CoachInterface
import app.dowel.core.DowelException
import app.dowel.core.Dose
import app.dowel.core.Drill
import app.dowel.core.DrillKind
import app.dowel.core.FeelingAnswer
import app.dowel.core.Felt
import app.dowel.core.Finished
import app.dowel.core.FrameInfo
import app.dowel.core.HistoryEntry
import app.dowel.core.LimitsSection
import app.dowel.core.LiveSession
import app.dowel.core.LiveUpdate
import app.dowel.core.ModelSize
import app.dowel.core.NoHandle
import app.dowel.core.PastSession
import app.dowel.core.Picture
import app.dowel.core.PlanOptions
import app.dowel.core.Progress
import app.dowel.core.Prop
import app.dowel.core.Settings
import app.dowel.core.Speed
import app.dowel.core.TextValue
import app.dowel.core.Watch
import app.dowel.core.YuvLayout
import java.nio.ByteBuffer

/** A coach that answers what a test has laid ready, and remembers what it was asked. */
class FakeCoach : CoachInterface {
    val asked = mutableListOf<String>()
    var fails: Exception? = null
    var kept = SETTINGS
    var session = FakeSession()
    var clip = FakeClip()
    var drills = listOf(drill("wall-tap"), drill("dowel-hinge", easier = "wall-tap"), drill("leg-circles", DrillKind.SUPPORT))
    var pages = ArrayDeque<List<HistoryEntry>>()
    var progress: Progress? = null
    var past: PastSession? = null
    var aside: String? = null
    var unsaved = 0u
    var limits = listOf(LimitsSection("Light", listOf("It needs light.", "And more.")))
    var feeling = FeelingAnswer(emptyList(), null, null)
    var words: (String) -> String = { "[$it]" }

    private fun <R> answer(question: String, give: () -> R): R {
        asked += question
        fails?.let { throw it }
        return give()
    }

    override fun begin(options: PlanOptions, startedAtMs: Long) =
        answer("begin ${options.drill} ${options.sets} ${options.reps} ${options.painBefore} $startedAtMs") { session as LiveSession }

    override fun beginClip(name: String, startedAtMs: Long) = answer("clip $name") { clip as ClipAnalysis }

    override fun correctSet(id: Long, set: UInt, by: Int) = answer("correct $id $set $by") { 5u }

    override fun drills() = answer("drills") { drills }

    override fun erase(id: Long) = answer("erase $id") {}

    override fun eraseAll() = answer("erase all") {}

    override fun exportCsv(ids: List<Long>) = answer("csv $ids") { "a;b" }

    override fun exportJson(ids: List<Long>) = answer("json $ids") { "{}" }

    override fun history(before: Long?, limit: UInt) = answer("history $before $limit") { pages.removeFirst() }

    override fun limits() = answer("limits") { limits }

    override fun measureSpeed() = answer("measure") { Speed(36.4, ModelSize.LITE) }

    override fun noteFeeling(id: Long, painAfter: UByte?, felt: List<Felt>) = answer("felt $id $painAfter $felt") { feeling }

    override fun progress(nowMs: Long, utcOffsetMin: Int) =
        answer("progress $nowMs $utcOffsetMin") { progress!! }

    override fun reportHtml(id: Long, drawnUp: String) = answer("html $id $drawnUp") { "<html>" }

    override fun saveAgain() = answer("save again") { unsaved = 0u }

    override fun session(id: Long) = answer("session $id") { past!! }

    override fun setAside() = answer("set aside") { aside }

    override fun setSettings(settings: Settings) = answer("settings") { kept = settings }

    override fun settings() = answer("settings?") { kept }

    override fun unsaved() = answer("unsaved") { unsaved }

    override fun text(id: String) = words(id)

    override fun textWith(id: String, values: Map<String, TextValue>) =
        "[$id ${values.map { (name, value) -> "$name ${(value as TextValue.Text).text}" }.joinToString()}]"
}

class FakeSession : LiveSession(NoHandle) {
    val updates = ArrayDeque<LiveUpdate>()
    val commands = mutableListOf<String>()
    val rotations = mutableListOf<FrameInfo>()
    var fails: DowelException? = null
    var finishFails: DowelException? = null
    var finished: Finished? = null
    var isClosed = false

    override fun pushYuv420(y: ByteBuffer, u: ByteBuffer, v: ByteBuffer, layout: YuvLayout, info: FrameInfo): LiveUpdate {
        check(!isClosed) { "LiveSession object has already been destroyed" }
        rotations += info
        fails?.let { throw it }
        return updates.removeFirst()
    }

    override fun pause() = command("pause")

    override fun resume() = command("resume")

    override fun correctReps(by: Int) = command("correct $by")

    override fun reportPain(level: UByte) = command("pain $level")

    private fun command(command: String) {
        commands += command
        fails?.let { throw it }
    }

    override fun finish(): Finished {
        commands += "finish"
        finishFails?.let { throw it }
        return finished!!
    }

    override fun close() {
        isClosed = true
    }
}

class FakeClip : ClipAnalysis(NoHandle) {
    var pushed = 0
    var onPush: () -> Unit = {}
    var isClosed = false
    var summary: ClipSummary? = null

    override fun pushYuv420(y: ByteBuffer, u: ByteBuffer, v: ByteBuffer, layout: YuvLayout, info: FrameInfo): ClipUpdate {
        pushed++
        onPush()
        return ClipUpdate(info.tS, pushed.toUInt())
    }

    override fun finish() = summary!!

    override fun close() {
        isClosed = true
    }
}

fun drill(id: String, kind: DrillKind = DrillKind.HINGE, easier: String? = null) = Drill(
    id = id,
    kind = kind,
    watch = if (kind == DrillKind.HINGE) Watch.HINGE else Watch.PACED,
    camera = CameraPlace.SIDE_AT_HIP_HEIGHT,
    dose = Dose(sets = 3u, reps = 8u, restS = 60.0, tempoS = null),
    needs = listOf(Prop.STICK),
    watched = listOf("squatting"),
    mends = emptyList(),
    easier = easier,
    harder = null,
    name = "Name of $id",
    purpose = "purpose",
    setup = "setup",
    cameraText = "camera",
    feel = "feel",
    picture = Picture(emptyList()),
    pictureText = "Drawing of $id",
)
