import DowelCore

/// How a session went.
public struct SummaryView: Equatable, Sendable {
    /// The number under which it is kept; nil when there was nothing to keep.
    public let session: SessionID?
    public let title: Words
    public let total: TallyView
    public let sets: [SetView]
    /// What to change about the camera's place, where the view was refused.
    public let view: [Words]
}

/// How a set went: what was good, the one thing to change, and the drill that mends it.
public struct SetView: Equatable, Sendable {
    public let title: Words
    public let tally: TallyView
}

public struct TallyView: Equatable, Sendable {
    public let lines: [Line]
    public let wentWell: Words
    public let change: ChangeView?
    /// Why the back could not be judged.
    public let backUnseen: Words?
}

public struct ChangeView: Equatable, Sendable {
    public let fault: Words
    public let cue: Words
    /// Offered as a button.
    public let drill: DrillLink?
}

public struct DrillLink: Equatable, Identifiable, Sendable {
    public let id: Drill.ID
    public let name: Words
}

struct SummaryWriter {
    let words: CoreWords

    func session(_ id: SessionID?, _ summary: SessionSummary) -> SummaryView {
        SummaryView(
            session: id, title: phrase(summary.ending).words, total: tally(summary.total),
            sets: summary.sets.map(set), view: summary.isViewOK ? [] : summary.viewReasons.map(words.reason))
    }

    func set(_ set: SetSummary) -> SetView {
        SetView(title: Phrase.summarySet.words(.whole(set.index + 1)), tally: tally(set.tally))
    }

    private func tally(_ tally: Tally) -> TallyView {
        TallyView(
            lines: [
                Line(label: Phrase.summaryReps.words, value: number(tally.reps)),
                Line(
                    label: Phrase.summaryClean.words,
                    value: Phrase.valueOf.words(.whole(tally.clean), .whole(tally.judged))),
                Line(label: Phrase.summaryCleanDepth.words, value: degrees(tally.cleanDepthDeg)),
                Line(
                    label: Phrase.summaryHingeIndex.words,
                    value: tally.hingeIndex.map(number) ?? Phrase.valueCantTell.words),
            ],
            wentWell: wentWell(tally), change: tally.change.map { change($0, tally.drill) },
            backUnseen: tally.backUnseen.map(words.reason))
    }

    private func wentWell(_ tally: Tally) -> Words {
        tally.mended.map { words.wentWell(tally.wentWell, mended: $0) } ?? words.of(tally.wentWell)
    }

    private func change(_ fault: FaultID, _ drill: Drill.ID?) -> ChangeView {
        ChangeView(
            fault: words.fault(fault), cue: words.cue(fault),
            drill: drill.map { DrillLink(id: $0, name: words.drill($0)) })
    }
}

func phrase(_ ending: Ending) -> Phrase {
    switch ending {
    case .finished: .endingFinished
    case .byHand: .endingByHand
    case .walkedUp: .endingWalkedUp
    case .left: .endingLeft
    case .pain: .endingPain
    }
}
