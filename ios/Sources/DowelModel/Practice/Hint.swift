import DowelCore

/// What the core asks to be mended before a set, by its id; each has a picture, see ``HintPicture``.
public enum Hint: String, CaseIterable, Sendable {
    case tooDark = "hint-too_dark"
    case cameraMoving = "hint-camera_moving"
    case phoneTilted = "hint-phone_tilted"
    case noPerson = "hint-no_person"
    case severalPeople = "hint-several_people"
    case outOfFrame = "hint-out_of_frame"
    case tooClose = "hint-too_close"
    case tooFar = "hint-too_far"
    case notSideOn = "hint-not_side_on"

    /// Said once nothing is left to mend.
    static let mended = "say-right"

    /// It stays until another one comes, it is mended, or the set-up is over.
    static func after(_ before: Hint?, _ update: LiveUpdate) -> Hint? {
        guard update.stage == .setUp else { return nil }
        return update.events.reduce(before) { hint, event in
            event.id == mended ? nil : Hint(rawValue: event.id) ?? hint
        }
    }
}
