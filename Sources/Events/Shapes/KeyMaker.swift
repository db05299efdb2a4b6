import ByteIO

/// Makes the keys of plain lines as `EventIdentity` does, from columns where they lie.
struct KeyMaker: ~Copyable, Sendable {
    private let identity: EventIdentity
    private let message = RowBuffer(capacity: 1 << 12)

    init(key: VisitorKey) { identity = EventIdentity(key: key) }

    /// The digest of a line, which is its key, and the id that its event gets.
    @inline(__always)
    func line(_ line: Span<UInt8>) -> (key: SipHash.Digest, id: SipHash.Digest) {
        let digest = identity.digest(ofLine: line)
        return (digest, identity.id(ofLine: digest, occurrence: 0))
    }

    /// The key of the event with the id at `id`, and the name at `name` of `names`; nil where these are
    /// too long. A `pseudonym` stands for the visitor.
    @inline(__always)
    func key(
        _ text: Span<UInt8>, id: Part, name: Part, of names: Span<UInt8>, visitor: Part,
        pseudonym: SipHash.Digest?, user: Part, at time: LineClock.Form
    ) -> Deduplicator.Key? {
        var row = message.row()
        row.append(text, id)
        row.append(0x1F)
        row.append(names, name)
        row.append(0x1F)
        if let pseudonym { row.append(pseudonym) } else { row.append(text, visitor) }
        row.append(0x1F)
        row.append(text, user)
        row.append(0x1F)
        row.append(time)
        guard row.isComplete else { return nil }
        return .supplied(identity.digest(ofID: row.bytes))
    }
}
