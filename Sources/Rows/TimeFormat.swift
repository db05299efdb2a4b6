import ByteIO

/// How a log writes its times, as `strftime` says it: `%d.%m.%Y %H:%M`.
///
/// Known are `%Y %m %d %e %H %k %I %l %M %S %f %p %b %B %a %A %z %Z %s %F %T %D %R %n %t %%`. A number may have
/// fewer digits than usual, a blank stands for any run of blanks. Source: POSIX, strptime; `%f` is Python's.
public struct TimeFormat: Sendable {
    private enum Piece: Sendable {
        case text(UInt8)
        case blanks
        case field(UInt8)
    }

    private let pieces: [Piece]

    /// Throws what is wrong with `format`, and what is allowed.
    public init(_ format: String) throws(TimeFormatError) {
        var found: [Piece] = []
        var rest = Array(format.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == 0x25 else {
                found.append(byte == 0x20 ? .blanks : .text(byte))
                continue
            }
            guard let letter = rest.popFirst() else { throw TimeFormatError("a % at its end") }
            if let whole = Self.shorthands[letter] {
                rest = Array(whole.utf8)[...] + rest
            } else if letter == 0x25 {
                found.append(.text(letter))
            } else if Self.letters.contains(letter) {
                found.append(.field(letter))
            } else {
                throw TimeFormatError(
                    "unknown %\(Character(UnicodeScalar(letter))); known are %Y %m %d %H %I %M %S %f %p %b %z "
                        + "%Z %s %F %T and the like")
            }
        }
        let fields = found.compactMap { if case .field(let letter) = $0 { letter } else { nil } }
        let isDay =
            Set(fields).isSuperset(of: Array("Yd".utf8))
            || Set(fields).isSuperset(of: Array("Ye".utf8))
        let hasMonth = !Set(fields).isDisjoint(with: Array("mbB".utf8))
        guard fields.contains(0x73) || isDay && hasMonth else {
            throw TimeFormatError("it has no whole day: %Y, %m and %d, or %s, are needed")
        }
        pieces = found
    }

    private static let letters = Set("YmdeHkIlMSfpbBaAzZs".utf8)
    private static let shorthands: [UInt8: String] = [
        0x46: "%Y-%m-%d", 0x54: "%H:%M:%S", 0x44: "%m/%d/%Y", 0x52: "%H:%M", 0x6E: " ", 0x74: " ",
    ]

    /// What is read of a time so far.
    private struct Parts {
        var (year, month, day) = (0, 1, 1)
        var (hour, minute, second) = (0, 0, 0)
        var millionths: Int64 = 0
        var isAfternoon: Bool?
        var offset: Int?
        var epoch: Int64?
    }

    /// The time that `text` writes so, nil where it does not.
    public func time(_ text: Span<UInt8>) -> LoggedTime? {
        var parts = Parts()
        var at = 0
        for piece in pieces {
            switch piece {
            case .text(let byte):
                guard at < text.count, text[at] == byte else { return nil }
                at += 1
            case .blanks:
                guard at < text.count, text[at] == 0x20 || text[at] == 0x09 else { return nil }
                while at < text.count, text[at] == 0x20 || text[at] == 0x09 { at += 1 }
            case .field(let letter):
                guard read(letter, text, &at, &parts) else { return nil }
            }
        }
        return at == text.count ? Self.time(parts) : nil
    }

    private func read(
        _ letter: UInt8, _ text: Span<UInt8>, _ at: inout Int, _ parts: inout Parts
    ) -> Bool {
        switch letter {
        case 0x59: Self.read(&parts.year, 4...4, text, &at)
        case 0x6D: Self.read(&parts.month, 1...2, text, &at)
        case 0x64, 0x65: Self.read(&parts.day, 1...2, text, &at)
        case 0x48, 0x6B, 0x49, 0x6C: Self.read(&parts.hour, 1...2, text, &at)
        case 0x4D: Self.read(&parts.minute, 1...2, text, &at)
        case 0x53: Self.read(&parts.second, 1...2, text, &at)
        case 0x66: Self.readFraction(&parts.millionths, text, &at)
        case 0x70: Self.readHalf(&parts.isAfternoon, text, &at)
        case 0x62, 0x42: Self.readMonth(&parts.month, text, &at)
        case 0x61, 0x41, 0x5A: Self.readWord(letter, &parts.offset, text, &at)
        case 0x7A: Self.readOffset(&parts.offset, text, &at)
        default: Self.readEpoch(&parts.epoch, text, &at)
        }
    }

