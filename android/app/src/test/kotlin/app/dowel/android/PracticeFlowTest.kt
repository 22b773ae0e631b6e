package app.dowel.android

import android.Manifest
import android.app.Application
import android.content.pm.ActivityInfo
import android.content.pm.PackageManager
import android.provider.Settings
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Assume.assumeTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode
import java.io.File

/** The way to a session in the app's real window, over the real core. There is no camera here, and no network. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [35])
@GraphicsMode(GraphicsMode.Mode.NATIVE)
class PracticeFlowTest {
    private val phone: Application = RuntimeEnvironment.getApplication()
    private lateinit var app: AppDriver

    @Before
    fun begin() {
        assumeTrue("the facade's library is at hand", AppDriver.hasCore)
        app = AppDriver()
        app.tap("I have read this")
        app.tap("Dowel hinge")
        app.await("Set-up")
        // Where the assets were laid ready the app has unpacked them by now.
        File(phone.noBackupFilesDir, "models").deleteRecursively()
    }

    private fun answer(isAllowed: Boolean) {
        val asked = shadowOf(app.activity).lastRequestedPermission
        assertEquals(listOf(Manifest.permission.CAMERA), asked.requestedPermissions.toList())
        if (isAllowed) shadowOf(phone).grantPermissions(Manifest.permission.CAMERA)
        val given = if (isAllowed) PackageManager.PERMISSION_GRANTED else PackageManager.PERMISSION_DENIED
        app.activity.onRequestPermissionsResult(asked.requestCode, asked.requestedPermissions, intArrayOf(given))
    }

    @Test
    fun `who refused the camera for good is led to the phone's settings`() {
        app.tap("One more set")
        app.await("4 sets")
        app.tap("Begin")
        answer(isAllowed = false)
        app.await("The camera is switched off for Dowel. Allow it in the phone’s settings, under Apps.")
        app.tap("Open the phone’s settings")
        assertEquals(Settings.ACTION_APPLICATION_DETAILS_SETTINGS, shadowOf(app.activity).nextStartedActivity.action)
        // What was chosen is still there.
        assertNotNull(app.find("4 sets"))
        app.leave()
    }

    @Test
    fun `who refused it once is asked again`() {
        shadowOf(phone.packageManager).setShouldShowRequestPermissionRationale(Manifest.permission.CAMERA, true)
        app.tap("Begin")
        answer(isAllowed = false)
        app.tap("Allow the camera")
        answer(isAllowed = true)
        app.await(MODEL_MISSING)
        app.leave()
    }

    @Test
    fun `a session that can't begin says why, and back leads to the drill`() {
        app.tap("It hurts 3 of 10")
        app.await("Rather not say")
        shadowOf(phone).grantPermissions(Manifest.permission.CAMERA)
        app.tap("Begin")
        app.await(MODEL_MISSING)
        app.back()
        app.await("Set-up")
        assertNull("before the next session it is asked anew", app.find("Rather not say"))
        assertTrue(app.activity.requestedOrientation != ActivityInfo.SCREEN_ORIENTATION_LOCKED)
        app.tap("Back")
        app.await("The hinge")
        app.leave()
    }

    private companion object {
        const val MODEL_MISSING =
            "Part of the app is missing or unreadable. Install Dowel again; your sessions stay if you keep the app’s data."
    }
}
