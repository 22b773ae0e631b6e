/**
 * What the custom views draw, as plain marks: worked out here, tested on the JVM, and painted by a view that only
 * knows how to put a mark on a Canvas. Lengths are in the view's pixels.
 */
package app.dowel.view

import app.dowel.presenter.Text

data class Spot(val x: Float, val y: Float)

/** What a mark stands for; the theme chooses its colour, light or dark. [HALO] sets a mark off from any picture. */
enum class Ink {
    BODY, STICK, TOUCHING, LIFTED, CANT_TELL, TRACK, LEVEL, TARGET, LIMIT, GRID, TREND, WORDS, HALO,

    // A drill's picture; PAPER is the ground itself, to set one thing off from another.
    FIGURE, GHOST, PROP, FLOOR, ARROW, PAPER,
}

sealed interface Mark {
    val ink: Ink

    data class Path(val spots: List<Spot>, val width: Float, override val ink: Ink, val isDashed: Boolean = false) : Mark

    /** Filled, from the last spot back to the first. */
    data class Area(val spots: List<Spot>, override val ink: Ink) : Mark

    data class Disc(val at: Spot, val radius: Float, override val ink: Ink) : Mark

    data class Ring(val at: Spot, val radius: Float, val width: Float, override val ink: Ink, val isDashed: Boolean = false) : Mark

    data class Box(val left: Float, val top: Float, val right: Float, val bottom: Float, override val ink: Ink) : Mark

    /** Words at their baseline; [side] is where the words lie from there. */
    data class Words(val text: Text, val at: Spot, val side: WordSide, override val ink: Ink = Ink.WORDS) : Mark
}

enum class WordSide { LEFT, CENTRE, RIGHT }

data class Size(val width: Float, val height: Float)
