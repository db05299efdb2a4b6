/// Records in memory, found by their key: an open table of a bounded size.
///
/// A record lies at or behind the place that its rank's first bits name, so places are almost in
/// the order of the records, and emptying the table in order sorts only neighbours.
struct KeyTable {
    /// Places behind the last one, so that no search goes round.
    private static let tail = 256
    private static let smallestBits = 10

    private var words: [UInt64] = []
    private var bits = smallestBits
    private let maximumBits: Int
    private(set) var count = 0

    /// The table takes at most `bytes`, or 40 KiB where that is less.
    init(bytes: Int) {
        var most = Self.smallestBits
        while most < 40, (1 << (most + 1)) + Self.tail <= bytes / (KeyRecord.words * 8) {
            most += 1
        }
        maximumBits = most
        words = Self.places(bits)
    }

    private static func places(_ bits: Int) -> [UInt64] {
        [UInt64](repeating: 0, count: ((1 << bits) + tail) * KeyRecord.words)
    }

    /// The place of a key: where it is, where it can be put, or nil where the table is full.
    func place(rank: UInt64, low: UInt64) -> (start: Int, isKnown: Bool)? {
        var start = Int(rank >> UInt64(64 - bits)) * KeyRecord.words
        while start < words.count {
            // A place whose counts are zero is free.
            if words[start + 2] == 0 { return (start, false) }
            if words[start] == rank, words[start + 1] == low { return (start, true) }
            start += KeyRecord.words
        }
        return nil
    }

    /// A word of the place where `place` begins.
    func sample(rank: UInt64) -> UInt64 {
        words[Int(rank >> UInt64(64 - bits)) * KeyRecord.words]
    }

    func record(at start: Int) -> KeyRecord { KeyRecord(words, at: start) }

    mutating func update(_ record: KeyRecord, at start: Int) { record.write(to: &words, at: start) }

    /// Puts a new record where `place` said.
    mutating func insert(_ record: KeyRecord, at start: Int) {
        record.write(to: &words, at: start)
        count += 1
    }

    /// Whether three of four places are taken: more would make searches long.
    var isFull: Bool { count * 4 > 3 << bits }

    /// Doubles the table; false where it has its size.
    mutating func grow() -> Bool {
        guard bits < maximumBits else { return false }
        let old = words
        bits += 1
        words = Self.places(bits)
        for start in stride(from: 0, to: old.count, by: KeyRecord.words) where old[start + 2] != 0 {
            let record = KeyRecord(old, at: start)
            guard let free = place(rank: record.rank, low: record.low)?.start else { continue }
            record.write(to: &words, at: free)
        }
        return true
    }

    /// Hands out all records in order and empties the table.
    mutating func drain<E: Error>(_ take: (KeyRecord) throws(E) -> Void) throws(E) {
        var cluster: [KeyRecord] = []
        for start in stride(from: 0, to: words.count, by: KeyRecord.words) {
            if words[start + 2] != 0 {
                cluster.append(KeyRecord(words, at: start))
                continue
            }
            try Self.hand(&cluster, take)
        }
        try Self.hand(&cluster, take)
        for index in words.indices { words[index] = 0 }
        count = 0
    }

    /// Records of places without a gap between them: all others are before or behind them.
    private static func hand<E: Error>(
        _ cluster: inout [KeyRecord], _ take: (KeyRecord) throws(E) -> Void
    ) throws(E) {
        guard !cluster.isEmpty else { return }
        if cluster.count > 1 { cluster.sort { $0 < $1 } }
        for record in cluster { try take(record) }
        cluster.removeAll(keepingCapacity: true)
    }
}
