import BasicContainers
package import ByteIO
import Rows
import StageSupport

/// What must be known of all rows before they are parted among machines: who was seen together, and when
/// the rows happened.
///
/// Written, it is an identity map whose end line says `times=` and `streams=`. Surveys of parts are put
/// together by reading them again, in any grouping; what earlier nights left is read with them. Memory:
/// 50 bytes a pair up to `memory`, then on disk.
package struct Survey: ~Copyable {
    private var edges: EdgeTable
    private var times = LogTimes()
    private var known: [TimeCluster] = []
    private var streams: [UInt64] = []
    /// Streams that an earlier night took.
    private var earlier: Set<UInt64> = []
    private var clock = RowClock()
    private let memory: Int
    private let folder: SpillFolder

    package init(memory: Int, folder: SpillFolder) {
        self.memory = memory
        self.folder = folder
        edges = EdgeTable(memory: memory / 2, folder: folder)
    }

    /// Observes event streams, surveys, an identity map, and the rows that a state keeps.
    package mutating func read(_ path: String) throws {
        var reader = RowReader(
            try Inputs.open(path), kinds: [.events, .identities, .state, .carried])
        while try reader.advance() {
            guard !reader.block.isRagged else { throw Self.damage(reader, row: 0) }
            switch reader.kind {
            case .identities: try load(reader)
            // A session without rows ties no visitor to its user.
            case .carried: break
            case .events, .state, .paths: try observe(reader)
            }
        }
        for (end, kind) in zip(reader.ends, reader.endedKinds) {
            switch kind {
            case .events: if end.rows > 0, let checksum = end.checksum { streams.append(checksum) }
            case .identities:
                let whole = try WholeLog(end, reader.name)
                known += whole.times
                streams += whole.streams
            case .state:
                guard let record = StateRecord(end.extra) else {
                    throw Failure(.damagedInput, "\(path): the end line of the state is damaged")
                }
                earlier.formUnion(record.streams)
            case .carried, .paths: break
            }
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
            if reader.kind == .events { times.observe(time) }
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

    /// Writes what was observed; `map` gets the pairs without more.
    ///
    /// - Throws: exit 65 where a state took one of the streams before.
    package consuming func finish(
        into output: consuming OutputFile, map: consuming OutputFile? = nil
    ) throws -> [FinishedFile] {
        try StateRecord.refuse(streams, takenIn: earlier)
        var extra: [String: String] = [:]
        // A word without a value is none.
        let times = times.clusters(with: known).map(\.text).joined(separator: ",")
        if !times.isEmpty { extra["times"] = times }
        if !streams.isEmpty { extra["streams"] = StateRecord.text(streams) }
        var writers = UniqueArray<StreamWriter>()
        try writers.append(StreamWriter(output, kind: .identities, columns: IdentityMap.names))
        if let map {
            try writers.append(StreamWriter(map, kind: .identities, columns: IdentityMap.names))
        }
        var block: [UInt8] = []
        _ = try Links(
            edges: edges.finish(), limit: .max, memory: memory / 4, folder: folder,
            countsLateLinks: false
        ) { visitor, user, first, last in
            guard !visitor.isEmpty else { return }
            block.removeAll(keepingCapacity: true)
            IdentityMap.write(visitor, user, first, last, to: &block)
            for index in writers.indices { try writers[index].write(rows: block.span, count: 1) }
        }
        var files: [FinishedFile] = []
        for index in writers.indices {
            files.append(
                try writers[index].finish(isComplete: true, extra: index == 0 ? extra : [:]))
        }
        return files.reversed()
    }
}

/// What the parts of a parted log must know of the whole.
package struct WholeLog {
    /// When its rows happened; all are of this run.
    let times: [TimeCluster]
    /// End-line checksums of its streams.
    let streams: [UInt64]

    /// Reads the end line of a survey; an identity map tells nothing.
    init(_ end: StreamEnd, _ path: String) throws(Failure) {
        var clusters: [TimeCluster] = []
        for text in (end.extra["times"] ?? "").split(separator: ",") {
            guard let cluster = TimeCluster(text) else { throw Self.damage(path) }
            clusters.append(cluster.ofThisRun)
        }
        guard let streams = StateRecord.streams(end.extra["streams"] ?? "") else {
            throw Self.damage(path)
        }
        self.streams = streams
        times = clusters
    }

    private static func damage(_ path: String) -> Failure {
        Failure(.damagedInput, "\(path): the end line of the survey is damaged")
    }
}

extension Survey {
    /// What the survey in `path` says of the whole log.
    package static func whole(in path: String) throws -> WholeLog {
        var reader = RowReader(try Inputs.open(path), kind: .identities)
        while try reader.advance() {}
        guard let end = reader.ends.last else {
            throw Failure(.damagedInput, "\(path): no survey")
        }
        return try WholeLog(end, path)
    }
}
