import CoreMotion
import DowelCore
import os

/// How the phone leans, by gravity. The newest answer is at hand on every thread.
///
/// Unchecked: the manager is used on the main actor only.
final class TiltWatch: @unchecked Sendable {
    private static let timesPerS = 10.0

    private let manager = CMMotionManager()
    private let queue = OperationQueue()
    private let newest = OSAllocatedUnfairLock<Tilt?>(initialState: nil)

    /// Nil where the phone can't tell.
    var now: Tilt? { newest.withLock { $0 } }

    @MainActor
    func start() {
        guard manager.isDeviceMotionAvailable else { return }
        manager.deviceMotionUpdateInterval = 1 / Self.timesPerS
        // Sendable, as it is called on `queue`: without that word the closure would belong to the main actor, like this
        // function, and the app would be stopped.
        manager.startDeviceMotionUpdates(to: queue) { @Sendable [newest] motion, _ in
            guard let tilt = motion.map({ Tilt($0.gravity) }) else { return }
            newest.withLock { $0 = tilt }
        }
    }

    @MainActor
    func stop() {
        manager.stopDeviceMotionUpdates()
        newest.withLock { $0 = nil }
    }
}

extension Tilt {
    /// Gravity in the phone's own axes: right, up and out of the screen. The nearest edge counts as the upright one,
    /// as the picture is turned by quarters.
    fileprivate init(_ gravity: CMAcceleration) {
        let turnDeg = atan2(gravity.x, -gravity.y) * 180 / .pi
        let rollDeg = turnDeg - (turnDeg / 90).rounded() * 90
        let pitchDeg = asin(min(max(gravity.z, -1), 1)) * 180 / .pi
        self.init(rollDeg: rollDeg, pitchDeg: pitchDeg)
    }
}
