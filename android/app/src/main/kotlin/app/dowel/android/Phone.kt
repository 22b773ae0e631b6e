package app.dowel.android

import android.content.Context
import android.os.Build
import android.os.Handler
import android.os.Looper
import android.os.PowerManager
import android.os.SystemClock
import android.os.VibrationEffect
import android.os.Vibrator
import app.dowel.platform.Clock
import app.dowel.platform.Haptics
import app.dowel.platform.Heat
import app.dowel.platform.Tap
import app.dowel.platform.Threads
import java.text.DateFormat
import java.util.Date
import java.util.Locale
import java.util.TimeZone
import java.util.concurrent.Executors

/** A service that every phone has. */
internal inline fun <reified T : Any> Context.service(): T =
    checkNotNull(getSystemService(T::class.java)) { "${T::class.java.simpleName} is part of every Android" }

/** Two threads besides the main one: the frames never wait for a file. */
class PhoneThreads : Threads, AutoCloseable {
    private val main = Handler(Looper.getMainLooper())
    private val io = Executors.newSingleThreadExecutor { Thread(it, "dowel-io") }
    private val frames = Executors.newSingleThreadExecutor { Thread(it, "dowel-frames") }

    override fun io(work: () -> Unit) = io.execute(work)

    override fun frames(work: () -> Unit) = frames.execute(work)

    override fun main(work: () -> Unit) {
        main.post(work)
    }

    /** What was asked for before is still done. */
    override fun close() {
        frames.shutdown()
        io.shutdown()
    }
}

/** [locale]: in which days are written. */
class PhoneClock(private val locale: () -> Locale) : Clock {
    override fun nowMs() = System.currentTimeMillis()

    override fun utcOffsetMin() = TimeZone.getDefault().getOffset(nowMs()) / MS_PER_MIN

    override fun elapsedNs() = SystemClock.elapsedRealtimeNanos()

    override fun day(atMs: Long): String = DateFormat.getDateInstance(DateFormat.LONG, locale()).format(Date(atMs))

    private companion object {
        const val MS_PER_MIN = 60_000
    }
}

class PhoneHaptics(context: Context) : Haptics {
    private val vibrator: Vibrator? = context.getSystemService(Vibrator::class.java)?.takeIf { it.hasVibrator() }

    override fun tap(tap: Tap) {
        vibrator?.vibrate(effect(tap))
    }

    private fun effect(tap: Tap): VibrationEffect = when (tap) {
        Tap.REP -> VibrationEffect.createOneShot(REP_MS, VibrationEffect.DEFAULT_AMPLITUDE)
        Tap.LIMIT -> VibrationEffect.createWaveform(longArrayOf(0, REP_MS, REP_MS, REP_MS), ONCE)
        Tap.SET_DONE -> VibrationEffect.createOneShot(SET_DONE_MS, VibrationEffect.DEFAULT_AMPLITUDE)
    }

    private companion object {
        const val REP_MS = 60L
        const val SET_DONE_MS = 400L
        const val ONCE = -1
    }
}

/** Tells how warm the phone is, as long as it is watched. Phones before Android 10 do not tell. */
class HeatWatch(context: Context, private val tell: (Heat) -> Unit) : AutoCloseable {
    private val power = context.service<PowerManager>()
    private var stop: () -> Unit = {}

    init {
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.Q) {
            val listener = PowerManager.OnThermalStatusChangedListener { tell(heatOf(it)) }
            power.addThermalStatusListener(listener)
            stop = { power.removeThermalStatusListener(listener) }
        }
    }

    override fun close() = stop()

    private fun heatOf(status: Int): Heat = when {
        status >= PowerManager.THERMAL_STATUS_CRITICAL -> Heat.TOO_HOT
        status >= PowerManager.THERMAL_STATUS_SEVERE -> Heat.HOT
        status >= PowerManager.THERMAL_STATUS_MODERATE -> Heat.WARM
        else -> Heat.COOL
    }
}
