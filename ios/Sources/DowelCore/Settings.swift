/// What a person sets once.
public struct Settings: Equatable, Sendable {
    public var language: Language
    public var cueFrequency: CueFrequency
    public var countsTempo: Bool
    public var voice: Bool
    /// 1 is the voice's usual speed; what lies outside of 0.5 to 2 is brought there.
    public var speechRate: Double
    /// Nil until it was chosen by measuring; the full model is used until then.
    public var model: ModelSize?
    /// What the streak is held against.
    public var practiceDays: PracticeDays
    /// The person has read whom to ask before the first session.
    public var hasReadSafety: Bool
}

public enum Language: String, CaseIterable, Sendable {
    case english = "en"
    case german = "de"
}

public enum CueFrequency: CaseIterable, Sendable {
    case silent, seldom, normal
}

public enum ModelSize: CaseIterable, Sendable {
    case lite, full, heavy
}

/// How fast the phone is.
public struct Speed: Equatable, Sendable {
    /// Milliseconds a frame with the full model.
    public let fullMs: Double
    /// The largest model that keeps up; keep it in ``Settings/model``.
    public let choice: ModelSize
}
