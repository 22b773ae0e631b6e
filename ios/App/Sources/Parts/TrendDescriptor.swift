import Accessibility
import DowelCore
import DowelModel
import SwiftUI

/// A trend as VoiceOver's audio graph plays it.
struct TrendDescriptor: AXChartDescriptorRepresentable {
    let trend: TrendView
    let phrasebook: Phrasebook

    func makeChartDescriptor() -> AXChartDescriptor {
        let title = phrasebook.text(trend.title)
        let days = trend.points.enumerated().map { index, point in name(of: point, at: index) }
        let values = trend.points.map(\.value)
        let (least, most) = (values.min() ?? 0, values.max() ?? 0)
        let points = zip(days, values).map { AXDataPoint(x: $0, y: $1) }
        return AXChartDescriptor(
            title: title, summary: phrasebook.text(trend.label),
            xAxis: AXCategoricalDataAxisDescriptor(title: "", categoryOrder: days),
            yAxis: AXNumericDataAxisDescriptor(
                title: title, range: least...most, gridlinePositions: [],
                valueDescriptionProvider: { value in phrasebook.text(trend.scale.words(value)) }),
            series: [AXDataSeriesDescriptor(name: title, isContinuous: true, dataPoints: points)])
    }

    /// Two sessions of one day are two points.
    private func name(of point: TrendPoint, at index: Int) -> String {
        "\(index + 1): \(point.at.formatted(date: .abbreviated, time: .shortened))"
    }
}
