package app.dowel.android

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.io.ByteArrayInputStream
import java.io.File
import java.io.IOException
import java.io.InputStream

class ModelsTest {
    @TempDir
    private lateinit var home: File
    private val folder get() = File(home, "models")
    private val opened = mutableListOf<String>()
    private var files = mapOf("lite.onnx" to "lite", "full.onnx" to "fuller")
    private var breaksAt: String? = null

    private val packed = object : Packed {
        override fun names() = files.keys.toList()

        override fun open(name: String): InputStream {
            opened += name
            if (name == breaksAt) throw IOException("full")
            return ByteArrayInputStream(files.getValue(name).toByteArray())
        }
    }

    private fun unpack(version: String = "1") = Models(packed, folder, version).unpacked()

    private fun lying() = folder.listFiles().orEmpty().filter { it.extension == "onnx" }.associate { it.name to it.readText() }

    @Test
    fun `they are unpacked once`() {
        assertEquals(folder, unpack())
        assertEquals(files, lying())
        unpack()
        assertEquals(2, opened.size)
    }

    @Test
    fun `another version brings its own and leaves none behind`() {
        unpack("1")
        files = mapOf("lite.onnx" to "newer")
        unpack("2")
        assertEquals(files, lying())
    }

    @Test
    fun `what was cut short or lost comes again`() {
        unpack()
        File(folder, "full.onnx").writeText("ful")
        unpack()
        assertEquals(files, lying())
        File(folder, "lite.onnx").delete()
        unpack()
        assertEquals(files, lying())
    }

    @Test
    fun `where there is no room no half file stays for a whole one`() {
        breaksAt = "full.onnx"
        assertThrows(IOException::class.java) { unpack() }
        assertFalse(File(folder, "full.onnx").exists())
        breaksAt = null
        unpack()
        assertEquals(files, lying())
    }
}
