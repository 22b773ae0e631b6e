import DowelModel
import SwiftUI
import UIKit

extension Tone {
    /// Light and dark, as the palette has it.
    var color: Color {
        Color(
            uiColor: UIColor { traits in
                let palette: Palette = traits.userInterfaceStyle == .dark ? .dark : .light
                return UIColor(hex: palette.color(self))
            })
    }
}

extension Color {
    /// As the palette has it: 0xRRGGBB.
    init(hex: UInt32) {
        self.init(uiColor: UIColor(hex: hex))
    }
}

extension UIColor {
    fileprivate convenience init(hex: UInt32) {
        let part = { (shift: UInt32) in CGFloat(hex >> shift & 0xFF) / 255 }
        self.init(red: part(16), green: part(8), blue: part(0), alpha: 1)
    }
}
