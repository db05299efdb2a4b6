import ByteIO

/// What stands in the stream for an address with its agent, or for an id: 32 hex digits.
///
/// Made under a `VisitorKey` from the address, 0x1F and the agent, or from the column's name, 0x1E
/// and the id, so that one id in two columns does not give one pseudonym. Those of late are
/// remembered, so one a worker.
struct Pseudonyms: Sendable {
    /// The columns whose ids may be hashed.
    enum Column: String, Sendable {
        case visitor, user, session
        case eventID = "event_id"
    }

    private let key: VisitorKey
    private var known = DigestCache()
    private var message: [UInt8] = []

    init(key: VisitorKey) { self.key = key }

    /// Appends the pseudonym of a client.
    mutating func append(address: Span<UInt8>, agent: Span<UInt8>, to bytes: inout [UInt8]) {
        message.removeAll(keepingCapacity: true)
        message.append(address)
        message.append(0x1F)
        message.append(agent)
        appendDigits(to: &bytes)
    }

    /// Appends the pseudonym of an id, made of its raw bytes.
    mutating func append(id: Span<UInt8>, of column: Column, to bytes: inout [UInt8]) {
        message.removeAll(keepingCapacity: true)
        message.append(contentsOf: column.rawValue.utf8)
        message.append(0x1E)
        message.append(id)
        appendDigits(to: &bytes)
    }

    private mutating func appendDigits(to bytes: inout [UInt8]) {
        let sought = message
        let code = known.digest(of: sought.span) { key.authenticationCode(of: sought) }
        code.appendHex(to: &bytes)
    }
}

/// Digests of messages seen lately, found by another hash of the message under a secret of this run.
///
/// A hash of 128 bits that nobody can foresee stands for the message: the memory is fixed, whatever
/// the messages are. An HMAC took a fifth of the time of reading an access log.
private struct DigestCache: Sendable {
    private static let bits = 15
    private static let words = 4

    private let hash = SipHash(
        key: UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max))
    private var slots = [UInt64](repeating: 0, count: words << bits)

    mutating func digest(
        of message: Span<UInt8>, else make: () -> SipHash.Digest
    ) -> SipHash.Digest {
        let name = hash.digest(of: message)
        let start = Int(name.low >> UInt64(64 - Self.bits)) * Self.words
        if slots[start] == name.low, slots[start + 1] == name.high {
            return SipHash.Digest(low: slots[start + 2], high: slots[start + 3])
        }
        let made = make()
        slots[start] = name.low
        slots[start + 1] = name.high
        slots[start + 2] = made.low
        slots[start + 3] = made.high
        return made
    }
}
