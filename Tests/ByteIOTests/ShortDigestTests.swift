import BasicContainers
import ByteIO
import Crypto
import TestSupport
import Testing

struct ShortDigestTests {
    /// Every length around the ends of blocks, against the library.
    @Test func digitsAreThoseOfTheLibrary() {
        var numbers = SplitMix(seed: 3)
        for length in 0...200 {
            let text = (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &numbers) }
            var wanted: [UInt8] = []
            for byte in SHA256.hash(data: text).prefix(10) { wanted.append(hex: byte) }
            var digits = UniqueArray<UInt8>()
            ShortDigest(of: text.span).append(to: &digits)
            #expect(digits.span.copied() == wanted, "\(length)")
        }
    }
}
