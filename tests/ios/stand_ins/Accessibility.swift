// A stand-in; see SwiftUI.swift.
import Foundation

public enum AccessibilityNotification {
    public struct Announcement { public init(_ words: String) {}; public func post() {} }
}
public final class AXChartDescriptor {
    public init(
        title: String?, summary: String?, xAxis: AXCategoricalDataAxisDescriptor, yAxis: AXNumericDataAxisDescriptor?,
        series: [AXDataSeriesDescriptor]
    ) {}
}
public final class AXCategoricalDataAxisDescriptor { public init(title: String, categoryOrder: [String]) {} }
public final class AXNumericDataAxisDescriptor {
    public init(
        title: String, range: ClosedRange<Double>, gridlinePositions: [Double],
        valueDescriptionProvider: @escaping (Double) -> String
    ) {}
}
public final class AXDataSeriesDescriptor { public init(name: String, isContinuous: Bool, dataPoints: [AXDataPoint]) {} }
public final class AXDataPoint { public init(x: String, y: Double?) {} }
