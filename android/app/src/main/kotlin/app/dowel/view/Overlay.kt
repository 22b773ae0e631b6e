package app.dowel.view

import app.dowel.core.BodyPoint
import app.dowel.core.Contact
import app.dowel.core.NearBody
import app.dowel.core.Point
import app.dowel.core.Stick
import app.dowel.presenter.ContactMark
import app.dowel.presenter.LiveView
import app.dowel.presenter.PictureSize
import app.dowel.presenter.Place

/** Where the camera's picture lies in a view that it fills, cut off where it is too wide or too high. */
internal class Fit(picture: PictureSize, view: Size, private val isMirrored: Boolean) {
    private val scale = maxOf(view.width / picture.widthPx, view.height / picture.heightPx)
    private val left = (view.width - picture.widthPx * scale) / 2
    private val top = (view.height - picture.heightPx * scale) / 2
    private val width = view.width

    fun spot(xPx: Double, yPx: Double): Spot {
        val x = left + xPx.toFloat() * scale
        return Spot(if (isMirrored) width - x else x, top + yPx.toFloat() * scale)
    }

    fun spot(point: Point) = spot(point.xPx, point.yPx)

    fun spot(point: BodyPoint) = spot(point.xPx, point.yPx)
}

/** The body's line, the dowel on it and its three contacts, each set off from the picture. [density]: pixels a dp. */
class Overlay(private val density: Float, private val isMirrored: Boolean = false) {

    fun marks(live: LiveView, view: Size): List<Mark> {
        val fit = Fit(live.picture ?: return emptyList(), view, isMirrored)
        val body = live.body?.let { body(it, fit) }.orEmpty()
        val stick = live.stick?.let { listOf(line(it, fit)) }.orEmpty()
        val contacts = live.stick?.let { contacts(it, live.contacts, fit) }.orEmpty()
        return listOf(body, stick, contacts).flatMap { layer -> layer.map(::halo) + layer }
    }

    /** What the mark lies on: a little larger, in one piece. */
    private fun halo(mark: Mark): Mark {
        val edge = HALO_DP * density
        return when (mark) {
            is Mark.Path -> mark.copy(width = mark.width + 2 * edge, ink = Ink.HALO, isDashed = false)
            is Mark.Disc -> mark.copy(radius = mark.radius + edge, ink = Ink.HALO)
            is Mark.Ring -> mark.copy(width = mark.width + 2 * edge, ink = Ink.HALO, isDashed = false)
            is Mark.Area, is Mark.Box, is Mark.Words -> mark
        }
    }

    private fun body(body: NearBody, fit: Fit): List<Mark> = with(body) {
        listOf(
            listOf(ear, shoulder, hip, knee, ankle),
            listOf(shoulder, elbow, wrist),
            listOf(ankle, heel, toe, ankle),
        )
    }.flatMap { seenParts(it) }.map { part -> Mark.Path(part.map(fit::spot), LINE_DP * density, Ink.BODY) }

    /** A limb breaks off at what is hidden, rather than pointing anywhere. */
    private fun seenParts(limb: List<BodyPoint>): List<List<BodyPoint>> {
        val parts = mutableListOf(mutableListOf<BodyPoint>())
        for (point in limb) if (point.visibility >= SEEN) parts.last() += point else parts += mutableListOf<BodyPoint>()
        return parts.filter { it.size > 1 }
    }

    private fun line(stick: Stick, fit: Fit): Mark =
        Mark.Path(listOf(fit.spot(stick.lower), fit.spot(stick.upper)), STICK_DP * density, Ink.STICK)

    private fun contacts(stick: Stick, contacts: List<ContactMark>, fit: Fit): List<Mark> =
        contacts.flatMap { contact -> placeOf(contact.place, stick)?.let { contact(contact.state, fit.spot(it)) }.orEmpty() }

    private fun placeOf(place: Place, stick: Stick): Point? = when (place) {
        Place.HEAD -> stick.head
        Place.MID_BACK -> stick.midBack
        Place.TAILBONE -> stick.tailbone
    }

    /** A full disc, an open ring with a bar through it, a dashed ring: told apart without colour. */
    private fun contact(state: Contact, at: Spot): List<Mark> {
        val (radius, width) = CONTACT_DP * density to LINE_DP * density
        return when (state) {
            Contact.TOUCHING -> listOf(Mark.Disc(at, radius, Ink.TOUCHING))
            Contact.LIFTED -> listOf(
                Mark.Ring(at, radius, width, Ink.LIFTED),
                Mark.Path(listOf(Spot(at.x - radius, at.y), Spot(at.x + radius, at.y)), width, Ink.LIFTED),
            )
            Contact.CANT_TELL -> listOf(Mark.Ring(at, radius, width, Ink.CANT_TELL, isDashed = true))
        }
    }

    private companion object {
        const val LINE_DP = 3f
        const val STICK_DP = 8f
        const val CONTACT_DP = 13f
        const val HALO_DP = 2f
        const val SEEN = 0.5
    }
}
