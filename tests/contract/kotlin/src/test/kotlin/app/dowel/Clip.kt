package app.dowel

import app.dowel.core.Coach
import app.dowel.core.FrameInfo
import app.dowel.core.ModelSize
import app.dowel.core.Places
import app.dowel.core.Rotation
import app.dowel.core.Tilt
import app.dowel.core.YuvColor
import app.dowel.core.YuvLayout
import app.dowel.core.YuvMatrix
import com.google.gson.JsonObject
import com.google.gson.JsonParser
import java.io.File
import java.nio.ByteBuffer
import java.nio.channels.FileChannel
import java.nio.file.Path
import java.nio.file.StandardOpenOption

/** The demo clip's frames, and what the core alone made of them; `cargo xtask test` prepares both. */
object Clip {
    private val folder = File(System.getenv("DOWEL_CONTRACT"))
    private val home = File(System.getenv("DOWEL_HOME"))

    val expected: JsonObject = JsonParser.parseString(folder.resolve("expected.json").readText()).asJsonObject
    val width = expected["width_px"].asInt
    val height = expected["height_px"].asInt
    val fps = expected["fps"].asDouble
    val startedAtMs = expected["started_at_ms"].asLong

    private val color = YuvColor(YuvMatrix.BT601, fullRange = false)
    val i420 = YuvLayout(width.toUInt(), (width / 2).toUInt(), 1u, color)
    val nv12 = YuvLayout(width.toUInt(), width.toUInt(), 2u, color)

    /** Each frame in a direct buffer of its own, as a camera gives it. */
    fun frames(): Sequence<ByteBuffer> = sequence {
        FileChannel.open(folder.resolve("frames.yuv").toPath(), StandardOpenOption.READ).use { file ->
            while (true) {
                val picture = ByteBuffer.allocateDirect(width * height * 3 / 2)
                while (picture.hasRemaining() && file.read(picture) >= 0) Unit
                if (picture.hasRemaining()) break
                yield(picture.flip())
            }
        }
    }

    /** The planes y, u and v. The position of a buffer is ignored, so each is a slice. */
    fun planes(picture: ByteBuffer): List<ByteBuffer> {
        val (y, chroma) = Pair(width * height, width * height / 4)
        return listOf(picture.slice(0, y), picture.slice(y, chroma), picture.slice(y + chroma, chroma))
    }

    fun info(
        index: Int,
        width: UInt = this.width.toUInt(),
        height: UInt = this.height.toUInt(),
        rotation: Rotation = Rotation.NONE,
        tS: Double = index / fps,
        tilt: Tilt? = null,
    ) = FrameInfo(width, height, rotation, tS, tilt)

    fun places(folder: Path, store: String = "coach.db") = Places(
        store = folder.resolve(store).toString(),
        models = home.resolve("models").path,
        runtime = home.resolve("runtime/libonnxruntime.so").path,
    )

    fun coach(folder: Path): Coach {
        val coach = Coach.open(places(folder))
        coach.setSettings(coach.settings().copy(model = ModelSize.LITE))
        return coach
    }
}
