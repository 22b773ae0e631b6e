package app.dowel.presenter

import app.dowel.core.Event
import app.dowel.core.EventKind
import app.dowel.core.Priority
import app.dowel.platform.Haptics
import app.dowel.platform.Screen
import app.dowel.platform.Speaker
import app.dowel.platform.Tap

/** Does what the core's events ask for, at once: says, shows and lets feel. */
internal class EventPlayer(
    private val speaker: Speaker,
    private val haptics: Haptics,
    private val screen: Screen,
    private val voice: Boolean,
) {
    /** What was said last; kept for a while after it, for whoever reads. */
    var caption: String? = null
        private set

    /** The last thing that was only shown, as the name of a fault. */
    var shown: String? = null
        private set

    private var captionAtS = 0.0
    private var shownAtS = 0.0

    fun play(events: List<Event>, nowS: Double) {
        if (nowS - captionAtS > KEPT_S) caption = null
        if (nowS - shownAtS > KEPT_S) shown = null
        events.forEach(::play)
    }

    private fun play(event: Event) {
        when (event.kind) {
            EventKind.SAY -> say(event)
            EventKind.SHOW -> {
                shown = event.text
                shownAtS = event.atS
            }
            EventKind.HAPTIC -> haptics.tap(tapOf(event.id))
        }
    }

    private fun say(event: Event) {
        caption = event.text
        captionAtS = event.atS
        // Where the coach has a voice the screen reader would only talk across it.
        if (voice) speaker.say(event.text, event.priority == Priority.ALERT) else screen.announce(event.text.asText())
        if (event.priority == Priority.CUE || event.priority == Priority.ALERT) screen.flash()
    }

    private fun tapOf(id: String): Tap = when (id) {
        "limit" -> Tap.LIMIT
        "set_done" -> Tap.SET_DONE
        else -> Tap.REP
    }

    private companion object {
        const val KEPT_S = 6.0
    }
}
