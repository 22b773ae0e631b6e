@preconcurrency import AVFoundation
import DowelCore
import DowelModel
import Observation

/// The pictures of the phone's camera, seen by the core and by the person alike.
@MainActor @Observable
final class PhoneCamera: Camera {
    /// The one that shows the screen's side, so that the person sees themself; else the one on the back.
    private(set) var isFront = true
    /// What the preview shows; nil until it runs, as the preview can't be turned before it has something to show.
    private(set) var device: AVCaptureDevice?
    /// How the picture that is shown lies against the upright one, clockwise: not 0 only where the screen's turning is
    /// locked and the phone lies otherwise.
    var overlayTurnDeg: Int {
        let turnDeg = (shownDeg - uprightDeg + 720) % 360
        return isFront ? (360 - turnDeg) % 360 : turnDeg
    }

    private var uprightDeg = 0
    private var shownDeg = 0

    /// For the preview. It is touched on the camera's queue only.
    @ObservationIgnored let session = AVCaptureSession()
    @ObservationIgnored private let queue = DispatchQueue(label: "app.dowel.camera", qos: .userInitiated)
    @ObservationIgnored private let tilt = TiltWatch()
    @ObservationIgnored private var opening: Opening?

    func open(
        onFrame: @escaping @Sendable (consuming Frame) -> Void, onNews: @escaping @MainActor (CameraNews) -> Void
    ) {
        close()
        let mine = Opening(onFrame: onFrame, onNews: onNews)
        opening = mine
        switch AVCaptureDevice.authorizationStatus(for: .video) {
        case .authorized: start(mine)
        case .notDetermined: ask(mine)
        case .restricted: onNews(.lost(.restricted))
        default: onNews(.lost(.denied))
        }
    }

    func close() {
        guard let opening else { return }
        opening.end()
        self.opening = nil
        device = nil
        tilt.stop()
    }

    /// The other camera from now on.
    func turnRound() {
        isFront.toggle()
        guard let opening else { return }
        open(onFrame: opening.onFrame, onNews: opening.onNews)
    }

    /// The preview's own turn, clockwise from the sensor's picture.
    func previewTurned(to degrees: Int) {
        shownDeg = degrees
    }

    private func ask(_ mine: Opening) {
        Task {
            let isAllowed = await AVCaptureDevice.requestAccess(for: .video)
            guard opening === mine else { return }
            if isAllowed { start(mine) } else { mine.onNews(.lost(.denied)) }
        }
    }

    private func start(_ mine: Opening) {
        guard let device = chosen() else { return mine.onNews(.lost(.none)) }
        tilt.start()
        let run = CaptureRun(session: session, device: device, queue: queue, tilt: tilt, onFrame: mine.onFrame)
        mine.run = run
        mine.level = follow(device, run)
        mine.watch()
        run.start { [weak self, weak mine] isRunning in
            Task { @MainActor in
                guard let self, let mine, self.opening === mine else { return }
                if isRunning { self.device = device } else { mine.onNews(.lost(.broken)) }
            }
        }
    }

    /// The wanted side where there is one, else any.
    private func chosen() -> AVCaptureDevice? {
        let position: AVCaptureDevice.Position = isFront ? .front : .back
        return AVCaptureDevice.default(.builtInWideAngleCamera, for: .video, position: position)
            ?? AVCaptureDevice.default(for: .video)
    }

    /// Keeps the pictures upright, however the phone lies, even where the screen's own turning is locked.
    private func follow(_ device: AVCaptureDevice, _ run: CaptureRun) -> Level {
        let coordinator = AVCaptureDevice.RotationCoordinator(device: device, previewLayer: nil)
        let observation = coordinator.observe(\.videoRotationAngleForHorizonLevelCapture, options: [.initial, .new]) {
            [weak self] coordinator, _ in
            let degrees = Int(coordinator.videoRotationAngleForHorizonLevelCapture.rounded())
            run.turn(to: degrees)
            // It tells on the main queue.
            MainActor.assumeIsolated { self?.uprightDeg = degrees }
        }
        return Level(coordinator: coordinator, observation: observation)
    }
}

extension PhoneCamera {
    /// Both live as long as the camera is open.
    fileprivate struct Level {
        let coordinator: AVCaptureDevice.RotationCoordinator
        let observation: NSKeyValueObservation
    }
}

/// From `open` to `close`.
@MainActor
private final class Opening {
    let onFrame: @Sendable (consuming Frame) -> Void
    let onNews: @MainActor (CameraNews) -> Void
    var run: CaptureRun?
    var level: PhoneCamera.Level?
    private var watches: [Task<Void, Never>] = []

    init(
        onFrame: @escaping @Sendable (consuming Frame) -> Void, onNews: @escaping @MainActor (CameraNews) -> Void
    ) {
        self.onFrame = onFrame
        self.onNews = onNews
    }

    func end() {
        run?.close()
        level?.observation.invalidate()
        for watch in watches { watch.cancel() }
        watches = []
    }

    /// A call, another app beside this one, a camera that is too warm: told in words, until it is over.
    func watch() {
        watches = [
            hear(AVCaptureSession.wasInterruptedNotification, as: InterruptionNote.reason) { why in
                self.onNews(.lost(InterruptionNote.problem(why)))
            },
            hear(AVCaptureSession.interruptionEndedNotification, as: InterruptionNote.isOver) { _ in
                self.onNews(.back)
            },
            hear(AVCaptureSession.runtimeErrorNotification, as: InterruptionNote.isReset) { isReset in
                if isReset { self.run?.restart() } else { self.onNews(.lost(.broken)) }
            },
        ]
    }

    /// A notification must not come to the main actor, so it is read before. There is one session, so all are its own.
    private func hear<News: Sendable>(
        _ name: Notification.Name, as news: @escaping @Sendable (Notification) -> News?,
        _ tell: @escaping @MainActor (News) -> Void
    ) -> Task<Void, Never> {
        Task {
            for await heard in NotificationCenter.default.notifications(named: name).compactMap(news) {
                if Task.isCancelled { return }
                tell(heard)
            }
        }
    }
}

/// What the session's notifications hold.
private enum InterruptionNote {
    static func reason(_ news: Notification) -> AVCaptureSession.InterruptionReason? {
        (news.userInfo?[AVCaptureSessionInterruptionReasonKey] as? Int)
            .flatMap(AVCaptureSession.InterruptionReason.init)
    }

    static func problem(_ reason: AVCaptureSession.InterruptionReason) -> CameraProblem {
        switch reason {
        case .videoDeviceInUseByAnotherClient: .inUse
        case .videoDeviceNotAvailableDueToSystemPressure: .tooWarm
        case .videoDeviceNotAvailableInBackground, .videoDeviceNotAvailableWithMultipleForegroundApps: .takenAway
        default: .takenAway
        }
    }

    static func isOver(_ news: Notification) -> Bool { true }

    /// The system's media services broke down and came back: only the session has to be started again.
    static func isReset(_ news: Notification) -> Bool {
        (news.userInfo?[AVCaptureSessionErrorKey] as? AVError)?.code == .mediaServicesWereReset
    }
}
