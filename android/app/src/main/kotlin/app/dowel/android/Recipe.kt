package app.dowel.android

import java.io.ByteArrayOutputStream
import java.nio.ByteBuffer
import java.nio.ByteOrder

/**
 * A file made from another that holds nearly all of it. The landmark network comes with and without the silhouette's
 * decoder, and the two share their weights: the app carries the one and this for the other. `recipe.rs` writes it.
 */
internal class Recipe(private val steps: ByteArray) {
    fun follow(base: ByteArray): ByteArray {
        val rest = ByteBuffer.wrap(steps).order(ByteOrder.LITTLE_ENDIAN)
        val made = ByteArrayOutputStream(base.size)
        while (rest.hasRemaining()) {
            val written = ByteArray(rest.getInt()).also(rest::get)
            made.write(written)
            val place = rest.getInt()
            made.write(base, place, rest.getInt())
        }
        return made.toByteArray()
    }
}
