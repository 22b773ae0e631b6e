package app.dowel.android.ui

import android.view.Gravity
import android.widget.LinearLayout
import app.dowel.presenter.Text
import app.dowel.view.Tone

/** What went wrong and what to do about it, with a sign beside it; gone where there is nothing to say. Read out as it comes. */
class Notice(private val kit: Kit, action: Text? = null, onAction: () -> Unit = {}) : LinearLayout(kit.context) {
    private val said = kit.label(Type.BODY, tone = Tone.ON_NOTICE)
    private val button = action?.let { kit.button(Weight.PLAIN, it, onTap = onAction).apply { setTextColor(kit.color(Tone.ON_NOTICE)) } }

    init {
        orientation = VERTICAL
        background = kit.surface(Tone.NOTICE)
        val room = kit.dp(ROOM_DP)
        setPadding(room, room, room, if (action == null) room else kit.dp(HALF_ROOM_DP))
        addView(kit.row(GAP_DP, kit.icon(Icon.NOTICE, Tone.ON_NOTICE), said.filling()).apply { gravity = Gravity.TOP }, acrossParent())
        button?.let { addView(it, asItIs().apply { gravity = Gravity.END }) }
        announcingItself()
        showIf(false)
    }

    fun show(text: Text?, canAct: Boolean = true) {
        showIf(text != null)
        button?.showIf(canAct)
        kit.show(said, text)
    }

    private companion object {
        const val ROOM_DP = 16
        const val HALF_ROOM_DP = 8
        const val GAP_DP = 12
    }
}
