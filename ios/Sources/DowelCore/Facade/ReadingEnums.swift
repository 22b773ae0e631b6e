internal import DowelFacade

// The core's enums, case by case: the compiler tells when one is added.

extension AttemptReason {
    init(_ attemptReason: DowelFacade.AttemptReason) {
        self =
            switch attemptReason {
            case .tooShallow: .tooShallow
            case .notReturned: .notReturned
            case .startedMidRep: .startedMidRep
            case .trackingLost: .trackingLost
            case .feetMoved: .feetMoved
            }
    }
}

extension CameraPlace {
    init(_ cameraPlace: DowelFacade.CameraPlace) {
        self =
            switch cameraPlace {
            case .sideAtHipHeight: .sideAtHipHeight
            case .withinEarshot: .withinEarshot
            }
    }
}

extension CantTellReason {
    init(_ cantTellReason: DowelFacade.CantTellReason) {
        self =
            switch cantTellReason {
            case .needsBackContour: .needsBackContour
            case .noBackReference: .noBackReference
            case .looseClothing: .looseClothing
            case .backNotClear: .backNotClear
            case .poorLight: .poorLight
            case .notSideOn: .notSideOn
            case .notVisible: .notVisible
            case .noStandingNeutral: .noStandingNeutral
            case .noTarget: .noTarget
            case .noLoad: .noLoad
            case .notApplicable: .notApplicable
            case .tooFewFrames: .tooFewFrames
            }
    }
}

extension Contact {
    init(_ contact: DowelFacade.Contact) {
        self =
            switch contact {
            case .touching: .touching
            case .lifted: .lifted
            case .cantTell: .cantTell
            }
    }
}

extension CueFrequency {
    init(_ cueFrequency: DowelFacade.CueFrequency) {
        self =
            switch cueFrequency {
            case .silent: .silent
            case .seldom: .seldom
            case .normal: .normal
            }
    }
}

extension Direction {
    init(_ direction: DowelFacade.Direction) {
        self =
            switch direction {
            case .better: .better
            case .same: .same
            case .worse: .worse
            case .tooFew: .tooFew
            }
    }
}

extension DrillKind {
    init(_ drillKind: DowelFacade.DrillKind) {
        self =
            switch drillKind {
            case .hinge: .hinge
            case .support: .support
            case .everyday: .everyday
            }
    }
}

extension Ending {
    init(_ ending: DowelFacade.Ending) {
        self =
            switch ending {
            case .finished: .finished
            case .byHand: .byHand
            case .walkedUp: .walkedUp
            case .left: .left
            case .pain: .pain
            }
    }
}

extension EventKind {
    init(_ eventKind: DowelFacade.EventKind) {
        self =
            switch eventKind {
            case .say: .say
            case .show: .show
            case .haptic: .haptic
            }
    }
}

extension Felt {
    init(_ felt: DowelFacade.Felt) {
        self =
            switch felt {
            case .hamstrings: .hamstrings
            case .glutes: .glutes
            case .quads: .quads
            case .lowBack: .lowBack
            case .elsewhere: .elsewhere
            }
    }
}

extension Language {
    init(_ language: DowelFacade.Language) {
        self =
            switch language {
            case .english: .english
            case .german: .german
            }
    }
}

extension ModelSize {
    init(_ modelSize: DowelFacade.ModelSize) {
        self =
            switch modelSize {
            case .lite: .lite
            case .full: .full
            case .heavy: .heavy
            }
    }
}

extension Movement {
    init(_ movement: DowelFacade.Movement) {
        self =
            switch movement {
            case .hinge: .hinge
            case .squat: .squat
            case .other: .other
            case .none: .none
            }
    }
}

extension PauseReason {
    init(_ pauseReason: DowelFacade.PauseReason) {
        self =
            switch pauseReason {
            case .lost: .lost
            case .byHand: .byHand
            }
    }
}

extension Phase {
    init(_ phase: DowelFacade.Phase) {
        self =
            switch phase {
            case .down: .down
            case .bottom: .bottom
            case .up: .up
            case .top: .top
            }
    }
}

extension Priority {
    init(_ priority: DowelFacade.Priority) {
        self =
            switch priority {
            case .count: .count
            case .cue: .cue
            case .guide: .guide
            case .alert: .alert
            }
    }
}

extension Prop {
    init(_ prop: DowelFacade.Prop) {
        self =
            switch prop {
            case .stick: .stick
            case .wall: .wall
            case .kettlebell: .kettlebell
            case .weight: .weight
            case .band: .band
            case .step: .step
            case .chair: .chair
            case .bench: .bench
            case .mat: .mat
            case .bags: .bags
            case .cushion: .cushion
            }
    }
}

extension Side {
    init(_ side: DowelFacade.Side) {
        self =
            switch side {
            case .left: .left
            case .right: .right
            }
    }
}

extension StrokeRole {
    init(_ strokeRole: DowelFacade.StrokeRole) {
        self =
            switch strokeRole {
            case .figure: .figure
            case .ghost: .ghost
            case .stick: .stick
            case .prop: .prop
            case .ground: .ground
            case .arrow: .arrow
            case .gap: .gap
            }
    }
}

extension Verdict {
    init(_ verdict: DowelFacade.Verdict) {
        self =
            switch verdict {
            case .fault: .fault
            case .ok: .ok
            case .cantTell: .cantTell
            }
    }
}

extension ViewReason {
    init(_ viewReason: DowelFacade.ViewReason) {
        self =
            switch viewReason {
            case .notSideOn: .notSideOn
            case .bodyOutOfFrame: .bodyOutOfFrame
            case .tooDark: .tooDark
            case .severalPeople: .severalPeople
            case .tooFar: .tooFar
            case .cameraMoving: .cameraMoving
            case .noPerson: .noPerson
            }
    }
}

extension Watch {
    init(_ watch: DowelFacade.Watch) {
        self =
            switch watch {
            case .hinge: .hinge
            case .paced: .paced
            }
    }
}
