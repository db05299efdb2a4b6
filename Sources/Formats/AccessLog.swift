import ByteIO
import Rows

/// Common and combined access logs, one request a line:
/// `HOST IDENT USER [10/Oct/2023:13:55:36 +0000] "GET /a?b=c HTTP/1.1" 200 512 "referrer" "agent" …`.
///
/// `combined` is `common` with referrer, agent and further fields; either may have `VHOST[:PORT]` in
/// front (see `AccessClient`). The lines of one file may differ in that. Source: Apache httpd,
/// mod_log_config.
struct AccessLog {
    /// What a line turned out to be.
    struct Shape: Equatable {
        var hasHost = false
        var hasAgent = false
    }

    /// Traefik's common log format ends with `COUNT "router" "server" NNNms`.
    var isTraefik = false

    private var times = RepeatedTime()
    /// Whether nothing in the line now read stands for something else, so that no field has to be
    /// looked through for escapes.
    private var isLiteral = false

    /// Reads `line` into `draft`.
    mutating func decode(
        _ line: Span<UInt8>, _ filler: inout EventFiller, into draft: inout EventDraft
    ) throws(RowError) {
        filler.begin()
        let shape = try scan(line, &filler)
        draft.hasAgentField = shape.hasAgent
        draft.isLiteral = isLiteral && filler.rules.constantLength == 0
        try filler.fill(&draft, from: line, as: .request)
    }

    /// Offers the fields of `line`.
    mutating func scan(
        _ line: Span<UInt8>, _ filler: inout EventFiller
    ) throws(RowError) -> Shape {
        isLiteral = line.isLiteral
        var shape = Shape()
        var cursor = FieldCursor()
        let client = try AccessClient(line)
        if let site = client.site {
            shape.hasHost = true
            filler.offer(.site, site, line)
        }
        filler.offer(.address, client.address, line)
        filler.offer(.user, client.user, line, form: form(line, client.user))
        cursor.at = client.bracket
        let time = try cursor.bracketed(line, "time")
        try setRequest(line, &cursor, &filler)
        shape.hasAgent = try setAgent(line, &cursor, &filler)
        filler.offer(.time, time, line)
        filler.moment = try moment(line.extracting(time))
        return shape
    }

    private mutating func moment(_ text: Span<UInt8>) throws(RowError) -> LoggedTime {
        guard text.count >= 19, let time = times.time(text) else { return try Self.time(text) }
        return time
    }

    private func form(_ line: Span<UInt8>, _ range: Range<Int>) -> TextForm {
        isLiteral ? .plain : line.quotedForm(range)
    }

    private func setRequest(
        _ line: Span<UInt8>, _ cursor: inout FieldCursor, _ filler: inout EventFiller
    ) throws(RowError) {
        let request = try cursor.quoted(line, "request")
        filler.offer(.request, request, line, form: form(line, request))
        filler.offer(.status, try cursor.token(line, "status"), line)
        filler.offer(.size, try cursor.token(line, "size"), line)
    }

    /// Referrer, agent and what follows; false where the line ends before them.
    private func setAgent(
        _ line: Span<UInt8>, _ cursor: inout FieldCursor, _ filler: inout EventFiller
    ) throws(RowError) -> Bool {
        guard cursor.hasMore(line) else {
            guard !isTraefik else { throw RowError(.badFormat, "no referrer") }
            return false
        }
        let referrer = try cursor.loosely(line, "referrer", notes: &filler.notes) { line, at in
            var next = FieldCursor(at: at)
            guard next.hasMore(line) else { return false }
            return line[next.at] == 0x22
                || line[next.at] == 0x2D && FieldCursor.endsField(line, next.at + 1)
        }
        filler.offer(.referrer, referrer, line, form: form(line, referrer))
        let agent = try cursor.loosely(
            line, "agent", notes: &filler.notes, fits: FieldCursor.isFields)
        filler.offer(.agent, agent, line, form: form(line, agent))
        guard !isTraefik else {
            try setTraefik(line, &cursor, &filler)
            return true
        }
        // HAProxy's CLF has empty quotes in both places, whatever was sent.
        if referrer.isEmpty, agent.isEmpty, isBetweenQuotes(line, referrer),
            isBetweenQuotes(line, agent), cursor.hasMore(line)
        {
            filler.hasAgentField = false
            return false
        }
        // After a bare `-` nothing has looked at the rest yet.
        guard FieldCursor.isFields(line, from: cursor.at) else {
            throw RowError(.badFormat, "unreadable after the agent", column: cursor.at + 1)
        }
        setForwarded(line, cursor.at, &filler)
        return true
    }

