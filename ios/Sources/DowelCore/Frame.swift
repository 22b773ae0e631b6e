import Foundation

/// A picture as the camera hands it over: memory that is borrowed, and how it lies there.
///
/// There is only ever one owner, and when it lets go the memory is given back: exactly once, whatever happens. Nothing
/// is copied on the way into the core.
///
/// Unchecked: the memory stays as it is until `release` is called, on whatever thread.
public struct Frame: ~Copyable, @unchecked Sendable {
    public let pixels: Pixels
    /// Of the memory, before `rotation`.
    public let widthPx: Int
    public let heightPx: Int
    public let rotation: Rotation
    /// Seconds from any fixed origin, growing from frame to frame.
    public let timeS: Double
    /// How the phone leans; nil where it can't tell.
    public let tilt: Tilt?
    private let release: @Sendable () -> Void

    /// - Parameter release: Gives the memory back: unlocks the pixel buffer.
    public init(
        pixels: Pixels, widthPx: Int, heightPx: Int, rotation: Rotation, timeS: Double, tilt: Tilt? = nil,
        release: @escaping @Sendable () -> Void
    ) {
        self.pixels = pixels
        self.widthPx = widthPx
        self.heightPx = heightPx
        self.rotation = rotation
        self.timeS = timeS
        self.tilt = tilt
        self.release = release
    }

    deinit { release() }
}

/// How the bytes of a picture lie in memory.
public enum Pixels {
    /// Blue, green, red and alpha, a byte each: `kCVPixelFormatType_32BGRA`.
    case bgra(Plane)
    /// 4:2:0 with Cb and Cr taking turns: `kCVPixelFormatType_420YpCbCr8BiPlanarFullRange` and its video range.
    case biplanar(luma: Plane, chroma: Plane, color: YuvColor)
    /// 4:2:0 with a plane each; `u` and `v` lie alike.
    case planar(luma: Plane, u: Plane, v: Plane, color: YuvColor)
}

/// One plane: borrowed memory, and the way from one row to the next. The last row may lack its padding.
public struct Plane {
    public let bytes: UnsafeRawBufferPointer
    public let bytesPerRow: Int

    public init(bytes: UnsafeRawBufferPointer, bytesPerRow: Int) {
        self.bytes = bytes
        self.bytesPerRow = bytesPerRow
    }

    /// As `CVPixelBufferGetBaseAddressOfPlane` and its sisters tell. What makes no sense is no memory at all, and the
    /// core refuses it.
    public init(baseAddress: UnsafeRawPointer?, bytesPerRow: Int, rows: Int) {
        let (count, overflows) = bytesPerRow.multipliedReportingOverflow(by: rows)
        let isSound = !overflows && count >= 0
        self.init(
            bytes: UnsafeRawBufferPointer(start: baseAddress, count: isSound && baseAddress != nil ? count : 0),
            bytesPerRow: bytesPerRow)
    }
}

/// Which numbers turn YUV into colours.
public struct YuvColor: Equatable, Sendable {
    public let matrix: YuvMatrix
    /// True when luma spans 0-255, false when it spans 16-235.
    public let isFullRange: Bool

    public init(matrix: YuvMatrix, isFullRange: Bool) {
        self.matrix = matrix
        self.isFullRange = isFullRange
    }
}

public enum YuvMatrix: Sendable {
    case bt601, bt709, bt2020
}

/// The clockwise turn that makes a picture upright.
public enum Rotation: Equatable, CaseIterable, Sendable {
    case none, cw90, cw180, cw270

    /// The next of the four; a turn that is none of them counts as none.
    public init(degrees: Int) {
        self =
            switch (degrees % 360 + 360) % 360 {
            case 90: .cw90
            case 180: .cw180
            case 270: .cw270
            default: .none
            }
    }

    /// Whether width and height change places.
    public var isSideways: Bool { self == .cw90 || self == .cw270 }
}

/// How the phone leans, in degrees.
public struct Tilt: Equatable, Sendable {
    /// To the left or right, 0 when the picture's edge is upright.
    public let rollDeg: Double
    /// Forward or back, 0 when the camera looks level.
    public let pitchDeg: Double

    public init(rollDeg: Double, pitchDeg: Double) {
        self.rollDeg = rollDeg
        self.pitchDeg = pitchDeg
    }
}
