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
    /// Names of whole messages, and of addresses with an agent's number: two secrets, so that one
    /// never stands for the other.
    private let messages = SecretNames()
    private let pairs = SecretNames()
    private var known = DigestCache()
    private var message: [UInt8] = []

    init(key: VisitorKey) { self.key = key }

    /// Appends the pseudonym of a client.
    ///
    /// `number` stands for the agent, and for no other one; with it the agent is not read where the
    /// pair is remembered.
    mutating func append(
        address: Span<UInt8>, agent: Span<UInt8>, known number: Int? = nil,
        to bytes: inout [UInt8]
    ) {
        guard let number else {
            setMessage(address, agent)
            return appendDigits(to: &bytes)
        }
        let name = pairs.name(of: address, number)
        if let code = known.digest(named: name) { return code.appendHex(to: &bytes) }
        setMessage(address, agent)
        let code = key.authenticationCode(of: message)
        known.keep(code, named: name)
        code.appendHex(to: &bytes)
    }

    private mutating func setMessage(_ address: Span<UInt8>, _ agent: Span<UInt8>) {
        message.removeAll(keepingCapacity: true)
        message.append(address)
        message.append(0x1F)
        message.append(agent)
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
        let name = messages.name(of: message.span)
        if let code = known.digest(named: name) { return code.appendHex(to: &bytes) }
        let code = key.authenticationCode(of: message)
        known.keep(code, named: name)
        code.appendHex(to: &bytes)
    }
}

/// Names messages by a hash of 128 bits under a secret of this run, which nobody can foresee.
private struct SecretNames: Sendable {
    private let hash = SipHash(
        key: UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max))

    func name(of message: Span<UInt8>) -> SipHash.Digest { hash.digest(of: message) }

    func name(of text: Span<UInt8>, _ number: Int) -> SipHash.Digest {
        hash.digest(of: text, and: UInt64(number))
    }
}

/// Digests of messages seen lately, found by the secret name of the message.
///
/// The name stands for the message: the memory is fixed, whatever the messages are. An HMAC took a
/// fifth of the time of reading an access log.
private struct DigestCache: Sendable {
    private static let bits = 15
    private static let words = 4

    private var slots = [UInt64](repeating: 0, count: words << bits)

    private static func start(_ name: SipHash.Digest) -> Int {
        Int(name.low >> UInt64(64 - bits)) * words
    }

    func digest(named name: SipHash.Digest) -> SipHash.Digest? {
        let start = Self.start(name)
        guard slots[start] == name.low, slots[start + 1] == name.high else { return nil }
        return SipHash.Digest(low: slots[start + 2], high: slots[start + 3])
    }

    mutating func keep(_ digest: SipHash.Digest, named name: SipHash.Digest) {
        let start = Self.start(name)
        slots[start] = name.low
        slots[start + 1] = name.high
        slots[start + 2] = digest.low
        slots[start + 3] = digest.high
    }
}
