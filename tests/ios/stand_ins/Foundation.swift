// What Apple's Foundation has and Linux's has not: compiled along with the app. A stand-in; see SwiftUI.swift.
import Foundation

func autoreleasepool<R>(invoking body: () throws -> R) rethrows -> R { try body() }

enum FileProtectionType { case complete }

extension FileAttributeKey {
    static let protectionKey = FileAttributeKey(rawValue: "protection")
}

extension URLResourceValues {
    var isExcludedFromBackup: Bool? {
        get { nil }
        set {}
    }
}

extension ProcessInfo {
    enum ThermalState: Sendable { case nominal, fair, serious, critical }
    static let thermalStateDidChangeNotification = Notification.Name("heat")
    var thermalState: ThermalState { .nominal }
}

extension NotificationCenter {
    struct Notifications: AsyncSequence, Sendable {
        struct AsyncIterator: AsyncIteratorProtocol { mutating func next() async -> Notification? { nil } }
        func makeAsyncIterator() -> AsyncIterator { AsyncIterator() }
    }
    func notifications(named: Notification.Name, object: (any AnyObject & Sendable)? = nil) -> Notifications { Notifications() }
}
