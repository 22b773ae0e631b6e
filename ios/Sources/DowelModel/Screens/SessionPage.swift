import DowelCore

extension SessionPage {
    init(_ session: PastSession, day: String, words: CoreWords) {
        let versions = session.versions
        self.init(
            title: DowelModel.title(drill: session.drill, source: session.source, words), day: day,
            lines: Self.lines(session, words), sets: session.sets.map(SetRow.init),
            reps: session.reps.map { RepRow($0, words) }, cues: session.cues.map(\.text),
            versions: .phrase(
                .sessionVersions,
                [versions.app, versions.rules, versions.poseModel, versions.backModel].map { .words(.ready($0)) }))
    }

    private static func lines(_ session: PastSession, _ words: CoreWords) -> [Line] {
        let told = [
            Line(label: Phrase.summaryCleanDepth.words, value: degrees(session.cleanDepthDeg)),
            ended(session).map { Line(label: Phrase.sessionEnded.words, value: $0) },
            pain(.sessionPainBefore, session.painBefore),
            pain(.sessionPainAfter, session.painAfter),
        ]
        let felt = session.felt.map { Line(label: Phrase.sessionFelt.words, value: phrase($0).words) }
        let view = session.viewReasons.map { Line(label: Phrase.sessionView.words, value: words.reason($0)) }
        return told.compactMap { $0 } + felt + view
    }

    private static func ended(_ session: PastSession) -> Words? {
        if let ending = session.ending { return phrase(ending).words }
        return session.isFinished ? nil : Phrase.sessionCutOff.words
    }

    private static func pain(_ label: Phrase, _ level: Int?) -> Line? {
        level.map { Line(label: label.words, value: Phrase.valueOf.words(.whole($0), .whole(Pain.levels.upperBound))) }
    }
}

extension SetRow {
    init(_ set: PastSet) {
        self.init(
            index: set.index, title: Phrase.summarySet.words(.whole(set.index + 1)),
            reps: Phrase.liveReps.counted(set.reps),
            corrected: set.corrected == 0 ? nil : Phrase.sessionCorrected.words(.whole(set.corrected)))
    }
}

extension RepRow {
    init(_ rep: PastRep, _ words: CoreWords) {
        let tempo = rep.tempoS
        self.init(
            id: rep.index, title: (rep.isCounted ? Phrase.repTitle : .repAttempt).words(.whole(rep.index + 1)),
            outcome: Self.outcome(rep, words), depth: Phrase.repDepth.words(.words(degrees(rep.hipFlexionDeg))),
            tempo: Phrase.repTempo.words(.decimal(tempo.down), .decimal(tempo.pause), .decimal(tempo.up)),
            faults: rep.faults.filter { $0.verdict == .fault }.map {
                Phrase.repFault.words(.words(words.fault($0.id)))
            },
            unseen: Self.unseen(rep).map { Phrase.repUnseen.words(.words(words.reason($0))) })
    }

    private static func outcome(_ rep: PastRep, _ words: CoreWords) -> Words {
        guard rep.isCounted else { return words.reason(rep.attemptReason) }
        return (rep.isClean ? Phrase.repClean : .repCounted).words
    }

    /// Each reason once, in their order.
    private static func unseen(_ rep: PastRep) -> [CantTellReason] {
        var told: Set<CantTellReason> = []
        return rep.faults.filter { $0.verdict == .cantTell }.compactMap(\.reason).filter { told.insert($0).inserted }
    }
}
