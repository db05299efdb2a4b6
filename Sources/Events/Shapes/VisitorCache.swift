import ByteIO

/// Pseudonyms of clients made lately, found by the whole address and the number of the agent.
struct VisitorCache: ~Copyable, Sendable {
    struct Entry: BitwiseCopyable, Sendable {
        var low = Bytes16.zero
        var high = Bytes16.zero
        /// 0 for none.
        var agent: UInt64 = 0
        var code = SipHash.Digest(low: 0, high: 0)
    }

    private static let bits = 15
    private static let longest = 32

    /// None before the first pseudonym.
    private var entries = Slots<Entry>()

    /// The pseudonym of the client with that address and agent, nil where it is not remembered.
    @inline(__always)
    func code(_ text: Span<UInt8>, _ address: Part, _ agent: UInt64) -> SipHash.Digest? {
        guard !entries.isEmpty else { return nil }
        let (low, high) = Self.key(text, address)
        let entry = entries[Self.slot(low, high, agent)]
        let isSame = ((entry.low ^ low) | (entry.high ^ high)).isZero
        return isSame && entry.agent == agent && address.count <= Self.longest ? entry.code : nil
    }

    /// Remembers it; addresses hold no NUL, so that two of them have two keys.
    mutating func keep(
        _ code: SipHash.Digest, _ text: Span<UInt8>, _ address: Part, _ agent: UInt64
    ) {
        guard address.count <= Self.longest else { return }
        if entries.isEmpty { entries = Slots(1 << Self.bits, of: Entry()) }
        let (low, high) = Self.key(text, address)
        entries[Self.slot(low, high, agent)] = Entry(
            low: low, high: high, agent: agent, code: code)
    }

    @inline(__always)
    private static func key(_ text: Span<UInt8>, _ address: Part) -> (Bytes16, Bytes16) {
        let low = text.vector(at: address.start).prefix(min(address.count, 16))
        guard address.count > 16 else { return (low, .zero) }
        return (low, text.vector(at: address.start &+ 16).prefix(min(address.count &- 16, 16)))
    }

    @inline(__always)
    private static func slot(_ low: Bytes16, _ high: Bytes16, _ agent: UInt64) -> Int {
        let (one, two) = (low.words, high.words)
        let hash = Span<UInt8>.folded(
            one.low ^ agent &* 0x9E37_79B9_7F4A_7C15, one.high ^ 0xA076_1D64_78BD_642F)
        let mixed = Span<UInt8>.folded(hash ^ two.low, two.high ^ 0xE703_7ED1_A0B4_28DB)
        return Int(truncatingIfNeeded: mixed &>> UInt64(64 - bits))
    }
}
