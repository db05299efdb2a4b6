import Crypto

/// The first 20 hex digits of SHA-256, for names that are the same in every run.
public enum ShortDigest {
    public static let length = 20

    /// Replaces `text` by the digits of its digest.
    ///
    /// Eight digits at a time: going through the library's digest byte by byte took as long as hashing.
    public static func replace(_ text: inout [UInt8]) {
        var hash = SHA256()
        unsafe text.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
        let (low, high) = unsafe hash.finalize().withUnsafeBytes { raw in
            unsafe (
                UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self)),
                UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
            )
        }
        text.removeAll(keepingCapacity: true)
        text.append(
            words: (
                SipHash.Digest.digits(low), SipHash.Digest.digits(low >> 32),
                SipHash.Digest.digits(high), 0
            ), count: length)
    }
}
