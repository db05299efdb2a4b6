import ByteIO
import TestSupport
import Testing

struct InternerTests {
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
