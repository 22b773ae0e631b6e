package app.dowel.android

import app.dowel.core.Language
import app.dowel.platform.CameraProblem
import app.dowel.platform.Clip
import app.dowel.platform.SharedFile
import app.dowel.presenter.Route

/** What a page asks of the app around it. */
interface Guide {
    fun go(route: Route)

    /** As [go], but back does not lead to the screen that is left. */
    fun goInstead(route: Route)

    fun back()

    /** Everything is shown in this language from now on. */
    fun speak(language: Language)

    /** Asks for the camera where it was not allowed yet. */
    fun withCamera(begin: () -> Unit, refused: (CameraProblem) -> Unit)

    /** The window keeps its direction, however the phone is turned. */
    fun holdTurn(isHeld: Boolean)

    /** Lets the person choose a video; [none] where no app can offer any. */
    fun chooseVideo(chosen: (Clip) -> Unit, none: () -> Unit)

    /** Hands it to the phone's share sheet. */
    fun share(file: SharedFile)

    /** Where a person allows what they refused for good. */
    fun openPhoneSettings()
}
