package app.dowel.android

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Test
import kotlin.math.cos
import kotlin.math.sin

class GravityTest {
    private fun tilt(right: Double, top: Double, out: Double, displayDeg: Int = 0): Pair<Double, Double> {
        val tilt = Gravity(right, top, out).tilt(displayDeg)!!
        return tilt.rollDeg to tilt.pitchDeg
    }

    private fun expect(rollDeg: Double, pitchDeg: Double, tilt: Pair<Double, Double>) {
        assertEquals(rollDeg, tilt.first, 1e-9)
        assertEquals(pitchDeg, tilt.second, 1e-9)
    }

    @Test
    fun `upright is upright however the phone stands, as long as the screen turns along`() {
        expect(0.0, 0.0, tilt(0.0, 9.81, 0.0))
        expect(0.0, 0.0, tilt(9.81, 0.0, 0.0, displayDeg = 90))
        expect(0.0, 0.0, tilt(0.0, -9.81, 0.0, displayDeg = 180))
        expect(0.0, 0.0, tilt(-9.81, 0.0, 0.0, displayDeg = 270))
    }

    @Test
    fun `a screen that does not turn along shows a picture on its side`() {
        expect(90.0, 0.0, tilt(9.81, 0.0, 0.0))
        expect(-90.0, 0.0, tilt(0.0, 9.81, 0.0, displayDeg = 90))
    }

    @Test
    fun `leaning is told in degrees`() {
        val tenDeg = Math.toRadians(10.0)
        expect(0.0, 10.0, tilt(0.0, cos(tenDeg), sin(tenDeg)))
        expect(0.0, -10.0, tilt(0.0, cos(tenDeg), -sin(tenDeg)))
        expect(10.0, 0.0, tilt(sin(tenDeg), cos(tenDeg), 0.0))
        expect(-10.0, 0.0, tilt(cos(tenDeg), sin(tenDeg), 0.0, displayDeg = 90))
    }

    @Test
    fun `a phone that lies flat has no upright edge, and one that falls no weight`() {
        expect(0.0, 90.0, tilt(0.0, 0.0, 9.81))
        assertNull(Gravity(0.0, 0.0, 0.0).tilt(0))
    }

    @Test
    fun `a jolt passes, a lasting lean does not`() {
        val standing = Gravity(0.0, 9.81, 0.0)
        val jolted = standing.towards(Gravity(9.81, 9.81, 0.0))
        assertEquals(11.3, jolted.tilt(0)!!.rollDeg, 0.1)
        val leaning = (1..30).fold(standing) { gravity, _ -> gravity.towards(Gravity(9.81, 9.81, 0.0)) }
        assertEquals(45.0, leaning.tilt(0)!!.rollDeg, 0.1)
    }
}
