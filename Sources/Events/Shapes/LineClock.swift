import ByteIO
import Rows

/// Reads times in the two usual forms, `2026-11-20T00:00:01.682Z` and `20/Nov/2026:00:00:01 +0000`, of
/// which most lie in the minute of the one before: then only the seconds are looked at. Other forms take
/// the way of all times.
struct LineClock: Sendable {
    /// A time as rows have it: `2026-11-20T00:00`, `:01.6820` and `00Z`.
    struct Form: BitwiseCopyable {
        var start = Bytes16.zero
        var middle: UInt64 = 0
        var end: UInt64 = 0x5A_3030
    }

    private static let isoLength = 24
    private static let clfLength = 26

    /// The time read last.
    private(set) var time = Timestamp(microseconds: 0)
    private(set) var form = Form()

    /// The minute read last, as both forms write it, in microseconds and as rows have it.
    private var isoMinute = Bytes16.zero
    private var clf = CLFTexts()
    private var minute: Int64 = 0
    /// When the day of that minute began, in UTC.
    private var day: Int64 = 0
    private var isUTC = false
    private var minuteForm = Bytes16.zero

    /// Reads the time at `part`; false where it is none, has no offset or a leap second, or lies out of
    /// the range that logs may have.
    @inline(__always)
    mutating func read(_ text: Span<UInt8>, _ part: Part) -> Bool {
        if part.count == Self.isoLength { return readISO(text, part) }
        if part.count == Self.clfLength { return readCLF(text, part) }
        return readOther(text, part)
    }

    /// Reads `2026-11-20` and `00:00:01`, which are UTC; false where it is another form.
    mutating func read(_ text: Span<UInt8>, date: Part, clock: Part) -> Bool {
        guard date.count == 10, clock.count == 8, text[clock.start + 2] == 0x3A,
            text[clock.start + 5] == 0x3A
        else { return false }
        var minute = text.vector(at: date.start).prefix(10)
        minute[10] = 0x54
        for index in 0..<5 { minute[11 + index] = text[clock.start + index] }
        let (tens, ones) = (text[clock.start + 6] &- 0x30, text[clock.start + 7] &- 0x30)
        guard tens < 6, ones < 10, setMinute(minute) else { return false }
        form = Form(
            start: minute, middle: Self.seconds | UInt64(tens) &<< 8 | UInt64(ones) &<< 16)
        time.microseconds = self.minute &+ Int64(tens &* 10 &+ ones) &* 1_000_000
        return true
    }

    @inline(__always)
    private mutating func readISO(_ text: Span<UInt8>, _ part: Part) -> Bool {
        // `:SS.mmmZ`
        let clock = text.word(at: part.start &+ 16)
        let digits = clock ^ 0x5A30_3030_2E30_303A
        guard (digits &+ 0x7F76_7676_7F76_7A7F | digits) & 0x8080_8080_8080_8080 == 0 else {
            return readOther(text, part)
        }
        let start = text.vector(at: part.start)
        if !(start ^ isoMinute).isZero {
            guard setMinute(iso: text, part) else { return readOther(text, part) }
        }
        form = Form(start: minuteForm, middle: clock ^ (0x5A ^ 0x30) &<< 56)
        @inline(__always)
        func digit(_ index: UInt64) -> Int64 {
            Int64(truncatingIfNeeded: digits &>> (index &* 8) & 15)
        }
        let seconds = digit(1) &* 10 &+ digit(2)
        let thousandths = digit(4) &* 100 &+ digit(5) &* 10 &+ digit(6)
        time.microseconds = minute &+ (seconds &* 1000 &+ thousandths) &* 1000
        return true
    }

    @inline(__always)
    private mutating func readCLF(_ text: Span<UInt8>, _ part: Part) -> Bool {
        // `HH:MM:SS`
        let clock = text.word(at: part.start &+ 12)
        let digits = clock ^ 0x3030_3A30_303A_3030
        // Each byte has its limit: 2, 9, 0, 5, 9, 0, 5, 9.
        guard (digits &+ 0x767A_7F76_7A7F_767D | digits) & 0x8080_8080_8080_8080 == 0 else {
            return readOther(text, part)
        }
        let texts = CLFTexts(text, part, clock)
        let other = texts.difference(from: clf)
        let hour = (digits & 15) &* 10 &+ digits &>> 8 & 15
        let seconds = Int64(
            truncatingIfNeeded: (digits &>> 48 & 15) &* 10 &+ digits &>> 56)
        form.middle = Self.seconds | clock &>> 40 & 0xFF_FF00
        form.end = Form().end
        if other == 0, isUTC, hour < 24 {
            let minutes = hour &* 60 &+ (digits &>> 24 & 15) &* 10 &+ digits &>> 32 & 15
            let (date, day) = minuteForm.words
            form.start = Bytes16(low: date, high: day & 0xFF_FFFF | clock &<< 24)
            time.microseconds =
                self.day &+ (Int64(truncatingIfNeeded: minutes) &* 60 &+ seconds) &* 1_000_000
            return true
        }
        if other | (clock ^ clf.clock) & 0xFF_FFFF_FFFF != 0 {
            guard setMinute(clf: text, part) else { return readOther(text, part) }
            clf = texts
        }
        form.start = minuteForm
        time.microseconds = minute &+ seconds &* 1_000_000
        return true
    }

