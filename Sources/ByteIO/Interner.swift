public import CBits

/// A set of byte strings, each known by a small number: 0 for the first one, then 1, 2, ….
///
/// Equal means equal bytes. Memory: the bytes, and about 40 bytes an entry. The numbers depend on the
/// order in which strings first came, so output is sorted by the bytes and never by the number.
///
/// A look-up touches a slot and a record. Where there are more strings than the caches hold, ask for
/// both ahead: `prefetchSlot` some strings before, `prefetchRecord` some later; see `LookAhead`.
public struct Interner: Sendable {
    @usableFromInline struct Entry: Sendable {
        /// Where its record begins, in units of 8 bytes.
        @usableFromInline let record: UInt32
        @usableFromInline let tag: UInt32
    }

    /// The tag of a string and where its record begins; a power of two of them, at most half used.
    @usableFromInline var slots: [UInt64]
    /// By number.
    @usableFromInline var entries: [Entry] = []
    /// Records: number and length in 4 bytes each, the string, up to a multiple of 8.
    @usableFromInline var records: [UInt8] = []
    @usableFromInline let hasher: ByteHash

    @usableFromInline static var free: UInt64 { @inlinable get { .max } }
    @usableFromInline static var headLength: Int { @inlinable get { 8 } }

    public init(capacity: Int = 16) { self.init(capacity: capacity, .ofRun) }

    init(capacity: Int, _ hasher: ByteHash) {
        var size = 32
        while size < capacity * 2 { size *= 2 }
        slots = [UInt64](repeating: Self.free, count: size)
        self.hasher = hasher
    }

    /// How many different strings there are.
    public var count: Int { @inlinable get { entries.count } }

    /// The bytes kept, for limits on memory.
    public var byteCount: Int { records.count }

    /// The bytes of string `number`.
    @inlinable
    public subscript(number: Int) -> Span<UInt8> {
        @inline(__always) @_lifetime(borrow self)
        get { records.span.extracting(range(ofRecord: entries[number].record)) }
    }

    @inlinable @inline(__always)
    func range(ofRecord record: UInt32) -> Range<Int> {
        let start = Int(record) &<< 3
        return start &+ Self.headLength..<start &+ Self.headLength
            &+ Int(records.span.word32(at: start &+ 4))
    }

    /// What `string` is looked up by, for `number(of:hash:)`.
    @inlinable
    public func hash(of string: Span<UInt8>) -> UInt64 { hasher.hash(string) }

    /// The number of `string`, given now if it is new.
    @inlinable
    public mutating func number(of string: Span<UInt8>) -> Int {
        number(of: string, hash: hash(of: string))
    }

    /// The number of `string`, whose hash is known, given now if it is new.
    @inlinable
    public mutating func number(of string: Span<UInt8>, hash: UInt64) -> Int {
        let (slot, known) = search(string, hash)
        return known ?? add(string, hash, at: slot)
    }

    /// The number of `string`, given now if it is new.
    public mutating func number(of string: [UInt8]) -> Int { number(of: string.span) }

    /// The number of `string`, or nil where it never came.
    @inlinable
    public func known(_ string: Span<UInt8>) -> Int? { search(string, hash(of: string)).known }

    /// Forgets all strings and keeps the memory. Costs what there was, not what there is room for.
    public mutating func removeAll() {
        if count * 8 < slots.count {
            for entry in entries {
                var slot = Int(entry.tag) & (slots.count - 1)
                while UInt32(truncatingIfNeeded: slots[slot]) != entry.record {
                    slot = (slot + 1) & (slots.count - 1)
                }
                slots[slot] = Self.free
            }
        } else {
            for slot in slots.indices { slots[slot] = Self.free }
        }
        records.removeAll(keepingCapacity: true)
        entries.removeAll(keepingCapacity: true)
    }
}

// The upper half of the hash, the tag, picks the slot, so that growing needs no strings.
extension Interner {
    @inlinable
    func search(_ string: Span<UInt8>, _ hash: UInt64) -> (slot: Int, known: Int?) {
        let (slots, records) = (slots.span, records.span)
        let mask = slots.count &- 1
        var slot = Int(hash &>> 32) & mask
        while true {
            let found = slots[slot]
            if found == Self.free { return (slot, nil) }
            if found &>> 32 == hash &>> 32 {
                let record = UInt32(truncatingIfNeeded: found)
                if equals(record, string, records) {
                    return (slot, Int(records.word32(at: Int(record) &<< 3)))
                }
            }
            slot = (slot &+ 1) & mask
        }
    }

    /// Whether the record holds `string`; most differ in length, where they differ.
    @inlinable @inline(__always)
    func equals(_ record: UInt32, _ string: Span<UInt8>, _ records: Span<UInt8>) -> Bool {
        let range = range(ofRecord: record)
        guard range.count == string.count else { return false }
        let known = records.extracting(range)
        guard string.count >= 8 else { return known.equalsFew(string) }
        return string.equals(Part(0, string.count), known, at: 0)
    }

    @usableFromInline
    mutating func add(_ string: Span<UInt8>, _ hash: UInt64, at slot: Int) -> Int {
        let (number, record) = (count, UInt32(records.count >> 3))
        entries.append(Entry(record: record, tag: UInt32(hash >> 32)))
        records.append(word64: UInt64(number) | UInt64(string.count) << 32)
        records.append(string)
        records.append(words: (0, 0, 0, 0), count: -records.count & 7)
        slots[slot] = hash & ~0xFFFF_FFFF | UInt64(record)
        if count * 2 > slots.count { grow() }
        return number
    }

    private mutating func grow() {
        let mask = slots.count * 2 - 1
        slots = [UInt64](repeating: Self.free, count: mask + 1)
        for entry in entries {
            var slot = Int(entry.tag) & mask
            while slots[slot] != Self.free { slot = (slot + 1) & mask }
            slots[slot] = UInt64(entry.tag) << 32 | UInt64(entry.record)
        }
    }
}

// Asking for memory before it is needed.
extension Interner {
    /// Asks for the slot of a string.
    @inlinable @inline(__always)
    public func prefetchSlot(_ hash: UInt64) {
        unsafe slots.withUnsafeBufferPointer { slots in
            unsafe cbits_prefetch(
                slots.baseAddress.unsafelyUnwrapped + (Int(hash &>> 32) & (slots.count &- 1)))
        }
    }

    /// Asks for the record of a string, whose slot was asked for before.
    @inlinable @inline(__always)
    public func prefetchRecord(_ hash: UInt64) {
        prefetch(UInt32(truncatingIfNeeded: slots[Int(hash &>> 32) & (slots.count &- 1)]))
    }

    /// Asks for where the record of string `number` begins.
    @inlinable @inline(__always)
    public func prefetchEntry(of number: Int) {
        unsafe entries.withUnsafeBufferPointer { entries in
            if let base = entries.baseAddress { unsafe cbits_prefetch(base + number) }
        }
    }

    /// Asks for the record of string `number`, whose entry was asked for before.
    @inlinable @inline(__always)
    public func prefetchRecord(of number: Int) { prefetch(entries[number].record) }

    /// The address may lie behind the records: asking reads nothing.
    @inlinable @inline(__always)
    func prefetch(_ record: UInt32) {
        unsafe records.withUnsafeBytes { records in
            if let base = records.baseAddress { unsafe cbits_prefetch(base + Int(record) &<< 3) }
        }
    }
}

extension [UInt8] {
    /// Becomes a copy of string `number`.
    public mutating func replace(with names: borrowing Interner, _ number: Int) {
        removeAll(keepingCapacity: true)
        append(names[number])
    }
}
