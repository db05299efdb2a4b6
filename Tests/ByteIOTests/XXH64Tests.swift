import ByteIO
import Testing

struct XXH64Tests {
    // Digests of the reference program (xxhsum 0.8, -H1, seed 0).
    @Test(arguments: [
        ("", 0xEF46_DB37_51D8_E999 as UInt64),
        ("a", 0xD24E_C4F1_A98C_6E5B),
        ("abc", 0x44BC_2CF5_AD77_0999),
        ("Nobody inspects the spammish repetition", 0xFBCE_A83C_8A37_8BF1),
    ])
    func agreesWithTheReference(text: String, digest: UInt64) {
        let bytes = Array(text.utf8)
        #expect(XXH64.digest(of: bytes.span) == digest)
    }

    @Test(arguments: [1, 3, 31, 32, 33, 100])
    func isTheSameInPieces(size: Int) {
        let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        var hash = XXH64()
        var start = 0
        while start < bytes.count {
            let end = min(start + size, bytes.count)
            hash.update(bytes.span.extracting(start..<end))
            start = end
        }
        #expect(hash.digest == XXH64.digest(of: bytes.span))
    }
}
