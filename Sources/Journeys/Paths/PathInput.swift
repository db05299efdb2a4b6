import ByteIO
import StageSupport
package import Rows

/// One input of path rows, standing at its next row.
///
/// Checks that rows come by the bytes of `customer`, then time. Several streams in one input go on
/// being one sorted stream or are refused.
package struct PathInput: ~Copyable {
    /// What was read of an input.
    package struct Report {
        let name: String
        /// Before inflating.
        let byteCount: Int
        package let rowCount: Int
        /// The end lines of its streams.
        package let ends: [StreamEnd]
    }

    let name: String
    /// The customer of the next row, unescaped; nil at the end.
    private(set) var customer: [UInt8]? = []

    private var reader: RowReader
    private var layout = PathLayout()
    private var rowCount = 0
    private var streamNumber = 0
    /// The next row's number in the reader's block.
    private var row = 0
    /// The customer's field as it stands in the rows.
    private var field: [UInt8] = []
    /// What stands before the next row.
    private var before = CustomerRows.Before.otherCustomer
    private var clock = RowClock()
    private var time = Int64.min

    /// Opens an input and checks its first lines; any `blockSize` gives the same rows.
    static func opening(_ path: String, blockSize: Int = 1 << 18) throws -> PathInput {
        try opening(path, try Inputs.open(path), blockSize: blockSize)
    }

    /// Opens one of `count` inputs, of which more than one are read at once. Where they are more than may be
    /// open, each is open only while it is read; the more there are, the smaller are their blocks.
    static func opening(_ path: String, of count: Int) throws -> PathInput {
        guard path != "-", count > DescriptorLimit.now - DescriptorLimit.reserved else {
            return try opening(path)
        }
        let size = max(1 << 12, min(1 << 17, (1 << 26) / count))
        return try opening(
            path, try InputFile(releasing: path, chunkSize: size), blockSize: size)
    }

    private static func opening(
        _ path: String, _ file: consuming InputFile, blockSize: Int
    ) throws -> PathInput {
        var input = PathInput(
            name: path == "-" ? "stdin" : path,
            RowReader(file, kind: .paths, blockSize: blockSize))
        _ = try input.advance()
        return input
    }

    private init(name: String, _ reader: consuming RowReader) {
        self.name = name
        self.reader = reader
    }

    /// What was read so far; all where `customer` is nil.
    var report: Report {
        Report(
            name: name, byteCount: reader.compressedCount, rowCount: rowCount, ends: reader.ends)
    }

    var compressedCount: Int { reader.compressedCount }

    /// Appends the rows of `customer` to `rows` and stands at the next customer.
    mutating func append(
        to rows: inout CustomerRows, labelled labels: inout RowClassifier
    ) throws {
        guard customer != nil else { return }
        before = .otherCustomer
        repeat {
            rows.append(
                row, of: reader.block, layout, at: time, behind: before, labelled: &labels)
            rowCount += 1
        } while try advance()
    }

    /// Moves to the next row; whether it is of the same customer.
    private mutating func advance() throws -> Bool {
        row += 1
        if row >= reader.block.rows {
            guard try reader.advance() else {
                customer = nil
                return false
            }
            row = 0
            try beginBlock()
        }
        guard let next = Self.time(of: row, in: reader.block, layout, &clock) else {
            throw failure("no time like 2026-11-20T00:00:01.682000Z")
        }
        before =
            row > 0
            ? Self.before(row, in: reader.block, layout)
            : rowCount > 0 && reader.block.field(layout.customer, of: row).equals(field.span)
                ? .otherBlock : .otherCustomer
        if before == .otherCustomer {
            try beginCustomer()
        } else if next < time {
            throw outOfOrder()
        }
        time = next
        return before != .otherCustomer
    }

    /// What a row has in common with the one before it in the block.
    @inline(__always)
    private static func before(
        _ row: Int, in block: borrowing RowBlock, _ layout: borrowing PathLayout
    ) -> CustomerRows.Before {
        if let owner = layout.owner, block.repeats(owner, at: row) { return .sameSession }
        return block.repeats(layout.customer...layout.customer, at: row)
            ? .otherSession : .otherCustomer
    }

    // Told its members one by one: a span of one of them keeps the others from changing.
    @inline(__always)
    private static func time(
        of row: Int, in block: borrowing RowBlock, _ layout: borrowing PathLayout,
        _ clock: inout RowClock
    ) -> Int64? {
        clock.microseconds(block.field(at: layout.time, of: row))
    }

    private mutating func beginBlock() throws {
        if streamNumber != reader.streamNumber {
            layout = try PathLayout(reader.columns, of: name)
            streamNumber = reader.streamNumber
        }
        if reader.block.isRagged { throw failure("not \(reader.columns.count) columns") }
    }

    private mutating func beginCustomer() throws {
        field = reader.block.field(layout.customer, of: row).copied()
        var next = field
        if field.span.firstOffset(of: 0x5C) != nil {
            next.removeAll()
            RowText.appendPlain(field.span, to: &next)
        }
        guard rowCount == 0 || comesBefore(next) else { throw outOfOrder() }
        customer = next
    }

    /// Whether `next` may follow the customer before it.
    private func comesBefore(_ next: [UInt8]) -> Bool {
        guard let customer else { return false }
        return customer.span.order(next.span) < 0
    }

    private func outOfOrder() -> Failure {
        streamNumber > 1
            ? failure(
                "several streams in one input, not in one order; name them as files of their own")
            : failure("rows are not sorted by customer, then time; run sessionize")
    }

    private func failure(_ text: String) -> Failure {
        Failure(.damagedInput, "\(name):\(reader.lineNumber(of: row)): \(text)")
    }
}
