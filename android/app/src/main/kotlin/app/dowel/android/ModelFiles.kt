package app.dowel.android

import android.content.Context
import java.io.File
import java.io.IOException

private const val ASSETS = "models"
private const val RECIPE = ".recipe"

/**
 * The pose networks, which the core reads from files and the app carries packed. [builtAtMs] tells one installation from
 * the next.
 */
class ModelFiles(private val context: Context, private val builtAtMs: Long) {
    private val all = File(context.noBackupFilesDir, "models")

    /** Their folder. After an installation or an update they are unpacked first, which takes a second or two. */
    fun folder(): File {
        val ready = File(all, "$builtAtMs")
        if (!ready.isDirectory) {
            all.deleteRecursively()
            val partial = File(all, "partial").apply { mkdirs() }
            unpack(partial)
            if (!partial.renameTo(ready)) throw IOException("the networks could not be put in place")
        }
        return ready
    }

    private fun unpack(folder: File) {
        val (recipes, files) = context.assets.list(ASSETS).orEmpty().partition { it.endsWith(RECIPE) }
        for (name in files) {
            context.assets.open("$ASSETS/$name").use { from -> File(folder, name).outputStream().use(from::copyTo) }
        }
        for (recipe in recipes) {
            val name = recipe.removeSuffix(RECIPE)
            val base = File(folder, name.replace(".onnx", "_mask.onnx")).readBytes()
            File(folder, name).writeBytes(Recipe(context.assets.open("$ASSETS/$recipe").use { it.readBytes() }).follow(base))
        }
    }
}
