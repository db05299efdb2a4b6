import ByteIO
import Formats
import Rows

/// Reads an input with a decoder, in blocks of two sizes, and traps where they differ.
///
/// Shared by the fuzz entries; the unit tests replay their corpus in the same way.
enum Feed {
    /// Made once: a decoder's tables take longer to make than an input to read.
    private static let fresh: [Format: [Decoder]] = Dictionary(
        uniqueKeysWithValues: Format.allCases.map { format in
            (format, [false, true].map { Decoder(format, joinsParts: $0) })
        })

    static func read(_ bytes: [UInt8], as format: Format, joinsParts: Bool = false) {
        read(
            bytes, by: fresh[format]?[joinsParts ? 1 : 0] ?? Decoder(format, joinsParts: joinsParts)
        )
    }

    static func read(_ bytes: [UInt8], by decoder: Decoder) {
        let whole = rows(of: bytes, decoder, size: 1 << 20)
        let pieces = rows(of: bytes, decoder, size: 7)
        precondition(whole == pieces, "the size of blocks changes what is read")
    }

    private static func rows(of bytes: [UInt8], _ fresh: Decoder, size: Int) -> [UInt8] {
        var decoder = fresh
        var draft = EventDraft()
        var rows: [UInt8] = []
        var carried: [UInt8] = []
        var start = 0
        while start < bytes.count {
            var end = min(start + size, bytes.count)
            while end < bytes.count, bytes[end - 1] != 0x0A { end += 1 }
            let block = carried + bytes[start..<end]
            start = end
            var cursor = RecordCursor()
            let traits = BlockTraits(isLast: end == bytes.count)
            while let reading = decoder.next(block.span, traits, &cursor, into: &draft) {
                switch reading {
                case .blank: rows.append(0x62)
                case .rejected(let error): rows.append(contentsOf: error.code.rawValue.utf8)
                case .event: draft.write(to: &rows)
                }
                check(decoder.foundFields(block.span, cursor), block[cursor.record])
            }
            carried = Array(block[cursor.next...])
        }
        precondition(carried.isEmpty, "bytes at the end were not read")
        return rows
    }

    /// Fields are where they are said to be.
    private static func check(_ fields: [FoundField], _ record: ArraySlice<UInt8>) {
        for field in fields {
            guard let range = field.range else { continue }
            let start = record.startIndex
            precondition(
                record[start + range.lowerBound..<start + range.upperBound] == field.text[...],
                "\(field.name) does not lie where it is said to be")
        }
    }
}
