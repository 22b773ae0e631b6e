// A stand-in for the names of SwiftUI that the app uses, so that its views can be type-checked where there is no
// SwiftUI. It does nothing, is no part of the app, and proves nothing about Apple's own signatures.
@_exported import Foundation
@_exported import Observation
import UIKit

@MainActor @preconcurrency public protocol View {
    associatedtype Body: View
    @ViewBuilder @MainActor @preconcurrency var body: Body { get }
}
extension Never: View { public var body: Never { fatalError() } }
extension Optional: View where Wrapped: View { public var body: Never { fatalError() } }

@resultBuilder public enum ViewBuilder {
    public static func buildBlock() -> EmptyView { EmptyView() }
    public static func buildBlock<C: View>(_ content: C) -> C { content }
    public static func buildBlock<each C: View>(_ content: repeat each C) -> TupleView<(repeat each C)> {
        TupleView((repeat each content))
    }
    public static func buildExpression<C: View>(_ content: C) -> C { content }
    public static func buildIf<C: View>(_ content: C?) -> C? { content }
    public static func buildEither<T: View, F: View>(first: T) -> Either<T, F> { Either() }
    public static func buildEither<T: View, F: View>(second: F) -> Either<T, F> { Either() }
    public static func buildLimitedAvailability<C: View>(_ content: C) -> AnyView { AnyView(content) }
}

public struct EmptyView: View { public nonisolated init() {}; public var body: Never { fatalError() } }
public struct TupleView<T>: View { public nonisolated init(_ value: T) {}; public var body: Never { fatalError() } }
public struct Either<T: View, F: View>: View { public nonisolated init() {}; public var body: Never { fatalError() } }
public struct AnyView: View { public nonisolated init(_ view: some View) {}; public var body: Never { fatalError() } }
public struct Group<Content: View>: View {
    public init(@ViewBuilder content: () -> Content) {}
    public var body: Never { fatalError() }
}

// MARK: - App and state

@MainActor @preconcurrency public protocol App {
    associatedtype Body: Scene
    @SceneBuilder var body: Body { get }
    init()
}
extension App { public static func main() {} }
@MainActor @preconcurrency public protocol Scene {}
@resultBuilder public enum SceneBuilder { public static func buildBlock<C: Scene>(_ content: C) -> C { content } }
// SwiftUI's own name, though not for phones: whoever means DowelCore's has to say so.
public struct Settings<Content: View>: Scene {}
public struct WindowGroup<Content: View>: Scene { public init(@ViewBuilder content: () -> Content) {} }

@propertyWrapper public struct State<Value> {
    public init(wrappedValue: Value) { self.wrappedValue = wrappedValue }
    public init(initialValue: Value) { wrappedValue = initialValue }
    public var wrappedValue: Value { get { fatalError() } nonmutating set {} }
    public var projectedValue: Binding<Value> { fatalError() }
}
extension State where Value: ExpressibleByNilLiteral { public init() { fatalError() } }
@propertyWrapper public struct Binding<Value> {
    public init(get: @escaping @isolated(any) @Sendable () -> Value, set: @escaping @isolated(any) @Sendable (Value) -> Void) {}
    public var wrappedValue: Value { get { fatalError() } nonmutating set {} }
    public var projectedValue: Binding<Value> { self }
}
@propertyWrapper public struct Environment<Value> {
    public init(_ path: KeyPath<EnvironmentValues, Value>) {}
    public var wrappedValue: Value { fatalError() }
}
@propertyWrapper public struct ScaledMetric<Value: BinaryFloatingPoint> {
    public init(wrappedValue: Value, relativeTo: Font.TextStyle) { self.wrappedValue = wrappedValue }
    public var wrappedValue: Value
}
public protocol EnvironmentKey { associatedtype Value; static var defaultValue: Value { get } }
public struct EnvironmentValues {
    public subscript<K: EnvironmentKey>(key: K.Type) -> K.Value { get { K.defaultValue } set {} }
    public var colorScheme: ColorScheme { get { .light } set {} }
    public var scenePhase: ScenePhase { .active }
    public var dismiss: DismissAction { fatalError() }
    public var verticalSizeClass: UserInterfaceSizeClass? { nil }
    public var dynamicTypeSize: DynamicTypeSize { get { .large } set {} }
}
public enum ColorScheme { case light, dark }
public enum ScenePhase { case background, inactive, active }
public enum UserInterfaceSizeClass { case compact, regular }
public enum DynamicTypeSize { case large, accessibility3; public var isAccessibilitySize: Bool { false } }
@MainActor public struct DismissAction { public func callAsFunction() {} }

