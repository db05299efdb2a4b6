import ByteIO
import Crypto

/// Makes a visitor of an address and an agent: 32 hex digits of a keyed hash.
///
/// HMAC-SHA-256 over address, 0x1F, agent, the first 128 bits. The key is public and fixed, so that
/// the same log gives the same visitors; the summary says so.
struct VisitorKey: Sendable {
    private static let publicKey = SymmetricKey(data: Array("polku public visitor key 1".utf8))
    private static let cacheLimit = 1 << 16

    private var known = Interner(capacity: 1024)
    private var digits: [UInt8] = []
    private var message: [UInt8] = []

    /// Appends the visitor. Pairs seen lately are remembered.
    mutating func append(address: [UInt8], agent: [UInt8], to bytes: inout [UInt8]) {
        var pair = message
        message = []
        defer { message = pair }
        pair.removeAll(keepingCapacity: true)
        pair.append(contentsOf: address)
        pair.append(0x1F)
        pair.append(contentsOf: agent)
        if known.count >= Self.cacheLimit {
            known.removeAll()
            digits.removeAll(keepingCapacity: true)
        }
        let number = known.number(of: pair.span)
        if number * 32 == digits.count {
            let code = HMAC<SHA256>.authenticationCode(for: pair, using: Self.publicKey)
            for byte in code.prefix(16) { digits.append(hex: byte) }
        }
        bytes.append(digits.span.extracting(number * 32..<number * 32 + 32))
    }
}
