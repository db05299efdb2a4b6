import TestSupport
import Testing

@testable import ByteIO

struct InternerTests {
    /// Texts whose last word is the factor of the hash, as somebody would choose them who knows it but not
    /// the seed; texts that differ in their first, their middle or their last word alone; short ones.
    private static let aimed: [(name: String, text: @Sendable (UInt64) -> [UInt64])] = [
        ("factor last", { [$0, ByteHash.factor] }),
        ("factor in the middle", { [$0, ByteHash.factor, 7, 7] }),
        ("first", { [$0, 7, 7] }), ("last", { [7, 7, $0] }), ("high bits", { [$0 << 44, 7] }),
        ("one word", { [$0 << 40] }),
    ]

    /// A table whose seed nobody knows is searched in few steps, whatever the texts. With one seed in twenty a
    /// single product would need a hundred times as many.
    @Test(arguments: 0..<6, 0..<50 as Range<UInt64>)
    func nobodyCanAimAtOneSlot(kind: Int, seed: UInt64) {
        let count = 4000
        var seeds = SplitMix(seed: seed)
        var interner = Interner(capacity: 16, ByteHash(seed: seeds.next()))
        for number in 0..<UInt64(count) {
            let words = Self.aimed[kind].text(number)
            let text = words.flatMap { word in
                (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }
            }
            _ = interner.number(of: text)
        }
        #expect(interner.count == count)
        // Slots between where each text's search begins and where it lies: at most half are taken, so half
        // a slot on average is to be expected (Knuth, "The Art of Computer Programming", 6.4).
        let mask = interner.slots.count - 1
        var probes = 0
        for slot in interner.slots.indices where interner.slots[slot] != Interner.free {
            probes += (slot - Int(interner.slots[slot] >> 32)) & mask
        }
        #expect(
            probes < 2 * count,
            "\(Self.aimed[kind].name), seed \(seed): \(probes) steps for \(count) texts")
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func numbersAreThoseOfADictionary(seed: UInt64) {
        var numbers = SplitMix(seed: seed)
        var interner = Interner(capacity: [1, 16, 1000][Int(seed % 3)])
        for _ in 0..<3 {
            var known: [[UInt8]: Int] = [:]
            for _ in 0..<Int.random(in: 0...2000, using: &numbers) {
                let length = Int.random(in: 0...40, using: &numbers)
                // Few different bytes, so that many texts are equal or nearly so.
                let text = (0..<length).map { _ in UInt8.random(in: 0...1, using: &numbers) * 0xFF }
                let before = interner.known(text.span)
                #expect(before == known[text])
                let number = known[text] ?? known.count
                known[text] = number
                let hash = interner.hash(of: text.span)
                interner.prefetchSlot(hash)
                interner.prefetchRecord(hash)
                let given = interner.number(of: text.span, hash: hash)
                #expect(given == number)
            }
            #expect(interner.count == known.count)
            for (text, number) in known {
                interner.prefetchRecord(of: number)
                let kept = interner[number].copied()
                #expect(kept == text)
            }
            interner.removeAll()
            #expect(interner.count == 0)
        }
    }

    @Test func forgettingAFewLeavesNothing() {
        var interner = Interner(capacity: 4096)
        for round in 0..<50 {
            for number in 0..<5 {
                let text = Array("\(round)-\(number)".utf8)
                let given = interner.number(of: text)
                #expect(given == number)
            }
            interner.removeAll()
            let known = interner.known(Array("\(round)-1".utf8).span)
            #expect(known == nil)
        }
    }
}

struct SpanEqualityTests {
    @Test(arguments: 0...80)
    func everyByteCounts(length: Int) {
        let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let isSame = bytes.span.equals(bytes.span)
        #expect(isSame)
        for at in bytes.indices {
            var other = bytes
            other[at] ^= 0x80
            let isSame = bytes.span.equals(other.span)
            #expect(!isSame)
        }
        let isSameAsLonger = bytes.span.equals((bytes + [0]).span)
        #expect(!isSameAsLonger)
    }
}
