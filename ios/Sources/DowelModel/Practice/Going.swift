import DowelCore
import Foundation

/// What one frame brought, or why it brought nothing, on its way to the main actor.
struct Look: Sendable {
    let seen: Result<LiveUpdate, DowelError>
    let size: CGSize
}

/// What lasts as long as one session.
@MainActor
final class Going {
    let session: any LiveSession
    let plan: Plan
    let player: EventPlayer
    let line: FrameLine
    let feed: AsyncStream<Look>.Continuation
    var isEnding = false
    /// By the person: nothing goes on in their name.
    var isPaused = false
    private(set) var unsaved = 0
    /// Something was done: it is not thrown away.
    private(set) var hasBegun = false
    private var restBeganS: Double?

    init(
        session: any LiveSession, plan: Plan, player: EventPlayer, line: FrameLine,
        feed: AsyncStream<Look>.Continuation
    ) {
        self.session = session
        self.plan = plan
        self.player = player
        self.line = line
        self.feed = feed
    }

    func follow(_ update: LiveUpdate) {
        unsaved = update.unsaved
        hasBegun = hasBegun || update.stage == .set || update.reps > 0 || update.setIndex > 0
        restBeganS = update.stage == .rest ? restBeganS ?? update.atS : nil
    }

    /// Nil where there is no rest now.
    func restLeftS(nowS: Double) -> Int? {
        guard let restS = plan.restS, let restBeganS else { return nil }
        return max(whole((restS - (nowS - restBeganS)).rounded(.up)), 0)
    }
}
