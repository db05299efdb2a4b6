import ByteIO

/// Writes the row form of times that mostly lie in the minute of the one before.
struct RowClock: Sendable {
    /// `2026-11-20T00:00:`
    private static let length = 17

    /// Of the time written last; before any, none that there is.
    private var minute = Int64.min
    private var text: [27 of UInt8] = Timestamp.blank

    /// The same as `time.write(to: &bytes)`.
    mutating func write(_ time: Timestamp, to bytes: inout [UInt8]) {
        let second = time.microseconds.flooredDivision(by: 1_000_000)
        let started = second.flooredDivision(by: 60)
        if started != minute {
            minute = started
            text = time.rowForm
        } else {
            text.put(Int(second - started * 60), at: Self.length)
            text.putMillionths(Int(time.microseconds - second * 1_000_000))
        }
        bytes.append(text.span)
    }
}
