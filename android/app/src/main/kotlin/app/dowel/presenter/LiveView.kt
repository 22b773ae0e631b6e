package app.dowel.presenter

import app.dowel.core.Contact
import app.dowel.core.Contacts
import app.dowel.core.Depth
import app.dowel.core.LiveUpdate
import app.dowel.core.NearBody
import app.dowel.core.PauseReason
import app.dowel.core.Stage
import app.dowel.core.Stick

/** What the live screen shows. */
data class LiveView(
    val stage: Text = Phrase.STAGE_SET_UP.text(),
    /** Which set of how many. */
    val set: Text? = null,
    val reps: Int = 0,
    val repsLabel: Text = Phrase.LIVE_REPS.counted(0u),
    /** The words being said, for whoever reads. */
    val caption: String? = null,
    /** What is only shown, as the name of a fault. */
    val shown: String? = null,
    val depth: DepthMeter = DepthMeter(),
    /** Empty while the back is not read. */
    val contacts: List<ContactMark> = emptyList(),
    val body: NearBody? = null,
    val stick: Stick? = null,
    /** The upright picture that body and stick lie on. */
    val picture: PictureSize? = null,
    val canPause: Boolean = false,
    val canResume: Boolean = false,
    val canCorrect: Boolean = false,
    /** During the rest: how the set before it went. */
    val rest: SetView? = null,
    /** What is wrong with camera, disk or heat, and what to do. */
    val notices: List<Text> = emptyList(),
    /** The camera was lost; the person can ask for it again. */
    val canAskForCamera: Boolean = false,
)

data class PictureSize(val widthPx: Int, val heightPx: Int)

/** Parts of the meter's length, 0 to 1; null where it is not known. */
data class DepthMeter(
    val now: Float? = null,
    val target: Float? = null,
    val limit: Float? = null,
    /** For the screen reader. */
    val label: Text = Phrase.LIVE_DEPTH_UNKNOWN.text(),
)

enum class Place { HEAD, MID_BACK, TAILBONE }

/** [label] tells place and state in words: the mark's colour never stands alone. */
data class ContactMark(val place: Place, val state: Contact, val label: Text)

private const val METER_DEG = 120.0

internal fun LiveView.after(update: LiveUpdate): LiveView = copy(
    stage = stageText(update.stage),
    set = Phrase.LIVE_SET.text(update.setIndex.toInt() + 1, update.sets.toInt()),
    reps = update.reps.toInt(),
    repsLabel = Phrase.LIVE_REPS.counted(update.reps),
    depth = meter(update.depth),
    contacts = update.contacts?.let(::marks).orEmpty(),
    body = update.body,
    stick = update.stick,
    canPause = update.stage is Stage.Set,
    canResume = (update.stage as? Stage.Paused)?.why == PauseReason.BY_HAND,
    canCorrect = update.stage is Stage.Set,
    rest = rest.takeIf { update.stage is Stage.Rest },
)

internal fun stageText(stage: Stage): Text = when (stage) {
    Stage.SetUp -> Phrase.STAGE_SET_UP
    Stage.HoldStill -> Phrase.STAGE_HOLD_STILL
    Stage.CountIn -> Phrase.STAGE_COUNT_IN
    Stage.Set -> Phrase.STAGE_SET
    is Stage.Paused -> when (stage.why) {
        PauseReason.LOST -> Phrase.STAGE_LOST
        PauseReason.BY_HAND -> Phrase.STAGE_PAUSED
    }
    Stage.Rest -> Phrase.STAGE_REST
    is Stage.Done -> Phrase.STAGE_DONE
}.text()

private fun meter(depth: Depth): DepthMeter {
    val part = { deg: Double? -> deg?.let { (it / METER_DEG).coerceIn(0.0, 1.0).toFloat() } }
    val label = depth.nowDeg?.let { Phrase.LIVE_DEPTH.text(whole(it)) } ?: Phrase.LIVE_DEPTH_UNKNOWN.text()
    return DepthMeter(part(depth.nowDeg), part(depth.targetDeg), part(depth.limitDeg), label)
}

private fun marks(contacts: Contacts): List<ContactMark> = listOf(
    mark(Place.HEAD, contacts.head),
    mark(Place.MID_BACK, contacts.midBack),
    mark(Place.TAILBONE, contacts.tailbone),
)

private fun mark(place: Place, state: Contact): ContactMark {
    val where = when (place) {
        Place.HEAD -> Phrase.PLACE_HEAD
        Place.MID_BACK -> Phrase.PLACE_MID_BACK
        Place.TAILBONE -> Phrase.PLACE_TAILBONE
    }
    val what = when (state) {
        Contact.TOUCHING -> Phrase.CONTACT_TOUCHING
        Contact.LIFTED -> Phrase.CONTACT_LIFTED
        Contact.CANT_TELL -> Phrase.CONTACT_CANT_TELL
    }
    return ContactMark(place, state, what.text(where.text()))
}
