package app.dowel.android

import android.animation.ObjectAnimator
import android.view.View
import android.view.Window
import android.view.WindowManager
import app.dowel.platform.Screen
import app.dowel.presenter.Text

/** [veil] lies over the whole screen, invisible until it flashes. */
class PhoneScreen(private val window: Window, private val veil: View, private val wordsOf: (Text) -> String) : Screen {
    override fun keepOn(on: Boolean) {
        val flag = WindowManager.LayoutParams.FLAG_KEEP_SCREEN_ON
        if (on) window.addFlags(flag) else window.clearFlags(flag)
    }

    override fun flash() {
        ObjectAnimator.ofFloat(veil, View.ALPHA, BRIGHT, 0f).setDuration(FLASH_MS).start()
    }

    override fun announce(text: Text) = window.decorView.announceForAccessibility(wordsOf(text))

    private companion object {
        const val BRIGHT = 0.85f
        const val FLASH_MS = 350L
    }
}
