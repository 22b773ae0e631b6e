import DowelCore
import Foundation

/// Where everything of the app lies.
enum PhonePlaces {
    /// The folder of the session file is made where it is missing: encrypted while the phone is locked, and in no
    /// backup.
    static func ready() throws -> Places {
        let support = try FileManager.default.url(
            for: .applicationSupportDirectory, in: .userDomainMask, appropriateFor: nil, create: true)
        var folder = support.appending(path: "Dowel", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.protectionKey: FileProtectionType.complete])
        // A folder of an older install keeps what it had: it is told anew.
        try FileManager.default.setAttributes(
            [.protectionKey: FileProtectionType.complete], ofItemAtPath: folder.path(percentEncoded: false))
        var values = URLResourceValues()
        values.isExcludedFromBackup = true
        try folder.setResourceValues(values)
        return Places(
            store: folder.appending(path: "dowel.sqlite"),
            models: Bundle.main.bundleURL.appending(path: "models", directoryHint: .isDirectory),
            // ONNX Runtime is linked into the app.
            runtime: "")
    }
}

extension PhonePlaces {
    @Sendable
    static func openCoach() async throws(DowelError) -> any Coach {
        let places: Places
        do {
            places = try ready()
        } catch CocoaError.fileWriteOutOfSpace {
            throw .diskFull
        } catch {
            throw .storage
        }
        return try await Dowel.open(places)
    }
}
