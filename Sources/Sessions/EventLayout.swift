import ByteIO
import StageSupport
import Rows

/// Where the event columns lie in one stream's rows; found by name, unknown ones ignored.
struct EventLayout {
    /// The column of a state row that says which of several sessions with one start it begins.
    static let mark = "start_mark"

    let streamNumber: Int
    /// Whether the columns are exactly ours, in our order.
    let isCanonical: Bool
    private let indexes: [Int?]
    private let markIndex: Int?
    private var fields: RowFields

    /// Throws exit 65 where a stream has no `time` or neither `visitor` nor `user`.
    init(_ columns: [String], number: Int, in path: String) throws(Failure) {
        streamNumber = number
        isCanonical = columns == EventColumn.allCases.map(\.name)
        indexes = EventColumn.allCases.map { columns.firstIndex(of: $0.name) }
        markIndex = columns.firstIndex(of: Self.mark)
        fields = RowFields(count: columns.count)
        guard indexes[EventColumn.time.rawValue] != nil,
            indexes[EventColumn.visitor.rawValue] ?? indexes[EventColumn.user.rawValue] != nil
        else {
            throw Failure(.damagedInput, "\(path): no columns time and visitor or user")
        }
    }

    /// Makes `canonical` the row in our columns and order; false where it has another number of
    /// fields than its stream has columns.
    mutating func rewrite(_ row: Span<UInt8>, to canonical: inout [UInt8]) -> Bool {
        guard fields.split(row) else { return false }
        canonical.removeAll(keepingCapacity: true)
        for (column, index) in indexes.enumerated() {
            if column > 0 { canonical.append(0x09) }
            if let index { canonical.append(row.extracting(fields[index])) }
        }
        return true
    }

    /// The start mark of the row that was rewritten last, 0 for none.
    func mark(_ row: Span<UInt8>) -> UInt32 {
        markIndex.flatMap { UInt32(row.extracting(fields[$0]).text) } ?? 0
    }
}

/// The first fields of a row in our order: its time, and where visitor and user lie.
struct RowHead {
    let visitor: Range<Int>
    let user: Range<Int>

    /// Nil where the row has no three fields behind a time of fixed width.
    init?(_ row: Span<UInt8>) {
        let start = Timestamp.rowLength + 1
        guard let middle = row.firstOffset(of: 0x09, from: start),
            let end = row.firstOffset(of: 0x09, from: middle + 1)
        else { return nil }
        visitor = start..<middle
        user = middle + 1..<end
    }
}

extension [UInt8] {
    /// Becomes what a row's field stands for.
    mutating func replace(withField field: [UInt8]) { replace(withField: field.span) }

    /// Becomes what a row's field stands for.
    mutating func replace(withField field: Span<UInt8>) {
        removeAll(keepingCapacity: true)
        if field.firstOffset(of: 0x5C) == nil {
            append(field)
        } else {
            RowText.appendPlain(field, to: &self)
        }
    }
}
