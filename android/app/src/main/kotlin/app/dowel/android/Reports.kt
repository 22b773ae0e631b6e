package app.dowel.android

import android.content.ClipData
import android.content.ContentProvider
import android.content.ContentValues
import android.content.Context
import android.content.Intent
import android.database.Cursor
import android.database.MatrixCursor
import android.net.Uri
import android.os.ParcelFileDescriptor
import android.provider.OpenableColumns
import app.dowel.platform.Files
import app.dowel.platform.SharedFile
import java.io.File
import java.io.FileNotFoundException

private const val AUTHORITY = "app.dowel.reports"

/** Reports to be shared lie in the cache, which is not backed up and which Android may empty. */
private fun folder(context: Context) = File(context.cacheDir, "reports")

class ReportFiles(private val context: Context) : Files {
    override fun offer(name: String, mimeType: String, content: String): SharedFile {
        val folder = folder(context).apply { mkdirs() }
        // Those of earlier starts, which nobody takes back.
        folder.listFiles().orEmpty().forEach(File::delete)
        val file = File(folder, name)
        file.writeText(content)
        val address = Uri.Builder().scheme("content").authority(AUTHORITY).appendPath(name).build()
        return SharedFile(name, mimeType, address.toString())
    }

    override fun takeBack(file: SharedFile) {
        File(folder(context), file.name).delete()
    }
}

/** For the phone's own share sheet: the chosen app may read this one file. */
fun shareIntent(file: SharedFile, title: String): Intent {
    val address = Uri.parse(file.address)
    val send = Intent(Intent.ACTION_SEND)
        .setType(file.mimeType)
        .putExtra(Intent.EXTRA_STREAM, address)
        .addFlags(Intent.FLAG_GRANT_READ_URI_PERMISSION)
    // The share sheet itself is only lent what is in the clip data: it shows the file's name.
    send.clipData = ClipData.newRawUri(file.name, address)
    return Intent.createChooser(send, title)
}

/**
 * Lends the reports, read only, to whom the person shares them with: the manifest exports it to nobody, and each
 * share grants one address.
 */
class ReportProvider : ContentProvider() {
    override fun onCreate() = true

    override fun openFile(uri: Uri, mode: String): ParcelFileDescriptor {
        if (mode != "r") throw FileNotFoundException("reports can only be read")
        return ParcelFileDescriptor.open(fileOf(uri), ParcelFileDescriptor.MODE_READ_ONLY)
    }

    override fun query(uri: Uri, columns: Array<String>?, where: String?, values: Array<String>?, order: String?): Cursor {
        val file = fileOf(uri)
        val known = mapOf(OpenableColumns.DISPLAY_NAME to file.name, OpenableColumns.SIZE to file.length())
        val asked = (columns?.toList() ?: known.keys.toList()).filter { it in known }
        return MatrixCursor(asked.toTypedArray(), 1).apply { addRow(asked.map { known.getValue(it) }) }
    }

    override fun getType(uri: Uri): String? = when (uri.lastPathSegment?.substringAfterLast('.')) {
        "html" -> "text/html"
        "csv" -> "text/csv"
        "json" -> "application/json"
        else -> null
    }

    /** A name is a file of the folder; none leads out of it. */
    private fun fileOf(uri: Uri): File {
        val name = uri.pathSegments.singleOrNull() ?: throw FileNotFoundException("there is no such report")
        val reports = folder(checkNotNull(context) { "a provider is asked after it was made" })
        return reports.listFiles().orEmpty().find { it.name == name } ?: throw FileNotFoundException("there is no such report")
    }

    override fun insert(uri: Uri, values: ContentValues?): Uri? = null

    override fun update(uri: Uri, values: ContentValues?, where: String?, args: Array<String>?) = 0

    override fun delete(uri: Uri, where: String?, args: Array<String>?) = 0
}
