import BasicContainers
import ByteIO
import Rows

/// Visitors and users by number: fields as they stand in rows, and the names that these stand for.
///
/// A field without a backslash is its own name. Equal names have one number, whether of visitors or
/// of users: rows of both are one customer's.
struct NameTable: ~Copyable {
    private(set) var texts = Interner(capacity: 1 << 10)
    /// By number: the number of the name that the text, taken as a field, stands for.
    private var plain = UniqueArray<UInt32>()

    init() { addNone() }

    /// What is missing has number 0.
    private mutating func addNone() {
        let none: [UInt8] = []
        _ = number(ofName: none.span)
    }

    var count: Int { texts.count }

    /// Bytes of memory, with those that ranking will take.
    var memory: Int { texts.byteCount + texts.count * 72 }

    /// The text of a number.
    subscript(number: UInt32) -> Span<UInt8> {
        @inline(__always) @_lifetime(borrow self)
        get { texts[Int(number)] }
    }

    /// Asks for where the text of a number stands, before `prefetch` needs it.
    func prefetchEntry(_ number: UInt32) { texts.prefetchEntry(of: Int(number)) }

    /// Asks for the text of a number before it is needed.
    func prefetch(_ number: UInt32) { texts.prefetchRecord(of: Int(number)) }

    /// Asks for the name that field `number` stands for before it is needed.
    func prefetch(nameOfField number: UInt32) { plain.prefetch(at: Int(number)) }

    /// The number of the name that field `number` stands for.
    @inline(__always)
    func name(ofField number: UInt32) -> UInt32 { plain[Int(number)] }

    /// The number of a field that is not empty.
    mutating func number(ofField field: Span<UInt8>, hash: UInt64) -> UInt32 {
        let number = texts.number(of: field, hash: hash)
        if number == plain.count { unescape() }
        return UInt32(truncatingIfNeeded: number)
    }

    /// The number of a field, or none where it is empty.
    mutating func number(ofField field: Span<UInt8>) -> UInt32 {
        field.isEmpty ? RowStore.none : number(ofField: field, hash: texts.hash(of: field))
    }

    /// Forgets all, and keeps the memory.
    mutating func removeAll() {
        texts.removeAll()
        plain.removeAll(keepingCapacity: true)
        addNone()
    }

    /// The number of a name.
    mutating func number(ofName name: Span<UInt8>) -> UInt32 {
        let number = texts.number(of: name)
        if number == plain.count { unescape() }
        return UInt32(truncatingIfNeeded: number)
    }

    /// The number of a name, or nil where there is none.
    func known(_ name: Span<UInt8>) -> UInt32? { texts.known(name).map { UInt32($0) } }

    /// Finds the names of new texts; these may be new texts themselves.
    private mutating func unescape() {
        while plain.count < texts.count {
            let number = plain.count
            guard texts[number].firstOffset(of: 0x5C) != nil else {
                plain.append(UInt32(number))
                continue
            }
            var name: [UInt8] = []
            RowText.appendPlain(texts[number], to: &name)
            plain.append(UInt32(texts.number(of: name)))
        }
    }

    /// By number: where its text stands in the order of bytes.
    func ranks() -> UniqueArray<UInt32> {
        var order = RadixOrder(count: count) { texts[$0].orderPrefix }
        order.settle { texts[Int($0)].order(texts[Int($1)]) < 0 }
        var ranks = UniqueArray<UInt32>(repeating: 0, count: count)
        for rank in 0..<count { ranks[Int(order[rank])] = UInt32(rank) }
        return ranks
    }
}
