import ByteIO
import Rows

/// CSV and TSV with a header: `time,visitor,event` and then a row an event.
///
/// The delimiter is `,` `;` TAB or `|`, whichever the header has most of, or what a first line `sep=;` says.
/// Fields may stand in quotes, `""` is a quote, and a quoted field may span lines. Lines that begin with `#`
/// are comments, unless they are rows: an order may be called `#1001`. Titles may stand above the header,
/// and another header between rows, from where it holds.
/// Columns that mean no field become properties. Source: RFC 4180.
struct DelimitedLog: Sendable {
    struct Column: Sendable {
        var field: EventField?
        var others: [EventField]
        var priority: Int
        /// The number of its property; -1 where it is none.
        var property: Int
        var isProperty: Bool
    }

    struct Cell {
        var range: Range<Int>
        var form: TextForm

        func first(in bytes: Span<UInt8>) -> UInt8? {
            range.isEmpty ? nil : bytes[range.lowerBound]
        }
    }

    /// Where a record ends.
    enum End: Equatable {
        /// Behind its last byte; the line end follows.
        case at(Int)
        /// A quote that opened in it is still open at the end of the bytes.
        case open
    }

    /// The names of the header's dialect.
    var names: FieldNames
    let options: DecodeOptions
    var fixedDelimiter: UInt8?
    var delimiter: UInt8 = 0x2C
    /// Lines above the header so far.
    var titles = 0
    var header: [UInt8] = []
    var headerNames: Set<String> = []
    var columns: [Column] = []
    var cells: [Cell] = []

    /// `delimiter` nil: the header's.
    init(delimiter: UInt8?, options: DecodeOptions) {
        fixedDelimiter = delimiter
        self.options = options
        names = FieldNames(.flat, options: options)
    }

    var hasHeader: Bool { !columns.isEmpty }

    var splitsAtTabs: Bool { (hasHeader ? delimiter : fixedDelimiter) == 0x09 }

    /// Whether the line at `start`, which begins with `#`, is a row: no blank follows, and it has a cell a column.
    func isRow(_ bytes: Span<UInt8>, from start: Int) -> Bool {
        guard columns.count > 1, start + 1 < bytes.count, bytes[start + 1] != 0x20 else {
            return false
        }
        var row = self
        row.cells.removeAll()
        guard case .at = row.end(of: bytes, from: start) else { return false }
        return row.cells.count == columns.count
    }

    /// The names of the columns.
    var seenKeys: [String] = []

    /// Finds the end of the record at `start` and its cells; `decode` is to follow.
    mutating func end(of bytes: Span<UInt8>, from start: Int) -> End {
        cells.removeAll(keepingCapacity: true)
        if !options.header.isEmpty { return .at(splitEscaped(bytes, from: start)) }
        let feed = bytes.firstOffset(of: 0x0A, from: start) ?? bytes.count
        if !hasHeader {
            delimiter = fixedDelimiter ?? Self.delimiter(of: bytes.extracting(start..<feed))
        }
        if bytes.firstOffset(of: 0x22, in: start..<feed) == nil {
            let end = feed > start && bytes[feed - 1] == 0x0D ? feed - 1 : feed
            split(bytes, start..<end)
            return .at(end)
        }
        return walk(bytes, from: start)
    }

    private mutating func split(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        var start = range.lowerBound
        while let end = bytes.firstOffset(of: delimiter, in: start..<range.upperBound) {
            cells.append(Cell(range: start..<end, form: .plain))
            start = end + 1
        }
        cells.append(Cell(range: start..<range.upperBound, form: .plain))
    }

    /// The same where there are quotes.
    private mutating func walk(_ bytes: Span<UInt8>, from start: Int) -> End {
        var at = start
        while true {
            var cell = Cell(range: at..<at, form: .plain)
            let quote = Self.openingQuote(bytes, from: at)
            let isQuoted = quote != nil
            if let quote {
                guard let close = Self.closingQuote(bytes, from: quote + 1, &cell.form) else {
                    return .open
                }
                cell.range = quote + 1..<close
                at = close + 1
            }
            let rest = at
            while at < bytes.count, bytes[at] != delimiter, bytes[at] != 0x0A { at += 1 }
            let isLast = at >= bytes.count || bytes[at] == 0x0A
            var end = at
            if isLast, end > rest, bytes[end - 1] == 0x0D { end -= 1 }
            // Text behind a closing quote: the field is taken as it is written.
            if !isQuoted {
                cell.range = rest..<end
            } else if AccessLog.trimmed(bytes, rest..<end).count > 0 {
                cell = Cell(range: cell.range.lowerBound - 1..<end, form: .plain)
            }
            cells.append(cell)
            if isLast { return .at(end) }
            at += 1
        }
    }

