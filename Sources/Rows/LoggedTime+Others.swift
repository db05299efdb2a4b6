import ByteIO

// Forms of times that databases, languages and mails write. None of them can be taken for another one.
extension LoggedTime {
    /// A day alone (its midnight), `yyyy/MM/dd HH:MM:SS`, `yyyyMMddTHHMMSSZ`, no seconds, more than nine digits of
    /// fraction, `+0000 UTC`, `Mon, 02 Jan 2006 15:04:05 GMT`, a zone's name in brackets behind the offset, an
    /// epoch with an exponent; blanks around it.
    ///
    /// Sources: RFC 5322 and RFC 9110 (mail and HTTP), RFC 9557 (brackets), ISO 8601 (basic form), and what
    /// PostgreSQL, BigQuery, Caddy, Go and JSON writers of Java print.
    init?(other text: Span<UInt8>) {
        let text = text.extracting(text.withoutBlanks)
        guard text.count >= 8, text.count <= 64 else { return nil }
        if let epoch = Timestamp(exponential: text) {
            self.init(time: epoch)
        } else if text[3] == 0x2C {
            self.init(mail: text)
        } else if let time = LoggedTime(basic: text) {
            self = time
        } else {
            self.init(rewriting: text)
        }
    }

    /// `Mon, 02 Mar 2026 04:45:57 GMT`, or with an offset.
    private init?(mail text: Span<UInt8>) {
        guard text.count >= 26, text[4] == 0x20 else { return nil }
        let start = text[6] == 0x20 ? 7 : 8
        let day = text[6] == 0x20 ? Int(text[5] &- 0x30) : text.twoDigits(at: 5)
        guard text[start - 1] == 0x20, let day, day < 32, let month = text.month(at: start),
            text[start + 3] == 0x20, let century = text.twoDigits(at: start + 4),
            let year = text.twoDigits(at: start + 6), text[start + 8] == 0x20,
            let date = CivilDate(year: century * 100 + year, month: month, day: day)
        else { return nil }
        self.init(date: date, clockAt: start + 9, in: text)
    }

    /// `20260302T044554Z`, and with an offset.
    private init?(basic text: Span<UInt8>) {
        guard text.count >= 15, text[8] == 0x54,
            let century = text.twoDigits(at: 0), let year = text.twoDigits(at: 2),
            let month = text.twoDigits(at: 4), let day = text.twoDigits(at: 6),
            let date = CivilDate(year: century * 100 + year, month: month, day: day)
        else { return nil }
        var clock: [UInt8] = []
        for start in [9, 11, 13] {
            clock.append(text.extracting(start..<start + 2))
            if start < 13 { clock.append(0x3A) }
        }
        clock.append(text.extracting(15...))
        self.init(date: date, clockAt: 0, in: clock.span)
    }

    /// The forms that become RFC 3339 when a little of them is changed.
    private init?(rewriting text: Span<UInt8>) {
        guard text.count >= 10, text[4] == text[7], text[4] == 0x2D || text[4] == 0x2F else {
            return nil
        }
        var bytes = text.extracting(0..<text.withoutZoneName).copied()
        (bytes[4], bytes[7]) = (0x2D, 0x2D)
        // Go's own form of UTC names the zone behind its offset.
        let isNamed = bytes.span.ends(with: " UTC") || bytes.span.ends(with: " GMT")
        if isNamed, bytes.count > 25, [0x2B, 0x2D].contains(bytes[bytes.count - 9]) {
            bytes.removeLast(4)
        }
        if bytes.count == 10 {
            bytes += Array("T00:00:00".utf8)
        } else if bytes.count >= 16, bytes[13] == 0x3A, bytes.count == 16 || bytes[16] != 0x3A {
            bytes.insert(contentsOf: Array(":00".utf8), at: 16)
        }
        bytes.cutFraction(after: 19)
        self.init(iso: bytes.span)
    }
}

extension [UInt8] {
    /// Leaves nine digits behind the point at `point`.
    fileprivate mutating func cutFraction(after point: Int) {
        guard count > point + 10, self[point] == 0x2E || self[point] == 0x2C else { return }
        var end = point + 10
        while end < count, self[end] &- 0x30 < 10 { end += 1 }
        removeSubrange(point + 10..<end)
    }
}

extension Span<UInt8> {
    fileprivate var withoutBlanks: Range<Int> {
        var (start, end) = (0, count)
        while start < end, self[start] == 0x20 { start += 1 }
        while end > start, self[end - 1] == 0x20 { end -= 1 }
        return start..<end
    }

    /// The end without a zone's name in brackets, which tells nothing where there is an offset before it.
    fileprivate var withoutZoneName: Int {
        guard count > 20, self[count - 1] == 0x5D, let bracket = firstOffset(of: 0x5B, from: 20)
        else {
            return count
        }
        let before = self[bracket - 1]
        let hasOffset =
            before == 0x5A || self[bracket - 6] == 0x2B || self[bracket - 6] == 0x2D
            || self[bracket - 5] == 0x2B || self[bracket - 5] == 0x2D
        return hasOffset ? bracket : count
    }
}

extension Timestamp {
    /// `1.772409600123e12`: an epoch number with an exponent, as JSON writers print large ones.
    fileprivate init?(exponential text: Span<UInt8>) {
        guard let mark = text.firstOffset(of: 0x65) ?? text.firstOffset(of: 0x45), mark > 0 else {
            return nil
        }
        var at = mark + 1
        if at < text.count, text[at] == 0x2B { at += 1 }
        guard at < text.count, text.count - at <= 2, let exponent = Int(text.extracting(at...).text)
        else { return nil }
        // The point moves right; what is behind it is a fraction again.
        var digits: [UInt8] = []
        var point = 0
        var hasPoint = false
        for index in 0..<mark {
            if text[index] == 0x2E, !hasPoint {
                hasPoint = true
            } else {
                guard text[index] &- 0x30 < 10 else { return nil }
                digits.append(text[index])
                if !hasPoint { point += 1 }
            }
        }
        point += exponent
        guard point > 0, point <= 19, !digits.isEmpty, digits.count <= 30 else { return nil }
        while digits.count < point { digits.append(0x30) }
        if digits.count > point { digits.insert(0x2E, at: point) }
        self.init(epoch: digits.span)
    }
}
