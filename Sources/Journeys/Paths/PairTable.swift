/// Numbers for pairs of small numbers: 0 for the first pair seen, then 1, 2, ….
struct PairTable {
    private(set) var pairs: [(from: Int32, to: Int32)] = []
    /// Number + 1 of the pair in each slot, 0 = free; a power of two, at most half full.
    private var slots = [UInt32](repeating: 0, count: 1024)

    mutating func number(from: Int32, to: Int32) -> Int {
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

    private func home(_ from: Int32, _ to: Int32) -> Int {
        let key = UInt64(UInt32(bitPattern: from)) << 32 | UInt64(UInt32(bitPattern: to))
        // The odd constant nearest 2⁶⁴ divided by the golden ratio spreads neighbouring numbers.
        return Int((key &* 0x9E37_79B9_7F4A_7C15) >> 40) & (slots.count - 1)
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for (number, pair) in pairs.enumerated() {
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
