package import ByteIO
import Rows
import StageSupport

/// Parts the rows of event streams among buckets.
///
/// The output begins `#polku buckets 1`. Then come blocks, each a line `#bucket 17 rows=12 bytes=3456` and
/// that many bytes of whole rows, in the order in which they came; last an end line over the rows as
/// written. Memory: `memory` bytes of rows that wait.
package struct BucketWriter: ~Copyable {
    /// A bucket is written when it holds so many bytes.
    private static let blockLength = 1 << 18

    private var buckets: Buckets
    private var output: OutputFile
    private let memory: Int
    private var parts: [[UInt8]]
    private var counts: [Int]
    private var waiting = 0
    private var hash = XXH64()
    private var rows = 0

    package init(
        _ buckets: consuming Buckets, memory: Int, to output: consuming OutputFile
    ) throws(IOFailure) {
        parts = [[UInt8]](repeating: [], count: buckets.count)
        counts = [Int](repeating: 0, count: buckets.count)
        self.buckets = buckets
        self.memory = memory
        self.output = output
        try self.output.write("#polku buckets 1\n")
    }

    /// Parts the streams of one input, which must have the columns of `ingest` in its order. `byVisitor`
    /// where visitors are not joined to users.
    package mutating func read(_ path: String, byVisitor: Bool) throws {
        var reader = RowReader(try Inputs.open(path), kind: .events)
        let (visitor, user) = (EventColumn.visitor.rawValue, EventColumn.user.rawValue)
        let (first, second) = byVisitor ? (visitor, user) : (user, visitor)
        var id: [UInt8] = []
        while try reader.advance() {
            guard reader.columns == EventColumn.allCases.map(\.name), !reader.block.isRagged else {
                throw Failure(.damagedInput, "\(path): not the columns of ingest")
            }
            for row in 0..<reader.block.rows {
                let column = reader.block.field(first, of: row).isEmpty ? second : first
                id.replace(withField: reader.block.field(column, of: row))
                try add(reader.block.row(row), to: buckets.bucket(of: id.span))
            }
        }
    }

    private mutating func add(_ row: Span<UInt8>, to bucket: Int) throws(IOFailure) {
        parts[bucket].append(row)
        parts[bucket].append(0x0A)
        counts[bucket] += 1
        waiting += row.count + 1
        if parts[bucket].count >= Self.blockLength { try write(bucket) }
        if waiting >= memory { for bucket in parts.indices { try write(bucket) } }
    }

    private mutating func write(_ bucket: Int) throws(IOFailure) {
        guard counts[bucket] > 0 else { return }
        let part = parts[bucket]
        parts[bucket] = []
        try output.write("#bucket \(bucket) rows=\(counts[bucket]) bytes=\(part.count)\n")
        try output.write(part.span)
        hash.update(part.span)
        rows += counts[bucket]
        waiting -= part.count
        counts[bucket] = 0
    }

    /// Writes what waits, and the end line.
    package mutating func finish() throws(IOFailure) -> FinishedFile {
        for bucket in parts.indices { try write(bucket) }
        let end = StreamEnd(rows: rows, isComplete: true, checksum: hash.digest)
        try output.write(end.line + "\n")
        return try output.complete()
    }
}
