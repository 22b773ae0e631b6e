/// Why a call did not do what was asked, by what a person or the app can do about it.
public enum DowelError: Error, Equatable, Hashable, CaseIterable, Sendable {
    /// The frame's size, strides or time make no sense: drop it.
    case badFrame
    /// The picture has another size than at first: begin a new session.
    case pictureChanged
    /// A value makes no sense: ask again.
    case badRequest
    /// Not at this moment: the session is over, or no set is going on.
    case notNow
    /// There is no such drill, session or set.
    case notFound
    /// A network or ONNX Runtime is missing, damaged or failed: install the app again.
    case model
    /// The disk is full: free some space. Everything finished waits and is written later.
    case diskFull
    /// A newer Dowel wrote the session file: update the app.
    case newerData
    /// The session file can't be used.
    case storage
    /// A mistake in Dowel, caught; the next call works again. Worth a report.
    case defect
}
