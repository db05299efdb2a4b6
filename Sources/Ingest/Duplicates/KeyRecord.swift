import ByteIO

/// How often one key was seen: a record of four words, in the table and on disk.
///
/// Records are ordered by `rank`, then `low`. The rank is half of the key mixed with a secret of this
/// run, so that nobody can write a log whose keys crowd together.
struct KeyRecord {
    static let words = 4

    let rank: UInt64
    let low: UInt64
    /// The most that one input before `input` had.
    var earlier: UInt32
    /// How many `input` has so far.
    var current: UInt32
    /// The number of the last input that had it.
    var input: UInt64

    static func < (left: KeyRecord, right: KeyRecord) -> Bool {
        left.rank != right.rank ? left.rank < right.rank : left.low < right.low
    }

    func isSameKey(as other: KeyRecord) -> Bool { rank == other.rank && low == other.low }

    /// Counts one more in `number`; what it finds is how many came before, there and elsewhere.
    mutating func count(in number: UInt64) -> (before: UInt32, earlier: UInt32) {
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

extension KeyRecord {
    /// The record at `start`; one that was never counted stands for a free place.
    init(_ words: [UInt64], at start: Int) {
        rank = words[start]
        low = words[start + 1]
        earlier = UInt32(truncatingIfNeeded: words[start + 2] >> 32)
        current = UInt32(truncatingIfNeeded: words[start + 2])
        input = words[start + 3]
    }

    func write(to words: inout [UInt64], at start: Int) {
        words[start] = rank
        words[start + 1] = low
        words[start + 2] = UInt64(earlier) << 32 | UInt64(current)
        words[start + 3] = input
    }

    func append(to words: inout [UInt64]) {
        words.append(rank)
        words.append(low)
        words.append(UInt64(earlier) << 32 | UInt64(current))
        words.append(input)
    }
}
