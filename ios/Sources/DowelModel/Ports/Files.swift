import Foundation

/// A file that the person may hand on.
public struct SharedFile: Equatable, Sendable {
    public let url: URL
    public let mimeType: String
}

public protocol Files: Sendable {
    /// Puts it where a share sheet finds it.
    func offer(_ content: String, name: String, mimeType: String) throws -> SharedFile

    func takeBack(_ file: SharedFile)
}

/// Files that lie in a temporary folder as long as they are being shared.
public struct TemporaryFiles: Files {
    private let folder: URL

    public init(folder: URL = FileManager.default.temporaryDirectory.appendingPathComponent("shared")) {
        self.folder = folder
    }

    public func offer(_ content: String, name: String, mimeType: String) throws -> SharedFile {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let url = folder.appendingPathComponent(name)
        try Data(content.utf8).write(to: url, options: Self.options)
        return SharedFile(url: url, mimeType: mimeType)
    }

    public func takeBack(_ file: SharedFile) {
        // What is no longer there need not be taken back.
        try? FileManager.default.removeItem(at: file.url)
    }

    #if os(Linux)
        private static let options: Data.WritingOptions = .atomic
    #else
        private static let options: Data.WritingOptions = [.atomic, .completeFileProtection]
    #endif
}