    private func isBetweenQuotes(_ line: Span<UInt8>, _ range: Range<Int>) -> Bool {
        range.lowerBound > 0 && line[range.lowerBound - 1] == 0x22
            && range.upperBound < line.count && line[range.upperBound] == 0x22
    }

    /// The first quoted field behind the agent that is a list of addresses with a public one, as nginx's `main` format
    /// ends with: looked for where the client may be a proxy. Servers behind it are named in the same way.
    private func setForwarded(
        _ line: Span<UInt8>, _ start: Int, _ filler: inout EventFiller
    ) {
        let client = filler.fields[.address].range
        guard client.isEmpty || ClientAddress.mayBePrivate(line, client.lowerBound),
            var quote = line.firstOffset(of: 0x22, from: start)
        else { return }
        for _ in 0..<FieldCursor.maximumTries {
            guard let close = FieldCursor.bareQuote(line, from: quote + 1) else { return }
            let text = line.extracting(quote + 1..<close)
            if ClientAddress.isList(text), ClientAddress.hasPublic(text) {
                return filler.offer(.forwarded, quote + 1..<close, line)
            }
            guard let next = line.firstOffset(of: 0x22, from: close + 1) else { return }
            quote = next
        }
    }

    private func setTraefik(
        _ line: Span<UInt8>, _ cursor: inout FieldCursor, _ filler: inout EventFiller
    ) throws(RowError) {
        _ = try cursor.token(line, "count")
        _ = try cursor.quoted(line, "router")
        _ = try cursor.quoted(line, "server")
        let took = try cursor.token(line, "duration")
        guard took.count > 2, line.extracting((took.upperBound - 2)..<took.upperBound).equals("ms"),
            !cursor.hasMore(line)
        else { throw RowError(.badFormat, "no duration in ms at the end") }
        filler.offer(.milliseconds, took.lowerBound..<took.upperBound - 2, line)
    }

    static func trimmed(_ line: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, line[start] == 0x20 || line[start] == 0x09 { start += 1 }
        while end > start, line[end - 1] == 0x20 || line[end - 1] == 0x09 { end -= 1 }
        return start..<end
    }

    /// A time in the log's brackets; ISO is written there too.
    static func time(_ text: Span<UInt8>) throws(RowError) -> LoggedTime {
        guard text.count >= 19, let time = LoggedTime(text) else {
            throw RowError(.badTime, "time '\(excerpt(of: text))'")
        }
        return time
    }
}

/// Classes of bytes.
enum ByteClass {
    /// Whether a host name, an address or a list of them holds `byte`: letters, digits and
    /// ` % , - . / : [ ] _`.
    static func isHost(_ byte: UInt8) -> Bool {
        // Most are digits, `.` and `:`.
        if byte &- 0x2D < 14 { return true }
        let bit = byte &- 0x20
        return (byte | 0x20) &- 0x61 < 26 || bit < 64 && hostBits >> UInt64(bit) & 1 == 1
    }

    /// One bit for every byte from 0x20 on: a constant, where a table has to be made at first use and
    /// asked for at every byte.
    private static let hostBits: UInt64 = 0xA800_0000_07FF_F021
}
