import DowelCore

/// What to tell a person about it, and what they can do.
func problem(_ error: any Error) -> Words {
    switch error {
    case let error as DowelError: phrase(error).words
    case let error as ClipError: phrase(error).words
    // All that is left to fail is writing the file that is shared.
    default: Phrase.problemShare.words
    }
}

private func phrase(_ error: DowelError) -> Phrase {
    switch error {
    case .badFrame: .problemBadFrame
    case .pictureChanged: .problemPictureChanged
    case .badRequest: .problemBadRequest
    case .notNow: .problemNotNow
    case .notFound: .problemNotFound
    case .model: .problemModel
    case .diskFull: .problemDiskFull
    case .newerData: .problemNewerData
    case .storage: .problemStorage
    case .defect: .problemDefect
    }
}

private func phrase(_ error: ClipError) -> Phrase {
    switch error {
    case .notFound: .clipNotFound
    case .notAVideo: .clipNotAVideo
    case .unknownFormat: .clipUnknownFormat
    case .brokenOff: .clipBrokenOff
    }
}

func problem(_ problem: CameraProblem) -> Words {
    switch problem {
    case .denied: Phrase.cameraNeverAllowed.words
    case .restricted: Phrase.cameraRestricted.words
    case .none: Phrase.cameraNone.words
    case .inUse: Phrase.cameraInUse.words
    case .takenAway: Phrase.cameraTakenAway.words
    case .tooWarm: Phrase.cameraTooWarm.words
    case .broken: Phrase.cameraBroken.words
    }
}

/// Nil as long as there is nothing to say about it.
func notice(_ heat: Heat) -> Words? {
    switch heat {
    case .cool, .warm: nil
    case .hot: Phrase.heatSlower.words
    case .tooHot: Phrase.heatStopped.words
    }
}