// MARK: - Views

public struct Text: View {
    public init(verbatim: String) {}
    public var body: Never { fatalError() }
    public func font(_ font: Font?) -> Text { self }
    public func fontWeight(_ weight: Font.Weight?) -> Text { self }
    public func bold() -> Text { self }
    public func foregroundStyle<S: ShapeStyle>(_ style: S) -> Text { self }
}
public struct Image: View { public init(systemName: String) {}; public var body: Never { fatalError() } }
extension Image {
    public init(decorative: String) { fatalError() }
    public enum Scale { case small, medium, large }
}
public struct Label<T: View, I: View>: View {
    public init(@ViewBuilder title: () -> T, @ViewBuilder icon: () -> I) {}
    public var body: Never { fatalError() }
}
public struct Button<L: View>: View {
    public init(action: @escaping @MainActor () -> Void, @ViewBuilder label: () -> L) {}
    public init(role: ButtonRole?, action: @escaping @MainActor () -> Void, @ViewBuilder label: () -> L) {}
    public var body: Never { fatalError() }
}
public enum ButtonRole { case destructive, cancel }
public struct HStack<C: View>: View {
    public init(alignment: VerticalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> C) {}
    public var body: Never { fatalError() }
}
public struct VStack<C: View>: View {
    public init(alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> C) {}
    public var body: Never { fatalError() }
}
public struct LazyVStack<C: View>: View {
    public init(alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> C) {}
    public var body: Never { fatalError() }
}
public struct ZStack<C: View>: View {
    public init(alignment: Alignment = .center, @ViewBuilder content: () -> C) {}
    public var body: Never { fatalError() }
}
public struct LazyVGrid<C: View>: View {
    public init(columns: [GridItem], spacing: CGFloat? = nil, @ViewBuilder content: () -> C) {}
    public var body: Never { fatalError() }
}
public struct GridItem {
    public enum Size { case adaptive(minimum: CGFloat, maximum: CGFloat = .infinity) }
    public init(_ size: Size, spacing: CGFloat? = nil) {}
}
public struct ScrollView<C: View>: View {
    public init(@ViewBuilder content: () -> C) {}
    public var body: Never { fatalError() }
}
public struct ViewThatFits<C: View>: View {
    public init(in axes: Axis.Set, @ViewBuilder content: () -> C) {}
    public var body: Never { fatalError() }
}
public enum Axis { public struct Set: OptionSet, Sendable { public let rawValue: Int; public init(rawValue: Int) { self.rawValue = rawValue }; public static let horizontal = Set(rawValue: 1); public static let vertical = Set(rawValue: 2) } }
public struct Spacer: View { public init(minLength: CGFloat? = nil) {}; public var body: Never { fatalError() } }
public struct Divider: View { public init() {}; public var body: Never { fatalError() } }
public struct ForEach<Data: RandomAccessCollection, ID: Hashable, C: View>: View {
    public init(_ data: Data, id: KeyPath<Data.Element, ID>, @ViewBuilder content: @escaping (Data.Element) -> C) {}
    public var body: Never { fatalError() }
}
extension ForEach where Data.Element: Identifiable, ID == Data.Element.ID {
    public init(_ data: Data, @ViewBuilder content: @escaping (Data.Element) -> C) {}
}
public struct GeometryReader<C: View>: View {
    public init(@ViewBuilder content: @escaping (GeometryProxy) -> C) {}
    public var body: Never { fatalError() }
}
public struct GeometryProxy { public let size: CGSize }
public struct ProgressView<L: View>: View {
    public init(value: Double?, @ViewBuilder label: () -> L) {}
    public var body: Never { fatalError() }
}
extension ProgressView where L == EmptyView { public init() { fatalError() } }
public struct NavigationStack<C: View>: View {
    public init(@ViewBuilder root: () -> C) {}
    public var body: Never { fatalError() }
}
public struct NavigationLink<L: View>: View {
    public init<V: Hashable>(value: V?, @ViewBuilder label: () -> L) {}
    public var body: Never { fatalError() }
}
public struct TabView<C: View>: View {
    public init(@ViewBuilder content: () -> C) {}
    public var body: Never { fatalError() }
}
public struct Form<C: View>: View {
    public init(@ViewBuilder content: () -> C) {}
    public var body: Never { fatalError() }
}
public struct Section<C: View>: View {
    public init(@ViewBuilder content: () -> C) {}
    public init(@ViewBuilder content: () -> C, @ViewBuilder header: () -> some View) {}
    public var body: Never { fatalError() }
}
public struct Picker<V: Hashable, C: View, L: View>: View {
    public init(selection: Binding<V>, @ViewBuilder content: () -> C, @ViewBuilder label: () -> L) {}
    public var body: Never { fatalError() }
}
public struct Toggle<L: View>: View {
    public init(isOn: Binding<Bool>, @ViewBuilder label: () -> L) {}
    public var body: Never { fatalError() }
}
public struct Slider<L: View>: View {
    public init(value: Binding<Double>, in range: ClosedRange<Double>, step: Double, @ViewBuilder label: () -> L) {}
    public var body: Never { fatalError() }
}