    private static func time(_ parts: Parts) -> LoggedTime? {
        if let epoch = parts.epoch {
            return LoggedTime(time: Timestamp(microseconds: epoch * 1_000_000 + parts.millionths))
        }
        var hour = parts.hour
        if let isAfternoon = parts.isAfternoon {
            guard (1...12).contains(hour) else { return nil }
            hour = hour % 12 + (isAfternoon ? 12 : 0)
        }
        guard let date = CivilDate(year: parts.year, month: parts.month, day: parts.day),
            hour < 24, parts.minute < 60, parts.second < 60
        else { return nil }
        let clock = hour * 3600 + parts.minute * 60 + parts.second - (parts.offset ?? 0)
        let seconds = Int64(date.daysSince1970) * 86_400 + Int64(clock)
        var time = LoggedTime(
            time: Timestamp(microseconds: seconds * 1_000_000 + parts.millionths))
        time.isZoned = parts.offset != nil
        return time
    }
}

/// Why a format of times cannot be used.
public struct TimeFormatError: Error, Equatable, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }
}

// The fields.
extension TimeFormat {
    private static func read(
        _ value: inout Int, _ digits: ClosedRange<Int>, _ text: Span<UInt8>, _ at: inout Int
    ) -> Bool {
        let start = at
        value = 0
        while at < text.count, at - start < digits.upperBound, text[at] &- 0x30 < 10 {
            value = value * 10 + Int(text[at] &- 0x30)
            at += 1
        }
        return at - start >= digits.lowerBound
    }

    private static func readFraction(
        _ value: inout Int64, _ text: Span<UInt8>, _ at: inout Int
    ) -> Bool {
        let start = at
        value = 0
        while at < text.count, text[at] &- 0x30 < 10 {
            if at - start < 6 { value = value * 10 + Int64(text[at] &- 0x30) }
            at += 1
        }
        for _ in min(at - start, 6)..<6 { value *= 10 }
        return at > start
    }

    private static func readHalf(
        _ isAfternoon: inout Bool?, _ text: Span<UInt8>, _ at: inout Int
    ) -> Bool {
        guard at + 1 < text.count, text[at + 1] | 0x20 == 0x6D else { return false }
        let letter = text[at] | 0x20
        isAfternoon = letter == 0x70
        at += 2
        return letter == 0x61 || letter == 0x70
    }

    private static func readMonth(
        _ month: inout Int, _ text: Span<UInt8>, _ at: inout Int
    ) -> Bool {
        guard at + 3 <= text.count, let found = text.month(at: at) else { return false }
        month = found
        at += 3
        while at < text.count, (text[at] | 0x20) &- 0x61 < 26 { at += 1 }
        return true
    }

    /// A day of the week, or the name of UTC: no other zone has one name.
    private static func readWord(
        _ letter: UInt8, _ offset: inout Int?, _ text: Span<UInt8>, _ at: inout Int
    ) -> Bool {
        let start = at
        while at < text.count, (text[at] | 0x20) &- 0x61 < 26 { at += 1 }
        guard letter == 0x5A else { return at > start }
        offset = 0
        let word = text.extracting(start..<at)
        return word.equals("UTC") || word.equals("GMT") || word.equals("Z")
    }

    private static func readOffset(
        _ offset: inout Int?, _ text: Span<UInt8>, _ at: inout Int
    ) -> Bool {
        let start = at
        while at < text.count, text[at] != 0x20, text[at] != 0x5D, text[at] != 0x29 { at += 1 }
        offset = text.extracting(start..<at).zoneOffset(from: 0)
        return at > start && offset != nil
    }

    private static func readEpoch(
        _ epoch: inout Int64?, _ text: Span<UInt8>, _ at: inout Int
    ) -> Bool {
        let start = at
        while at < text.count, text[at] &- 0x30 < 10 { at += 1 }
        epoch = at - start <= 12 ? Int64(text.extracting(start..<at).text) : nil
        return epoch != nil
    }
}
