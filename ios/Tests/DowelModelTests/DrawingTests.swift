import Foundation
import XCTest

@testable import DowelCore
@testable import DowelModel

extension Mark {
    fileprivate var line: (spots: [CGPoint], ink: Ink, isDashed: Bool)? {
        guard case .path(let spots, _, let ink, let isDashed) = self else { return nil }
        return (spots, ink, isDashed)
    }

    fileprivate var disc: CGPoint? {
        guard case .disc(let at, _, _) = self else { return nil }
        return at
    }

    fileprivate var words: String? {
        guard case .words(let words, _, _) = self else { return nil }
        return words.shown
    }
}

private func spot(_ x: Double, _ y: Double) -> CGPoint { CGPoint(x: x, y: y) }

final class OverlayTests: XCTestCase {
    private let view = CGSize(width: 200, height: 400)
    private let stick = Stick(
        lower: spot(45, 110), upper: spot(45, 5), tailbone: spot(45, 100), midBack: spot(45, 60), head: spot(45, 12))

    private func body(ear: BodyPoint? = nil, wrist: BodyPoint? = nil, hip: BodyPoint? = nil) -> NearBody {
        func seen(_ x: Double, _ y: Double) -> BodyPoint { BodyPoint(position: spot(x, y), visibility: 1) }
        return NearBody(
            side: .right, facesRight: true, ear: ear ?? seen(50, 10), shoulder: seen(50, 30), elbow: seen(55, 40),
            wrist: wrist ?? seen(55, 50), hip: hip ?? seen(50, 100), knee: seen(52, 140), ankle: seen(50, 180),
            heel: seen(48, 185), toe: seen(60, 185))
    }

    private func hidden() -> BodyPoint { BodyPoint(position: .zero, visibility: 0.2) }

    private func picture(_ size: CGSize? = CGSize(width: 100, height: 200), body: NearBody? = nil) -> LivePicture {
        var picture = LivePicture()
        (picture.size, picture.body) = (size, body)
        return picture
    }

    private func marks(_ states: [Contact]) -> [ContactMark] {
        zip(Place.allCases, states).map { ContactMark(place: $0, state: $1, label: .ready("")) }
    }

    func testTheBodyLiesOnThePicture() {
        let lines = Overlay(picture(body: body()), in: view).marks.compactMap(\.line)
        XCTAssertEqual(lines.map(\.spots.count), [5, 3, 4, 5, 3, 4])
        XCTAssertEqual(lines[0].spots[0], spot(100, 20))
        // Each lies on its halo.
        XCTAssertEqual(lines.map(\.ink), [.halo, .halo, .halo, .body, .body, .body])
        XCTAssertEqual(lines.prefix(3).map(\.spots), lines.suffix(3).map(\.spots))
    }

    func testAPictureWiderThanTheViewIsCutOffOnBothSidesAlike() {
        let wide = picture(CGSize(width: 200, height: 200), body: body())
        XCTAssertEqual(Overlay(wide, in: view).marks[0].line?.spots[0], spot(0, 20))
        let high = picture(CGSize(width: 100, height: 400), body: body())
        XCTAssertEqual(Overlay(high, in: view).marks[0].line?.spots[0], spot(100, -180))
    }

    func testTheFrontCamerasPictureIsMirrored() {
        let aside = picture(body: body(ear: BodyPoint(position: spot(10, 10), visibility: 1)))
        XCTAssertEqual(Overlay(aside, in: view, isMirrored: true).marks[0].line?.spots[0], spot(180, 20))
    }

    func testAHiddenJointBreaksTheLine() {
        let lines = Overlay(picture(body: body(wrist: hidden(), hip: hidden())), in: view).marks.compactMap(\.line)
        XCTAssertEqual(lines.filter { $0.ink == .body }.map(\.spots.count), [2, 2, 2, 4])
        XCTAssertFalse(lines.flatMap(\.spots).contains(.zero))
    }

    func testContactsDifferInShapeNotOnlyInColour() {
        var live = picture()
        (live.stick, live.contacts) = (stick, marks([.touching, .lifted, .cantTell]))
        XCTAssertEqual(
            Overlay(live, in: view).marks,
            [
                .path([spot(90, 220), spot(90, 10)], width: 12, ink: .halo),
                .path([spot(90, 220), spot(90, 10)], width: 8, ink: .stick),
                .disc(at: spot(90, 24), radius: 15, ink: .halo),
                .ring(at: spot(90, 120), radius: 13, width: 7, ink: .halo),
                .path([spot(77, 120), spot(103, 120)], width: 7, ink: .halo),
                .ring(at: spot(90, 200), radius: 13, width: 7, ink: .halo),
                .disc(at: spot(90, 24), radius: 13, ink: .touching),
                .ring(at: spot(90, 120), radius: 13, width: 3, ink: .lifted),
                .path([spot(77, 120), spot(103, 120)], width: 3, ink: .lifted),
                .ring(at: spot(90, 200), radius: 13, width: 3, ink: .cantTell, isDashed: true),
            ])
    }

