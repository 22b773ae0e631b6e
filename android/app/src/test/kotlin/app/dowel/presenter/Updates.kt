package app.dowel.presenter

import app.dowel.core.Contacts
import app.dowel.core.Depth
import app.dowel.core.Ending
import app.dowel.core.Event
import app.dowel.core.EventKind
import app.dowel.core.Finished
import app.dowel.core.LiveUpdate
import app.dowel.core.Movement
import app.dowel.core.Priority
import app.dowel.core.SessionSummary
import app.dowel.core.SetSummary
import app.dowel.core.Stage
import app.dowel.core.Tally
import app.dowel.core.ViewReason

fun update(
    stage: Stage = Stage.Set,
    events: List<Event> = emptyList(),
    atS: Double = 1.0,
    reps: UInt = 0u,
    depth: Depth = Depth(null, null, null),
    contacts: Contacts? = null,
    finishedSet: SetSummary? = null,
    unsaved: UInt = 0u,
) = LiveUpdate(
    atS = atS,
    stage = stage,
    setIndex = 1u,
    sets = 3u,
    reps = reps,
    phase = null,
    depth = depth,
    body = null,
    contacts = contacts,
    stick = null,
    events = events,
    finishedSet = finishedSet,
    unsaved = unsaved,
)

fun event(text: String, priority: Priority = Priority.GUIDE, kind: EventKind = EventKind.SAY, id: String = "x", atS: Double = 1.0) =
    Event(atS = atS, id = id, kind = kind, priority = priority, text = text)

val TALLY = Tally(
    reps = 5u,
    clean = 3u,
    judged = 4u,
    attempts = 1u,
    cleanDepthDeg = 71.6,
    hingeIndex = 82u,
    wentWell = "well-hips_led",
    mended = null,
    change = "squatting",
    drill = "wall-tap",
    backUnseen = null,
)

fun set(tally: Tally = TALLY) = SetSummary(index = 0u, startS = 0.0, endS = 9.0, corrected = 0, tally = tally)

fun finished(ending: Ending = Ending.FINISHED, tally: Tally = TALLY, viewOk: Boolean = true, last: List<Event> = emptyList()) = Finished(
    session = 7,
    summary = SessionSummary(
        drill = "dowel-hinge",
        ending = ending,
        sets = listOf(set(tally)),
        total = tally,
        viewOk = viewOk,
        viewReasons = if (viewOk) emptyList() else listOf(ViewReason.TOO_DARK),
        movement = Movement.HINGE,
        painBefore = null,
        painAfter = null,
    ),
    last = update(Stage.Done(ending), events = last),
)
