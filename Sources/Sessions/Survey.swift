package import ByteIO
package import Rows
import StageSupport

/// What must be known of all rows before they are parted among machines: who was seen together, and when
/// the rows happened.
///
/// Written, it is an identity map whose end line says `times=`. Surveys of parts are put together by
/// reading them again, in any order and grouping. Memory: 50 bytes a pair up to `memory`, then on disk.
package struct Survey: ~Copyable {
    private var edges: EdgeTable
    private var times = LogTimes()
    private var known: [TimeCluster] = []
    private var clock = RowClock()
    private let memory: Int
    private let folder: SpillFolder

    package init(memory: Int, folder: SpillFolder) {
        self.memory = memory
        self.folder = folder
        edges = EdgeTable(memory: memory / 2, folder: folder)
    }

    /// Observes event streams and earlier surveys.
    package mutating func read(_ path: String) throws {
        var reader = RowReader(try Inputs.open(path), kinds: [.events, .identities])
        while try reader.advance() {
            guard !reader.block.isRagged else { throw Self.damage(reader, row: 0) }
            if reader.kind == .events { try observe(reader) } else { try load(reader) }
        }
        for (end, kind) in zip(reader.ends, reader.endedKinds) where kind == .identities {
            known += try Self.times(of: end, reader.name)
        }
    }

    private mutating func observe(_ reader: borrowing RowReader) throws {
        let names = [EventColumn.time, .visitor, .user].map(\.name)
        let columns = names.compactMap { reader.columns.firstIndex(of: $0) }
        guard columns.count == names.count else {
            throw Failure(.damagedInput, "\(reader.name): no columns \(names)")
        }
        var (visitor, user): ([UInt8], [UInt8]) = ([], [])
        for row in 0..<reader.block.rows {
            guard let time = clock.microseconds(reader.block.field(columns[0], of: row)) else {
                throw Self.damage(reader, row: row)
            }
            times.observe(time)
            guard !reader.block.field(columns[2], of: row).isEmpty else { continue }
            visitor.replace(withField: reader.block.field(columns[1], of: row))
            user.replace(withField: reader.block.field(columns[2], of: row))
            try edges.observe(
                visitor: visitor.span, user: user.span, time: time, isCarried: false,
                joinsIdentities: true)
        }
    }

    private mutating func load(_ reader: borrowing RowReader) throws {
        guard reader.columns == IdentityMap.names else {
            throw Failure(.damagedInput, "\(reader.name): not the columns of an identity map")
        }
        var (visitor, user): ([UInt8], [UInt8]) = ([], [])
        for row in 0..<reader.block.rows {
            guard let first = Timestamp(row: reader.block.field(2, of: row)),
                let last = Timestamp(row: reader.block.field(3, of: row)), first <= last
            else { throw Self.damage(reader, row: row) }
            visitor.replace(withField: reader.block.field(0, of: row))
            user.replace(withField: reader.block.field(1, of: row))
            try edges.load(
                visitor: visitor.span, user: user.span, first: first.microseconds,
                last: last.microseconds)
        }
    }

    private static func damage(_ reader: borrowing RowReader, row: Int) -> Failure {
        Failure(.damagedInput, "\(reader.name):\(reader.lineNumber(of: row)): bad row")
    }

    /// Writes what was observed.
    package consuming func finish(into output: consuming OutputFile) throws -> FinishedFile {
        let times = times.clusters(with: known).map(\.text).joined(separator: ",")
        var writer = try StreamWriter(output, kind: .identities, columns: IdentityMap.names)
        var block: [UInt8] = []
        _ = try Links(
            edges: edges.finish(), limit: .max, memory: memory / 4, folder: folder,
            countsLateLinks: false
        ) { visitor, user, first, last in
            guard !visitor.isEmpty else { return }
            block.removeAll(keepingCapacity: true)
            IdentityMap.write(visitor, user, first, last, to: &block)
            try writer.write(rows: block.span, count: 1)
        }
        // A word without a value is none.
        return try writer.finish(isComplete: true, extra: times.isEmpty ? [:] : ["times": times])
    }
}

// What the parts of a parted log ask of it.
extension Survey {
    /// When the rows of the whole log happened.
    package static func times(in path: String) throws -> [TimeCluster] {
        var reader = RowReader(try Inputs.open(path), kind: .identities)
        while try reader.advance() {}
        return try reader.ends.flatMap { try times(of: $0, path) }
    }

    private static func times(of end: StreamEnd, _ path: String) throws -> [TimeCluster] {
        try (end.extra["times"] ?? "").split(separator: ",").map { text in
            guard let cluster = TimeCluster(text) else {
                throw Failure(.damagedInput, "\(path): the end line of the survey is damaged")
            }
            return cluster.ofThisRun
        }
    }
}
