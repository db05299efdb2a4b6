import BasicContainers
import ByteIO
import Rows

/// All rows of a run in less than half of their text, as long as they fit in memory.
///
/// What repeats in a row (event, site, page; then everything from referrer to status) is a number in a
/// dictionary; what does not (duration to props) is kept as it stands. All that is needed of a row later
/// lies in one record, because rows are then read in another order, and each jump waits for memory.
package struct RowStore: ~Copyable {
    /// Stands for no visitor, no user: the number of the empty text.
    static var none: UInt32 { 0 }

    /// What a record begins with.
    struct Head {
        static let length = 28

        var time: Int64
        /// Numbers of the fields as they stand in the row.
        var visitor: UInt32
        var user: UInt32
        var touch: UInt32 = 0
        var origin: UInt32 = 0
        /// A `RecordKind`; a carried session has its row behind the head, any other one the fields from
        /// duration on, and a marked row its mark before them.
        var kind: UInt64
        var length: Int = 0
    }

    private(set) var region: RecordRegion
    private let limit: Int
    /// By row, in the order of input: where its record begins, in units of 4 bytes.
    private var records = UniqueArray<UInt32>()
    var names = NameTable()
    private(set) var touches = Interner()
    private(set) var origins = Interner()
    private var namesAhead = LookAhead()
    private var touchesAhead = LookAhead()

    /// Room for `limit` bytes of records and what is needed to sort them.
    init(limit: Int) throws(IOFailure) {
        self.limit = limit
        region = try RecordRegion(capacity: max(limit, 1 << 12))
    }

    var count: Int { records.count }
    package var isEmpty: Bool { records.isEmpty }

    /// Bytes of memory, with those that sorting will take.
    private var memory: Int {
        region.count + records.count * 16 + names.memory + touches.byteCount + origins.byteCount
            + (touches.count + origins.count) * 40
    }

    /// Whether so many rows more fit, whose text has `length` bytes.
    func hasRoom(for length: Int, rows: Int) -> Bool {
        // Head, alignment and mark; index and order; entries of new texts.
        region.room >= length + 64 * rows && memory + 2 * length + 256 * rows <= limit
    }
}

// Rows in.
extension RowStore {
    /// The rows of `block`, in our columns and order, come next.
    mutating func begin(_ block: borrowing RowBlock) {
        namesAhead.begin(block, 1...1, in: names.texts)
        touchesAhead.begin(block, 3...5, in: touches)
    }

    /// Adds a row of the block, in our columns and order.
    mutating func add(_ block: borrowing RowBlock, _ row: Int, time: Int64) {
        let (visitor, user) = (block.field(1, of: row), block.field(2, of: row))
        let hash = namesAhead.hash(of: row, in: names.texts)
        let touch = touches.number(
            of: block.fields(3...5, of: row), hash: touchesAhead.hash(of: row, in: touches))
        let origin = origins.number(of: block.fields(6...13, of: row))
        let rest = block.fields(14...19, of: row)
        begin(
            Head(
                time: time,
                visitor: visitor.isEmpty ? Self.none : names.number(ofField: visitor, hash: hash),
                user: names.number(ofField: user), touch: UInt32(truncatingIfNeeded: touch),
                origin: UInt32(truncatingIfNeeded: origin), kind: RecordKind.row,
                length: rest.count))
        region.append(rest)
    }

    /// Adds any record; `row` has our columns and order, and these `fields`.
    mutating func add(
        _ row: Span<UInt8>, _ fields: RowFields, kind: UInt64, mark: UInt32, time: Int64,
        visitor: UInt32, user: UInt32
    ) {
        var head = Head(time: time, visitor: visitor, user: user, kind: kind)
        guard kind != RecordKind.carried else {
            head.length = row.count
            begin(head)
            region.append(row)
            return
        }
        func part(_ first: EventColumn, _ last: EventColumn) -> Range<Int> {
            fields[first].lowerBound..<fields[last].upperBound
        }
        let rest = row.extracting(part(.durationMilliseconds, .props))
        head.touch = UInt32(touches.number(of: row.extracting(part(.event, .page))))
        head.origin = UInt32(origins.number(of: row.extracting(part(.referrer, .status))))
        head.length = rest.count
        begin(head)
        if kind == RecordKind.marked { region.append(word32: mark) }
        region.append(rest)
    }

    @inline(__always)
    private mutating func begin(_ head: Head) {
        region.align(to: 4)
        records.append(UInt32(truncatingIfNeeded: region.count >> 2))
        region.append(
            words: UInt64(bitPattern: head.time), UInt64(head.visitor) | UInt64(head.user) << 32,
            UInt64(head.touch) | UInt64(head.origin) << 32,
            UInt32(truncatingIfNeeded: UInt64(head.length) << 2 | head.kind))
    }
}

// Rows out. Inlined, because the compiler copies a whole store to pass it to a function that borrows it.
extension RowStore {
    @inline(__always)
    func offset(of row: Int) -> Int { Int(records[row]) << 2 }

    /// Asks for where a row's record stands, before `prefetch` needs it.
    func prefetchOffset(_ row: Int) { records.prefetch(at: row) }

    /// Asks for a row's record before it is needed.
    func prefetch(_ row: Int) { region.prefetch(at: offset(of: row)) }

    subscript(row: Int) -> Head {
        @inline(__always) get {
            let offset = offset(of: row)
            let (names, texts) = (region.word64(at: offset + 8), region.word64(at: offset + 16))
            let length = region.word32(at: offset + 24)
            return Head(
                time: Int64(bitPattern: region.word64(at: offset)),
                visitor: UInt32(truncatingIfNeeded: names), user: UInt32(names >> 32),
                touch: UInt32(truncatingIfNeeded: texts), origin: UInt32(texts >> 32),
                kind: UInt64(length) & RecordKind.mask, length: Int(length >> 2))
        }
    }

    @inline(__always)
    func time(of row: Int) -> Int64 { Int64(bitPattern: region.word64(at: offset(of: row))) }

    /// Numbers of the visitor's and the user's field.
    @inline(__always)
    func names(of row: Int) -> (visitor: UInt32, user: UInt32) {
        let names = region.word64(at: offset(of: row) + 8)
        return (UInt32(truncatingIfNeeded: names), UInt32(names >> 32))
    }

    /// How many different users there are.
    func countUsers() -> Int {
        var isKnown = UniqueArray<Bool>(repeating: false, count: names.count)
        var count = 0
        for row in 0..<self.count {
            let head = self[row]
            guard head.user != Self.none, head.kind != RecordKind.carried else { continue }
            let user = Int(names.name(ofField: head.user))
            if !isKnown[user] { count += 1 }
            isKnown[user] = true
        }
        return count
    }

    /// What the state says of the start of the row's session, 0 for nothing.
    @inline(__always)
    func mark(of row: Int, _ head: Head) -> UInt32 {
        head.kind == RecordKind.marked ? region.word32(at: offset(of: row) + Head.length) : 0
    }
}
