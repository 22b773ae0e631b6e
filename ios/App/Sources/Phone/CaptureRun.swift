@preconcurrency import AVFoundation
import DowelCore
import os

/// What must not change while a frame is on its way.
struct CaptureState {
    var isOver = false
    /// Clockwise, from the sensor's picture to the upright one.
    var rotationDeg = 0
}

/// One opening of the camera, until it is closed.
///
/// Unchecked: the session is only touched on `queue`, and the lock guards the rest.
final class CaptureRun: NSObject, @unchecked Sendable {
    private let session: AVCaptureSession
    private let device: AVCaptureDevice
    private let queue: DispatchQueue
    private let tilt: TiltWatch
    private let onFrame: @Sendable (consuming Frame) -> Void
    private let state = OSAllocatedUnfairLock(initialState: CaptureState())

    /// - Parameter queue: The camera's own, for everything that takes time and for the frames.
    init(
        session: AVCaptureSession, device: AVCaptureDevice, queue: DispatchQueue, tilt: TiltWatch,
        onFrame: @escaping @Sendable (consuming Frame) -> Void
    ) {
        self.session = session
        self.device = device
        self.queue = queue
        self.tilt = tilt
        self.onFrame = onFrame
    }

    /// - Parameter onEnd: Called on the camera's queue: whether the camera runs, or can't be used.
    func start(onEnd: @escaping @Sendable (_ isRunning: Bool) -> Void) {
        queue.async { [self] in
            guard !isOver else { return }
            guard configure() else { return onEnd(false) }
            session.startRunning()
            onEnd(true)
        }
    }

    /// After this no frame comes: one that is on its way has been handed over.
    func close() {
        state.withLock { $0.isOver = true }
        queue.async { [self] in
            session.stopRunning()
            session.beginConfiguration()
            session.inputs.forEach(session.removeInput)
            session.outputs.forEach(session.removeOutput)
            session.commitConfiguration()
        }
    }

    /// After the system's media services began anew.
    func restart() {
        queue.async { [self] in
            if !isOver { session.startRunning() }
        }
    }

    func turn(to rotationDeg: Int) {
        state.withLock { $0.rotationDeg = rotationDeg }
    }

    private var isOver: Bool { state.withLock { $0.isOver } }

    private func configure() -> Bool {
        session.beginConfiguration()
        defer { session.commitConfiguration() }
        // The network looks at far less; more would only cost time.
        session.sessionPreset = session.canSetSessionPreset(.hd1280x720) ? .hd1280x720 : .high
        if session.isMultitaskingCameraAccessSupported { session.isMultitaskingCameraAccessEnabled = true }

        let output = AVCaptureVideoDataOutput()
        output.videoSettings = [kCVPixelBufferPixelFormatTypeKey as String: Frame.pixelFormat]
        output.alwaysDiscardsLateVideoFrames = true
        output.setSampleBufferDelegate(self, queue: queue)
        guard
            let input = try? AVCaptureDeviceInput(device: device), session.canAddInput(input),
            session.canAddOutput(output)
        else { return false }
        session.addInput(input)
        session.addOutput(output)
        return true
    }
}

extension CaptureRun: AVCaptureVideoDataOutputSampleBufferDelegate {
    func captureOutput(
        _ output: AVCaptureOutput, didOutput sampleBuffer: CMSampleBuffer, from connection: AVCaptureConnection
    ) {
        guard let buffer = sampleBuffer.imageBuffer else { return }
        let timeS = sampleBuffer.presentationTimeStamp.seconds
        let turnedDeg = Int(connection.videoRotationAngle.rounded())
        // Handed over within the lock, so that none comes after the end. Whoever takes it does not wait.
        state.withLockUnchecked { state in
            guard !state.isOver else { return }
            let rotation = Rotation(degrees: state.rotationDeg - turnedDeg)
            if let frame = Frame(lending: buffer, rotation: rotation, timeS: timeS, tilt: tilt.now) { onFrame(frame) }
        }
    }
}
