/// Marks that nobody sees and that move, join or hide what is seen.
public enum InvisibleMark {
    /// Whether a Unicode scalar is one: bidirectional controls, marks without width, line and paragraph
    /// separators, the byte order mark. The joiners U+200C and U+200D are none: scripts and emoji need them.
    ///
    /// Source: Unicode Technical Report 36, "Unicode Security Considerations".
    public static func isOne(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF:
            true
        default: false
        }
    }

    /// How it is shown: `⟨U+202E⟩`.
    public static func shown(_ scalar: UInt32) -> String {
        let digits = String(scalar, radix: 16, uppercase: true)
        return "⟨U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)⟩"
    }
}
