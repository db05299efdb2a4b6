import ByteIO
import Rows
import StageSupport

/// One input of path rows, read a block at a time and cut at customers.
///
/// Memory: the rows that were not taken yet. Whether they are in order is looked at where they are cut; within a
/// slice that is up to `PathInput`.
struct PathSource: ~Copyable {
    let name: String
    private var reader: RowReader
    private var stream: PathStream?
    /// What was read and not taken: each slice of another block, none empty.
    private var held: [PathSlice] = []
    /// The customer of the first and of the last row that is held, unescaped; nil without one.
    private(set) var first: [UInt8]?
    private(set) var last: [UInt8]?
    /// That of the last row that was taken.
    private var taken: [UInt8]?
    private(set) var isAtEnd = false
    private var rowCount = 0

    init(_ path: String, _ file: consuming InputFile, blockSize: Int) {
        name = path == "-" ? "stdin" : path
        reader = RowReader(file, kind: .paths, blockSize: blockSize)
    }

    /// What was read so far.
    var report: PathMerge.Report {
        .init(name: name, byteCount: reader.compressedCount, rowCount: rowCount, ends: reader.ends)
    }

    var compressedCount: Int { reader.compressedCount }

    /// Rows that are held.
    var heldCount: Int { held.reduce(0) { $0 + $1.range.count } }

    /// Reads the next block; false at the end. Rows may go on being of a customer of whom all were taken only where
    /// `goesOn`.
    mutating func load(goesOn: Bool = false) throws -> Bool {
        guard try !isAtEnd && reader.advance() else {
            isAtEnd = true
            return false
        }
        let stream = try streamOfRows()
        if reader.block.isRagged {
            throw Failure(
                .damagedInput,
                "\(name):\(reader.lineNumber(of: 0)): not \(reader.columns.count) columns")
        }
        let firstLine = reader.lineNumber(of: 0)
        let rows = PathRows(reader.takeRows(), of: stream, firstLine: firstLine)
        let count = rows.block.rows
        rowCount += count
        if held.isEmpty {
            let customer = rows.customer(0)
            if let taken, taken.span.order(customer.span) >= (goesOn ? 1 : 0) {
                throw PathInput.outOfOrder(stream, line: firstLine)
            }
            first = customer
        }
        last = rows.customer(count - 1)
        held.append(PathSlice(rows: rows, range: 0..<count))
        return true
    }

    private mutating func streamOfRows() throws -> PathStream {
        if let stream, stream.number == reader.streamNumber { return stream }
        let next = PathStream(
            name: name, number: reader.streamNumber, try PathLayout(reader.columns, of: name))
        stream = next
        return next
    }

    /// Takes the rows of the customers before `bound`, or all that are held.
    mutating func take(before bound: [UInt8]?) throws -> [PathSlice] {
        var slices: [PathSlice] = []
        var count = 0
        while count < held.count {
            let slice = held[count]
            let end = bound.map { Self.end(of: slice, before: $0) } ?? slice.range.upperBound
            guard end == slice.range.upperBound else {
                if end > slice.range.lowerBound {
                    slices.append(PathSlice(rows: slice.rows, range: slice.range.lowerBound..<end))
                    held[count].range = end..<slice.range.upperBound
                }
                break
            }
            slices.append(slice)
            count += 1
        }
        held.removeFirst(count)
        try begin(behind: slices)
        return slices
    }

    /// Takes the next rows of a customer; nil where none are left.
    mutating func takeMore(of customer: [UInt8]) throws -> PathSlice? {
        if held.isEmpty, try !load(goesOn: true) { return nil }
        guard first == customer, let slice = held.first else { return nil }
        let end = Self.end(of: slice, upTo: customer)
        let more = PathSlice(rows: slice.rows, range: slice.range.lowerBound..<end)
        if end == slice.range.upperBound {
            held.removeFirst()
        } else {
            held[0].range = end..<slice.range.upperBound
        }
        try begin(behind: [more], goesOn: true)
        return more
    }

    /// Notes who comes next, behind rows that were taken.
    private mutating func begin(behind slices: [PathSlice], goesOn: Bool = false) throws {
        if let slice = slices.last {
            taken = slice.rows.customer(slice.range.upperBound - 1)
        }
        guard let next = held.first else {
            (first, last) = (nil, nil)
            return
        }
        let customer = next.rows.customer(next.range.lowerBound)
        if !slices.isEmpty, let taken, taken.span.order(customer.span) >= (goesOn ? 1 : 0) {
            throw PathInput.outOfOrder(
                next.rows.stream, line: next.rows.firstLine + next.range.lowerBound)
        }
        first = customer
    }
}

// Where rows are cut. Each expects rows in order; where they are not, any place will do.
extension PathSource {
    /// The end of the customers before `bound`: looked for near the start, since of many inputs each has a few
    /// rows of a chunk.
    private static func end(of slice: PathSlice, before bound: [UInt8]) -> Int {
        search(slice) {
            slice.rows.block.order(ofCustomer: $0, slice.rows.stream.layout, bound) < 0
        }
    }

    private static func end(of slice: PathSlice, upTo customer: [UInt8]) -> Int {
        search(slice) {
            slice.rows.block.order(ofCustomer: $0, slice.rows.stream.layout, customer) <= 0
        }
    }

    private static func search(_ slice: PathSlice, _ isBefore: (Int) -> Bool) -> Int {
        let range = slice.range
        var (low, step) = (range.lowerBound, 1)
        while low + step < range.upperBound, isBefore(low + step - 1) {
            low += step
            step *= 2
        }
        return (low..<min(low + step, range.upperBound)).partitioningIndex { !isBefore($0) }
    }
}
