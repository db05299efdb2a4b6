import Crypto

/// HMAC-SHA-256 of many short messages under one key.
///
/// Source: RFC 2104, over `SHA256` of swift-crypto. That package's own `HMAC` is generic over where the
/// bytes lie, which it looks up at run time: for a message of 150 bytes that is most of its time.
public struct MessageCode: Sendable {
    private static let blockLength = 64

    /// The states after the key's block: half of the work of a short message.
    private var inner = SHA256()
    private var outer = SHA256()

    /// Any length of key will do.
    public init(key: [UInt8]) {
        var block = key.count > Self.blockLength ? Array(SHA256.hash(data: key)) : key
        block += [UInt8](repeating: 0, count: Self.blockLength - block.count)
        inner.update(data: block.map { $0 ^ 0x36 })
        outer.update(data: block.map { $0 ^ 0x5C })
    }

    /// The first 16 of the 32 bytes.
    public func code(of message: Span<UInt8>) -> SipHash.Digest {
        var (inner, outer) = (inner, outer)
        unsafe message.withUnsafeBytes { unsafe inner.update(bufferPointer: $0) }
        unsafe inner.finalize().withUnsafeBytes { unsafe outer.update(bufferPointer: $0) }
        return unsafe outer.finalize().withUnsafeBytes { raw in
            SipHash.Digest(
                low: UInt64(littleEndian: unsafe raw.loadUnaligned(as: UInt64.self)),
                high: UInt64(
                    littleEndian: unsafe raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
        }
    }
}
