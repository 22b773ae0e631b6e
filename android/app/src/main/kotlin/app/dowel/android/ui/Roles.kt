package app.dowel.android.ui

import android.view.View
import android.view.accessibility.AccessibilityNodeInfo
import android.widget.Button
import android.widget.CheckBox
import android.widget.RadioButton

/** What the screen reader calls it. */
internal fun <V : View> V.asButton(): V = apply { tell { className = Button::class.java.name } }

/** One of several of which one holds. */
internal fun <V : View> V.asOption(isChosen: () -> Boolean): V = apply {
    tell {
        className = RadioButton::class.java.name
        mark(isChosen())
    }
}

/** One that holds or not, whatever the others do. */
internal fun <V : View> V.asCheck(isChosen: () -> Boolean): V = apply {
    tell {
        className = CheckBox::class.java.name
        mark(isChosen())
    }
}

// Android 16 has three states of a mark; two are meant here, and every version knows this one.
@Suppress("DEPRECATION")
private fun AccessibilityNodeInfo.mark(isChosen: Boolean) {
    isCheckable = true
    isChecked = isChosen
}

private fun View.tell(how: AccessibilityNodeInfo.() -> Unit) {
    accessibilityDelegate = object : View.AccessibilityDelegate() {
        override fun onInitializeAccessibilityNodeInfo(host: View, info: AccessibilityNodeInfo) {
            super.onInitializeAccessibilityNodeInfo(host, info)
            info.how()
        }
    }
}
