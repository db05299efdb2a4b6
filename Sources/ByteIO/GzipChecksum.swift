import CBits
import CZlib

/// The CRC-32 and length of a gzip member's content, as its trailer has them (RFC 1952).
///
/// zlib's own CRC takes a fifth of the time in which it inflates; folding takes a quarter of that.
struct GzipChecksum {
    /// Whether this machine can fold; where it cannot, zlib does both.
    static let canFold = cbits_can_fold() != 0

    private(set) var crc: UInt = 0
    private var length: UInt32 = 0
    private var trailer: UInt64 = 0
    /// Bytes of the trailer that were read.
    private var trailerCount: UInt64 = 0

    /// Observes bytes of the content.
    mutating func add(_ content: Span<UInt8>) {
        length &+= UInt32(truncatingIfNeeded: content.count)
        let folded = content.count & ~15
        guard folded >= 64 else {
            crc = Self.zlib(crc, content)
            return
        }
        var last = [UInt8](repeating: 0, count: 16)
        unsafe content.withUnsafeBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return }
            unsafe cbits_fold(~UInt32(truncatingIfNeeded: crc), start, folded, &last)
        }
        // zlib's register is that of a CRC turned over: this one is 0.
        crc = Self.zlib(0xFFFF_FFFF, last.span)
        crc = Self.zlib(crc, content.extracting(folded...))
    }

    private static func zlib(_ crc: UInt, _ bytes: Span<UInt8>) -> UInt {
        unsafe bytes.withUnsafeBufferPointer {
            unsafe $0.baseAddress == nil ? crc : crc32_z(crc, $0.baseAddress, $0.count)
        }
    }

    /// Reads bytes of the trailer; what is wrong with it as far as it was read, in the words of zlib.
    mutating func damage(readingTrailer bytes: Span<UInt8>) -> String? {
        for index in bytes.indices {
            trailer |= UInt64(bytes[index]) << (8 * trailerCount)
            trailerCount += 1
        }
        if trailerCount >= 4, UInt(trailer & 0xFFFF_FFFF) != crc { return "incorrect data check" }
        if trailerCount >= 8, trailer >> 32 != length { return "incorrect length check" }
        return nil
    }
}
