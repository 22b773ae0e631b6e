package app.dowel.presenter

import app.dowel.core.DowelException
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class LimitsPresenterTest {
    private val coach = FakeCoach()
    private val limits = LimitsPresenter(coach, AtOnce)

    @Test
    fun `the core's own words are shown`() {
        limits.load()
        assertEquals(coach.limits, limits.state.sections)
    }

    @Test
    fun `a problem is told`() {
        coach.fails = DowelException.Defect("x")
        limits.load()
        assertTrue("mistake" in limits.state.problem!!.shown())
    }
}
