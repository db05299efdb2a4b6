import ByteIO

/// Records on disk, in order, each key once; written once, then searched by pages of 4 KiB.
///
/// In memory: eight bytes a page, and a filter where there is room for one.
struct KeyRun: ~Copyable {
    static let pageRecords = 170
    private static let pageWords = pageRecords * KeyRecord.words

    /// How often what is in here was merged.
    let level: Int
    private(set) var count = 0
    /// Says of most keys that they are not in here.
    var filter: KeyFilter
    private var file: ScratchFile
    private var firstRanks: [UInt64] = []
    private var pending: [UInt64] = []

    /// Throws `.cannotCreate` where `folder` takes no file. `capacity` is the most records to come;
    /// the filter takes at most `filterBytes`.
    init(in folder: String, level: Int, capacity: Int, filterBytes: Int) throws(IOFailure) {
        file = try ScratchFile(in: folder)
        self.level = level
        // A merged run is large: its filter would be halved soon.
        filter = KeyFilter(keys: capacity, bitsPerKey: level == 0 ? 16 : 8, limit: filterBytes)
    }

    /// Adds the next record.
    mutating func append(_ record: KeyRecord) throws(IOFailure) {
        if count % Self.pageRecords == 0 { firstRanks.append(record.rank) }
        record.append(to: &pending)
        filter.insert(rank: record.rank, low: record.low)
        count += 1
        if pending.count >= Self.pageWords * 16 { try flush() }
    }

    /// Writes what is pending; call it after the last record.
    mutating func flush() throws(IOFailure) {
        var words = pending
        pending = []
        try file.append(words.span)
        words.removeAll(keepingCapacity: true)
        pending = words
    }

    /// The record of a key, or nil. `page` is room for one page.
    func record(
        rank: UInt64, low: UInt32, page: inout [UInt64]
    ) throws(IOFailure) -> KeyRecord? {
        // The page before the first one that begins with this rank or a later one may end with it.
        var number = max(0, firstPage(from: rank) - 1)
        while number < firstRanks.count, firstRanks[number] <= rank {
            let records = try read(number, into: &page)
            if let found = Self.search(page, records, rank, low) { return found }
            number += 1
        }
        return nil
    }

    /// The first page that begins with `rank` or a later one.
    private func firstPage(from rank: UInt64) -> Int {
        var (start, end) = (0, firstRanks.count)
        while start < end {
            let middle = (start + end) / 2
            if firstRanks[middle] < rank { start = middle + 1 } else { end = middle }
        }
        return start
    }

    private func read(_ number: Int, into page: inout [UInt64]) throws(IOFailure) -> Int {
        let first = number * Self.pageRecords
        return try read(from: first, count: Self.pageRecords, into: &page)
    }

    /// Reads up to `wanted` records from record `first` on; how many there were.
    func read(from first: Int, count wanted: Int, into words: inout [UInt64]) throws(IOFailure)
        -> Int
    {
        let records = min(wanted, count - first)
        try file.read(
            into: &words, from: first * KeyRecord.words, count: records * KeyRecord.words)
        return records
    }

    private static func search(
        _ page: [UInt64], _ records: Int, _ rank: UInt64, _ low: UInt32
    ) -> KeyRecord? {
        var (start, end) = (0, records)
        while start < end {
            let middle = (start + end) / 2
            let at = middle * KeyRecord.words
            let found = KeyRecord.low(page, at)
            if page[at] == rank, found == low { return KeyRecord(page, at: at) }
            if (page[at], found) < (rank, low) { start = middle + 1 } else { end = middle }
        }
        return nil
    }
}
