package import ByteIO

/// What is known of one visitor.
package struct Link {
    /// The user that owns it; empty where all its users have too many visitors, or it has none.
    var owner: [UInt8] = []
    /// When the owner was first seen on it.
    var first: Int64 = 0
    /// Whether this run has a row of the visitor with a user.
    var isSeen = false
    /// Whether a second user was refused.
    var isShared = false
    /// Whether the row's time decides.
    var isSwept = false
    /// Whether its id is also some user's.
    var isNamesake = false

    var bytes: [UInt8] {
        let flags: UInt8 =
            (isSeen ? 1 : 0) | (isShared ? 2 : 0) | (isSwept ? 4 : 0) | (isNamesake ? 8 : 0)
        return [flags] + owner
    }

    /// Whether users were seen on the visitor.
    var hasUsers: Bool { isSwept || !owner.isEmpty }

    init() {}

    /// Of a user's id: should a visitor have it too, it is another one.
    static var namesake: Link {
        var link = Link()
        link.isNamesake = true
        return link
    }

    init(_ bytes: Span<UInt8>, first: Int64) {
        isSeen = bytes[0] & 1 != 0
        isShared = bytes[0] & 2 != 0
        isSwept = bytes[0] & 4 != 0
        isNamesake = bytes[0] & 8 != 0
        owner = bytes.extracting(1...).copied()
        self.first = first
    }
}

/// Looks links up for visitors that come in the order of bytes.
package struct LinkCursor: ~Copyable {
    private var records: SortedRecords
    private var isAtEnd = false
    private var isStarted = false

    package init(_ links: Links, memory: Int) throws(IOFailure) {
        records = try links.links.records(memory: memory)
    }

    /// The link of `visitor`, which comes behind the one asked last; nil for none.
    package mutating func link(of visitor: Span<UInt8>) throws(IOFailure) -> Link? {
        var found: Link?
        while !isAtEnd {
            if isStarted {
                let sign = records.key.order(visitor)
                if sign > 0 { break }
                if sign == 0 {
                    // That its id is a user's stands in a record of its own, which comes first.
                    let isNamesake = found?.isNamesake ?? false
                    var link = Link(records.payload, first: records.time)
                    link.isNamesake = link.isNamesake || isNamesake
                    found = link
                }
            }
            isStarted = true
            isAtEnd = try !records.advance()
        }
        return found
    }
}

/// A set of visitors in a fixed 1 MiB: it holds all that were inserted, and seems to hold a few others.
struct VisitorFilter {
    private static let count: UInt64 = 1 << 23

    private var words: [UInt64] = []

    var isEmpty: Bool { words.isEmpty }

    mutating func insert(_ visitor: Span<UInt8>) {
        if words.isEmpty { words = [UInt64](repeating: 0, count: Int(Self.count / 64)) }
        for bit in Self.bits(of: visitor) { words[Int(bit / 64)] |= 1 << (bit % 64) }
    }

    func contains(_ visitor: Span<UInt8>) -> Bool {
        guard !words.isEmpty else { return false }
        return Self.bits(of: visitor).allSatisfy { words[Int($0 / 64)] & 1 << ($0 % 64) != 0 }
    }

    private static func bits(of visitor: Span<UInt8>) -> [UInt64] {
        let hash = XXH64.digest(of: visitor)
        return [hash % count, (hash >> 23) % count, (hash >> 41) % count]
    }
}
