import ByteIO
import Rows

/// Reads the times of one log: most differ from the one before in the seconds alone, or not at all.
///
/// Remembers `16/Nov/2026:00:05:` and ` +0000` around the seconds of the time read last.
struct RepeatedTime: Sendable {
    private static let length = 26
    private static let seconds = 18

    private var last: [UInt8] = []
    /// What the last time was at second 0.
    private var minute = LoggedTime(time: Timestamp(microseconds: 0))

    /// The same as `LoggedTime(text)`.
    mutating func time(_ text: Span<UInt8>) -> LoggedTime? {
        guard text.count == Self.length, let second = Self.second(in: text) else {
            return LoggedTime(text)
        }
        if isRepeated(text) {
            var time = minute
            time.time.microseconds += second
            return time
        }
        guard let time = LoggedTime(text) else { return nil }
        last.removeAll(keepingCapacity: true)
        last.append(text)
        minute = time
        minute.time.microseconds -= second
        return time
    }

    private func isRepeated(_ text: Span<UInt8>) -> Bool {
        guard last.count == Self.length else { return false }
        let known = last.span
        let end = Self.seconds + 2
        return text.extracting(0..<Self.seconds).equals(known.extracting(0..<Self.seconds))
            && text.extracting(end...).equals(known.extracting(end...))
    }

    /// The seconds of `dd/Mon/yyyy:HH:MM:SS +zzzz`, in microseconds; nil for other forms and for a
    /// leap second.
    private static func second(in text: Span<UInt8>) -> Int64? {
        guard text[2] == 0x2F, text[seconds - 1] == 0x3A, text[seconds + 2] == 0x20,
            let second = text.twoDigits(at: seconds), second < 60
        else { return nil }
        return Int64(second) * 1_000_000
    }
}
