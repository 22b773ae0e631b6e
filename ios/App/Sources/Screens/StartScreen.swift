import DowelCore
import DowelModel
import SwiftUI

/// Opens the session file; then shows the app.
struct StartScreen: View {
    let start: StartModel
    @State private var home: Home?
    /// Something to tell once the app is open.
    @State private var notice: Words?

    var body: some View {
        Group {
            if let home {
                HomeScreen(home: home, notice: notice)
                    .environment(\.phrasebook, home.phrasebook)
            } else {
                opening
            }
        }
        .tint(Tone.accent.color)
        .task { await open() }
    }

    @ViewBuilder private var opening: some View {
        Page {
            Wordmark()
            if case .failed(let problem) = start.state {
                Notice(problem)
                MainButton(.tryAgain) { Task { await open() } }
            } else {
                ProgressView()
            }
        }
    }

    private func open() async {
        guard home == nil else { return }
        await start.open()
        guard case .open(let coach, let settings, let told) = start.state else { return }
        let opened = Home(coach: coach, language: settings.language)
        await opened.settings.load()
        await opened.safety.load()
        (home, notice) = (opened, told)
    }
}
