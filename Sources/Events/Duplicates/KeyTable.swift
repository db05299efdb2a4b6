/// Records in memory, found by their key: an open table of a bounded size.
///
/// A record lies at or behind the place that its share of all ranks names, so places are almost
/// in the order of the records, and emptying the table in order sorts only neighbours.
struct KeyTable {
    /// Places behind the last one, so that no search goes round.
    private static let tail = 256
    private static let fewestPlaces = 1024

    private var words: [UInt64] = []
    /// Without the tail.
    private var places = fewestPlaces
    private let mostPlaces: Int
    private(set) var count = 0

    /// The table takes at most `bytes`, or 30 KiB where that is less.
    init(bytes: Int) {
        mostPlaces = max(Self.fewestPlaces, bytes / (KeyRecord.words * 8) - Self.tail)
        words = Self.words(for: places)
    }

    private static func words(for places: Int) -> [UInt64] {
        [UInt64](repeating: 0, count: (places + tail) * KeyRecord.words)
    }

    /// Where to look first for a rank.
    private func start(_ rank: UInt64) -> Int {
        Int(rank.multipliedFullWidth(by: UInt64(places)).high) * KeyRecord.words
    }

    /// The place of a key: where it is, where it can be put, or nil where the table is full.
    func place(rank: UInt64, low: UInt32) -> (start: Int, isKnown: Bool)? {
        var start = start(rank)
        while start < words.count {
            if KeyRecord.isFree(words, start) { return (start, false) }
            if words[start] == rank, KeyRecord.low(words, start) == low { return (start, true) }
            start += KeyRecord.words
        }
        return nil
    }

    /// A word of the place where `place` begins.
    func sample(rank: UInt64) -> UInt64 { words[start(rank)] }

    func record(at start: Int) -> KeyRecord { KeyRecord(words, at: start) }

    mutating func update(_ record: KeyRecord, at start: Int) { record.write(to: &words, at: start) }

    /// Puts a new record where `place` said.
    mutating func insert(_ record: KeyRecord, at start: Int) {
        record.write(to: &words, at: start)
        count += 1
    }

    /// Whether three of four places are taken: more would make searches long.
    var isFull: Bool { count * 4 > places * 3 }

    /// Doubles the table, or gives it its full size; false where it has its size.
    mutating func grow() -> Bool {
        guard places < mostPlaces else { return false }
        let old = words
        places = min(places * 2, mostPlaces)
        words = Self.words(for: places)
        for start in stride(from: 0, to: old.count, by: KeyRecord.words)
        where !KeyRecord.isFree(old, start) {
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
            if !KeyRecord.isFree(words, start) {
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
