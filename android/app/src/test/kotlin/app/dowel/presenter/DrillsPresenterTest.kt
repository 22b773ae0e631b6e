package app.dowel.presenter

import app.dowel.core.DowelException
import app.dowel.core.PlanOptions
import app.dowel.platform.CameraProblem
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class DrillsPresenterTest {
    private val coach = FakeCoach()
    private val drills = DrillsPresenter(coach, AtOnce).apply { load() }
    private val page get() = drills.state.page!!

    @Test
    fun `drills come in their groups and tell whether the camera watches`() {
        val groups = drills.state.groups
        assertEquals(listOf("The hinge", "Supporting work"), groups.map { it.title.shown() })
        assertEquals(listOf("wall-tap", "dowel-hinge"), groups[0].drills.map { it.id })
        assertEquals("The camera watches and counts", groups[0].drills[0].watch.shown())
        assertEquals("The voice keeps the time", groups[1].drills[0].watch.shown())
    }

    @Test
    fun `a page tells what a drill needs and its neighbours`() {
        drills.open("dowel-hinge")
        assertEquals(listOf("[prop-stick-name]"), page.needs.map(Text::shown))
        assertEquals("wall-tap" to "[drill-wall-tap-name]", page.easier!!.id to page.easier!!.name.shown())
        assertNull(page.harder)
        assertEquals("3 sets" to "8 repetitions", page.setsLabel.shown() to page.repsLabel.shown())
        drills.open("no-such")
        assertEquals("dowel-hinge", page.id)
        drills.close()
        assertNull(drills.state.page)
        assertNull(drills.plan())
    }

    @Test
    fun `the plan is what the page shows`() {
        drills.open("wall-tap")
        drills.changeSets(-9)
        drills.changeReps(4)
        drills.sayPain(11)
        assertEquals("1 set", page.setsLabel.shown())
        assertEquals(PlanOptions("wall-tap", sets = 1u, reps = 12u, painBefore = 10u), drills.plan())
        drills.changeSets(99)
        drills.changeReps(999)
        drills.sayPain(null)
        assertEquals(PlanOptions("wall-tap", sets = 20u, reps = 200u), drills.plan())
    }

    @Test
    fun `what happened elsewhere is told until a drill is opened`() {
        drills.tell(Phrase.START_SET_ASIDE.text())
        drills.load()
        assertTrue("set aside" in drills.state.problem!!.shown())
        drills.open("wall-tap")
        assertNull(drills.state.problem)
    }

    @Test
    fun `a refused camera is told on the page, which keeps what was chosen`() {
        drills.open("wall-tap")
        drills.changeSets(1)
        drills.refuse(CameraProblem.NEVER_ALLOWED)
        drills.open("wall-tap")
        assertTrue("switched off" in drills.state.problem!!.shown())
        assertEquals(CameraProblem.NEVER_ALLOWED to 4, drills.state.camera to page.sets)
        drills.open("dowel-hinge")
        assertNull(drills.state.camera)
    }

    @Test
    fun `a session that could not be written is told until it is`() {
        drills.checkSaved()
        assertNull(drills.state.unsaved)
        coach.unsaved = 2u
        drills.checkSaved()
        drills.open("wall-tap")
        assertTrue("not saved yet" in drills.state.unsaved!!.shown())
        coach.fails = DowelException.DiskFull("x")
        drills.saveAgain()
        assertTrue(drills.state.unsaved != null && drills.state.problem != null)
        coach.fails = null
        drills.saveAgain()
        assertEquals(null to null, drills.state.unsaved to drills.state.problem)
        assertEquals(0u, coach.unsaved)
    }

    @Test
    fun `a problem is told`() {
        coach.fails = DowelException.Storage("x")
        drills.load()
        assertTrue("can’t be used" in drills.state.problem!!.shown())
    }
}
