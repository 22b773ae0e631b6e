// A stand-in; see SwiftUI.swift.
public struct UTType: Sendable { public static let movie = UTType() }
