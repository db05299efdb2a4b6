import ByteIO
import Rows
import StageSupport

/// Parts a state or an identity map among buckets: a whole file of the same kind for each bucket, whose
/// end lines say what the whole one's say.
///
/// Memory: what waits to be written, and 200 bytes a bucket.
struct KeptParts: ~Copyable {
    /// The part of one bucket.
    struct Part {
        /// What is not written yet.
        var text: [UInt8] = []
        /// Rows in `text`.
        var waiting = 0
        /// Of the stream that is open.
        var rows = 0
        var hash = XXH64()
    }

    private static let lineEnd: [UInt8] = [0x0A]

    private(set) var parts: [Part]
    /// Bytes that wait in all parts.
    private(set) var byteCount = 0
    private var open: StreamKind?

    init(buckets: Int) { parts = [Part](repeating: Part(), count: buckets) }

    static func columns(of kind: StreamKind) -> [String] {
        switch kind {
        case .events, .paths: EventColumn.allCases.map(\.name)
        case .state: EventColumn.allCases.map(\.name) + [EventLayout.mark]
        case .carried: CarriedSession.names
        case .identities: IdentityMap.names
        }
    }

    /// Adds a row of a stream of `kind`; how many bytes now wait in the bucket.
    mutating func add(_ row: Span<UInt8>, _ kind: StreamKind, to bucket: Int) -> Int {
        begin(kind)
        parts[bucket].text.append(row)
        parts[bucket].text.append(0x0A)
        parts[bucket].hash.update(row)
        parts[bucket].hash.update(Self.lineEnd.span)
        parts[bucket].rows += 1
        parts[bucket].waiting += 1
        byteCount += row.count + 1
        return parts[bucket].text.count
    }

    private mutating func begin(_ kind: StreamKind) {
        guard open != kind else { return }
        open = kind
        let columns = Self.columns(of: kind).joined(separator: "\t")
        let head = Array("\(kind.firstLine)\n\(columns)\n".utf8)
        for bucket in parts.indices {
            parts[bucket].text += head
            byteCount += head.count
            parts[bucket].rows = 0
            parts[bucket].hash = XXH64()
        }
    }

    /// The stream of `kind` ends, with `end` of the whole one.
    mutating func finish(_ kind: StreamKind, _ end: StreamEnd) {
        begin(kind)
        open = nil
        for bucket in parts.indices {
            let end = StreamEnd(
                rows: parts[bucket].rows, isComplete: end.isComplete,
                checksum: parts[bucket].hash.digest, extra: end.extra)
            let line = Array("\(end.line)\n".utf8)
            parts[bucket].text += line
            byteCount += line.count
        }
    }

    /// Takes what waits in a bucket, with the number of rows in it.
    mutating func take(_ bucket: Int) -> (text: [UInt8], rows: Int) {
        let taken = (parts[bucket].text, parts[bucket].waiting)
        byteCount -= taken.0.count
        parts[bucket].text = []
        parts[bucket].waiting = 0
        return taken
    }
}
