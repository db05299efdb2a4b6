import ByteIO

/// Records in memory, found by their key: an open table of a bounded size.
///
/// A record lies at or behind the slot that its share of all ranks names, so that records are almost in
/// their order, and emptying the table in order sorts only neighbours.
struct KeyTable: ~Copyable {
    /// Slots behind the last one, so that no search goes round.
    private static let tail = 256
    private static let fewestSlots = 1024
    /// A record that was never counted stands for a free slot.
    private static let free = KeyRecord(rank: 0, low: 0, input: 0, earlier: 0, current: 0)

    private var records: Slots<KeyRecord>
    /// Without the tail.
    private var slots = fewestSlots
    private let mostSlots: Int
    private(set) var count = 0

    /// The table takes at most `bytes`, or 30 KiB where that is less.
    init(bytes: Int) {
        mostSlots = max(Self.fewestSlots, bytes / MemoryLayout<KeyRecord>.stride - Self.tail)
        records = Slots(slots + Self.tail, of: Self.free)
    }

    /// Where to look first for a rank.
    private func start(_ rank: UInt64) -> Int {
        Int(truncatingIfNeeded: rank.multipliedFullWidth(by: UInt64(slots)).high)
    }

    /// The slot of a key: where it is, where it can be put, or nil where the table is full.
    func slot(rank: UInt64, low: UInt32) -> (slot: Int, isKnown: Bool)? {
        var slot = start(rank)
        while slot < records.count {
            let record = records[slot]
            if record.current == 0 { return (slot, false) }
            if record.rank == rank, record.low == low { return (slot, true) }
            slot &+= 1
        }
        return nil
    }

    /// Asks for the slots where `slot` begins.
    func prefetch(rank: UInt64) { records.prefetch(at: start(rank), others: true) }

    subscript(slot: Int) -> KeyRecord {
        get { records[slot] }
        set { records[slot] = newValue }
    }

    /// Puts a new record where `slot` said.
    mutating func insert(_ record: KeyRecord, at slot: Int) {
        records[slot] = record
        count += 1
    }

    /// Whether three of four slots are taken: more would make searches long.
    var isFull: Bool { count * 4 > slots * 3 }

    /// Doubles the table, or gives it its full size; false where it has its size.
    mutating func grow() -> Bool {
        guard slots < mostSlots else { return false }
        slots = min(slots * 2, mostSlots)
        var old = Slots(slots + Self.tail, of: Self.free)
        swap(&old, &records)
        for index in 0..<old.count where old[index].current > 0 {
            let record = old[index]
            guard let free = slot(rank: record.rank, low: record.low)?.slot else { continue }
            records[free] = record
        }
        return true
    }

    /// Hands out all records in order and empties the table.
    mutating func drain<E: Error>(_ take: (KeyRecord) throws(E) -> Void) throws(E) {
        var cluster: [KeyRecord] = []
        for slot in 0..<records.count {
            if records[slot].current > 0 {
                cluster.append(records[slot])
                continue
            }
            try Self.hand(&cluster, take)
        }
        try Self.hand(&cluster, take)
        records.fill(Self.free)
        count = 0
    }

    /// Records of slots without a gap between them: all others are before or behind them.
    private static func hand<E: Error>(
        _ cluster: inout [KeyRecord], _ take: (KeyRecord) throws(E) -> Void
    ) throws(E) {
        guard !cluster.isEmpty else { return }
        if cluster.count > 1 { cluster.sort { $0 < $1 } }
        for record in cluster { try take(record) }
        cluster.removeAll(keepingCapacity: true)
    }
}