    func testWhatWasNotSeenIsNotDrawn() {
        var headless = picture()
        headless.stick = Stick(
            lower: stick.lower, upper: stick.upper, tailbone: stick.tailbone, midBack: stick.midBack, head: nil)
        headless.contacts = marks([.touching, .touching])
        XCTAssertEqual(Overlay(headless, in: view).marks.compactMap(\.disc).count, 2)
        XCTAssertEqual(Overlay(LivePicture(), in: view).marks, [])
        XCTAssertEqual(Overlay(picture(), in: view).marks, [])
        XCTAssertEqual(Overlay(picture(.zero, body: body()), in: view).marks, [])
    }
}

final class MeterTests: XCTestCase {
    private let view = CGSize(width: 10, height: 100)

    private func meter(_ now: Double?, _ target: Double?, _ limit: Double?) -> Meter {
        Meter(DepthMeter(Depth(nowDeg: now, targetDeg: target, limitDeg: limit)), in: view)
    }

    func testItFillsFromAboveWithTargetAndLimitAcross() {
        let marks = meter(60, 90, 108).marks
        XCTAssertEqual(marks[1], .box(CGRect(x: 0, y: 0, width: 10, height: 50), ink: .level))
        let across = marks.compactMap(\.line)
        XCTAssertEqual(across.map(\.ink), [.target, .limit, .limit])
        XCTAssertEqual(across.map(\.isDashed), [true, false, false])
        XCTAssertEqual(across.map(\.spots[0].y), [75, 90, 95])
    }

    func testWhatIsNotKnownLeavesTheBarEmpty() {
        let track = Mark.box(CGRect(x: 0, y: 0, width: 10, height: 100), ink: .track)
        XCTAssertEqual(meter(nil, nil, nil).marks, [track])
    }

    func testWhatIsBeyondTheEndStaysInTheBar() {
        let marks = meter(-40, 700, 120).marks
        XCTAssertEqual(marks[1], .box(CGRect(x: 0, y: 0, width: 10, height: 0), ink: .level))
        XCTAssertTrue(marks.compactMap(\.line).allSatisfy { $0.spots[0].y <= 100 })
    }
}

final class ChartTests: XCTestCase {
    private let view = CGSize(width: 300, height: 150)

    private func chart(_ scale: Scale, _ points: [(Double, Double)]) -> [Mark] {
        let trend = TrendView(
            title: .ready("t"), scale: scale,
            points: points.map { TrendPoint(at: Date(timeIntervalSince1970: $0.0), value: $0.1) }, now: .ready(""),
            direction: .ready(""), firstDay: "3 May", lastDay: points.count > 1 ? "9 May" : "3 May")
        return Chart(trend, in: view).marks
    }

    func testEachSessionIsADotAtItsTimeAndHeight() {
        let marks = chart(.share, [(0, 0), (50, 0.5), (200, 1)])
        let dots = [spot(48, 126), spot(109, 71), spot(292, 16)]
        XCTAssertEqual(marks.compactMap(\.disc), dots)
        XCTAssertEqual(marks.compactMap(\.line).filter { $0.ink == .trend }.map(\.spots), [dots])
        XCTAssertEqual(marks.compactMap(\.words), ["0 %", "50 %", "100 %", "3 May", "9 May"])
    }

    func testDegreesTakeTheRangeTheyNeedTheOthersTheirWholeScale() {
        XCTAssertEqual(chart(.degrees, [(0, 61), (9, 72)]).compactMap(\.words).prefix(3), ["50°", "65°", "80°"])
        XCTAssertEqual(chart(.index, [(0, 88), (9, 90)]).compactMap(\.words).prefix(3), ["0", "50", "100"])
    }

    func testEveryDotLiesWithinTheChart() {
        for value in [0, 9.99, 10, 59.5, 120] {
            let dots = chart(.degrees, [(5, value)]).compactMap(\.disc)
            XCTAssertTrue(dots.allSatisfy { (16...126).contains($0.y) && $0.x == 170 }, "\(value)")
            XCTAssertEqual(dots.count, 1)
        }
    }

    func testOneSessionIsADotWithoutALineAndItsDayStandsOnce() {
        let marks = chart(.index, [(5, 80)])
        XCTAssertFalse(marks.compactMap(\.line).contains { $0.ink == .trend })
        XCTAssertEqual(marks.compactMap(\.words).filter { $0 == "3 May" }.count, 1)
    }

    func testSessionsAtTheSameMomentDoNotDivideByNothing() {
        XCTAssertTrue(chart(.index, [(5, 80), (5, 81)]).compactMap(\.disc).allSatisfy { $0.x == 48 })
    }

    func testNothingYetIsNothingDrawn() {
        XCTAssertEqual(chart(.index, []), [])
    }
}

