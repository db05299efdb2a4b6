import StageSupport
import ByteIO

/// Numbers for pairs of numbers from -2 on: 0 for the first pair observed, then 1, 2, ….
///
/// Pairs of small numbers, which most are, stand in a square; the others in a hash table.
struct PairTable {
    /// Numbers from -2 to below 62 have a row and a column of the square.
    private static let side: UInt32 = 64

    private(set) var pairs: [(from: Int32, to: Int32)] = []
    /// Number + 1 of each pair of small numbers, 0 = free; made for the first one.
    private var square: [UInt32] = []
    /// Number + 1 of the pair in each slot, 0 = free; a power of two, at most half full.
    private(set) var slots = [UInt32](repeating: 0, count: 64)
    private let hasher = ByteHash.ofRun

    @inline(__always)
    mutating func number(from: Int32, to: Int32) -> Int {
        guard let index = Self.index(from, to), index < square.count, square[index] > 0 else {
            return search(from: from, to: to)
        }
        return Int(square[index]) &- 1
    }

    /// Where a pair stands in the square; nil for one of larger numbers.
    @inline(__always)
    private static func index(_ from: Int32, _ to: Int32) -> Int? {
        let (row, column) = (UInt32(bitPattern: from &+ 2), UInt32(bitPattern: to &+ 2))
        return row < side && column < side ? Int(row &* side &+ column) : nil
    }

    private mutating func search(from: Int32, to: Int32) -> Int {
        if let index = Self.index(from, to) {
            if square.isEmpty { square = [UInt32](repeating: 0, count: Int(Self.side * Self.side)) }
            pairs.append((from, to))
            square[index] = UInt32(pairs.count)
            return pairs.count - 1
        }
        var slot = home(from, to)
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            if pairs[number].from == from, pairs[number].to == to { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        pairs.append((from, to))
        slots[slot] = UInt32(pairs.count)
        if pairs.count * 2 > slots.count { grow() }
        return pairs.count - 1
    }

    /// Other slots in every run: which pairs come, and in which order, is up to the data.
    func home(_ from: Int32, _ to: Int32) -> Int {
        let key = UInt64(UInt32(bitPattern: from)) << 32 | UInt64(UInt32(bitPattern: to))
        return Int(hasher.hash(key) >> 32) & (slots.count - 1)
    }

    private mutating func grow() {
        while pairs.count * 2 > slots.count { slots += slots }
        for slot in slots.indices { slots[slot] = 0 }
        for (number, pair) in pairs.enumerated() where Self.index(pair.from, pair.to) == nil {
            var slot = home(pair.from, pair.to)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(number + 1)
        }
    }
}

/// How often each pair of small numbers was met.
struct PairCounts {
    private(set) var table = PairTable()
    private(set) var counts: [Int] = []

    mutating func add(_ from: Int32, _ to: Int32) {
        let number = table.number(from: from, to: to)
        if number == counts.count { counts.append(0) }
        counts[number] += 1
    }

    /// The pairs with their counts, in the order in which they were met.
    var all: [(from: Int32, to: Int32, count: Int)] {
        zip(table.pairs, counts).map { ($0.from, $0.to, $1) }
    }
}

extension PairCounts {
    /// Writes a line for each pair; `key` gives the numbers by which it is known in the partial.
    func write(
        _ word: StaticString, to partial: inout PartialWriter,
        key: (Int32, Int32) -> (Int32, Int32) = { ($0, $1) }
    ) {
        let keys = table.pairs.map { key($0.from, $0.to) }
        for index in partial.order(counts.indices, key: { keys[$0] }) {
            partial.begin(word)
            partial.append(Int(keys[index].0))
            partial.append(Int(keys[index].1))
            partial.append(counts[index])
            partial.end()
        }
    }

    /// Adds the lines that `write` wrote; `pair` gives the own numbers of a key.
    mutating func merge(
        _ word: StaticString, of partial: inout PartialReader,
        pair: (Int32, Int32) -> (Int32, Int32)? = { ($0, $1) }
    ) throws(Failure) {
        while partial.isNext(word) {
            let key = (try partial.key(), try partial.key())
            guard let pair = pair(key.0, key.1) else { throw partial.damage("no such pair") }
            let number = table.number(from: pair.0, to: pair.1)
            if number == counts.count { counts.append(0) }
            try partial.add(to: &counts[number])
            try partial.finishLine()
        }
    }
}
