import DowelModel
import Foundation

@testable import DowelCore

/// A value that several threads may look at.
final class Locked<Value: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var held: Value

    init(_ value: Value) {
        held = value
    }

    var value: Value {
        get { lock.withLock { held } }
        set { lock.withLock { held = newValue } }
    }

    func change<R>(_ how: (inout Value) -> R) -> R { lock.withLock { how(&held) } }
}

/// Frames that remember how often each was released.
final class Frames: Sendable {
    static let widthPx = 64
    static let heightPx = 48

    let releases = Locked<[Int]>([])

    func next(timeS: Double = 0, rotation: Rotation = .none) -> Frame {
        let number = releases.change { all in
            all.append(0)
            return all.count - 1
        }
        let none = Plane(baseAddress: nil, bytesPerRow: 0, rows: 0)
        return Frame(
            pixels: .bgra(none), widthPx: Self.widthPx, heightPx: Self.heightPx, rotation: rotation, timeS: timeS
        ) { [releases] in releases.change { $0[number] += 1 } }
    }

    var areAllReleasedOnce: Bool { releases.value.allSatisfy { $0 == 1 } }
}

/// Nothing is looked at until the test says so.
final class Stepped: Sendable {
    let work = Locked<[@Sendable () -> Void]>([])

    @Sendable func perform(_ next: @escaping @Sendable () -> Void) { work.change { $0.append(next) } }

    func settle() {
        while let next = work.change({ $0.isEmpty ? nil : $0.removeFirst() }) { next() }
    }
}

@MainActor
final class FakeCamera: Camera {
    private(set) var onFrame: (@Sendable (consuming Frame) -> Void)?
    private(set) var onNews: (@MainActor (CameraNews) -> Void)?
    private(set) var opened = 0

    var isOpen: Bool { onFrame != nil }

    func open(
        onFrame: @escaping @Sendable (consuming Frame) -> Void, onNews: @escaping @MainActor (CameraNews) -> Void
    ) {
        (self.onFrame, self.onNews) = (onFrame, onNews)
        opened += 1
    }

    func close() {
        (onFrame, onNews) = (nil, nil)
    }
}

@MainActor
final class FakeSpeaker: Speaker {
    /// What interrupts begins with an exclamation mark.
    private(set) var said: [String] = []
    private(set) var stopped = 0
    private(set) var language: Language?
    private(set) var rate = 0.0

    func say(_ line: String, interrupts: Bool) { said.append(interrupts ? "!" + line : line) }

    func stop() { stopped += 1 }

    func use(_ language: Language, rate: Double) { (self.language, self.rate) = (language, rate) }
}

@MainActor
final class FakeHaptics: Haptics {
    private(set) var taps: [Tap] = []

    func play(_ tap: Tap) { taps.append(tap) }
}

@MainActor
final class FakeScreen: Screen {
    private(set) var isKeptOn = false
    private(set) var flashes = 0
    private(set) var announced: [Words] = []

    func keepOn(_ isOn: Bool) { isKeptOn = isOn }

    func flash() { flashes += 1 }

    func announce(_ words: Words) { announced.append(words) }
}

struct FakeClock: PhoneClock {
    let now = Date(timeIntervalSince1970: 1000)
    let utcOffsetMin = 60
    let elapsedS = 0.0

    func day(_ date: Date) -> String { "day \(Int(date.timeIntervalSince1970))" }
}

@MainActor
struct FakePhone {
    let camera = FakeCamera()
    let speaker = FakeSpeaker()
    let haptics = FakeHaptics()
    let screen = FakeScreen()

    var ports: PracticePhone {
        PracticePhone(camera: camera, speaker: speaker, haptics: haptics, screen: screen, clock: FakeClock())
    }
}
