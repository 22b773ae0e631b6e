package app.dowel.android

import android.Manifest
import android.app.Activity
import android.content.ActivityNotFoundException
import android.content.Intent
import android.content.pm.ActivityInfo
import android.content.pm.PackageManager
import android.content.res.Configuration
import android.graphics.Color
import android.net.Uri
import android.os.Build
import android.os.Bundle
import android.provider.Settings
import android.view.View
import android.view.WindowInsets
import android.view.WindowInsetsController
import android.view.WindowManager
import android.widget.FrameLayout
import android.window.OnBackInvokedCallback
import android.window.OnBackInvokedDispatcher
import app.dowel.android.screen.SafetyPage
import app.dowel.android.screen.StartPage
import app.dowel.android.ui.Edges
import app.dowel.android.ui.Kit
import app.dowel.android.ui.Page
import app.dowel.android.ui.Shell
import app.dowel.android.ui.dressed
import app.dowel.android.ui.locale
import app.dowel.android.ui.themeOf
import app.dowel.core.Coach
import app.dowel.core.DowelException
import app.dowel.core.Language
import app.dowel.core.Places
import app.dowel.core.Tilt
import app.dowel.platform.CameraProblem
import app.dowel.platform.Clip
import app.dowel.platform.SharedFile
import app.dowel.presenter.Phrase
import app.dowel.presenter.PracticePhone
import app.dowel.presenter.Route
import app.dowel.presenter.StartPresenter
import app.dowel.presenter.StartState
import app.dowel.presenter.Trail
import app.dowel.presenter.text
import app.dowel.view.Theme
import java.io.File
import java.io.IOException
import java.util.Locale

/** The app's one window. It owns what lasts, and builds the page of the route that is shown. */
class MainActivity : Activity(), Guide, PhonePose {
    private val threads = PhoneThreads()
    private val start = StartPresenter(::openCoach, threads)
    private val trail = Trail { showPage() }
    private lateinit var root: FrameLayout
    private lateinit var veil: View
    private lateinit var speaker: PhoneSpeaker
    private lateinit var kit: Kit
    private val camera by lazy { ShownCamera(this, this) }
    private var language = languageOf(Locale.getDefault())
    private var home: Home? = null
    private var page: Page? = null
    private var shell: Shell? = null
    private var edges = Edges()
    private var heat: HeatWatch? = null
    private var gravity: GravityWatch? = null
    private var onCamera: ((Boolean) -> Unit)? = null
    private var onVideo: ((Clip) -> Unit)? = null

