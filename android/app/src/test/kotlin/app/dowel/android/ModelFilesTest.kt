package app.dowel.android

import android.content.Context
import org.junit.Assert.assertArrayEquals
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assume.assumeTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config
import java.io.File

/** The networks as the app carries them become those that the core asks for. `cargo xtask test` lays both ready. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [35])
class ModelFilesTest {
    private val context: Context = RuntimeEnvironment.getApplication()
    private val home = System.getenv("DOWEL_HOME")

    @Test
    fun `the networks come out as they were made`() {
        assumeTrue("DOWEL_HOME names no folder with the networks", home != null)
        val folder = ModelFiles(context, builtAtMs = 1).folder()
        val names = listOf("pose_detection") + listOf("lite", "full").flatMap { listOf("pose_landmark_$it", "pose_landmark_${it}_mask") }
        assertEquals(names.map { "$it.onnx" }.sorted(), folder.list().orEmpty().sorted())
        for (file in folder.listFiles().orEmpty()) assertArrayEquals(file.name, File(home, "models/${file.name}").readBytes(), file.readBytes())
    }

    @Test
    fun `they are unpacked once for each installation, and the older ones go`() {
        val first = ModelFiles(context, builtAtMs = 1).folder()
        File(first, "mark").writeText("")
        assertEquals(first, ModelFiles(context, builtAtMs = 1).folder())
        assertEquals(true, File(first, "mark").exists())
        val second = ModelFiles(context, builtAtMs = 2).folder()
        assertFalse(first.exists())
        assertEquals(listOf(second.name), second.parentFile!!.list().orEmpty().toList())
    }

    @Test
    fun `what an interruption left behind is not taken for ready`() {
        val partial = File(context.noBackupFilesDir, "models/partial").apply { mkdirs() }
        File(partial, "half.onnx").writeText("half")
        assertFalse("half.onnx" in ModelFiles(context, builtAtMs = 3).folder().list().orEmpty())
    }
}
