package app.dowel.presenter

import app.dowel.core.CueFrequency
import app.dowel.core.Language
import app.dowel.core.PracticeDays
import app.dowel.core.Settings
import app.dowel.core.Tilt
import app.dowel.core.YuvColor
import app.dowel.core.YuvMatrix
import app.dowel.platform.Camera
import app.dowel.platform.CameraFrame
import app.dowel.platform.CameraListener
import app.dowel.platform.Clock
import app.dowel.platform.Haptics
import app.dowel.platform.Screen
import app.dowel.platform.Speaker
import app.dowel.platform.Tap
import app.dowel.platform.Threads
import java.nio.ByteBuffer

/** Everything at once, in the order in which it is asked for. */
object AtOnce : Threads {
    override fun io(work: () -> Unit) = work()
    override fun frames(work: () -> Unit) = work()
    override fun main(work: () -> Unit) = work()
}

/** Nothing happens until the test says so. */
class Stepped : Threads {
    val io = ArrayDeque<() -> Unit>()
    val frames = ArrayDeque<() -> Unit>()
    val main = ArrayDeque<() -> Unit>()

    override fun io(work: () -> Unit) {
        io += work
    }

    override fun frames(work: () -> Unit) {
        frames += work
    }

    override fun main(work: () -> Unit) {
        main += work
    }

    fun ArrayDeque<() -> Unit>.runAll() {
        while (isNotEmpty()) removeFirst()()
    }

    fun settle() {
        while (io.isNotEmpty() || frames.isNotEmpty() || main.isNotEmpty()) {
            io.runAll()
            frames.runAll()
            main.runAll()
        }
    }
}

class TestFrame(
    override val timestampNs: Long = 0,
    override val rotationDeg: Int = 0,
    override val widthPx: Int = 64,
    override val heightPx: Int = 48,
) : CameraFrame {
    var closed = 0
    override val y: ByteBuffer = ByteBuffer.allocateDirect(widthPx * heightPx)
    override val u: ByteBuffer = ByteBuffer.allocateDirect(widthPx * heightPx / 4)
    override val v: ByteBuffer = ByteBuffer.allocateDirect(widthPx * heightPx / 4)
    override val yRowStride = widthPx
    override val chromaRowStride = widthPx / 2
    override val chromaPixelStride = 1
    override val color = YuvColor(YuvMatrix.BT601, false)
    override val tilt: Tilt? = null

    override fun close() {
        closed++
    }
}

class TestCamera : Camera {
    var listener: CameraListener? = null
    var opened = 0

    override fun open(listener: CameraListener) {
        this.listener = listener
        opened++
    }

    override fun close() {
        listener = null
    }
}

class TestSpeaker : Speaker {
    val said = mutableListOf<String>()
    var stopped = 0
    var language: Language? = null
    var rate = 0.0

    override fun say(line: String, interrupts: Boolean) {
        said += if (interrupts) "!$line" else line
    }

    override fun stop() {
        stopped++
    }

    override fun use(language: Language, rate: Double) {
        this.language = language
        this.rate = rate
    }
}

class TestHaptics : Haptics {
    val taps = mutableListOf<Tap>()

    override fun tap(tap: Tap) {
        taps += tap
    }
}

class TestScreen : Screen {
    var isKeptOn = false
    var flashes = 0
    val announced = mutableListOf<Text>()

    override fun keepOn(on: Boolean) {
        isKeptOn = on
    }

    override fun flash() {
        flashes++
    }

    override fun announce(text: Text) {
        announced += text
    }
}

class TestClock : Clock {
    var elapsed = 0L

    /** How far the clock runs between two looks at it. */
    var stepNs = 0L

    override fun nowMs() = 1_000L
    override fun utcOffsetMin() = 60
    override fun elapsedNs(): Long {
        elapsed += stepNs
        return elapsed
    }

    override fun day(atMs: Long) = "day $atMs"
}

val SETTINGS = Settings(
    language = Language.GERMAN,
    cueFrequency = CueFrequency.NORMAL,
    countsTempo = true,
    voice = true,
    speechRate = 1.2,
    model = null,
    practiceDays = PracticeDays.PerWeek(3u),
    hasReadSafety = false,
)
