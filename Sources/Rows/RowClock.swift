public import BasicContainers
public import ByteIO

/// Reads and writes the row form of times, in words of 8 bytes: the day is that of the time before
/// in most rows or one read lately, and hours to microseconds are two words of digits.
///
/// Reads and writes exactly what `Timestamp` does.
public struct RowClock: Sendable {
    @usableFromInline static var dayLength: Int64 { @inlinable get { 86_400_000_000 } }

    /// The first 11 bytes of the time read last, `2026-11-20T`, as two words that overlap, and when
    /// that day began.
    @usableFromInline var readDay: (UInt64, UInt64)
    @usableFromInline var readMidnight: Int64 = 0
    /// Days read lately, each at a slot of its text: rows of customers go to and fro between few days.
    private var days: [Day] = []
    /// The same of the time written last, and of days written lately, each at a slot of its number.
    @usableFromInline var writtenDay: (UInt64, UInt64)
    @usableFromInline var writtenMidnight: Int64 = 0
    private var writtenDays: [Day] = []

    private struct Day {
        let words: (UInt64, UInt64)
        let midnight: Int64
    }

    /// A power of two.
    private static let dayCount = 64

    public init() {
        readDay = Self.dayWords(CivilDate(daysSince1970: 0))
        writtenDay = readDay
    }

    /// The same as `Timestamp(row: text)`, in microseconds.
    @inlinable
    public mutating func microseconds(_ text: Span<UInt8>) -> Int64? {
        guard text.count == Timestamp.rowLength else { return nil }
        let day = (text.word64(at: 0), text.word64(at: 3))
        if day.0 != readDay.0 || day.1 != readDay.1 {
            guard turn(to: text) else { return nil }
        }
        guard let time = Self.sinceMidnight(text.word64(at: 11), text.word64(at: 19))
        else { return nil }
        return readMidnight &+ time
    }

    /// Makes the day of `text` the one read last; false where it is no time.
    @usableFromInline
    mutating func turn(to text: Span<UInt8>) -> Bool {
        let words = (text.word64(at: 0), text.word64(at: 3))
        if days.isEmpty {
            let day = Day(words: readDay, midnight: readMidnight)
            days = [Day](repeating: day, count: Self.dayCount)
        }
        // The odd constant nearest 2⁶⁴ divided by the golden ratio; the upper 6 bits are a slot.
        let slot = Int((words.1 &* 0x9E37_79B9_7F4A_7C15) >> 58)
        if days[slot].words != words {
            guard let time = Timestamp(row: text) else { return false }
            let day = time.microseconds.flooredDivision(by: Self.dayLength)
            days[slot] = Day(words: words, midnight: day * Self.dayLength)
        }
        (readDay, readMidnight) = (words, days[slot].midnight)
        return true
    }

    /// The time of day that `HH:MM:SS` and `.ffffffZ` are, each a word whose lowest byte is the first.
    @inlinable @inline(__always)
    static func sinceMidnight(_ clock: UInt64, _ fraction: UInt64) -> Int64? {
        // What is left of a digit is 0…9, of a sign 0.
        let clock = clock ^ 0x3030_3A30_303A_3030
        let fraction = fraction ^ 0x5A30_3030_3030_302E
        let isClock = (clock &+ 0x7676_7F76_767F_7676 | clock) & 0x8080_8080_8080_8080 == 0
        let isFraction = (fraction &+ 0x7F76_7676_7676_767F | fraction) & 0x8080_8080_8080_8080 == 0
        guard isClock, isFraction else { return nil }
        let pairs = clock &* 10 &+ clock >> 8
        let (hours, minutes, seconds) = (pairs & 0xFF, pairs >> 24 & 0xFF, pairs >> 48 & 0xFF)
        guard hours < 24, minutes < 60, seconds < 60 else { return nil }
        // Pairs of digits, then all six; the point is a 0 moved to the front.
        var digits = fraction << 8
        digits = digits &* 10 &+ digits >> 8
        digits =
            ((digits & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
                &+ (digits >> 16 & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001) >> 32
        return Int64((hours &* 3600 &+ minutes &* 60 &+ seconds) &* 1_000_000 &+ digits)
    }

    /// The same as `Timestamp(microseconds: time).write(to:)`.
    @inlinable
    public mutating func write(_ time: Int64, to bytes: inout UniqueArray<UInt8>) {
        bytes.append(words: words(of: time), count: Timestamp.rowLength)
    }

    /// The same as `time.write(to: &bytes)`.
    @inlinable
    public mutating func write(_ time: Timestamp, to bytes: inout [UInt8]) {
        bytes.append(words: words(of: time.microseconds), count: Timestamp.rowLength)
    }

    /// The bytes of the row form, the first in the lowest byte.
    @inlinable
    public mutating func words(of time: Int64) -> (UInt64, UInt64, UInt64, UInt64) {
        if UInt64(bitPattern: time &- writtenMidnight) >= UInt64(Self.dayLength) { turn(to: time) }
        let sinceMidnight = UInt64(bitPattern: time &- writtenMidnight)
        let (second, micros) = (sinceMidnight / 1_000_000, sinceMidnight % 1_000_000)
        let pairs = second / 3600 | (second / 60 % 60) << 24 | (second % 60) << 48
        let clock = Self.digits(pairs, 0x000F_0000_0F00_000F) &+ 0x3030_3A30_303A_3030
        let places = (micros / 10_000) << 8 | (micros / 100 % 100) << 24 | (micros % 100) << 40
        let fraction = Self.digits(places, 0x0000_0F00_0F00_0F00) &+ 0x5A30_3030_3030_302E
        return (
            writtenDay.0, writtenDay.1 >> 40 | clock << 24, clock >> 40 | fraction << 24,
            fraction >> 40
        )
    }

    /// Splits each number below 100 into its digits: tens stay, ones go to the next byte.
    @inlinable @inline(__always)
    static func digits(_ numbers: UInt64, _ tensMask: UInt64) -> UInt64 {
        let tens = (numbers &* 103) >> 10 & tensMask
        return tens | (numbers &- tens &* 10) << 8
    }

    @usableFromInline
    mutating func turn(to time: Int64) {
        let day = time.flooredDivision(by: Self.dayLength)
        writtenMidnight = day * Self.dayLength
        if writtenDays.isEmpty {
            let first = Day(words: Self.dayWords(CivilDate(daysSince1970: 0)), midnight: 0)
            writtenDays = [Day](repeating: first, count: Self.dayCount)
        }
        let slot = Int(truncatingIfNeeded: day) & (Self.dayCount - 1)
        if writtenDays[slot].midnight != writtenMidnight {
            writtenDays[slot] = Day(
                words: Self.dayWords(CivilDate(daysSince1970: Int(day))), midnight: writtenMidnight)
        }
        writtenDay = writtenDays[slot].words
    }

    /// `2026-11-20T` as two words that overlap: rows of one customer are of many days.
    private static func dayWords(_ date: CivilDate) -> (UInt64, UInt64) {
        let year = UInt64(truncatingIfNeeded: date.year)
        let pairs =
            year / 100 | (year % 100) << 16 | UInt64(truncatingIfNeeded: date.month) << 40
        let first = digits(pairs, 0x0000_0F00_000F_000F) &+ 0x2D30_302D_3030_3030
        let day = digits(UInt64(truncatingIfNeeded: date.day) << 40, 0x0000_0F00_0000_0000)
        return (first, first >> 24 | (day &+ 0x5430_3000_0000_0000))
    }
}
