import ByteIO

/// How often one key was seen: a record of three words, in the table and on disk.
///
/// Records are ordered by `rank`, then `low`: 96 bits of the key's 128. That two of ten billion
/// different lines agree in them is less likely than one in a billion. The rank is half of the key
/// mixed with a secret of this run, so that nobody can write a log whose keys crowd together.
struct KeyRecord: BitwiseCopyable, Sendable {
    static let words = 3

    let rank: UInt64
    let low: UInt32
    /// The number of the last input that had it.
    var input: UInt32
    /// The most that one input before `input` had.
    var earlier: UInt32
    /// How many `input` has so far.
    var current: UInt32

    static func < (left: KeyRecord, right: KeyRecord) -> Bool {
        left.rank != right.rank ? left.rank < right.rank : left.low < right.low
    }

    func isSameKey(as other: KeyRecord) -> Bool { rank == other.rank && low == other.low }

    /// Counts one more in `number`; what it finds is how many came before, there and elsewhere.
    mutating func count(in number: UInt32) -> (before: UInt32, earlier: UInt32) {
        if input != number {
            earlier = max(earlier, current)
            current = 0
            input = number
        }
        let before = current
        // 2³² identical lines in one input are beyond what fits on a disk of today.
        if current < .max { current += 1 }
        return (before, earlier)
    }
}

// The words on disk: rank; input and low; earlier and current.
extension KeyRecord {
    /// The record at `start`.
    init(_ words: [UInt64], at start: Int) {
        rank = words[start]
        low = Self.low(words, start)
        input = UInt32(truncatingIfNeeded: words[start + 1] >> 32)
        earlier = UInt32(truncatingIfNeeded: words[start + 2] >> 32)
        current = UInt32(truncatingIfNeeded: words[start + 2])
    }

    /// The `low` of the record at `start`.
    static func low(_ words: [UInt64], _ start: Int) -> UInt32 {
        UInt32(truncatingIfNeeded: words[start + 1])
    }

    func append(to words: inout [UInt64]) {
        words.append(rank)
        words.append(UInt64(input) << 32 | UInt64(low))
        words.append(UInt64(earlier) << 32 | UInt64(current))
    }
}
