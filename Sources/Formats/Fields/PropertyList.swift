import ByteIO
import Rows

/// The properties of one record on their way into `props`: a compact JSON object with sorted keys.
///
/// Names are met again and again, so each is known by a number and has a rank among the others: a
/// record's properties are sorted by comparing integers.
struct PropertyList: Sendable {
    static let maximumCount = 64
    static let maximumBytes = 16_384

    private struct Piece: Sendable {
        var key: Int
        /// The value's JSON in `values`.
        var value: Range<Int>
    }

    private var names = Interner()
    /// The keys as they are written, `"name":`.
    private var written: [[UInt8]] = []
    private var ranks: [Int] = []
    private var byRank: [Int] = []

    private var pieces: [Piece] = []
    private var values: [UInt8] = []
    private var joined: [UInt8] = []
    private var scratch: [UInt8] = []
    /// What had to be changed in the texts taken so far.
    private(set) var notes: EventNotes = []

    /// The number of the property `name`, given now if it is new.
    mutating func key(_ name: Span<UInt8>) -> Int {
        let number = names.number(of: name)
        guard number == written.count else { return number }
        var key: [UInt8] = []
        _ = JSONText.appendQuoted(name, to: &key, scratch: &scratch)
        key.append(0x3A)
        written.append(key)
        let place = place(of: name)
        byRank.insert(number, at: place)
        ranks.append(place)
        for rank in place..<byRank.count { ranks[byRank[rank]] = rank }
        return number
    }

    mutating func key(_ name: String) -> Int { key(Array(name.utf8).span) }

    private func place(of name: Span<UInt8>) -> Int {
        var (low, high) = (0, byRank.count)
        while low < high {
            let middle = (low + high) / 2
            if names[byRank[middle]].order(name) < 0 { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The place of property `number` among all by name; it may change, their order does not.
    func rank(of number: Int) -> Int { ranks[number] }

    /// The name of property `number`.
    @_lifetime(borrow self)
    func name(of number: Int) -> Span<UInt8> { names[number] }

    /// The name of property `number` as JSON writes it, with its quotes.
    func writtenName(of number: Int) -> [UInt8] { Array(written[number].dropLast()) }

    /// How many names are known.
    var keyCount: Int { written.count }

    mutating func removeAll() {
        notes = []
        if !pieces.isEmpty { pieces.removeAll(keepingCapacity: true) }
        if !values.isEmpty { values.removeAll(keepingCapacity: true) }
    }

    /// Takes a text.
    mutating func add(_ key: Int, text: Span<UInt8>) {
        let start = values.count
        notes.formUnion(JSONText.appendQuoted(text, to: &values, scratch: &scratch))
        pieces.append(Piece(key: key, value: start..<values.count))
    }

    mutating func add(_ key: Int, text: [UInt8]) { add(key, text: text.span) }

    /// Takes a number, `true` or `false` as it is logged.
    mutating func add(_ key: Int, written json: Span<UInt8>) {
        let start = values.count
        values.append(json)
        pieces.append(Piece(key: key, value: start..<values.count))
    }

    /// Takes an array or object of JSON, blanks outside its strings removed.
    mutating func add(_ key: Int, compacting json: Span<UInt8>) {
        let start = values.count
        notes.formUnion(JSONText.appendCompact(json, to: &values))
        pieces.append(Piece(key: key, value: start..<values.count))
    }

    /// Drops what was taken so far, but for the properties with these numbers.
    mutating func keep(only keys: Set<Int>) {
        guard !pieces.isEmpty else { return }
        pieces.removeAll { !keys.contains($0.key) }
    }

    /// Gives `props` the properties, sorted by name; of a name twice the last. Takes 64 properties and
    /// 16 KiB and notes the rest.
    mutating func write(to draft: inout EventDraft) {
        draft.notes.formUnion(notes)
        guard !pieces.isEmpty else { return }
        sort()
        if joinSorted() { draft.notes.insert(.propsCut) }
        draft.set(.props, joined.span)
    }

    /// Puts the object into `joined`; true where not all properties fit.
    private mutating func joinSorted() -> Bool {
        joined.removeAll(keepingCapacity: true)
        var count = 0
        var isCut = false
        joined.append(0x7B)
        for index in pieces.indices {
            let piece = pieces[index]
            if index + 1 < pieces.count, pieces[index + 1].key == piece.key { continue }
            let length = written[piece.key].count + piece.value.count + 1
            guard count < Self.maximumCount, joined.count + length <= Self.maximumBytes
            else {
                isCut = true
                continue
            }
            if count > 0 { joined.append(0x2C) }
            joined.append(contentsOf: written[piece.key])
            joined.append(contentsOf: values[piece.value])
            count += 1
        }
        joined.append(0x7D)
        return isCut
    }

    /// Insertion sort for a record's few properties, mostly in the order of the record before.
    private mutating func sort() {
        guard pieces.count <= 256 else {
            // Ties keep their order, which `sort` alone does not promise.
            let order = pieces.indices.sorted {
                (ranks[pieces[$0].key], $0) < (ranks[pieces[$1].key], $1)
            }
            pieces = order.map { pieces[$0] }
            return
        }
        for end in 1..<max(pieces.count, 1) {
            let piece = pieces[end]
            let rank = ranks[piece.key]
            var place = end
            while place > 0, ranks[pieces[place - 1].key] > rank {
                pieces[place] = pieces[place - 1]
                place -= 1
            }
            pieces[place] = piece
        }
    }
}
