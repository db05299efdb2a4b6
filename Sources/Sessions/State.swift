import BasicContainers
package import ByteIO
package import StageSupport
package import Rows

/// What a run leaves for the next one besides rows: the times and streams read, and the options.
///
/// It stands in the end line of the state's last stream; `meta` is its checksum.
package struct StateRecord: Equatable {
    package static let maximumStreams = 400

    /// When the rows read so far happened, those of wrong clocks left out.
    package var times: [TimeCluster] = []
    /// The options that cut and value sessions, by name.
    package var options: [String: String]
    /// End-line checksums of the streams read, oldest first.
    package var streams: [UInt64] = []

    package init(options: [String: String]) { self.options = options }

    /// Nil where the words are damaged.
    init?(_ words: [String: String]) {
        var rest = words
        guard rest.removeValue(forKey: "meta") == Self.checksum(rest) else { return nil }
        for text in (rest.removeValue(forKey: "times") ?? "").split(separator: ",") {
            guard let cluster = TimeCluster(text) else { return nil }
            times.append(cluster)
        }
        guard let streams = Self.streams(rest.removeValue(forKey: "streams") ?? "") else {
            return nil
        }
        self.streams = streams
        options = rest
    }

    /// The words of the end line.
    var words: [String: String] {
        var words = options
        // A word without a value is none.
        if !times.isEmpty { words["times"] = times.map(\.text).joined(separator: ",") }
        if !streams.isEmpty { words["streams"] = Self.text(streams) }
        words["meta"] = Self.checksum(words)
        return words
    }

    /// Checksums in an end line, oldest first; nil where they are damaged.
    static func streams(_ text: String) -> [UInt64]? {
        var streams: [UInt64] = []
        for digits in text.split(separator: ",") {
            guard let stream = UInt64(digits, radix: 16) else { return nil }
            streams.append(stream)
        }
        return streams
    }

    /// The latest of the streams.
    static func text(_ streams: [UInt64]) -> String {
        streams.suffix(maximumStreams).map { String($0, radix: 16) }.joined(separator: ",")
    }

    /// - Throws: exit 65 where one of the streams was taken before.
    package static func refuse(_ streams: [UInt64], takenIn known: Set<UInt64>) throws(Failure) {
        guard let again = streams.first(where: { known.contains($0) }) else { return }
        throw Failure(
            .damagedInput,
            "the stream with checksum \(String(again, radix: 16)) was taken into the state before; "
                + "nothing was written")
    }

    private static func checksum(_ words: [String: String]) -> String {
        let text = words.keys.sorted().map { "\($0)=\(words[$0] ?? "")" }.joined(separator: " ")
        return String(XXH64.digest(of: Array(text.utf8).span), radix: 16)
    }
}

/// Rows and sessions on their way into the state.
package struct HeldRows: ~Copyable {
    private var rows: SpillSort
    private var sessions: SpillSort
    private let memory: Int
    private var payload: [UInt8] = []

    package init(memory: Int, folder: SpillFolder) {
        self.memory = memory
        rows = SpillSort(memory: memory / 2, folder: folder)
        sessions = SpillSort(memory: memory / 4, folder: folder)
    }

    mutating func add(
        _ row: borrowing UniqueArray<UInt8>, order: UInt64, mark: UInt32
    ) throws(IOFailure) {
        payload.removeAll(keepingCapacity: true)
        payload.append(row.span)
        payload.append(0x09)
        if mark > 1 { payload.append(decimal: Int64(mark)) }
        try rows.add(key: [], time: 0, order: order, payload)
    }

    /// Adds a row of another state, with its mark.
    mutating func add(kept row: Span<UInt8>) throws(IOFailure) {
        try rows.add(key: [], time: 0, order: UInt64(rows.count), row)
    }

    mutating func add(session row: Span<UInt8>) throws(IOFailure) {
        let number = UInt64(sessions.count)
        try sessions.add(key: [], time: 0, order: number, row)
    }

    /// Writes the state: a stream of sessions, then one of rows, whose end line holds `record`.
    package consuming func write(to file: inout OutputFile, _ record: StateRecord) throws {
        let memory = memory
        try Self.write(.carried, sessions.finish(), memory, [:], to: &file)
        try Self.write(.state, rows.finish(), memory, record.words, to: &file)
    }

    private static func write(
        _ kind: StreamKind, _ runs: SortedRuns, _ memory: Int, _ extra: [String: String],
        to file: inout OutputFile
    ) throws {
        let columns = KeptParts.columns(of: kind)
        try file.write("\(kind.firstLine)\n\(columns.joined(separator: "\t"))\n")
        var hash = XXH64()
        var count = 0
        var line: [UInt8] = []
        var records = try runs.records(memory: memory / 4)
        while try records.advance() {
            line.removeAll(keepingCapacity: true)
            line.append(records.payload)
            line.append(0x0A)
            hash.update(line.span)
            try file.write(line.span)
            count += 1
        }
        let end = StreamEnd(rows: count, isComplete: true, checksum: hash.digest, extra: extra)
        try file.write(end.line + "\n")
    }
}
