package app.dowel.android

import android.content.res.AssetManager
import java.io.InputStream

/** The networks among the app's assets. */
class PackedModels(private val assets: AssetManager) : Packed {
    override fun names(): List<String> = assets.list(FOLDER).orEmpty().sorted()

    override fun open(name: String): InputStream = assets.open("$FOLDER/$name")

    private companion object {
        const val FOLDER = "models"
    }
}
