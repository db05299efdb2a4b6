import ByteIO
import StageSupport
import Rows

/// The file that remembers which users were seen on which visitors.
///
/// A stream `#polku identities 1`, one row a pair: `visitor TAB user TAB first_seen TAB last_seen`, by
/// the bytes of visitor, then user.
package enum IdentityMap {
    private enum Column: Int, CaseIterable {
        case visitor, user, firstSeen, lastSeen

        var name: String {
            switch self {
            case .firstSeen: "first_seen"
            case .lastSeen: "last_seen"
            default: "\(self)"
            }
        }
    }

    package static let names = Column.allCases.map(\.name)

    /// Calls `each` with the plain pair and its times. Throws exit 65 for a damaged map.
    static func read(
        _ path: String,
        _ each: (Span<UInt8>, Span<UInt8>, _ first: Int64, _ last: Int64) throws -> Void
    ) throws {
        var reader = StreamReader(try InputFile(path: path), kind: .identities)
        var fields = RowFields(count: 0)
        var indexes: [Int] = []
        var stream = 0
        var (visitor, user): ([UInt8], [UInt8]) = ([], [])
        while try reader.advance() {
            if reader.streamNumber != stream {
                stream = reader.streamNumber
                let columns = reader.columns
                fields = RowFields(count: columns.count)
                indexes = Column.allCases.compactMap { columns.firstIndex(of: $0.name) }
            }
            let row = reader.row
            guard indexes.count == Column.allCases.count, fields.split(row),
                let first = Timestamp(row: row.extracting(fields[indexes[2]])),
                let last = Timestamp(row: row.extracting(fields[indexes[3]])), first <= last,
                !fields[indexes[0]].isEmpty, !fields[indexes[1]].isEmpty
            else {
                throw Failure(.damagedInput, "\(path):\(reader.lineNumber): bad identity")
            }
            visitor.replace(withField: row.extracting(fields[indexes[0]]))
            user.replace(withField: row.extracting(fields[indexes[1]]))
            try each(visitor.span, user.span, first.microseconds, last.microseconds)
        }
    }

    /// Appends a row with its LF.
    package static func write(
        _ visitor: Span<UInt8>, _ user: Span<UInt8>, _ first: Int64, _ last: Int64,
        to rows: inout [UInt8]
    ) {
        RowText.appendFirst(visitor, to: &rows)
        rows.append(0x09)
        RowText.append(user, to: &rows)
        for time in [first, last] {
            rows.append(0x09)
            Timestamp(microseconds: time).write(to: &rows)
        }
        rows.append(0x0A)
    }
}
