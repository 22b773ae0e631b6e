package app.dowel.presenter

/** How much it hurts: from not at all to the most one can think of. */
internal val PAIN_LEVELS = 0..10
