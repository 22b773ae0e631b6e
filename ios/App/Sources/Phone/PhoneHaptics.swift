import CoreHaptics
import DowelModel
import UIKit

/// Taps that are felt through a floor or a shelf as well; where the engine is missing, the plainer ones of the system.
@MainActor
final class PhoneHaptics: Haptics {
    private let engine: CHHapticEngine? = {
        guard CHHapticEngine.capabilitiesForHardware().supportsHaptics else { return nil }
        let engine = try? CHHapticEngine()
        engine?.playsHapticsOnly = true
        engine?.isAutoShutdownEnabled = true
        return engine
    }()
    private let plain = UINotificationFeedbackGenerator()

    func play(_ tap: Tap) {
        do {
            guard let engine else { return playPlain(tap) }
            // It stops by itself, and whenever the system takes it: starting what runs does nothing.
            try engine.start()
            try engine.makePlayer(with: Self.pattern(tap)).start(atTime: CHHapticTimeImmediate)
        } catch {
            playPlain(tap)
        }
    }

    private static func pattern(_ tap: Tap) throws -> CHHapticPattern {
        let events =
            switch tap {
            case .rep: [buzz(at: 0, for: shortS)]
            case .limit: [buzz(at: 0, for: shortS), buzz(at: 2 * shortS, for: shortS)]
            case .setDone: [buzz(at: 0, for: longS)]
            }
        return try CHHapticPattern(events: events, parameters: [])
    }

    private static let shortS = 0.06
    private static let longS = 0.4

    private static func buzz(at timeS: TimeInterval, for durationS: TimeInterval) -> CHHapticEvent {
        let strong = CHHapticEventParameter(parameterID: .hapticIntensity, value: 1)
        let firm = CHHapticEventParameter(parameterID: .hapticSharpness, value: 0.5)
        return CHHapticEvent(
            eventType: .hapticContinuous, parameters: [strong, firm], relativeTime: timeS, duration: durationS)
    }

    private func playPlain(_ tap: Tap) {
        switch tap {
        case .rep, .setDone: plain.notificationOccurred(.success)
        case .limit: plain.notificationOccurred(.warning)
        }
    }
}
