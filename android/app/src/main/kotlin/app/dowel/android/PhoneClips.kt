package app.dowel.android

import android.content.Context
import android.graphics.ImageFormat
import android.media.MediaCodec
import android.media.MediaCodecInfo
import android.media.MediaExtractor
import android.media.MediaFormat
import android.net.Uri
import android.os.Build
import android.provider.OpenableColumns
import app.dowel.core.YuvColor
import app.dowel.core.YuvMatrix
import app.dowel.platform.CameraFrame
import app.dowel.platform.Clip
import app.dowel.platform.ClipException
import app.dowel.platform.ClipProblem
import app.dowel.platform.ClipReader
import app.dowel.platform.Clips
import java.io.FileNotFoundException
import java.io.IOException

/** Videos from the gallery, decoded by the phone. */
class PhoneClips(private val context: Context) : Clips {
    override fun open(clip: Clip): ClipReader {
        val extractor = MediaExtractor()
        try {
            extractor.setDataSource(context, Uri.parse(clip.address), null)
            return reader(extractor)
        } catch (error: Exception) {
            extractor.release()
            throw problemOf(error)
        }
    }

    private fun reader(extractor: MediaExtractor): ClipReader {
        val track = (0 until extractor.trackCount).find { isVideo(extractor.getTrackFormat(it)) }
            ?: throw ClipException(ClipProblem.NOT_A_VIDEO)
        extractor.selectTrack(track)
        val format = extractor.getTrackFormat(track)
        format.setInteger(MediaFormat.KEY_COLOR_FORMAT, MediaCodecInfo.CodecCapabilities.COLOR_FormatYUV420Flexible)
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.S) {
            // Decoders that can make ordinary colours of a high dynamic range do; the others ignore it.
            format.setInteger(MediaFormat.KEY_COLOR_TRANSFER_REQUEST, MediaFormat.COLOR_TRANSFER_SDR_VIDEO)
        }
        val codec = decoder(format)
        try {
            codec.configure(format, null, null, 0)
            codec.start()
        } catch (error: Exception) {
            codec.release()
            throw error
        }
        return DecodedClip(extractor, codec, format)
    }

    private fun decoder(format: MediaFormat): MediaCodec = try {
        MediaCodec.createDecoderByType(checkNotNull(format.getString(MediaFormat.KEY_MIME)))
    } catch (_: IOException) {
        throw ClipException(ClipProblem.UNKNOWN_FORMAT)
    }

    private fun isVideo(format: MediaFormat) = format.getString(MediaFormat.KEY_MIME)?.startsWith("video/") == true

    private fun problemOf(error: Exception): ClipException = when (error) {
        is ClipException -> error
        is FileNotFoundException, is SecurityException -> ClipException(ClipProblem.NOT_FOUND)
        is IOException -> ClipException(ClipProblem.NOT_A_VIDEO)
        else -> ClipException(ClipProblem.UNKNOWN_FORMAT)
    }
}

/** A chosen video, by the name that its app gives it. */
fun clipOf(context: Context, address: Uri): Clip {
    val name = try {
        context.contentResolver.query(address, arrayOf(OpenableColumns.DISPLAY_NAME), null, null, null)?.use {
            if (it.moveToFirst()) it.getString(0) else null
        }
    } catch (_: RuntimeException) {
        // Whatever the other app's provider throws: a name is not worth more than the video.
        null
    }
    return Clip(address.toString(), name ?: address.lastPathSegment.orEmpty())
}

