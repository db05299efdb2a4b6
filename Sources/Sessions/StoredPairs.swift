import BasicContainers
import ByteIO

/// Pairs of a visitor and a user seen together in stored rows, by the numbers of their names.
struct StoredPairs: ~Copyable {
    struct Pair {
        let visitor: UInt32
        let user: UInt32
        var first: Int64
        var last: Int64
        /// Another pair of the visitor; `end` behind the last.
        var next = StoredPairs.end

        var key: UInt64 { UInt64(visitor) | UInt64(user) << 32 }
    }

    static let end = UInt32.max
    /// Bytes of memory for one, with what the look-up and the resolution take.
    private static let size = 96

    private(set) var all = UniqueArray<Pair>()
    /// By visitor: the pair observed last; from `chain` on, the first one of its chain.
    private(set) var latest: UniqueArray<UInt32>
    /// By number of a name: whether it is a user's, with or without a visitor.
    private(set) var isUser: UniqueArray<Bool>
    /// Pairs of visitors with several users, by both numbers.
    private var indexes: [UInt64: UInt32] = [:]

    /// Nil where they take more than `memory` bytes.
    init?(of store: borrowing RowStore, memory: Int) {
        latest = UniqueArray(repeating: Self.end, count: store.names.count)
        isUser = UniqueArray(repeating: false, count: store.names.count)
        for row in 0..<store.count {
            let (visitor, user) = store.names(of: row)
            guard user != RowStore.none else { continue }
            let head = store[row]
            guard visitor != RowStore.none, head.kind != RecordKind.carried else {
                isUser[Int(store.names.name(ofField: user))] = true
                continue
            }
            observe(
                store.names.name(ofField: visitor), store.names.name(ofField: user), head.time)
            if all.count * Self.size > memory { return nil }
        }
        chain()
    }

    private mutating func observe(_ visitor: UInt32, _ user: UInt32, _ time: Int64) {
        var index = latest[Int(visitor)]
        if index == Self.end || all[Int(index)].user != user {
            index = find(visitor, user, after: index, time)
            latest[Int(visitor)] = index
        }
        if time < all[Int(index)].first { all[Int(index)].first = time }
        if time > all[Int(index)].last { all[Int(index)].last = time }
    }

    /// The pair, made now if it is new; `before` is the one that the visitor had last.
    private mutating func find(
        _ visitor: UInt32, _ user: UInt32, after before: UInt32, _ time: Int64
    ) -> UInt32 {
        let fresh = UInt32(all.count)
        let pair = Pair(visitor: visitor, user: user, first: time, last: time)
        if before != Self.end {
            // A visitor's first pair is looked up by `latest` alone, until there is a second one.
            indexes[all[Int(before)].key] = before
            if let known = indexes[pair.key] { return known }
            indexes[pair.key] = fresh
        }
        all.append(pair)
        isUser[Int(user)] = true
        return fresh
    }

    /// Chains the pairs of each visitor.
    private mutating func chain() {
        for index in 0..<all.count { latest[Int(all[index].visitor)] = Self.end }
        for index in 0..<all.count {
            let visitor = Int(all[index].visitor)
            all[index].next = latest[visitor]
            latest[visitor] = UInt32(index)
        }
    }

    /// Whether the pair is the first one of its visitor's chain: each visitor has one such.
    func isFirst(_ index: Int) -> Bool { latest[Int(all[index].visitor)] == UInt32(index) }

    /// The pairs from `index` to the end of its chain, by first time, then the user's bytes.
    func chain(from index: Int, _ names: borrowing NameTable) -> [Pair] {
        var (pairs, index) = ([all[index]], all[index].next)
        while index != Self.end {
            pairs.append(all[Int(index)])
            index = all[Int(index)].next
        }
        guard pairs.count > 1 else { return pairs }
        let order = names.order(of: pairs.map(\.user))
        pairs.sort { ($0.first, order[$0.user] ?? 0) < ($1.first, order[$1.user] ?? 0) }
        return pairs
    }

    /// The pairs of users that have more than `limit`, by user, first time, then the visitor's bytes.
    func pairsOfMany(limit: Int, _ names: borrowing NameTable) -> [Pair] {
        var counts = UniqueArray<UInt32>(repeating: 0, count: names.count)
        var most: UInt32 = 0
        for index in 0..<all.count {
            counts[Int(all[index].user)] += 1
            most = max(most, counts[Int(all[index].user)])
        }
        guard most > limit else { return [] }
        var pairs: [Pair] = []
        for index in 0..<all.count where counts[Int(all[index].user)] > limit {
            pairs.append(all[index])
        }
        let order = names.order(of: pairs.map(\.visitor))
        pairs.sort {
            ($0.user, $0.first, order[$0.visitor] ?? 0) < (
                $1.user, $1.first, order[$1.visitor] ?? 0
            )
        }
        return pairs
    }
}

extension NameTable {
    /// Where each of these names stands among them by its bytes.
    func order(of numbers: [UInt32]) -> [UInt32: Int] {
        var texts: [(number: UInt32, text: [UInt8])] = []
        for number in numbers { texts.append((number, self[number].copied())) }
        texts.sort { $0.text.lexicographicallyPrecedes($1.text) }
        var order: [UInt32: Int] = [:]
        for (index, entry) in texts.enumerated() { order[entry.number] = index }
        return order
    }
}
