import Accessibility
import DowelModel
import Observation
import UIKit

/// The screen, as a session uses it. The live screen lights up whenever `flashes` grows.
@MainActor @Observable
final class PhoneScreen: Screen {
    private(set) var flashes = 0

    @ObservationIgnored private let phrasebook: () -> Phrasebook

    /// - Parameter phrasebook: In the language chosen now.
    init(phrasebook: @escaping () -> Phrasebook) {
        self.phrasebook = phrasebook
    }

    func keepOn(_ isOn: Bool) {
        UIApplication.shared.isIdleTimerDisabled = isOn
    }

    func flash() {
        flashes += 1
    }

    func announce(_ words: Words) {
        AccessibilityNotification.Announcement(phrasebook().text(words)).post()
    }
}
