import ByteIO
import Rows

/// Keeps rows in memory as long as they fit, then sorts them by visitor, or by user where a row has one;
/// and the pairs of visitor and user that they carry.
struct RowCollector: ~Copyable {
    private var store: RowStore
    private var isStoring: Bool
    private var sort: SpillSort
    private var edges: EdgeTable
    private let joinsIdentities: Bool
    /// Whether all pairs are needed by their names, for a map.
    private let keepsMap: Bool
    private let memory: Int
    /// What tells rows in the order of input.
    private var order: UInt64 = 4
    private var fields = RowFields(count: EventColumn.allCases.count)
    private var (key, other): ([UInt8], [UInt8]) = ([], [])

    init(
        joinsIdentities: Bool, keepsMap: Bool, memory: Int, folder: SpillFolder
    ) throws(IOFailure) {
        // The rest is for edges, links and what waits for a decision.
        let limit = memory / 8 * 5
        isStoring = limit >= 1 << 14
        store = try RowStore(limit: isStoring ? limit : 0)
        sort = SpillSort(memory: memory / 2, folder: folder)
        edges = EdgeTable(memory: memory / 4, folder: folder)
        self.joinsIdentities = joinsIdentities
        self.keepsMap = keepsMap
        self.memory = memory
    }

    mutating func load(_ map: String) throws {
        try IdentityMap.read(map) { (visitor, user, first, last) in
            try edges.load(visitor: visitor, user: user, first: first, last: last)
        }
    }

    /// Whether the rows of `block`, in our columns and order, can be added one after another by number.
    mutating func begin(_ block: borrowing RowBlock) -> Bool {
        guard isStoring, !block.isRagged else { return false }
        store.begin(block)
        // Asked once a block: a row takes no more memory than its text and some words.
        return store.hasRoom(for: block.content.count, rows: block.rows)
    }

    /// Adds a row of the block that was begun.
    @inline(__always)
    mutating func add(_ block: borrowing RowBlock, _ row: Int, time: Int64) {
        store.add(block, row, time: time)
        order += RecordKind.mask + 1
    }

    /// Adds a row in our columns and order, or a carried session, with its `mark` if it has one.
    mutating func add(
        _ row: Span<UInt8>, _ head: RowHead, _ kind: UInt64, _ mark: UInt32, at time: Int64
    ) throws(IOFailure) {
        defer { order += RecordKind.mask + 1 }
        let (visitor, user) = (row.extracting(head.visitor), row.extracting(head.user))
        if isStoring, store.hasRoom(for: row.count, rows: 1),
            kind == RecordKind.carried
                || fields.split(row) && fields[.time].count == Timestamp.rowLength
        {
            let numbers = (
                store.names.number(ofField: visitor), store.names.number(ofField: user)
            )
            store.add(
                row, fields, kind: kind, mark: mark, time: time, visitor: numbers.0,
                user: numbers.1)
            return
        }
        if isStoring { try stopStoring() }
        try observe(visitor, user, time, isCarried: kind == RecordKind.carried)
        let isUsers = joinsIdentities ? !user.isEmpty : visitor.isEmpty
        key.replace(withField: isUsers ? user : visitor)
        guard kind == RecordKind.marked else {
            return try sort.add(key: key, time: time, order: order | kind, row)
        }
        var marked: [UInt8] = []
        marked.append(row)
        marked.append(word32: mark)
        try sort.add(key: key, time: time, order: order | kind, marked.span)
    }

    /// Observes what the fields of a row say of identity.
    private mutating func observe(
        _ visitor: Span<UInt8>, _ user: Span<UInt8>, _ time: Int64, isCarried: Bool
    ) throws(IOFailure) {
        guard !user.isEmpty else { return }
        key.replace(withField: user)
        other.replace(withField: visitor)
        let names = (visitor: other, user: key)
        try edges.observe(
            visitor: names.visitor.span, user: names.user.span, time: time, isCarried: isCarried,
            joinsIdentities: joinsIdentities)
    }
}

// What is stored, when it no longer fits or all rows are here.
extension RowCollector {
    /// Sorts and writes what is stored, and gives its memory back.
    private mutating func stopStoring() throws(IOFailure) {
        isStoring = false
        if !store.isEmpty {
            try Self.observePairs(of: store, &edges, joinsIdentities: joinsIdentities)
            try Self.write(&store, to: &sort, joinsIdentities: joinsIdentities)
        }
        store = try RowStore(limit: 0)
    }

    private static func write(
        _ store: inout RowStore, to sort: inout SpillSort, joinsIdentities: Bool
    ) throws(IOFailure) {
        try sort.addSorted { (run) throws(IOFailure) in
            try store.write(to: &run, joinsIdentities: joinsIdentities)
        }
    }

    private static func observePairs(
        of store: borrowing RowStore, _ edges: inout EdgeTable, joinsIdentities: Bool
    ) throws(IOFailure) {
        for row in 0..<store.count {
            let head = store[row]
            guard head.user != RowStore.none else { continue }
            try edges.observe(
                visitor: store.names[store.names.name(ofField: head.visitor)],
                user: store.names[store.names.name(ofField: head.user)], time: head.time,
                isCarried: head.kind == RecordKind.carried, joinsIdentities: joinsIdentities)
        }
    }

    /// No more rows come.
    consuming func finish() throws -> IntakeRows {
        var pairs: StoredPairs? = nil
        if isStoring, joinsIdentities {
            pairs = keepsMap ? nil : StoredPairs(of: store, memory: memory / 8)
            if pairs == nil {
                try Self.observePairs(of: store, &edges, joinsIdentities: true)
            }
        }
        return IntakeRows(
            store: store, sorted: try sort.finish(), edges: try edges.finish(), pairs: pairs)
    }
}
