import DowelCore
import DowelModel
import Foundation
import XCTest

@testable import Dowel

/// What only a built app has: its networks, its words, and ONNX Runtime linked into it.
final class BundleTests: XCTestCase {
    func testTheNetworksRun() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let places = try PhonePlaces.ready()
        let coach = try await Dowel.open(
            Places(store: folder.appending(path: "test.sqlite"), models: places.models, runtime: places.runtime))
        let speed = try await coach.measureSpeed()
        XCTAssertGreaterThan(speed.fullMs, 0)
    }

    func testEveryPhraseHasWordsInEachLanguage() throws {
        for language in Language.allCases {
            let path = try XCTUnwrap(Bundle.main.path(forResource: language.rawValue, ofType: "lproj"))
            let bundle = try XCTUnwrap(Bundle(path: path))
            for phrase in Phrase.allCases {
                let words = bundle.localizedString(forKey: phrase.rawValue, value: "", table: nil)
                XCTAssertFalse(words.isEmpty, "\(phrase) in \(language)")
            }
        }
    }

    func testPluralsFollowTheCount() {
        let phrasebook = Phrasebook.app(in: .english)
        XCTAssertEqual(phrasebook.text(.counted(.liveReps, 1)), "1 repetition")
        XCTAssertEqual(phrasebook.text(.counted(.liveReps, 2)), "2 repetitions")
    }

    func testTheSessionFileIsInNoBackup() throws {
        let folder = try PhonePlaces.ready().store.deletingLastPathComponent()
        let values = try folder.resourceValues(forKeys: [.isExcludedFromBackupKey])
        XCTAssertEqual(values.isExcludedFromBackup, true)
    }
}
