/// Names as labels of drawings: cut in the middle where they are too long.
enum Label {
    /// The most marks of a name that a drawing shows.
    static let most = 32

    /// `name`, or its ends with `…` between, so that it has at most 32 marks and is at most `width`
    /// wide in letters of `size`, both in the same unit.
    static func fitted(_ name: String, width: Double, size: Double) -> String {
        let scalars = Array(name.unicodeScalars)
        guard scalars.count > most || Self.width(name, size: size) > width else { return name }
        var count = min(scalars.count, most) - 1
        while count > 2 {
            let text = cut(scalars, to: count)
            if Self.width(text, size: size) <= width { return text }
            count -= 1
        }
        return cut(scalars, to: 2)
    }

    private static func cut(_ scalars: [Unicode.Scalar], to count: Int) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars.prefix((count + 1) / 2))
        text.append("…")
        text.append(contentsOf: scalars.suffix(count / 2))
        return String(text)
    }

    /// An upper estimate of how wide `text` is, in the unit of `size`.
    ///
    /// Source: the advance widths of DejaVu Sans, the widest of the fonts that systems show.
    static func width(_ text: String, size: Double) -> Double {
        text.unicodeScalars.reduce(0) { $0 + share($1) } * size
    }

    private static func share(_ scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case "i", "j", "l", "I", "|", "'", ".", ",", ":", ";", " ", "!": 0.34
        case "f", "t", "r", "(", ")", "[", "]", "/", "-", "\\": 0.42
        case "m", "w", "M", "W", "@", "%", "…", "→", "<", ">", "=", "+", "~", "#": 1.0
        case "\u{202F}": 0.3
        case "0"..."9", "a"..."z", "_": 0.64
        case "\u{0}"..<"\u{7F}": 0.78
        // Shown as their code in angle brackets.
        case "\u{200E}", "\u{200F}", "\u{2028}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\u{FEFF}",
            "\u{61C}":
            6.5
        case "\u{80}"..<"\u{1100}": 0.9
        default: 1.25
        }
    }
}
