import AVFoundation
import DowelCore

extension Frame {
    /// What cameras and decoders are asked for: nothing has to be converted on the way into the core.
    static let pixelFormat = kCVPixelFormatType_420YpCbCr8BiPlanarFullRange

    /// Borrows the buffer's memory until the frame is let go. Nil where it is no picture of the format above.
    init?(lending buffer: CVPixelBuffer, rotation: Rotation, timeS: Double, tilt: Tilt? = nil) {
        guard
            let isFullRange = Self.isFullRange(buffer),
            CVPixelBufferLockBaseAddress(buffer, .readOnly) == kCVReturnSuccess
        else { return nil }
        // Only unlocked once more, which any thread may do.
        nonisolated(unsafe) let lent = buffer
        self.init(
            pixels: .biplanar(
                luma: Plane(of: buffer, at: 0), chroma: Plane(of: buffer, at: 1),
                color: YuvColor(matrix: YuvMatrix(of: buffer), isFullRange: isFullRange)),
            widthPx: CVPixelBufferGetWidth(buffer), heightPx: CVPixelBufferGetHeight(buffer), rotation: rotation,
            timeS: timeS, tilt: tilt,
            release: { CVPixelBufferUnlockBaseAddress(lent, .readOnly) })
    }

    private static func isFullRange(_ buffer: CVPixelBuffer) -> Bool? {
        switch CVPixelBufferGetPixelFormatType(buffer) {
        case kCVPixelFormatType_420YpCbCr8BiPlanarFullRange: true
        case kCVPixelFormatType_420YpCbCr8BiPlanarVideoRange: false
        default: nil
        }
    }
}

extension Plane {
    fileprivate init(of buffer: CVPixelBuffer, at index: Int) {
        self.init(
            baseAddress: CVPixelBufferGetBaseAddressOfPlane(buffer, index),
            bytesPerRow: CVPixelBufferGetBytesPerRowOfPlane(buffer, index),
            rows: CVPixelBufferGetHeightOfPlane(buffer, index))
    }
}

extension YuvMatrix {
    fileprivate init(of buffer: CVPixelBuffer) {
        let name = CVBufferCopyAttachment(buffer, kCVImageBufferYCbCrMatrixKey, nil) as? String
        if name == kCVImageBufferYCbCrMatrix_ITU_R_601_4 as String {
            self = .bt601
        } else if name == kCVImageBufferYCbCrMatrix_ITU_R_2020 as String {
            self = .bt2020
        } else {
            self = .bt709
        }
    }
}
