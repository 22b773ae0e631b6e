// A stand-in; see SwiftUI.swift.
@_exported import Foundation
import UniformTypeIdentifiers

public protocol TransferRepresentation: Sendable {}
public protocol Transferable {
    associatedtype Representation: TransferRepresentation
    static var transferRepresentation: Representation { get }
}
public struct ReceivedTransferredFile: Sendable { public let file: URL }
public struct FileRepresentation<Item: Transferable>: TransferRepresentation {
    public init(
        importedContentType: UTType, importing: @escaping @Sendable (ReceivedTransferredFile) async throws -> Item
    ) {}
}
