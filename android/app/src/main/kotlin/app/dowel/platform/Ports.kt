/** What the presenters need of the phone, and nothing of Android itself. */
package app.dowel.platform

import app.dowel.core.Language
import app.dowel.presenter.Text

/** Says lines aloud, one after the other, lowering other sound meanwhile. */
interface Speaker {
    /** [interrupts]: what is being said stops, and what waits is dropped. */
    fun say(line: String, interrupts: Boolean)

    fun stop()

    /** [rate]: 1 is the voice's usual speed. */
    fun use(language: Language, rate: Double)
}

/** What the hand, or the floor under the phone, can feel. */
enum class Tap { REP, LIMIT, SET_DONE }

interface Haptics {
    fun tap(tap: Tap)
}

interface Screen {
    fun keepOn(on: Boolean)

    /** Lights up for a moment: seen from three metres away without looking. */
    fun flash()

    /** Read out by the screen reader, when one is on. */
    fun announce(text: Text)
}

interface Clock {
    /** Unix time. */
    fun nowMs(): Long

    fun utcOffsetMin(): Int

    /** For measuring: grows evenly, from any origin. */
    fun elapsedNs(): Long

    /** The day of this time as the person writes it. */
    fun day(atMs: Long): String
}

/** Where work is done. Presenters are used on the main thread only. */
interface Threads {
    /** One thing after the other, off the main thread: files and the core. */
    fun io(work: () -> Unit)

    /** As [io], and never behind it: the frames. */
    fun frames(work: () -> Unit)

    fun main(work: () -> Unit)
}

/** How warm the phone is, by its own word. */
enum class Heat { COOL, WARM, HOT, TOO_HOT }
