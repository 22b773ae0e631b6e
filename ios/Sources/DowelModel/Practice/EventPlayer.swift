import DowelCore

/// Does what the core's events ask for, at once: says, shows and lets feel.
@MainActor
final class EventPlayer {
    private static let keptS = 6.0

    private let phone: PracticePhone
    private let voice: Bool

    /// What was said last; kept for a while after it, for whoever reads.
    private(set) var caption: String?
    /// The last thing that was only shown, as the name of a fault.
    private(set) var shown: String?
    private var captionAtS = 0.0
    private var shownAtS = 0.0

    init(phone: PracticePhone, voice: Bool) {
        self.phone = phone
        self.voice = voice
    }

    func play(_ events: [Event], nowS: Double) {
        if nowS - captionAtS > Self.keptS { caption = nil }
        if nowS - shownAtS > Self.keptS { shown = nil }
        for event in events { play(event) }
    }

    private func play(_ event: Event) {
        switch event.kind {
        case .say: say(event)
        case .show: (shown, shownAtS) = (event.text, event.atS)
        case .haptic: phone.haptics.play(tap(event.id))
        }
    }

    private func say(_ event: Event) {
        (caption, captionAtS) = (event.text, event.atS)
        if voice {
            phone.speaker.say(event.text, interrupts: event.priority == .alert)
        } else {
            // Where the coach has a voice VoiceOver would only talk across it.
            phone.screen.announce(.ready(event.text))
        }
        if event.priority == .cue || event.priority == .alert { phone.screen.flash() }
    }

    private func tap(_ id: String) -> Tap {
        switch id {
        case "limit": .limit
        case "set_done": .setDone
        default: .rep
        }
    }
}
