/// One drill or everyday task, with its texts in the chosen language.
public struct Drill: Equatable, Identifiable, Sendable {
    /// Stable, as in `wall-tap`.
    public let id: String
    public let kind: DrillKind
    /// Whether the camera counts and judges, or it is only led by counting.
    public let watch: Watch
    public let camera: CameraPlace
    public let dose: Dose
    public let needs: [Prop]
    /// The faults that are cued in it.
    public let watched: [FaultID]
    /// The faults it is the answer to.
    public let mends: [FaultID]
    /// What to do when it is too hard; nil where its line begins.
    public let easier: Drill.ID?
    /// What to do when it has become easy; nil at the top of its line.
    public let harder: Drill.ID?
    public let name: String
    public let purpose: String
    public let setup: String
    /// Where to put the phone.
    public let cameraText: String
    /// What it should feel like.
    public let feel: String
    public let picture: Picture
    /// What the picture shows, for who doesn't see it.
    public let pictureText: String
}

/// Stable, as in `rounded_lower_back`.
public typealias FaultID = String

public enum DrillKind: CaseIterable, Sendable {
    case hinge, support, everyday
}

public enum Watch: Sendable {
    case hinge, paced
}

public enum CameraPlace: Sendable {
    case sideAtHipHeight, withinEarshot
}

/// What a drill needs, by the core's own word for it.
public enum Prop: String, CaseIterable, Sendable {
    case stick, wall, kettlebell, weight, band, step, chair, bench, mat, bags, cushion
}

/// How much to do.
public struct Dose: Equatable, Sendable {
    public let sets: Int
    public let reps: Int
    public let restS: Double
    public let tempoS: Tempo?
}

/// Seconds a phase.
public struct Tempo: Equatable, Sendable {
    public let down: Double
    public let pause: Double
    public let up: Double
}
