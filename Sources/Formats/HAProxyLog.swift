import ByteIO
import Rows

/// HAProxy's HTTP log: `IP:PORT [09/Dec/2013:12:59:46.633] front back/server TR/Tw/Tc/Tr/Ta 200 83285
/// - - ---- 1/1/1/1/0 0/0 {header|…} {…} "GET /a HTTP/1.1"`.
///
/// The time has no offset. Source: HAProxy, configuration manual, "HTTP log format".
struct HAProxyLog: Sendable {
    func decode(
        _ line: Span<UInt8>, _ filler: inout EventFiller, into draft: inout EventDraft
    ) throws(RowError) {
        filler.begin()
        var cursor = FieldCursor()
        let client = try cursor.token(line, "client")
        filler.offer(.address, TokenLayout.withoutPort(line, client), line)
        let time = try cursor.bracketed(line, "time")
        _ = try cursor.token(line, "frontend")
        let server = try cursor.token(line, "server")
        guard line.firstOffset(of: 0x2F, in: server) != nil else {
            throw RowError(.badFormat, "no BACKEND/SERVER")
        }
        try setDuration(line, try cursor.token(line, "timers"), &filler)
        offer(.status, try cursor.token(line, "status"), line, &filler)
        offer(.size, Self.withoutPlus(line, try cursor.token(line, "bytes")), line, &filler)
        for name in ["request cookie", "response cookie", "state", "connections", "queues"]
            as [StaticString]
        {
            _ = try cursor.token(line, name)
        }
        try skipHeaders(line, &cursor)
        // Formats with TLS write its version and cipher here.
        while cursor.hasMore(line), line[cursor.at] != 0x22 { _ = try cursor.token(line, "field") }
        let request = try cursor.quoted(line, "request")
        filler.offer(.request, request, line, form: line.quotedForm(request))
        filler.offer(.time, time, line)
        filler.moment = try AccessLog.time(line.extracting(time))
        try filler.fill(&draft, from: line, as: .request)
    }

    private func offer(
        _ field: EventField, _ range: Range<Int>, _ line: Span<UInt8>, _ filler: inout EventFiller
    ) {
        guard !line.extracting(range).equals("-1") else { return }
        filler.offer(field, range, line)
    }

    /// The last of five timers is the total; -1 where the request did not get that far.
    private func setDuration(
        _ line: Span<UInt8>, _ timers: Range<Int>, _ filler: inout EventFiller
    ) throws(RowError) {
        guard line.count(of: 0x2F, in: timers) == 4,
            let slash = line.extracting(timers).lastOffset(of: 0x2F)
        else { throw RowError(.badFormat, "no TR/Tw/Tc/Tr/Ta") }
        let total = timers.lowerBound + slash + 1..<timers.upperBound
        offer(.milliseconds, Self.withoutPlus(line, total), line, &filler)
    }

    /// `option logasap` writes `+` before what was not final yet.
    private static func withoutPlus(_ line: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
        range.count > 1 && line[range.lowerBound] == 0x2B
            ? range.lowerBound + 1..<range.upperBound : range
    }

    /// Up to two groups of captured headers, which may hold blanks.
    private func skipHeaders(
        _ line: Span<UInt8>, _ cursor: inout FieldCursor
    ) throws(RowError) {
        for _ in 0..<2 {
            guard cursor.hasMore(line), line[cursor.at] == 0x7B else { return }
            guard let close = line.firstOffset(of: 0x7D, from: cursor.at) else {
                throw RowError(.badFormat, "no } after the headers")
            }
            cursor.at = close + 1
        }
    }
}
