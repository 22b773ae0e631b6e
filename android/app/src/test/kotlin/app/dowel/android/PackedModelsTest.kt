package app.dowel.android

import android.content.Context
import org.junit.Assert.assertArrayEquals
import org.junit.Assert.assertEquals
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
class PackedModelsTest {
    private val context: Context = RuntimeEnvironment.getApplication()
    private val home = System.getenv("DOWEL_HOME")

    @Test
    fun `the networks come out as they were made`() {
        assumeTrue("DOWEL_HOME names no folder with the networks", home != null)
        val folder = Models(PackedModels(context.assets), File(context.noBackupFilesDir, "models"), "1").unpacked()
        val names = listOf("pose_detection") + listOf("lite", "full").flatMap { listOf("pose_landmark_$it", "pose_landmark_${it}_mask") }
        val files = folder.listFiles().orEmpty().filter { it.extension == "onnx" }
        assertEquals(names.map { "$it.onnx" }.sorted(), files.map { it.name }.sorted())
        for (file in files) assertArrayEquals(file.name, File(home, "models/${file.name}").readBytes(), file.readBytes())
    }
}
