public import BasicContainers

/// The first 20 hex digits of SHA-256, for names that are the same in every run.
///
/// Made as `MessageCode` makes its hashes: the library's own type copies a hash's state into new memory,
/// which took as long as hashing.
public struct ShortDigest: BitwiseCopyable, Sendable {
    public static let length = 20

    /// Eight digits each, the first in the lowest byte; four in the last.
    private let digits: (UInt64, UInt64, UInt64)

    public init(of message: Span<UInt8>) {
        let digest = MessageCode.hash(of: message)
        let (low, high) = (UInt64(littleEndian: digest[0]), UInt64(littleEndian: digest[1]))
        digits = (
            SipHash.Digest.digits(low), SipHash.Digest.digits(low >> 32),
            SipHash.Digest.digits(high)
        )
    }

    public func append(to text: inout UniqueArray<UInt8>) {
        text.append(words: (digits.0, digits.1, digits.2, 0), count: Self.length)
    }
}
