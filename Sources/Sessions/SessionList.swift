import ByteIO

/// The lines of `sessions.csv` of one customer, put in the order of start, then id.
///
/// Beyond a limit of memory they are sorted on disk.
struct SessionList: ~Copyable {
    private struct Line {
        let start: Int64
        let range: Range<Int>
    }

    private static let limit = 4 << 20

    private let folder: SpillFolder
    private var bytes: [UInt8] = []
    private var lines: [Line] = []
    private var sort: SpillSort?
    private var count: UInt64 = 0

    init(folder: SpillFolder) { self.folder = folder }

    /// Adds a line, which begins with the session's id.
    mutating func add(_ line: [UInt8], start: Int64) throws(IOFailure) {
        lines.append(Line(start: start, range: bytes.count..<bytes.count + line.count))
        bytes.append(contentsOf: line)
        if bytes.count >= Self.limit { try spill() }
    }

    private mutating func spill() throws(IOFailure) {
        if sort == nil { sort = SpillSort(memory: Self.limit, folder: folder) }
        for line in lines {
            try sort?.add(
                key: [], time: line.start, order: count, Array(bytes[line.range]))
            count += 1
        }
        lines.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
    }

    /// Appends the lines in order to `table` and forgets them; `flush` is called when it is long.
    mutating func finish(
        to table: inout [UInt8], flush: (inout [UInt8]) throws -> Void
    ) throws {
        guard sort == nil else { return try finishSorted(to: &table, flush: flush) }
        if lines.count > 1 {
            let all = bytes
            lines.sort { one, other in
                one.start != other.start
                    ? one.start < other.start
                    : all.span.extracting(one.range).order(all.span.extracting(other.range)) < 0
            }
        }
        for line in lines { table.append(bytes.span.extracting(line.range)) }
        lines.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
        try flush(&table)
    }

    private mutating func finishSorted(
        to table: inout [UInt8], flush: (inout [UInt8]) throws -> Void
    ) throws {
        try spill()
        guard let runs = try sort.take()?.finish() else { return }
        var records = try runs.records(memory: Self.limit)
        var sameStart: [[UInt8]] = []
        var start: Int64 = .min
        while try records.advance() {
            if records.time != start {
                sameStart.sort { $0.lexicographicallyPrecedes($1) }
                for line in sameStart { table += line }
                try flush(&table)
                sameStart.removeAll(keepingCapacity: true)
                start = records.time
            }
            sameStart.append(records.payload.copied())
        }
        sameStart.sort { $0.lexicographicallyPrecedes($1) }
        for line in sameStart { table += line }
        try flush(&table)
        count = 0
    }
}
