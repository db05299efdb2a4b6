import ByteIO
import Testing

@testable import Journeys

struct CustomerIDTests {
    /// The numbers are those of an `Interner`, few ids or many, and after another customer.
    @Test(arguments: 0..<60 as Range<UInt64>)
    func numbersAreThoseOfAnInterner(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var ids = CustomerIDs()
        for _ in 0..<4 {
            var plain = Interner()
            let different = Int.random(in: 1...20, using: &random)
            for _ in 0..<Int.random(in: 1...60, using: &random) {
                let id = Array("id\(Int.random(in: 0..<different, using: &random))".utf8)
                #expect(ids.number(of: id.span) == plain.number(of: id.span))
            }
            let (count, expected) = (ids.count, plain.count)
            #expect(count == expected)
            for number in 0..<min(count, expected) {
                let text = ids[number].text
                #expect(text == plain[number].text)
            }
            ids.removeAll()
        }
    }
}
