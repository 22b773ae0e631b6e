package app.dowel

import app.dowel.core.BodyPoint
import app.dowel.core.Event
import app.dowel.core.LiveUpdate
import app.dowel.core.PastRep
import app.dowel.core.Point
import app.dowel.core.Stage
import com.google.gson.JsonArray
import com.google.gson.JsonElement
import com.google.gson.JsonNull
import com.google.gson.JsonObject
import com.google.gson.JsonPrimitive

// What crosses, in the shape of expected.json.

fun word(value: Enum<*>?): JsonElement = value?.let { JsonPrimitive(it.name.lowercase()) } ?: JsonNull.INSTANCE

private fun number(value: Number?): JsonElement = value?.let { JsonPrimitive(it) } ?: JsonNull.INSTANCE

private fun numbers(vararg values: Double) = JsonArray().apply { values.forEach { add(it) } }

private fun BodyPoint?.shown(): JsonElement =
    if (this == null) JsonNull.INSTANCE else numbers(xPx, yPx, visibility)

private fun Point?.shown(): JsonElement = if (this == null) JsonNull.INSTANCE else numbers(xPx, yPx)

private fun json(vararg members: Pair<String, JsonElement>) =
    JsonObject().apply { members.forEach { (name, value) -> add(name, value) } }

/** What a screen draws of an update. */
fun LiveUpdate.shown(): JsonObject = json(
    "at_s" to number(atS),
    "set_index" to number(setIndex.toLong()),
    "reps" to number(reps.toLong()),
    "depth_deg" to number(depth.nowDeg),
    "phase" to word(phase),
    "shoulder" to body?.shoulder.shown(),
    "hip" to body?.hip.shown(),
    "toe" to body?.toe.shown(),
    "contacts" to (
        contacts?.let { json("head" to word(it.head), "mid_back" to word(it.midBack), "tailbone" to word(it.tailbone)) }
            ?: JsonNull.INSTANCE
        ),
    "stick" to (
        stick?.let {
            json(
                "from" to it.lower.shown(),
                "to" to it.upper.shown(),
                "tailbone" to it.tailbone.shown(),
                "mid_back" to it.midBack.shown(),
                "head" to it.head.shown(),
            )
        } ?: JsonNull.INSTANCE
        ),
    "set_ended" to JsonPrimitive(finishedSet != null),
)

/** A frame of expected.json, without what only the core knows. */
fun drawn(frame: JsonObject): JsonObject = frame.deepCopy().apply {
    (get("contacts") as? JsonObject)?.remove("first_lost_s")
}

fun Event.shown(): JsonObject = json(
    "at_s" to number(atS),
    "id" to JsonPrimitive(id),
    "kind" to word(kind),
    "priority" to word(priority),
    "text" to JsonPrimitive(text),
)

fun Stage.shown(): JsonObject = when (this) {
    Stage.SetUp -> json("stage" to JsonPrimitive("set_up"))
    Stage.HoldStill -> json("stage" to JsonPrimitive("hold_still"))
    Stage.CountIn -> json("stage" to JsonPrimitive("count_in"))
    Stage.Set -> json("stage" to JsonPrimitive("set"))
    Stage.Rest -> json("stage" to JsonPrimitive("rest"))
    is Stage.Paused -> json("stage" to JsonPrimitive("paused"), "why" to word(why))
    is Stage.Done -> json("stage" to JsonPrimitive("done"), "why" to word(ending))
}

/** A repetition with every fact, as far as expected.json's session has it under the same name. */
fun PastRep.shown(): JsonObject = json(
    "index" to number(index.toLong()),
    "start_s" to number(startS),
    "bottom_s" to number(bottomS),
    "end_s" to number(endS),
    "counted" to JsonPrimitive(counted),
    "attempt_reason" to word(attemptReason),
    "hip_flexion_deg" to number(hipFlexionDeg),
    "knee_flexion_deg" to number(kneeFlexionDeg),
    "trunk_lean_deg" to number(trunkLeanDeg),
    "hinge_index" to number(hingeIndex.toLong()),
    "tempo_s" to json("down" to number(tempoS.down), "pause" to number(tempoS.pause), "up" to number(tempoS.up)),
    "dowel" to json(
        "head" to word(contacts.head),
        "mid_back" to word(contacts.midBack),
        "tailbone" to word(contacts.tailbone),
        "first_lost_s" to number(firstLostS),
    ),
    "clean_depth_deg" to number(cleanDepthDeg),
    "faults" to JsonArray().also { faults ->
        this.faults.forEach {
            faults.add(
                json(
                    "id" to JsonPrimitive(it.id),
                    "verdict" to word(it.verdict),
                    "severity" to number(it.severity),
                    "onset_s" to number(it.onsetS),
                    "phase" to word(it.phase),
                    "reason" to word(it.reason),
                ),
            )
        }
    },
)
