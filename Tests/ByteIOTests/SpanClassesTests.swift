import ByteIO
import Testing

/// Sixteen bytes at once against one at a time.
struct SpanClassesTests {
    private static func isPrintable(_ byte: UInt8) -> Bool { (0x20...0x7E).contains(byte) }

    @Test(arguments: [0, 1, 2, 8, 15, 16, 17, 31, 32, 33])
    func everyByteAtEveryPlaceIsSeen(length: Int) {
        let plain = [UInt8](repeating: 0x61, count: length)
        for place in plain.indices {
            for byte in UInt8.min...UInt8.max {
                var text = plain
                text[place] = byte
                let isPrintable = Self.isPrintable(byte)
                let found = [
                    text.span.isPrintable, text.span.isPrintable(without: 0x25, 0x2B),
                    text.span.isLiteral, text.span.hasNoControl(or: 0x5C),
                ]
                let wanted = [
                    isPrintable, isPrintable && byte != 0x25 && byte != 0x2B,
                    isPrintable && !#"\%$@"#.utf8.contains(byte), byte >= 0x20 && byte != 0x5C,
                ]
                #expect(found == wanted, "\(byte) at \(place)")
            }
        }
        let ofPlain = [
            plain.span.isPrintable, plain.span.isLiteral, plain.span.hasNoControl(or: 0x5C),
            plain.span.isPrintable(without: 0, 1),
        ]
        #expect(ofPlain == [true, true, true, true])
    }

    @Test func onlyTheSpanIsLookedAt() {
        let text: [UInt8] = [0x0A] + [UInt8](repeating: 0x61, count: 20) + [0x0A]
        let found = [
            text.span.extracting(1..<21).isPrintable, text.span.extracting(0..<21).isPrintable,
            text.span.extracting(1..<22).isPrintable,
        ]
        #expect(found == [true, false, false])
    }
}
