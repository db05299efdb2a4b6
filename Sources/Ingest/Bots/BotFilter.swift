import ByteIO

/// Says whether a request is a program's and not a person's, by its agent, and by what.
///
/// Agents seen lately are remembered, so one a worker.
struct BotFilter: Sendable {
    /// Why an agent is a bot's.
    enum Evidence: Hashable, Sendable {
        /// The log holds an agent, but it is empty or without a letter.
        case agentEmpty
        /// The number of the pattern in the vendored list.
        case list(Int)
        /// The number in `tokens`.
        case token(Int)
        /// A request that no browser makes.
        case probe

        /// `agent_empty`, `list:PATTERN`, `token:T` or `probe`.
        var text: String {
            switch self {
            case .agentEmpty: "agent_empty"
            case .list(let number):
                "list:" + String(decoding: CrawlerPatterns.shared.patterns[number], as: UTF8.self)
            case .token(let number): "token:\(BotFilter.tokens[number])"
            case .probe: "probe"
            }
        }
    }

    /// Parts of agents in lower case; `bot` not in `cubot`, which is a phone.
    static let tokens: [StaticString] = [
        "bot", "crawl", "spider", "slurp", "fetch", "curl", "wget", "python-", "go-http", "libwww",
        "headless", "phantom", "monitor", "scan", "+http", "@",
    ]

    private static let cacheLimit = 1 << 12

    private var known = Interner(capacity: 256)
    private var answers: [Evidence?] = []

    /// The evidence against `agent`, or nil. Call it only for logs that hold agents.
    mutating func evidence(agent: Span<UInt8>) -> Evidence? {
        // Long agents are rare and often all different: they are judged, not remembered.
        guard agent.count <= 1024 else { return Self.judge(agent) }
        if known.count >= Self.cacheLimit {
            known.removeAll()
            answers.removeAll(keepingCapacity: true)
        }
        let number = known.number(of: agent)
        if number == answers.count { answers.append(Self.judge(agent)) }
        return answers[number]
    }

    /// The rules of the agent, first match.
    static func judge(_ agent: Span<UInt8>) -> Evidence? {
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
