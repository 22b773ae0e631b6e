import AVFoundation
import DowelCore
import DowelModel

/// The phone's own voice. Other sound is lowered while it speaks.
@MainActor
final class PhoneSpeaker: NSObject, Speaker {
    private let synthesizer = AVSpeechSynthesizer()
    private var voice: AVSpeechSynthesisVoice?
    private var rate = AVSpeechUtteranceDefaultSpeechRate
    private var isDucking = false

    override init() {
        super.init()
        synthesizer.delegate = self
    }

    func say(_ line: String, interrupts: Bool) {
        if interrupts { synthesizer.stopSpeaking(at: .immediate) }
        duck()
        let utterance = AVSpeechUtterance(string: line)
        utterance.voice = voice
        utterance.rate = rate
        synthesizer.speak(utterance)
    }

    func stop() {
        synthesizer.stopSpeaking(at: .immediate)
        letOthersPlay()
    }

    func use(_ language: Language, rate: Double) {
        voice = Self.spoken(language).lazy.compactMap { AVSpeechSynthesisVoice(language: $0) }.first
        self.rate = Self.scaled(rate)
    }

    /// The person's own kind of it, such as Austrian German, before any other. There may be no voice for it, such as for
    /// the English of a phone set to Germany; without one the phone would read English as if it were German.
    private static func spoken(_ language: Language) -> [String] {
        let own = Locale.preferredLanguages.filter { $0.hasPrefix(language.rawValue) }
        return switch language {
        case .english: own + ["en-US", "en-GB"]
        case .german: own + ["de-DE"]
        }
    }

    /// The system's scale is not even: half of the usual number is half as fast, but a little more than it is twice
    /// as fast.
    private static func scaled(_ rate: Double) -> Float {
        let usual = AVSpeechUtteranceDefaultSpeechRate
        let scaled = rate < 1 ? usual * Float(rate) : usual + (Float(rate) - 1) * fasterStep
        return min(max(scaled, AVSpeechUtteranceMinimumSpeechRate), AVSpeechUtteranceMaximumSpeechRate)
    }

    private static let fasterStep: Float = 0.12

    private func duck() {
        let session = AVAudioSession.sharedInstance()
        do {
            try session.setCategory(
                .playback, mode: .voicePrompt, options: [.duckOthers, .interruptSpokenAudioAndMixWithOthers])
            try session.setActive(true)
            isDucking = true
        } catch {
            // Something else holds the sound, such as a call. What is said is also shown.
        }
    }

    private func letOthersPlay() {
        guard isDucking else { return }
        do {
            try AVAudioSession.sharedInstance().setActive(false, options: .notifyOthersOnDeactivation)
            isDucking = false
        } catch {
            // The last sound is still on its way out: given back when the line's end is told.
        }
    }

    private func lineEnded() {
        if !synthesizer.isSpeaking { letOthersPlay() }
    }
}

// It tells on some thread of its own.
extension PhoneSpeaker: AVSpeechSynthesizerDelegate {
    nonisolated func speechSynthesizer(_: AVSpeechSynthesizer, didFinish _: AVSpeechUtterance) {
        Task { await lineEnded() }
    }

    nonisolated func speechSynthesizer(_: AVSpeechSynthesizer, didCancel _: AVSpeechUtterance) {
        Task { await lineEnded() }
    }
}
