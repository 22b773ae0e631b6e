import UIKit

/// Where a person allows what they refused.
@MainActor
enum PhoneSettings {
    static func open() {
        if let page = URL(string: UIApplication.openSettingsURLString) { UIApplication.shared.open(page) }
    }
}
