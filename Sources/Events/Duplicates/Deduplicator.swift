package import ByteIO

/// Which copies of a line are dropped.
package enum DedupeMode: String, CaseIterable, Sendable {
    /// Copies with the same id, and lines that an earlier input has too.
    case auto
    /// Also identical lines of one input.
    case on
    /// None.
    case off
}

/// Finds duplicates, line after line in the order of the inputs; exact, in bounded memory.
///
/// A key is a supplied id with what must agree, or the bytes of a line. For lines the number of
/// identical ones is kept: the k-th of an input is a copy where an earlier input has k too, so that
/// three equal requests of one file stay three and a second copy of the file adds nothing. What
/// does not fit in memory goes to sorted runs on disk.
package struct Deduplicator: ~Copyable {
    /// What is known of an event's identity.
    package enum Key: BitwiseCopyable, Sendable {
        case supplied(SipHash.Digest)
        case line(SipHash.Digest)

        package var digest: SipHash.Digest {
            switch self {
            case .supplied(let digest), .line(let digest): digest
            }
        }
    }

    package struct Verdict: Equatable {
        package var isDuplicate: Bool
        /// How many equal keys came before in this input.
        package var occurrence: UInt32
    }

    private let mode: DedupeMode
    private let seed = UInt64.random(in: .min ... .max)
    private var table: KeyTable
    private var runs: KeyRuns
    private var input: UInt32 = 0

    /// `memory` bytes for the table and the filters; `folder` for what is more.
    package init(mode: DedupeMode, memory: Int, folder: String) {
        self.mode = mode
        table = KeyTable(bytes: mode == .off ? 0 : memory / 16 * 5)
        runs = KeyRuns(in: folder, filterBytes: memory / 16 * 5)
    }

    /// Whether anything had to go to disk.
    var hasSpilled: Bool { !runs.isEmpty }

    /// From now on keys are those of the next input.
    package mutating func beginInput() { input += 1 }

    /// Counts the key and says whether its event is a copy.
    ///
    /// - Throws: `.cannotCreate` or `.failed`, naming the folder for what does not fit in memory.
    package mutating func verdict(on key: Key) throws(IOFailure) -> Verdict {
        switch key {
        case .supplied(let digest):
            let (before, earlier) = try count(digest)
            return Verdict(
                isDuplicate: mode != .off && (before > 0 || earlier > 0), occurrence: before)
        case .line(let digest):
            let (before, earlier) = try count(digest)
            let isCopy: Bool
            switch mode {
            case .off: isCopy = false
            case .on: isCopy = before > 0 || earlier > 0
            case .auto: isCopy = before < earlier
            }
            return Verdict(isDuplicate: isCopy, occurrence: before)
        }
    }

    /// Asks for the memory that a key needs which comes soon: otherwise each key waits for its own. It need not come.
    package func expect(_ key: Key) {
        guard mode != .off else { return }
        let rank = rank(of: key.digest)
        table.prefetch(rank: rank)
        runs.prefetch(rank: rank)
    }

    @inline(__always)
    private func rank(of digest: SipHash.Digest) -> UInt64 {
        digest.high &+ Self.scrambled(digest.low ^ seed)
    }

    private mutating func count(
        _ digest: SipHash.Digest
    ) throws(IOFailure) -> (before: UInt32, earlier: UInt32) {
        guard mode != .off else { return (0, 0) }
        let (rank, low) = (rank(of: digest), UInt32(truncatingIfNeeded: digest.low))
        while true {
            guard let (slot, isKnown) = table.slot(rank: rank, low: low) else {
                try makeRoom()
                continue
            }
            if isKnown {
                return table[slot].count(in: input)
            }
            if table.isFull {
                try makeRoom()
                continue
            }
            let known = runs.isEmpty ? nil : try runs.record(rank: rank, low: low)
            var record =
                known
                ?? KeyRecord(rank: rank, low: low, input: input, earlier: 0, current: 0)
            let counts = record.count(in: input)
            table.insert(record, at: slot)
            return counts
        }
    }

    private mutating func makeRoom() throws(IOFailure) {
        if !table.grow() { try runs.add(&table) }
    }

    /// Source: Stafford's variant 13 of the finalizer of MurmurHash3.
    private static func scrambled(_ word: UInt64) -> UInt64 {
        var mixed = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
