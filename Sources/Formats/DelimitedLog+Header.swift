import ByteIO
import Rows

// Headers.
extension DelimitedLog {
    /// Lines above the header that are none: more are rows.
    private static let mostTitles = 10

    /// Whether a line has one cell, whatever the delimiter: a title, or `sep=;`.
    static func isTitle(_ line: Span<UInt8>) -> Bool {
        if line.starts(with: "sep=") { return true }
        for index in line.indices {
            switch line[index] {
            case 0x2C, 0x3B, 0x09, 0x7C: return false
            default: continue
            }
        }
        return true
    }

    /// Whether the line stands above the header; what it says of the delimiter counts.
    mutating func isTitle(_ line: Span<UInt8>) -> Bool {
        guard Self.isTitle(line), titles < Self.mostTitles else { return false }
        titles += 1
        if line.starts(with: "sep="), line.count > 4 { fixedDelimiter = line[4] }
        return true
    }

    /// Whether the record whose end was just found is another header: two logs were joined. Its time is no time,
    /// its names mean what those of a header must, and they are those of the header, some more or fewer, or other
    /// names that mean all that those do.
    func isHeader(_ bytes: Span<UInt8>) -> Bool {
        guard let column = columns.firstIndex(where: { $0.field == .time || $0.field == .date }),
            column < cells.count,
            let first = cells[column].first(in: bytes),
            (first | 0x20) &- 0x61 < 26
        else { return false }
        let names = cells.map { bytes.extracting($0.range).text }
        // What only resembles the header is a row.
        let (new, old) = (Set(names), headerNames)
        guard isHeader(names) else { return false }
        if new.isSuperset(of: old) || new.isSubset(of: old) { return true }
        let meant = Self.names(of: names, options)
        let fields = names.map { meant.meaning(of: $0, below: FieldNames.Meaning()).field }
        return Set(fields).isSuperset(of: columns.map(\.field))
    }

    /// Whether names tell a time, and who or what.
    private func isHeader(_ columns: [String]) -> Bool {
        let names = Self.names(of: columns, options)
        return columns.contains { names.means($0, [.time, .date]) }
            && columns.contains { names.means($0, Self.subjects) }
    }

    /// What the columns of a header mean: a product's, or the usual ones.
    private static func names(of columns: [String], _ options: DecodeOptions) -> FieldNames {
        let vendor = VendorFormat.found(by: Set(columns))
        return FieldNames(vendor.map { .vendor($0) } ?? .flat, options: options)
    }

    private static let subjects: Set<EventField> = [
        .visitor, .user, .event, .session, .address,
    ]

    /// Whether the header `line` has such names; `title` is the line above it.
    func canBeHeader(_ line: Span<UInt8>, after title: [UInt8] = []) -> Bool {
        var log = self
        if !title.isEmpty { _ = log.isTitle(title.span) }
        let names = log.texts(of: line)
        return names.count > 1 && isHeader(names)
    }

    /// The cells of `line`, as they are written, as those of a first line.
    mutating func texts(of line: Span<UInt8>) -> [String] {
        guard case .at(line.count) = end(of: line, from: 0) else { return [] }
        return cells.map { line.extracting(AccessLog.trimmed(line, $0.range)).text }
    }

    mutating func readHeader(
        _ bytes: Span<UInt8>, _ record: Range<Int>, _ filler: inout EventFiller
    ) throws(RowError) {
        header = bytes.extracting(record).copied()
        columns.removeAll()
        headerNames = Set(cells.map { bytes.extracting($0.range).text })
        names = Self.names(of: cells.map { bytes.extracting($0.range).text }, options)
        for cell in cells {
            var name: [UInt8] = []
            try FieldText.append(
                bytes.extracting(AccessLog.trimmed(bytes, cell.range)), cell.form, to: &name,
                notes: &filler.notes)
            seenKeys.append(name.span.text)
            let meaning = names.meaning(of: name.span.text, below: FieldNames.Meaning())
            let isKept = meaning.isProperty || meaning.field?.mayBeProperty == true
            columns.append(
                Column(
                    field: meaning.field, others: meaning.others, priority: meaning.priority,
                    property: isKept ? filler.properties.key(meaning.property) : -1,
                    isProperty: meaning.isProperty))
        }
    }
}
