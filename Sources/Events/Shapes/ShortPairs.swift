import ByteIO

/// Slots of a memo, found by two values of at most seven bytes each, which are compared as numbers: a log
/// has few methods and statuses, and every line asks for them.
struct ShortPairs: ~Copyable, Sendable {
    struct Entry: BitwiseCopyable, Sendable {
        var first: UInt64 = 0
        var second: UInt64 = 0
        var slot = -1
        /// Of the answer that was in the slot.
        var serial: UInt64 = 0
    }

    private static let bits = 6
    private static let longest = 7

    private var entries = Slots(1 << bits, of: Entry())

    /// The slot where `memo` has its answer for the values at `first` and `second` of `text`, -1 where it
    /// has none.
    @inline(__always)
    mutating func slot(
        _ text: Span<UInt8>, _ first: Part, _ second: Part, in memo: inout Memo<2>
    ) -> Int {
        guard first.count <= Self.longest, second.count <= Self.longest else {
            return memo.slot(text, [first, second])
        }
        // The bytes are the high ones of a word, the length the lowest: a byte may be NUL.
        let one = text.short(first) | UInt64(truncatingIfNeeded: first.count)
        let two = text.short(second) | UInt64(truncatingIfNeeded: second.count)
        let hash = (one ^ two &>> 24) &* 0x9E37_79B9_7F4A_7C15
        let index = Int(truncatingIfNeeded: hash &>> UInt64(64 - Self.bits))
        let entry = entries[index]
        if entry.first == one, entry.second == two, entry.slot >= 0,
            memo[entry.slot].serial == entry.serial
        {
            return entry.slot
        }
        let slot = memo.slot(text, [first, second])
        if slot >= 0 {
            entries[index] = Entry(
                first: one, second: two, slot: slot, serial: memo[slot].serial)
        }
        return slot
    }
}
