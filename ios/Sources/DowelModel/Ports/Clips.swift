import DowelCore
import Foundation

/// A video that the person chose.
public struct Clip: Equatable, Sendable {
    public let url: URL
    public let name: String

    public init(url: URL, name: String) {
        self.url = url
        self.name = name
    }
}

public protocol Clips: Sendable {
    func open(_ clip: Clip) async throws(ClipError) -> any ClipReader
}

/// The pictures of one video, in order.
public protocol ClipReader: AnyObject {
    /// Nil where the file does not say.
    var durationS: Double? { get }

    /// Nil at the end.
    func next() throws(ClipError) -> Frame?
}

/// Why a video can't be read.
public enum ClipError: Error, CaseIterable, Sendable {
    case notFound, notAVideo, unknownFormat, brokenOff
}
