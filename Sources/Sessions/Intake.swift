package import ByteIO
package import StageSupport
package import Rows

/// Reads event streams and states.
package struct Intake: ~Copyable {
    private var collector: RowCollector
    private var progress: Progress
    /// Bytes of the inputs that are done, before inflating.
    private var doneBytes = 0
    let options: [String: String]
    /// Of the rows that no run read before.
    private var freshTimes = LogTimes()
    /// Of the log of which these rows are a part.
    package var whole: WholeLog?
    /// Of those that earlier runs read, as states told.
    var knownTimes: [TimeCluster] = []
    /// Rows read, with the state's.
    package private(set) var rows = 0
    /// Rows of the state.
    package private(set) var stateRows = 0
    package private(set) var carried = 0
    /// Rows that came after sessions of their time were delivered.
    package private(set) var late = 0
    /// What the state said.
    package internal(set) var record: StateRecord?
    /// Checksums of the streams that are no state and not empty.
    var readStreams: [UInt64] = []
    /// Inputs for the summary.
    package private(set) var inputs: [InputReport] = []

    private var lateBefore: Int64 = .min
    private var clock = RowClock()
    private var canonical: [UInt8] = []

    package struct InputReport {
        package let name: String
        package var rows = 0
        package var bytes = 0
        package var checksums: [UInt64] = []
    }

    /// `options` are those that cut sessions; a state must have been made with the same. `keepsMap` where
    /// pairs of visitor and user are read from a map or written to one.
    package init(
        joinsIdentities: Bool, keepsMap: Bool, options: [String: String], memory: Int,
        folder: SpillFolder,
        progress: Progress = Progress("sessionize", total: 0, mode: .never)
    ) throws(IOFailure) {
        self.progress = progress
        self.options = options
        collector = try RowCollector(
            joinsIdentities: joinsIdentities, keepsMap: keepsMap, memory: memory, folder: folder)
    }

    /// Reads the state of the last run.
    package mutating func readState(_ path: String, timeout: Int64) throws {
        try read(path, kinds: [.state, .carried])
        guard let found = record else {
            throw Failure(.damagedInput, "\(path): no state of sessionize")
        }
        if let span = LogSpan(found.times) { lateBefore = span.last - timeout }
    }

    /// Reads one input: event streams, or a state to be closed.
    package mutating func read(_ path: String) throws {
        try read(path, kinds: [.events, .state, .carried])
    }

    package mutating func load(_ map: String) throws { try collector.load(map) }

    /// The times of all rows, those of earlier runs too.
    package var times: [TimeCluster] {
        guard let whole else { return freshTimes.clusters(with: knownTimes) }
        return LogTimes().clusters(with: whole.times + knownTimes)
    }

    /// Checksums of the streams of this run that are no state and not empty.
    package var streams: [UInt64] { whole?.streams ?? readStreams }

    /// No more rows come.
    package consuming func finish() throws -> IntakeRows {
        progress.clear()
        return try collector.finish()
    }
}

// Rows.
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
            if layout?.isCanonical == true, collector.begin(reader.block) {
                try addBlock(of: reader)
            } else {
                for row in 0..<reader.block.rows { try add(row, of: reader, &layout) }
            }
        }
        var report = InputReport(name: reader.name)
        report.rows = rows - before
        report.bytes = reader.compressedCount
        doneBytes += report.bytes
        for (end, kind) in zip(reader.ends, reader.endedKinds) {
            try count(end, kind, of: &report)
        }
        inputs.append(report)
    }

    /// Stores a block of rows in our columns and order.
    private mutating func addBlock(of reader: borrowing RowReader) throws {
        let isState = reader.kind == .state
        for row in 0..<reader.block.rows {
            guard let time = clock.microseconds(reader.block.field(0, of: row)) else {
                try add(
                    reader.block.row(row), 0, reader.name, reader.lineNumber(of: row),
                    isState: isState)
                continue
            }
            count(time, isState: isState)
            collector.add(reader.block, row, time: time)
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

    /// Adds a row in our columns and order.
    private mutating func add(
        _ row: Span<UInt8>, _ mark: UInt32, _ path: String, _ line: Int, isState: Bool
    ) throws {
        guard let head = RowHead(row), row.occurrences(of: 0x09) == EventColumn.allCases.count - 1
        else { throw Self.wrongCount(path, line) }
        guard let time = Timestamp(row: row.extracting(0..<Timestamp.rowLength)) else {
            throw Failure(.damagedInput, "\(path):\(line): bad time")
        }
        count(time.microseconds, isState: isState)
        let kind = mark == 0 ? RecordKind.row : RecordKind.marked
        try collector.add(row, head, kind, mark, at: time.microseconds)
    }

    private mutating func add(carried row: Span<UInt8>, _ path: String, _ line: Int) throws {
        guard let head = RowHead(row),
            let time = Timestamp(row: row.extracting(0..<Timestamp.rowLength))
        else { throw Failure(.damagedInput, "\(path):\(line): bad session in the state") }
        carried += 1
        try collector.add(row, head, RecordKind.carried, 0, at: time.microseconds)
    }

    @inline(__always)
    private mutating func count(_ time: Int64, isState: Bool) {
        rows += 1
        if isState {
            stateRows += 1
        } else {
            freshTimes.observe(time)
            if time < lateBefore { late += 1 }
        }
    }

    private static func wrongCount(_ path: String, _ line: Int) -> Failure {
        Failure(.damagedInput, "\(path):\(line): not as many fields as the stream has columns")
    }
}
