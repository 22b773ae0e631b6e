package app.dowel.presenter

import app.dowel.core.DowelException
import app.dowel.platform.CameraProblem
import app.dowel.platform.ClipException
import app.dowel.platform.ClipProblem
import app.dowel.platform.Heat
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.io.IOException

class ProblemsTest {
    /** All there are, so that a new one is found here too. */
    private val core = DowelException::class.java.declaredClasses
        .filter { DowelException::class.java.isAssignableFrom(it) }
        .map { it.getConstructor(String::class.java).newInstance("not for the person") as DowelException }

    @Test
    fun `every error has words of its own`() {
        assertEquals(10, core.size)
        val shown = core.map { problemOf(it).shown() } +
            ClipProblem.entries.map { problemOf(ClipException(it)).shown() } +
            CameraProblem.entries.map { problemOf(it).shown() } + problemOf(IOException()).shown()
        assertEquals(shown.size, shown.toSet().size)
        assertTrue(shown.none { "not for the person" in it })
        assertTrue(shown.all { it.endsWith(".") })
    }

    @Test
    fun `what nobody thought of is a mistake of ours`() {
        assertEquals(problemOf(DowelException.Defect("")), problemOf(IllegalStateException()))
    }

    @Test
    fun `warmth is told once it matters`() {
        assertNull(noticeOf(Heat.COOL))
        assertNull(noticeOf(Heat.WARM))
        assertTrue("less often" in noticeOf(Heat.HOT)!!.shown())
        assertTrue("cool down" in noticeOf(Heat.TOO_HOT)!!.shown())
    }
}