    /// The quote that opens the cell at `start`; blanks may stand before it.
    private static func openingQuote(_ bytes: Span<UInt8>, from start: Int) -> Int? {
        var at = start
        while at < bytes.count, bytes[at] == 0x20 { at += 1 }
        return at < bytes.count && bytes[at] == 0x22 ? at : nil
    }

    private static func closingQuote(
        _ bytes: Span<UInt8>, from start: Int, _ form: inout TextForm
    ) -> Int? {
        var from = start
        while let quote = bytes.firstOffset(of: 0x22, from: from) {
            guard quote + 1 < bytes.count, bytes[quote + 1] == 0x22 else { return quote }
            form = .doubled
            from = quote + 2
        }
        return nil
    }

    private static func delimiter(of line: Span<UInt8>) -> UInt8 {
        var counts = (comma: 0, semicolon: 0, tab: 0, bar: 0)
        var isQuoted = false
        for index in line.indices {
            if line[index] == 0x22 { isQuoted.toggle() }
            guard !isQuoted else { continue }
            switch line[index] {
            case 0x2C: counts.comma += 1
            case 0x3B: counts.semicolon += 1
            case 0x09: counts.tab += 1
            case 0x7C: counts.bar += 1
            default: break
            }
        }
        let most = max(counts.comma, counts.semicolon, counts.tab, counts.bar)
        return counts.comma == most
            ? 0x2C : counts.semicolon == most ? 0x3B : counts.tab == most ? 0x09 : 0x7C
    }
}

extension DelimitedLog {
    /// Reads the record whose end was just found; false for a header, the first one or a repeated one.
    mutating func decode(
        _ bytes: Span<UInt8>, _ record: Range<Int>, _ filler: inout EventFiller,
        into draft: inout EventDraft
    ) throws(RowError) -> Bool {
        guard hasHeader || !options.header.isEmpty else {
            if isTitle(bytes.extracting(record)) { return false }
            try readHeader(bytes, record, &filler)
            return false
        }
        if !hasHeader { try readGivenHeader(bytes, record, &filler) }
        if bytes.extracting(record).equals(header.span) { return false }
        if isHeader(bytes) {
            try readHeader(bytes, record, &filler)
            return false
        }
        guard cells.count == columns.count else { throw mismatch(bytes.extracting(record)) }
        filler.begin()
        for (cell, column) in zip(cells, columns) { take(cell, column, bytes, &filler) }
        try filler.fill(&draft, from: bytes, as: names.dialect)
        return true
    }

    private func mismatch(_ record: Span<UInt8>) -> RowError {
        let hint =
            record.firstOffset(of: "\\\"") == nil
            ? "" : "; a quote inside quotes is written \"\" and not \\\""
        return RowError(
            .fieldsMismatch, "\(cells.count) fields, the header has \(columns.count)\(hint)")
    }

    private func take(
        _ cell: Cell, _ column: Column, _ bytes: Span<UInt8>, _ filler: inout EventFiller
    ) {
        if column.field == .agent { filler.hasAgentField = true }
        guard !filler.isMissing(bytes.extracting(cell.range), as: column.field) else { return }
        if let field = column.field {
            let value = EventFields.Value(
                range: cell.range, form: cell.form, priority: column.priority,
                property: column.property)
            if let displaced = filler.fields.offer(field, value), field.keepsDisplaced {
                filler.keepDisplaced(displaced, bytes)
            }
            for other in column.others { filler.fields.offer(other, value) }
        }
        guard column.isProperty else { return }
        if cell.form == .plain {
            filler.properties.add(column.property, text: bytes.extracting(cell.range))
        } else {
            filler.addProperty(column.property, bytes.extracting(cell.range), cell.form)
        }
    }
}
