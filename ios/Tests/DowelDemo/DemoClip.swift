import DowelCore
import Foundation

/// The demo clip's frames, and what the core alone made of them. `DOWEL_CONTRACT` names the folder that the contract
/// tests leave them in, `DOWEL_HOME` the one with the networks.
public struct DemoClip: Sendable {
    /// Nil where nobody has prepared it.
    public static let shared: DemoClip? = {
        let environment = ProcessInfo.processInfo.environment
        guard let folder = environment["DOWEL_CONTRACT"], let home = environment["DOWEL_HOME"] else { return nil }
        return try? DemoClip(folder: URL(fileURLWithPath: folder), home: URL(fileURLWithPath: home))
    }()

    public let expected: Expected
    private let home: URL
    private let memory: Data

    private init(folder: URL, home: URL) throws {
        let json = try Data(contentsOf: folder.appendingPathComponent("expected.json"))
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        expected = try decoder.decode(Expected.self, from: json)
        memory = try Data(contentsOf: folder.appendingPathComponent("frames.yuv"), options: .alwaysMapped)
        self.home = home
    }

    public var frameCount: Int { memory.count / frameBytes }

    public func timeS(_ index: Int) -> Double { Double(index) / expected.fps }

    /// The bytes of a frame: its three planes lie one after the other.
    public func bytes(_ index: Int) -> Data {
        memory.subdata(in: index * frameBytes..<(index + 1) * frameBytes)
    }

    /// A frame as a camera lends it.
    public func frame(_ index: Int, release: @escaping @Sendable () -> Void = {}) -> Frame {
        let lent = Lent(bytes(index))
        let (width, height) = (expected.widthPx, expected.heightPx)
        let u = width * height
        let v = u + u / 4
        return Frame(
            pixels: .planar(
                luma: lent.plane(0, width, height), u: lent.plane(u, width / 2, height / 2),
                v: lent.plane(v, width / 2, height / 2), color: YuvColor(matrix: .bt601, isFullRange: false)),
            widthPx: width, heightPx: height, rotation: .none, timeS: timeS(index)
        ) {
            lent.giveBack()
            release()
        }
    }

    /// The real core over a session file of its own, speaking English, with the small model.
    public func openCoach(in folder: URL) async throws -> any Coach {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let coach = try await Dowel.open(
            Places(
                store: folder.appendingPathComponent("dowel.db"), models: home.appendingPathComponent("models"),
                runtime: home.appendingPathComponent("runtime/libonnxruntime.so").path))
        var settings = try await coach.settings()
        (settings.language, settings.model, settings.voice) = (.english, .lite, true)
        try await coach.keep(settings)
        return coach
    }

    private var frameBytes: Int { expected.widthPx * expected.heightPx * 3 / 2 }
}

/// What the core alone made of the clip.
public struct Expected: Decodable, Sendable {
    public struct Plan: Decodable, Sendable {
        public let drill: String
        public let sets: Int
        public let reps: Int
        public let painBefore: Int
    }

    public struct Told: Decodable, Sendable {
        public let event: Event
    }

    public struct Event: Decodable, Sendable {
        public let kind: String
        public let priority: String
        public let text: String
    }

    public struct Summary: Decodable, Sendable {
        public let sets: [Tally]
        public let total: Tally
    }

    public struct Tally: Decodable, Sendable {
        public let reps: Int
        public let clean: Int
        public let judged: Int
        public let cleanDepthDeg: Double
        public let hingeIndex: Int
        public let change: String
        public let drill: String
    }

    public let widthPx: Int
    public let heightPx: Int
    public let fps: Double
    public let plan: Plan
    /// Pairs of a frame and what is corrected at it.
    public let corrections: [[Int]]
    public let events: [Told]
    public let summary: Summary
}

/// Memory outside of Swift's, as a pixel buffer has it.
///
/// Unchecked: nobody writes to it once it is there.
public final class Lent: @unchecked Sendable {
    private let memory: UnsafeMutableRawBufferPointer

    public init(_ bytes: Data) {
        memory = .allocate(byteCount: bytes.count, alignment: 16)
        memory.copyBytes(from: bytes)
    }

    public func plane(_ first: Int, _ bytesPerRow: Int, _ rows: Int) -> Plane {
        Plane(
            baseAddress: memory.baseAddress.map { UnsafeRawPointer($0 + first) }, bytesPerRow: bytesPerRow, rows: rows)
    }

    public func giveBack() {
        memory.deallocate()
    }
}
