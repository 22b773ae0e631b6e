package app.dowel.android

import android.content.Context
import android.content.pm.ApplicationInfo
import android.content.pm.PackageInfo
import android.content.pm.PackageManager
import android.content.res.Configuration
import app.dowel.presenter.Phrase
import app.dowel.presenter.Resources
import app.dowel.presenter.Strings
import app.dowel.presenter.Text
import app.dowel.presenter.all
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config
import java.io.File
import java.util.Locale
import javax.xml.parsers.DocumentBuilderFactory

/** Manifest and resources as aapt2 compiled and linked them, read by Android's own package parser and resource tables. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [35])
class LinkedAppTest {
    private val context: Context = RuntimeEnvironment.getApplication()

    private val app: PackageInfo = context.packageManager.getPackageInfo(
        "app.dowel",
        PackageManager.GET_PERMISSIONS or PackageManager.GET_ACTIVITIES or PackageManager.GET_SERVICES or
            PackageManager.GET_RECEIVERS or PackageManager.GET_PROVIDERS,
    )

    @Test
    fun `it asks for the camera and the vibrator and nothing else`() {
        val asked = app.requestedPermissions.orEmpty().toList()
        assertEquals(listOf("android.permission.CAMERA", "android.permission.VIBRATE"), asked.sorted())
        assertEquals(emptyList<Any>(), app.permissions.orEmpty().toList())
    }

    @Test
    fun `nothing is backed up`() {
        val flags = checkNotNull(app.applicationInfo).flags
        assertEquals(0, flags and ApplicationInfo.FLAG_ALLOW_BACKUP)
        assertEquals(0, flags and ApplicationInfo.FLAG_USES_CLEARTEXT_TRAFFIC)
    }

    @Test
    fun `other apps reach the launcher and nothing else`() {
        assertEquals(mapOf("app.dowel.android.MainActivity" to true), app.activities.orEmpty().associate { it.name to it.exported })
        assertEquals(mapOf("app.dowel.android.ReportProvider" to false), app.providers.orEmpty().associate { it.name to it.exported })
        assertEquals(0, app.services.orEmpty().size + app.receivers.orEmpty().size)
    }

    @Test
    fun `every class that the manifest names is there`() {
        val named = app.activities.orEmpty().map { it.name } + app.providers.orEmpty().map { it.name }
        named.forEach { Class.forName(it) }
    }

    /** ONNX Runtime's own is not at hand: the build for phones holds the whole merged manifest against the same. */
    @Test
    fun `the library that is merged into it adds nothing`() {
        val file = File(System.getProperty("apk.folder"), "jna/AndroidManifest.xml")
        val added = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file).documentElement.all("*")
        assertEquals(emptyList<String>(), added.map { it.tagName } - "uses-sdk")
    }

    @Test
    fun `android says every phrase as it was written`() {
        says(Locale.ENGLISH, Resources.english)
        says(Locale.GERMAN, Resources.german)
    }

    private fun says(locale: Locale, strings: Strings) {
        val configuration = Configuration(context.resources.configuration).apply { setLocale(locale) }
        val localized = context.createConfigurationContext(configuration)
        val words = ResourceWords(localized.resources, context.packageName)
        for (phrase in Phrase.entries) {
            val texts = if (phrase.isPlural) listOf(0, 1, 2, 21).map { Text.Counted(phrase, it) } else listOf(filled(phrase))
            for (text in texts) assertEquals(strings.of(text), words.of(text))
        }
        assertTrue(localized.getText(localized.applicationInfo.labelRes) == "Dowel")
    }

    /** With as many values as it has places, of the kinds that these want. */
    private fun filled(phrase: Phrase): Text {
        val places = Regex("%(\\d)\\$[+.\\d]*([sdf])").findAll(Resources.english.plain.getValue(phrase.resource))
        val kinds = places.associate { it.groupValues[1].toInt() to it.groupValues[2] }.toSortedMap().values
        return Text.Own(phrase, kinds.map { kind -> if (kind == "d") 3 else if (kind == "f") 1.5 else "Ä & <b>" })
    }
}