    /** The first start's page comes before all others. */
    private var hasReadSafety = true
    private var backCallback: OnBackInvokedCallback? = null

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        speaker = PhoneSpeaker(applicationContext)
        veil = View(this).apply {
            setBackgroundColor(Color.WHITE)
            alpha = 0f
            importantForAccessibility = View.IMPORTANT_FOR_ACCESSIBILITY_NO
        }
        root = FrameLayout(this)
        // That of the app's languages, which the phone's own need not be among.
        root.layoutDirection = View.LAYOUT_DIRECTION_LTR
        root.setOnApplyWindowInsetsListener { _, insets -> insets.also { inset(edgesOf(it)) } }
        drawBehindBars()
        setContentView(root)
        showPage()
        start.open()
    }

    override fun onStart() {
        super.onStart()
        heat = HeatWatch(this) { home?.practice?.onHeat(it) }
        gravity = GravityWatch(this)
        home?.practice?.comeBack()
    }

    override fun onStop() {
        home?.practice?.leave()
        heat?.close()
        heat = null
        gravity?.close()
        gravity = null
        super.onStop()
    }

    override fun onDestroy() {
        page?.hide()
        home?.practice?.close()
        home?.video?.cancel()
        speaker.close()
        val coach = home?.coach as? Coach
        if (coach != null) threads.io(coach::close)
        threads.close()
        super.onDestroy()
    }

    override fun onConfigurationChanged(next: Configuration) {
        super.onConfigurationChanged(next)
        showPage()
    }

    override fun go(route: Route) = trail.go(route)

    override fun goInstead(route: Route) = trail.goInstead(route)

    override fun back() {
        if (!trail.back()) finish()
    }

    private fun onSystemBack() {
        if (page?.onBack() != true) back()
    }

    override fun speak(language: Language) {
        if (language == this.language) return
        this.language = language
        home?.drills?.load()
        showPage()
    }

    override fun withCamera(begin: () -> Unit, refused: (CameraProblem) -> Unit) {
        if (checkSelfPermission(Manifest.permission.CAMERA) == PackageManager.PERMISSION_GRANTED) return begin()
        onCamera = { isAllowed ->
            when {
                isAllowed -> begin()
                shouldShowRequestPermissionRationale(Manifest.permission.CAMERA) -> refused(CameraProblem.NOT_ALLOWED)
                else -> refused(CameraProblem.NEVER_ALLOWED)
            }
        }
        requestPermissions(arrayOf(Manifest.permission.CAMERA), CAMERA_REQUEST)
    }

    override fun onRequestPermissionsResult(code: Int, asked: Array<out String>, given: IntArray) {
        // No answer at all: another window came in between.
        if (code != CAMERA_REQUEST || given.isEmpty()) return
        onCamera?.invoke(given[0] == PackageManager.PERMISSION_GRANTED)
        onCamera = null
    }

    override fun holdTurn(isHeld: Boolean) {
        val wanted = if (isHeld) ActivityInfo.SCREEN_ORIENTATION_LOCKED else ActivityInfo.SCREEN_ORIENTATION_UNSPECIFIED
        if (requestedOrientation != wanted) requestedOrientation = wanted
    }

    override fun chooseVideo(chosen: (Clip) -> Unit, none: () -> Unit) {
        onVideo = chosen
        // Android's own chooser lends just the one file: that needs no permission.
        val choose = Intent(Intent.ACTION_OPEN_DOCUMENT).addCategory(Intent.CATEGORY_OPENABLE).setType("video/*")
        try {
            startActivityForResult(choose, VIDEO_REQUEST)
        } catch (_: ActivityNotFoundException) {
            none()
        }
    }

    override fun onActivityResult(code: Int, result: Int, data: Intent?) {
        super.onActivityResult(code, result, data)
        val address = data?.data
        if (code == VIDEO_REQUEST && result == RESULT_OK && address != null) onVideo?.invoke(clipOf(this, address))
        onVideo = null
    }

    override fun share(file: SharedFile) = startActivity(shareIntent(file, kit.words(Phrase.SHARE_TITLE.text())))

    override fun openPhoneSettings() =
        startActivity(Intent(Settings.ACTION_APPLICATION_DETAILS_SETTINGS, Uri.fromParts("package", packageName, null)))

    override val displayDeg: Int
        get() = QUARTER_DEG * rotation()

    override val tilt: Tilt?
        get() = gravity?.tilt(displayDeg)

    private fun rotation(): Int = if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) {
        display?.rotation ?: 0
    } else {
        @Suppress("DEPRECATION")
        service<WindowManager>().defaultDisplay.rotation
    }

    @Deprecated("Before Android 13 it is the only way")
    override fun onBackPressed() = onSystemBack()

    /** Where there is no way back within the app, Android shows what lies behind it. */
    private fun catchBack() {
        if (Build.VERSION.SDK_INT < Build.VERSION_CODES.TIRAMISU) return
        backCallback?.let(onBackInvokedDispatcher::unregisterOnBackInvokedCallback)
        backCallback = null
        if (!trail.canGoBack) return
        backCallback = OnBackInvokedCallback(::onSystemBack).also {
            onBackInvokedDispatcher.registerOnBackInvokedCallback(OnBackInvokedDispatcher.PRIORITY_DEFAULT, it)
        }
    }

    /** On the thread for files. */
    private fun openCoach(): Coach {
        // Neither is backed up: sessions stay on this phone, and the networks come with the app.
        val store = File(noBackupFilesDir, "dowel.db")
        val version = "${packageManager.getPackageInfo(packageName, 0).lastUpdateTime}"
        val models = try {
            Models(PackedModels(assets), File(noBackupFilesDir, "models"), version).unpacked()
        } catch (error: IOException) {
            throw DowelException.DiskFull(error.message.orEmpty())
        }
        val language = Locale.getDefault().toLanguageTag()
        return Coach.open(Places(store.path, models.path, RUNTIME, language))
    }

    private fun begin(opened: StartState.Open) {
        val phone = PracticePhone(
            camera = camera,
            speaker = speaker,
            haptics = PhoneHaptics(this),
            screen = PhoneScreen(window, veil) { kit.words(it) },
            clock = PhoneClock { language.locale },
        )
        home = Home(opened.coach, phone, PhoneClips(this), ReportFiles(this), threads).apply {
            drills.load()
            drills.tell(opened.notice)
        }
        language = opened.settings.language
        hasReadSafety = opened.settings.hasReadSafety
        showPage()
    }

    private fun showPage() {
        page?.hide()
        kit = newKit()
        val home = home
        val next = when {
            home == null -> StartPage(kit, start, ::begin)
            hasReadSafety -> Screens(kit, newKit(Theme.DARK), home, camera, this).of(trail.here)
            else -> SafetyPage(kit, home.safety, onBack = null) { hasReadSafety = true; showPage() }
        }
        page = next
        val tab = (trail.here as? Route.Root)?.tab?.takeIf { home != null && hasReadSafety }
        shell = Shell(kit, next, tab, trail::choose).also {
            root.removeAllViews()
            root.addView(it)
            root.addView(veil)
        }
        inset(edges)
        colourBars()
        catchBack()
        next.show()
    }

    private fun newKit(theme: Theme = themeOf(resources.configuration)): Kit {
        val context = dressed(this, language, theme)
        return Kit(context, theme, ResourceWords(context.resources, packageName)::of)
    }

    private fun inset(next: Edges) {
        edges = next
        shell?.inset(next)
    }

    private fun drawBehindBars() {
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) return window.setDecorFitsSystemWindows(false)
        @Suppress("DEPRECATION")
        window.decorView.systemUiVisibility = View.SYSTEM_UI_FLAG_LAYOUT_STABLE or
            View.SYSTEM_UI_FLAG_LAYOUT_FULLSCREEN or View.SYSTEM_UI_FLAG_LAYOUT_HIDE_NAVIGATION
    }

    /** Dark signs on a light page, light ones on a dark page. */
    private fun colourBars() {
        val isLight = kit.theme == Theme.LIGHT && page?.isDark == false
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) {
            val both = WindowInsetsController.APPEARANCE_LIGHT_STATUS_BARS or WindowInsetsController.APPEARANCE_LIGHT_NAVIGATION_BARS
            window.insetsController?.setSystemBarsAppearance(if (isLight) both else 0, both)
            return
        }
        @Suppress("DEPRECATION")
        with(window.decorView) {
            val both = View.SYSTEM_UI_FLAG_LIGHT_STATUS_BAR or View.SYSTEM_UI_FLAG_LIGHT_NAVIGATION_BAR
            systemUiVisibility = if (isLight) systemUiVisibility or both else systemUiVisibility and both.inv()
        }
    }

    private fun edgesOf(insets: WindowInsets): Edges {
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) {
            val bars = insets.getInsets(WindowInsets.Type.systemBars() or WindowInsets.Type.displayCutout())
            return Edges(bars.left, bars.top, bars.right, bars.bottom)
        }
        @Suppress("DEPRECATION")
        return with(insets) { Edges(systemWindowInsetLeft, systemWindowInsetTop, systemWindowInsetRight, systemWindowInsetBottom) }
    }

    private companion object {
        const val CAMERA_REQUEST = 1
        const val VIDEO_REQUEST = 2
        const val QUARTER_DEG = 90

        /** The system finds it among the app's own libraries. */
        const val RUNTIME = "libonnxruntime.so"
    }
}

/** Until the settings are known. */
private fun languageOf(locale: Locale): Language = if (locale.language == Locale.GERMAN.language) Language.GERMAN else Language.ENGLISH
