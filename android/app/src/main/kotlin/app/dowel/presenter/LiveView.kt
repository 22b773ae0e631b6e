package app.dowel.presenter

import app.dowel.core.Contact
import app.dowel.core.Contacts
import app.dowel.core.Depth
import app.dowel.core.LiveUpdate
import app.dowel.core.NearBody
import app.dowel.core.PauseReason
import app.dowel.core.Stage
import app.dowel.core.Stick
import app.dowel.platform.CameraProblem

/** What the live screen shows. */
data class LiveView(
    val stage: Text = Phrase.STAGE_SET_UP.text(),
    /** Repetitions are being done. */
    val isInSet: Boolean = false,
    /** What to mend about phone, light or place. */
    val hint: Hint? = null,
    /** Which set of how many. */
    val set: Text? = null,
    val reps: Int = 0,
    /** What is counted, without the number. */
    val repsUnit: Text = Phrase.LIVE_REPS_UNIT.counted(0u),
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
    /** Seconds until the next set begins. */
    val restLeft: Line? = null,
    /** During the rest: how the set before it went. */
    val rest: SetView? = null,
    /** What is wrong with disk or heat, and what to do. */
    val notices: List<Text> = emptyList(),
    /** Why there is no picture, and in words what to do. */
    val camera: CameraProblem? = null,
    val cameraText: Text? = null,
    /** Nothing was done yet: a turned phone only begins anew. */
    val mayTurn: Boolean = true,
)

/** What the core asks to be mended before a set, each with a picture of its own. */
enum class Hint(val id: String) {
    TOO_DARK("hint-too_dark"),
    CAMERA_MOVING("hint-camera_moving"),
    PHONE_TILTED("hint-phone_tilted"),
    NO_PERSON("hint-no_person"),
    SEVERAL_PEOPLE("hint-several_people"),
    OUT_OF_FRAME("hint-out_of_frame"),
    TOO_CLOSE("hint-too_close"),
    TOO_FAR("hint-too_far"),
    NOT_SIDE_ON("hint-not_side_on"),
}

data class PictureSize(val widthPx: Int, val heightPx: Int)

/** Parts of the meter's length, 0 to 1; null where it is not known. */
data class DepthMeter(
    val now: Float? = null,
    val target: Float? = null,
    val limit: Float? = null,
    /** Degrees now; null where they are not known. */
    val value: Text? = null,
    /** For the screen reader: the depth, and what the notches stand for. */
    val labels: List<Text> = listOf(Phrase.LIVE_DEPTH_UNKNOWN.text()),
)

enum class Place { HEAD, MID_BACK, TAILBONE }

/** [label] tells place and state in words: the mark's colour never stands alone. */
data class ContactMark(val place: Place, val state: Contact, val label: Text)

private const val METER_DEG = 120.0
private const val MENDED = "say-right"

internal fun LiveView.after(update: LiveUpdate): LiveView = copy(
    stage = stageText(update.stage),
    isInSet = update.stage is Stage.Set,
    hint = hintAfter(hint, update),
    set = Phrase.LIVE_SET.text(update.setIndex.toInt() + 1, update.sets.toInt()),
    reps = update.reps.toInt(),
    repsUnit = Phrase.LIVE_REPS_UNIT.counted(update.reps),
    depth = meter(update.depth),
    contacts = update.contacts?.let(::marks).orEmpty(),
    body = update.body,
    stick = update.stick,
    canPause = update.stage is Stage.Set,
    canResume = (update.stage as? Stage.Paused)?.why == PauseReason.BY_HAND,
    canCorrect = update.stage is Stage.Set || update.stage is Stage.Paused,
    rest = rest.takeIf { update.stage is Stage.Rest },
)

/** It stays until another one comes, it is mended, or the set-up is over. */
private fun hintAfter(before: Hint?, update: LiveUpdate): Hint? {
    if (update.stage !is Stage.SetUp) return null
    return update.events.fold(before) { hint, event ->
        if (event.id == MENDED) null else Hint.entries.find { it.id == event.id } ?: hint
    }
}

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
    val value = depth.nowDeg?.let { Phrase.VALUE_DEGREES.text(whole(it)) }
    val labels = listOfNotNull(
        depth.nowDeg?.let { Phrase.LIVE_DEPTH.text(whole(it)) } ?: Phrase.LIVE_DEPTH_UNKNOWN.text(),
        depth.targetDeg?.let { Phrase.LIVE_TARGET.text(whole(it)) },
        depth.limitDeg?.let { Phrase.LIVE_LIMIT.text(whole(it)) },
    )
    return DepthMeter(part(depth.nowDeg), part(depth.targetDeg), part(depth.limitDeg), value, labels)
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
