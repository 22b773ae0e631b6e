import DowelCore
import DowelModel
import SwiftUI

/// One session, from set-up to summary.
struct PracticeScreen: View {
    let home: Home
    let plan: Plan
    @Environment(\.scenePhase) private var scenePhase
    @Environment(\.dismiss) private var dismiss

    private var practice: PracticeModel { home.practice }

    var body: some View {
        content
            .task { await practice.begin(plan) }
            .task { for await heat in Signals.heat() { await practice.heatChanged(to: heat) } }
            .task { for await sound in Signals.sound() { await hear(sound) } }
            .onChange(of: scenePhase) { _, phase in follow(phase) }
            .onDisappear { practice.close() }
    }

    @ViewBuilder private var content: some View {
        switch practice.state {
        case .idle, .preparing: waiting(.livePreparing)
        case .live: LiveScreen(practice: practice, camera: home.camera, screen: home.screen)
        case .saving: waiting(.liveSaving)
        case .done(let summary, let notice): SummaryScreen(home: home, summary: summary, notice: notice, close: close)
        case .failed(let problem, let canSaveAgain): failed(problem, canSaveAgain)
        }
    }

    private func waiting(_ phrase: Phrase) -> some View {
        VStack(spacing: 16) {
            ProgressView()
            WordsText(phrase)
        }
        .frame(maxWidth: .infinity, maxHeight: .infinity)
        .background(Tone.ground.color.ignoresSafeArea())
        .accessibilityElement(children: .combine)
    }

    private func failed(_ problem: Words, _ canSaveAgain: Bool) -> some View {
        Page {
            Notice(problem)
            if canSaveAgain { MainButton(.liveSaveAgain) { Task { await practice.end() } } }
            PlainButton(.back) { close() }
        }
    }

    private func close() {
        dismiss()
    }

    /// Nobody is watched by an app that is not seen. What only lies half over it, such as a call's banner, ends nothing.
    private func follow(_ phase: ScenePhase) {
        switch phase {
        case .background: Task { await practice.leave() }
        case .active: Task { await practice.comeBack() }
        default: break
        }
    }

    private func hear(_ sound: Signals.Sound) async {
        switch sound {
        case .taken: await practice.soundTaken()
        case .back(let goesOn): await practice.soundBack(goesOn: goesOn)
        }
    }
}
