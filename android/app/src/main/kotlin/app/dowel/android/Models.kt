package app.dowel.android

import java.io.File
import java.io.IOException
import java.io.InputStream

/** The networks as they come with the app. */
interface Packed {
    fun names(): List<String>

    /** @throws IOException */
    fun open(name: String): InputStream
}

/**
 * Puts the networks where the core can read them as files: once for each [version] of the app. Half a file never
 * carries its name.
 */
class Models(private val packed: Packed, private val folder: File, private val version: String) {
    private val mark = File(folder, "version")

    /** @throws IOException when the disk is full. */
    fun unpacked(): File {
        val names = packed.names()
        if (!isComplete(names)) unpack(names)
        return folder
    }

    private fun isComplete(names: List<String>): Boolean {
        val kept = mark.takeIf { it.isFile }?.readLines() ?: return false
        return kept == listOf(version) + names.map { line(File(folder, it)) }
    }

    private fun unpack(names: List<String>) {
        folder.mkdirs()
        mark.delete()
        for (name in names) {
            val half = File(folder, "$name.part")
            packed.open(name).use { from -> half.outputStream().use(from::copyTo) }
            if (!half.renameTo(File(folder, name))) throw IOException("$name can't be put in its place")
        }
        // What an older version left.
        folder.listFiles().orEmpty().filter { it.name !in names }.forEach(File::delete)
        mark.writeText((listOf(version) + names.map { line(File(folder, it)) }).joinToString("\n"))
    }

    private fun line(file: File) = "${file.name} ${file.length()}"
}
