package app.dowel.presenter

import app.dowel.core.ClipAnalysisInterface
import app.dowel.core.ClipUpdate
import app.dowel.core.FrameInfo
import app.dowel.core.LiveSessionInterface
import app.dowel.core.LiveUpdate
import app.dowel.core.Rotation
import app.dowel.core.YuvLayout
import app.dowel.platform.CameraFrame
import java.nio.ByteBuffer

private const val NS_PER_S = 1e9

internal fun LiveSessionInterface.push(frame: CameraFrame): LiveUpdate =
    pushYuv420(frame.y.whole(), frame.u.whole(), frame.v.whole(), frame.layout(), frame.info())

internal fun ClipAnalysisInterface.push(frame: CameraFrame): ClipUpdate =
    pushYuv420(frame.y.whole(), frame.u.whole(), frame.v.whole(), frame.layout(), frame.info())

/** The core reads from the memory's beginning, whatever the buffer's position: so that is where it must begin. */
private fun ByteBuffer.whole(): ByteBuffer = slice()

private fun CameraFrame.layout() = YuvLayout(
    yRowStride = yRowStride.toUInt(),
    chromaRowStride = chromaRowStride.toUInt(),
    chromaPixelStride = chromaPixelStride.toUInt(),
    color = color,
)

private fun CameraFrame.info() = FrameInfo(
    widthPx = widthPx.toUInt(),
    heightPx = heightPx.toUInt(),
    rotation = rotationOf(rotationDeg),
    tS = timestampNs / NS_PER_S,
    tilt = tilt,
)

internal fun rotationOf(degrees: Int): Rotation = when (degrees.mod(360)) {
    90 -> Rotation.CW90
    180 -> Rotation.CW180
    270 -> Rotation.CW270
    else -> Rotation.NONE
}
