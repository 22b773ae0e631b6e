// A stand-in; see SwiftUI.swift.
@_exported import Foundation

public let CHHapticTimeImmediate: TimeInterval = 0
public final class CHHapticEngine {
    public struct Capability { public let supportsHaptics: Bool }
    public static func capabilitiesForHardware() -> Capability { Capability(supportsHaptics: false) }
    public init() throws {}
    public var playsHapticsOnly = false
    public var isAutoShutdownEnabled = false
    public func start() throws {}
    public func makePlayer(with pattern: CHHapticPattern) throws -> CHHapticPatternPlayer { fatalError() }
}
public final class CHHapticPatternPlayer { public func start(atTime: TimeInterval) throws {} }
public final class CHHapticPattern { public init(events: [CHHapticEvent], parameters: [Int]) throws {} }
public final class CHHapticEventParameter {
    public enum ID { case hapticIntensity, hapticSharpness }
    public init(parameterID: ID, value: Float) {}
}
public final class CHHapticEvent {
    public enum EventType { case hapticContinuous, hapticTransient }
    public init(
        eventType: EventType, parameters: [CHHapticEventParameter], relativeTime: TimeInterval, duration: TimeInterval
    ) {}
}
