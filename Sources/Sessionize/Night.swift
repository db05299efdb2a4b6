import ByteIO
import Touchpoints

/// The rows of all inputs in memory, ready to be put in order.
///
/// Memory: the rows' bytes, 40 bytes a row, and the names of visitors and users.
struct Night {
    struct Row {
        /// Microseconds.
        var time: Int64
        var block: UInt32
        var start: UInt32
        var length: UInt32
        /// Number of the visitor, -1 for none.
        var visitor: Int32
        /// Number of the user, -1 for none.
        var user: Int32
    }

    private static let blockSize = 1 << 22

    private(set) var rows: [Row] = []
    private var blocks: [[UInt8]] = []
    private var open: [UInt8] = []
    var visitors = Interner(capacity: 1 << 16)
    var users = Interner(capacity: 1 << 12)

    /// Adds a row: its event columns in the order of the stream, without LF.
    mutating func add(
        _ row: Span<UInt8>, time: Timestamp, visitor: Span<UInt8>, user: Span<UInt8>
    ) {
        if open.count + row.count > Self.blockSize {
            blocks.append(open)
            open = []
            open.reserveCapacity(max(Self.blockSize, row.count))
        }
        let start = open.count
        open.append(row)
        rows.append(
            Row(
                time: time.microseconds, block: UInt32(blocks.count), start: UInt32(start),
                length: UInt32(row.count), visitor: Int32(Self.number(of: visitor, &visitors)),
                user: Int32(Self.number(of: user, &users))))
    }

    private static func number(of field: Span<UInt8>, _ names: inout Interner) -> Int {
        guard !field.isEmpty else { return -1 }
        guard field.firstOffset(of: 0x5C) != nil else { return names.number(of: field) }
        var plain: [UInt8] = []
        RowText.appendPlain(field, to: &plain)
        return names.number(of: plain.span)
    }

    /// No more rows come.
    mutating func close() {
        blocks.append(open)
        open = []
    }

    /// Appends the row's bytes.
    func append(_ row: Row, to bytes: inout [UInt8]) {
        let start = Int(row.start)
        let block = blocks[Int(row.block)]
        bytes.append(block.span.extracting(start..<start + Int(row.length)))
    }
}
