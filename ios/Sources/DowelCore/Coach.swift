import Foundation

/// What an app holds on to: the session file, the networks, the drills and the settings. Open one and keep it.
///
/// Every call takes its time away from the main actor. Calls from several places are served in turn.
public protocol Coach: Sendable {
    /// Where a damaged session file was moved to when this was opened; the person should be told.
    func setAside() async throws(DowelError) -> String?

    func settings() async throws(DowelError) -> Settings

    /// They hold from the next session on. What can't be written holds until the end of the process all the same.
    func keep(_ settings: Settings) async throws(DowelError)

    /// Measures the full model and chooses the largest that keeps up. Takes a second or two.
    func measureSpeed() async throws(DowelError) -> Speed

    /// Every drill, each kind from easy to hard, in the chosen language.
    func drills() async throws(DowelError) -> [Drill]

    /// The words of this id in the chosen language, as in `fault-squatting-name`; a missing id shows as itself.
    ///
    /// A look-up in memory, quick enough for the main actor.
    func text(_ id: String) -> String

    /// As ``text(_:)``, with other words in the message's places; a place without them shows its name.
    func text(_ id: String, with words: [String: String]) -> String

    /// Begins a session before the camera. Loads the networks, which takes a moment.
    func begin(_ plan: Plan, at start: Date) async throws(DowelError) -> any LiveSession

    /// Begins with a recorded video of this name. Loads the networks, which takes a moment.
    func beginClip(named name: String, at start: Date) async throws(DowelError) -> any ClipAnalysis

    /// At most `limit` sessions, newest first, older than the session `before`.
    func history(before: SessionID?, limit: Int) async throws(DowelError) -> [HistoryEntry]

    func session(_ id: SessionID) async throws(DowelError) -> PastSession

    /// With the streak of the days in ``Settings/practiceDays``.
    func progress(now: Date, utcOffsetMin: Int) async throws(DowelError) -> PracticeProgress

    /// One session as a self-contained HTML page. `drawnUp` is today's date as the reader writes it.
    func reportHTML(_ id: SessionID, drawnUp: String) async throws(DowelError) -> String

    /// These sessions' repetitions.
    func exportCSV(_ ids: [SessionID]) async throws(DowelError) -> String

    /// Everything about these sessions.
    func exportJSON(_ ids: [SessionID]) async throws(DowelError) -> String

    /// What the person says after a session: pain from 0 to 10, and where the work was felt. Gives what to answer.
    /// Without a pain, one told during the session stands.
    func noteFeeling(_ id: SessionID, painAfter: Int?, felt: [Felt]) async throws(DowelError) -> FeelingAnswer

    /// Adds to a finished set's count, or takes from it; gives how many it has now.
    @discardableResult
    func correct(_ id: SessionID, set: Int, by change: Int) async throws(DowelError) -> Int

    /// Erases one session for good.
    func erase(_ id: SessionID) async throws(DowelError)

    /// Erases every session for good; the settings stay.
    func eraseAll() async throws(DowelError)

    /// How much could not be written yet of sessions and videos that were let go of.
    func unsaved() async throws(DowelError) -> Int

    /// Tries again to write that. The next session that begins does so too.
    func saveAgain() async throws(DowelError)

    /// The page "what Dowel can and can't see", in the chosen language.
    func limits() async throws(DowelError) -> [LimitsSection]
}

/// A practice session before the camera: frames in; what to show, say and let feel out.
///
/// Every repetition is kept the moment it is finished: letting go of this without ``finish()`` loses none. What could
/// not be written until then waits for ``Coach/saveAgain()`` and the next session.
public protocol LiveSession: Sendable {
    /// Takes as long as the networks do, on the calling thread: the frames' own, never the main one. Drop late frames
    /// before; a frame whose time does not grow changes nothing.
    func push(_ frame: borrowing Frame) throws(DowelError) -> LiveUpdate

    /// Stops watching until ``resume()``.
    func pause() async throws(DowelError)

    func resume() async throws(DowelError)

    /// Adds to the count of the set going on, or takes from it, never below nothing.
    func correctReps(by change: Int) async throws(DowelError)

    /// How much it hurts now, 0 to 10; clearly more than before ends the session.
    func reportPain(_ level: Int) async throws(DowelError)

    /// Ends the session and sums it up. Where something could not be written, calling it again tries again.
    func finish() async throws(DowelError) -> Finished
}

/// A recorded video on its way through the analysis. Letting go of it cancels; what was found before stays.
public protocol ClipAnalysis: Sendable {
    /// As ``LiveSession/push(_:)``.
    func push(_ frame: borrowing Frame) throws(DowelError) -> ClipUpdate

    func finish() async throws(DowelError) -> ClipSummary
}

/// The number under which a session is kept.
public typealias SessionID = Int64

/// Where everything lies.
public struct Places: Sendable {
    /// The session file; its folder must exist.
    public let store: URL
    /// The folder of the networks.
    public let models: URL
    /// ONNX Runtime's library: a path, or a name that the system finds.
    public let runtime: String
    /// The system's language as a BCP 47 tag, as in `de-AT`: spoken until the person chooses, where Dowel speaks it.
    public let systemLanguage: String?

    public init(store: URL, models: URL, runtime: String, systemLanguage: String? = Locale.preferredLanguages.first) {
        self.store = store
        self.models = models
        self.runtime = runtime
        self.systemLanguage = systemLanguage
    }
}
