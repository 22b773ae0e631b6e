import DowelDemo
import Foundation
import XCTest

@testable import DowelCore

final class PlaneTests: XCTestCase {
    func testAPlaneIsAsLongAsItsRows() {
        let base = UnsafeRawPointer(bitPattern: 4096)!
        XCTAssertEqual(Plane(baseAddress: base, bytesPerRow: 10, rows: 3).bytes.count, 30)
        XCTAssertEqual(Plane(baseAddress: base, bytesPerRow: .max, rows: 3).bytes.count, 0)
        XCTAssertEqual(Plane(baseAddress: base, bytesPerRow: -10, rows: 3).bytes.count, 0)
        XCTAssertEqual(Plane(baseAddress: nil, bytesPerRow: 10, rows: 3).bytes.count, 0)
    }

    func testWhatIsLentIsTheVeryMemory() {
        let lent = Lent(Data(count: 30))
        defer { lent.giveBack() }
        let plane = lent.plane(0, 10, 3)
        plane.lent().withUnsafeBytes { XCTAssertEqual($0.baseAddress, plane.bytes.baseAddress) }
        plane.lent(from: 1).withUnsafeBytes { bytes in
            XCTAssertEqual(bytes.baseAddress, plane.bytes.baseAddress.map { $0 + 1 })
            XCTAssertEqual(bytes.count, 29)
        }
        XCTAssertEqual(Plane(baseAddress: nil, bytesPerRow: 1, rows: 1).lent(), Data())
        XCTAssertEqual(lent.plane(0, 1, 1).lent(from: 1), Data())
    }

    func testEveryTurnOfThePhoneHasItsRotation() {
        XCTAssertEqual(
            [0, 90, 180, 270, 360, -90, 45].map(Rotation.init(degrees:)),
            [.none, .cw90, .cw180, .cw270, .none, .cw270, .none])
        XCTAssertEqual(Rotation.allCases.map(\.isSideways), [false, true, false, true])
    }
}

/// Frames before the real core.
final class PushTests: XCTestCase {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)

    override func tearDown() async throws {
        try? FileManager.default.removeItem(at: folder)
    }

    private func demo() throws -> DemoClip {
        guard let demo = DemoClip.shared else { throw XCTSkip("DOWEL_CONTRACT and DOWEL_HOME are not set") }
        return demo
    }

    private func session(_ demo: DemoClip) async throws -> any LiveSession {
        try await demo.openCoach(in: folder).begin(Plan(drill: "dowel-hinge"), at: Date())
    }

    /// The hip of the third frame.
    private func hip(_ demo: DemoClip, _ pixels: (Lent) -> Pixels, _ bytes: (Data) -> Data) async throws -> BodyPoint {
        let session = try await session(demo)
        var hip: BodyPoint?
        for index in 0..<3 {
            let lent = Lent(bytes(demo.bytes(index)))
            let frame = Frame(
                pixels: pixels(lent), widthPx: demo.expected.widthPx, heightPx: demo.expected.heightPx,
                rotation: .none, timeS: demo.timeS(index)
            ) { lent.giveBack() }
            hip = try session.push(frame).body?.hip
        }
        return try XCTUnwrap(hip)
    }

    func testPlanesAndStridesMakeNoDifference() async throws {
        let demo = try demo()
        let (width, height) = (demo.expected.widthPx, demo.expected.heightPx)
        let (luma, chroma) = (width * height, width * height / 4)
        let color = YuvColor(matrix: .bt601, isFullRange: false)
        let planar = try await hip(
            demo,
            { lent in
                .planar(
                    luma: lent.plane(0, width, height), u: lent.plane(luma, width / 2, height / 2),
                    v: lent.plane(luma + chroma, width / 2, height / 2), color: color)
            }, { $0 })
        // As a camera has it: rows with room at their end, and one plane of chroma.
        let stride = width + 24
        let biplanar = try await hip(
            demo,
            { lent in
                .biplanar(
                    luma: lent.plane(0, stride, height), chroma: lent.plane(stride * height, stride, height / 2),
                    color: color)
            },
            { bytes in
                let u = bytes[luma..<luma + chroma]
                let interleaved = Data(zip(u, bytes[(luma + chroma)...]).flatMap { [$0, $1] })
                return padded(bytes.prefix(luma), width, stride) + padded(interleaved, width, stride)
            })
        XCTAssertEqual(biplanar, planar)
    }

    func testBGRAIsTaken() async throws {
        let demo = try demo()
        let (width, height) = (demo.expected.widthPx, demo.expected.heightPx)
        let hip = try await hip(
            demo, { .bgra($0.plane(0, width * 4, height)) },
            { bytes in Data(bytes.prefix(width * height).flatMap { [$0, $0, $0, 255] }) })
        XCTAssertGreaterThan(hip.visibility, 0.5)
    }

    func testSenselessFramesAreRefused() async throws {
        let demo = try demo()
        let session = try await session(demo)
        let lent = Lent(Data(count: 64 * 64 * 4))
        defer { lent.giveBack() }
        let plane = lent.plane(0, 64 * 4, 64)
        let color = YuvColor(matrix: .bt709, isFullRange: true)
        func refused(
            _ pixels: Pixels, _ width: Int = 64, _ height: Int = 64, timeS: Double = 0, line: UInt = #line
        ) {
            let frame = Frame(
                pixels: pixels, widthPx: width, heightPx: height, rotation: .cw180, timeS: timeS,
                tilt: Tilt(rollDeg: .nan, pitchDeg: .infinity)
            ) {}
            XCTAssertThrowsError(try session.push(frame), line: line) {
                XCTAssertEqual($0 as? DowelError, .badFrame, line: line)
            }
        }
        let none = Plane(baseAddress: nil, bytesPerRow: 256, rows: 64)
        let backwards = Plane(bytes: plane.bytes, bytesPerRow: -256)
        refused(.bgra(none))
        refused(.bgra(backwards))
        refused(.bgra(Plane(bytes: plane.bytes, bytesPerRow: .max)))
        refused(.bgra(plane), -1)
        refused(.bgra(plane), 64, .max)
        refused(.bgra(plane), 64, 65)
        refused(.bgra(plane), 31, 31)
        refused(.bgra(plane), timeS: .nan)
        refused(.biplanar(luma: plane, chroma: none, color: color))
        refused(.biplanar(luma: backwards, chroma: plane, color: color))
        refused(.planar(luma: plane, u: plane, v: none, color: color))
    }
}

private func padded(_ rows: Data, _ width: Int, _ stride: Int) -> Data {
    var padded = Data()
    for row in Swift.stride(from: 0, to: rows.count, by: width) {
        padded += rows.dropFirst(row).prefix(width) + Data(repeating: 7, count: stride - width)
    }
    return padded
}
