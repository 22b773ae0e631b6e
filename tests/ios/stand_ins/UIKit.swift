// A stand-in; see SwiftUI.swift.
@_exported import Foundation

@MainActor open class UIView: NSObject {
    public override init() {}
    open class var layerClass: AnyClass { CALayer.self }
    public var layer: CALayer { CALayer() }
}
open class CALayer: NSObject {}
open class UIColor: NSObject, @unchecked Sendable {
    public convenience init(dynamicProvider: @escaping @Sendable (UITraitCollection) -> UIColor) { fatalError() }
    public init(red: CGFloat, green: CGFloat, blue: CGFloat, alpha: CGFloat) {}
}
public enum UIUserInterfaceStyle: Sendable { case light, dark }
public struct UITraitCollection: Sendable { public let userInterfaceStyle: UIUserInterfaceStyle }
@MainActor public final class UIApplication {
    public static let shared = UIApplication()
    public static let openSettingsURLString = ""
    public var isIdleTimerDisabled = false
    public func open(_ url: URL) {}
}
@MainActor public final class UINotificationFeedbackGenerator {
    public init() {}
    public enum FeedbackType { case success, warning, error }
    public func notificationOccurred(_ type: FeedbackType) {}
}
@MainActor public final class UIActivityViewController {
    public init(activityItems: [Any], applicationActivities: [AnyObject]?) {}
}
