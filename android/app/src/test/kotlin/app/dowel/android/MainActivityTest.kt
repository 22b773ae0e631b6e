package app.dowel.android

import android.content.Intent
import android.os.Looper
import android.view.View
import android.view.ViewGroup
import android.widget.TextView
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Assume.assumeTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.android.controller.ActivityController
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode

/** The whole app with the real core, from its first start, by what can be read and touched. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [35])
@GraphicsMode(GraphicsMode.Mode.NATIVE)
class MainActivityTest {
    private lateinit var controller: ActivityController<MainActivity>
    private val activity get() = controller.get()

    @Before
    fun onlyWithTheCore() = assumeTrue("DOWEL_CONTRACT says that the facade's library is there", System.getenv("DOWEL_CONTRACT") != null)

    private fun start() {
        controller = Robolectric.buildActivity(MainActivity::class.java).setup()
    }

    private fun View.seen(): List<View> = when {
        visibility != View.VISIBLE -> emptyList()
        this is ViewGroup -> listOf(this) + (0 until childCount).flatMap { getChildAt(it).seen() }
        else -> listOf(this)
    }

    private fun find(words: String): View? = activity.window.decorView.seen().find { view ->
        (view as? TextView)?.text?.toString() == words || view.contentDescription?.toString() == words
    }

    /** The core works on a thread of its own. */
    private fun await(words: String): View {
        repeat(PATIENCE) {
            shadowOf(Looper.getMainLooper()).idle()
            find(words)?.let { return it }
            Thread.sleep(WAIT_MS)
        }
        throw AssertionError("“$words” did not come; there is: " + activity.window.decorView.seen().filterIsInstance<TextView>().map { it.text })
    }

    /** Touches it, or the card that it stands on. */
    private fun tap(words: String) = generateSequence(await(words)) { it.parent as? View }.first { it.isClickable }.performClick()

    @Test
    fun `from the first start to every part of the app`() {
        start()
        await("Before you begin")
        assertNull("nothing else can be reached before it is read", find("Progress"))
        tap("I have read this")
        tap("Dowel hinge")
        await("Set-up")
        activity.onBackPressed()

        tap("Progress")
        await("Nothing here yet. Your first session will be.")

        tap("Video")
        tap("Choose a video")
        val asked = shadowOf(activity).nextStartedActivityForResult.intent
        assertEquals(Intent.ACTION_OPEN_DOCUMENT to "video/*", asked.action to asked.type)

        tap("Settings")
        tap("What Dowel can see")
        await("Clothes and light")
        activity.onBackPressed()
        tap("What stays on this phone")
        activity.onBackPressed()
        tap("Deutsch")
        await("Einstellungen")
        tap("Üben")
        await("Hüftbeuge mit Stab")
        controller.pause().stop().destroy()

        start()
        await("Hüftbeuge mit Stab")
        assertNull("it is asked once", find("Bevor du anfängst"))
        activity.onBackPressed()
        assertTrue(activity.isFinishing)
        controller.pause().stop().destroy()
    }

    @Test
    fun `turned round or in the dark, it shows the same screen anew`() {
        start()
        tap("I have read this")
        tap("Settings")
        await("Language")
        controller.configurationChange(activity.resources.configuration.apply { uiMode = UI_MODE_NIGHT })
        assertNotNull(await("Language"))
        controller.pause().stop().destroy()
    }

    private companion object {
        const val PATIENCE = 600
        const val WAIT_MS = 50L
        const val UI_MODE_NIGHT = 0x21
    }
}
