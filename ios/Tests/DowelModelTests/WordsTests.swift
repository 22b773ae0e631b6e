import Foundation
import XCTest

@testable import DowelCore
@testable import DowelModel

final class CatalogueTests: XCTestCase {
    private let catalogue = Catalogue.app

    func testEveryPhraseIsThereInEachLanguageAndNoOther() {
        XCTAssertEqual(Set(catalogue.strings.keys), Set(Phrase.allCases.map(\.rawValue)))
        for phrase in Phrase.allCases {
            let forms: Set = phrase.isPlural ? ["one", "other"] : [""]
            XCTAssertEqual(
                catalogue.strings[phrase.rawValue].map { Set($0.localizations.keys) }, Set(Catalogue.languages))
            for language in Catalogue.languages {
                XCTAssertEqual(Set(catalogue.texts(phrase.rawValue, language).keys), forms, phrase.rawValue)
            }
        }
    }

    func testLanguagesTakeTheSameValues() throws {
        let place = try Regex("%\\d\\$[+.\\d]*(?:lld|@|f)")
        for key in catalogue.strings.keys {
            let places = Catalogue.languages.map { language in
                catalogue.texts(key, language).mapValues { text in
                    text.matches(of: place).map { String(text[$0.range]) }.sorted()
                }
            }
            XCTAssertEqual(places[0], places[1], key)
        }
    }

    func testEveryTextIsReadyToShow() {
        for (key, entry) in catalogue.strings {
            XCTAssertFalse(entry.comment?.isEmpty ?? true, "\(key) tells its translators nothing")
            for language in Catalogue.languages {
                for text in catalogue.texts(key, language).values {
                    XCTAssertEqual(text, text.trimmingCharacters(in: .whitespacesAndNewlines), key)
                    XCTAssertFalse(text.isEmpty, key)
                }
            }
        }
    }
}

final class WordsTests: XCTestCase {
    func testValuesFillTheirPlaces() {
        XCTAssertEqual(Words.ready("50 %").shown, "50 %")
        XCTAssertEqual(Phrase.valueOf.words(.whole(3), .whole(4)).shown, "3 of 4")
        XCTAssertEqual(Phrase.drillEasier.words(.words(.ready("Wall tap"))).shown, "Easier: Wall tap")
        XCTAssertEqual(Phrase.sessionCorrected.words(.whole(2)).shown, "Corrected by hand: +2")
        XCTAssertEqual([1, 2, 0].map { Phrase.liveReps.counted($0).shown }.map { $0.suffix(1) }, ["n", "s", "s"])
    }

    func testGermanWritesItsOwnNumbers() {
        let tempo = Phrase.repTempo.words(.decimal(1.2), .decimal(0.5), .decimal(1))
        XCTAssertEqual(Catalogue.app.book("de").text(tempo), "1,2\u{a0}s runter, 0,5\u{a0}s Pause, 1,0\u{a0}s hoch")
    }

    func testNumbersBeyondAllMeasureAreStillSaid() {
        XCTAssertEqual([0.5, -0.5, 2.49].map(whole), [1, -1, 2])
        XCTAssertEqual([.nan, .infinity, -.infinity, 1e300].map(whole), [0, .max, .min, .max])
        XCTAssertEqual(degrees(nil).shown, "can’t tell")
        XCTAssertEqual(degrees(.nan).shown, "0°")
    }
}

final class ProblemsTests: XCTestCase {
    func testEveryErrorHasWordsOfItsOwn() {
        var shown = DowelError.allCases.map { problem($0).shown }
        shown += ClipError.allCases.map { problem($0).shown }
        shown += CameraProblem.allCases.map { problem($0).shown }
        shown.append(problem(CocoaError(.fileWriteUnknown)).shown)
        XCTAssertEqual(Set(shown).count, shown.count)
        XCTAssertEqual(shown.count, 10 + 4 + 7 + 1)
        XCTAssertTrue(shown.allSatisfy { $0.hasSuffix(".") })
    }

    func testWarmthIsToldOnceItMatters() {
        XCTAssertEqual([Heat.cool, .warm].map(notice), [nil, nil])
        XCTAssertTrue(notice(.hot)!.shown.contains("less often"))
        XCTAssertTrue(notice(.tooHot)!.shown.contains("cool down"))
    }
}

final class SystemClockTests: XCTestCase {
    func testItTellsTheDayInItsLanguageAndGrows() {
        let day = Date(timeIntervalSince1970: 1_795_262_400 + 43_200)
        XCTAssertTrue(SystemClock(locale: Locale(identifier: "de_DE")).day(day).contains("November"))
        let clock = SystemClock()
        XCTAssertEqual(clock.now.timeIntervalSinceNow, 0, accuracy: 5)
        XCTAssertTrue((-12 * 60...14 * 60).contains(clock.utcOffsetMin))
        let began = clock.elapsedS
        XCTAssertGreaterThanOrEqual(clock.elapsedS, began)
    }
}
