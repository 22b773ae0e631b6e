package app.dowel.android

import android.Manifest
import android.annotation.SuppressLint
import android.content.Context
import android.content.pm.PackageManager
import android.graphics.ImageFormat
import android.hardware.camera2.CameraAccessException
import android.hardware.camera2.CameraCaptureSession
import android.hardware.camera2.CameraCharacteristics
import android.hardware.camera2.CameraDevice
import android.hardware.camera2.CameraManager
import android.media.ImageReader
import android.os.Handler
import android.os.HandlerThread
import android.os.SystemClock
import android.util.Size
import android.view.Surface
import app.dowel.platform.Camera
import app.dowel.platform.CameraListener
import app.dowel.platform.CameraProblem
import app.dowel.core.Tilt

/** How the phone stands, as the activity and its sensor know it. */
interface PhonePose {
    /** The clockwise turn of the screen: 0, 90, 180 or 270. */
    val displayDeg: Int
    val tilt: Tilt?
}

/**
 * Camera2's pictures, the newest first. [preview] is the surface the person sees; null shows none. All of it runs
 * on a thread of its own.
 */
class PhoneCamera(
    private val context: Context,
    private val pose: PhonePose,
    private val wantsFront: Boolean,
    private val preview: () -> Surface?,
) : Camera {
    private val manager = context.service<CameraManager>()
    private var run: Run? = null

    /** Null where there is no camera. */
    private val chosen: CameraCharacteristics? by lazy {
        try {
            choose()?.let(manager::getCameraCharacteristics)
        } catch (_: CameraAccessException) {
            null
        }
    }

    /** Of its pictures, as they are before they are turned upright; null where there is no camera. */
    val pictureSize: Size? get() = chosen?.let(::sizeOf)

    /** Where the wanted side has none, it may be the other. */
    val isFront: Boolean get() = chosen?.get(CameraCharacteristics.LENS_FACING) == CameraCharacteristics.LENS_FACING_FRONT

    override fun open(listener: CameraListener) {
        close()
        if (context.checkSelfPermission(Manifest.permission.CAMERA) != PackageManager.PERMISSION_GRANTED) {
            return listener.onProblem(CameraProblem.NOT_ALLOWED)
        }
        try {
            val id = choose() ?: return listener.onProblem(CameraProblem.NO_CAMERA)
            val next = Run(id, listener)
            // Known before it starts: what a camera that can't be opened leaves behind is closed, too.
            run = next
            next.start()
        } catch (error: CameraAccessException) {
            close()
            listener.onProblem(problemOf(error))
        }
    }

    override fun close() {
        run?.close()
        run = null
    }

    /** The wanted side where there is one, else any. */
    private fun choose(): String? {
        val wanted = if (wantsFront) CameraCharacteristics.LENS_FACING_FRONT else CameraCharacteristics.LENS_FACING_BACK
        val ids = manager.cameraIdList
        return ids.find { manager.getCameraCharacteristics(it)[CameraCharacteristics.LENS_FACING] == wanted } ?: ids.firstOrNull()
    }

    private fun problemOf(error: CameraAccessException): CameraProblem = when (error.reason) {
        CameraAccessException.CAMERA_IN_USE, CameraAccessException.MAX_CAMERAS_IN_USE -> CameraProblem.IN_USE
        CameraAccessException.CAMERA_DISABLED -> CameraProblem.NEVER_ALLOWED
        CameraAccessException.CAMERA_DISCONNECTED -> CameraProblem.TAKEN_AWAY
        else -> CameraProblem.BROKEN
    }

    /** One opening of one camera, until it is closed. */
    private inner class Run(private val id: String, private val listener: CameraListener) : CameraDevice.StateCallback() {
        private val facts = manager.getCameraCharacteristics(id)
        private val size = sizeOf(facts)
        private val reader = ImageReader.newInstance(size.width, size.height, ImageFormat.YUV_420_888, IMAGES)
        private val thread = HandlerThread("dowel-camera").apply { start() }
        private val handler = Handler(thread.looper)
        private var device: CameraDevice? = null

        /** Each camera may count time from another origin, and a session goes on from one to the next. */
        private var originNs: Long? = null

        @Volatile
        private var isOver = false

        /** Images that somebody still reads from: their memory goes with the reader. */
        private var lent = 0

        // Asked for in `open`.
        @SuppressLint("MissingPermission")
        fun start() {
            reader.setOnImageAvailableListener(::hand, handler)
            manager.openCamera(id, this, handler)
        }

        fun close() {
            synchronized(this) {
                if (isOver) return
                isOver = true
                if (lent == 0) reader.close()
            }
            handler.post {
                device?.close()
                thread.quitSafely()
            }
        }

        private fun hand(reader: ImageReader) {
            val image = synchronized(this) {
                if (isOver) return
                reader.acquireLatestImage()?.also { lent++ }
            } ?: return
            listener.onFrame(PhoneFrame(image, sinceBootNs(image.timestamp), rotationDeg(), tilt = pose.tilt, onClose = ::takeBack))
        }

        /** On the camera's thread. */
        private fun sinceBootNs(timestampNs: Long): Long {
            val origin = originNs ?: (SystemClock.elapsedRealtimeNanos() - timestampNs).also { originNs = it }
            return origin + timestampNs
        }

        private fun takeBack() = synchronized(this) {
            lent--
            if (isOver && lent == 0) reader.close()
        }

        private fun rotationDeg(): Int {
            val sensor = facts[CameraCharacteristics.SENSOR_ORIENTATION] ?: 0
            val isFront = facts[CameraCharacteristics.LENS_FACING] == CameraCharacteristics.LENS_FACING_FRONT
            return (if (isFront) sensor + pose.displayDeg else sensor - pose.displayDeg).mod(360)
        }

        override fun onOpened(camera: CameraDevice) {
            if (isOver) return camera.close()
            device = camera
            attempt { show(camera) }
        }

        // The list of surfaces is what Android 8 knows; its follower came with Android 9.
        @Suppress("DEPRECATION")
        private fun show(camera: CameraDevice) {
            val surfaces = listOfNotNull(reader.surface, preview())
            val request = camera.createCaptureRequest(CameraDevice.TEMPLATE_PREVIEW)
            surfaces.forEach(request::addTarget)
            camera.createCaptureSession(surfaces, object : CameraCaptureSession.StateCallback() {
                override fun onConfigured(session: CameraCaptureSession) =
                    attempt { if (!isOver) session.setRepeatingRequest(request.build(), null, handler) }

                override fun onConfigureFailed(session: CameraCaptureSession) = lose(CameraProblem.BROKEN)
            }, handler)
        }

        private fun attempt(what: () -> Unit) = try {
            what()
        } catch (error: CameraAccessException) {
            lose(problemOf(error))
        } catch (_: IllegalStateException) {
            // Closed meanwhile; whoever closed it knows.
            if (!isOver) lose(CameraProblem.TAKEN_AWAY) else Unit
        }

        override fun onDisconnected(camera: CameraDevice) = lose(CameraProblem.TAKEN_AWAY)

        override fun onError(camera: CameraDevice, error: Int) = lose(
            when (error) {
                ERROR_CAMERA_IN_USE, ERROR_MAX_CAMERAS_IN_USE -> CameraProblem.IN_USE
                ERROR_CAMERA_DISABLED -> CameraProblem.NEVER_ALLOWED
                else -> CameraProblem.BROKEN
            },
        )

        private fun lose(problem: CameraProblem) {
            if (isOver) return
            close()
            listener.onProblem(problem)
        }
    }

    private fun sizeOf(facts: CameraCharacteristics): Size {
        val sizes = facts[CameraCharacteristics.SCALER_STREAM_CONFIGURATION_MAP]
            ?.getOutputSizes(ImageFormat.YUV_420_888).orEmpty()
        // The network looks at far fewer; more would only cost time.
        return sizes.filter { it.width <= BEST.width && it.height <= BEST.height }.maxByOrNull { it.width * it.height } ?: BEST
    }

    private companion object {
        val BEST = Size(1280, 720)

        /** One being looked at, one waiting, one to be filled, and one for luck. */
        const val IMAGES = 4

        const val ERROR_CAMERA_IN_USE = CameraDevice.StateCallback.ERROR_CAMERA_IN_USE
        const val ERROR_MAX_CAMERAS_IN_USE = CameraDevice.StateCallback.ERROR_MAX_CAMERAS_IN_USE
        const val ERROR_CAMERA_DISABLED = CameraDevice.StateCallback.ERROR_CAMERA_DISABLED
    }
}
