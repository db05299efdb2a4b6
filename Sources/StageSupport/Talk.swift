import ByteIO
import Glibc

/// What a stage says on standard error. Nothing here reaches standard output.
public enum Talk {
    /// `program: message`, one line, control characters escaped, cut at 600 characters.
    public static func say(_ program: String, _ message: String) {
        var line = Array("\(program): \(escaped(message))".utf8.prefix(600))
        line.append(0x0A)
        // Standard error may be closed or full; there is nowhere left to say so.
        _ = line.isWritten(to: 2)
    }

    /// Control characters as `\xHH`, invisible marks as `⟨U+HHHH⟩`.
    public static func escaped(_ text: String) -> String {
        var safe = ""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0..<0x20, 0x7F..<0xA0:
                let digits = String(scalar.value, radix: 16)
                safe += "\\x" + (digits.count < 2 ? "0" : "") + digits
            case let value where InvisibleMark.isOne(value): safe += InvisibleMark.shown(value)
            default: safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }

    /// Whether standard error is a terminal.
    public static var isTerminal: Bool { isatty(2) == 1 }
}
