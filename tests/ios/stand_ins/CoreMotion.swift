// A stand-in; see SwiftUI.swift.
@_exported import Foundation

public struct CMAcceleration: Sendable { public var x = 0.0, y = 0.0, z = 0.0 }
public final class CMDeviceMotion { public var gravity: CMAcceleration { CMAcceleration() } }
public final class CMMotionManager {
    public init() {}
    public var isDeviceMotionAvailable: Bool { false }
    public var deviceMotionUpdateInterval: TimeInterval { get { 0 } set {} }
    public func startDeviceMotionUpdates(
        to queue: OperationQueue, withHandler: @escaping (CMDeviceMotion?, (any Error)?) -> Void
    ) {}
    public func stopDeviceMotionUpdates() {}
}
