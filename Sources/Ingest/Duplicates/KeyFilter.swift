/// Says of most keys that a run does not have them; never so of a key that it has.
///
/// Source: Putze, Sanders, Singler, "Cache-, hash- and space-efficient Bloom filters", 2007: all bits
/// of a key lie in one block of 64 bytes. About ten bits a key; 1 to 2 % of strange keys pass.
/// Blocks are in the order of ranks: keys that come in order fill one block after another.
struct KeyFilter {
    private static let blockWords = 8
    private static let bitsPerKey = 10

    private var words: [UInt64]
    private let blocks: UInt64

    init(keys: Int) {
        blocks = UInt64(max(1, keys * Self.bitsPerKey / (Self.blockWords * 64)))
        words = [UInt64](repeating: 0, count: Int(blocks) * Self.blockWords)
    }

    var byteCount: Int { words.count * 8 }

    mutating func insert(rank: UInt64, low: UInt32) {
        let (block, mixed) = (block(rank), Self.mixed(rank, low))
        for index in 0..<6 {
            let (word, bit) = Self.place(mixed, index)
            words[block + word] |= bit
        }
    }

    func mayHave(rank: UInt64, low: UInt32) -> Bool {
        let (block, mixed) = (block(rank), Self.mixed(rank, low))
        var missing: UInt64 = 0
        // All six without a branch, which would be guessed wrongly half of the time.
        for index in 0..<6 {
            let (word, bit) = Self.place(mixed, index)
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

    private static func place(_ mixed: UInt64, _ index: Int) -> (word: Int, bit: UInt64) {
        let nine = mixed >> UInt64(9 * index) & 511
        return (Int(nine >> 6), 1 << (nine & 63))
    }
}
