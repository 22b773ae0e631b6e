package app.dowel.android

import android.content.Context
import android.media.MediaCodec
import android.media.MediaCodecInfo
import android.media.MediaExtractor
import android.media.MediaFormat
import android.net.Uri
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
        val codec = MediaCodec.createDecoderByType(checkNotNull(format.getString(MediaFormat.KEY_MIME)))
        try {
            codec.configure(format, null, null, 0)
            codec.start()
        } catch (error: Exception) {
            codec.release()
            throw error
        }
        return DecodedClip(extractor, codec, format)
    }

    private fun isVideo(format: MediaFormat) = format.getString(MediaFormat.KEY_MIME)?.startsWith("video/") == true

    private fun problemOf(error: Exception): ClipException = when (error) {
        is ClipException -> error
        is FileNotFoundException, is SecurityException -> ClipException(ClipProblem.NOT_FOUND)
        is IOException -> ClipException(ClipProblem.NOT_A_VIDEO)
        else -> ClipException(ClipProblem.UNKNOWN_FORMAT)
    }
}

private class DecodedClip(
    private val extractor: MediaExtractor,
    private val codec: MediaCodec,
    private val format: MediaFormat,
) : ClipReader {
    private val info = MediaCodec.BufferInfo()
    private var isFed = false

    override val durationS: Double? = number(MediaFormat.KEY_DURATION)?.let { it / US_PER_S }

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
        while (idle < MOST_IDLE) {
            feed()
            val index = codec.dequeueOutputBuffer(info, WAIT_US)
            when {
                index >= 0 && info.size > 0 -> return frame(index)
                index >= 0 -> codec.releaseOutputBuffer(index, false)
                else -> idle++
            }
            if (index >= 0 && info.flags and MediaCodec.BUFFER_FLAG_END_OF_STREAM != 0) return null
        }
        throw ClipException(ClipProblem.BROKEN_OFF)
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
        return PhoneFrame(
            image = image,
            timestampNs = info.presentationTimeUs * NS_PER_US,
            rotationDeg = number(MediaFormat.KEY_ROTATION)?.toInt() ?: 0,
            color = color(),
            onClose = { codec.releaseOutputBuffer(index, false) },
        )
    }

    private fun color(): YuvColor {
        val matrix = when (number(MediaFormat.KEY_COLOR_STANDARD)?.toInt()) {
            MediaFormat.COLOR_STANDARD_BT601_NTSC, MediaFormat.COLOR_STANDARD_BT601_PAL -> YuvMatrix.BT601
            MediaFormat.COLOR_STANDARD_BT2020 -> YuvMatrix.BT2020
            else -> YuvMatrix.BT709
        }
        return YuvColor(matrix, number(MediaFormat.KEY_COLOR_RANGE)?.toInt() == MediaFormat.COLOR_RANGE_FULL)
    }

    private fun number(key: String): Long? = when {
        !format.containsKey(key) -> null
        key == MediaFormat.KEY_DURATION -> format.getLong(key)
        else -> format.getInteger(key).toLong()
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
