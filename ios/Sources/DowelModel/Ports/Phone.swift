import DowelCore
import Foundation

/// Says lines aloud, one after the other, lowering other sound meanwhile.
@MainActor
public protocol Speaker: AnyObject {
    /// - Parameter interrupts: What is being said stops, and what waits is dropped.
    func say(_ line: String, interrupts: Bool)

    func stop()

    /// - Parameter rate: 1 is the voice's usual speed.
    func use(_ language: Language, rate: Double)
}

/// What the hand, or the floor under the phone, can feel.
public enum Tap: Equatable, Sendable {
    case rep, limit, setDone
}

@MainActor
public protocol Haptics: AnyObject {
    func play(_ tap: Tap)
}

@MainActor
public protocol Screen: AnyObject {
    func keepOn(_ isOn: Bool)

    /// Lights up for a moment: seen from three metres away without looking.
    func flash()

    /// Read out by VoiceOver, when it is on.
    func announce(_ words: Words)
}

public protocol PhoneClock: Sendable {
    var now: Date { get }
    var utcOffsetMin: Int { get }

    /// For measuring: grows evenly, from any origin.
    var elapsedS: Double { get }

    /// The day of this time as the person writes it.
    func day(_ date: Date) -> String
}

/// The clock that every system has.
public struct SystemClock: PhoneClock {
    private let locale: Locale

    public init(locale: Locale = .autoupdatingCurrent) {
        self.locale = locale
    }

    public var now: Date { Date() }

    public var utcOffsetMin: Int { TimeZone.autoupdatingCurrent.secondsFromGMT() / 60 }

    public var elapsedS: Double { ProcessInfo.processInfo.systemUptime }

    public func day(_ date: Date) -> String {
        date.formatted(Date.FormatStyle(date: .long, time: .omitted, locale: locale))
    }
}

/// How warm the phone is, by its own word.
public enum Heat: CaseIterable, Sendable {
    case cool, warm, hot, tooHot
}

/// What of the phone a session uses.
@MainActor
public struct PracticePhone {
    public let camera: any Camera
    public let speaker: any Speaker
    public let haptics: any Haptics
    public let screen: any Screen
    public let clock: any PhoneClock

    public init(
        camera: any Camera, speaker: any Speaker, haptics: any Haptics, screen: any Screen, clock: any PhoneClock
    ) {
        self.camera = camera
        self.speaker = speaker
        self.haptics = haptics
        self.screen = screen
        self.clock = clock
    }
}
