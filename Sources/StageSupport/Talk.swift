import ByteIO
import Glibc

/// What a stage says on standard error. Nothing here reaches standard output.
public enum Talk {
    private static let isColored =
        Terminal.allows(Terminal.colorMode(of: CommandLine.arguments), on: 2)

    /// `program: message`, one line, control characters escaped, cut at 600 characters.
    public static func say(_ program: String, _ message: String) {
        write("\(program):", message)
    }

    /// The same of a doubt; the program's name is yellow where colours are wanted.
    public static func warn(_ program: String, _ message: String) {
        write(colored("\(program):", "33"), message)
    }

    /// The same of what is wrong; red.
    public static func fail(_ program: String, _ message: String) {
        // What a signal cut short is nothing to complain of.
        TemporaryFiles.waitWhereEnding()
        write(colored("\(program):", "1;31"), message)
    }

    private static func colored(_ text: String, _ code: String) -> String {
        isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }

    private static func write(_ head: String, _ message: String) {
        var line = Array("\(Terminal.eraser)\(head) \(escaped(message))".utf8.prefix(600))
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
