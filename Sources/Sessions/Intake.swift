package import ByteIO
package import StageSupport
import Rows

/// What a record of the sorted rows is; it stands in the lowest bits of the order.
package enum RecordKind {
    package static let row: UInt64 = 0
    /// A row with a start mark in front of it.
    package static let marked: UInt64 = 1
    /// A session of which only the totals are here.
    package static let carried: UInt64 = 2
    static let bits: UInt64 = 2
    package static let mask: UInt64 = 3
}

/// Reads event streams and states, and sorts their rows by visitor, or by user where a row has one.
package struct Intake: ~Copyable {
    /// All rows, until they do not fit.
    private var store: RowStore
    private var isStoring: Bool
    private var sort: SpillSort
    private var edges: EdgeTable
    private var progress: Progress
    /// Bytes of the inputs that are done, before inflating.
    private var doneBytes = 0
    private let joinsIdentities: Bool
    private let options: [String: String]
    package private(set) var times = TimesRead()
    /// Rows read, with the state's.
    package private(set) var rows = 0
    /// Rows of the state.
    package private(set) var stateRows = 0
    package private(set) var carried = 0
    /// Rows that came after sessions of their time were delivered.
    package private(set) var late = 0
    /// What the state said.
    package private(set) var record: StateRecord?
    /// The horizon of the runs before, as states told.
    package private(set) var horizon: Int64?
    /// Checksums of the streams that are no state and not empty.
    package private(set) var streams: [UInt64] = []
    /// Inputs for the summary.
    package private(set) var inputs: [InputReport] = []

    private var order: UInt64 = 4
    private var lateBefore: Int64 = .min
    private var clock = RowClock()
    private var fields = RowFields(count: EventColumn.allCases.count)
    private var canonical: [UInt8] = []
    private var key: [UInt8] = []
    private var visitor: [UInt8] = []
    private var user: [UInt8] = []

    package struct InputReport {
        package let name: String
        package var rows = 0
        package var bytes = 0
        package var checksums: [UInt64] = []
    }

    /// `options` are those that cut sessions; a state must have been made with the same.
    package init(
        joinsIdentities: Bool, options: [String: String], memory: Int, folder: SpillFolder,
        progress: Progress = Progress("sessionize", total: 0, mode: .never)
    ) throws(IOFailure) {
        self.progress = progress
        // The rest is for edges, links and what waits for a decision.
        let limit = memory / 8 * 5
        isStoring = limit >= 1 << 14
        store = try RowStore(limit: isStoring ? limit : 0)
        self.joinsIdentities = joinsIdentities
        self.options = options
        sort = SpillSort(memory: memory / 2, folder: folder)
        edges = EdgeTable(memory: memory / 4, folder: folder)
    }

    /// Reads the state of the last run.
    package mutating func readState(_ path: String, timeout: Int64) throws {
        try read(path, kinds: [.state, .carried])
        guard let found = record else {
            throw Failure(.damagedInput, "\(path): no state of sessionize")
        }
        if let horizon = found.horizon { lateBefore = horizon - timeout }
    }

    /// Reads one input: event streams, or a state to be closed.
    package mutating func read(_ path: String) throws {
        try read(path, kinds: [.events, .state, .carried])
    }

    /// No more rows come.
    package consuming func finish() throws -> IntakeRows {
        progress.clear()
        let edges = try edges.finish()
        return IntakeRows(store: store, sorted: try sort.finish(), edges: edges)
    }

    package mutating func load(_ map: String) throws {
        try IdentityMap.read(map) { (visitor, user, first, last) in
            try edges.load(visitor: visitor, user: user, first: first, last: last)
        }
    }
}

