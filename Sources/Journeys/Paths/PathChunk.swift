import ByteIO
import Rows

/// One path stream of an input: what is the same for all of its rows.
final class PathStream: Sendable {
    /// The input's.
    let name: String
    /// Streams of the input up to this one.
    let number: Int
    let layout: PathLayout

    init(name: String, number: Int, _ layout: consuming PathLayout) {
        self.name = name
        self.number = number
        self.layout = layout
    }
}

/// Rows that an input read together; they are there as long as anybody needs some of them.
final class PathRows: Sendable {
    let block: RowBlock
    let stream: PathStream
    /// The number of the first row's line in the input.
    let firstLine: Int

    init(_ block: consuming RowBlock, of stream: PathStream, firstLine: Int) {
        self.block = block
        self.stream = stream
        self.firstLine = firstLine
    }
}

extension PathRows {
    /// A row's customer, unescaped.
    func customer(_ row: Int) -> [UInt8] { block.customer(row, stream.layout).plain }
}

// The customer's field of a row.
extension RowBlock {
    /// As it stands there, and unescaped.
    func customer(
        _ row: Int, _ layout: borrowing PathLayout
    ) -> (field: [UInt8], plain: [UInt8]) {
        let field = field(layout.customer, of: row)
        guard field.firstOffset(of: 0x5C) != nil else {
            let plain = field.copied()
            return (plain, plain)
        }
        var plain: [UInt8] = []
        RowText.appendPlain(field, to: &plain)
        return (field.copied(), plain)
    }

    func isCustomer(_ field: [UInt8], _ row: Int, _ layout: borrowing PathLayout) -> Bool {
        self.field(layout.customer, of: row).equals(field.span)
    }

    /// Below 0 where a row's customer comes before `customer`.
    func order(
        ofCustomer row: Int, _ layout: borrowing PathLayout, _ customer: [UInt8]
    ) -> Int {
        let field = field(layout.customer, of: row)
        guard field.firstOffset(of: 0x5C) != nil else { return field.order(customer.span) }
        var plain: [UInt8] = []
        RowText.appendPlain(field, to: &plain)
        return plain.span.order(customer.span)
    }
}

/// Some rows of an input, one behind the other.
struct PathSlice: Sendable {
    let rows: PathRows
    var range: Range<Int>
}

/// What an input has of the customers of a chunk.
struct PathRun: Sendable {
    let input: Int
    let slices: [PathSlice]
}

/// All rows of some customers that follow each other, or where `goesOn` those of one customer of whom more are to
/// be read.
package struct PathChunk: Sendable {
    let runs: [PathRun]
    package let goesOn: Bool
}