final class DrillPictureTests: XCTestCase {
    func testItIsAsLargeAsTheViewAllowsAndInItsMiddle() {
        let line = StrokeShape.line([spot(0, 0), spot(1, 0.5)], width: 0.1)
        let picture = Picture(strokes: [
            Stroke(role: .figure, shape: line), Stroke(role: .gap, shape: .area([spot(0.5, 0.5), spot(0, 1)])),
        ])
        XCTAssertEqual(
            DrillPicture(picture, in: CGSize(width: 300, height: 100)).marks,
            [
                .path([spot(100, 0), spot(200, 50)], width: 10, ink: .figure),
                .area([spot(150, 50), spot(100, 100)], ink: .paper),
            ])
        let upright = DrillPicture(picture, in: CGSize(width: 100, height: 300)).marks
        XCTAssertEqual(upright[0].line?.spots, [spot(0, 100), spot(100, 150)])
    }

    func testEveryRoleHasItsInk() {
        let strokes = StrokeRole.allCases.map { Stroke(role: $0, shape: .line([], width: 1)) }
        let inks = DrillPicture(Picture(strokes: strokes), in: CGSize(width: 1, height: 1)).marks.compactMap(
            \.line?.ink)
        XCTAssertEqual(Set(inks), [.figure, .ghost, .stick, .prop, .floor, .arrow, .paper])
    }
}

final class HintPictureTests: XCTestCase {
    private func spots(_ mark: Mark) -> [CGPoint] {
        switch mark {
        case .path(let spots, _, _, _): spots
        case .ring(let at, let radius, _, _, _):
            [spot(at.x - radius, at.y - radius), spot(at.x + radius, at.y + radius)]
        default: []
        }
    }

    func testEachHintHasAPictureOfItsOwnThatStaysInItsSquare() {
        let view = CGSize(width: 300, height: 100)
        let pictures = Hint.allCases.map { HintPicture($0, in: view).marks }
        for (index, picture) in pictures.enumerated() {
            XCTAssertGreaterThan(picture.count, 1)
            XCTAssertEqual(pictures.firstIndex(of: picture), index)
            for spot in picture.flatMap(spots) {
                XCTAssertTrue(CGRect(x: 100, y: 0, width: 100, height: 100).contains(spot), "\(Hint.allCases[index])")
            }
        }
    }

    func testFeetOutsideOfTheFrameAreCutOff() {
        let marks = HintPicture(.outOfFrame, in: CGSize(width: 100, height: 100)).marks
        let lowest = marks.compactMap(\.line).filter { $0.ink == .stick }.flatMap(\.spots).map(\.y).max()
        XCTAssertEqual(lowest ?? 0, 94, accuracy: 1e-9)
    }
}

final class PaletteTests: XCTestCase {
    private let palettes = [Palette.light, .dark]

    func testEverythingDrawnCanBeToldFromItsGround() {
        for palette in palettes {
            for ink in Ink.allCases where ink != .paper && ink != .halo {
                // What only helps the eye may be faint.
                let least = ink == .words ? 7 : [.track, .grid, .ghost, .floor].contains(ink) ? 1.2 : 4.5
                XCTAssertGreaterThanOrEqual(
                    contrast(palette.color(ink), palette.color(.ground)), least, "\(ink)")
            }
            XCTAssertGreaterThanOrEqual(contrast(palette.color(Ink.level), palette.color(Ink.track)), 3)
            XCTAssertGreaterThanOrEqual(contrast(palette.color(Ink.figure), palette.color(Ink.ghost)), 4.5)
            // Every mark over the camera's picture can be told from what it lies on.
            for ink in [Ink.body, .stick, .touching, .lifted, .cantTell] {
                XCTAssertGreaterThanOrEqual(contrast(palette.color(ink), palette.color(Ink.halo)), 4.5, "\(ink)")
            }
            XCTAssertEqual(palette.color(Ink.paper), palette.color(Tone.ground))
        }
    }

    func testWordsCanBeReadOnTheirSurface() {
        let surfaces = [Tone.ground, .surface]
        let words = [Tone.words, .muted, .accent, .danger].flatMap { words in surfaces.map { (words, $0) } }
        check(words + [(.onAccent, .accent), (.onTint, .tint), (.onDanger, .danger), (.onNotice, .notice)], 4.5)
        // What is no words but has to be told from what lies around it.
        check([Tone.outline, .wood].flatMap { edge in surfaces.map { (edge, $0) } }, 3)
        check(surfaces.map { (.hairline, $0) }, 1.1)
    }

    private func check(_ pairs: [(Tone, Tone)], _ least: Double) {
        for palette in palettes {
            for (upper, lower) in pairs {
                XCTAssertGreaterThanOrEqual(
                    contrast(palette.color(upper), palette.color(lower)), least, "\(upper) on \(lower)")
            }
        }
    }

    /// As WCAG 2 defines it.
    private func contrast(_ a: UInt32, _ b: UInt32) -> Double {
        let (dark, light) = (min(luminance(a), luminance(b)), max(luminance(a), luminance(b)))
        return (light + 0.05) / (dark + 0.05)
    }

    private func luminance(_ color: UInt32) -> Double {
        let parts = [16, 8, 0].map { shift -> Double in
            let part = Double(color >> UInt32(shift) & 0xFF) / 255
            return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
}
