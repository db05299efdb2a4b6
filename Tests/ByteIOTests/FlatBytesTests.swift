import BasicContainers
import ByteIO
import TestSupport
import Testing

struct FlatBytesTests {
    @Test func decimalsAreThoseOfTheLibrary() {
        var numbers = SplitMix(seed: 1)
        var values: [Int64] = [0, 9, 10, 99, 100, 99_999_999, 100_000_000, .max, .min, -1, -10]
        for bits in 0..<63 {
            values.append(1 << bits)
            values.append(Int64.random(in: 0...(1 << bits), using: &numbers))
        }
        for power in 0..<18 { values.append((0..<power).reduce(1) { value, _ in value * 10 }) }
        for value in values {
            var bytes = UniqueArray<UInt8>()
            bytes.append(decimal: value)
            let text = bytes.span.text
            #expect(text == "\(value)")
        }
    }

    @Test func regionGivesBackWhatWasAdded() throws {
        var region = try RecordRegion(capacity: 1 << 20)
        var offsets: [Int] = []
        for number in 0..<1000 {
            offsets.append(region.count)
            region.append(word64: .max - UInt64(number))
            region.append(word32: UInt32(number))
            region.append([UInt8](repeating: UInt8(number & 255), count: number % 50).span)
        }
        for (number, offset) in offsets.enumerated() {
            region.prefetch(at: offset)
            let words = (region.word64(at: offset), region.word32(at: offset + 8))
            #expect(words == (.max - UInt64(number), UInt32(number)))
            let bytes = region.bytes(at: offset + 12, count: number % 50).copied()
            #expect(bytes == [UInt8](repeating: UInt8(number & 255), count: number % 50))
        }
    }

    @Test(arguments: [0, 1, 2, 255, 256, 5000])
    func radixOrderIsThatOfASort(count: Int) {
        var numbers = SplitMix(seed: UInt64(count))
        let texts = (0..<count).map { _ in
            let head = [UInt8](repeating: 0x61, count: Int.random(in: 0...9, using: &numbers))
            return head + [UInt8.random(in: .min ... .max, using: &numbers)]
        }
        var order = RadixOrder(count: count) {
            let text = texts[$0]
            return text.span.orderPrefix
        }
        order.settle { texts[Int($0)].lexicographicallyPrecedes(texts[Int($1)]) }
        let sorted = (0..<count).map { texts[Int(order[$0])] }
        #expect(sorted == texts.sorted { $0.lexicographicallyPrecedes($1) })
    }
}
