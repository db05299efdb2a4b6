import TestSupport
import Testing

@testable import Journeys

struct PairTableTests {
    /// Pairs of one slot by the golden ratio, which hashed them once; the numbers of touchpoints are those
    /// in which names first come, so whoever writes a log chooses the pairs.
    @Test func nobodyCanAimAtOneSlot() {
        var pairs: [(Int32, Int32)] = []
        var from: UInt64 = 100
        while pairs.count < 1000 {
            for to in UInt64(100)..<2100 {
                let slot = ((from << 32 | to) &* 0x9E37_79B9_7F4A_7C15) >> 40 & 0x7FF
                if slot == 0 { pairs.append((Int32(from), Int32(to))) }
            }
            from += 1
        }
        var table = PairTable()
        for pair in pairs { _ = table.number(from: pair.0, to: pair.1) }
        var probes = 0
        for slot in table.slots.indices where table.slots[slot] != 0 {
            let pair = table.pairs[Int(table.slots[slot]) - 1]
            probes += (slot - table.home(pair.from, pair.to)) & (table.slots.count - 1)
        }
        #expect(probes < 3 * pairs.count, "\(probes) steps for \(pairs.count) pairs")
    }

    /// Small numbers, which stand in a square, large ones, and both: each pair keeps the number that it
    /// got, counted up from 0.
    @Test(arguments: [-2..<3, -2..<62, 60..<70, 1000..<1100, -2..<5000] as [Range<Int32>])
    func eachPairHasItsNumber(range: Range<Int32>) {
        var random = SeededGenerator(seed: UInt64(range.count))
        var table = PairTable()
        var known: [[Int32]: Int] = [:]
        for _ in 0..<20_000 {
            let from = Int32.random(in: range, using: &random)
            let to = Bool.random(using: &random) ? 1 : Int32.random(in: range, using: &random)
            let wanted = known[[from, to], default: known.count]
            known[[from, to]] = wanted
            let found = table.number(from: from, to: to)
            #expect(found == wanted)
        }
        #expect(table.pairs.map { known[[$0.from, $0.to]] } == Array(0..<known.count))
    }
}
