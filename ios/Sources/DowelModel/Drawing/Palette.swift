/// Opaque colours, as 0xRRGGBB; Android has the same.
public struct Palette: Sendable {
    public let ground: UInt32
    private let inks: [Ink: UInt32]

    public func color(_ ink: Ink) -> UInt32 { inks[ink] ?? 0 }

    public static let light = Palette(
        ground: 0xFAF8F4,
        inks: [
            .body: 0x5B6470, .stick: 0x8F6128, .touching: 0x1F7A4D, .lifted: 0xB3470F, .cantTell: 0x6B6B6B,
            .track: 0xE3DED4, .level: 0x2B6CB0, .target: 0x1F7A4D, .limit: 0xB3470F, .grid: 0xD5CFC3,
            .trend: 0x2B6CB0, .words: 0x2A2622,
        ])

    public static let dark = Palette(
        ground: 0x16181B,
        inks: [
            .body: 0xAEB8C4, .stick: 0xE0B070, .touching: 0x5BD79A, .lifted: 0xFF9A5C, .cantTell: 0xB0B0B0,
            .track: 0x2C3036, .level: 0x7DB4F0, .target: 0x5BD79A, .limit: 0xFF9A5C, .grid: 0x3A3F46,
            .trend: 0x7DB4F0, .words: 0xF0EDE8,
        ])
}
