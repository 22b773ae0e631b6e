package app.dowel.android

import android.content.Intent
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Assume.assumeTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode

/** The whole app with the real core, from its first start, by what can be read and touched. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [35])
@GraphicsMode(GraphicsMode.Mode.NATIVE)
class MainActivityTest {
    private lateinit var app: AppDriver

    @Before
    fun onlyWithTheCore() = assumeTrue("the facade's library is at hand", AppDriver.hasCore)

    @Test
    fun `from the first start to every part of the app`() {
        app = AppDriver()
        app.await("Before you begin")
        assertNull("nothing else can be reached before it is read", app.find("Progress"))
        app.tap("I have read this")
        app.tap("Dowel hinge")
        app.await("Set-up")
        app.back()

        app.tap("Progress")
        app.await("Nothing here yet. Your first session will be.")

        app.tap("Video")
        app.tap("Choose a video")
        val asked = shadowOf(app.activity).nextStartedActivityForResult.intent
        assertEquals(Intent.ACTION_OPEN_DOCUMENT to "video/*", asked.action to asked.type)

        app.tap("Settings")
        app.tap("What Dowel can see")
        app.await("Clothes and light")
        app.back()
        app.tap("What stays on this phone")
        app.back()
        app.tap("Deutsch")
        app.await("Einstellungen")
        app.tap("Üben")
        app.await("Hüftbeuge mit Stab")
        app.leave()

        app = AppDriver()
        app.await("Hüftbeuge mit Stab")
        assertNull("it is asked once", app.find("Bevor du anfängst"))
        app.back()
        assertTrue(app.activity.isFinishing)
        app.leave()
    }

    @Test
    fun `turned round or in the dark, it shows the same screen anew`() {
        app = AppDriver()
        app.tap("I have read this")
        app.tap("Settings")
        app.await("Language")
        app.controller.configurationChange(app.activity.resources.configuration.apply { uiMode = UI_MODE_NIGHT })
        assertNotNull(app.await("Language"))
        app.leave()
    }

    private companion object {
        const val UI_MODE_NIGHT = 0x21
    }
}
