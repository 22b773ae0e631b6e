package app.dowel.presenter

import app.dowel.platform.Threads

/**
 * Holds what one screen shows. It is used on the main thread; what takes time runs elsewhere and comes back
 * through [Threads.main].
 */
abstract class Presenter<S : Any>(initial: S, protected val threads: Threads) {
    private var watcher: ((S) -> Unit)? = null

    var state: S = initial
        protected set(next) {
            if (next == field) return
            field = next
            watcher?.invoke(next)
        }

    /** One view at a time; it is told the state at once, and each that follows. */
    fun watch(view: (S) -> Unit) {
        watcher = view
        view(state)
    }

    fun unwatch() {
        watcher = null
    }

    /** Runs [work] off the main thread, then [done] or [failed] on it. */
    protected fun <R> ask(work: () -> R, failed: (Exception) -> Unit, done: (R) -> Unit) {
        threads.io {
            val answer = runCatching(work)
            threads.main {
                answer.fold(done) { if (it is Exception) failed(it) else throw it }
            }
        }
    }
}
