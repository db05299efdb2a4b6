import ByteIO
import Formats

/// The pseudonyms of plain lines' clients, as `Pseudonyms` makes them.
struct Clients: ~Copyable, Sendable {
    private var remembered = VisitorCache()
    private let message = RowBuffer(capacity: 1 << 12)
    private var agentText: [UInt8] = []
    private let key: VisitorKey

    init(key: VisitorKey) { self.key = key }

    /// The pseudonym of the client with that address, whose agent has the memo's number `serial`; nil where
    /// it is not remembered.
    @inline(__always)
    func known(_ text: Span<UInt8>, _ address: Part, _ serial: UInt64) -> SipHash.Digest? {
        remembered.code(text, address, serial)
    }

    /// The pseudonym of the line's client; nil where its address is not written in its one form.
    @inline(__always)
    mutating func pseudonym(
        _ text: Span<UInt8>, _ reader: inout ShapeReader, _ serial: UInt64
    ) -> SipHash.Digest? {
        let address = reader.fields[.address]
        if let known = known(text, address, serial) { return known }
        guard PlainValue.isAddress(text, address) else { return nil }
        return newPseudonym(text, &reader, serial)
    }

    /// The pseudonym of the line's client, whose address is in its one form; nil where the agent is too
    /// long.
    @inline(never)
    mutating func newPseudonym(
        _ text: Span<UInt8>, _ reader: inout ShapeReader, _ serial: UInt64
    ) -> SipHash.Digest? {
        let address = reader.fields[.address]
        agentText.removeAll(keepingCapacity: true)
        if !reader.hasPlainAgents { reader.appendAgent(text, to: &agentText) }
        var row = message.row()
        row.append(text, address)
        row.append(0x1F)
        if reader.hasPlainAgents {
            row.append(text, reader.fields[.agent])
        } else {
            row.append(agentText.span, Part(0, agentText.count))
        }
        guard row.isComplete else { return nil }
        let code = key.authenticationCode(of: row.bytes)
        remembered.keep(code, text, address, serial)
        return code
    }
}
