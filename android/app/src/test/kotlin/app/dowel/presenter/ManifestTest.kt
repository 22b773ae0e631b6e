package app.dowel.presenter

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import org.w3c.dom.Element

/** What can only be seen in the manifest as it is written; `LinkedAppTest` reads it as a phone does. */
class ManifestTest {
    private val manifest = Resources.xml("AndroidManifest.xml")
    private val application = manifest.all("application").single()

    private fun Element.android(name: String) = getAttributeNS("http://schemas.android.com/apk/res/android", name)

    @Test
    fun `nothing is backed up`() {
        assertEquals("false", application.android("allowBackup"))
        assertEquals("false", application.android("fullBackupContent"))
        val rules = Resources.xml("res/${application.android("dataExtractionRules").removePrefix("@")}.xml")
        for (way in listOf("cloud-backup", "device-transfer")) {
            val left = rules.all(way).single().all("exclude").map { it.getAttribute("domain") }.toSet()
            assertEquals(setOf("root", "database", "file", "sharedpref", "external"), left)
        }
        assertEquals(emptyList<Element>(), rules.all("include"))
    }

    @Test
    fun `other apps reach the launcher and nothing else`() {
        val parts = listOf("activity", "activity-alias", "service", "receiver", "provider").flatMap(application::all)
        // Each says it: what is left out is decided by the version of Android.
        assertEquals(emptyList<String>(), parts.map { it.android("exported") } - setOf("true", "false"))
        val open = parts.filter { it.android("exported") == "true" }
        assertEquals(listOf("app.dowel.android.MainActivity"), open.map { it.android("name") })
        assertEquals(listOf("android.intent.action.MAIN"), open.single().all("action").map { it.android("name") })
        assertEquals(listOf("android.intent.category.LAUNCHER"), open.single().all("category").map { it.android("name") })
    }

    @Test
    fun `every language that has words is offered`() {
        val offered = Resources.xml("res/xml/locales.xml").all("locale").map { it.android("name") }
        assertEquals(listOf("en", "de"), offered)
    }
}
