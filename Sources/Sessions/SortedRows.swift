import BasicContainers
package import ByteIO
import StageSupport

/// Rows that do not fit in memory, sorted on disk: those of one customer come one by one, and wait in a
/// queue that goes to disk beyond a limit of memory.
package struct SortedRows: ~Copyable {
    /// Names that are kept at least, however many are needed.
    private static let keptNames = 4096

    private var records: SortedRecords
    private var cursor: LinkCursor
    private let hasLinks: Bool
    private let joinsIdentities: Bool
    private var queue: SpillQueue
    /// Fields and names of the customer at hand.
    private(set) var names = NameTable()
    /// Beyond so many, names that no session needs are dropped.
    private var namesLimit = keptNames
    /// What the rows given so far say of their customer.
    private(set) var customer = MergedCustomer()

    /// `rows` by visitor, or by user where they have one; those of `filled` stand under their customer.
    package init(
        _ rows: SortedRuns, _ filled: BackFill, _ links: Links, joinsIdentities: Bool, memory: Int,
        queue: Int, folder: SpillFolder
    ) throws {
        let records = try SortedRuns.merging([rows, filled.rows], memory: memory)
        let cursor = try LinkCursor(links, memory: memory / 4)
        self.init(
            records, cursor, SpillQueue(memory: queue, folder: folder), hasLinks: !links.isEmpty,
            joinsIdentities: joinsIdentities)
    }

    private init(
        _ records: consuming SortedRecords, _ cursor: consuming LinkCursor,
        _ queue: consuming SpillQueue, hasLinks: Bool, joinsIdentities: Bool
    ) {
        self.records = records
        self.cursor = cursor
        self.queue = queue
        self.hasLinks = hasLinks
        self.joinsIdentities = joinsIdentities
    }

    /// Moves to the next row of any customer; false behind the last.
    mutating func advance() throws -> Bool { try records.advance() }

    /// Whether the row is the first of its key, which is a customer's name.
    var isNewKey: Bool { records.isNewKey }

    /// The key of the row; empty for a row in no path.
    var key: Span<UInt8> {
        @_lifetime(borrow self)
        get { records.key }
    }

    /// The rows from the one at hand on are those of another customer.
    mutating func beginCustomer() throws {
        let isMoved = try hasLinks && Self.hasLink(records, &cursor)
        customer = MergedCustomer(isMoved: isMoved, joinsIdentities: joinsIdentities)
        names.removeAll()
        namesLimit = Self.keptNames
    }

    private static func hasLink(
        _ records: borrowing SortedRecords, _ cursor: inout LinkCursor
    ) throws -> Bool {
        try cursor.link(of: records.key) != nil
    }

    /// What the cutter looks at; nil where the row was moved to another customer.
    mutating func cutRow() throws -> CutRow? { try Self.cutRow(records, &customer, &names) }

    private static func cutRow(
        _ records: borrowing SortedRecords, _ customer: inout MergedCustomer,
        _ names: inout NameTable
    ) throws -> CutRow? {
        let row = row(of: records)
        guard customer.owns(row, fromSorted: records.source == 0) else { return nil }
        guard let head = RowHead(row) else { throw Failure(.selfCheck, "a row lost its fields") }
        let isUsers = head.visitor.isEmpty
        let field = names.number(ofField: row.extracting(isUsers ? head.user : head.visitor))
        let kind = records.order & RecordKind.mask
        return CutRow(
            time: records.time, field: field, name: names.name(ofField: field), isUsers: isUsers,
            mark: kind == RecordKind.marked ? records.payload.word32(at: row.count) : 0,
            isCarried: kind == RecordKind.carried)
    }

    /// A marked row has its mark behind it.
    @_lifetime(borrow records)
    private static func row(of records: borrowing SortedRecords) -> Span<UInt8> {
        let isMarked = records.order & RecordKind.mask == RecordKind.marked
        return records.payload.extracting(0..<records.payload.count - (isMarked ? 4 : 0))
    }

    /// Whether there are so many names that those which no session needs should go.
    var hasManyNames: Bool { names.count > namesLimit }

    /// From now on only these names are known.
    mutating func replaceNames(by names: consuming NameTable) {
        namesLimit = max(Self.keptNames, names.count * 2)
        self.names = names
    }
}

extension SortedRows: CutRows {
    var row: Span<UInt8> {
        @_lifetime(borrow self)
        get { Self.row(of: records) }
    }

    @_lifetime(borrow self)
    func text(_ number: UInt32) -> Span<UInt8> { names[number] }

    mutating func wait(for slot: Int) throws(IOFailure) {
        try Self.append(records, slot, to: &queue)
    }

    private static func append(
        _ records: borrowing SortedRecords, _ slot: Int, to queue: inout SpillQueue
    ) throws(IOFailure) {
        try queue.append(
            Int64(slot), Int64(bitPattern: records.order), records.time, row(of: records))
    }

    mutating func firstSlot() throws(IOFailure) -> Int? {
        try queue.load() ? Int(queue.number(0)) : nil
    }

    var firstTime: Int64 { queue.number(2) }

    var firstOrder: UInt64 { UInt64(bitPattern: queue.number(1)) }

    mutating func appendFirst(to bytes: inout UniqueArray<UInt8>) { bytes.append(queue.bytes) }

    mutating func appendFirst(
        behind prefix: borrowing UniqueArray<UInt8>, step: Int, to bytes: inout UniqueArray<UInt8>
    ) {
        let (prefix, row) = (prefix.span, queue.bytes)
        bytes.append(upTo: PathPrefix.length(prefix) + row.count + 1) { path in
            var path = path
            PathPrefix.write(prefix, step: step, to: &path)
            path.append(row)
            path.append(0x0A)
            return path.finished()
        }
    }

    mutating func removeFirst() { queue.removeFirst() }
}
