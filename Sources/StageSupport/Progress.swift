public import ArgumentParser
import ByteIO
import FoundationEssentials

/// When something shows how far a stage is, or in which colours.
public enum TerminalMode: String, CaseIterable, ExpressibleByArgument, Sendable {
    case auto, always, never
}

/// One line on standard error that says how far a stage is, drawn again at most ten times a second.
///
/// It draws on a terminal only, unless it is told otherwise, and there not where `TERM` is `dumb` or
/// `NO_COLOR` is set.
public struct Progress: Sendable {
    private static let interval = Duration.milliseconds(100)

    private let program: String
    private let total: Int
    private let isShown: Bool
    private let start = ContinuousClock.now
    private var last: ContinuousClock.Instant?

    /// `total` is the bytes to read, 0 where nobody knows.
    public init(_ program: String, total: Int, mode: TerminalMode) {
        self.program = program
        self.total = total
        let environment = ProcessInfo.processInfo.environment
        let isPlain = environment["TERM"] == "dumb" || environment["NO_COLOR"] ?? "" != ""
        isShown = mode == .always || mode == .auto && Talk.isTerminal && !isPlain
    }

    /// Says how much was read and what became of it. Cheap where nothing is to be drawn.
    public mutating func update(bytes: Int, rows: Int, rejected: Int) {
        guard isShown else { return }
        let now = ContinuousClock.now
        if let last, now - last < Self.interval { return }
        last = now
        draw(
            Self.text(
                bytes: bytes, total: total, rows: rows, rejected: rejected,
                seconds: Self.seconds(now - start)))
    }

    /// Takes the line away.
    public mutating func clear() {
        guard isShown, last != nil else { return }
        last = nil
        var line: [UInt8] = [0x0D]
        line.append("\u{1B}[K")
        // A terminal that is gone needs no clearing.
        _ = line.isWritten(to: 2)
    }

    private func draw(_ text: String) {
        var line = Array("\r\(program): \(text)".utf8.prefix(200))
        line.append("\u{1B}[K")
        // Standard error may be closed; there is nowhere to say so.
        _ = line.isWritten(to: 2)
    }

    /// `1234567 rows, 412 MB of 1.2 GB (34 %), 812345 rows/s, 3 s left, 12 rejected`.
    static func text(bytes: Int, total: Int, rows: Int, rejected: Int, seconds: Double) -> String {
        var parts = ["\(rows) rows"]
        if total > 0 {
            let percent = min(bytes, total) * 100 / total
            parts.append("\(size(bytes)) of \(size(total)) (\(percent) %)")
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

    private static func size(_ bytes: Int) -> String {
        for (unit, shift) in [("GB", 30), ("MB", 20), ("KB", 10)] where bytes >= 1 << shift {
            let tenths = (bytes * 10) >> shift
            return "\(tenths / 10).\(tenths % 10) \(unit)"
        }
        return "\(bytes) B"
    }

    private static func seconds(_ duration: Duration) -> Double {
        let (seconds, attoseconds) = duration.components
        return Double(seconds) + Double(attoseconds) / 1e18
    }
}
