import DowelCore
import Foundation

/// At most one frame is being looked at and one waits; a newer one takes its place. The camera's queue never waits
/// here. That each frame is released exactly once is the compiler's promise: a ``Frame`` has one owner.
///
/// Unchecked: the lock guards what changes.
final class FrameLine: @unchecked Sendable {
    typealias Perform = @Sendable (@escaping @Sendable () -> Void) -> Void

    private let perform: Perform
    private let look: @Sendable (borrowing Frame) -> Void
    private let lock = NSLock()
    private var waiting: Frame?
    private var isBusy = false
    private var isOpen = true
    private var droppedFrames = 0

    /// - Parameters:
    ///   - perform: Where frames are looked at: one at a time, never on the camera's queue or the main one.
    ///   - look: Looks at a frame.
    init(perform: @escaping Perform, look: @escaping @Sendable (borrowing Frame) -> Void) {
        self.perform = perform
        self.look = look
    }

    /// Frames that came too late to be looked at.
    var dropped: Int { lock.withLock { droppedFrames } }

    func offer(_ frame: consuming Frame) {
        if takesPlace(frame) { perform(workOff) }
    }

    /// What waits is released, and what still comes.
    func shut() {
        lock.lock()
        defer { lock.unlock() }
        isOpen = false
        waiting = nil
    }

    /// Whether work has to be started for it.
    private func takesPlace(_ frame: consuming Frame) -> Bool {
        lock.lock()
        defer { lock.unlock() }
        guard isOpen else { return false }
        if waiting != nil { droppedFrames += 1 }
        waiting = consume frame
        let starts = !isBusy
        isBusy = true
        return starts
    }

    @Sendable private func workOff() {
        while let frame = next() { look(frame) }
    }

    private func next() -> Frame? {
        lock.lock()
        defer { lock.unlock() }
        let frame = waiting.take()
        isBusy = frame != nil
        return frame
    }
}
