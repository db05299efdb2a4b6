import ByteIO

/// The runs that did not fit in memory, from the oldest to the newest.
///
/// A key's newest record counts: older ones are out of date. Eight runs of one level are merged into
/// one of the next, so that a key is looked for in a few runs only.
struct KeyRuns {
    private static let fan = 8
    private static let mergeRecords = 1024

    private let folder: String
    private let filterBytes: Int
    private var runs: [KeyRun] = []
    /// One a run; nil where there is no room for it.
    private var filters: [KeyFilter?] = []
    private var page = [UInt64](repeating: 0, count: KeyRun.pageRecords * KeyRecord.words)

    /// Filters take at most about `filterBytes`.
    init(in folder: String, filterBytes: Int) {
        self.folder = folder
        self.filterBytes = filterBytes
    }

    var isEmpty: Bool { runs.isEmpty }

    /// The newest record of a key, or nil.
    mutating func record(rank: UInt64, low: UInt32) throws(IOFailure) -> KeyRecord? {
        for index in runs.indices.reversed() {
            if filters[index]?.mayHave(rank: rank, low: low) == false { continue }
            let found = try runs[index].record(rank: rank, low: low, page: &page)
            if let found { return found }
        }
        return nil
    }

    /// A word of all that `record` looks at first.
    func sample(rank: UInt64) -> UInt64 {
        var words: UInt64 = 0
        for index in filters.indices { words ^= filters[index]?.sample(rank: rank) ?? 0 }
        return words
    }

    /// Writes the table's records as the newest run and empties it.
    mutating func add(_ table: inout KeyTable) throws(IOFailure) {
        let run = try KeyRun(
            in: folder, level: 0, capacity: table.count, filterBytes: filterBytes / 2)
        try table.drain { (record) throws(IOFailure) in try run.append(record) }
        try run.flush()
        append(run)
        while let level = runs.last?.level, runs.suffix(Self.fan).count == Self.fan,
            runs.suffix(Self.fan).allSatisfy({ $0.level == level })
        {
            let parts = Array(runs.suffix(Self.fan))
            runs.removeLast(Self.fan)
            filters.removeLast(Self.fan)
            append(try merge(parts, level: level + 1))
        }
        limitFilters()
    }

    private mutating func append(_ run: KeyRun) {
        runs.append(run)
        filters.append(run.handOverFilter())
    }

    /// Halves the filters that have most bytes a key until all fit.
    private mutating func limitFilters() {
        func bytesPerKey(_ index: Int) -> Double {
            Double(filters[index]?.byteCount ?? 0) / Double(max(runs[index].count, 1))
        }
        while filters.reduce(0, { $0 + ($1?.byteCount ?? 0) }) > filterBytes,
            let index = runs.indices.max(by: { bytesPerKey($0) < bytesPerKey($1) })
        {
            if filters[index]?.halve() == false { filters[index] = nil }
        }
    }

    private func merge(_ parts: [KeyRun], level: Int) throws(IOFailure) -> KeyRun {
        let merged = try KeyRun(
            in: folder, level: level, capacity: parts.reduce(0) { $0 + $1.count },
            filterBytes: filterBytes / 2)
        var heads: [Head] = []
        for part in parts { heads.append(try Head(part, records: Self.mergeRecords)) }
        while true {
            var newest: Int?
            for index in heads.indices {
                guard let record = heads[index].record else { continue }
                guard let best = newest, let least = heads[best].record else {
                    newest = index
                    continue
                }
                // Of equal keys the later run's record is taken.
                if !(least < record) { newest = index }
            }
            guard let newest, let record = heads[newest].record else { break }
            try merged.append(record)
            for index in heads.indices where heads[index].record?.isSameKey(as: record) == true {
                try heads[index].advance()
            }
        }
        try merged.flush()
        return merged
    }

    /// A run that is read from its start to its end.
    private struct Head {
        private let run: KeyRun
        private var words: [UInt64]
        private var at = 0
        private var filled = 0
        private var next = 0
        private(set) var record: KeyRecord?

        init(_ run: KeyRun, records: Int) throws(IOFailure) {
            self.run = run
            words = [UInt64](repeating: 0, count: records * KeyRecord.words)
            try advance()
        }

        mutating func advance() throws(IOFailure) {
            if at == filled {
                guard next < run.count else {
                    record = nil
                    return
                }
                let wanted = words.count / KeyRecord.words
                filled = try run.read(from: next, count: wanted, into: &words)
                next += filled
                at = 0
            }
            record = KeyRecord(words, at: at * KeyRecord.words)
            at += 1
        }
    }
}
