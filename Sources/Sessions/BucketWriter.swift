package import ByteIO
import Rows
import StageSupport

/// Parts the rows of event streams, states and identity maps among buckets.
///
/// The output begins `#polku buckets 1`. Then come blocks, each a line `#bucket 17 rows=12 bytes=3456` and
/// that many bytes of whole rows, in the order in which they came; last an end line over the blocks as
/// written. Of a state or a map each bucket gets a file of its own, in blocks whose line says
/// `kind=state` or `kind=identities`. Memory: `memory` bytes of rows that wait.
package struct BucketWriter: ~Copyable {
    /// A bucket is written when it holds so many bytes.
    private static let blockLength = 1 << 18

    private var buckets: Buckets
    private var output: OutputFile
    private let memory: Int
    private var kept: KeptParts
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
        kept = KeptParts(buckets: buckets.count)
        self.buckets = buckets
        self.memory = memory
        self.output = output
        try self.output.write("#polku buckets 1\n")
    }

    /// Parts the streams of one input, which must have the columns that Polku writes, in its order.
    /// `byVisitor` where visitors are not joined to users.
    package mutating func read(_ path: String, byVisitor: Bool) throws {
        var reader = RowReader(
            try Inputs.open(path), kinds: [.events, .state, .carried, .identities])
        var ended = 0
        while try reader.advance() {
            try finishKept(reader, from: &ended)
            guard reader.columns == KeptParts.columns(of: reader.kind), !reader.block.isRagged
            else {
                throw Failure(.damagedInput, "\(path): not the columns that Polku writes")
            }
            try add(reader.block, reader.kind, byVisitor: byVisitor)
        }
        try finishKept(reader, from: &ended)
    }

    private mutating func add(
        _ block: borrowing RowBlock, _ kind: StreamKind, byVisitor: Bool
    ) throws(IOFailure) {
        // A map begins with visitors, other rows with a time.
        let visitor = kind == .identities ? 0 : EventColumn.visitor.rawValue
        let (first, second) = byVisitor ? (visitor, visitor + 1) : (visitor + 1, visitor)
        var id: [UInt8] = []
        for row in 0..<block.rows {
            let column = block.field(first, of: row).isEmpty ? second : first
            id.replace(withField: block.field(column, of: row))
            let bucket = buckets.bucket(of: id.span)
            if kind == .events {
                try add(block.row(row), to: bucket)
            } else if kept.add(block.row(row), kind, to: bucket) >= Self.blockLength {
                try writeKept(bucket, kind)
            } else if kept.byteCount >= memory {
                for bucket in parts.indices { try writeKept(bucket, kind) }
            }
        }
    }

    /// Ends the states and maps whose end lines were read.
    private mutating func finishKept(
        _ reader: borrowing RowReader, from ended: inout Int
    ) throws(IOFailure) {
        while ended < reader.ends.count {
            let kind = reader.endedKinds[ended]
            if kind != .events {
                kept.finish(kind, reader.ends[ended])
                for bucket in parts.indices { try writeKept(bucket, kind) }
            }
            ended += 1
        }
    }

    private mutating func writeKept(_ bucket: Int, _ kind: StreamKind) throws(IOFailure) {
        let name = kind == .identities ? kind : .state
        let (text, count) = kept.take(bucket)
        guard !text.isEmpty else { return }
        try output.write(
            "#bucket \(bucket) kind=\(name) rows=\(count) bytes=\(text.count)\n")
        try output.write(text.span)
        hash.update(text.span)
        rows += count
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
