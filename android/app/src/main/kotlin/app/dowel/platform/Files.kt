package app.dowel.platform

/** A video that the person chose. */
data class Clip(val address: String, val name: String)

/** Why a video can't be read. */
class ClipException(val problem: ClipProblem) : Exception(problem.name)

enum class ClipProblem { NOT_FOUND, NOT_A_VIDEO, UNKNOWN_FORMAT, BROKEN_OFF }

/** The pictures of one video, in order. */
interface ClipReader : AutoCloseable {
    /** Null where the file does not say. */
    val durationS: Double?

    /** Null at the end. @throws ClipException */
    fun next(): CameraFrame?
}

interface Clips {
    /** @throws ClipException */
    fun open(clip: Clip): ClipReader
}

/** A file that other apps may read as long as it is being shared. */
data class SharedFile(val name: String, val mimeType: String, val address: String)

interface Files {
    /** Puts it where only a share sheet can hand it on. @throws java.io.IOException */
    fun offer(name: String, mimeType: String, content: String): SharedFile

    fun takeBack(file: SharedFile)
}
