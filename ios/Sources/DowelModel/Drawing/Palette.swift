/// What a surface or its words are for. Words stand on the surface that their name tells: `onAccent` on `accent`.
public enum Tone: CaseIterable, Sendable {
    case ground
    /// A card on the ground.
    case surface
    /// The one colour that asks to be touched.
    case accent, onAccent
    /// A quiet button, a chosen chip.
    case tint, onTint
    /// Words on ground and surface.
    case words, muted
    /// The edge of a card; only helps the eye.
    case hairline
    /// The edge of what can be touched.
    case outline
    case danger, onDanger
    case notice, onNotice
    /// The dowel, the app's mark.
    case wood
}

/// Opaque colours, as 0xRRGGBB; Android has the same.
public struct Palette: Sendable {
    private let tones: [Tone: UInt32]
    private let inks: [Ink: UInt32]

    public func color(_ tone: Tone) -> UInt32 { tones[tone] ?? 0 }

    public func color(_ ink: Ink) -> UInt32 { ink == .paper ? color(.ground) : inks[ink] ?? 0 }

    /// Warm paper, and ink.
    public static let light = Palette(
        tones: [
            .ground: 0xFAF7F1, .surface: 0xFFFFFF, .accent: 0x1F4E79, .onAccent: 0xFFFFFF, .tint: 0xE1EAF3,
            .onTint: 0x163A5B, .words: 0x2A2622, .muted: 0x625B52, .hairline: 0xE6DFD2, .outline: 0x8A8173,
            .danger: 0xA3261F, .onDanger: 0xFFFFFF, .notice: 0xFBE9CF, .onNotice: 0x4A3000, .wood: 0xA87338,
        ],
        inks: [
            .body: 0x5B6470, .stick: 0x8F6128, .touching: 0x1F7A4D, .lifted: 0xB3470F, .cantTell: 0x6B6B6B,
            .track: 0xE3DED4, .level: 0x2B6CB0, .target: 0x1F7A4D, .limit: 0xB3470F, .grid: 0xD5CFC3, .trend: 0x2B6CB0,
            .words: 0x2A2622, .figure: 0x3B4654, .ghost: 0xD5D0C6, .prop: 0x66717D, .floor: 0xB8B1A4, .arrow: 0xB3470F,
            .halo: 0xFFFFFF,
        ])

    public static let dark = Palette(
        tones: [
            .ground: 0x131416, .surface: 0x1E2023, .accent: 0x9CC6F2, .onAccent: 0x0B1F33, .tint: 0x26384A,
            .onTint: 0xD3E6FA, .words: 0xF0EDE8, .muted: 0xB3ADA4, .hairline: 0x303338, .outline: 0x85807A,
            .danger: 0xFF9C93, .onDanger: 0x410603, .notice: 0x45351A, .onNotice: 0xFCE3BD, .wood: 0xD9A566,
        ],
        inks: [
            .body: 0xAEB8C4, .stick: 0xE0B070, .touching: 0x5BD79A, .lifted: 0xFF9A5C, .cantTell: 0xB0B0B0,
            .track: 0x2C3036, .level: 0x7DB4F0, .target: 0x5BD79A, .limit: 0xFF9A5C, .grid: 0x3A3F46, .trend: 0x7DB4F0,
            .words: 0xF0EDE8, .figure: 0xD9E0E8, .ghost: 0x3F454D, .prop: 0x87919C, .floor: 0x565C64, .arrow: 0xFF9A5C,
            .halo: 0x101114,
        ])
}
