package app.dowel.android

import android.content.res.AssetManager
import java.io.InputStream

/** The networks among the app's assets: some as they are, some as a recipe. */
class PackedModels(private val assets: AssetManager) : Packed {
    override fun names(): List<String> = files().map { it.removeSuffix(RECIPE) }.sorted()

    override fun open(name: String): InputStream = if (name in files()) asset(name) else made(name).inputStream()

    private fun made(name: String): ByteArray {
        val recipe = Recipe(asset(name + RECIPE).use(InputStream::readBytes))
        return recipe.follow(asset(name.replace(".onnx", "_mask.onnx")).use(InputStream::readBytes))
    }

    private fun files(): List<String> = assets.list(FOLDER).orEmpty().toList()

    private fun asset(name: String): InputStream = assets.open("$FOLDER/$name")

    private companion object {
        const val FOLDER = "models"
        const val RECIPE = ".recipe"
    }
}
