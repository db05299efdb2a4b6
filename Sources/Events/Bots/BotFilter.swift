import ByteIO

/// Says whether a request is a program's and not a person's, by its agent, and by what.
package enum BotFilter {
    /// Why an agent is a bot's.
    package enum Evidence: Hashable, Sendable {
        /// The log holds an agent, but it is empty or without a letter.
        case agentEmpty
        /// The number of the pattern in the vendored list.
        case list(Int)
        /// The number in `tokens`.
        case token(Int)
        /// A request that no browser makes.
        case probe
        /// The log itself says that the record is no visit.
        case excluded

        /// `agent_empty`, `list:PATTERN`, `token:T`, `probe` or `excluded`.
        var text: String {
            switch self {
            case .agentEmpty: "agent_empty"
            case .list(let number):
                "list:" + String(decoding: CrawlerPatterns.texts()[number], as: UTF8.self)
            case .token(let number): "token:\(BotFilter.tokens[number])"
            case .probe: "probe"
            case .excluded: "excluded"
            }
        }
    }

    /// Parts of agents in lower case; `bot` not in `cubot`, which is a phone.
    static let tokens: [StaticString] = [
        "bot", "crawl", "spider", "slurp", "fetch", "curl", "wget", "python-", "go-http", "libwww",
        "headless", "phantom", "monitor", "scan", "+http", "@",
    ]

    /// The evidence against `agent`, or nil; the first rule that fits.
    static func evidence(agent: Span<UInt8>) -> Evidence? {
        guard hasLetter(agent) else { return .agentEmpty }
        if let number = CrawlerPatterns.shared.first(in: agent) { return .list(number) }
        return token(in: agent).map { .token($0) }
    }

    private static func hasLetter(_ agent: Span<UInt8>) -> Bool {
        for index in agent.indices {
            let byte = agent[index]
            if byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 { return true }
        }
        return false
    }

    /// The token that comes first in `tokens` of those in `agent`.
    private static func token(in agent: Span<UInt8>) -> Int? {
        let lower = agent.copied().map(\.asciiLowercased)
        return tokens.indices.first { number in
            number == 0 ? hasBot(lower.span) : lower.span.contains(tokens[number])
        }
    }

    private static func hasBot(_ agent: Span<UInt8>) -> Bool {
        var start = 0
        while let at = agent.firstOffset(of: "bot", from: start) {
            guard at >= 2, agent[at - 1] == 0x75, agent[at - 2] == 0x63 else { return true }
            start = at + 1
        }
        return false
    }
}
