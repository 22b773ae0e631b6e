package app.dowel.android

import android.content.Context
import android.media.AudioAttributes
import android.media.AudioFocusRequest
import android.media.AudioManager
import android.speech.tts.TextToSpeech
import android.speech.tts.UtteranceProgressListener
import app.dowel.core.Language
import app.dowel.platform.Speaker
import java.util.Locale

/** The phone's own voice. Other sound is lowered while it speaks. */
class PhoneSpeaker(context: Context) : Speaker, AutoCloseable {
    private val audio = context.service<AudioManager>()
    private val sound = AudioAttributes.Builder()
        .setUsage(AudioAttributes.USAGE_ASSISTANCE_NAVIGATION_GUIDANCE)
        .setContentType(AudioAttributes.CONTENT_TYPE_SPEECH)
        .build()
    private val focus = AudioFocusRequest.Builder(AudioManager.AUDIOFOCUS_GAIN_TRANSIENT_MAY_DUCK)
        .setAudioAttributes(sound)
        .build()
    private val engine: TextToSpeech = TextToSpeech(context) { status -> if (status == TextToSpeech.SUCCESS) begin() }
    private var isReady = false
    private var wanted: Pair<Language, Double>? = null
    private var lines = 0

    /** Lines that are said or wait; the voice's thread takes from them, too. */
    private val waiting = mutableSetOf<String>()

    override fun use(language: Language, rate: Double) {
        wanted = language to rate
        if (isReady) adopt(language, rate)
    }

    override fun say(line: String, interrupts: Boolean) {
        // Before the voice is there, what it would say is still shown.
        if (!isReady) return
        val id = "${lines++}"
        synchronized(waiting) {
            if (interrupts) waiting.clear()
            waiting += id
        }
        audio.requestAudioFocus(focus)
        val order = if (interrupts) TextToSpeech.QUEUE_FLUSH else TextToSpeech.QUEUE_ADD
        if (engine.speak(line, order, null, id) != TextToSpeech.SUCCESS) isOver(id)
    }

    override fun stop() {
        engine.stop()
        synchronized(waiting) { waiting.clear() }
        audio.abandonAudioFocusRequest(focus)
    }

    override fun close() {
        stop()
        engine.shutdown()
    }

    private fun begin() {
        isReady = true
        engine.setAudioAttributes(sound)
        engine.setOnUtteranceProgressListener(Progress())
        wanted?.let { (language, rate) -> adopt(language, rate) }
    }

    private fun adopt(language: Language, rate: Double) {
        val locale = when (language) {
            Language.ENGLISH -> Locale.ENGLISH
            Language.GERMAN -> Locale.GERMAN
        }
        engine.setLanguage(locale)
        engine.setSpeechRate(rate.toFloat())
    }

    private fun isOver(id: String) {
        val isQuiet = synchronized(waiting) {
            waiting -= id
            waiting.isEmpty()
        }
        if (isQuiet) audio.abandonAudioFocusRequest(focus)
    }

    private inner class Progress : UtteranceProgressListener() {
        override fun onStart(id: String) = Unit

        override fun onDone(id: String) = isOver(id)

        override fun onStop(id: String, interrupted: Boolean) = isOver(id)

        @Deprecated("Android still asks for it")
        override fun onError(id: String) = isOver(id)

        override fun onError(id: String, code: Int) = isOver(id)
    }
}
