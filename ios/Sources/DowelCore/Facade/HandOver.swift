internal import DowelFacade
import Foundation

/// Session and clip take frames in the same way.
protocol FrameTaker {
    associatedtype Update
    func push(pixels: Data, layout: PackedLayout, info: FrameInfo) throws -> Update
    func pushYuv420(y: Data, u: Data, v: Data, layout: YuvLayout, info: FrameInfo) throws -> Update
}

extension DowelFacade.LiveSession: FrameTaker {}
extension DowelFacade.ClipAnalysis: FrameTaker {}

/// Lends the frame's memory for one call; nothing is copied.
func handOver<Taker: FrameTaker>(_ frame: borrowing Frame, to taker: Taker) throws(DowelError) -> Taker.Update {
    guard let info = FrameInfo(frame) else { throw .badFrame }
    let pixels = frame.pixels
    return try told {
        switch pixels {
        case .bgra(let plane):
            let layout = PackedLayout(format: .bgra, rowStride: try stride(plane))
            return try taker.push(pixels: plane.lent(), layout: layout, info: info)
        case .biplanar(let luma, let chroma, let color):
            // Cr lies a byte after Cb.
            let layout = try YuvLayout(luma: luma, chroma: chroma, pixelStride: 2, color: color)
            let (u, v) = (chroma.lent(), chroma.lent(from: 1))
            return try taker.pushYuv420(y: luma.lent(), u: u, v: v, layout: layout, info: info)
        case .planar(let luma, let u, let v, let color):
            let layout = try YuvLayout(luma: luma, chroma: u, pixelStride: 1, color: color)
            return try taker.pushYuv420(y: luma.lent(), u: u.lent(), v: v.lent(), layout: layout, info: info)
        }
    }
}

private func stride(_ plane: Plane) throws -> UInt32 {
    guard let stride = UInt32(exactly: plane.bytesPerRow) else { throw DowelError.badFrame }
    return stride
}

extension Plane {
    /// The very memory, for as long as the call takes.
    func lent(from first: Int = 0) -> Data {
        guard let base = bytes.baseAddress, bytes.count > first else { return Data() }
        let start = UnsafeMutableRawPointer(mutating: base + first)
        return Data(bytesNoCopy: start, count: bytes.count - first, deallocator: .none)
    }
}

extension FrameInfo {
    fileprivate init?(_ frame: borrowing Frame) {
        guard let width = UInt32(exactly: frame.widthPx), let height = UInt32(exactly: frame.heightPx) else {
            return nil
        }
        let tilt = frame.tilt.map { DowelFacade.Tilt(rollDeg: $0.rollDeg, pitchDeg: $0.pitchDeg) }
        self.init(
            widthPx: width, heightPx: height, rotation: DowelFacade.Rotation(frame.rotation), tS: frame.timeS,
            tilt: tilt)
    }
}

extension YuvLayout {
    fileprivate init(luma: Plane, chroma: Plane, pixelStride: UInt32, color: YuvColor) throws {
        self.init(
            yRowStride: try stride(luma), chromaRowStride: try stride(chroma), chromaPixelStride: pixelStride,
            color: DowelFacade.YuvColor(
                matrix: DowelFacade.YuvMatrix(color.matrix), fullRange: color.isFullRange))
    }
}

extension DowelFacade.Rotation {
    init(_ rotation: Rotation) {
        self =
            switch rotation {
            case .none: .none
            case .cw90: .cw90
            case .cw180: .cw180
            case .cw270: .cw270
            }
    }
}

extension DowelFacade.YuvMatrix {
    init(_ matrix: YuvMatrix) {
        self =
            switch matrix {
            case .bt601: .bt601
            case .bt709: .bt709
            case .bt2020: .bt2020
            }
    }
}
