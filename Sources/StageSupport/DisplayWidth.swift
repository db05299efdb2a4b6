/// How many columns of a terminal text takes.
///
/// Source: Unicode Standard Annex 11, "East Asian Width" (wide and full-width), and Technical Standard 51, "Unicode
/// Emoji" (emoji presentation).
public enum DisplayWidth {
    /// Letters with a standard width of two, emoji aside.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF,
        0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
        0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x1B2FF, 0x1F200...0x1F2FF,
        0x20000...0x3FFFD,
    ]

    public static func columns(of text: String) -> Int {
        text.reduce(0) { $0 + columns(of: $1) }
    }

    /// One picture, however many marks it is made of: a family of three takes two columns.
    private static func columns(of character: Character) -> Int {
        let scalars = character.unicodeScalars
        if scalars.contains(where: { isWide($0) || $0.value == 0xFE0F }) { return 2 }
        return scalars.count { !isMark($0) }
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isEmojiPresentation || wide.contains { $0.contains(scalar.value) }
    }

    /// Whether it is drawn on what stands before it, or not at all.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: true
        default: false
        }
    }

    /// The text, cut where it takes more than `limit` columns, with `…` in its last one.
    public static func cut(_ text: String, to limit: Int) -> String {
        guard columns(of: text) > limit else { return text }
        var (short, left) = ("", limit - 1)
        for character in text {
            left -= columns(of: character)
            guard left >= 0 else { break }
            short.append(character)
        }
        return short + "…"
    }
}
