package app.dowel.android.picture

import android.content.Context
import android.graphics.Bitmap
import android.graphics.BitmapFactory
import android.graphics.Canvas
import android.graphics.Rect
import android.view.View
import app.dowel.core.BodyPoint
import app.dowel.core.Contact
import app.dowel.core.Contacts
import app.dowel.core.Depth
import app.dowel.core.Event
import app.dowel.core.LiveUpdate
import app.dowel.core.NearBody
import app.dowel.core.Point
import app.dowel.core.Side
import app.dowel.core.Stage
import app.dowel.core.Stick
import app.dowel.presenter.PictureSize
import app.dowel.presenter.update
import com.google.gson.JsonObject
import com.google.gson.JsonParser
import java.io.File

/** Frames of the demo clip, and what the core saw in each. */
enum class Demo {
    STANDING,
    HINGING,
    LIFTED;

    private val json: JsonObject = file("json").reader().use { JsonParser.parseReader(it).asJsonObject }
    private val size = PictureSize(json["width_px"].asInt, json["height_px"].asInt)

    fun size(isWide: Boolean) = if (isWide) PictureSize(size.heightPx * WIDE.first / WIDE.second, size.heightPx) else size

    /** In a wide picture everything lies further right. */
    fun update(isWide: Boolean, stage: Stage, events: List<Event> = emptyList()): LiveUpdate {
        shiftPx = (size(isWide).widthPx - size.widthPx) / 2.0
        val depth = Depth(json["depth_deg"].asDouble, targetDeg = 90.0, limitDeg = 104.0)
        val touching = json.getAsJsonObject("contacts")
        val contacts = Contacts(contact(touching, "head"), contact(touching, "mid_back"), contact(touching, "tailbone"))
        val update = update(stage, events, reps = json["reps"].asInt.toUInt(), depth = depth, contacts = contacts)
        return update.copy(body = body(json.getAsJsonObject("body")), stick = stick(json.getAsJsonObject("stick")))
    }

    /** In place of the camera's. */
    fun picture(context: Context): View = Still(context, file("jpg").readBytes().let { BitmapFactory.decodeByteArray(it, 0, it.size) })

    private var shiftPx = 0.0

    private fun file(ending: String) =
        File(System.getProperty("android.folder"), "app/src/test/resources/live/${name.lowercase()}.$ending")

    private fun contact(json: JsonObject, place: String) = Contact.valueOf(json[place].asString)

    private fun body(json: JsonObject): NearBody {
        val point = { name: String ->
            json.getAsJsonObject(name).let { BodyPoint(it["x_px"].asDouble + shiftPx, it["y_px"].asDouble, it["visibility"].asDouble) }
        }
        return NearBody(
            side = Side.valueOf(json["side"].asString), facesRight = json["faces_right"].asBoolean, ear = point("ear"),
            shoulder = point("shoulder"), elbow = point("elbow"), wrist = point("wrist"), hip = point("hip"), knee = point("knee"),
            ankle = point("ankle"), heel = point("heel"), toe = point("toe"),
        )
    }

    private fun stick(json: JsonObject): Stick {
        val point = { name: String -> json.getAsJsonObject(name).let { Point(it["x_px"].asDouble + shiftPx, it["y_px"].asDouble) } }
        return Stick(point("lower"), point("upper"), point("tailbone"), point("mid_back"), point("head"))
    }

    /** As wide as a phone on its side sees: the frame's edges are drawn out to both sides. */
    private class Still(context: Context, private val bitmap: Bitmap) : View(context), Unruled {
        override fun onDraw(canvas: Canvas) {
            val drawn = bitmap.width * height / bitmap.height
            val left = (width - drawn) / 2
            canvas.drawBitmap(bitmap, Rect(0, 0, 1, bitmap.height), Rect(0, 0, left, height), null)
            canvas.drawBitmap(bitmap, Rect(bitmap.width - 1, 0, bitmap.width, bitmap.height), Rect(left + drawn, 0, width, height), null)
            canvas.drawBitmap(bitmap, null, Rect(left, 0, left + drawn, height), null)
        }
    }

    private companion object {
        val WIDE = 16 to 9
    }
}
