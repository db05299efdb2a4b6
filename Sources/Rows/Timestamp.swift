import ByteIO

/// A moment: microseconds since 1970-01-01T00:00:00Z, without leap seconds.
public struct Timestamp: Hashable, Comparable, Sendable {
    public var microseconds: Int64

    public init(microseconds: Int64) { self.microseconds = microseconds }

    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.microseconds < right.microseconds
    }
}

// The row form, `2026-11-20T00:00:01.682000Z`: 27 bytes, UTC, years 0000 to 9999.
extension Timestamp {
    public static let rowLength = 27

    /// Reads the row form; nil where `text` is not exactly that.
    public init?(row text: Span<UInt8>) {
        guard text.count == Self.rowLength, text[4] == 0x2D, text[7] == 0x2D, text[10] == 0x54,
            text[13] == 0x3A, text[16] == 0x3A, text[19] == 0x2E, text[26] == 0x5A,
            let century = text.twoDigits(at: 0), let year = text.twoDigits(at: 2),
            let month = text.twoDigits(at: 5), let day = text.twoDigits(at: 8),
            let hour = text.twoDigits(at: 11), let minute = text.twoDigits(at: 14),
            let second = text.twoDigits(at: 17), let high = text.twoDigits(at: 20),
            let middle = text.twoDigits(at: 22), let low = text.twoDigits(at: 24),
            let date = CivilDate(year: century * 100 + year, month: month, day: day),
            hour < 24, minute < 60, second < 60
        else { return nil }
        let fraction = high * 10_000 + middle * 100 + low
        microseconds =
            (Int64(date.daysSince1970) * 86_400 + Int64(hour * 3600 + minute * 60 + second))
            * 1_000_000 + Int64(fraction)
    }

    /// Appends the row form.
    public func write(to bytes: inout [UInt8]) {
        // Put together in place and appended once: digit by digit took three times as long.
        let text = rowForm
        bytes.append(text.span)
    }

    /// The row form.
    var rowForm: [27 of UInt8] {
        let second = microseconds.flooredDivision(by: 1_000_000)
        let day = second.flooredDivision(by: 86_400)
        let date = CivilDate(daysSince1970: Int(day))
        let clock = Int(second - day * 86_400)
        var text = Self.blank
        text.put(date.year / 100, at: 0)
        text.put(date.year % 100, at: 2)
        text.put(date.month, at: 5)
        text.put(date.day, at: 8)
        text.put(clock / 3600, at: 11)
        text.put(clock / 60 % 60, at: 14)
        text.put(clock % 60, at: 17)
        text.putMillionths(Int(microseconds - second * 1_000_000))
        return text
    }

    /// `0000-00-00T00:00:00.000000Z`
    static let blank: [27 of UInt8] = [
        0x30, 0x30, 0x30, 0x30, 0x2D, 0x30, 0x30, 0x2D, 0x30, 0x30, 0x54, 0x30, 0x30, 0x3A, 0x30,
        0x30, 0x3A, 0x30, 0x30, 0x2E, 0x30, 0x30, 0x30, 0x30, 0x30, 0x30, 0x5A,
    ]

    /// The row form as text, for messages and tables.
    public var text: String {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Int64 {
    func flooredDivision(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}

extension Span<UInt8> {
    /// The number that two digits at `offset` and `offset + 1` make, or nil.
    public func twoDigits(at offset: Int) -> Int? {
        let tens = self[offset] &- 0x30
        let ones = self[offset + 1] &- 0x30
        guard tens < 10, ones < 10 else { return nil }
        return Int(tens) * 10 + Int(ones)
    }
}

extension InlineArray where Element == UInt8 {
    /// Writes the fraction of the row form.
    mutating func putMillionths(_ fraction: Int) {
        put(fraction / 10_000, at: 20)
        put(fraction / 100 % 100, at: 22)
        put(fraction % 100, at: 24)
    }

    /// Writes two digits.
    mutating func put(_ value: Int, at index: Int) {
        self[index] = UInt8(truncatingIfNeeded: value / 10) &+ 0x30
        self[index + 1] = UInt8(truncatingIfNeeded: value % 10) &+ 0x30
    }
}