extension Intake {
    private mutating func read(_ path: String, kinds: [StreamKind]) throws {
        var reader = RowReader(try Inputs.open(path), kinds: kinds)
        var layout: EventLayout?
        var stream = 0
        let before = rows
        while try reader.advance() {
            progress.update(bytes: doneBytes + reader.compressedCount, rows: rows, rejected: 0)
            if reader.streamNumber != stream {
                stream = reader.streamNumber
                layout =
                    reader.kind == .carried
                    ? nil : try EventLayout(reader.columns, number: stream, in: reader.name)
            }
            if layout?.isCanonical == true, !reader.block.isRagged, isStoring {
                try add(reader)
            } else {
                for row in 0..<reader.block.rows { try add(row, of: reader, &layout) }
            }
        }
        var report = InputReport(name: reader.name)
        report.rows = rows - before
        report.bytes = reader.compressedCount
        doneBytes += report.bytes
        for (end, kind) in zip(reader.ends, reader.endedKinds) {
            try take(end, kind, of: &report)
        }
        inputs.append(report)
    }

    /// Stores a block of rows in our columns and order.
    private mutating func add(_ reader: borrowing RowReader) throws {
        store.begin(reader.block)
        // Asked once a block: a row takes no more memory than its text and some words.
        let hasRoom = store.hasRoom(for: reader.block.content.count, rows: reader.block.rows)
        for row in 0..<reader.block.rows {
            guard hasRoom,
                let time = clock.microseconds(reader.block.field(0, of: row))
            else {
                try add(
                    reader.block.row(row), 0, reader.name, reader.lineNumber(of: row),
                    isState: reader.kind == .state)
                continue
            }
            let (visitor, user) = (reader.block.field(1, of: row), reader.block.field(2, of: row))
            try note(visitor, user, time, isState: reader.kind == .state)
            store.add(reader.block, row, time: time)
            order += RecordKind.mask + 1
        }
    }

    /// Adds a row of any stream.
    private mutating func add(
        _ row: Int, of reader: borrowing RowReader, _ layout: inout EventLayout?
    ) throws {
        let (name, line) = (reader.name, reader.lineNumber(of: row))
        let isState = reader.kind == .state
        if reader.kind == .carried {
            try add(carried: reader.block.row(row), name, line)
        } else if layout?.isCanonical == true {
            try add(reader.block.row(row), 0, name, line, isState: isState)
        } else {
            var text = canonical
            canonical = []
            guard layout?.rewrite(reader.block.row(row), to: &text) == true else {
                throw Self.wrongCount(name, line)
            }
            let mark = layout?.mark(reader.block.row(row)) ?? 0
            try add(text.span, mark, name, line, isState: isState)
            canonical = text
        }
    }

    private mutating func take(
        _ end: StreamEnd, _ kind: StreamKind, of report: inout InputReport
    ) throws {
        guard kind != .carried else { return }
        if let checksum = end.checksum { report.checksums.append(checksum) }
        guard kind == .state else {
            if end.rows > 0, let checksum = end.checksum { streams.append(checksum) }
            return
        }
        guard let record = StateRecord(end.extra) else {
            throw Failure(.damagedInput, "\(report.name): the end line of the state is damaged")
        }
        try refuseOthers(than: record.options, report.name)
        self.record = record
        if let earliest = record.earliest { times.seeEarlier(earliest) }
        horizon = record.horizon.map { max($0, horizon ?? .min) } ?? horizon
    }

    /// A state cut with other options would give sessions of neither.
    private func refuseOthers(than found: [String: String], _ path: String) throws(Failure) {
        let names = Set(found.keys).union(options.keys).sorted()
        let others = names.filter { found[$0] != options[$0] }
        guard !others.isEmpty else { return }
        let words = others.map { "\($0)=\(found[$0] ?? "none")" }.joined(separator: " ")
        throw Failure(
            .damagedInput,
            "\(path): the state was made with other options: \(words); use these, or close it with "
                + "them by 'sessionize \(path)' and begin a new one")
    }

