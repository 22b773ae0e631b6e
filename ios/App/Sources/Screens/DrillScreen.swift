import DowelCore
import DowelModel
import SwiftUI

/// One drill: what it is for, how to set up, how much of it; and the way in.
struct DrillScreen: View {
    let home: Home
    @State private var practised: PractisedPlan?

    private var drills: DrillsModel { home.drills }

    var body: some View {
        Page {
            if let page = drills.page {
                about(page)
                dose(page)
                how(page)
                neighbours(page)
                pain(page)
                MainButton(.drillBegin) { practised = drills.plan.map(PractisedPlan.init) }
            }
        }
        .navigationBarTitleDisplayMode(.inline)
        .fullScreenCover(item: $practised) { chosen in
            PracticeScreen(home: home, plan: chosen.plan)
                .environment(\.phrasebook, home.phrasebook)
        }
    }

    @ViewBuilder
    private func about(_ page: DrillPage) -> some View {
        Text(verbatim: page.name).font(.system(.title, design: .serif)).accessibilityAddTraits(.isHeader)
        Text(verbatim: page.purpose)
        DrillPictureView(picture: page.picture)
            .frame(maxWidth: .infinity, maxHeight: 320)
            .accessibilityElement()
            .accessibilityLabel(Text(verbatim: page.pictureText))
            .accessibilityAddTraits(.isImage)
    }

    private func dose(_ page: DrillPage) -> some View {
        Card {
            Heading(.drillDose)
            CountStepper(page.setsLabel, fewer: .drillFewerSets, more: .drillMoreSets) { drills.changeSets(by: $0) }
            CountStepper(page.repsLabel, fewer: .drillFewerReps, more: .drillMoreReps) { drills.changeReps(by: $0) }
        }
    }

    @ViewBuilder
    private func how(_ page: DrillPage) -> some View {
        part(.drillSetup, page.setup)
        part(.drillCamera, page.camera)
        part(.drillFeel, page.feel)
        if !page.needs.isEmpty {
            VStack(alignment: .leading, spacing: 6) {
                Heading(.drillNeeds)
                ForEach(page.needs, id: \.self) { need in WordsText(need) }
            }
        }
    }

    private func part(_ title: Phrase, _ text: String) -> some View {
        VStack(alignment: .leading, spacing: 6) {
            Heading(title)
            Text(verbatim: text)
        }
    }

    @ViewBuilder
    private func neighbours(_ page: DrillPage) -> some View {
        if page.easier != nil || page.harder != nil {
            Heading(.drillNeighbours)
            if let easier = page.easier { link(.drillEasier, easier, "arrow.down.right") }
            if let harder = page.harder { link(.drillHarder, harder, "arrow.up.right") }
        }
    }

    private func link(_ phrase: Phrase, _ drill: DrillLink, _ sign: String) -> some View {
        PlainButton(.phrase(phrase, [.words(drill.name)]), sign: sign) { drills.open(drill.id) }
    }

    private func pain(_ page: DrillPage) -> some View {
        Card {
            Heading(.feelingPainBefore)
            PainScale(chosen: page.painBefore) { drills.sayPain($0) }
            if page.painBefore == nil {
                WordsText(.feelingPainSkip).foregroundStyle(Tone.muted.color)
            } else {
                PlainButton(.feelingPainUnsay) { drills.sayPain(nil) }
            }
        }
    }
}

/// A drill's picture, on paper of its own.
struct DrillPictureView: View {
    let picture: Picture

    var body: some View {
        MarksCanvas { DrillPicture(picture, in: $0).marks }
            .aspectRatio(1, contentMode: .fit)
            .background(Tone.ground.color, in: .rect(cornerRadius: 12))
    }
}

/// A plan on its way into practice.
struct PractisedPlan: Identifiable {
    let id = UUID()
    let plan: Plan
}