// MARK: - Drawing

public protocol ShapeStyle: Sendable {}
public struct Color: View, ShapeStyle, Hashable {
    public nonisolated init(_ name: String) {}
    public nonisolated init(uiColor: UIColor) {}
    public var body: Never { fatalError() }
    public nonisolated func opacity(_ part: Double) -> Color { self }
    public static let white = Color("white")
    public static let black = Color("black")
}
extension ShapeStyle where Self == Color {
    public static var black: Color { .init("") }
    public static var white: Color { .init("") }
}
public protocol Shape: View, Sendable {}
extension Shape { public var body: Never { fatalError() } }
public struct RoundedRectangle: Shape {
    public init(cornerRadius: CGFloat) {}
    public func strokeBorder<S: ShapeStyle>(_ style: S, lineWidth: CGFloat = 1) -> some View { self }
}
public struct Rect: Shape {}
public struct Capsule: Shape { public init() {} }
public struct Circle: Shape { public init() {} }
extension Shape where Self == Rect { public static func rect(cornerRadius: CGFloat) -> Rect { Rect() } }
extension Shape where Self == Capsule { public static var capsule: Capsule { Capsule() } }
extension Shape where Self == Circle { public static var circle: Circle { Circle() } }
public struct Path: Sendable {
    public init() {}
    public init(_ box: CGRect) {}
    public init(ellipseIn: CGRect) {}
    public init(_ build: (inout Path) -> Void) {}
    public mutating func move(to: CGPoint) {}
    public mutating func addLine(to: CGPoint) {}
    public mutating func addLines(_ points: [CGPoint]) {}
    public mutating func closeSubpath() {}
}
public struct StrokeStyle {
    public enum Cap { case round, butt }
    public enum Join { case round }
    public init(lineWidth: CGFloat = 1, lineCap: Cap = .butt, lineJoin: Join = .round, dash: [CGFloat] = []) {}
}
public struct GraphicsContext {
    public struct Shading { public static func color(_ color: Color) -> Shading { Shading() } }
    public struct ResolvedText {}
    public func stroke(_ path: Path, with: Shading, style: StrokeStyle) {}
    public func fill(_ path: Path, with: Shading) {}
    public func resolve(_ text: Text) -> ResolvedText { ResolvedText() }
    public func draw(_ text: ResolvedText, at: CGPoint, anchor: UnitPoint) {}
}
public struct Canvas: View {
    public init(renderer: @escaping (inout GraphicsContext, CGSize) -> Void) {}
    public var body: Never { fatalError() }
}
public enum UnitPoint { case bottomTrailing, bottom, bottomLeading, top, center }
public struct Font: Sendable {
    public enum Weight { case regular, semibold, bold }
    public enum Design { case serif, rounded, `default` }
    public enum TextStyle { case largeTitle, title, title2, title3, headline, body, footnote, caption, caption2 }
    public static let largeTitle = Font(), title = Font(), title2 = Font(), title3 = Font(), headline = Font(),
        body = Font(), footnote = Font(), caption = Font(), caption2 = Font()
    public static func system(_ style: TextStyle, design: Design? = nil, weight: Weight? = nil) -> Font { Font() }
    public static func system(size: CGFloat, weight: Weight? = nil, design: Design? = nil) -> Font { Font() }
    public func bold() -> Font { self }
    public func weight(_ weight: Weight) -> Font { self }
}
public enum HorizontalAlignment { case leading, center, trailing }
public enum VerticalAlignment { case top, center, bottom, firstTextBaseline }
public enum Alignment { case leading, center, trailing, top, bottom, topLeading, topTrailing, bottomLeading, bottomTrailing }
public enum TextAlignment { case leading, center, trailing }
public struct Angle { public static func degrees(_ degrees: Double) -> Angle { Angle() } }
public enum ContentTransition { case numericText(countsDown: Bool = false) }
public enum Visibility { case automatic, visible, hidden }
public struct Animation { public static func easeOut(duration: Double) -> Animation { Animation() } }
@MainActor public func withAnimation<R>(_ animation: Animation?, _ body: () throws -> R) rethrows -> R { try body() }
public enum Edge { public struct Set: OptionSet, Sendable { public let rawValue: Int; public init(rawValue: Int) { self.rawValue = rawValue }; public static let all = Set(rawValue: 15), horizontal = Set(rawValue: 3), vertical = Set(rawValue: 12) } }

