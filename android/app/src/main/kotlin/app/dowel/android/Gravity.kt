package app.dowel.android

import android.content.Context
import android.hardware.Sensor
import android.hardware.SensorEvent
import android.hardware.SensorEventListener
import android.hardware.SensorManager
import app.dowel.core.Tilt
import kotlin.math.asin
import kotlin.math.atan2
import kotlin.math.hypot

/** Which way is up, along the phone's own axes: to the right, to the top, out of the screen. In any unit. */
data class Gravity(val right: Double, val top: Double, val out: Double) {
    /** [displayDeg]: the clockwise turn of the screen. Null where there is no weight to feel. */
    fun tilt(displayDeg: Int): Tilt? {
        val inScreen = hypot(right, top)
        val all = hypot(inScreen, out)
        if (all == 0.0) return null
        // A phone that lies flat has no upright edge.
        val isFlat = inScreen < all * FLAT
        val roll = if (isFlat) 0.0 else wrapped(Math.toDegrees(atan2(right, top)) - displayDeg)
        return Tilt(rollDeg = roll, pitchDeg = Math.toDegrees(asin(out / all)))
    }

    fun towards(next: Gravity): Gravity = Gravity(
        right + NEWEST_WEIGHT * (next.right - right),
        top + NEWEST_WEIGHT * (next.top - top),
        out + NEWEST_WEIGHT * (next.out - out),
    )

    private fun wrapped(deg: Double): Double = (deg + HALF_TURN_DEG).mod(2 * HALF_TURN_DEG) - HALF_TURN_DEG

    private companion object {
        const val FLAT = 0.3
        const val HALF_TURN_DEG = 180.0

        /** A phone that stands is to be judged, not one that is jolted. */
        const val NEWEST_WEIGHT = 0.2
    }
}

/** Feels how the phone leans, as long as it is watched. */
class GravityWatch(context: Context) : SensorEventListener, AutoCloseable {
    private val sensors = context.service<SensorManager>()

    /** Written on the main thread, read on the camera's. */
    @Volatile
    private var gravity: Gravity? = null

    init {
        // Where nothing tells gravity from movement, a phone that stands still shows it all the same.
        val sensor = sensors.getDefaultSensor(Sensor.TYPE_GRAVITY) ?: sensors.getDefaultSensor(Sensor.TYPE_ACCELEROMETER)
        sensor?.let { sensors.registerListener(this, it, SensorManager.SENSOR_DELAY_UI) }
    }

    fun tilt(displayDeg: Int): Tilt? = gravity?.tilt(displayDeg)

    override fun onSensorChanged(event: SensorEvent) {
        val (right, top, out) = event.values.map(Float::toDouble)
        val next = Gravity(right, top, out)
        gravity = gravity?.towards(next) ?: next
    }

    override fun onAccuracyChanged(sensor: Sensor, accuracy: Int) = Unit

    override fun close() = sensors.unregisterListener(this)
}
