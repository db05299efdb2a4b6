import ByteIO
import Touchpoints

/// Common and combined access logs, one request a line:
/// `HOST IDENT USER [10/Oct/2023:13:55:36 +0000] "GET /a?b=c HTTP/1.1" 200 512 "referrer" "agent"`.
///
/// `combined` is `common` with referrer and agent; fields after the agent are let be. Source: Apache
/// httpd, mod_log_config.
struct AccessLog {
    /// Reads `line` into `draft`.
    func decode(_ line: Span<UInt8>, into draft: inout EventDraft) throws(RowError) {
        var cursor = FieldCursor()
        let host = try cursor.token(line, "address")
        _ = try cursor.token(line, "ident")
        guard let bracket = Self.timeStart(line, from: cursor.at) else {
            throw RowError(.badFormat, "no [time] after the user")
        }
        let user = cursor.at..<(bracket - 1)
        guard let close = line.firstOffset(of: 0x5D, from: bracket) else {
            throw RowError(.badFormat, "no ] after the time")
        }
        let time = line.extracting((bracket + 1)..<close)
        cursor.at = close + 1
        let request = try cursor.quoted(line, "request")
        let status = try cursor.token(line, "status")
        let size = try cursor.token(line, "size")
        try set(time: time, in: &draft)
        try set(host: line.extracting(host), in: &draft)
        set(user: line.extracting(user), in: &draft)
        try WebFields.set(status: line.extracting(status), in: &draft)
        try check(size: line.extracting(size))
        set(request: line.extracting(request), in: &draft)
        guard cursor.hasMore(line) else { return }
        let referrer = try cursor.quoted(line, "referrer")
        if !isMissing(line.extracting(referrer)) {
            WebFields.set(referrer: line.extracting(referrer), in: &draft)
        }
        guard cursor.hasMore(line) else { return }
        let agent = try cursor.quoted(line, "agent")
        if !isMissing(line.extracting(agent)) { draft.agent.append(line.extracting(agent)) }
    }

    /// The offset of the `[` that begins the time: the user before it may hold blanks.
    private static func timeStart(_ line: Span<UInt8>, from start: Int) -> Int? {
        var at = start
        while let bracket = line.firstOffset(of: 0x5B, from: at) {
            if bracket > start, line[bracket - 1] == 0x20 { return bracket }
            at = bracket + 1
        }
        return nil
    }

    private func set(time: Span<UInt8>, in draft: inout EventDraft) throws(RowError) {
        guard let moment = Timestamp(logged: time) ?? Timestamp(iso: time) else {
            throw RowError(.badTime, "time '\(excerpt(of: time))'")
        }
        draft.time = moment
    }

    private func set(host: Span<UInt8>, in draft: inout EventDraft) throws(RowError) {
        guard !isMissing(host) else { return }
        guard !looksLikeBadAddress(host) else {
            throw RowError(.badClient, "address '\(excerpt(of: host))'")
        }
        draft.address.append(host)
    }

    /// Four runs of digits that are no IPv4 address.
    private func looksLikeBadAddress(_ host: Span<UInt8>) -> Bool {
        var number = 0
        var digits = 0
        var dots = 0
        var isWrong = false
        for index in host.indices {
            if host[index] == 0x2E {
                isWrong = isWrong || digits == 0 || number > 255
                (number, digits) = (0, 0)
                dots += 1
            } else {
                guard host[index] &- 0x30 < 10, digits < 9 else { return false }
                number = number * 10 + Int(host[index] &- 0x30)
                digits += 1
            }
        }
        return dots == 3 && (isWrong || digits == 0 || number > 255)
    }

    private func set(user: Span<UInt8>, in draft: inout EventDraft) {
        guard !isMissing(user), !user.equals("\"\"") else { return }
        let isQuoted = user.count >= 2 && user[0] == 0x22 && user[user.count - 1] == 0x22
        draft.set(.user, isQuoted ? user.extracting(1..<user.count - 1) : user)
    }

    private func check(size: Span<UInt8>) throws(RowError) {
        guard !isMissing(size) else { return }
        guard WebFields.isDigits(size), size.count <= 18 || Int64(size.text) != nil else {
            throw RowError(.badNumber, "size '\(excerpt(of: size))'")
        }
    }

    /// `METHOD URL PROTOCOL`; the URL may hold blanks, the protocol may be missing.
    private func set(request: Span<UInt8>, in draft: inout EventDraft) {
        guard let blank = request.firstOffset(of: 0x20), blank > 0, isToken(request, blank) else {
            WebFields.set(method: request.extracting(0..<0), hasURL: false, in: &draft)
            return
        }
        var end = request.count
        if let last = request.lastOffset(of: 0x20), last > blank,
            request.extracting((last + 1)...).starts(with: "HTTP/")
        {
            end = last
        }
        let method = request.extracting(0..<blank)
        let url = request.extracting((blank + 1)..<end)
        let hasURL = url.starts(with: "/") || WebAddress(url).host.isEmpty == false
        if hasURL, !method.equals("CONNECT") { WebFields.set(url: url, in: &draft) }
        WebFields.set(method: method, hasURL: hasURL, in: &draft)
    }

    private func isToken(_ request: Span<UInt8>, _ end: Int) -> Bool {
        for index in 0..<end where !(0x41...0x5A).contains(request[index] & 0xDF) { return false }
        return true
    }
}

/// A walk through the fields of an access-log line.
struct FieldCursor {
    var at = 0

    mutating func hasMore(_ line: Span<UInt8>) -> Bool {
        skipBlanks(line)
        return at < line.count
    }

    private mutating func skipBlanks(_ line: Span<UInt8>) {
        while at < line.count, line[at] == 0x20 || line[at] == 0x09 { at += 1 }
    }

    /// The next run without blanks; moves past it and one blank.
    mutating func token(_ line: Span<UInt8>, _ name: StaticString) throws(RowError) -> Range<Int> {
        skipBlanks(line)
        let start = at
        while at < line.count, line[at] != 0x20, line[at] != 0x09 { at += 1 }
        guard at > start else { throw RowError(.badFormat, "no \(name)") }
        defer { if at < line.count { at += 1 } }
        return start..<at
    }

    /// The inside of the next quotes, where `\"` does not end them; a bare `-` is empty.
    ///
    /// A quote ends the field where a blank or the end of the line follows.
    mutating func quoted(_ line: Span<UInt8>, _ name: StaticString) throws(RowError) -> Range<Int> {
        guard hasMore(line) else { throw RowError(.badFormat, "no \(name)") }
        if line[at] == 0x2D {
            at += 1
            return at..<at
        }
        guard line[at] == 0x22 else { throw RowError(.badFormat, "no quote before the \(name)") }
        let start = at + 1
        var end = start
        while let quote = line.firstOffset(of: 0x22, from: end) {
            let ends = quote + 1 == line.count || line[quote + 1] == 0x20 || line[quote + 1] == 0x09
            if ends, !isEscaped(line, quote, from: start) {
                at = quote + 1
                return start..<quote
            }
            end = quote + 1
        }
        throw RowError(.badFormat, "no quote after the \(name)")
    }

    private func isEscaped(_ line: Span<UInt8>, _ quote: Int, from start: Int) -> Bool {
        var slashes = 0
        while quote - slashes > start, line[quote - slashes - 1] == 0x5C { slashes += 1 }
        return slashes % 2 == 1
    }
}
