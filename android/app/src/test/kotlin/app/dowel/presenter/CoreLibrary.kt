package app.dowel.presenter

import app.dowel.core.CameraPlace
import app.dowel.core.Coach
import app.dowel.core.Dose
import app.dowel.core.Drill
import app.dowel.core.DrillKind
import app.dowel.core.LimitsSection
import app.dowel.core.Picture
import app.dowel.core.Places
import app.dowel.core.Prop
import app.dowel.core.Tempo
import app.dowel.core.Watch
import com.google.gson.JsonArray
import com.google.gson.JsonObject
import com.google.gson.JsonParser
import java.io.File
import kotlin.io.path.createTempDirectory

/**
 * The core's own drills and words, read from its files, so that a screen is drawn with what it will really show also
 * where the core's library is not at hand. Words with values in them are not worked out.
 */
class CoreLibrary(language: String) {
    private val core = File(System.getProperty("android.folder"), "../core/src")
    private val words: Map<String, String> =
        File(core, "words/$language").listFiles { file -> file.extension == "ftl" }!!.flatMap { messages(it.readLines()) }.toMap()

    val drills: List<Drill> by lazy {
        JsonParser.parseReader(File(core, "drills/drills.json").reader()).asJsonArray.map { drill(it.asJsonObject) }
    }

    /** Drawn by the core itself, where its library is at hand; else there are none. */
    private val pictures: Map<String, Picture> by lazy {
        if (System.getProperty("jna.library.path").isNullOrEmpty()) return@lazy emptyMap()
        val folder = createTempDirectory("dowel").toFile()
        val places = Places(store = File(folder, "dowel.db").path, models = folder.path, runtime = "not needed")
        Coach.open(places).use { coach -> coach.drills().associate { it.id to it.picture } }.also { folder.deleteRecursively() }
    }

    val limits: List<LimitsSection> = File(core, "words/$language/limits.ftl").readText().split("\n\n").filter { "-title = " in it }
        .map { limitsSection(it.lines()) }

    private fun limitsSection(lines: List<String>) = LimitsSection(
        title = lines.first { "-title = " in it }.substringAfter(" = "),
        lines = lines.filter { it.startsWith("    ") }.map(String::trim),
    )

    fun text(id: String): String = words[id]?.let { REFERENCE.replace(it) { found -> text(found.groupValues[1]) } } ?: id

    private fun messages(lines: List<String>): List<Pair<String, String>> =
        lines.mapNotNull { MESSAGE.matchEntire(it) }.map { it.groupValues[1] to it.groupValues[2] }

    private fun drill(json: JsonObject): Drill {
        val id = json["id"].asString
        val dose = json.getAsJsonObject("dose")
        return Drill(
            id = id,
            kind = DrillKind.valueOf(json["kind"].asString.uppercase()),
            watch = Watch.valueOf(json["watch"].asString.uppercase()),
            camera = CameraPlace.valueOf(json["camera"].asString.uppercase()),
            dose = Dose(dose["sets"].asInt.toUInt(), dose["reps"].asInt.toUInt(), dose["rest_s"].asDouble, tempo(dose)),
            needs = json.getAsJsonArray("needs").strings().map { Prop.valueOf(it.uppercase()) },
            watched = json.getAsJsonArray("watched").strings(),
            mends = json.getAsJsonArray("mends").strings(),
            easier = json.words("easier"),
            harder = json.words("harder"),
            name = text("drill-$id-name"),
            purpose = text("drill-$id-purpose"),
            setup = text("drill-$id-setup"),
            cameraText = text("drill-$id-camera"),
            feel = text("drill-$id-feel"),
            picture = pictures[id] ?: Picture(emptyList()),
            pictureText = text("drawing-of-drill"),
        )
    }

    private fun tempo(dose: JsonObject): Tempo? = dose["tempo_s"].takeUnless { it.isJsonNull }?.asJsonObject?.let {
        Tempo(it["down"].asDouble, it["pause"].asDouble, it["up"].asDouble)
    }

    private fun JsonArray.strings() = map { it.asString }

    private fun JsonObject.words(name: String) = get(name).takeUnless { it.isJsonNull }?.asString

    private companion object {
        val MESSAGE = Regex("([a-z0-9_-]+) = (.+)")
        val REFERENCE = Regex("\\{ ([a-z][a-z0-9_-]+) }")
    }
}
