package app.dowel.android.screen

import android.widget.LinearLayout
import app.dowel.android.ui.Kit
import app.dowel.android.ui.MarksView
import app.dowel.android.ui.surface
import app.dowel.core.Picture
import app.dowel.view.DrillPicture
import app.dowel.view.Tone

/** A drill's picture on a tile of the ground's colour, which it is drawn for. */
internal fun Kit.drillPicture(picture: Picture, sideDp: Int) = MarksView(this).apply {
    background = surface(Tone.GROUND, TILE_RADIUS_DP)
    val room = dp(TILE_ROOM_DP)
    setPadding(room, room, room, room)
    marks = { DrillPicture.marks(picture, it) }
    layoutParams = LinearLayout.LayoutParams(dp(sideDp), dp(sideDp))
}

private const val TILE_RADIUS_DP = 14
private const val TILE_ROOM_DP = 4
