import DowelCore
import Foundation
import Observation

public enum VideoState: Equatable, Sendable {
    case idle
    /// How much is done from 0 to 1; nil where the video does not say how long it is.
    case running(name: String, done: Double?, label: Words)
    case done(VideoView)
    case cancelled
    case failed(Words)
}

/// What a video came to.
public struct VideoView: Equatable, Sendable {
    /// Opens its page; nil when there was nothing to keep.
    public let session: SessionID?
    public let title: Words
    public let lines: [Line]
    /// What to change about the camera's place, where the view was refused.
    public let view: [Words]
}

/// A recorded video through the same analysis.
@MainActor @Observable
public final class VideoModel {
    public private(set) var state = VideoState.idle

    @ObservationIgnored private let coach: any Coach
    @ObservationIgnored private let clips: any Clips
    @ObservationIgnored private let clock: any PhoneClock
    @ObservationIgnored private let words: CoreWords
    @ObservationIgnored private var run: Task<ClipSummary, any Error>?

    public init(coach: any Coach, clips: any Clips, clock: any PhoneClock) {
        self.coach = coach
        self.clips = clips
        self.clock = clock
        words = CoreWords(coach: coach)
    }

    public func analyse(_ clip: Clip) async {
        run?.cancel()
        state = .running(name: clip.name, done: nil, label: Phrase.videoPreparing.words)
        let mine = Task.detached(priority: .userInitiated) { [coach, clips, start = clock.now, weak self] in
            let analysis = try await coach.beginClip(named: clip.name, at: start)
            let reader = try await clips.open(clip)
            while let frame = try reader.next() {
                let update = try analysis.push(frame)
                try Task.checkCancellation()
                await self?.show(update, of: clip, durationS: reader.durationS)
            }
            try Task.checkCancellation()
            return try await analysis.finish()
        }
        run = mine
        let end = await mine.result
        // Another one may be running by now.
        guard run == mine else { return }
        run = nil
        finish(end)
    }

    /// What was found until now stays in the history.
    public func cancel() {
        guard case .running = state else { return }
        run?.cancel()
        run = nil
        state = .cancelled
    }

    private func show(_ update: ClipUpdate, of clip: Clip, durationS: Double?) {
        guard !Task.isCancelled, case .running = state else { return }
        let done = durationS.flatMap { $0 > 0 ? min(max(update.atS / $0, 0), 1) : nil }
        state = .running(name: clip.name, done: done, label: Phrase.liveReps.counted(update.reps))
    }

    private func finish(_ end: Result<ClipSummary, any Error>) {
        switch end {
        case .success(let summary): state = .done(view(summary))
        case .failure(let error): state = .failed(problem(error))
        }
    }

    private func view(_ summary: ClipSummary) -> VideoView {
        VideoView(
            session: summary.session, title: phrase(summary.movement).words,
            lines: [Line(label: Phrase.summaryCleanDepth.words, value: degrees(summary.cleanDepthDeg))],
            view: summary.isViewOK ? [] : summary.viewReasons.map(words.reason))
    }
}

func phrase(_ movement: Movement) -> Phrase {
    switch movement {
    case .hinge: .movementHinge
    case .squat: .movementSquat
    case .other: .movementOther
    case .none: .movementNone
    }
}
