import TestSupport
import Testing

@testable import Journeys

struct PairTableTests {
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
