package app.dowel.presenter

import app.dowel.core.DowelException
import app.dowel.platform.CameraProblem
import app.dowel.platform.ClipException
import app.dowel.platform.ClipProblem
import app.dowel.platform.Heat
import java.io.IOException

/** What to tell a person about it, and what they can do. */
internal fun problemOf(error: Exception): Text = when (error) {
    is DowelException -> phraseOf(error)
    is ClipException -> phraseOf(error.problem)
    is IOException -> Phrase.PROBLEM_SHARE
    else -> Phrase.PROBLEM_DEFECT
}.text()

private fun phraseOf(error: DowelException): Phrase = when (error) {
    is DowelException.BadFrame -> Phrase.PROBLEM_BAD_FRAME
    is DowelException.PictureChanged -> Phrase.PROBLEM_PICTURE_CHANGED
    is DowelException.BadRequest -> Phrase.PROBLEM_BAD_REQUEST
    is DowelException.NotNow -> Phrase.PROBLEM_NOT_NOW
    is DowelException.NotFound -> Phrase.PROBLEM_NOT_FOUND
    is DowelException.Model -> Phrase.PROBLEM_MODEL
    is DowelException.DiskFull -> Phrase.PROBLEM_DISK_FULL
    is DowelException.NewerData -> Phrase.PROBLEM_NEWER_DATA
    is DowelException.Storage -> Phrase.PROBLEM_STORAGE
    is DowelException.Defect -> Phrase.PROBLEM_DEFECT
}

private fun phraseOf(problem: ClipProblem): Phrase = when (problem) {
    ClipProblem.NOT_FOUND -> Phrase.CLIP_NOT_FOUND
    ClipProblem.NOT_A_VIDEO -> Phrase.CLIP_NOT_A_VIDEO
    ClipProblem.UNKNOWN_FORMAT -> Phrase.CLIP_UNKNOWN_FORMAT
    ClipProblem.BROKEN_OFF -> Phrase.CLIP_BROKEN_OFF
}

internal fun problemOf(problem: CameraProblem): Text = when (problem) {
    CameraProblem.NOT_ALLOWED -> Phrase.CAMERA_NOT_ALLOWED
    CameraProblem.NEVER_ALLOWED -> Phrase.CAMERA_NEVER_ALLOWED
    CameraProblem.NO_CAMERA -> Phrase.CAMERA_NONE
    CameraProblem.IN_USE -> Phrase.CAMERA_IN_USE
    CameraProblem.TAKEN_AWAY -> Phrase.CAMERA_TAKEN_AWAY
    CameraProblem.BROKEN -> Phrase.CAMERA_BROKEN
}.text()

/** Null as long as there is nothing to say about it. */
internal fun noticeOf(heat: Heat): Text? = when (heat) {
    Heat.COOL, Heat.WARM -> null
    Heat.HOT -> Phrase.HEAT_SLOWER.text()
    Heat.TOO_HOT -> Phrase.HEAT_STOPPED.text()
}
