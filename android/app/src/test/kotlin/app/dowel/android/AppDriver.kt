package app.dowel.android

import android.os.Looper
import android.view.View
import android.view.ViewGroup
import android.widget.TextView
import org.robolectric.Robolectric
import org.robolectric.Shadows.shadowOf
import org.robolectric.android.controller.ActivityController

/** Uses the whole app by what can be read and touched. */
class AppDriver {
    val controller: ActivityController<MainActivity> = Robolectric.buildActivity(MainActivity::class.java).setup()
    val activity: MainActivity get() = controller.get()

    fun words(): List<String> = seen().filterIsInstance<TextView>().map { it.text.toString() }

    fun find(words: String): View? = seen().find { view ->
        (view as? TextView)?.text?.toString() == words || view.contentDescription?.toString() == words
    }

    /** The core works on a thread of its own. */
    fun await(words: String): View {
        repeat(PATIENCE) {
            shadowOf(Looper.getMainLooper()).idle()
            find(words)?.let { return it }
            Thread.sleep(WAIT_MS)
        }
        throw AssertionError("“$words” did not come; there is: ${words()}")
    }

    /** Touches it, or the card that it stands on. */
    fun tap(words: String) = check(generateSequence(await(words)) { it.parent as? View }.first { it.isClickable }.performClick())

    @Suppress("DEPRECATION")
    fun back() = activity.onBackPressed()

    fun leave() {
        controller.pause().stop().destroy()
    }

    private fun seen() = activity.window.decorView.seen()

    private fun View.seen(): List<View> = when {
        visibility != View.VISIBLE -> emptyList()
        this is ViewGroup -> listOf(this) + (0 until childCount).flatMap { getChildAt(it).seen() }
        else -> listOf(this)
    }

    companion object {
        /** Where the facade's library is at hand. */
        val hasCore: Boolean get() = System.getProperty("jna.library.path").orEmpty().isNotEmpty()

        private const val PATIENCE = 600
        private const val WAIT_MS = 50L
    }
}