    /// Adds a row in our columns and order.
    private mutating func add(
        _ row: Span<UInt8>, _ mark: UInt32, _ path: String, _ line: Int, isState: Bool
    ) throws {
        guard let head = RowHead(row), row.occurrences(of: 0x09) == Self.tabs else {
            throw Self.wrongCount(path, line)
        }
        guard let time = Timestamp(row: row.extracting(0..<Timestamp.rowLength)) else {
            throw Failure(.damagedInput, "\(path):\(line): bad time")
        }
        try note(
            row.extracting(head.visitor), row.extracting(head.user), time.microseconds,
            isState: isState)
        let kind = mark == 0 ? RecordKind.row : RecordKind.marked
        try keep(row, head, kind, mark, at: time.microseconds)
    }

    private mutating func add(carried row: Span<UInt8>, _ path: String, _ line: Int) throws {
        guard let head = RowHead(row),
            let time = Timestamp(row: row.extracting(0..<Timestamp.rowLength))
        else { throw Failure(.damagedInput, "\(path):\(line): bad session in the state") }
        carried += 1
        try keep(row, head, RecordKind.carried, 0, at: time.microseconds)
    }

    /// Notes what a row says of time and identity.
    private mutating func note(
        _ visitorField: Span<UInt8>, _ userField: Span<UInt8>, _ time: Int64, isState: Bool
    ) throws(IOFailure) {
        times.see(time)
        rows += 1
        if isState { stateRows += 1 } else if time < lateBefore { late += 1 }
        guard !userField.isEmpty, !joinsIdentities || !visitorField.isEmpty else { return }
        visitor.removeAll(keepingCapacity: true)
        if joinsIdentities { visitor.replace(withField: visitorField) }
        user.replace(withField: userField)
        try edges.see(visitor: visitor, user: user, time: time)
    }

    /// Stores a record, or sorts it where it does not fit.
    private mutating func keep(
        _ row: Span<UInt8>, _ head: RowHead, _ kind: UInt64, _ mark: UInt32, at time: Int64
    ) throws(IOFailure) {
        defer { order += RecordKind.mask + 1 }
        let (visitorField, userField) = (row.extracting(head.visitor), row.extracting(head.user))
        if isStoring, store.hasRoom(for: row.count, rows: 1),
            kind == RecordKind.carried
                || fields.split(row) && fields[.time].count == Timestamp.rowLength
        {
            let names = (
                store.number(ofField: visitorField), store.number(ofField: userField)
            )
            store.add(
                row, fields, kind: kind, mark: mark, time: time, visitor: names.0, user: names.1)
            return
        }
        if isStoring { try stopStoring() }
        let isUsers = joinsIdentities ? !userField.isEmpty : visitorField.isEmpty
        key.replace(withField: isUsers ? userField : visitorField)
        guard kind == RecordKind.marked else {
            return try sort.add(key: key, time: time, order: order | kind, row)
        }
        var marked: [UInt8] = []
        marked.append(row)
        marked.append(word32: mark)
        try sort.add(key: key, time: time, order: order | kind, marked.span)
    }

    /// Sorts and writes what is stored, and gives its memory back.
    private mutating func stopStoring() throws(IOFailure) {
        isStoring = false
        if !store.isEmpty { try Self.write(&store, to: &sort, joinsIdentities: joinsIdentities) }
        store = try RowStore(limit: 0)
    }

    private static func write(
        _ store: inout RowStore, to sort: inout SpillSort, joinsIdentities: Bool
    ) throws(IOFailure) {
        try sort.addSorted { (run) throws(IOFailure) in
            try store.write(to: &run, joinsIdentities: joinsIdentities)
        }
    }

    private static let tabs = EventColumn.allCases.count - 1

    private static func wrongCount(_ path: String, _ line: Int) -> Failure {
        Failure(.damagedInput, "\(path):\(line): not as many fields as the stream has columns")
    }
}

/// What was read: rows in memory, or sorted, and pairs of visitor and user.
package struct IntakeRows: ~Copyable {
    package var store: RowStore
    /// By key, where not all rows fit in memory.
    package let sorted: SortedRuns
    package let edges: SortedRuns
}
