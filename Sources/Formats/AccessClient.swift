import ByteIO
import Rows

/// What stands before the time of an access-log line: `HOST IDENT USER`, with one more in front.
///
/// `VHOST HOST - USER`, `HOST VHOST - USER`, or `LIST HOST - USER`, where LIST is what `X-Forwarded-For` said, in
/// quotes or not, and its first address is the client. Each field takes only what fits it: HOST is an address or
/// a host name, IDENT has no blank, USER has blanks only where no part of it is an address, `-` or `|`.
struct AccessClient {
    private(set) var site: Range<Int>?
    private(set) var address: Range<Int>
    private(set) var user = 0..<0
    /// Where the `[` of the time is.
    let bracket: Int

    init(_ line: Span<UInt8>) throws(RowError) {
        var cursor = FieldCursor()
        address = try Self.host(line, &cursor)
        let second = try cursor.addresses(line, "ident")
        guard let bracket = Self.timeStart(line, from: cursor.at) else {
            throw RowError(.badFormat, "no [time] after the user", column: cursor.at + 1)
        }
        self.bracket = bracket
        var name = AccessLog.trimmed(line, cursor.at..<bracket)
        name = Self.withoutList(line, name)
        if name.count > 2, line[name.lowerBound] == 0x2D,
            FieldCursor.endsField(line, name.lowerBound + 1)
        {
            try setHosts(line, second)
            name = AccessLog.trimmed(line, name.lowerBound + 1..<name.upperBound)
        }
        try setUser(line, name)
    }

    /// Of two hosts before ` - ` the one that is no address is the site.
    private mutating func setHosts(_ line: Span<UInt8>, _ second: Range<Int>) throws(RowError) {
        try Self.check(line, second)
        let first = line.extracting(address)
        let isClient = ClientAddress.isList(line.extracting(second))
        if first.equals("-") || !ClientAddress.isList(first) {
            if !first.equals("-") || !isClient { site = address }
            address = second
        } else if !isClient {
            site = second
        } else if !ClientAddress.hasPublic(first), ClientAddress.hasPublic(line.extracting(second))
        {
            // A proxy, and whom it asked for.
            address = second
        }
    }

    private mutating func setUser(_ line: Span<UInt8>, _ range: Range<Int>) throws(RowError) {
        let isQuoted =
            range.count >= 2 && line[range.lowerBound] == 0x22 && line[range.upperBound - 1] == 0x22
        user = isQuoted ? range.lowerBound + 1..<range.upperBound - 1 : range
        guard Self.isUser(line.extracting(user)) else {
            throw RowError(.badFormat, "no user", column: user.lowerBound + 1)
        }
    }

    /// Whether no part of `text` is an address, `-` or `|`; it may be `-` as a whole.
    static func isUser(_ text: Span<UInt8>) -> Bool {
        guard text.count > 1 else { return true }
        var start = 0
        while start <= text.count {
            var end = start
            while !FieldCursor.endsField(text, end) { end += 1 }
            let part = text.extracting(start..<end)
            if part.equals("-") || part.equals("|") || ClientAddress.isAddress(part) {
                return false
            }
            start = end + 1
        }
        return true
    }

    /// The first field, a list of addresses in quotes without them.
    private static func host(
        _ line: Span<UInt8>, _ cursor: inout FieldCursor
    ) throws(RowError) -> Range<Int> {
        guard cursor.hasMore(line), line[cursor.at] == 0x22 else {
            let range = try cursor.addresses(line, "address")
            try check(line, range)
            return range
        }
        let range = try cursor.quoted(line, "address")
        let text = line.extracting(range)
        guard ClientAddress.isList(text) || isMissing(text) else {
            throw RowError(.badFormat, "no address", column: range.lowerBound + 1)
        }
        return range
    }

    /// A host name or address holds letters, digits, and `. - _ : % [ ] , `; a day or a clock is none. A bracket
    /// begins an address, and behind the colon of a name is a port.
    private static func check(_ line: Span<UInt8>, _ range: Range<Int>) throws(RowError) {
        let text = line.extracting(range)
        let isSocket = text.starts(with: "unix:")
        var isHost = !LineMask.day.fits(text) && !LineMask.clock.fits(text)
        for index in text.indices where !ByteClass.isHost(text[index]) {
            // A list has blanks behind its commas.
            isHost = isHost && text[index] == 0x20 && index > 0 && text[index - 1] == 0x2C
        }
        if !isSocket, text.firstOffset(of: 0x2F) != nil || !isName(text) { isHost = false }
        guard isHost else {
            throw RowError(.badFormat, "no address", column: range.lowerBound + 1)
        }
    }

    /// Whether `text` is a list, or one name or address with or without a port, the latter in brackets too.
    private static func isName(_ text: Span<UInt8>) -> Bool {
        guard text.firstOffset(of: 0x2C) == nil else { return true }
        guard !text.isEmpty, text[0] == 0x5B else { return isPlainName(text) }
        guard let close = text.firstOffset(of: 0x5D) else { return false }
        return isPlainName(text.extracting(1..<close))
            && (close + 1 == text.count || isPort(text.extracting((close + 1)...)))
    }

    private static func isPlainName(_ text: Span<UInt8>) -> Bool {
        guard text.firstOffset(of: 0x5B) == nil, text.firstOffset(of: 0x5D) == nil else {
            return false
        }
        guard let colon = text.firstOffset(of: 0x3A) else { return true }
        return isPort(text.extracting(colon...)) || ClientAddress.isAddress(text)
    }

    /// `:443`
    private static func isPort(_ text: Span<UInt8>) -> Bool {
        text[0] == 0x3A && Decimal.isDigits(text.extracting(1...))
    }

    /// Without `[203.0.113.7] ` in front, as old Kubernetes ingress controllers repeat the client.
    private static func withoutList(_ line: Span<UInt8>, _ name: Range<Int>) -> Range<Int> {
        guard !name.isEmpty, line[name.lowerBound] == 0x5B,
            let close = line.firstOffset(of: 0x5D, in: name),
            ClientAddress.isList(line.extracting(name.lowerBound + 1..<close))
        else { return name }
        let rest = AccessLog.trimmed(line, close + 1..<name.upperBound)
        // `- USER` behind it.
        guard rest.count > 1, line[rest.lowerBound] == 0x2D else { return rest }
        return AccessLog.trimmed(line, rest.lowerBound + 1..<rest.upperBound)
    }

    /// The offset of the `[` that begins the time: the user before it may hold blanks and brackets.
    private static func timeStart(_ line: Span<UInt8>, from start: Int) -> Int? {
        var at = start
        var first: Int?
        while let bracket = line.firstOffset(of: 0x5B, from: at) {
            at = bracket + 1
            guard bracket > start, line[bracket - 1] == 0x20 || line[bracket - 1] == 0x09 else {
                continue
            }
            let rest = line.extracting(bracket...)
            if LineMask.bracketedTime.fits(rest) || LineMask.bracketedDay.fits(rest) {
                return bracket
            }
            if first == nil { first = bracket }
        }
        return first
    }
}
