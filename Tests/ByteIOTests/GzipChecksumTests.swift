import TestSupport
import Testing

@testable import ByteIO

/// The register of CRC-32 after `bytes`, bit by bit, as RFC 1952, section 8, defines it.
private func crc(_ bytes: ArraySlice<UInt8>) -> UInt {
    var register: UInt32 = .max
    for byte in bytes {
        register ^= UInt32(byte)
        for _ in 0..<8 {
            register = register & 1 == 0 ? register >> 1 : register >> 1 ^ 0xEDB8_8320
        }
    }
    return UInt(~register)
}

struct GzipChecksumTests {
    @Test func isThatOfTheCatalogue() {
        var checksum = GzipChecksum()
        checksum.add(Array("123456789".utf8).span)
        #expect(checksum.crc == 0xCBF4_3926)
    }

    @Test(arguments: 0..<4 as Range<UInt64>)
    func isTheSameInAnyPieces(seed: UInt64) {
        var random = SplitMix(seed: seed)
        let bytes = (0..<3000).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        for _ in 0..<40 {
            let start = Int(random.next() % 100)
            let end = start + Int(random.next() % 2900)
            var checksum = GzipChecksum()
            var at = start
            while at < end {
                let next = min(end, at + 1 + Int(random.next() % 700))
                checksum.add(bytes.span.extracting(at..<next))
                at = next
            }
            #expect(checksum.crc == crc(bytes[start..<end]))
        }
    }

    @Test(arguments: 0...200)
    func isRightAtEveryLength(length: Int) {
        let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37) }
        var checksum = GzipChecksum()
        checksum.add(bytes.span)
        #expect(checksum.crc == crc(bytes[...]))
    }

    @Test func tellsADamagedTrailer() {
        var checksum = GzipChecksum()
        checksum.add(Array("123456789".utf8).span)
        // CRC and length, least significant byte first.
        let trailer: [UInt8] = [0x26, 0x39, 0xF4, 0xCB, 9, 0, 0, 0]
        for at in 0..<8 {
            var (flipped, whole) = (checksum, checksum)
            #expect(whole.damage(readingTrailer: trailer.span.extracting(..<at)) == nil)
            #expect(whole.damage(readingTrailer: trailer.span.extracting(at...)) == nil)
            var other = trailer
            other[at] ^= 0x80
            let wanted = at < 4 ? "incorrect data check" : "incorrect length check"
            #expect(flipped.damage(readingTrailer: other.span) == wanted)
        }
    }
}
