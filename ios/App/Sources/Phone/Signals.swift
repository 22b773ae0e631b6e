import AVFoundation
import DowelModel

/// What happens to the phone during a session, as long as somebody listens.
enum Signals {
    /// How warm it is, now and whenever that changes.
    static func heat() -> AsyncStream<Heat> {
        AsyncStream { feed in
            feed.yield(Heat(ProcessInfo.processInfo.thermalState))
            forward(ProcessInfo.thermalStateDidChangeNotification, to: feed) { _ in
                Heat(ProcessInfo.processInfo.thermalState)
            }
        }
    }

    enum Sound: Sendable {
        case taken
        /// Whether the system says to go on by itself.
        case back(goesOn: Bool)
    }

    /// A call or another app takes the sound, and gives it back.
    static func sound() -> AsyncStream<Sound> {
        AsyncStream { feed in
            forward(AVAudioSession.interruptionNotification, to: feed, as: Sound.init)
        }
    }

    private static func forward<News: Sendable>(
        _ name: Notification.Name, to feed: AsyncStream<News>.Continuation,
        as news: @escaping @Sendable (Notification) -> News?
    ) {
        let task = Task {
            for await note in NotificationCenter.default.notifications(named: name) {
                if let news = news(note) { feed.yield(news) }
            }
        }
        feed.onTermination = { _ in task.cancel() }
    }
}

extension Heat {
    fileprivate init(_ state: ProcessInfo.ThermalState) {
        self =
            switch state {
            case .nominal: .cool
            case .fair: .warm
            case .serious: .hot
            case .critical: .tooHot
            @unknown default: .warm
            }
    }
}

extension Signals.Sound {
    fileprivate init?(_ note: Notification) {
        guard
            let number = note.userInfo?[AVAudioSessionInterruptionTypeKey] as? UInt,
            let type = AVAudioSession.InterruptionType(rawValue: number)
        else { return nil }
        switch type {
        case .began: self = .taken
        case .ended:
            let options = note.userInfo?[AVAudioSessionInterruptionOptionKey] as? UInt ?? 0
            self = .back(goesOn: AVAudioSession.InterruptionOptions(rawValue: options).contains(.shouldResume))
        @unknown default: return nil
        }
    }
}
