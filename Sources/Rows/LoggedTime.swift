import ByteIO

/// A time as a log writes it: the moment, and whether the log said where on earth.
///
/// Source of the forms: RFC 3339; Apache httpd, mod_log_config (`%t`).
public struct LoggedTime: Equatable, Sendable {
    /// UTC; where the log gave no offset, the clock's reading taken for UTC.
    public var time: Timestamp
    /// Whether the log gave an offset (`Z` is one) or an epoch number.
    public var isZoned = true
    /// Whether it was written as second 60, which became 59.999999.
    public var hasLeapSecond = false

    public init(time: Timestamp) { self.time = time }

    /// RFC 3339, `dd/Mon/yyyy:HH:MM:SS`, either in brackets, an epoch number, or one of the forms of
    /// `init(other:)`.
    ///
    /// `unit` is that of an epoch number; without it the magnitude decides. Nil for anything else and
    /// for days and times that do not exist.
    public init?(_ text: Span<UInt8>, unit: EpochUnit? = nil) {
        let isBracketed = text.count > 2 && text[0] == 0x5B && text[text.count - 1] == 0x5D
        let inside = text.extracting(isBracketed ? 1..<text.count - 1 : 0..<text.count)
        if inside.count >= 19, inside[4] == 0x2D, let time = LoggedTime(iso: inside) {
            self = time
        } else if inside.count >= 20, inside[2] == 0x2F {
            self.init(clf: inside)
        } else if !isBracketed, let time = Timestamp(epoch: text, unit: unit) {
            self.init(time: time)
        } else {
            self.init(other: inside)
        }
    }

    /// RFC 3339 with `T` or a blank, 1 to 9 digits of fraction after `.` or `,` (floored to
    /// microseconds), and `Z`, ±hh, ±hhmm, ±hh:mm, ` UTC` or nothing.
    public init?(iso text: Span<UInt8>) {
        guard text.count >= 19, text[4] == 0x2D, text[7] == 0x2D,
            text[10] == 0x54 || text[10] == 0x20 || text[10] == 0x74,
            let century = text.twoDigits(at: 0), let year = text.twoDigits(at: 2),
            let month = text.twoDigits(at: 5), let day = text.twoDigits(at: 8),
            let date = CivilDate(year: century * 100 + year, month: month, day: day)
        else { return nil }
        self.init(date: date, clockAt: 11, in: text)
    }

    /// `dd/Mon/yyyy:HH:MM:SS[.f] [±zzzz]`, English months in any case.
    public init?(clf text: Span<UInt8>) {
        guard text.count >= 20, text[2] == 0x2F, text[6] == 0x2F, text[11] == 0x3A,
            let day = text.twoDigits(at: 0), let month = text.month(at: 3),
            let century = text.twoDigits(at: 7), let year = text.twoDigits(at: 9),
            let date = CivilDate(year: century * 100 + year, month: month, day: day)
        else { return nil }
        self.init(date: date, clockAt: 12, in: text)
    }

    /// The clock `HH:MM:SS[.f][offset]` from `start` to the end of `text`, on the day `date`.
    public init?(date: CivilDate, clockAt start: Int, in text: Span<UInt8>) {
        guard text.count >= start + 8, text[start + 2] == 0x3A, text[start + 5] == 0x3A,
            let hour = text.twoDigits(at: start), let minute = text.twoDigits(at: start + 3),
            var second = text.twoDigits(at: start + 6), hour < 24, minute < 60
        else { return nil }
        var at = start + 8
        var millionths: Int64 = 0
        if at < text.count, text[at] == 0x2E || text[at] == 0x2C {
            var end = at + 1
            while end < text.count, text[end] &- 0x30 < 10 { end += 1 }
            guard end - at - 1 <= 9, let fraction = text.millionths(from: at + 1, to: end)
            else { return nil }
            millionths = fraction
            at = end
        }
        if second == 60, minute == 59 {
            second = 59
            millionths = 999_999
            hasLeapSecond = true
        }
        guard second < 60, let offset = text.zoneOffset(from: at) else { return nil }
        isZoned = at < text.count
        let clock = Int64(hour * 3600 + minute * 60 + second - offset)
        time = Timestamp(
            microseconds: (Int64(date.daysSince1970) * 86_400 + clock) * 1_000_000 + millionths)
    }
}

/// The unit of an epoch number.
public enum EpochUnit: String, CaseIterable, Sendable {
    case seconds = "s"
    case milliseconds = "ms"
    case microseconds = "us"
    case nanoseconds = "ns"

    /// By magnitude: s < 10¹¹ ≤ ms < 10¹⁴ ≤ µs < 10¹⁷ ≤ ns.
    init(magnitude: Int64) {
        switch magnitude {
        case ..<100_000_000_000: self = .seconds
        case ..<100_000_000_000_000: self = .milliseconds
        case ..<100_000_000_000_000_000: self = .microseconds
        default: self = .nanoseconds
        }
    }
}

