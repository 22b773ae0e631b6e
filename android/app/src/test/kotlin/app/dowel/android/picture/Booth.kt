package app.dowel.android.picture

import android.content.res.Configuration
import android.graphics.Bitmap
import android.graphics.Canvas
import android.view.View
import app.dowel.android.ui.Edges
import app.dowel.android.ui.Kit
import app.dowel.android.ui.Page
import app.dowel.android.ui.Shell
import app.dowel.android.ui.dressed
import app.dowel.core.Language
import app.dowel.presenter.CoreLibrary
import app.dowel.presenter.FakeCoach
import app.dowel.presenter.Resources
import app.dowel.presenter.Strings
import app.dowel.presenter.Tab
import app.dowel.view.Theme
import org.robolectric.RuntimeEnvironment
import java.io.File

/** How a screen is looked at. */
data class Look(
    val language: Language,
    val theme: Theme,
    val isWide: Boolean = false,
    val fontScale: Float = 1f,
) {
    val strings: Strings get() = if (language == Language.GERMAN) Resources.german else Resources.english
    val core: CoreLibrary get() = if (language == Language.GERMAN) GERMAN else ENGLISH
    val size: Pair<Int, Int> get() = if (isWide) LONG_DP to SHORT_DP else SHORT_DP to LONG_DP

    override fun toString(): String = listOfNotNull(
        if (language == Language.GERMAN) "de" else "en",
        theme.name.lowercase(),
        "wide".takeIf { isWide },
        "large".takeIf { fontScale > 1f },
    ).joinToString("-")

    companion object {
        const val SHORT_DP = 411
        const val LONG_DP = 891
        private val ENGLISH = CoreLibrary("en")
        private val GERMAN = CoreLibrary("de")

        val plain = Look(Language.ENGLISH, Theme.LIGHT)
        val wide = Look(Language.ENGLISH, Theme.LIGHT, isWide = true)
        val largest = Look(Language.GERMAN, Theme.LIGHT, fontScale = 2f)
        val wideLargest = Look(Language.GERMAN, Theme.DARK, isWide = true, fontScale = 2f)

        /** Both languages, light and dark, upright and wide; and the longest words in the largest type. */
        val all: List<Look> = Language.entries.flatMap { language ->
            Theme.entries.flatMap { theme -> listOf(false, true).map { Look(language, theme, it) } }
        } + largest + wideLargest
    }
}

/** Everything that a page is built from, for one look. */
class Scene(val look: Look) {
    val coach = FakeCoach().apply {
        drills = look.core.drills
        words = look.core::text
        kept = kept.copy(language = look.language)
    }
    private val base = RuntimeEnvironment.getApplication().createConfigurationContext(configuration(look))
    val kit = kitOf(look.theme)

    /** For what lies on the camera's picture. */
    val dark = kitOf(Theme.DARK)

    private fun kitOf(theme: Theme) = Kit(dressed(base, look.language, theme), theme, look.strings::of)

    private fun configuration(look: Look) = Configuration().apply {
        fontScale = look.fontScale
        densityDpi = DENSITY_DPI
        screenWidthDp = look.size.first
        screenHeightDp = look.size.second
        orientation = if (look.isWide) Configuration.ORIENTATION_LANDSCAPE else Configuration.ORIENTATION_PORTRAIT
        uiMode = if (look.theme == Theme.DARK) Configuration.UI_MODE_NIGHT_YES else Configuration.UI_MODE_NIGHT_NO
    }

    private companion object {
        const val DENSITY_DPI = 320
    }
}

/** Takes pictures of pages, and holds each to the laws of [Laws]. */
object Booth {
    private val folder = File(System.getProperty("pictures.folder"), "screens").apply { mkdirs() }

    /** [tab]: the page stands beside the navigation. */
    fun take(name: String, tab: Tab? = null, looks: List<Look> = Look.all, page: (Scene) -> Page) = looks.forEach { look ->
        val scene = Scene(look)
        val kit = scene.kit
        val shown = page(scene)
        val shell = Shell(kit, shown, tab) {}
        val (width, height) = look.size.let { (width, height) -> kit.dp(width) to kit.dp(height) }
        shell.inset(if (look.isWide) Edges(left = kit.dp(BAR_DP)) else Edges(top = kit.dp(BAR_DP), bottom = kit.dp(BAR_DP)))
        shown.show()
        lay(shell, width, height)
        Laws.check("$name $look", shell, kit)
        save(shell, "$name-$look")
        shown.hide()
    }

    /** The whole of a page that scrolls, however long it is. */
    fun takeWhole(name: String, look: Look = Look.plain, page: (Scene) -> Page) {
        val scene = Scene(look)
        val shown = page(scene).apply { show() }
        lay(shown.view, scene.kit.dp(look.size.first), null)
        save(shown.view, "$name-$look-whole")
    }

    /** [heightPx]: as high as it wants to be, where there is none. */
    private fun lay(view: View, widthPx: Int, heightPx: Int?) {
        // Twice: what comes from the first measure, as a scroll's height, holds from the second on.
        repeat(2) {
            val height = heightPx?.let { View.MeasureSpec.makeMeasureSpec(it, View.MeasureSpec.EXACTLY) }
                ?: View.MeasureSpec.makeMeasureSpec(0, View.MeasureSpec.UNSPECIFIED)
            view.measure(View.MeasureSpec.makeMeasureSpec(widthPx, View.MeasureSpec.EXACTLY), height)
            view.layout(0, 0, view.measuredWidth, view.measuredHeight)
        }
        // What would still be moving stands as it will.
        view.jumpDrawablesToCurrentState()
    }

    private fun save(view: View, name: String) {
        val bitmap = Bitmap.createBitmap(view.width, view.height, Bitmap.Config.ARGB_8888)
        view.draw(Canvas(bitmap))
        File(folder, "$name.png").outputStream().use { bitmap.compress(Bitmap.CompressFormat.PNG, 100, it) }
        bitmap.recycle()
    }

    private const val BAR_DP = 28
}
