/// Records in memory, on their way to be sorted by key, time and order.
struct SortChunk: Sendable {
    private struct Entry {
        var key: UInt32
        var start: UInt32
        var length: UInt32
        var time: Int64
        var order: UInt64
    }

    /// Bytes that an entry, its place in the sorted order, and a key take besides their own.
    private static let entryCost = MemoryLayout<Entry>.stride + 4
    private static let keyCost = 40
    private static let blockSize = 1 << 20

    private var keys = Interner(capacity: 1 << 10)
    private var bytes: [UInt8] = []
    private var entries: [Entry] = []

    /// Room for `limit` bytes of memory; what is not used is not touched.
    init(limit: Int) {
        bytes.reserveCapacity(limit)
        entries.reserveCapacity(limit / (Self.entryCost + 16))
    }

    var isEmpty: Bool { entries.isEmpty }

    /// The memory that the records take.
    var memory: Int {
        bytes.count + entries.count * Self.entryCost + keys.byteCount + keys.count * Self.keyCost
    }

    mutating func add(
        key: Span<UInt8>, time: Int64, order: UInt64, _ payload: Span<UInt8>
    ) {
        entries.append(
            Entry(
                key: UInt32(keys.number(of: key)), start: UInt32(bytes.count),
                length: UInt32(payload.count), time: time, order: order))
        bytes.append(payload)
    }

    /// Forgets the records and keeps the memory.
    mutating func removeAll() {
        keys.removeAll()
        bytes.removeAll(keepingCapacity: true)
        entries.removeAll(keepingCapacity: true)
    }

    /// Hands over the sorted records, written as a run, in blocks.
    func write(to put: (Span<UInt8>) throws(IOFailure) -> Void) throws(IOFailure) {
        var block: [UInt8] = []
        block.reserveCapacity(min(Self.blockSize, memory * 2) + 4096)
        var last: UInt32?
        for number in sorted() {
            let entry = entries[Int(number)]
            let start = Int(entry.start)
            RunRecord.write(
                key: entry.key == last ? nil : Int(entry.key), of: keys, time: entry.time,
                order: entry.order, bytes.span.extracting(start..<start + Int(entry.length)),
                to: &block)
            last = entry.key
            if block.count >= Self.blockSize {
                try put(block.span)
                block.removeAll(keepingCapacity: true)
            }
        }
        try put(block.span)
    }
}

// Few keys and many records: the keys are sorted by bytes, the records dealt out to them, and the
// few records of each key sorted by time; most come in that order.
extension SortChunk {
    private func sorted() -> [UInt32] {
        let ranked = rankedKeys()
        var next = [UInt32](repeating: 0, count: ranked.count)
        for entry in entries { next[Int(entry.key)] += 1 }
        var start: UInt32 = 0
        for key in ranked {
            let count = next[Int(key)]
            next[Int(key)] = start
            start += count
        }
        var order = [UInt32](repeating: 0, count: entries.count)
        for (number, entry) in entries.enumerated() {
            let key = Int(entry.key)
            order[Int(next[key])] = UInt32(number)
            next[key] += 1
        }
        var first = 0
        for key in ranked {
            let end = Int(next[Int(key)])
            sort(&order, first..<end)
            first = end
        }
        return order
    }

    private func rankedKeys() -> [UInt32] {
        var ranked: [(prefix: UInt64, key: UInt32)] = []
        ranked.reserveCapacity(keys.count)
        for key in 0..<keys.count { ranked.append((keys[key].orderPrefix, UInt32(key))) }
        ranked.sort {
            $0.prefix != $1.prefix
                ? $0.prefix < $1.prefix : keys[Int($0.key)].order(keys[Int($1.key)]) < 0
        }
        return ranked.map(\.key)
    }

    private func sort(_ order: inout [UInt32], _ range: Range<Int>) {
        for at in range.dropFirst() where precedes(order[at], order[at - 1]) {
            order[range].sort { precedes($0, $1) }
            return
        }
    }

    private func precedes(_ left: UInt32, _ right: UInt32) -> Bool {
        let (one, other) = (entries[Int(left)], entries[Int(right)])
        return one.time != other.time ? one.time < other.time : one.order < other.order
    }
}
