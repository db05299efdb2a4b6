import ByteIO

/// The vendored list of crawlers' agents, ready to match.
///
/// Plain patterns are searched in one pass of an automaton, the others each by a linear matcher.
struct CrawlerPatterns: Sendable {
    static let shared = CrawlerPatterns()

    private let literals = LiteralAutomaton(CrawlerTables.states)
    let others: [(number: Int, pattern: SmallPattern)]

    private init() {
        // All of the vendored list can be read, by a test.
        others = CrawlerTables.others.compactMap { other in
            SmallPattern(other.pattern.bytes.copied()).map { (other.number, $0) }
        }
    }

    /// The number of the first pattern of the list that `agent` matches, or nil.
    func first(in agent: Span<UInt8>) -> Int? {
        var found = literals.lowest(in: agent)
        for other in others {
            if let found, found < other.number { break }
            if other.pattern.isFound(in: agent) {
                found = other.number
                break
            }
        }
        return found
    }

    /// The patterns as the list writes them.
    static func texts() -> [[UInt8]] {
        Array(CrawlerList.patterns.utf8).filter { $0 != 0x0A }.split(separator: 0x7E).map(
            Array.init)
    }
}
