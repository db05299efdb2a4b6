import ByteIO

/// Reads the plain lines of an access log:
/// `[VHOST ]HOST - USER [10/Oct/2023:13:55:36 +0000] "GET /a HTTP/1.1" 200 512[ "referrer" "agent"…]`.
///
/// Plain: single blanks, no backslash between quotes, a user of one word. What is here gives the fields
/// that `AccessLog` gives; other lines are its own.
enum AccessShape {
    private static let timeLength = 26

    /// Finds the fields of the line at `line`; false where it is not plain.
    static func read(_ text: Span<UInt8>, _ line: Part, _ fields: inout PlainFields) -> Bool {
        guard let time = readClient(text, line, &fields) else { return false }
        fields.set(.time, time)
        // `] "` behind the time.
        let start = time.end &+ 3
        guard start < line.end, text.word(at: time.end) & 0xFF_FFFF == 0x22_205D
        else { return false }
        let quotes = quotes(text, Part(start, line.end))
        let request = Part(start, quotes[0])
        guard isQuote(text, request.end, line), !request.isEmpty else { return false }
        fields.set(.request, request)
        guard let end = readNumbers(text, request.end &+ 1, line, &fields) else { return false }
        guard end < line.end else {
            fields.hasAgent = false
            return end == line.end
        }
        return readAgent(text, end, line, quotes, &fields)
    }

    /// What stands before the time, and the time without its brackets.
    @inline(__always)
    private static func readClient(
        _ text: Span<UInt8>, _ line: Part, _ fields: inout PlainFields
    ) -> Part? {
        var address = Part(line.start, text.first(0x20, in: line))
        let behind = text.word(at: address.end)
        // ` - - [`: most have no user.
        if behind & 0xFFFF_FFFF_FFFF == 0x5B20_2D20_2D20, !address.isEmpty {
            let time = Part(address.end &+ 6, address.end &+ 6 &+ timeLength)
            set(.address, address, text, &fields)
            return time.end < line.end ? time : nil
        }
        if behind & 0xFF_FFFF != 0x20_2D20 {
            guard let client = readHost(text, address, line, &fields) else { return nil }
            address = client
        }
        let user = Part(
            address.end &+ 3, text.first(0x20, 0x09, in: Part(address.end &+ 3, line.end)))
        let time = Part(user.end &+ 2, user.end &+ 2 &+ timeLength)
        guard !address.isEmpty, !user.isEmpty, time.end < line.end, isUser(text, user),
            text.word(at: user.end) & 0xFFFF == 0x5B20, text[user.start] != 0x5B,
            text[user.start] != 0x22
        else { return nil }
        set(.address, address, text, &fields)
        set(.user, user, text, &fields)
        return time
    }

    /// `VHOST HOST - `: notes the first, gives the second.
    private static func readHost(
        _ text: Span<UInt8>, _ host: Part, _ line: Part, _ fields: inout PlainFields
    ) -> Part? {
        let start = min(host.end &+ 1, line.end)
        let address = Part(start, text.first(0x20, in: Part(start, line.end)))
        guard !host.isEmpty, !address.isEmpty, isHost(text, host), text[address.start] != 0x2D,
            text.word(at: address.end) & 0xFF_FFFF == 0x20_2D20
        else { return nil }
        set(.site, host, text, &fields)
        return address
    }

    /// Whether the name is a host's, with or without a port, and no address, day or clock, which begin with a digit.
    private static func isHost(_ text: Span<UInt8>, _ part: Part) -> Bool {
        guard text[part.start] &- 0x30 > 9, text[part.start] != 0x2D else { return false }
        let colon = text.first(0x3A, in: part)
        for at in part.start..<colon {
            let byte = text[at]
            guard ByteClass.isHost(byte), byte != 0x2F, byte != 0x5B, byte != 0x5D, byte != 0x2C
            else { return false }
        }
        guard colon < part.end else { return true }
        return colon &+ 1 < part.end
            && Decimal.isDigits(text.extracting(Part(colon &+ 1, part.end)))
    }

    /// Whether a user of one word is certainly no address.
    @inline(__always)
    private static func isUser(_ text: Span<UInt8>, _ part: Part) -> Bool {
        if part.count == 1 { return true }
        let mark = text.first(0x2E, 0x3A, in: part)
        return mark == part.end
            || text[part.start] &- 0x30 > 9 && text.first(0x3A, in: part) == part.end
    }

    /// ` STATUS SIZE` from `start`, behind a quote; where it ends.
    @inline(__always)
    private static func readNumbers(
        _ text: Span<UInt8>, _ start: Int, _ line: Part, _ fields: inout PlainFields
    ) -> Int? {
        guard start < line.end else { return nil }
        let word = text.word(at: start)
        guard word & 0xFF == 0x20 else { return nil }
        // Most have three digits and nothing to be looked for.
        let isUsual = (word ^ 0x20_3030_3000) & 0xFF_F0F0_F000 == 0
        let status = Part(
            start &+ 1,
            isUsual ? start &+ 4 : text.first(0x20, in: Part(start &+ 1, line.end)))
        guard status.end < line.end else { return nil }
        let size = Part(status.end &+ 1, text.first(0x20, in: Part(status.end &+ 1, line.end)))
        guard !status.isEmpty, !size.isEmpty else { return nil }
        if isUsual { fields.set(.status, status) } else { set(.status, status, text, &fields) }
        set(.size, size, text, &fields)
        return size.end
    }

    /// ` "referrer" "agent"` from `start`, and further fields.
    @inline(__always)
    private static func readAgent(
        _ text: Span<UInt8>, _ start: Int, _ line: Part, _ quotes: [5 of Int],
        _ fields: inout PlainFields
    ) -> Bool {
        let (referrer, agent) = (Part(quotes[1] &+ 1, quotes[2]), Part(quotes[3] &+ 1, quotes[4]))
        guard start &+ 2 == referrer.start, isQuote(text, agent.end, line),
            text.word(at: start) & 0xFFFF == 0x2220, agent.start == referrer.end &+ 3,
            text.word(at: referrer.end) & 0xFF_FFFF == 0x22_2022
        else { return false }
        set(.referrer, referrer, text, &fields)
        set(.agent, agent, text, &fields)
        fields.hasAgent = true
        let end = agent.end &+ 1
        // Where the client may be a proxy, what follows may name another one.
        return end == line.end
            || text[end] == 0x20 && !(agent.isEmpty && referrer.isEmpty)
                && !ClientAddress.mayBePrivate(text, fields[.address].start)
                && FieldCursor.isFields(text.extracting(0..<line.end), from: end)
    }

    /// Where the first five quotes or backslashes of `part` are, its end for those that are missing.
    @inline(__always)
    private static func quotes(_ text: Span<UInt8>, _ part: Part) -> [5 of Int] {
        var quotes: [5 of Int] = .init(repeating: part.end)
        var (count, at) = (0, part.start)
        while at < part.end {
            var found = text.matchesOf64(0x22, 0x5C, at: at)
            while found != 0 {
                quotes[count] = min(at &+ found.trailingZeroBitCount, part.end)
                count &+= 1
                guard count < quotes.count else { return quotes }
                found &= found &- 1
            }
            at &+= 64
        }
        return quotes
    }

    @inline(__always)
    private static func isQuote(_ text: Span<UInt8>, _ offset: Int, _ line: Part) -> Bool {
        offset < line.end && text[offset] == 0x22
    }

    @inline(__always)
    private static func set(
        _ field: EventField, _ part: Part, _ text: Span<UInt8>, _ fields: inout PlainFields
    ) {
        _ = fields.offer(field, part, text)
    }
}
