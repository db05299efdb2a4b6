import ByteIO

/// Every pair of a visitor and a user seen together, with the first and last time; for rows that are not
/// stored, or an identity map. `StoredPairs` does the same for rows in memory.
///
/// Pairs are kept in memory up to a limit, then sorted on disk; the same pair may lie there more than
/// once until `finish`.
struct EdgeTable: ~Copyable {
    private var pairs = Interner(capacity: 1 << 10)
    private var first: [Int64] = []
    private var last: [Int64] = []
    private var sort: SpillSort
    private let limit: Int
    private var order: UInt64 = 0
    private var key: [UInt8] = []

    init(memory: Int, folder: SpillFolder) {
        limit = memory / 2
        sort = SpillSort(memory: memory / 2, folder: folder)
    }

    /// Observes a record of `visitor`, empty for none, that carries `user`.
    ///
    /// A carried session's user is known, and says nothing of its visitor. Where visitors are not joined,
    /// each user stands beside no visitor, and once more beside one named `u` if its rows without a visitor
    /// make it a customer.
    mutating func observe(
        visitor: Span<UInt8>, user: Span<UInt8>, time: Int64, isCarried: Bool,
        joinsIdentities: Bool
    ) throws(IOFailure) {
        guard !joinsIdentities else {
            return try observe(visitor: isCarried ? Span() : visitor, user: user, time: time)
        }
        if !isCarried { try observe(visitor: Span(), user: user, time: time) }
        guard visitor.isEmpty else { return }
        let name: [UInt8] = [0x75]
        try observe(visitor: name.span, user: user, time: time)
    }

    private mutating func observe(
        visitor: Span<UInt8>, user: Span<UInt8>, time: Int64
    ) throws(IOFailure) {
        PairKey.write(visitor, user, to: &key)
        let number = pairs.number(of: key)
        if number == first.count {
            first.append(time)
            last.append(time)
            if pairs.byteCount + pairs.count * 64 > limit { try spill() }
        } else {
            if time < first[number] { first[number] = time }
            if time > last[number] { last[number] = time }
        }
    }

    /// Adds a line of the identity map.
    mutating func load(
        visitor: Span<UInt8>, user: Span<UInt8>, first: Int64, last: Int64
    ) throws(IOFailure) {
        PairKey.write(visitor, user, to: &key)
        let payload = Edge(last: last, isSeen: false, isKnown: true).bytes
        try sort.add(key: key, time: first, order: order, payload)
        order += 1
    }

    private mutating func spill() throws(IOFailure) {
        for number in 0..<pairs.count {
            let payload = Edge(last: last[number], isSeen: true, isKnown: false).bytes
            let time = first[number]
            key.replace(with: pairs, number)
            try sort.add(key: key, time: time, order: order, payload)
            order += 1
        }
        pairs = Interner(capacity: 1 << 10)
        first.removeAll(keepingCapacity: true)
        last.removeAll(keepingCapacity: true)
    }

    /// The pairs by the bytes of visitor, then user; parts of one pair side by side.
    consuming func finish() throws(IOFailure) -> SortedRuns {
        try spill()
        pairs = Interner()
        first = []
        last = []
        return try sort.finish()
    }
}

/// What is known of a pair besides its first time.
struct Edge {
    var last: Int64
    /// Seen in this run.
    var isSeen: Bool
    /// Stood in the identity map.
    var isKnown: Bool

    static let length = 9

    init(last: Int64, isSeen: Bool, isKnown: Bool) {
        self.last = last
        self.isSeen = isSeen
        self.isKnown = isKnown
    }

    init(_ bytes: Span<UInt8>) {
        last = Int64(bitPattern: bytes.word64(at: 0))
        isSeen = bytes[8] & 1 != 0
        isKnown = bytes[8] & 2 != 0
    }

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(word64: UInt64(bitPattern: last))
        bytes.append((isSeen ? 1 : 0) | (isKnown ? 2 : 0))
        return bytes
    }
}

/// Two byte strings in one that sorts as the pair does: 0x00 of the first becomes 0x00 0xFF, 0x00 0x00
/// ends it.
enum PairKey {
    static func write(_ one: Span<UInt8>, _ other: Span<UInt8>, to key: inout [UInt8]) {
        key.removeAll(keepingCapacity: true)
        var start = 0
        while let zero = one.firstOffset(of: 0, from: start) {
            key.append(one.extracting(start...zero))
            key.append(0xFF)
            start = zero + 1
        }
        key.append(one.extracting(start...))
        key.append(0)
        key.append(0)
        key.append(other)
    }

    static func read(_ key: Span<UInt8>, _ one: inout [UInt8], _ other: inout [UInt8]) {
        one.removeAll(keepingCapacity: true)
        other.removeAll(keepingCapacity: true)
        var at = 0
        while let zero = key.firstOffset(of: 0, from: at), zero + 1 < key.count {
            one.append(key.extracting(at..<zero))
            at = zero + 2
            if key[zero + 1] == 0 { break }
            one.append(0)
        }
        other.append(key.extracting(at...))
    }
}