extension Timestamp {
    /// The range that a log may hold: 1990 up to 2100, fixed, never the clock.
    public static let earliest = Timestamp(microseconds: 631_152_000_000_000)
    public static let latest = Timestamp(microseconds: 4_102_444_800_000_000)

    /// An epoch number in `unit`, or in the unit that its magnitude tells; floored to microseconds.
    ///
    /// What does not fit becomes a moment beyond `latest`. Nil where it is not a plain decimal number.
    public init?(epoch text: Span<UInt8>, unit: EpochUnit? = nil) {
        let isNegative = text.count > 0 && text[0] == 0x2D
        var at = isNegative ? 1 : 0
        let first = at
        var whole: Int64 = 0
        while at < text.count, text[at] &- 0x30 < 10 {
            let (tenfold, over) = whole.multipliedReportingOverflow(by: 10)
            let (sum, overSum) = tenfold.addingReportingOverflow(Int64(text[at] &- 0x30))
            guard !over, !overSum else { return nil }
            whole = sum
            at += 1
        }
        guard at > first else { return nil }
        var millionths: Int64 = 0
        if at < text.count {
            guard text[at] == 0x2E, let fraction = text.millionths(from: at + 1, to: text.count)
            else { return nil }
            millionths = fraction
        }
        let value = Self.microseconds(whole, millionths, unit ?? EpochUnit(magnitude: whole))
        microseconds = isNegative ? -value : value
    }

    private static func microseconds(
        _ whole: Int64, _ millionths: Int64, _ unit: EpochUnit
    ) -> Int64 {
        // A thousand years past 2100, and far from any overflow.
        let ceiling: Int64 = 36_000_000_000_000_000
        let (factor, part): (Int64, Int64) =
            switch unit {
            case .seconds: (1_000_000, millionths)
            case .milliseconds: (1000, millionths / 1000)
            case .microseconds: (1, 0)
            case .nanoseconds: (1, 0)
            }
        let count = unit == .nanoseconds ? whole / 1000 : whole
        let (product, over) = count.multipliedReportingOverflow(by: factor)
        return over || product > ceiling ? ceiling : product + part
    }
}

extension Span<UInt8> {
    /// 1 to 12 for an English month name of three letters in any case.
    func month(at offset: Int) -> Int? {
        let word =
            UInt32(self[offset] | 0x20) << 16 | UInt32(self[offset + 1] | 0x20) << 8
            | UInt32(self[offset + 2] | 0x20)
        switch word {
        case 0x6A_61_6E: return 1
        case 0x66_65_62: return 2
        case 0x6D_61_72: return 3
        case 0x61_70_72: return 4
        case 0x6D_61_79: return 5
        case 0x6A_75_6E: return 6
        case 0x6A_75_6C: return 7
        case 0x61_75_67: return 8
        case 0x73_65_70: return 9
        case 0x6F_63_74: return 10
        case 0x6E_6F_76: return 11
        case 0x64_65_63: return 12
        default: return nil
        }
    }

    /// The digits in the range as a fraction, in millionths, the rest cut off.
    func millionths(from start: Int, to end: Int) -> Int64? {
        guard start < end else { return nil }
        var value: Int64 = 0
        for index in 0..<6 {
            let at = start + index
            let digit = at < end ? self[at] &- 0x30 : 0
            guard digit < 10 else { return nil }
            value = value * 10 + Int64(digit)
        }
        var at = start + 6
        while at < end {
            guard self[at] &- 0x30 < 10 else { return nil }
            at += 1
        }
        return value
    }

    /// Seconds east of UTC that the rest of a time says, within ±14:00; 0 for `Z`, ` UTC`, ` GMT`, nothing.
    func zoneOffset(from start: Int) -> Int? {
        var at = start
        if at < count, self[at] == 0x20 { at += 1 }
        let rest = extracting(at..<count)
        if rest.isEmpty { return at == start ? 0 : nil }
        if rest.equals("Z") || rest.equals("z") || rest.equals("UTC") || rest.equals("GMT") {
            return 0
        }
        let sign = rest[0] == 0x2B ? 1 : rest[0] == 0x2D ? -1 : 0
        guard sign != 0, rest.count >= 3, let hours = rest.twoDigits(at: 1) else { return nil }
        var minutes = 0
        if rest.count > 3 {
            let digits = rest[3] == 0x3A ? 4 : 3
            guard rest.count == digits + 2, let read = rest.twoDigits(at: digits) else {
                return nil
            }
            minutes = read
        }
        let seconds = hours * 3600 + minutes * 60
        guard minutes < 60, seconds <= 14 * 3600 else { return nil }
        return sign * seconds
    }
}
