public import ByteIO
import FoundationEssentials

/// Numbers for a monitor, in the text form of Prometheus; only a run that succeeded writes them, so
/// the time in them is that of the last success.
///
/// Source: Prometheus, "Exposition formats". Nothing else of a stage holds the clock.
public struct Metrics {
    private let program: String
    private let start = ContinuousClock.now
    private var numbers = ""

    /// Starts the clock for the duration.
    public init(program: String) { self.program = program }

    /// Adds one number for each label's value.
    public mutating func add(_ name: String, label: String, _ values: [(String, Int)]) {
        numbers += "# TYPE polku_\(program)_\(name) gauge\n"
        for (value, number) in values {
            numbers += "polku_\(program)_\(name){\(label)=\"\(Self.escaped(value))\"} \(number)\n"
        }
    }

    /// Adds one number.
    public mutating func add(_ name: String, _ number: Int) {
        numbers += "# TYPE polku_\(program)_\(name) gauge\npolku_\(program)_\(name) \(number)\n"
    }

    /// Writes the whole file, which then waits for its name.
    public func finish(_ file: inout OutputFile) throws(IOFailure) -> FinishedFile {
        try file.write(text())
        return try file.complete()
    }

    /// The whole file.
    private func text() -> String {
        let (seconds, attoseconds) = (ContinuousClock.now - start).components
        let milliseconds = seconds * 1000 + attoseconds / 1_000_000_000_000_000
        let prefix = "polku_\(program)"
        return numbers + "# TYPE \(prefix)_duration_seconds gauge\n"
            + "\(prefix)_duration_seconds \(Double(milliseconds) / 1000)\n"
            + "# TYPE \(prefix)_last_success_timestamp_seconds gauge\n"
            + "\(prefix)_last_success_timestamp_seconds \(Int(Date().timeIntervalSince1970))\n"
    }

    private static func escaped(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing(
            "\n", with: "\\n")
    }
}