private class DecodedClip(
    private val extractor: MediaExtractor,
    private val codec: MediaCodec,
    private val format: MediaFormat,
) : ClipReader {
    private val info = MediaCodec.BufferInfo()
    private var isFed = false
    private var isOver = false

    override val durationS: Double? =
        if (format.containsKey(MediaFormat.KEY_DURATION)) format.getLong(MediaFormat.KEY_DURATION) / US_PER_S else null

    /** The decoder hands its pictures out as they lie in the file. */
    private val rotationDeg = format.number(MediaFormat.KEY_ROTATION) ?: 0

    override fun next(): CameraFrame? = try {
        decode()
    } catch (_: IllegalStateException) {
        // What the codec throws when it meets data that it can't read, too.
        throw ClipException(ClipProblem.BROKEN_OFF)
    }

    override fun close() {
        codec.release()
        extractor.release()
    }

    private fun decode(): CameraFrame? {
        var idle = 0
        while (!isOver) {
            feed()
            val index = codec.dequeueOutputBuffer(info, WAIT_US)
            if (index < 0) {
                if (++idle == MOST_IDLE) throw ClipException(ClipProblem.BROKEN_OFF)
                continue
            }
            // The last picture may carry the mark, or an empty buffer after it.
            isOver = info.flags and MediaCodec.BUFFER_FLAG_END_OF_STREAM != 0
            if (info.size > 0) return frame(index)
            codec.releaseOutputBuffer(index, false)
        }
        return null
    }

    private fun feed() {
        if (isFed) return
        val index = codec.dequeueInputBuffer(0)
        if (index < 0) return
        val size = codec.getInputBuffer(index)?.let { extractor.readSampleData(it, 0) } ?: END
        if (size < 0) {
            isFed = true
            codec.queueInputBuffer(index, 0, 0, 0, MediaCodec.BUFFER_FLAG_END_OF_STREAM)
        } else {
            codec.queueInputBuffer(index, 0, size, extractor.sampleTime, 0)
            extractor.advance()
        }
    }

    private fun frame(index: Int): CameraFrame {
        val image = codec.getOutputImage(index) ?: throw ClipException(ClipProblem.UNKNOWN_FORMAT)
        val atNs = info.presentationTimeUs * NS_PER_US
        val color = colorOf(codec.getOutputFormat(index), format, image.width, image.height)
        val giveBack = { codec.releaseOutputBuffer(index, false) }
        return when (image.format) {
            ImageFormat.YUV_420_888 -> PhoneFrame(image, atNs, rotationDeg, color, onClose = giveBack)
            ImageFormat.YCBCR_P010 -> TenBitFrame(image, atNs, rotationDeg, color, giveBack)
            else -> throw ClipException(ClipProblem.UNKNOWN_FORMAT)
        }
    }

    private companion object {
        const val US_PER_S = 1e6
        const val NS_PER_US = 1_000L
        const val WAIT_US = 10_000L
        const val END = -1

        /** Two seconds without a picture or a place for one. */
        const val MOST_IDLE = 200
    }
}

/** What decoder or file say of the colours, and what is usual where they say nothing. */
internal fun colorOf(decoded: MediaFormat, file: MediaFormat, widthPx: Int, heightPx: Int): YuvColor {
    fun said(key: String): Int? = listOf(decoded, file).mapNotNull { it.number(key) }.find { it != UNSAID }
    val matrix = when (said(MediaFormat.KEY_COLOR_STANDARD)) {
        MediaFormat.COLOR_STANDARD_BT601_NTSC, MediaFormat.COLOR_STANDARD_BT601_PAL -> YuvMatrix.BT601
        MediaFormat.COLOR_STANDARD_BT709 -> YuvMatrix.BT709
        MediaFormat.COLOR_STANDARD_BT2020 -> YuvMatrix.BT2020
        else -> if (isHighDefinition(widthPx, heightPx)) YuvMatrix.BT709 else YuvMatrix.BT601
    }
    return YuvColor(matrix, fullRange = said(MediaFormat.KEY_COLOR_RANGE) == MediaFormat.COLOR_RANGE_FULL)
}

private fun MediaFormat.number(key: String): Int? = if (containsKey(key)) getInteger(key) else null

/** As the desktop program takes it. */
private fun isHighDefinition(widthPx: Int, heightPx: Int) = maxOf(widthPx, heightPx) >= 1280 || minOf(widthPx, heightPx) > 576

/** What the keys are where nothing is known. */
private const val UNSAID = 0
