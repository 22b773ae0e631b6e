package app.dowel.presenter

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class TrailTest {
    private val shown = mutableListOf<Route>()
    private val trail = Trail(shown::add)
    private val start = Route.Root(Tab.PRACTICE)

    @Test
    fun `back leads the way one came`() {
        trail.go(Route.Drill("wall-tap"))
        trail.go(Route.Practice)
        trail.go(Route.Practice)
        assertTrue(trail.back())
        assertEquals(Route.Drill("wall-tap"), trail.here)
        assertTrue(trail.back())
        assertEquals(start, trail.here)
        assertFalse(trail.canGoBack)
        assertFalse(trail.back())
        assertEquals(listOf(Route.Drill("wall-tap"), Route.Practice, Route.Drill("wall-tap"), start), shown)
    }

    @Test
    fun `what was left for good is not come back to`() {
        trail.go(Route.Drill("wall-tap"))
        trail.go(Route.Practice)
        trail.goInstead(Route.Feeling(7))
        trail.back()
        assertEquals(Route.Drill("wall-tap"), trail.here)
        // The first screen of a part stays.
        trail.back()
        trail.goInstead(Route.Limits)
        trail.back()
        assertEquals(start, trail.here)
    }

    @Test
    fun `a part begins at its first screen, and back leads to practice`() {
        trail.go(Route.Drill("wall-tap"))
        trail.choose(Tab.PROGRESS)
        trail.choose(Tab.PROGRESS)
        trail.go(Route.Session(7))
        assertEquals(Tab.PROGRESS, trail.tab)
        trail.choose(Tab.PROGRESS)
        assertEquals(Route.Root(Tab.PROGRESS), trail.here)
        assertTrue(trail.back())
        assertEquals(start, trail.here)
        assertEquals(5, shown.size)
    }
}
