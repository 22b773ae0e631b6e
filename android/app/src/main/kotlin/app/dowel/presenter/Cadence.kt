package app.dowel.presenter

import app.dowel.platform.Heat

/**
 * How often the camera's picture is looked at. A slow phone keeps a fifth of its time for voice and screen, a warm
 * one looks less often.
 */
internal class Cadence {
    private var lastNs: Long? = null
    private var usualNs = 0.0

    @Volatile
    var heat = Heat.COOL

    /** Whether a frame of this time is to be looked at. */
    @Synchronized
    fun isDue(timestampNs: Long): Boolean {
        val last = lastNs
        if (last != null && timestampNs > last && timestampNs - last < gapNs() - JITTER_NS) return false
        lastNs = timestampNs
        return true
    }

    /** How long looking at one took. */
    @Synchronized
    fun took(ns: Long) {
        usualNs = if (usualNs == 0.0) ns.toDouble() else usualNs + NEWEST_WEIGHT * (ns - usualNs)
    }

    private fun gapNs(): Double = maxOf(usualNs * BREATH, heatGapMs() * NS_PER_MS)

    private fun heatGapMs(): Double = when (heat) {
        Heat.COOL -> 33.0
        Heat.WARM -> 66.0
        Heat.HOT, Heat.TOO_HOT -> 100.0
    }

    private companion object {
        const val NS_PER_MS = 1e6
        const val JITTER_NS = 8e6
        const val NEWEST_WEIGHT = 0.1
        const val BREATH = 1.25
    }
}
