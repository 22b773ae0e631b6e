package app.dowel.platform

import app.dowel.core.Tilt
import app.dowel.core.YuvColor
import java.nio.ByteBuffer

/** A picture in YUV 4:2:0. It borrows the camera's memory: whoever holds it closes it. */
interface CameraFrame : AutoCloseable {
    val widthPx: Int
    val heightPx: Int

    /** The clockwise turn that makes it upright: 0, 90, 180 or 270. */
    val rotationDeg: Int

    /** From any fixed origin, growing from frame to frame. */
    val timestampNs: Long

    /** Direct memory. */
    val y: ByteBuffer
    val u: ByteBuffer
    val v: ByteBuffer
    val yRowStride: Int
    val chromaRowStride: Int
    val chromaPixelStride: Int
    val color: YuvColor

    /** How the phone leans; null where it can't tell. */
    val tilt: Tilt?

    override fun close()
}

/** Why there is no picture. */
enum class CameraProblem { NOT_ALLOWED, NEVER_ALLOWED, NO_CAMERA, IN_USE, TAKEN_AWAY, BROKEN }

interface CameraListener {
    /** On the camera's own thread. The listener closes the frame. */
    fun onFrame(frame: CameraFrame)

    /** The camera is closed after this. */
    fun onProblem(problem: CameraProblem)
}

interface Camera {
    fun open(listener: CameraListener)

    /** No frame comes after this. Closing what is closed does nothing. */
    fun close()
}
