import BasicContainers
import ByteIO

/// The runs that did not fit in memory, from the oldest to the newest.
///
/// A key's newest record counts: older ones are out of date. Eight runs of one level are merged into
/// one of the next, so that a key is looked for in a few runs only.
struct KeyRuns: ~Copyable {
    private static let fan = 8
    private static let mergeRecords = 1024

    private let folder: String
    private let filterBytes: Int
    private var runs = UniqueArray<KeyRun>()
    private var page = [UInt64](repeating: 0, count: KeyRun.pageRecords * KeyRecord.words)

    /// Filters take at most about `filterBytes`.
    init(in folder: String, filterBytes: Int) {
        self.folder = folder
        self.filterBytes = filterBytes
    }

    var isEmpty: Bool { runs.isEmpty }

    /// The newest record of a key, or nil.
    mutating func record(rank: UInt64, low: UInt32) throws(IOFailure) -> KeyRecord? {
        // Moved out and back: only one member can change while another is read.
        var page = self.page
        self.page = []
        defer { self.page = page }
        for index in runs.indices.reversed()
        where runs[index].filter.mayHave(rank: rank, low: low) {
            if let found = try runs[index].record(rank: rank, low: low, page: &page) {
                return found
            }
        }
        return nil
    }

    /// Asks for all that `record` looks at first.
    func prefetch(rank: UInt64) {
        for index in runs.indices { runs[index].filter.prefetch(rank: rank) }
    }

    /// Writes the table's records as the newest run and empties it.
    mutating func add(_ table: inout KeyTable) throws(IOFailure) {
        var run = try KeyRun(
            in: folder, level: 0, capacity: table.count, filterBytes: filterBytes / 2)
        try table.drain { (record) throws(IOFailure) in try run.append(record) }
        try run.flush()
        runs.append(run)
        while let level = levelToMerge() {
            var parts = UniqueArray<KeyRun>()
            for _ in 0..<Self.fan { parts.append(runs.removeLast()) }
            runs.append(try merge(parts, level: level + 1))
        }
        limitFilters()
    }

    /// The level of the newest runs where they are enough to be merged; older ones have higher levels.
    private func levelToMerge() -> Int? {
        guard runs.count >= Self.fan else { return nil }
        let level = runs[runs.count - 1].level
        return runs[runs.count - Self.fan].level == level ? level : nil
    }

    /// Halves the filters that have most bytes a key until all fit.
    private mutating func limitFilters() {
        while true {
            var (bytes, widest, most) = (0, 0, 0.0)
            for index in runs.indices {
                let size = runs[index].filter.byteCount
                let bytesPerKey = Double(size) / Double(max(runs[index].count, 1))
                bytes += size
                if bytesPerKey > most { (widest, most) = (index, bytesPerKey) }
            }
            guard bytes > filterBytes else { return }
            if !runs[widest].filter.halve() { runs[widest].filter = KeyFilter() }
        }
    }

    /// `parts` are from the newest to the oldest.
    private func merge(
        _ parts: borrowing UniqueArray<KeyRun>, level: Int
    ) throws(IOFailure) -> KeyRun {
        var (heads, capacity) = ([Head](), 0)
        for index in parts.indices {
            heads.append(try Head(parts[index], records: Self.mergeRecords))
            capacity += parts[index].count
        }
        var merged = try KeyRun(
            in: folder, level: level, capacity: capacity, filterBytes: filterBytes / 2)
        while true {
            var next: KeyRecord?
            for head in heads {
                guard let record = head.record else { continue }
                // Of equal keys the first part's record is taken.
                if next.map({ record < $0 }) ?? true { next = record }
            }
            guard let next else { break }
            try merged.append(next)
            for index in heads.indices where heads[index].record?.isSameKey(as: next) == true {
                try heads[index].advance(parts[index])
            }
        }
        try merged.flush()
        return merged
    }

    /// A run that is read from its start to its end.
    private struct Head {
        private var words: [UInt64]
        private var at = 0
        private var filled = 0
        private var next = 0
        private(set) var record: KeyRecord?

        init(_ run: borrowing KeyRun, records: Int) throws(IOFailure) {
            words = [UInt64](repeating: 0, count: records * KeyRecord.words)
            try advance(run)
        }

        /// Moves to the next record of the run.
        mutating func advance(_ run: borrowing KeyRun) throws(IOFailure) {
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
