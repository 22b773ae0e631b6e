package app.dowel.presenter

import app.dowel.platform.CameraFrame
import app.dowel.platform.Threads

/**
 * At most one frame is being looked at and one waits; a newer one takes its place. Each is closed, whatever
 * happens. The camera's thread never waits here.
 */
internal class FrameLine(private val threads: Threads, private val look: (CameraFrame) -> Unit) {
    private var waiting: CameraFrame? = null
    private var isBusy = false
    private var isOpen = true

    /** Frames that came too late to be looked at. */
    var dropped = 0L
        private set

    fun offer(frame: CameraFrame) {
        val startsWork: Boolean
        synchronized(this) {
            if (!isOpen) {
                frame.close()
                return
            }
            waiting?.let {
                it.close()
                dropped++
            }
            waiting = frame
            startsWork = !isBusy
            isBusy = true
        }
        if (startsWork) threads.frames(::workOff)
    }

    /** What waits is closed, and what still comes. */
    @Synchronized
    fun shut() {
        isOpen = false
        waiting?.close()
        waiting = null
    }

    private fun workOff() {
        while (true) {
            val frame = next() ?: return
            frame.use(look)
        }
    }

    @Synchronized
    private fun next(): CameraFrame? {
        val frame = waiting
        waiting = null
        isBusy = frame != null
        return frame
    }
}
