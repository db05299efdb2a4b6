import ByteIO
import Rows

/// A line of fields between blanks in a fixed order, as load balancers and object stores write it.
struct TokenLayout: Sendable {
    enum Shape: Sendable {
        case token
        /// `ADDRESS:PORT`, without the port.
        case client
        /// An ISO time.
        case time
        case quoted
        /// In quotes in which bare quotes may stand.
        case loose
        /// A time in square brackets.
        case bracketed
        /// A number of seconds, summed up with the others; -1 is missing.
        case seconds
    }

    struct Column: Sendable {
        let name: StaticString
        var shape = Shape.token
        var field: EventField?
    }

    let columns: [Column]
    /// The fewest columns of a line: some writers end earlier than others.
    let minimum: Int
    /// What the first column may hold; empty for anything.
    var firstWords: [StaticString] = []

    /// Reads `line` into `draft`. Times are UTC by definition; columns behind the last known one are
    /// let be.
    func decode(
        _ line: Span<UInt8>, _ filler: inout EventFiller, into draft: inout EventDraft
    ) throws(RowError) {
        filler.begin()
        var cursor = FieldCursor()
        var seconds: Double? = 0
        for (index, column) in columns.enumerated() {
            if index >= minimum, !cursor.hasMore(line) { break }
            let range = try self.range(of: column, line, &cursor, &filler.notes)
            if index == 0 { try check(line, range) }
            if column.field == .agent { draft.hasAgentField = true }
            switch column.shape {
            case .seconds: try add(line.extracting(range), column.name, to: &seconds)
            case .time, .bracketed: try setTime(line, range, &filler)
            default:
                guard let field = column.field, !line.extracting(range).equals("-1") else {
                    continue
                }
                // Only a fallback for a URL without a host.
                let priority = field == .site ? 1 : 0
                filler.offer(field, range, line, form: line.quotedForm(range), priority: priority)
            }
        }
        if let seconds, seconds < 9e9, columns.contains(where: { $0.shape == .seconds }) {
            let start = filler.own.count
            filler.own.append(decimal: Int64((seconds * 1_000_000).rounded()))
            filler.offerOwn(.microseconds, from: start)
        }
        try filler.fill(&draft, from: line, as: .request)
    }

    private func range(
        of column: Column, _ line: Span<UInt8>, _ cursor: inout FieldCursor,
        _ notes: inout EventNotes
    ) throws(RowError) -> Range<Int> {
        switch column.shape {
        case .token, .seconds: return try cursor.token(line, column.name)
        case .client: return Self.withoutPort(line, try cursor.token(line, column.name))
        case .time:
            let range = try cursor.token(line, column.name)
            guard range.count >= 19, line[range.lowerBound + 4] == 0x2D else {
                throw RowError(.badFormat, "no \(column.name)")
            }
            return range
        case .quoted: return try cursor.quoted(line, column.name)
        case .loose:
            return try cursor.loosely(
                line, column.name, notes: &notes, fits: FieldCursor.isFields)
        case .bracketed: return try cursor.bracketed(line, column.name)
        }
    }

    private func check(_ line: Span<UInt8>, _ range: Range<Int>) throws(RowError) {
        guard !firstWords.isEmpty else { return }
        for word in firstWords where line.extracting(range).equals(word) { return }
        throw RowError(.badFormat, "unknown \(columns[0].name)")
    }

    private func setTime(
        _ line: Span<UInt8>, _ range: Range<Int>, _ filler: inout EventFiller
    ) throws(RowError) {
        filler.offer(.time, range, line)
        filler.moment = try AccessLog.time(line.extracting(range))
        filler.moment?.isZoned = true
    }

    private func add(
        _ text: Span<UInt8>, _ name: StaticString, to seconds: inout Double?
    ) throws(RowError) {
        if text.equals("-1") || text.equals("-") {
            seconds = nil
            return
        }
        guard let decimal = Decimal(text), decimal.number >= 0 else {
            throw RowError(.badNumber, "\(name) '\(excerpt(of: text))'")
        }
        if let sum = seconds { seconds = sum + decimal.number }
    }

    /// `[2001:db8::1]:443` and `203.0.113.7:443` without the port.
    static func withoutPort(_ line: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
        let text = line.extracting(range)
        guard let colon = text.lastOffset(of: 0x3A), colon > 0,
            Decimal.isDigits(text.extracting((colon + 1)...))
        else { return range }
        return range.lowerBound..<range.lowerBound + colon
    }
}
