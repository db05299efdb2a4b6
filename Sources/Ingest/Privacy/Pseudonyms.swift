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

    private static let cacheLimit = 1 << 14

    private let key: VisitorKey
    private var known = Interner(capacity: 1024)
    private var digits: [UInt8] = []
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
        if known.count >= Self.cacheLimit || known.byteCount > 1 << 22 {
            known.removeAll()
            digits.removeAll(keepingCapacity: true)
        }
        let sought = message
        let number = known.number(of: sought.span)
        if number * 32 == digits.count {
            for byte in key.authenticationCode(of: sought) { digits.append(hex: byte) }
        }
        bytes.append(digits.span.extracting(number * 32..<number * 32 + 32))
    }
}
