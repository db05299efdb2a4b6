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
        guard start < line.end, text.word(at: time.end) & 0xFF_FFFF == 0x22_205D,
            let request = quoted(text, start, line), !request.isEmpty
        else { return false }
        fields.set(.request, request)
        guard let end = readNumbers(text, request.end &+ 1, line, &fields) else { return false }
        guard end < line.end else {
            fields.hasAgent = false
            return end == line.end
        }
        return readAgent(text, end, line, &fields)
    }

    /// What stands before the time, and the time without its brackets.
    @inline(__always)
    private static func readClient(
        _ text: Span<UInt8>, _ line: Part, _ fields: inout PlainFields
    ) -> Part? {
        var address = Part(line.start, text.first(0x20, in: line))
        if text.word(at: address.end) & 0xFF_FFFF != 0x20_2D20 {
            guard let client = readHost(text, address, line, &fields) else { return nil }
            address = client
        }
        let user = Part(
            address.end &+ 3, text.first(0x20, 0x09, in: Part(address.end &+ 3, line.end)))
        let time = Part(user.end &+ 2, user.end &+ 2 &+ timeLength)
        guard !address.isEmpty, !user.isEmpty, time.end < line.end,
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

    private static func isHost(_ text: Span<UInt8>, _ part: Part) -> Bool {
        for at in part.start..<part.end where !ByteClass.isHost(text[at]) { return false }
        return text[part.end - 1] != 0x2C
    }

    /// ` STATUS SIZE` from `start`, behind a quote; where it ends.
    @inline(__always)
    private static func readNumbers(
        _ text: Span<UInt8>, _ start: Int, _ line: Part, _ fields: inout PlainFields
    ) -> Int? {
        guard start < line.end, text[start] == 0x20 else { return nil }
        let status = Part(start &+ 1, text.first(0x20, in: Part(start &+ 1, line.end)))
        guard status.end < line.end else { return nil }
        let size = Part(status.end &+ 1, text.first(0x20, in: Part(status.end &+ 1, line.end)))
        guard !status.isEmpty, !size.isEmpty else { return nil }
        set(.status, status, text, &fields)
        set(.size, size, text, &fields)
        return size.end
    }

    /// ` "referrer" "agent"` from `start`, and further fields.
    @inline(__always)
    private static func readAgent(
        _ text: Span<UInt8>, _ start: Int, _ line: Part, _ fields: inout PlainFields
    ) -> Bool {
        guard start &+ 2 < line.end, text.word(at: start) & 0xFFFF == 0x2220,
            let referrer = quoted(text, start &+ 2, line), referrer.end &+ 3 < line.end,
            text.word(at: referrer.end) & 0xFF_FFFF == 0x22_2022,
            let agent = quoted(text, referrer.end &+ 3, line)
        else { return false }
        set(.referrer, referrer, text, &fields)
        set(.agent, agent, text, &fields)
        fields.hasAgent = true
        let end = agent.end &+ 1
        return end == line.end
            || text[end] == 0x20
                && FieldCursor.isFields(text.extracting(0..<line.end), from: end)
    }

    /// What stands from `start` up to the next quote, nil where a backslash comes first.
    @inline(__always)
    private static func quoted(_ text: Span<UInt8>, _ start: Int, _ line: Part) -> Part? {
        let end = text.first(0x22, 0x5C, in: Part(start, line.end))
        guard end < line.end, text[end] == 0x22 else { return nil }
        return Part(start, end)
    }

    @inline(__always)
    private static func set(
        _ field: EventField, _ part: Part, _ text: Span<UInt8>, _ fields: inout PlainFields
    ) {
        if !text.isMissing(part) { fields.set(field, part) }
    }
}
