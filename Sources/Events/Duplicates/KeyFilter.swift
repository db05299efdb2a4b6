/// Says of most keys that a run does not have them; never so of a key that it has.
///
/// Source: Putze, Sanders, Singler, "Cache-, hash- and space-efficient Bloom filters", 2007: all bits
/// of a key lie in one block of 64 bytes. With twelve bits a key 1 % of strange keys pass, with six
/// 6 %, with three 35 %. Blocks are in the order of ranks: keys that come in order fill one block
/// after another, and two neighbours can become one.
struct KeyFilter {
    private static let blockWords = 8
    /// Bits that each key sets; right for seven bits a key, which lies between.
    private static let hashes = 5
    /// How often every filter can be halved.
    private static let halvings = 4

    private var words: [UInt64]
    private var blocks: UInt64

    /// For at most `keys`, in `limit` bytes, or 1 KiB where that is less.
    init(keys: Int, bitsPerKey: Int, limit: Int) {
        let least = 1 << Self.halvings
        let wanted = keys * bitsPerKey / (Self.blockWords * 64)
        let most = limit / (Self.blockWords * 8)
        let count = max(min(wanted, most) / least, 1) * least
        blocks = UInt64(count)
        words = [UInt64](repeating: 0, count: count * Self.blockWords)
    }

    var byteCount: Int { words.count * 8 }

    /// Puts each two blocks into one; false where that was done too often.
    mutating func halve() -> Bool {
        guard blocks % 2 == 0 else { return false }
        blocks /= 2
        for block in 0..<Int(blocks) {
            for word in 0..<Self.blockWords {
                let first = block * 2 * Self.blockWords + word
                words[block * Self.blockWords + word] =
                    words[first] | words[first + Self.blockWords]
            }
        }
        words = Array(words[..<(words.count / 2)])
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
        let (block, mixed) = (block(rank), Self.mixed(rank, low))
        var missing: UInt64 = 0
        // All without a branch, which would be guessed wrongly half of the time.
        for index in 0..<Self.hashes {
            let (word, bit) = Self.position(mixed, index)
            missing |= ~words[block + word] & bit
        }
        return missing == 0
    }

    /// A word of the block that `mayHave` looks at.
    func sample(rank: UInt64) -> UInt64 { words[block(rank)] }

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
