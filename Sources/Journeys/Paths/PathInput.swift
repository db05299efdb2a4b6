import ByteIO
import StageSupport
package import Rows

/// One input of path rows, standing at its next row.
///
/// Checks that rows come by the bytes of `customer`, then time. Several streams in one input go on
/// being one sorted stream or are refused.
package final class PathInput {
    /// Place among the inputs; rows of one customer and time come in this order.
    let order: Int
    let name: String
    /// The customer of the next row, unescaped; nil at the end.
    private(set) var customer: [UInt8]? = []
    package private(set) var rowCount = 0

    private var reader: StreamReader
    private var layout: PathLayout?
    private var streamNumber = 0
    /// The customer's field as it stands in the rows.
    private var field: [UInt8] = []
    private var time = Timestamp(microseconds: .min)

    init(_ path: String, order: Int) throws {
        self.order = order
        name = path == "-" ? "stdin" : path
        reader = StreamReader(try Inputs.open(path), kind: .paths)
        try advance()
    }

    /// The end lines of its streams; all are there when `customer` is nil.
    package var ends: [StreamEnd] { reader.ends }
    var compressedCount: Int { reader.compressedCount }

    /// Adds the rows of `customer` to `rows` and stands at the next customer.
    func take(
        into rows: inout CustomerRows, labelled labels: inout RowClassifier
    ) throws {
        guard let current = customer else { return }
        repeat {
            guard let layout else { return }
            let label = labels.label(of: reader.row, layout)
            rows.add(
                reader.row, layout, at: time, label: label,
                keepsProperties: labels.keepsProperties(label))
            rowCount += 1
            try advance()
        } while customer == current
    }

    private func advance() throws {
        guard try reader.advance() else {
            customer = nil
            return
        }
        if streamNumber != reader.streamNumber {
            layout = try PathLayout(reader.columns, of: name)
            streamNumber = reader.streamNumber
        }
        guard layout?.split(reader.row) == true, let layout else {
            throw failure("not \(reader.columns.count) columns")
        }
        guard let next = Timestamp(row: reader.row.extracting(layout.range(.time))) else {
            throw failure("no time like 2026-11-20T00:00:01.682000Z")
        }
        if reader.row.extracting(layout.fields[layout.customer]).equals(field.span), rowCount > 0 {
            guard next >= time else { throw outOfOrder() }
        } else {
            try meet(layout)
        }
        time = next
    }

    private func meet(_ layout: PathLayout) throws {
        field = reader.row.extracting(layout.fields[layout.customer]).copied()
        var plain: [UInt8] = []
        RowText.appendPlain(field.span, to: &plain)
        guard let last = customer, rowCount == 0 || last.span.order(plain.span) < 0 else {
            throw outOfOrder()
        }
        customer = plain
    }

    private func outOfOrder() -> Failure {
        streamNumber > 1
            ? failure(
                "several streams in one input, not in one order; name them as files of their own")
            : failure("rows are not sorted by customer, then time; run sessionize")
    }

    private func failure(_ text: String) -> Failure {
        Failure(.damagedInput, "\(name):\(reader.lineNumber): \(text)")
    }
}
