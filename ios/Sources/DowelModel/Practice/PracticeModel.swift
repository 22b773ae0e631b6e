import DowelCore
import Foundation
import Observation

public enum PracticeState: Equatable, Sendable {
    case idle
    /// The networks are being loaded.
    case preparing
    case live
    /// The end is being written.
    case saving
    case done(SummaryView, notice: Words?)
    /// Where saving can be tried again, `end` does so: the session is over but not all of it is written.
    case failed(Words, canSaveAgain: Bool)
}

/// One session before the camera, from set-up to summary. It does what the core says, and asks for nothing else.
@MainActor @Observable
public final class PracticeModel {
    public private(set) var state = PracticeState.idle
    public private(set) var live = LiveView()
    public private(set) var picture = LivePicture()

    @ObservationIgnored private let coach: any Coach
    @ObservationIgnored private let phone: PracticePhone
    @ObservationIgnored private let perform: FrameLine.Perform
    @ObservationIgnored private let summaries: SummaryWriter
    @ObservationIgnored private let cadence = Cadence()
    @ObservationIgnored private var going: Going?
    @ObservationIgnored private var preparation = 0
    @ObservationIgnored private var heat = Heat.cool
    @ObservationIgnored private var cameraProblem: CameraProblem?
    @ObservationIgnored private var soundProblem: Words?
    @ObservationIgnored private var endNotice: Words?
    @ObservationIgnored private var isAway = false
    @ObservationIgnored private var lastCommand: Task<Void, Never>?

    public convenience init(coach: any Coach, phone: PracticePhone) {
        let queue = DispatchQueue(label: "app.dowel.frames", qos: .userInitiated)
        self.init(coach: coach, phone: phone) { work in queue.async(execute: work) }
    }

    init(coach: any Coach, phone: PracticePhone, perform: @escaping FrameLine.Perform) {
        self.coach = coach
        self.phone = phone
        self.perform = perform
        summaries = SummaryWriter(words: CoreWords(coach: coach))
    }

    /// Frames that came while another was being looked at.
    public var droppedFrames: Int { going?.line.dropped ?? 0 }

    public func begin(_ plan: Plan) async {
        if state == .preparing || state == .live { return }
        await prepare(plan)
    }

    public func pause() async {
        going?.isPaused = true
        await hold()
    }

    public func resume() async {
        going?.isPaused = false
        await command { session throws(DowelError) in try await session.resume() }
    }

    public func correctReps(by change: Int) async {
        await command { session throws(DowelError) in try await session.correctReps(by: change) }
    }

    /// How much it hurts now, 0 to 10; the core ends the session where that is clearly more than before.
    public func sayPain(_ level: Int) async {
        let level = Pain.nearest(to: level)
        await command { session throws(DowelError) in try await session.reportPain(level) }
    }

    /// Asks for the camera again after it was lost, or after the person allowed it.
    public func askForCamera() {
        guard state == .live else { return }
        cameraProblem = nil
        showNotices()
        openCamera()
    }

    /// The app is no longer seen: nobody is watched behind their back.
    public func leave() async {
        isAway = true
        guard state == .live else { return }
        phone.camera.close()
        phone.speaker.stop()
        phone.screen.keepOn(false)
        await hold()
    }

    public func comeBack() async {
        guard isAway else { return }
        isAway = false
        guard state == .live else { return }
        askForCamera()
        await goOn()
    }

    /// Something else took the sound, such as a call: who is led by ear waits.
    public func soundTaken() async {
        guard state == .live else { return }
        soundProblem = Phrase.soundTaken.words
        phone.speaker.stop()
        showNotices()
        await hold()
    }

    /// - Parameter goesOn: Whether the system says to go on by itself.
    public func soundBack(goesOn: Bool) async {
        guard state == .live, soundProblem != nil else { return }
        soundProblem = nil
        showNotices()
        if goesOn { await goOn() }
    }

    /// The screen is gone for good. What was finished is kept.
    public func close() {
        if let going { quiet(going) }
        phone.speaker.stop()
        letGo()
        preparation += 1
        state = .idle
    }

    public func heatChanged(to next: Heat) async {
        heat = next
        cadence.follow(next)
        guard state == .live else { return }
        if next == .tooHot { return await end(notice: notice(next)) }
        showNotices()
    }

    /// Ends the session and sums it up; also tries again to write what could not be written.
    public func end() async {
        await end(notice: nil)
    }
}

// MARK: - Beginning and ending

extension PracticeModel {
    private func prepare(_ plan: Plan) async {
        letGo()
        preparation += 1
        let mine = preparation
        state = .preparing
        do {
            let settings = try await coach.settings()
            let plan = try await withRest(plan)
            let session = try await coach.begin(plan, at: phone.clock.now)
            // The screen may be gone by now.
            guard state == .preparing, mine == preparation else { return }
            start(session, plan, settings)
        } catch {
            guard mine == preparation, state == .preparing else { return }
            state = .failed(problem(error), canSaveAgain: false)
        }
    }

    /// How long the drill's own rest is, where the plan does not say.
    private func withRest(_ plan: Plan) async throws(DowelError) -> Plan {
        if plan.restS != nil { return plan }
        let drill = try await coach.drills().first { $0.id == plan.drill }
        var whole = plan
        whole.restS = drill?.dose.restS
        return whole
    }

