/**
 * The parts that screens are made of. They are built in code, and take their words as a function, so that a test
 * draws them without compiled resources.
 */
package app.dowel.android.ui

import android.content.Context
import android.content.res.Configuration
import android.view.ContextThemeWrapper
import android.view.View
import android.view.ViewGroup
import android.widget.LinearLayout
import app.dowel.core.Language
import app.dowel.presenter.Text
import app.dowel.view.Palette
import app.dowel.view.Theme
import app.dowel.view.Tone
import java.util.Locale

/** What every part is made with. [context] is dressed in the app's language and theme. */
class Kit(val context: Context, val theme: Theme, val words: (Text) -> String) {
    val palette: Palette = Palette.of(theme)
    val density: Float = context.resources.displayMetrics.density
    val isWide: Boolean
        get() = context.resources.configuration.run { screenWidthDp > screenHeightDp }

    /** The phone's type is set so large that words want the whole width. */
    val isLarge: Boolean
        get() = context.resources.configuration.fontScale >= LARGE

    fun dp(value: Int): Int = Math.round(value * density)

    fun color(tone: Tone): Int = palette.of(tone)

    private companion object {
        const val LARGE = 1.5f
    }
}

val Language.locale: Locale
    get() = when (this) {
        Language.ENGLISH -> Locale.ENGLISH
        Language.GERMAN -> Locale.GERMAN
    }

fun themeOf(configuration: Configuration): Theme {
    val isNight = configuration.uiMode and Configuration.UI_MODE_NIGHT_MASK == Configuration.UI_MODE_NIGHT_YES
    return if (isNight) Theme.DARK else Theme.LIGHT
}

/** [base] in the app's language, which may be another than the phone's. */
fun dressed(base: Context, language: Language, theme: Theme): Context {
    val style = when (theme) {
        Theme.LIGHT -> android.R.style.Theme_Material_Light_NoActionBar
        Theme.DARK -> android.R.style.Theme_Material_NoActionBar
    }
    // All of it: what an override leaves open is not taken from a base that has one itself.
    val configuration = Configuration(base.resources.configuration).apply { setLocale(language.locale) }
    return ContextThemeWrapper(base, style).apply { applyOverrideConfiguration(configuration) }
}

/** Children below each other; the gap lies between those that are seen. */
fun Kit.column(gapDp: Int, vararg children: View?): LinearLayout = line(LinearLayout.VERTICAL, gapDp, children)

fun Kit.row(gapDp: Int, vararg children: View?): LinearLayout = line(LinearLayout.HORIZONTAL, gapDp, children)

private fun Kit.line(direction: Int, gapDp: Int, children: Array<out View?>) = LinearLayout(context).apply {
    orientation = direction
    // Large type would else push the first line of each child to one height.
    isBaselineAligned = false
    dividerDrawable = gap(dp(gapDp))
    showDividers = LinearLayout.SHOW_DIVIDER_MIDDLE
    for (child in children) if (child != null) addView(child, child.layoutParams ?: usual(direction))
}

private fun usual(direction: Int) = if (direction == LinearLayout.VERTICAL) acrossParent() else asItIs()

fun acrossParent() = LinearLayout.LayoutParams(ViewGroup.LayoutParams.MATCH_PARENT, ViewGroup.LayoutParams.WRAP_CONTENT)

fun asItIs() = LinearLayout.LayoutParams(ViewGroup.LayoutParams.WRAP_CONTENT, ViewGroup.LayoutParams.WRAP_CONTENT)

/** Takes what the others leave of a row's width. */
fun <V : View> V.filling(): V = apply {
    layoutParams = LinearLayout.LayoutParams(0, ViewGroup.LayoutParams.WRAP_CONTENT, 1f)
}

fun View.showIf(isSeen: Boolean) {
    visibility = if (isSeen) View.VISIBLE else View.GONE
}
