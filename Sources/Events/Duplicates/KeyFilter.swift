import ByteIO

/// Says of most keys that a run does not have them; never so of a key that it has.
///
/// Source: Putze, Sanders, Singler, "Cache-, hash- and space-efficient Bloom filters", 2007: all bits
/// of a key lie in one block of 64 bytes. With sixteen bits a key 0.3 % of strange keys pass, with eight
/// 3 %, with four 20 %. Blocks are in the order of ranks: keys that come in order fill one block
/// after another, and two neighbours can become one.
///
/// An empty one says of every key that a run may have it.
struct KeyFilter: ~Copyable {
    private static let blockWords = 8
    /// Bits that each key sets; right for seven bits a key, which lies between.
    private static let hashes = 5
    /// How often every filter can be halved.
    private static let halvings = 4

    private var words = Slots<UInt64>()
    private var blocks: UInt64 = 0

    /// An empty one.
    init() {}

    /// For at most `keys`, in `limit` bytes, or 1 KiB where that is less.
    init(keys: Int, bitsPerKey: Int, limit: Int) {
        let least = 1 << Self.halvings
        let wanted = keys * bitsPerKey / (Self.blockWords * 64)
        let most = limit / (Self.blockWords * 8)
        let count = max(min(wanted, most) / least, 1) * least
        blocks = UInt64(count)
        words = Slots(count * Self.blockWords, of: 0)
    }

    var byteCount: Int { words.count * 8 }

    /// Puts each two blocks into one; false where that was done too often.
    mutating func halve() -> Bool {
        guard blocks % 2 == 0, blocks > 0 else { return false }
        blocks /= 2
        var half = Slots<UInt64>(words.count / 2, of: 0)
        for block in 0..<Int(blocks) {
            for word in 0..<Self.blockWords {
                let first = block * 2 * Self.blockWords + word
                half[block * Self.blockWords + word] =
                    words[first] | words[first + Self.blockWords]
            }
        }
        words = half
        return true
    }

    mutating func insert(rank: UInt64, low: UInt32) {
        let (block, mixed) = (block(rank), Self.mixed(rank, low))
        for index in 0..<Self.hashes {
            let (word, bit) = Self.position(mixed, index)
            words[block + word] |= bit
        }
    }

    func mayHave(rank: UInt64, low: UInt32) -> Bool {
        guard blocks > 0 else { return true }
        let (block, mixed) = (block(rank), Self.mixed(rank, low))
        var missing: UInt64 = 0
        // All without a branch, which would be guessed wrongly half of the time.
        for index in 0..<Self.hashes {
            let (word, bit) = Self.position(mixed, index)
            missing |= ~words[block + word] & bit
        }
        return missing == 0
    }

    /// Asks for the block that `mayHave` looks at.
    func prefetch(rank: UInt64) { words.prefetch(at: block(rank)) }

    private func block(_ rank: UInt64) -> Int {
        Int(rank.multipliedFullWidth(by: blocks).high) * Self.blockWords
    }

    // The rank's first bits have named the block.
    private static func mixed(_ rank: UInt64, _ low: UInt32) -> UInt64 { rank ^ UInt64(low) << 32 }

    private static func position(_ mixed: UInt64, _ index: Int) -> (word: Int, bit: UInt64) {
        let nine = mixed >> UInt64(9 * index) & 511
        return (Int(nine >> 6), 1 << (nine & 63))
    }
}
