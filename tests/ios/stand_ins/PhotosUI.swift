// A stand-in; see SwiftUI.swift.
import CoreTransferable
import SwiftUI

public struct PhotosPickerItem: Equatable, Sendable {
    public func loadTransferable<T: Transferable & Sendable>(type: T.Type) async throws -> T? { nil }
}
public enum PHPickerFilter { case videos, images }
public struct PhotosPicker<L: View>: View {
    public init(selection: Binding<PhotosPickerItem?>, matching: PHPickerFilter?, @ViewBuilder label: () -> L) {}
    public var body: Never { fatalError() }
}
