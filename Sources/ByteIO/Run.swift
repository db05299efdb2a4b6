/// How a record stands in a run: lengths, time and order in 24 bytes, the key where it is another than
/// before, the payload.
enum RunRecord {
    static let headerLength = 24
    private static let sameKey = UInt32.max

    /// `key` is a number in `keys`, nil for the key of the record before.
    static func write(
        key: Int?, of keys: borrowing Interner, time: Int64, order: UInt64,
        _ payload: Span<UInt8>, to block: inout [UInt8]
    ) {
        let length = key.map { keys[$0].count }
        header(length, time, order, payload.count, to: &block)
        if let key { block.append(keys[key]) }
        block.append(payload)
    }

    static func write(
        key: Span<UInt8>, isNew: Bool, time: Int64, order: UInt64, _ payload: Span<UInt8>,
        to block: inout [UInt8]
    ) {
        header(isNew ? key.count : nil, time, order, payload.count, to: &block)
        if isNew { block.append(key) }
        block.append(payload)
    }

    private static func header(
        _ keyLength: Int?, _ time: Int64, _ order: UInt64, _ length: Int, to block: inout [UInt8]
    ) {
        block.append(word32: UInt32(length))
        block.append(word32: keyLength.map { UInt32($0) } ?? sameKey)
        block.append(word64: UInt64(bitPattern: time))
        block.append(word64: order)
    }

    /// The lengths that a header tells; a nil key length is the key of the record before.
    static func lengths(_ header: Span<UInt8>) -> (key: Int?, payload: Int) {
        let key = header.word32(at: 4)
        return (key == sameKey ? nil : Int(key), Int(header.word32(at: 0)))
    }
}

/// Sorted records, in memory or in a temporary file.
struct Run: Sendable {
    enum Place: Sendable {
        case memory([UInt8])
        case file(SpillFile, Range<Int>)
    }

    let place: Place
}

/// Reads a run, record by record. Memory: its buffer, or the longest record.
struct RunCursor {
    /// A number by which the caller knows where the record is from.
    let source: Int
    private(set) var key: [UInt8] = []
    private(set) var time: Int64 = 0
    private(set) var order: UInt64 = 0
    /// Where in `buffer` the payload lies.
    private(set) var payload = 0..<0
    private(set) var buffer: [UInt8]
    /// Sorts as the key does, as far as it goes.
    private(set) var prefix: UInt64 = 0
    private var next = 0
    private var filled: Int
    private let file: SpillFile?
    private var rest: Range<Int>

    init(_ run: Run, source: Int, bufferSize: Int) {
        self.source = source
        switch run.place {
        case .memory(let bytes):
            buffer = bytes
            filled = bytes.count
            file = nil
            rest = 0..<0
        case .file(let file, let range):
            buffer = [UInt8](repeating: 0, count: min(bufferSize, max(range.count, 64)))
            filled = 0
            self.file = file
            rest = range
        }
    }

    /// Moves to the next record; false at the end.
    mutating func advance() throws(IOFailure) -> Bool {
        guard try have(RunRecord.headerLength) else { return false }
        let start = next
        let (keyLength, length) = RunRecord.lengths(buffer.span.extracting(start...))
        guard try have(RunRecord.headerLength + (keyLength ?? 0) + length) else { return false }
        time = Int64(bitPattern: buffer.span.word64(at: next + 8))
        order = buffer.span.word64(at: next + 16)
        next += RunRecord.headerLength
        if let keyLength {
            key.replace(with: buffer, in: next..<next + keyLength)
            prefix = key.span.orderPrefix
            next += keyLength
        }
        payload = next..<next + length
        next += length
        return true
    }

    /// Makes sure that `count` bytes lie behind `next`; false where the run ends before.
    private mutating func have(_ count: Int) throws(IOFailure) -> Bool {
        guard filled - next < count else { return true }
        guard let file, filled - next + rest.count >= count else { return false }
        let kept = filled - next
        buffer.moveToFront(next..<filled)
        if buffer.count < count {
            buffer.append(contentsOf: repeatElement(0, count: count - buffer.count))
        }
        let more = min(buffer.count - kept, rest.count)
        try file.read(more, at: rest.lowerBound, into: &buffer, at: kept)
        rest = rest.lowerBound + more..<rest.upperBound
        next = 0
        filled = kept + more
        return true
    }

    /// By key, time, order.
    func precedes(_ other: borrowing RunCursor) -> Bool {
        if prefix != other.prefix { return prefix < other.prefix }
        let sign = key.span.order(other.key.span)
        if sign != 0 { return sign < 0 }
        return time != other.time ? time < other.time : order < other.order
    }
}
