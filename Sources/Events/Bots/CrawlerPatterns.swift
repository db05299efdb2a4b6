import ByteIO

/// The vendored list of crawlers' agents, ready to match.
///
/// Plain patterns are searched in one pass of an automaton, the others each by a linear matcher.
struct CrawlerPatterns: Sendable {
    static let shared = CrawlerPatterns(list: CrawlerList.patterns)

    /// The patterns as the list writes them.
    let patterns: [[UInt8]]
    /// Patterns that could not be read; none in the vendored list, by a test.
    let unread: [[UInt8]]
    private let literals: LiteralAutomaton
    private let others: [(number: Int, pattern: SmallPattern)]

    init(list: String) {
        patterns = Array(list.utf8).filter { $0 != 0x0A }.split(separator: 0x7E).map(Array.init)
        var plain: [[UInt8]] = []
        var others: [(Int, SmallPattern)] = []
        var unread: [[UInt8]] = []
        for (number, pattern) in patterns.enumerated() {
            let literal = Self.literal(pattern)
            plain.append(literal ?? [])
            guard literal == nil else { continue }
            if let read = SmallPattern(pattern) {
                others.append((number, read))
            } else {
                unread.append(pattern)
            }
        }
        literals = LiteralAutomaton(plain)
        self.others = others
        self.unread = unread
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

    /// The text that a pattern without metacharacters stands for.
    private static func literal(_ pattern: [UInt8]) -> [UInt8]? {
        var literal: [UInt8] = []
        var at = 0
        while at < pattern.count {
            var byte = pattern[at]
            if byte == 0x5C, at + 1 < pattern.count {
                at += 1
                byte = pattern[at]
                guard !isWord(byte) else { return nil }
            } else if ".^$*+?()[]{}|\\".utf8.contains(byte) {
                return nil
            }
            literal.append(byte)
            at += 1
        }
        return literal
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10 || byte | 0x20 &- 0x61 < 26
    }
}
