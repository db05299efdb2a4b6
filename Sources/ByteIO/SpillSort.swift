import Dispatch

/// Sorts records by (key bytes, time, order) in memory of a fixed size; what does not fit goes to
/// temporary files.
///
/// `add` every record, then `finish`. The order of `add` does not matter as long as no two records
/// have the same key, time and order. While a full half of the memory is sorted and written on a
/// second thread, the other half fills.
public struct SpillSort: ~Copyable {
    /// Runs that are merged at once.
    public static let fanIn = 64

    private let folder: SpillFolder
    private let limit: Int
    private var chunk: SortChunk
    private var flight: ChunkFlight?
    private var file: SpillFile?
    private var runs: [Run] = []
    /// Records added so far.
    public private(set) var count = 0
    /// Bytes that went to temporary files.
    public private(set) var spilledCount = 0

    /// `memory` in bytes; at least 64 KiB are used.
    public init(memory: Int, folder: SpillFolder) {
        self.folder = folder
        // Positions in a chunk are 32 bits.
        limit = min(max(folder.usesSecondThread ? memory / 2 : memory, 1 << 15), 1 << 31)
        chunk = SortChunk(limit: limit)
    }

    /// - Throws: `.failed` where a temporary file cannot be written.
    public mutating func add(
        key: Span<UInt8>, time: Int64, order: UInt64, _ payload: Span<UInt8>
    ) throws(IOFailure) {
        if !chunk.isEmpty, chunk.memory + payload.count > limit { try spill() }
        chunk.add(key: key, time: time, order: order, payload)
        count += 1
    }

    /// - Throws: `.failed` where a temporary file cannot be written.
    public mutating func add(
        key: [UInt8], time: Int64, order: UInt64, _ payload: [UInt8]
    ) throws(IOFailure) {
        try add(key: key.span, time: time, order: order, payload.span)
    }

    /// - Throws: `.failed` where a temporary file cannot be written.
    public mutating func add(
        key: [UInt8], time: Int64, order: UInt64, _ payload: Span<UInt8>
    ) throws(IOFailure) {
        try add(key: key.span, time: time, order: order, payload)
    }

    /// Adds records that come sorted, as many as there are, without taking memory for them.
    ///
    /// `write` hands them over by key, time, order; a key is new where it is not that of the record
    /// before.
    ///
    /// - Throws: `.failed` where a temporary file cannot be written.
    public mutating func addSorted(
        _ write: (inout SortedRun) throws(IOFailure) -> Void
    ) throws(IOFailure) {
        precondition(chunk.isEmpty && flight == nil, "sorted records come first")
        var run = SortedRun(try openFile())
        try write(&run)
        count += run.count
        let done = try run.finish()
        if case .file(_, let range) = done.place { spilledCount += range.count }
        runs.append(done)
    }

    /// The sorted records. Nothing can be added any more; the memory of the sort is free.
    ///
    /// - Throws: `.failed` where a temporary file cannot be written or read.
    public consuming func finish() throws(IOFailure) -> SortedRuns {
        if flight == nil, runs.isEmpty {
            var bytes: [UInt8] = []
            bytes.reserveCapacity(chunk.memory)
            try chunk.write { (block) throws(IOFailure) in bytes.append(block) }
            return SortedRuns(runs: bytes.isEmpty ? [] : [Run(place: .memory(bytes))])
        }
        if !chunk.isEmpty { try spill() }
        try land()
        chunk = SortChunk(limit: 0)
        let target = try openFile()
        while runs.count > Self.fanIn {
            let width = min(Self.fanIn, runs.count - Self.fanIn + 1)
            let merged = try Self.merge(Array(runs[0..<width]), to: target, memory: limit)
            runs.removeFirst(width)
            runs.append(merged)
        }
        return SortedRuns(runs: runs)
    }

    /// Hands the full chunk to the second thread and goes on with the one that comes back.
    private mutating func spill() throws(IOFailure) {
        let target = try openFile()
        let back = try land()
        let full = ChunkFlight(chunk, to: target)
        full.start(onSecondThread: folder.usesSecondThread)
        flight = full
        chunk = back ?? SortChunk(limit: limit)
    }

    private mutating func openFile() throws(IOFailure) -> SpillFile {
        if let file { return file }
        let fresh = try SpillFile(in: folder)
        file = fresh
        return fresh
    }

    /// Waits for the chunk under way.
    @discardableResult
    private mutating func land() throws(IOFailure) -> SortChunk? {
        guard let (run, back) = try flight?.land() else { return nil }
        if case .file(_, let range) = run.place { spilledCount += range.count }
        runs.append(run)
        flight = nil
        return back
    }

    private static func merge(
        _ runs: [Run], to file: SpillFile, memory: Int
    ) throws(IOFailure) -> Run {
        var records = try SortedRuns(runs: runs).records(memory: memory)
        var run = SortedRun(file)
        while try records.advance() {
            try run.add(
                key: records.key, isNew: records.isNewKey, time: records.time,
                order: records.order, records.payload)
        }
        return try run.finish()
    }
}

/// A run that is written record by record, in order.
public struct SortedRun: ~Copyable {
    private static let blockSize = 1 << 20

    private let file: SpillFile
    private let start: Int
    private var block: [UInt8] = []
    /// Records added so far.
    public private(set) var count = 0

    init(_ file: SpillFile) {
        self.file = file
        start = file.count
        block.reserveCapacity(Self.blockSize + 4096)
    }

    /// Adds the next record; `isNew` where its key is not that of the record before.
    ///
    /// - Throws: `.failed` where the temporary file cannot be written.
    public mutating func add(
        key: Span<UInt8>, isNew: Bool, time: Int64, order: UInt64, _ payload: Span<UInt8>
    ) throws(IOFailure) {
        RunRecord.write(key: key, isNew: isNew, time: time, order: order, payload, to: &block)
        count += 1
        if block.count >= Self.blockSize { try flush() }
    }

    private mutating func flush() throws(IOFailure) {
        try file.append(block.span)
        block.removeAll(keepingCapacity: true)
    }

    consuming func finish() throws(IOFailure) -> Run {
        try flush()
        return Run(place: .file(file, start..<file.count))
    }
}

/// A chunk that is sorted and written on another thread.
private final class ChunkFlight: Sendable {
    private let isDone = DispatchSemaphore(value: 0)
    // The chunk is in one place at a time, so that its memory can be used again without a copy.
    private let chunk: Mutex<SortChunk?>
    private let file: SpillFile
    private let result = Mutex<Result<Run, IOFailure>?>(nil)

    init(_ full: consuming SortChunk, to file: SpillFile) {
        chunk = Mutex(full)
        self.file = file
    }

    func start(onSecondThread: Bool) {
        guard onSecondThread, WorkerThread.start({ self.sort() }) else { return sort() }
    }

    private func sort() {
        chunk.withLock { chunk in
            let start = file.count
            do throws(IOFailure) {
                try chunk?.write { (block) throws(IOFailure) in try file.append(block) }
                let run = Run(place: .file(file, start..<file.count))
                result.withLock { $0 = .success(run) }
            } catch {
                result.withLock { $0 = .failure(error) }
            }
            chunk?.removeAll()
        }
        isDone.signal()
    }

    func land() throws(IOFailure) -> (Run, SortChunk)? {
        isDone.wait()
        let back = chunk.withLock { chunk in
            let back = chunk
            chunk = nil
            return back
        }
        guard let run = try result.withLock({ $0 })?.get(), let back else { return nil }
        return (run, back)
    }
}
