extension [UInt8] {
    /// Becomes a copy of string `number`.
    public mutating func replace(with names: borrowing Interner, _ number: Int) {
        removeAll(keepingCapacity: true)
        append(names[number])
    }
}

/// A set of byte strings, each known by a small number: 0 for the first one seen, then 1, 2, ….
///
/// Equal means equal bytes. Memory: the bytes, and 24 bytes an entry. The numbers depend on the order
/// in which strings were first seen, so output is sorted by the bytes and never by the number.
public struct Interner: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = [0]
    /// Number + 1 of the string in each slot, 0 = free; a power of two, at most half full.
    private var slots: [UInt32]
    private var hashes: [UInt32] = []

    public init(capacity: Int = 16) {
        var size = 32
        while size < capacity * 2 { size *= 2 }
        slots = [UInt32](repeating: 0, count: size)
    }

    /// How many different strings were seen.
    public var count: Int { ends.count - 1 }

    /// The bytes kept, for limits on memory.
    public var byteCount: Int { bytes.count }

    /// The bytes of string `number`.
    public subscript(number: Int) -> Span<UInt8> {
        @_lifetime(borrow self)
        get { bytes.span.extracting(ends[number]..<ends[number + 1]) }
    }

    /// The number of `string`, given now if it is new.
    public mutating func number(of string: Span<UInt8>) -> Int {
        let hash = XXH64.digest(of: string)
        let (slot, known) = search(string, hash)
        if let known { return known }
        bytes.append(string)
        ends.append(bytes.count)
        hashes.append(UInt32(truncatingIfNeeded: hash >> 32))
        slots[slot] = UInt32(count)
        if count * 2 > slots.count { grow() }
        return count - 1
    }

    /// The number of `string`, given now if it is new.
    public mutating func number(of string: [UInt8]) -> Int { number(of: string.span) }

    /// The number of `string`, or nil where it was never seen.
    public func known(_ string: Span<UInt8>) -> Int? {
        search(string, XXH64.digest(of: string)).known
    }

    /// Forgets all strings and keeps the memory. Costs what there was, not what there is room for.
    public mutating func removeAll() {
        if count * 8 < slots.count {
            let mask = slots.count - 1
            for (number, tag) in hashes.enumerated() {
                var slot = Int(tag) & mask
                while slots[slot] != UInt32(number + 1) { slot = (slot + 1) & mask }
                slots[slot] = 0
            }
        } else {
            for slot in slots.indices { slots[slot] = 0 }
        }
        bytes.removeAll(keepingCapacity: true)
        hashes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        ends.append(0)
    }

    // The upper half of the hash picks the slot, so that growing needs no strings.
    private func search(_ string: Span<UInt8>, _ hash: UInt64) -> (slot: Int, known: Int?) {
        let tag = UInt32(truncatingIfNeeded: hash >> 32)
        let mask = slots.count - 1
        var slot = Int(tag) & mask
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            if hashes[number] == tag, self[number].equals(string) { return (slot, number) }
            slot = (slot + 1) & mask
        }
        return (slot, nil)
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        let mask = slots.count - 1
        for (number, tag) in hashes.enumerated() {
            var slot = Int(tag) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = UInt32(number + 1)
        }
    }
}
