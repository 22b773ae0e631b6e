import DowelCore
import Foundation

/// What the live screen says and offers. It changes now and then; what changes with every frame is ``LivePicture``.
public struct LiveView: Equatable, Sendable {
    public var stage = Phrase.stageSetUp.words
    /// Which set of how many.
    public var set: Words?
    /// What to mend about phone, light or place.
    public var hint: Hint?
    public var reps = 0
    public var repsLabel = Phrase.liveReps.counted(0)
    /// The words being said, for whoever reads.
    public var caption: String?
    /// What is only shown, as the name of a fault.
    public var shown: String?
    public var canPause = false
    public var canResume = false
    public var canCorrect = false
    /// During the rest: how the set before it went.
    public var rest: SetView?
    /// How long until the next set begins.
    public var restLeft: Words?
    /// Nothing was done yet: a turned phone only begins anew.
    public var mayTurn = true
    /// What is wrong with camera, disk, sound or heat, and what to do.
    public var notices: [Words] = []
    /// The camera was lost; the person can ask for it again.
    public var canAskForCamera = false
    /// Only the Settings app can allow the camera.
    public var canOpenSettings = false
}

/// What is drawn over the camera's picture, frame by frame.
public struct LivePicture: Equatable, Sendable {
    /// The upright picture that body and stick lie on, in pixels; nil before the first.
    public var size: CGSize?
    public var body: NearBody?
    public var stick: Stick?
    /// Empty while the back is not read.
    public var contacts: [ContactMark] = []
    public var depth = DepthMeter()

    public init() {}
}

/// Parts of the meter's length, 0 to 1; nil where it is not known.
public struct DepthMeter: Equatable, Sendable {
    public var now: Double?
    public var target: Double?
    public var limit: Double?
    /// For VoiceOver: the depth, and what the notches stand for.
    public var labels = [Phrase.liveDepthUnknown.words]
}

public enum Place: CaseIterable, Sendable {
    case head, midBack, tailbone
}

/// The label tells place and state in words: the mark's colour never stands alone.
public struct ContactMark: Equatable, Sendable {
    public let place: Place
    public let state: Contact
    public let label: Words
}

extension LiveView {
    /// What a frame changes.
    mutating func follow(_ update: LiveUpdate) {
        stage = DowelModel.words(update.stage)
        set = Phrase.liveSet.words(.whole(update.setIndex + 1), .whole(update.sets))
        reps = update.reps
        repsLabel = Phrase.liveReps.counted(update.reps)
        canPause = update.stage == .set
        canResume = update.stage == .paused(.byHand)
        canCorrect = update.stage == .set || canResume || update.stage == .paused(.lost)
        hint = Hint.after(hint, update)
        if update.stage != .rest { rest = nil }
    }
}

extension LivePicture {
    init(_ update: LiveUpdate, size: CGSize) {
        self.size = size
        body = update.body
        stick = update.stick
        contacts = update.contacts.map(marks) ?? []
        depth = DepthMeter(update.depth)
    }
}

extension DepthMeter {
    private static let lengthDeg = 120.0

    init(_ depth: Depth) {
        let part = { (deg: Double?) in deg.map { min(max($0 / Self.lengthDeg, 0), 1) } }
        now = part(depth.nowDeg)
        target = part(depth.targetDeg)
        limit = part(depth.limitDeg)
        let told = { (phrase: Phrase, deg: Double?) in deg.map { phrase.words(.whole(whole($0))) } }
        labels = [
            told(.liveDepth, depth.nowDeg) ?? Phrase.liveDepthUnknown.words, told(.liveTarget, depth.targetDeg),
            told(.liveLimit, depth.limitDeg),
        ].compactMap { $0 }
    }
}

func words(_ stage: Stage) -> Words {
    switch stage {
    case .setUp: Phrase.stageSetUp.words
    case .holdStill: Phrase.stageHoldStill.words
    case .countIn: Phrase.stageCountIn.words
    case .set: Phrase.stageSet.words
    case .paused(.lost): Phrase.stageLost.words
    case .paused(.byHand): Phrase.stagePaused.words
    case .rest: Phrase.stageRest.words
    case .done: Phrase.stageDone.words
    }
}

private func marks(_ contacts: Contacts) -> [ContactMark] {
    [
        mark(.head, .placeHead, contacts.head), mark(.midBack, .placeMidBack, contacts.midBack),
        mark(.tailbone, .placeTailbone, contacts.tailbone),
    ]
}

private func mark(_ place: Place, _ name: Phrase, _ state: Contact) -> ContactMark {
    let sentence: Phrase =
        switch state {
        case .touching: .contactTouching
        case .lifted: .contactLifted
        case .cantTell: .contactCantTell
        }
    return ContactMark(place: place, state: state, label: sentence.words(.words(name.words)))
}
