@preconcurrency import AVFoundation
import SwiftUI
import UIKit

/// What the camera sees.
struct CameraPreview: UIViewRepresentable {
    let camera: PhoneCamera
    /// The camera's own, handed over so that the view is told of another one.
    let device: AVCaptureDevice?

    func makeUIView(context: Context) -> PreviewView {
        let view = PreviewView()
        view.show(camera)
        return view
    }

    func updateUIView(_ view: PreviewView, context: Context) {
        view.follow(device)
    }
}

final class PreviewView: UIView {
    private weak var camera: PhoneCamera?
    private var coordinator: AVCaptureDevice.RotationCoordinator?
    private var observation: NSKeyValueObservation?

    override static var layerClass: AnyClass { AVCaptureVideoPreviewLayer.self }

    private var preview: AVCaptureVideoPreviewLayer? { layer as? AVCaptureVideoPreviewLayer }

    func show(_ camera: PhoneCamera) {
        self.camera = camera
        preview?.session = camera.session
        preview?.videoGravity = .resizeAspectFill
    }

    /// Keeps the picture upright on the screen.
    func follow(_ device: AVCaptureDevice?) {
        guard coordinator?.device !== device else { return }
        observation?.invalidate()
        coordinator = device.map { AVCaptureDevice.RotationCoordinator(device: $0, previewLayer: preview) }
        observation = coordinator?.observe(\.videoRotationAngleForHorizonLevelPreview, options: [.initial, .new]) {
            [weak self] coordinator, _ in
            let angle = coordinator.videoRotationAngleForHorizonLevelPreview
            // It tells on the main queue.
            MainActor.assumeIsolated { self?.turn(to: angle) }
        }
    }

    private func turn(to angle: CGFloat) {
        camera?.previewTurned(to: Int(angle.rounded()))
        guard let connection = preview?.connection, connection.isVideoRotationAngleSupported(angle) else { return }
        connection.videoRotationAngle = angle
    }
}
