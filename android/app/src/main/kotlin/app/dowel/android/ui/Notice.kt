package app.dowel.android.ui

import android.view.Gravity
import android.widget.LinearLayout
import app.dowel.presenter.Text
import app.dowel.view.Tone

class Action(val words: Text, val onTap: () -> Unit)

/** What went wrong and what to do about it, with a sign beside it; gone where there is nothing to say. Read out as it comes. */
class Notice(private val kit: Kit) : LinearLayout(kit.context) {
    private val said = kit.label(Type.BODY, tone = Tone.ON_NOTICE)
    private var action: Action? = null
    private val button = kit.button(Weight.PLAIN, null) { action?.onTap?.invoke() }.apply { setTextColor(kit.color(Tone.ON_NOTICE)) }

    init {
        orientation = VERTICAL
        background = kit.surface(Tone.NOTICE)
        addView(kit.row(GAP_DP, kit.icon(Icon.NOTICE, Tone.ON_NOTICE), said.filling()).apply { gravity = Gravity.TOP }, acrossParent())
        addView(button, asItIs().apply { gravity = Gravity.END })
        announcingItself()
        showIf(false)
    }

    fun show(text: Text?, action: Action? = null) {
        this.action = action
        showIf(text != null)
        kit.show(said, text)
        kit.show(button, action?.words)
        val room = kit.dp(ROOM_DP)
        setPadding(room, room, room, if (action == null) room else kit.dp(HALF_ROOM_DP))
    }

    private companion object {
        const val ROOM_DP = 16
        const val HALF_ROOM_DP = 8
        const val GAP_DP = 12
    }
}
