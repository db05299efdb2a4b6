import Crypto

/// The first 20 hex digits of SHA-256, for names that are the same in every run.
public enum ShortDigest {
    public static let length = 20

    /// The digits of the digest of `bytes`.
    ///
    /// Digits eight at a time: going through the library's digest byte by byte took as long as hashing.
    public static func digits(of bytes: Span<UInt8>) -> [UInt8] {
        var hash = SHA256()
        unsafe bytes.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
        let (low, high) = unsafe hash.finalize().withUnsafeBytes { raw in
            unsafe (
                UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self)),
                UInt64(
                    littleEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
            )
        }
        // The four lowest bytes of each word give eight digits.
        var digits: [UInt8] = []
        digits.append(
            words: (
                SipHash.Digest.digits(low), SipHash.Digest.digits(low >> 32),
                SipHash.Digest.digits(high), 0
            ), count: length)
        return digits
    }
}
