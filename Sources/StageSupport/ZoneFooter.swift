import ByteIO
import Rows

/// The rule for the years after a zone's last listed change, as `EET-2EEST,M3.5.0/3,M10.5.0/4`.
///
/// Source: POSIX.1, "TZ", with the extensions of RFC 9636, section 3.3.1 (hours up to ±167).
struct ZoneFooter {
    /// Seconds east of UTC.
    let standard: Int64
    let daylight: Int64?
    private var start = Day.yearDay(0, skipsLeapDay: false)
    private var startClock: Int64 = 0
    private var end = Day.yearDay(0, skipsLeapDay: false)
    private var endClock: Int64 = 0

    /// The day of a change in any year.
    private enum Day {
        /// Week 5 is the last; Sunday is 0.
        case weekday(month: Int, week: Int, day: Int)
        /// From 0; `skipsLeapDay` where 29 February has no number.
        case yearDay(Int, skipsLeapDay: Bool)
    }

    /// Nil where `text` has another form.
    init?(_ text: Span<UInt8>) {
        var reader = Reader(text.copied())
        guard reader.name(), let west = reader.clock() else { return nil }
        standard = -west
        guard !reader.isAtEnd else {
            daylight = nil
            return
        }
        guard reader.name() else { return nil }
        let summer = reader.isAt(0x2C) ? standard + 3600 : reader.clock().map { -$0 }
        guard let summer, let (first, firstClock) = reader.rule(),
            let (second, secondClock) = reader.rule(), reader.isAtEnd
        else { return nil }
        daylight = summer
        (start, startClock, end, endClock) = (first, firstClock, second, secondClock)
    }

    /// The changes of the years in order: when, and the offset from then on.
    func changes(years: ClosedRange<Int>) -> [(time: Int64, offset: Int64)] {
        guard let daylight else { return [] }
        var all: [(time: Int64, offset: Int64)] = []
        for year in years {
            all.append((Self.seconds(start, year) + startClock - standard, daylight))
            all.append((Self.seconds(end, year) + endClock - daylight, standard))
        }
        return all.sorted { $0.time < $1.time }
    }

    /// Midnight of the day, as if the clock showed UTC.
    private static func seconds(_ day: Day, _ year: Int) -> Int64 {
        let january = daysSince1970(year, 1, 1)
        switch day {
        case .yearDay(let number, let skips):
            let isLeap = daysSince1970(year, 3, 1) - january == 60
            return Int64(january + number + (skips && isLeap && number >= 59 ? 1 : 0)) * 86_400
        case .weekday(let month, let week, let weekday):
            let first = daysSince1970(year, month, 1)
            let next =
                month == 12 ? daysSince1970(year + 1, 1, 1) : daysSince1970(year, month + 1, 1)
            // 1970-01-01 was a Thursday.
            let firstWeekday = ((first + 4) % 7 + 7) % 7
            var found = first + (weekday - firstWeekday + 7) % 7 + (week - 1) * 7
            while found >= next { found -= 7 }
            return Int64(found) * 86_400
        }
    }

    private static func daysSince1970(_ year: Int, _ month: Int, _ day: Int) -> Int {
        // Every first of a month is a day of the calendar.
        CivilDate(year: year, month: month, day: day)?.daysSince1970 ?? 0
    }
}

extension ZoneFooter {
    private struct Reader {
        private let text: [UInt8]
        private var at = 0

        init(_ text: [UInt8]) { self.text = text }

        var isAtEnd: Bool { at == text.count }

        func isAt(_ byte: UInt8) -> Bool { at < text.count && text[at] == byte }

        private mutating func skip(_ byte: UInt8) -> Bool {
            guard isAt(byte) else { return false }
            at += 1
            return true
        }

        /// `EET` or `<+03>`.
        mutating func name() -> Bool {
            let first = at
            if skip(0x3C) {
                while at < text.count, text[at] != 0x3E { at += 1 }
                return skip(0x3E)
            }
            while at < text.count, (text[at] | 0x20) &- 0x61 < 26 { at += 1 }
            return at > first
        }

        /// `[+-]h[:mm[:ss]]` in seconds.
        mutating func clock() -> Int64? {
            let isNegative = isAt(0x2D)
            if isNegative || isAt(0x2B) { at += 1 }
            guard let hours = number(), hours <= 167 else { return nil }
            var seconds = hours * 3600
            if skip(0x3A) {
                guard let minutes = number(), minutes < 60 else { return nil }
                seconds += minutes * 60
                if skip(0x3A) {
                    guard let rest = number(), rest < 60 else { return nil }
                    seconds += rest
                }
            }
            return Int64(isNegative ? -seconds : seconds)
        }

        /// `,M3.5.0/3`, `,J60/2` or `,59`; two o'clock where none is named.
        mutating func rule() -> (Day, Int64)? {
            guard skip(0x2C), let day = day() else { return nil }
            guard skip(0x2F) else { return (day, 7200) }
            return clock().map { (day, $0) }
        }

        private mutating func day() -> Day? {
            if skip(0x4D) {
                guard let month = number(), skip(0x2E), let week = number(), skip(0x2E),
                    let day = number(), (1...12).contains(month), (1...5).contains(week), day <= 6
                else { return nil }
                return .weekday(month: month, week: week, day: day)
            }
            let skips = skip(0x4A)
            guard let number = number(), number <= 365, !skips || number >= 1 else { return nil }
            return .yearDay(skips ? number - 1 : number, skipsLeapDay: skips)
        }

        private mutating func number() -> Int? {
            var value = 0
            let first = at
            while at < text.count, text[at] &- 0x30 < 10, at - first < 4 {
                value = value * 10 + Int(text[at] - 0x30)
                at += 1
            }
            return at > first ? value : nil
        }
    }
}
