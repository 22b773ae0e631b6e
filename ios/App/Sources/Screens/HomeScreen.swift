import DowelCore
import DowelModel
import SwiftUI

/// Where a page leads to.
enum Route: Hashable {
    case session(SessionID)
    case limits
    case privacy
    case askFirst
}

/// The app's four parts; before the first session, whom to ask first.
struct HomeScreen: View {
    let home: Home
    let notice: Words?

    var body: some View {
        if home.safety.isRead == true {
            tabs
        } else {
            SafetyScreen(safety: home.safety)
        }
    }

    private var tabs: some View {
        TabView {
            tab(.screenPractice, "figure.flexibility") { DrillsScreen(home: home, notice: notice) }
            tab(.screenProgress, "chart.xyaxis.line") { ProgressScreen(progress: home.progress) }
            tab(.screenVideo, "film") { VideoScreen(video: home.video, screen: home.screen) }
            tab(.screenSettings, "gearshape") { SettingsScreen(home: home) }
        }
        .asSidebarWhereThereIsRoom()
    }

    private func tab(_ title: Phrase, _ sign: String, @ViewBuilder content: () -> some View) -> some View {
        NavigationStack {
            content()
                .navigationDestination(for: Route.self) { route in destination(route) }
        }
        .tabItem {
            Label {
                Text(verbatim: home.phrasebook.text(title.words))
            } icon: {
                Image(systemName: sign)
            }
        }
    }

    @ViewBuilder
    private func destination(_ route: Route) -> some View {
        switch route {
        case .session(let id): SessionScreen(home: home, id: id)
        case .limits: LimitsScreen(limits: home.limits)
        case .privacy: PrivacyScreen()
        case .askFirst: AskFirstScreen()
        }
    }
}

extension View {
    @ViewBuilder
    fileprivate func asSidebarWhereThereIsRoom() -> some View {
        if #available(iOS 18.0, *) {
            tabViewStyle(.sidebarAdaptable)
        } else {
            self
        }
    }
}
