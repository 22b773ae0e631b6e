import DowelCore
import DowelModel
import SwiftUI

@main
struct DowelApp: App {
    @State private var start = StartModel(openCoach: PhonePlaces.openCoach)

    init() {
        Dowel.startLog()
    }

    var body: some Scene {
        WindowGroup {
            StartScreen(start: start)
        }
    }
}
