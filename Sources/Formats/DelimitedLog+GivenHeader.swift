import ByteIO
import Rows

// Tables whose header lies in a file of its own, as Adobe's data feeds. Source: Adobe, "Special characters in
// data feeds".
extension InputSample {
    /// Whether the first record can be a row under `header`, whose names stand between TABs: it has as many
    /// cells, and is not the header itself.
    package func isTable(under header: [UInt8]) -> Bool {
        guard let first = lines.first?.raw, first != header else { return false }
        var log = DelimitedLog(delimiter: 0x09, options: DecodeOptions())
        let record = bytes.span.extracting(Decoder.padding(of: bytes.span)...)
        let count = log.cellCount(of: record)
        return count > 1 && count == log.cellCount(of: header.span)
    }

    /// Whether the first line may be a row between TABs, and no header stands above it.
    package var mayLackHeader: Bool {
        guard let first = lines.first?.raw, first.contains(0x09) else { return false }
        return table(DecodeOptions()) == nil
    }
}

extension DelimitedLog {
    /// Finds the end of the record at `start` and its cells, where a backslash takes away the meaning of a TAB, a
    /// line end and a backslash.
    mutating func splitEscaped(_ bytes: Span<UInt8>, from start: Int) -> Int {
        var at = start
        var cell = Cell(range: start..<start, form: .plain)
        while at < bytes.count, bytes[at] != 0x0A {
            if bytes[at] == 0x5C, at + 1 < bytes.count {
                cell.form = .escaped
                at += 1
            } else if bytes[at] == 0x09 {
                cell.range = cell.range.lowerBound..<at
                cells.append(cell)
                cell = Cell(range: at + 1..<at + 1, form: .plain)
            }
            at += 1
        }
        let isReturned = at > cell.range.lowerBound && bytes[at - 1] == 0x0D
        let end = isReturned && at < bytes.count ? at - 1 : at
        cell.range = cell.range.lowerBound..<end
        cells.append(cell)
        return end
    }

    /// Reads the header of the options, and finds the cells of `record` again.
    mutating func readGivenHeader(
        _ bytes: Span<UInt8>, _ record: Range<Int>, _ filler: inout EventFiller
    ) throws(RowError) {
        let given = options.header
        delimiter = 0x09
        _ = end(of: given.span, from: 0)
        try readHeader(given.span, given.indices, &filler)
        _ = end(of: bytes, from: record.lowerBound)
    }

    /// How many cells the first record has.
    fileprivate mutating func cellCount(of bytes: Span<UInt8>) -> Int {
        cells.removeAll(keepingCapacity: true)
        _ = splitEscaped(bytes, from: 0)
        return cells.count
    }
}