// MARK: - Modifiers

public enum ButtonStyleName { case bordered, borderedProminent, plain }
public enum ControlSize { case regular, large }
public struct AccessibilityTraits: SetAlgebra, Sendable, OptionSet {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
    public static let isHeader = Self(rawValue: 1), isButton = Self(rawValue: 2), isSelected = Self(rawValue: 4),
        updatesFrequently = Self(rawValue: 8), isImage = Self(rawValue: 16)
}
public enum AccessibilityChildBehavior { case ignore, combine, contain }
public enum AccessibilityAdjustmentDirection { case increment, decrement }
public enum TabViewStyleName { case automatic; @available(iOS 18.0, *) case sidebarAdaptable }
public enum TitleDisplayMode { case inline, large, automatic }
public enum PresentationDetent: Hashable { case medium, large }
public enum ScrollBounceBehavior { case automatic, basedOnSize }

extension View {
    public func font(_ font: Font?) -> some View { self }
    public func fontWeight(_ weight: Font.Weight?) -> some View { self }
    public func imageScale(_ scale: Image.Scale) -> some View { self }
    public func foregroundStyle<S: ShapeStyle>(_ style: S) -> some View { self }
    public func multilineTextAlignment(_ alignment: TextAlignment) -> some View { self }
    public func lineLimit(_ lines: Int?) -> some View { self }
    public func minimumScaleFactor(_ factor: CGFloat) -> some View { self }
    public func monospacedDigit() -> some View { self }
    public func contentTransition(_ transition: ContentTransition) -> some View { self }
    public func padding(_ length: CGFloat) -> some View { self }
    public func padding(_ edges: Edge.Set = .all, _ length: CGFloat? = nil) -> some View { self }
    public func frame(width: CGFloat? = nil, height: CGFloat? = nil, alignment: Alignment = .center) -> some View { self }
    public func frame(
        minWidth: CGFloat? = nil, maxWidth: CGFloat? = nil, minHeight: CGFloat? = nil, maxHeight: CGFloat? = nil,
        alignment: Alignment = .center
    ) -> some View { self }
    public func aspectRatio(_ ratio: CGFloat?, contentMode: ContentMode) -> some View { self }
    public func position(x: CGFloat, y: CGFloat) -> some View { self }
    public func rotationEffect(_ angle: Angle) -> some View { self }
    public func background<S: ShapeStyle, T: Shape>(_ style: S, in shape: T) -> some View { self }
    public func background(_ view: some View) -> some View { self }
    public func overlay<V: View>(alignment: Alignment = .center, @ViewBuilder content: () -> V) -> some View { self }
    public func clipShape<S: Shape>(_ shape: S) -> some View { self }
    public func shadow(color: Color, radius: CGFloat) -> some View { self }
    public func opacity(_ part: Double) -> some View { self }
    public func ignoresSafeArea() -> some View { self }
    public func allowsHitTesting(_ on: Bool) -> some View { self }
    public func disabled(_ on: Bool) -> some View { self }
    public func tint(_ color: Color?) -> some View { self }
    public func tag<V: Hashable>(_ tag: V) -> some View { self }
    public func buttonStyle(_ style: ButtonStyleName) -> some View { self }
    public func controlSize(_ size: ControlSize) -> some View { self }
    public func environment<V>(_ path: WritableKeyPath<EnvironmentValues, V>, _ value: V) -> some View { self }
    public func task(_ action: @escaping @Sendable @isolated(any) () async -> Void) -> some View { self }
    public func refreshable(action: @escaping @Sendable () async -> Void) -> some View { self }
    public func onChange<V: Equatable>(of value: V, _ action: @escaping (V, V) -> Void) -> some View { self }
    public func onChange<V: Equatable>(of value: V, _ action: @escaping () -> Void) -> some View { self }
    public func onAppear(perform action: (() -> Void)?) -> some View { self }
    public func onDisappear(perform action: (() -> Void)?) -> some View { self }
    public func navigationTitle(_ title: Text) -> some View { self }
    public func navigationBarTitleDisplayMode(_ mode: TitleDisplayMode) -> some View { self }
    public func navigationDestination<D: Hashable, C: View>(
        for data: D.Type, @ViewBuilder destination: @escaping (D) -> C
    ) -> some View { self }
    public func navigationDestination<V: View>(
        isPresented: Binding<Bool>, @ViewBuilder destination: () -> V
    ) -> some View { self }
    public func tabItem<V: View>(@ViewBuilder _ label: () -> V) -> some View { self }
    public func tabViewStyle(_ style: TabViewStyleName) -> some View { self }
    public func sheet<I: Identifiable, C: View>(
        item: Binding<I?>, @ViewBuilder content: @escaping (I) -> C
    ) -> some View { self }
    public func fullScreenCover<I: Identifiable, C: View>(
        item: Binding<I?>, @ViewBuilder content: @escaping (I) -> C
    ) -> some View { self }
    public func alert<A: View>(_ title: Text, isPresented: Binding<Bool>, @ViewBuilder actions: () -> A) -> some View { self }
    public func presentationDetents(_ detents: Set<PresentationDetent>) -> some View { self }
    public func scrollBounceBehavior(_ behavior: ScrollBounceBehavior) -> some View { self }
    public func defaultScrollAnchor(_ anchor: UnitPoint?) -> some View { self }
    public func statusBarHidden(_ hidden: Bool = true) -> some View { self }
    public func persistentSystemOverlays(_ visibility: Visibility) -> some View { self }
    public func accessibilityLabel(_ label: Text) -> some View { self }
    public func accessibilityValue(_ value: Text) -> some View { self }
    public func accessibilityHint(_ hint: Text) -> some View { self }
    public func accessibilityHidden(_ hidden: Bool) -> some View { self }
    public func accessibilityAddTraits(_ traits: AccessibilityTraits) -> some View { self }
    public func accessibilityElement(children: AccessibilityChildBehavior = .ignore) -> some View { self }
    public func accessibilityAdjustableAction(
        _ handler: @escaping (AccessibilityAdjustmentDirection) -> Void
    ) -> some View { self }
    public func accessibilityAction(named name: Text, _ handler: @escaping () -> Void) -> some View { self }
    public func accessibilityChartDescriptor<R: AXChartDescriptorRepresentable>(_ representable: R) -> some View { self }
}
public enum ContentMode { case fit, fill }

// MARK: - UIKit in SwiftUI, and Accessibility

@MainActor @preconcurrency public protocol UIViewRepresentable: View where Body == Never {
    associatedtype UIViewType
    typealias Context = UIViewRepresentableContext<Self>
    func makeUIView(context: Context) -> UIViewType
    func updateUIView(_ view: UIViewType, context: Context)
}
extension UIViewRepresentable { public var body: Never { fatalError() } }
public struct UIViewRepresentableContext<V> {}
@MainActor @preconcurrency public protocol UIViewControllerRepresentable: View where Body == Never {
    associatedtype UIViewControllerType
    typealias Context = UIViewRepresentableContext<Self>
    func makeUIViewController(context: Context) -> UIViewControllerType
    func updateUIViewController(_ controller: UIViewControllerType, context: Context)
}
extension UIViewControllerRepresentable { public var body: Never { fatalError() } }

@_exported import Accessibility

@MainActor @preconcurrency public protocol AXChartDescriptorRepresentable {
    func makeChartDescriptor() -> AXChartDescriptor
}
