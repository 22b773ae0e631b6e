import DowelCore

/// The pictures of one camera.
@MainActor
public protocol Camera: AnyObject {
    /// Asks for permission where nobody has decided yet.
    ///
    /// - Parameters:
    ///   - onFrame: Called on the camera's own queue. It never waits, and takes the frame over.
    ///   - onNews: What happens to the camera meanwhile.
    func open(
        onFrame: @escaping @Sendable (consuming Frame) -> Void, onNews: @escaping @MainActor (CameraNews) -> Void)

    /// No frame and no news come after this. Closing what is closed does nothing.
    func close()
}

public enum CameraNews: Equatable, Sendable {
    /// There are no pictures for now.
    case lost(CameraProblem)
    /// The system gave it back; pictures come again by themselves.
    case back
}

/// Why there is no picture.
public enum CameraProblem: CaseIterable, Sendable {
    /// The person said no.
    case denied
    /// Nobody may allow it on this phone, such as by Screen Time.
    case restricted
    case none
    case inUse
    case takenAway
    case tooWarm
    case broken
}