    private func start(_ session: any LiveSession, _ plan: Plan, _ settings: Settings) {
        phone.speaker.use(settings.language, rate: settings.speechRate)
        let (looks, feed) = AsyncStream.makeStream(of: Look.self)
        let line = FrameLine(perform: perform, look: looker(session, feed))
        let player = EventPlayer(phone: phone, voice: settings.voice)
        let going = Going(session: session, plan: plan, player: player, line: line, feed: feed)
        self.going = going
        live = LiveView(notices: notices)
        picture = LivePicture()
        state = .live
        openCamera()
        Task { [weak self] in
            for await look in looks { await self?.take(look, of: going) }
        }
    }

    private func end(notice: Words?) async {
        guard let going, !going.isEnding else { return }
        going.isEnding = true
        endNotice = endNotice ?? notice
        quiet(going)
        state = .saving
        do {
            let finished = try await going.session.finish()
            guard self.going === going else { return }
            going.player.play(finished.last.events, nowS: finished.last.atS)
            state = .done(summaries.session(finished.session, finished.summary), notice: endNotice)
            letGo()
        } catch {
            guard self.going === going else { return }
            going.isEnding = false
            let again = error == .diskFull || error == .storage
            if !again { letGo() }
            state = .failed(problem(error), canSaveAgain: again)
        }
    }

    private func quiet(_ going: Going) {
        phone.camera.close()
        going.line.shut()
        phone.screen.keepOn(false)
    }

    private func letGo() {
        going?.feed.finish()
        going = nil
        cameraProblem = nil
        soundProblem = nil
        endNotice = nil
    }
}

// MARK: - Frames

extension PracticeModel {
    private func hold() async {
        await command { session throws(DowelError) in try await session.pause() }
    }

    /// What held it is over; where the person had paused, they go on by hand.
    private func goOn() async {
        if going?.isPaused == false { await resume() }
    }

    /// Not while the app is not seen: it comes with `comeBack`.
    private func openCamera() {
        guard !isAway, let line = going?.line else { return }
        phone.screen.keepOn(true)
        phone.camera.open(
            onFrame: { [cadence] (frame: consuming Frame) in
                if cadence.isDue(frame.timeS) { line.offer(frame) }
            },
            onNews: { [weak self] news in self?.hear(news) })
    }

    /// Looks at frames away from the main actor, and sends what they brought there, in their order.
    private func looker(
        _ session: any LiveSession, _ feed: AsyncStream<Look>.Continuation
    ) -> @Sendable (borrowing Frame) -> Void {
        { [cadence, clock = phone.clock] frame in
            let began = clock.elapsedS
            let seen: Result<LiveUpdate, DowelError>
            do throws(DowelError) {
                seen = .success(try session.push(frame))
            } catch {
                seen = .failure(error)
            }
            cadence.took(clock.elapsedS - began)
            let (width, height) = (frame.widthPx, frame.heightPx)
            let size =
                frame.rotation.isSideways
                ? CGSize(width: height, height: width) : CGSize(width: width, height: height)
            feed.yield(Look(seen: seen, size: size))
        }
    }

    private func take(_ look: Look, of going: Going) async {
        guard self.going === going, !going.isEnding, state == .live else { return }
        switch look.seen {
        case .success(let update): await show(update, size: look.size, going)
        case .failure(let error): await stumble(error)
        }
    }

    private func show(_ update: LiveUpdate, size: CGSize, _ going: Going) async {
        going.follow(update)
        going.player.play(update.events, nowS: update.atS)
        var next = live
        if let set = update.finishedSet { next.rest = summaries.set(set) }
        next.follow(update)
        next.caption = going.player.caption
        next.shown = going.player.shown
        next.restLeft = going.restLeftS(nowS: update.atS).map(Phrase.liveRestLeft.counted)
        next.mayTurn = !going.hasBegun
        next.notices = notices
        if next != live { live = next }
        picture = LivePicture(update, size: size)
        if case .done = update.stage { await end() }
    }

    private func stumble(_ error: DowelError) async {
        switch error {
        // One frame less; and after the end none is missed.
        case .badFrame, .notNow: break
        case .defect: note(problem(error))
        case .pictureChanged: await turn()
        // What was done until now is kept and summed up.
        default: await end(notice: problem(error))
        }
    }
}

extension PracticeModel {
    /// Whoever is still setting up the phone may turn it: the session only begins anew.
    private func turn() async {
        guard let going else { return }
        if going.hasBegun { return await end(notice: problem(DowelError.pictureChanged)) }
        quiet(going)
        await prepare(going.plan)
    }
}

// MARK: - What is wrong, and what to do

extension PracticeModel {
    private var notices: [Words] {
        let unsaved = (going?.unsaved ?? 0) > 0 ? Phrase.noticeUnsaved.words : nil
        return [cameraProblem.map(problem), soundProblem, notice(heat), unsaved].compactMap { $0 }
    }

    private func showNotices() {
        live.notices = notices
        live.canAskForCamera = cameraProblem != nil
        live.canOpenSettings = cameraProblem == .denied
    }

    private func note(_ notice: Words) {
        guard state == .live else { return }
        live.notices = notices + [notice]
    }

    private func hear(_ news: CameraNews) {
        guard state == .live else { return }
        switch news {
        case .back: cameraProblem = nil
        case .lost(let why): cameraProblem = why
        }
        showNotices()
        if let cameraProblem { phone.screen.announce(problem(cameraProblem)) }
    }

    /// One after the other, in the order in which they were asked for.
    private func command(
        _ what: @escaping @Sendable (any LiveSession) async throws(DowelError) -> Void
    ) async {
        guard let session = going?.session else { return }
        let before = lastCommand
        let task = Task {
            await before?.value
            do throws(DowelError) {
                try await what(session)
            } catch {
                // A button that was still on the screen when its moment had passed.
                if error != .notNow { note(problem(error)) }
            }
        }
        lastCommand = task
        await task.value
    }
}
