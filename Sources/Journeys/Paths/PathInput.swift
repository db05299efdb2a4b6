import ByteIO
import Rows
import StageSupport

/// What an input has of the customers of a chunk, standing at its next row.
///
/// Checks that rows come by the bytes of `customer`, then time. Several streams in one input go on
/// being one sorted stream or are refused.
struct PathInput {
    /// Its number among the inputs.
    let number: Int
    /// The customer of the next row, unescaped; nil at the end.
    private(set) var customer: [UInt8]? = []

    private let slices: [PathSlice]
    private var nextSlice = 0
    /// The rows at hand, the next row's number among them, and where those end that are to be counted.
    private var rows: PathRows?
    private var row = 0
    private var end = 0
    /// The customer's field as it stands in the rows.
    private var field: [UInt8] = []
    /// What stands before the next row.
    private var before = CustomerRows.Before.otherCustomer
    private var hasBegun = false
    private var clock = RowClock()
    private var time = Int64.min

    /// Gives more rows of an input than a chunk holds; nil where there are none.
    typealias More = (Int) throws -> PathSlice?

    /// Stands at the first row; at none where there is none.
    init(_ run: PathRun, _ more: More) throws {
        number = run.input
        slices = run.slices
        _ = try advance(more)
    }

    /// Appends the rows of `customer` to `target` and stands at the next customer.
    mutating func append(
        to target: inout CustomerRows, labelled labels: inout RowClassifier, _ more: More
    ) throws {
        guard customer != nil else { return }
        before = .otherCustomer
        while let rows {
            repeat {
                target.append(
                    row, of: rows.block, rows.stream.layout, at: time, behind: before,
                    labelled: &labels)
                row += 1
            } while try row < end && isNextOfSame(rows)
            if row < end { return }
            guard try advance(more) else { return }
        }
    }

    /// Moves to the next rows; whether the first of them is of the same customer.
    private mutating func advance(_ more: More) throws -> Bool {
        var next: PathSlice?
        if nextSlice < slices.count {
            next = slices[nextSlice]
            nextSlice += 1
        } else {
            next = try more(number)
        }
        guard let slice = next else {
            (customer, rows) = (nil, nil)
            return false
        }
        (rows, row, end) = (slice.rows, slice.range.lowerBound, slice.range.upperBound)
        let isSame =
            hasBegun && slice.rows.block.isCustomer(field, row, slice.rows.stream.layout)
        try begin(slice.rows, isSame ? .otherBlock : .otherCustomer)
        return isSame
    }

    /// Moves to the next row at hand; whether it is of the same customer.
    @inline(__always)
    private mutating func isNextOfSame(_ rows: PathRows) throws -> Bool {
        try begin(rows, Self.before(row, in: rows.block, rows.stream.layout))
        return before != .otherCustomer
    }

    @inline(__always)
    private mutating func begin(_ rows: PathRows, _ before: CustomerRows.Before) throws {
        guard let next = Self.time(of: row, in: rows.block, rows.stream.layout, &clock) else {
            throw failure("no time like 2026-11-20T00:00:01.682000Z")
        }
        self.before = before
        if before == .otherCustomer {
            try beginCustomer(rows)
        } else if next < time {
            throw Self.outOfOrder(rows.stream, line: rows.firstLine + row)
        }
        time = next
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

    private mutating func beginCustomer(_ rows: PathRows) throws {
        let (field, next) = rows.block.customer(row, rows.stream.layout)
        self.field = field
        guard !hasBegun || comesBefore(next) else {
            throw Self.outOfOrder(rows.stream, line: rows.firstLine + row)
        }
        hasBegun = true
        customer = next
    }

    /// Whether `next` may follow the customer before it.
    private func comesBefore(_ next: [UInt8]) -> Bool {
        guard let customer else { return false }
        return customer.span.order(next.span) < 0
    }

    static func outOfOrder(_ stream: PathStream, line: Int) -> Failure {
        let text =
            stream.number > 1
            ? "several streams in one input, not in one order; name them as files of their own"
            : "rows are not sorted by customer, then time; run sessionize"
        return Failure(.damagedInput, "\(stream.name):\(line): \(text)")
    }

    private func failure(_ text: String) -> Failure {
        let place = rows.map { "\($0.stream.name):\($0.firstLine + row)" } ?? ""
        return Failure(.damagedInput, "\(place): \(text)")
    }
}
