import DowelCore
import Foundation
import XCTest

@testable import DowelModel

final class FrameLineTests: XCTestCase {
    private let frames = Frames()
    private let stepped = Stepped()

    func testTheNewestWinsAndEachIsReleasedOnce() {
        let looked = Locked<[Double]>([])
        let line = FrameLine(perform: stepped.perform) { frame in
            let timeS = frame.timeS
            looked.change { $0.append(timeS) }
        }
        for time in 0..<4 { line.offer(frames.next(timeS: Double(time))) }
        XCTAssertEqual(stepped.work.value.count, 1, "one worker")
        stepped.settle()
        XCTAssertEqual(looked.value, [3])
        XCTAssertEqual(line.dropped, 3)
        XCTAssertEqual(frames.releases.value, [1, 1, 1, 1])
    }

    func testAfterOneIsDoneTheNextIsTaken() {
        let count = Locked(0)
        let line = FrameLine(perform: stepped.perform) { _ in count.change { $0 += 1 } }
        for _ in 0..<3 {
            line.offer(frames.next())
            stepped.settle()
        }
        XCTAssertEqual(count.value, 3)
        XCTAssertEqual(line.dropped, 0)
        XCTAssertTrue(frames.areAllReleasedOnce)
    }

    func testAFrameIsHeldWhileItIsBeingLookedAt() {
        let line = FrameLine(perform: stepped.perform) { [frames] _ in
            XCTAssertEqual(frames.releases.value, [0])
        }
        line.offer(frames.next())
        stepped.settle()
        XCTAssertEqual(frames.releases.value, [1])
    }

    func testWhatComesAfterTheEndIsReleasedUnseen() {
        let line = FrameLine(perform: stepped.perform) { _ in XCTFail("looked at") }
        line.offer(frames.next())
        line.shut()
        line.offer(frames.next())
        stepped.settle()
        XCTAssertEqual(frames.releases.value, [1, 1])
    }

    func testALineThatIsGoneHasReleasedWhatWaited() {
        var line: FrameLine? = FrameLine(perform: { _ in }, look: { _ in })
        line?.offer(frames.next())
        XCTAssertEqual(frames.releases.value, [0])
        line = nil
        XCTAssertEqual(frames.releases.value, [1])
    }

    func testTheCamerasQueueNeverWaitsAndNoFrameIsLostOrReleasedTwice() {
        let (count, queue) = (Locked(0), DispatchQueue(label: "frames"))
        let line = FrameLine(perform: { queue.async(execute: $0) }, look: { _ in count.change { $0 += 1 } })
        DispatchQueue.concurrentPerform(iterations: 2) { [frames] _ in
            for _ in 0..<1000 { line.offer(frames.next()) }
        }
        queue.sync {}
        XCTAssertEqual(count.value + line.dropped, 2000)
        XCTAssertEqual(frames.releases.value.count, 2000)
        XCTAssertTrue(frames.areAllReleasedOnce)
    }
}

final class CadenceTests: XCTestCase {
    /// How many of a second's frames are looked at.
    private func ofASecond(_ cadence: Cadence) -> Int {
        (0..<30).filter { cadence.isDue(Double($0) * 0.033) }.count
    }

    private func cadence(tookS: Double) -> Cadence {
        let cadence = Cadence()
        for _ in 0..<50 { cadence.took(tookS) }
        return cadence
    }

    func testAQuickAndCoolPhoneLooksAtEveryFrame() {
        XCTAssertEqual(ofASecond(cadence(tookS: 0.01)), 30)
    }

    func testASlowPhoneKeepsSomeTimeForTheRest() {
        XCTAssertTrue((7...10).contains(ofASecond(cadence(tookS: 0.09))))
    }

    func testWarmthLowersItStepByStep() {
        let looked = Heat.allCases.map { heat in
            let cadence = Cadence()
            cadence.follow(heat)
            return ofASecond(cadence)
        }
        XCTAssertEqual(looked, [30, 15, 10, 10])
    }

    func testOneSlowFrameChangesLittle() {
        let cadence = cadence(tookS: 0.01)
        cadence.took(0.1)
        XCTAssertEqual(ofASecond(cadence), 30)
    }

    func testAClockThatBeginsAnewDoesNotStopIt() {
        let cadence = Cadence()
        XCTAssertTrue(cadence.isDue(5))
        XCTAssertFalse(cadence.isDue(5.001))
        XCTAssertTrue(cadence.isDue(0.003))
        XCTAssertTrue(cadence.isDue(.nan))
        XCTAssertTrue(cadence.isDue(.infinity))
    }
}
