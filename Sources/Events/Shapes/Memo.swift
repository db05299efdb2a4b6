import ByteIO

/// Finished bytes of a row, found by the values of the line that decide them.
///
/// Direct-mapped: a slot holds one answer, and the next one for that slot takes it over. The values are
/// compared byte by byte; their hash only names the slot. The memory is bounded: the answers of a full
/// memo are forgotten together.
struct Memo<let Count: Int>: ~Copyable, Sendable {
    /// The bytes of up to three columns, and what else is to be known.
    struct Answer: BitwiseCopyable, Sendable {
        var start: UInt32 = 0
        var ends: (UInt32, UInt32, UInt32) = (0, 0, 0)
        var note: UInt32 = 0
        /// Told apart by this from any other answer of this memo.
        var serial: UInt64 = 0

        /// The columns, in `store`.
        var first: Part { Part(Int(start), Int(ends.0)) }
        var second: Part { Part(Int(ends.0), Int(ends.1)) }
        var third: Part { Part(Int(ends.1), Int(ends.2)) }
    }

    struct Entry: BitwiseCopyable, Sendable {
        var lengths = Lengths()
        /// Where the values stand in `store`, one behind another.
        var key: UInt32 = 0
        var answer = Answer()
    }

    /// Of the values, 12 bits each: five of them below the salt, then the others.
    struct Lengths: BitwiseCopyable, Sendable {
        var low: UInt64 = .max
        var high: UInt64 = .max
    }

    private static var bits: Int { 11 }
    private static var padding: Int { 16 }
    private static var maximumBytes: Int { 1 << 20 }
    /// Values of this length and more are not kept.
    private static var longest: Int { 1 << 12 }

    /// None before the first answer.
    private var entries = Slots<Entry>()
    private var serial: UInt64 = 0
    /// Keys, and the bytes of the answers; behind them zeros, so that vectors can be loaded anywhere.
    private(set) var store = [UInt8](repeating: 0, count: Memo.padding)

    /// The slot of the answer for the values at `parts` of `text` and a `salt` below 16, -1 where it is not
    /// known. It holds until the next `keep`.
    @inline(__always)
    func slot(
        _ text: Span<UInt8>, _ parts: InlineArray<Count, Part>, salt: UInt64 = 0
    ) -> Int {
        guard !entries.isEmpty else { return -1 }
        let (slot, lengths) = Self.slot(text, parts, salt)
        guard entries[slot].lengths.low == lengths.low, entries[slot].lengths.high == lengths.high
        else { return -1 }
        let store = store.span
        var key = Int(entries[slot].key)
        for index in 0..<Count where !parts[index].isEmpty {
            guard text.equals(parts[index], store, at: key) else { return -1 }
            key &+= parts[index].count
        }
        return slot
    }

    /// The answer in a slot.
    subscript(slot: Int) -> Answer {
        @inline(__always) get { entries[slot].answer }
    }

    @inline(__always)
    private static func slot(
        _ text: Span<UInt8>, _ parts: InlineArray<Count, Part>, _ salt: UInt64
    ) -> (Int, Lengths) {
        var hash = 0x9E37_79B9_7F4A_7C15 &+ salt
        var lengths = Lengths(low: salt, high: 0)
        var all: UInt64 = 0
        for index in 0..<Count {
            let part = parts[index]
            let length = UInt64(truncatingIfNeeded: part.count)
            all |= length
            if index < 5 {
                lengths.low = lengths.low &<< 12 &+ length
            } else {
                lengths.high = lengths.high &<< 12 &+ length
            }
            if length > 0 { hash = text.hash(part, hash &+ UInt64(index)) }
        }
        // Longer values are never kept.
        if all >= UInt64(Memo.longest) { lengths.high = .max }
        return (Int(truncatingIfNeeded: hash &>> UInt64(64 &- Memo.bits)), lengths)
    }

    /// Keeps the answer of up to three columns, unless the values are too long or a row would have to write
    /// one in another way.
    mutating func keep(
        _ text: Span<UInt8>, _ parts: InlineArray<Count, Part>, salt: UInt64 = 0,
        _ columns: [[MemoPiece]], note: UInt32 = 0
    ) {
        guard columns.joined().allSatisfy(\.isCopied) else { return }
        for index in 0..<Count where parts[index].count >= Self.longest { return }
        if entries.isEmpty { entries = Slots(1 << Memo.bits, of: Entry()) }
        if store.count > Self.maximumBytes {
            entries.fill(Entry())
            store.removeAll(keepingCapacity: true)
        } else {
            store.removeLast(Memo.padding)
        }
        let (slot, lengths) = Self.slot(text, parts, salt)
        let key = store.count
        for index in 0..<Count { store.append(text.extracting(parts[index])) }
        serial += 1
        var answer = Answer(start: UInt32(store.count), note: note, serial: serial)
        answer.ends.0 = keep(columns, 0)
        answer.ends.1 = keep(columns, 1)
        answer.ends.2 = keep(columns, 2)
        store.append(contentsOf: repeatElement(0, count: Memo.padding))
        entries[slot] = Entry(lengths: lengths, key: UInt32(key), answer: answer)
    }

    /// Appends a column, where there is one; where it ends.
    private mutating func keep(_ columns: [[MemoPiece]], _ index: Int) -> UInt32 {
        if index < columns.count { for piece in columns[index] { store += piece.bytes } }
        return UInt32(store.count)
    }
}

/// What a memo's answer is put together of.
enum MemoPiece {
    case value([UInt8])
    case tabs(Int)
    case lineEnd

    fileprivate var bytes: [UInt8] {
        switch self {
        case .value(let value): value
        case .tabs(let count): Array(repeating: 0x09, count: count)
        case .lineEnd: [0x0A]
        }
    }

    /// Whether a row writes the value as it is.
    fileprivate var isCopied: Bool {
        if case .value(let value) = self { value.span.hasNoControl(or: 0x5C) } else { true }
    }
}