    /// The parts of `20/Nov/2026:00:00:01 +0000`, as numbers.
    private struct CLFTexts: Sendable {
        /// `20/Nov/2`, and `026:` below four other bytes.
        var date: UInt64 = 0
        var year: UInt64 = 0
        /// `00:00:01`
        var clock: UInt64 = 0
        /// ` +0000` above two other bytes.
        var zone: UInt64 = 0

        init() {}

        @inline(__always)
        init(_ text: Span<UInt8>, _ part: Part, _ clock: UInt64) {
            (date, year) = text.vector(at: part.start).words
            self.clock = clock
            zone = text.word(at: part.start &+ 18)
        }

        /// 0 where day and zone are the same.
        @inline(__always)
        func difference(from other: CLFTexts) -> UInt64 {
            (date ^ other.date) | (year ^ other.year) & 0xFFFF_FFFF | (zone ^ other.zone) &>> 16
        }
    }

    /// `:00.0000`
    private static var seconds: UInt64 { 0x3030_3030_2E30_303A }
}

// Rarely.
extension LineClock {
    @inline(never)
    private mutating func readOther(_ text: Span<UInt8>, _ part: Part) -> Bool {
        guard let logged = LoggedTime(text.extracting(part)), logged.isZoned,
            !logged.hasLeapSecond, logged.time >= .earliest, logged.time < .latest
        else { return false }
        time = logged.time
        var bytes: [UInt8] = []
        time.write(to: &bytes)
        let span = bytes.span
        form = Form(start: span.vector(at: 0), middle: span.word(at: 16), end: span.word(at: 24))
        return true
    }

    @inline(never)
    private mutating func setMinute(iso text: Span<UInt8>, _ part: Part) -> Bool {
        let start = text.vector(at: part.start)
        if ((start ^ isoMinute) & Self.isoDate).isZero,
            let clock = Self.minutes(text, part.start + 11)
        {
            minute = day + clock
        } else {
            guard text[part.start + 10] == 0x54, setMinute(text, part) else { return false }
        }
        isoMinute = start
        minuteForm = start
        clf = CLFTexts()
        return true
    }

    @inline(never)
    private mutating func setMinute(clf text: Span<UInt8>, _ part: Part) -> Bool {
        guard text[part.start + 2] == 0x2F, text[part.start + 20] == 0x20, setMinute(text, part)
        else { return false }
        var form: [UInt8] = []
        Timestamp(microseconds: minute).write(to: &form)
        minuteForm = form.span.vector(at: 0)
        isUTC = text.extracting(Part(part.start + 20, part.end)).equals(" +0000")
        isoMinute = .zero
        return true
    }

    /// The microseconds of `HH:MM`, nil where it is none.
    @inline(__always)
    private static func minutes(_ text: Span<UInt8>, _ start: Int) -> Int64? {
        let digits = text.word(at: start) & 0xFF_FFFF_FFFF ^ 0x30_303A_3030
        // Each byte has its limit: 2, 9, 0, 5, 9.
        guard (digits &+ 0x76_7A7F_767D | digits) & 0x80_8080_8080 == 0 else { return nil }
        let hour = (digits & 15) &* 10 &+ digits &>> 8 & 15
        let minute = (digits &>> 24 & 15) &* 10 &+ digits &>> 32 & 15
        return hour < 24 ? Int64(truncatingIfNeeded: hour &* 60 &+ minute) &* 60_000_000 : nil
    }

    /// `2026-11-20T`
    private static var isoDate: Bytes16 { Bytes16(repeating: 0xFF).prefix(11) }
    /// Knows the minute `2026-11-20T00:00` of UTC; false where it is none in range.
    private mutating func setMinute(_ form: Bytes16) -> Bool {
        if (form ^ isoMinute).isZero { return true }
        var text = [UInt8](repeating: 0, count: 16)
        for index in 0..<16 { text[index] = form[index] }
        text.append(":00.000Z")
        return setMinute(iso: text.span, Part(0, text.count))
    }

    /// Reads a time whose offset is a number of minutes; every time of its minute is in range.
    private mutating func setMinute(_ text: Span<UInt8>, _ part: Part) -> Bool {
        guard let logged = LoggedTime(text.extracting(part)), logged.isZoned,
            !logged.hasLeapSecond
        else { return false }
        let length: Int64 = 60_000_000
        let start = Timestamp(
            microseconds: logged.time.microseconds - logged.time.microseconds % length)
        guard start >= .earliest, start.microseconds + length <= Timestamp.latest.microseconds
        else { return false }
        minute = start.microseconds
        day = minute - minute % 86_400_000_000
        return true
    }
}
