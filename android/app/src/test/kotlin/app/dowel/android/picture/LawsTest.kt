package app.dowel.android.picture

import android.text.TextUtils
import android.view.View
import android.widget.FrameLayout
import android.widget.LinearLayout
import android.widget.TextView
import app.dowel.android.ui.Type
import app.dowel.android.ui.Weight
import app.dowel.android.ui.button
import app.dowel.android.ui.column
import app.dowel.android.ui.label
import app.dowel.presenter.Phrase
import app.dowel.presenter.Text
import app.dowel.presenter.text
import org.junit.Assert.assertThrows
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode

/** Each law can be broken. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [35], manifest = Config.NONE)
@GraphicsMode(GraphicsMode.Mode.NATIVE)
class LawsTest {
    private val kit = Scene(Look.plain).kit

    private fun words(words: String) = kit.label(Type.BODY, Text.Ready(words))

    private fun check(view: View, widthDp: Int = 200) {
        view.measure(View.MeasureSpec.makeMeasureSpec(kit.dp(widthDp), View.MeasureSpec.EXACTLY), View.MeasureSpec.UNSPECIFIED)
        view.layout(0, 0, view.measuredWidth, view.measuredHeight)
        Laws.check("here", view, kit)
    }

    private fun broken(view: View, law: String, widthDp: Int = 200) {
        val error = assertThrows(AssertionError::class.java) { check(view, widthDp) }
        assertTrue(error.message, law in error.message!!)
    }

    @Test
    fun `what is right passes`() =
        check(kit.column(8, words("Reach your hips to the wall behind you"), kit.button(Weight.PRIMARY, Phrase.DRILL_BEGIN.text()) {}))

    @Test
    fun `words that are cut off`() {
        val long = "Reach your hips to the wall behind you"
        val cut = words(long).apply { isSingleLine = true; ellipsize = TextUtils.TruncateAt.END }
        broken(kit.column(0, cut), "cut off")
        val low = words(long).apply { layoutParams = LinearLayout.LayoutParams(kit.dp(100), kit.dp(20)) }
        broken(LinearLayout(kit.context).apply { addView(low) }, "higher than its place")
    }

    @Test
    fun `words that are broken`() = broken(kit.column(0, words("Wwwwwwwwwwwwwwwwwwwww")), "breaks a word", widthDp = 60)

    @Test
    fun `buttons that are small or have no name`() {
        val small = TextView(kit.context).apply { text = "x"; isClickable = true }
        broken(kit.column(0, small), "too small")
        broken(kit.column(0, View(kit.context).apply { isClickable = true; minimumHeight = kit.dp(48) }), "has no name")
    }

    @Test
    fun `things that lie on each other or reach out`() {
        broken(FrameLayout(kit.context).apply { addView(words("one")); addView(words("two")) }, "overlap")
        val wide = View(kit.context).apply { layoutParams = LinearLayout.LayoutParams(kit.dp(300), kit.dp(20)) }
        broken(LinearLayout(kit.context).apply { addView(wide) }, "reaches out")
    }
}
