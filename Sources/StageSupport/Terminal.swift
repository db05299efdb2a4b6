import ByteIO
import FoundationEssentials
import Glibc

/// What may be shown on a terminal.
public enum Terminal {
    private static let environment = ProcessInfo.processInfo.environment

    /// Whether the user wants neither colours nor lines that are drawn again: `TERM=dumb`, or a `NO_COLOR` that is
    /// not empty.
    static let isPlain = environment["TERM"] == "dumb" || environment["NO_COLOR"] ?? "" != ""

    public static func isAt(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

    /// Takes away the line of standard error in which a stage draws; empty where none may.
    static let eraser = Talk.isTerminal && !isPlain ? "\r\u{1B}[K" : ""

    /// Whether what is written to `descriptor` may have colours, or be a line that is drawn again.
    public static func allows(_ mode: TerminalMode, on descriptor: Int32) -> Bool {
        mode == .always || mode == .auto && isAt(descriptor) && !isPlain
    }

    /// What `--color` says among arguments, of which the last counts. Messages are told in colours before the
    /// options are read, and where they cannot be.
    static func colorMode(of arguments: [String]) -> TerminalMode {
        let options = arguments.prefix { $0 != "--" }
        var mode = TerminalMode.auto
        for (index, argument) in options.enumerated() {
            let value =
                argument == "--color"
                ? options.dropFirst(index + 1).first
                : argument.hasPrefix("--color=") ? String(argument.dropFirst(8)) : nil
            mode = value.flatMap(TerminalMode.init(rawValue:)) ?? mode
        }
        return mode
    }

    /// The columns of the terminal at `descriptor`; elsewhere what `COLUMNS` says, nil for any number.
    public static func width(of descriptor: Int32) -> Int? {
        let told = environment["COLUMNS"].flatMap(Int.init).flatMap { $0 > 0 ? $0 : nil }
        return SharedTerminal.columns(of: descriptor) ?? told
            ?? (isAt(descriptor) ? 80 : nil)
    }
}
