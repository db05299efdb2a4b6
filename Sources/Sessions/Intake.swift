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
    private var canonical: [UInt8] = []
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
    ) {
        self.progress = progress
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

    /// No more rows come: sorted rows, and pairs of visitor and user.
    package consuming func finish() throws -> (rows: SortedRuns, edges: SortedRuns) {
        progress.clear()
        let edges = try edges.finish()
        return (try sort.finish(), edges)
    }

    package mutating func load(_ map: String) throws {
        try IdentityMap.read(map) { (visitor, user, first, last) in
            try edges.load(visitor: visitor, user: user, first: first, last: last)
        }
    }
}

extension Intake {
    private mutating func read(_ path: String, kinds: [StreamKind]) throws {
        var reader = StreamReader(try Inputs.open(path), kinds: kinds)
        let name = reader.name
        var layout: EventLayout?
        var stream = 0
        let before = rows
        while try reader.advance() {
            if rows & 4095 == 0 {
                progress.update(
                    bytes: doneBytes + reader.compressedCount, rows: rows, rejected: 0)
            }
            if reader.streamNumber != stream {
                stream = reader.streamNumber
                layout =
                    reader.kind == .carried
                    ? nil : try EventLayout(reader.columns, number: stream, in: name)
            }
            if reader.kind == .carried {
                try add(carried: reader.row, name, reader.lineNumber)
            } else if layout?.isCanonical == true {
                try add(reader.row, 0, name, reader.lineNumber, isState: reader.kind == .state)
            } else {
                var row = canonical
                canonical = []
                guard layout?.rewrite(reader.row, to: &row) == true else {
                    throw Self.wrongCount(name, reader.lineNumber)
                }
                let mark = layout?.mark(reader.row) ?? 0
                try add(row.span, mark, name, reader.lineNumber, isState: reader.kind == .state)
                canonical = row
            }
        }
        var report = InputReport(name: name)
        report.rows = rows - before
        report.bytes = reader.compressedCount
        doneBytes += report.bytes
        for (end, kind) in zip(reader.ends, reader.endedKinds) {
            try take(end, kind, of: &report)
        }
        inputs.append(report)
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
        times.see(time.microseconds)
        rows += 1
        if isState { stateRows += 1 } else if time.microseconds < lateBefore { late += 1 }
        visitor.replace(withField: row.extracting(head.visitor))
        user.replace(withField: row.extracting(head.user))
        if !user.isEmpty, !joinsIdentities || !visitor.isEmpty {
            try edges.see(
                visitor: joinsIdentities ? visitor : [], user: user, time: time.microseconds)
        }
        if mark == 0 {
            try add(row, RecordKind.row, at: time.microseconds)
        } else {
            var marked: [UInt8] = []
            marked.append(row)
            marked.append(word32: mark)
            try add(marked.span, RecordKind.marked, at: time.microseconds)
        }
    }

    private mutating func add(carried row: Span<UInt8>, _ path: String, _ line: Int) throws {
        guard let head = RowHead(row),
            let time = Timestamp(row: row.extracting(0..<Timestamp.rowLength))
        else { throw Failure(.damagedInput, "\(path):\(line): bad session in the state") }
        visitor.replace(withField: row.extracting(head.visitor))
        user.replace(withField: row.extracting(head.user))
        carried += 1
        try add(row, RecordKind.carried, at: time.microseconds)
    }

    /// Adds a record of the visitor and user at hand.
    private mutating func add(
        _ payload: Span<UInt8>, _ kind: UInt64, at time: Int64
    ) throws(IOFailure) {
        let isUsers = joinsIdentities ? !user.isEmpty : visitor.isEmpty
        try sort.add(
            key: isUsers ? user : visitor, time: time, order: order | kind, payload)
        order += RecordKind.mask + 1
    }

    private static let tabs = EventColumn.allCases.count - 1

    private static func wrongCount(_ path: String, _ line: Int) -> Failure {
        Failure(.damagedInput, "\(path):\(line): not as many fields as the stream has columns")
    }
}
