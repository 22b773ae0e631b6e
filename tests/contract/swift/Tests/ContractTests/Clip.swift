import DowelFacade
import Foundation

/// The demo clip's frames, and what the core alone made of them; `cargo xtask test` prepares both.
enum Clip {
    static let folder = ProcessInfo.processInfo.environment["DOWEL_CONTRACT"]!
    static let home = ProcessInfo.processInfo.environment["DOWEL_HOME"]!

    static let expected: Expected = {
        let json = try! Data(contentsOf: URL(fileURLWithPath: folder + "/expected.json"))
        return try! JSONDecoder().decode(Expected.self, from: json)
    }()
    static let width = expected.width_px
    static let height = expected.height_px

    static let color = YuvColor(matrix: .bt601, fullRange: false)
    static let i420 = YuvLayout(
        yRowStride: UInt32(width), chromaRowStride: UInt32(width / 2), chromaPixelStride: 1, color: color)
    static let nv12 = YuvLayout(
        yRowStride: UInt32(width), chromaRowStride: UInt32(width), chromaPixelStride: 2, color: color)

    /// Reads frame after frame; none when there are no more.
    struct Frames: Sequence, IteratorProtocol {
        private let file = FileHandle(forReadingAtPath: folder + "/frames.yuv")!
        private let bytes = Clip.width * Clip.height * 3 / 2

        mutating func next() -> Data? {
            let picture = file.readData(ofLength: bytes)
            return picture.count == bytes ? picture : nil
        }
    }

    /// The planes y, u and v without a copy, as a camera's locked buffer gives them.
    static func withPlanes<R>(_ picture: Data, _ body: (Data, Data, Data) throws -> R) rethrows -> R {
        try picture.withUnsafeBytes { buffer in
            let base = UnsafeMutableRawPointer(mutating: buffer.baseAddress!)
            let (y, chroma) = (width * height, width * height / 4)
            func plane(_ at: Int, _ count: Int) -> Data {
                Data(bytesNoCopy: base + at, count: count, deallocator: .none)
            }
            return try body(plane(0, y), plane(y, chroma), plane(y + chroma, chroma))
        }
    }

    static func info(_ index: Int, width: Int = width, height: Int = height, tS: Double? = nil) -> FrameInfo {
        FrameInfo(
            widthPx: UInt32(width), heightPx: UInt32(height), rotation: .none,
            tS: tS ?? Double(index) / expected.fps, tilt: nil)
    }

    static func places(_ folder: String) -> Places {
        Places(
            store: folder + "/coach.db", models: home + "/models", runtime: home + "/runtime/libonnxruntime.so")
    }

    static func coach(_ folder: String) throws -> Coach {
        let coach = try Coach.open(places: places(folder))
        let now = try coach.settings()
        try coach.setSettings(settings: now.with(model: .lite))
        return coach
    }

    static func temporaryFolder() throws -> String {
        let folder = NSTemporaryDirectory() + "dowel-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        return folder
    }
}

extension Settings {
    func with(model: ModelSize? = nil, language: Language? = nil, speechRate: Double? = nil) -> Settings {
        Settings(
            language: language ?? self.language, cueFrequency: cueFrequency, countsTempo: countsTempo,
            voice: voice, speechRate: speechRate ?? self.speechRate, model: model ?? self.model,
            practiceDays: practiceDays, hasReadSafety: hasReadSafety)
    }
}
