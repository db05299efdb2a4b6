/// Sorted runs that can be read any number of times.
public struct SortedRuns: Sendable {
    let runs: [Run]

    /// No record.
    public static let none = SortedRuns(runs: [])

    /// Whether there is no record.
    public var isEmpty: Bool { runs.isEmpty }

    /// All records in order; `memory` bytes are shared out as read buffers.
    ///
    /// - Throws: `.failed` where a temporary file cannot be read.
    public func records(memory: Int) throws(IOFailure) -> SortedRecords {
        try SortedRecords([self], memory: memory)
    }

    /// The records of several in one order; `source` tells from which they are.
    ///
    /// - Throws: `.failed` where a temporary file cannot be read.
    public static func merging(
        _ parts: [SortedRuns], memory: Int
    ) throws(IOFailure) -> SortedRecords {
        try SortedRecords(parts, memory: memory)
    }
}

/// The records of sorted runs, smallest first: `while try records.advance() { use(records.key) }`.
public struct SortedRecords: ~Copyable {
    /// A run that waits, with what decides most comparisons.
    private struct Head {
        var prefix: UInt64
        let cursor: Int
    }

    private var current = RunCursor(Run(place: .memory([])), source: 0, bufferSize: 0)
    private var cursors: [RunCursor] = []
    /// The waiting runs, smallest first, as a binary heap.
    private var heap: [Head] = []
    private var isStarted = false
    private var lastKey: [UInt8] = []
    /// Whether the record is the first of its key.
    public private(set) var isNewKey = false

    init(_ parts: [SortedRuns], memory: Int) throws(IOFailure) {
        let count = parts.reduce(0) { $0 + $1.runs.count }
        let size = min(max(memory / max(count, 1), 1 << 14), 1 << 20)
        for (source, part) in parts.enumerated() {
            for run in part.runs {
                var cursor = RunCursor(run, source: source, bufferSize: size)
                guard try cursor.advance() else { continue }
                heap.append(Head(prefix: cursor.prefix, cursor: cursors.count))
                cursors.append(cursor)
            }
        }
        for at in stride(from: heap.count / 2 - 1, through: 0, by: -1) { siftDown(at) }
    }

    /// The key of the record.
    public var key: Span<UInt8> {
        @_lifetime(borrow self)
        get { current.key.span }
    }

    /// The payload of the record.
    public var payload: Span<UInt8> {
        @_lifetime(borrow self)
        get { current.buffer.span.extracting(current.payload) }
    }

    public var time: Int64 { current.time }
    public var order: UInt64 { current.order }
    /// Which of the merged parts the record is from.
    public var source: Int { current.source }

    /// Moves to the next record; false at the end.
    ///
    /// - Throws: `.failed` where a temporary file cannot be read.
    public mutating func advance() throws(IOFailure) -> Bool {
        guard try move() else { return false }
        isNewKey = !isStarted || !current.key.span.equals(lastKey.span)
        isStarted = true
        if isNewKey { lastKey.replace(with: current.key, in: 0..<current.key.count) }
        return true
    }

    private mutating func move() throws(IOFailure) -> Bool {
        if try current.advance() {
            if let first = heap.first, precedes(first, current) {
                swap(&current, &cursors[first.cursor])
                heap[0].prefix = cursors[first.cursor].prefix
                siftDown(0)
            }
            return true
        }
        guard let first = heap.first else { return false }
        swap(&current, &cursors[first.cursor])
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
        siftDown(0)
        return true
    }

    private func precedes(_ head: Head, _ other: borrowing RunCursor) -> Bool {
        head.prefix != other.prefix
            ? head.prefix < other.prefix : cursors[head.cursor].precedes(other)
    }

    private mutating func siftDown(_ start: Int) {
        var at = start
        while true {
            var least = at
            for child in 2 * at + 1..<2 * at + 3
            where child < heap.count && precedes(heap[child], heap[least]) {
                least = child
            }
            if least == at { return }
            heap.swapAt(at, least)
            at = least
        }
    }

    private func precedes(_ one: Head, _ other: Head) -> Bool {
        one.prefix != other.prefix
            ? one.prefix < other.prefix : cursors[one.cursor].precedes(cursors[other.cursor])
    }
}
