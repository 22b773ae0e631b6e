import DowelFacade
import Foundation

// What the core alone made of the demo clip, and what crosses in the same shape.

struct Expected: Decodable {
    let width_px: Int
    let height_px: Int
    let fps: Double
    let started_at_ms: Int64
    let plan: Plan
    let corrections: [[Int]]
    let frames: [Drawn]
    let events: [Told]
    let stages: [Reached]
    let summary: Summed
    let session: Kept
    let push_us: [Double]
}

struct Plan: Decodable {
    let drill: String
    let sets: UInt32
    let reps: UInt32
    let pain_before: UInt8
}

/// What a screen draws of an update.
struct Drawn: Decodable, Equatable {
    let at_s: Double
    let set_index: UInt32
    let reps: UInt32
    let depth_deg: Double?
    let phase: String?
    let shoulder: [Double]?
    let hip: [Double]?
    let toe: [Double]?
    let contacts: Touching?
    let stick: Line?
    let set_ended: Bool

    init(_ update: LiveUpdate) {
        at_s = update.atS
        set_index = update.setIndex
        reps = update.reps
        depth_deg = update.depth.nowDeg
        phase = word(update.phase)
        shoulder = update.body.map { numbers($0.shoulder) }
        hip = update.body.map { numbers($0.hip) }
        toe = update.body.map { numbers($0.toe) }
        contacts = update.contacts.map(Touching.init)
        stick = update.stick.map(Line.init)
        set_ended = update.finishedSet != nil
    }
}

struct Touching: Decodable, Equatable {
    let head: String?
    let mid_back: String?
    let tailbone: String?

    init(_ contacts: Contacts) {
        head = word(contacts.head)
        mid_back = word(contacts.midBack)
        tailbone = word(contacts.tailbone)
    }
}

struct Line: Decodable, Equatable {
    let from: [Double]
    let to: [Double]
    let tailbone: [Double]
    let mid_back: [Double]
    let head: [Double]?

    init(_ stick: Stick) {
        from = numbers(stick.lower)
        to = numbers(stick.upper)
        tailbone = numbers(stick.tailbone)
        mid_back = numbers(stick.midBack)
        head = stick.head.map { numbers($0) }
    }
}

struct Told: Decodable, Equatable {
    let frame: Int
    let event: Heard
}

struct Heard: Decodable, Equatable {
    let at_s: Double
    let id: String
    let kind: String?
    let priority: String?
    let text: String

    init(_ event: Event) {
        at_s = event.atS
        id = event.id
        kind = word(event.kind)
        priority = word(event.priority)
        text = event.text
    }
}

struct Reached: Decodable, Equatable {
    let frame: Int
    let stage: Named
}

struct Named: Decodable, Equatable {
    let stage: String
    let why: String?

    init(_ stage: Stage) {
        switch stage {
        case .setUp: (self.stage, why) = ("set_up", nil)
        case .holdStill: (self.stage, why) = ("hold_still", nil)
        case .countIn: (self.stage, why) = ("count_in", nil)
        case .set: (self.stage, why) = ("set", nil)
        case .rest: (self.stage, why) = ("rest", nil)
        case .paused(let reason): (self.stage, why) = ("paused", word(reason))
        case .done(let ending): (self.stage, why) = ("done", word(ending))
        }
    }
}

struct Summed: Decodable {
    let drill: String
    let ending: String
    let movement: String
    let pain_before: UInt8?
    let total: Total

    struct Total: Decodable {
        let reps: UInt32
        let clean: UInt32
        let judged: UInt32
        let clean_depth_deg: Double?
        let hinge_index: UInt8?
        let change: String?
        let drill: String?
        let went_well: Well
    }

    struct Well: Decodable {
        let what: String
    }
}

struct Kept: Decodable {
    let reps: [Repetition]
    let cues: [Cue]
}

struct Cue: Decodable, Equatable {
    let at_s: Double
    let id: String
    let text: String
}

/// A repetition with every fact.
struct Repetition: Decodable, Equatable {
    let index: UInt32
    let start_s: Double
    let bottom_s: Double
    let end_s: Double
    let counted: Bool
    let attempt_reason: String?
    let hip_flexion_deg: Double
    let knee_flexion_deg: Double
    let trunk_lean_deg: Double
    let hinge_index: UInt8
    let dowel: Touching
    let clean_depth_deg: Double?
    let faults: [Fact]

    init(_ rep: PastRep) {
        index = rep.index
        start_s = rep.startS
        bottom_s = rep.bottomS
        end_s = rep.endS
        counted = rep.counted
        attempt_reason = word(rep.attemptReason)
        hip_flexion_deg = rep.hipFlexionDeg
        knee_flexion_deg = rep.kneeFlexionDeg
        trunk_lean_deg = rep.trunkLeanDeg
        hinge_index = rep.hingeIndex
        dowel = Touching(rep.contacts)
        clean_depth_deg = rep.cleanDepthDeg
        faults = rep.faults.map(Fact.init)
    }
}

struct Fact: Decodable, Equatable {
    let id: String
    let verdict: String?
    let severity: Double
    let onset_s: Double?
    let phase: String?
    let reason: String?

    init(_ fact: RepFault) {
        id = fact.id
        verdict = word(fact.verdict)
        severity = fact.severity
        onset_s = fact.onsetS
        phase = word(fact.phase)
        reason = word(fact.reason)
    }
}

/// An enum's case as the core writes it.
func word<T>(_ value: T?) -> String? {
    guard let value else { return nil }
    var written = ""
    for letter in "\(value)" {
        written += letter.isUppercase ? "_" + letter.lowercased() : String(letter)
    }
    return written
}

private func numbers(_ point: BodyPoint) -> [Double] { [point.xPx, point.yPx, point.visibility] }

private func numbers(_ point: Point) -> [Double] { [point.xPx, point.yPx] }
