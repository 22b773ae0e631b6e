import Foundation

/// How often the camera's picture is looked at. A slow phone keeps a fifth of its time for voice and screen, a warm
/// one looks less often.
///
/// Unchecked: the lock guards what changes.
final class Cadence: @unchecked Sendable {
    private static let jitterS = 0.008
    private static let newestWeight = 0.1
    private static let breath = 1.25

    private let lock = NSLock()
    private var lastS: Double?
    private var usualS = 0.0
    private var heat = Heat.cool

    func follow(_ heat: Heat) {
        lock.withLock { self.heat = heat }
    }

    /// Whether a frame of this time is to be looked at.
    func isDue(_ timeS: Double) -> Bool {
        lock.withLock {
            if let lastS, timeS > lastS, timeS - lastS < gapS - Self.jitterS { return false }
            lastS = timeS
            return true
        }
    }

    /// How long looking at one took.
    func took(_ seconds: Double) {
        lock.withLock { usualS = usualS == 0 ? seconds : usualS + Self.newestWeight * (seconds - usualS) }
    }

    private var gapS: Double { max(usualS * Self.breath, heatGapS) }

    private var heatGapS: Double {
        switch heat {
        case .cool: 0.033
        case .warm: 0.066
        case .hot, .tooHot: 0.1
        }
    }
}
