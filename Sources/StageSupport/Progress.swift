public import ArgumentParser
import ByteIO

/// When something shows how far a stage is, or in which colours.
public enum TerminalMode: String, CaseIterable, ExpressibleByArgument, Sendable {
    case auto, always, never
}

/// One line on standard error that says how far a stage is, drawn again at most ten times a second.
///
/// It draws on a terminal only, unless it is told otherwise, and there not where `TERM` is `dumb` or
/// `NO_COLOR` is set. Of the stages of a pipe one draws at a time.
public struct Progress: Sendable {
    private static let interval = Duration.milliseconds(100)

    private let program: String
    private let total: Int
    private let isShown: Bool
    private let start = ContinuousClock.now
    private var last: ContinuousClock.Instant?
    /// Whether the terminal is this stage's to draw on.
    private var isTaken = false

    /// `total` is the bytes to read, 0 where nobody knows.
    public init(_ program: String, total: Int, mode: TerminalMode) {
        self.program = program
        self.total = total
        isShown = Terminal.allows(mode, on: 2)
    }

    /// Says how much was read and what became of it. Cheap where nothing is to be drawn.
    public mutating func update(bytes: Int, rows: Int, rejected: Int) {
        guard isShown else { return }
        let now = ContinuousClock.now
        if let last, now - last < Self.interval { return }
        last = now
        isTaken = isTaken || SharedTerminal.take()
        guard isTaken else { return }
        draw(
            Self.text(
                bytes: bytes, total: total, rows: rows, rejected: rejected,
                seconds: Self.seconds(now - start)))
    }

    /// Takes the line away.
    public mutating func clear() {
        guard isTaken else { return }
        isTaken = false
        draw("")
        SharedTerminal.release()
    }

    /// What is longer than the terminal is wide would stay behind in the line above.
    private func draw(_ text: String) {
        let width = (Terminal.width(of: 2) ?? 200) - 1
        let shown = text.isEmpty ? "" : "\(program): \(text)"
        // Standard error may be closed; there is nowhere to say so.
        _ = Array("\r\(shown.prefix(width))\u{1B}[K".utf8).isWritten(to: 2)
    }

    /// `1234567 rows, 34 % of 1.2 GB, 812345 rows/s, 3 s left, 12 rejected`.
    static func text(bytes: Int, total: Int, rows: Int, rejected: Int, seconds: Double) -> String {
        var parts = ["\(rows) rows"]
        if total > 0 {
            let percent = min(bytes, total) * 100 / total
            parts.append("\(percent) % of \(size(total))")
        } else {
            parts.append(size(bytes))
        }
        if seconds > 0 {
            parts.append("\(Int(Double(rows) / seconds)) rows/s")
            if total > bytes, bytes > 0 {
                let left = seconds * Double(total - bytes) / Double(bytes)
                parts.append("\(Int(min(left, 1e9).rounded(.up))) s left")
            }
        }
        if rejected > 0 { parts.append("\(rejected) rejected") }
        return parts.joined(separator: ", ")
    }

    /// In powers of 1000, as the units say.
    private static func size(_ bytes: Int) -> String {
        for (unit, size) in [("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1000)]
            as [(String, Int)]
        where bytes >= size {
            let tenths = bytes / (size / 10)
            return "\(tenths / 10).\(tenths % 10) \(unit)"
        }
        return "\(bytes) B"
    }

    private static func seconds(_ duration: Duration) -> Double {
        let (seconds, attoseconds) = duration.components
        return Double(seconds) + Double(attoseconds) / 1e18
    }
}
